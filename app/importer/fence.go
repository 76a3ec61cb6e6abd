package importer

import "strings"

// fence is a Markdown code fence.
type fence struct {
	start, end int // with its opening and closing line
	inside     region
	language   string
	json       bool // what is inside begins like JSON
}

// fences are the insides of a Markdown text's code fences that begin like JSON,
// or, where there are none, the whole region.
func (s *scan) fences(in region) []region {
	if s.looksLikeJSON(in) {
		return []region{in}
	}
	all := s.allFences(in)
	var insides []region
	for _, f := range all {
		if f.json {
			insides = append(insides, f.inside)
		}
	}
	if len(insides) == 0 {
		return []region{in}
	}
	at := in.start
	for _, f := range all {
		s.words(region{at, f.start})
		at = f.end
		rule := RuleFenceOther
		if f.json {
			rule = RuleFence
		}
		s.r.note(rule, f.language, f.start, f.inside.start)
	}
	s.words(region{at, in.end})
	return insides
}

func (s *scan) looksLikeJSON(in region) bool {
	text := strings.TrimSpace(s.r.doc.Text[in.start:in.end])
	return text != "" && (text[0] == '{' || text[0] == '[')
}

// allFences finds the fences of a region; one that is not closed goes to the end.
func (s *scan) allFences(in region) []fence {
	var found []fence
	var open *fence
	marker, at := "", in.start
	for line := range strings.Lines(s.r.doc.Text[in.start:in.end]) {
		trimmed := strings.TrimSpace(line)
		mark := fenceMark(trimmed)
		next := at + len(line)
		switch {
		case open == nil && mark != "":
			open = &fence{start: at, inside: region{next, in.end}, end: in.end, language: strings.TrimSpace(trimmed[len(mark):])}
			marker = mark
		case open != nil && mark == trimmed && strings.HasPrefix(mark, marker):
			open.inside.end, open.end = at, next
			found = append(found, *open)
			open = nil
		}
		at = next
	}
	if open != nil {
		found = append(found, *open)
	}
	for i := range found {
		found[i].json = s.looksLikeJSON(found[i].inside)
	}
	return found
}

// fenceMark is the run of three or more ` or ~ that a line begins with.
func fenceMark(line string) string {
	for _, c := range []string{"`", "~"} {
		if mark := line[:len(line)-len(strings.TrimLeft(line, c))]; len(mark) >= 3 {
			return mark
		}
	}
	return ""
}
