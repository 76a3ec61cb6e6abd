package importer

import (
	"slices"
	"strings"

	"toolyard/app/jsondoc"
)

const byteOrderMark = "\ufeff"

// values finds the JSON values of a text: the text itself, one a line, in code
// fences, or in the middle of prose. What has a flaw is rejected as a whole.
func (r *reading) values() []*jsondoc.Node {
	whole := region{0, len(r.doc.Text)}
	if strings.HasPrefix(r.doc.Text, byteOrderMark) {
		whole.start = len(byteOrderMark)
		r.note(RuleByteOrderMark, "", 0, whole.start)
	}
	s := scan{r: r, prose: -1}
	for _, inside := range s.fences(whole) {
		s.read(inside)
	}
	if s.prose >= 0 && len(s.values)+len(s.broken) > 0 {
		r.note(RuleProse, "", s.prose, s.prose)
	}
	for _, b := range s.broken {
		r.rejectBroken(b)
	}
	r.offerRepair(s.broken)
	return s.values
}

// region is a stretch of the text.
type region struct{ start, end int }

// scan goes through the regions of a text.
type scan struct {
	r      *reading
	values []*jsondoc.Node
	broken []broken
	prose  int // where the first words beside JSON stand, or -1
	tries  int
}

// broken is a stretch that is meant as JSON, read by itself.
type broken struct {
	at  int // where it begins in the text
	doc jsondoc.Doc
}

// maxTries bounds how often prose is taken for JSON in vain.
const maxTries = 32

// read finds the values of a region: in one go, or line by line where that
// loses less.
func (s *scan) read(in region) {
	if strings.TrimSpace(s.r.doc.Text[in.start:in.end]) == "" {
		return
	}
	before := *s
	notes := len(s.r.found.Notes)
	s.stretch(in)
	if len(s.broken) == len(before.broken) {
		return
	}
	lines, ok := s.lines(in)
	if !ok {
		return
	}
	*s = before
	s.r.found.Notes = s.r.found.Notes[:notes]
	for _, line := range lines {
		s.stretch(line)
	}
}

// stretch finds the values of a region, one after the other.
func (s *scan) stretch(in region) {
	text := s.r.doc.Text
	pos, first := in.start, true
	for pos < in.end {
		at := pos + strings.IndexAny(text[pos:in.end], "{[")
		if at < pos {
			break
		}
		d := jsondoc.Doc{}
		if forced := first && strings.TrimSpace(text[pos:at]) == ""; forced || s.worthATry(text[at:in.end]) {
			d = piece(text[at:in.end])
			if !forced && !plausible(d) {
				d = jsondoc.Doc{}
			}
		}
		if d.Root == nil {
			s.words(region{pos, at + 1})
			pos, first = at+1, false
			continue
		}
		s.words(region{pos, at})
		pos, first = at+max(d.Root.End, 1), false
		if d.OK() {
			s.values = append(s.values, shifted(d.Root, at))
		} else {
			s.broken = append(s.broken, broken{at, d})
		}
	}
	s.words(region{pos, in.end})
}

// piece reads the one value that a text begins with.
func piece(text string) jsondoc.Doc {
	d := jsondoc.Parse(text)
	d.Errors = slices.DeleteFunc(d.Errors, func(e jsondoc.Error) bool { return e.Rule == jsondoc.RuleAfter })
	if d.Root != nil {
		d.Text = text[:max(d.Root.End, lastError(d))]
	}
	return d
}

func lastError(d jsondoc.Doc) int {
	end := 0
	for _, e := range d.Errors {
		end = max(end, e.End)
	}
	return end
}

// worthATry looks at what follows a bracket in prose before it is parsed.
func (s *scan) worthATry(text string) bool {
	inside := strings.TrimLeft(text[1:], " \t\r\n")
	if inside == "" || s.tries >= maxTries {
		return false
	}
	switch c := inside[0]; {
	case c == '"' || c == '\'' || c == '/' || c == '{':
	case text[0] == '{' && isWord(c):
	default:
		return false
	}
	s.tries++
	return true
}

// plausible tells JSON, flawed or not, from brackets in prose and in code: a list
// begins with an object, an object with a name and a colon.
func plausible(d jsondoc.Doc) bool {
	switch {
	case isList(d.Root):
		return len(d.Root.Elements) > 0 && isObject(d.Root.Elements[0])
	case isObject(d.Root) && len(d.Root.Members) > 0:
		m := d.Root.Members[0]
		return m.Name != "" && strings.Contains(d.Text[m.NameEnd:m.Value.Start], ":")
	}
	return false
}

// words takes note of what stands beside the values: a comma is a sign
// of a list, anything else is prose.
func (s *scan) words(in region) {
	between := strings.TrimSpace(s.r.doc.Text[in.start:in.end])
	switch {
	case between == "":
	case between == ",":
		if !slices.ContainsFunc(s.r.found.Notes, func(n Note) bool { return n.Rule == RuleUnbracketed }) {
			s.r.note(RuleUnbracketed, "", in.start, in.end)
		}
	case s.prose < 0:
		s.prose = in.start + strings.Index(s.r.doc.Text[in.start:in.end], between)
	}
}

// lines is the region's lines where it is JSON Lines: each begins like JSON, and
// more of them are JSON than are not.
func (s *scan) lines(in region) ([]region, bool) {
	var lines []region
	good, at := 0, in.start
	for line := range strings.Lines(s.r.doc.Text[in.start:in.end]) {
		trimmed := strings.TrimSpace(line)
		if trimmed != "" {
			if trimmed[0] != '{' && trimmed[0] != '[' {
				return nil, false
			}
			if jsondoc.Parse(trimmed).OK() {
				good++
			}
			lines = append(lines, region{at, at + len(line)})
		}
		at += len(line)
	}
	return lines, len(lines) > 1 && 2*good > len(lines)
}

// shifted is a tree as it stands in a longer text.
func shifted(n *jsondoc.Node, by int) *jsondoc.Node {
	if n == nil || by == 0 {
		return n
	}
	moved := &jsondoc.Node{Kind: n.Kind, Start: n.Start + by, End: n.End + by}
	for _, m := range n.Members {
		m.NameStart += by
		m.NameEnd += by
		m.Value = shifted(m.Value, by)
		moved.Members = append(moved.Members, m)
	}
	for _, e := range n.Elements {
		moved.Elements = append(moved.Elements, shifted(e, by))
	}
	return moved
}

// rejectBroken rejects a stretch with each of its errors.
func (r *reading) rejectBroken(b broken) {
	for _, e := range b.doc.Errors {
		r.reject(e.Rule, "", b.at+e.Offset, b.at+e.End)
	}
}

func isWord(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '_' || c == '$'
}
