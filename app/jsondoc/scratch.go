package jsondoc

// Scratch parses one text after the other in the same memory, as far as they are
// short: a stream of thousands of events would else leave more to the collector
// than it brings. A Doc of it holds only until the next one. Strings that were
// taken out of one stay as they are. The zero Scratch is empty.
type Scratch struct {
	parser  parser
	nodes   [64]Node
	members [64]Member
	refs    [32]*Node
	used    int // of nodes, by the last text
}

// Parse does what the function Parse does.
func (s *Scratch) Parse(text string) Doc {
	clear(s.nodes[:s.used])
	p := &s.parser
	*p = parser{text: text, open: p.open[:0], arena: arena{
		free: s.nodes[:], made: len(s.nodes), kept: s.members[:], keptRefs: s.refs[:],
		members: p.members[:0], elements: p.elements[:0],
	}}
	root := p.document()
	s.used = len(s.nodes)
	if p.made == len(s.nodes) {
		s.used -= len(p.free)
	}
	return Doc{Text: text, Root: root, Errors: located(text, p.errors)}
}
