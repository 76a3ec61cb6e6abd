package schema

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
