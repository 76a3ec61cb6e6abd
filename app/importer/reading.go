package importer

import (
	"slices"
	"strconv"

	"toolyard/app/jsondoc"
	"toolyard/app/tool"
)

// reading is one text on its way to a Found.
type reading struct {
	doc   jsondoc.Doc // Text is the whole text; Root is what of it is read
	found Found
	extra []extra
}

func (r *reading) note(rule, detail string, start, end int) {
	r.found.Notes = append(r.found.Notes, Note{rule, detail, Span{Start: start, End: end}})
}

func (r *reading) noteAt(rule, detail string, n *jsondoc.Node) { r.note(rule, detail, n.Start, n.End) }

// noteMember tells of a member by its name.
func (r *reading) noteMember(rule string, m jsondoc.Member) {
	r.note(rule, m.Name, m.NameStart, m.Value.End)
}

func (r *reading) reject(rule, detail string, start, end int) {
	r.found.Rejects = append(r.found.Rejects, Reject{rule, detail, Span{Start: start, End: end}})
}

// rejectNode rejects a value; the detail is its JSON type.
func (r *reading) rejectNode(rule string, n *jsondoc.Node) {
	r.reject(rule, kindName(n.Kind), n.Start, n.End)
}

func (r *reading) part(name, detail string, start, end int) {
	r.found.Parts = append(r.found.Parts, Part{name, detail, Span{Start: start, End: end}})
}

func (r *reading) partMember(name string, m jsondoc.Member) {
	r.part(name, "", m.NameStart, m.Value.End)
}

// members are those of an object that count: of a name that repeats the last
// one. The others are told.
func (r *reading) members(n *jsondoc.Node) []jsondoc.Member {
	if n == nil || !slices.ContainsFunc(n.Members, func(m jsondoc.Member) bool { return m.Repeated }) {
		return membersOf(n)
	}
	last := make(map[string]int, len(n.Members))
	for i, m := range n.Members {
		last[m.Name] = i
	}
	var counted []jsondoc.Member
	for i, m := range n.Members {
		if last[m.Name] != i {
			r.noteMember(RuleRepeated, m)
			continue
		}
		counted = append(counted, m)
	}
	return counted
}

// rest tells of every member that is not among those read; null says nothing.
func (r *reading) rest(rule string, n *jsondoc.Node, read ...string) {
	for _, m := range r.members(n) {
		if !slices.Contains(read, m.Name) && !absent(m.Value) {
			r.noteMember(rule, m)
		}
	}
}

// add puts the tool that n is among the candidates, with the notes that were made
// since there were so many.
func (r *reading) add(t tool.Tool, shape Shape, n *jsondoc.Node, since int) {
	notes := slices.Clone(r.found.Notes[since:])
	r.found.Notes = r.found.Notes[:since]
	r.candidate(Candidate{Tool: t, Shape: shape, Notes: notes, Span: Span{Start: n.Start, End: n.End}})
}

func (r *reading) candidate(c Candidate) {
	c.Tool.ID = len(r.found.Tools) + 1
	r.found.Tools = append(r.found.Tools, c)
}

// text is a string, or "" for anything else.
func (r *reading) text(n *jsondoc.Node) string {
	s, _ := r.doc.Str(n)
	return s
}

// done fills in what needs the whole: problems among all tools, and positions.
func (r *reading) done() Found {
	r.finishExtra()
	if len(r.found.Tools)+len(r.found.Parts)+len(r.found.Rejects) == 0 {
		r.reject(RuleNothing, "", 0, len(r.doc.Text))
	}
	f := r.found
	tools := make([]tool.Tool, len(f.Tools))
	for i, c := range f.Tools {
		tools[i] = c.Tool
	}
	for i := range f.Tools {
		c := &f.Tools[i]
		c.Problems = slices.Concat(c.Tool.Problems(tools), c.Tool.Parameters.Problems())
	}
	slices.SortStableFunc(f.Notes, func(a, b Note) int { return a.Start - b.Start })
	slices.SortStableFunc(f.Rejects, func(a, b Reject) int { return a.Start - b.Start })
	slices.SortStableFunc(f.Parts, func(a, b Part) int { return a.Start - b.Start })
	f.position()
	return f
}

// position fills in the line and the column of every span, in one walk.
func (f *Found) position() {
	var spans []*Span
	for i := range f.Tools {
		spans = append(spans, &f.Tools[i].Span)
		for j := range f.Tools[i].Notes {
			spans = append(spans, &f.Tools[i].Notes[j].Span)
		}
	}
	for i := range f.Parts {
		spans = append(spans, &f.Parts[i].Span)
	}
	for i := range f.Notes {
		spans = append(spans, &f.Notes[i].Span)
	}
	for i := range f.Rejects {
		spans = append(spans, &f.Rejects[i].Span)
	}
	slices.SortStableFunc(spans, func(a, b *Span) int { return a.Start - b.Start })
	at, line, column := 0, 1, 1
	for _, s := range spans {
		between := jsondoc.Doc{Text: f.Text[at:s.Start]}
		lines, columns := between.Position(s.Start - at)
		if lines > 1 {
			line += lines - 1
			column = columns
		} else {
			column += columns - 1
		}
		at, s.Line, s.Column = s.Start, line, column
	}
}

func membersOf(n *jsondoc.Node) []jsondoc.Member {
	if n == nil {
		return nil
	}
	return n.Members
}

func elements(n *jsondoc.Node) []*jsondoc.Node {
	if n == nil {
		return nil
	}
	return n.Elements
}

func isList(n *jsondoc.Node) bool   { return n != nil && n.Kind == jsondoc.Array }
func isObject(n *jsondoc.Node) bool { return n != nil && n.Kind == jsondoc.Object }
func isText(n *jsondoc.Node) bool   { return n != nil && n.Kind == jsondoc.String }

// absent is a member that is missing, or null: foreign JSON means the same by both.
func absent(n *jsondoc.Node) bool { return n == nil || n.Kind == jsondoc.Null }

func count(n int) string { return strconv.Itoa(n) }

// kindName is what JSON calls a kind.
func kindName(k jsondoc.Kind) string {
	return [...]string{"", "null", "boolean", "number", "string", "array", "object"}[k]
}
