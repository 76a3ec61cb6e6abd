package schema

import "strings"

// Row is the row of Parameters that p belongs to: p, or what is nearest around
// it; "" for the root. What keywords other than properties and items hold is no
// row of its own.
func (p Place) Row() Place {
	end := 0
	for rest, more := string(p), p != ""; more; {
		var step string
		step, rest, more = strings.Cut(rest, ".")
		if keyword, index := readStep(step); keyword != properties && (keyword != items || index >= 0) {
			break
		}
		end = len(p) - len(rest)
		if more {
			end--
		}
	}
	return p[:end]
}

// Span is where the schema at a place stands in the text, with its name.
func (s Schema) Span(at Place) (start, end int, ok bool) {
	a, ok := s.find(at)
	if !ok {
		return 0, 0, false
	}
	start = a.node.Start
	if a.named() {
		start = a.among.Members[a.index].NameStart
	}
	return start, a.node.End, true
}
