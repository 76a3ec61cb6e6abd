package jsondoc

const (
	maxDepth  = 512
	maxErrors = 100
)

const byteOrderMark = "\uFEFF"

// Parse reads a text. It never fails: what is not JSON is an error of the Doc,
// and Root holds what could be read around it.
func Parse(text string) Doc {
	p := parser{text: text}
	root := p.document()
	return Doc{Text: text, Root: root, Errors: located(text, p.errors)}
}

type parser struct {
	text   string
	pos    int
	end    int    // of the last token: where a missing comma would stand
	open   []byte // the closers that the open arrays and objects wait for
	errors []Error
	arena
}

func (p *parser) document() *Node {
	if len(p.text) >= len(byteOrderMark) && p.text[:len(byteOrderMark)] == byteOrderMark {
		p.pos = len(byteOrderMark)
		p.fail(RuleBOM, 0, p.pos)
	}
	p.space()
	if p.pos == len(p.text) {
		p.fail(RuleEmpty, p.pos, p.pos)
		return nil
	}
	root := p.value()
	p.space()
	if p.pos < len(p.text) && root.Start < root.End {
		p.fail(RuleAfter, p.pos, len(p.text))
	}
	return root
}

func (p *parser) fail(rule string, start, end int) {
	if len(p.errors) < maxErrors {
		p.errors = append(p.errors, Error{Offset: start, End: end, Rule: rule})
	}
}

// peek is the byte at hand, and 0 at the end of the text.
func (p *parser) peek() byte { return byteAt(p.text, p.pos) }

func byteAt(text string, i int) byte {
	if i < len(text) {
		return text[i]
	}
	return 0
}

// take makes a node of the bytes from start up to the position.
func (p *parser) take(kind Kind, start int) *Node {
	n := p.node()
	n.Kind, n.Start, n.End = kind, start, p.pos
	p.end = p.pos
	return n
}

// value reads one value. Where none begins it reads nothing, and the node is
// empty.
func (p *parser) value() *Node {
	switch c := p.peek(); c {
	case '{':
		if len(p.open) == maxDepth {
			return p.tooDeep()
		}
		return p.object()
	case '[':
		if len(p.open) == maxDepth {
			return p.tooDeep()
		}
		return p.array()
	case '"':
		return p.str()
	case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return p.number()
	case ',', ':', '}', ']':
		p.fail(RuleValue, p.end, p.end)
		return p.take(Invalid, p.pos)
	default:
		if p.pos == len(p.text) {
			p.fail(RuleValue, p.end, p.end)
			return p.take(Invalid, p.pos)
		}
		return p.word()
	}
}

func (p *parser) tooDeep() *Node {
	start := p.pos
	p.skipNested()
	p.fail(RuleDepth, start, start+1)
	return p.take(Invalid, start)
}

// skipNested passes over brackets that nest too deep to be read.
func (p *parser) skipNested() {
	for depth := 0; p.pos < len(p.text); {
		switch p.text[p.pos] {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		case '"':
			p.skipString()
			continue
		}
		p.pos++
		if depth == 0 {
			return
		}
	}
}

func (p *parser) skipString() {
	p.pos++
	for p.pos < len(p.text) && p.text[p.pos] != '"' {
		if p.text[p.pos] == '\\' {
			p.pos++
		}
		p.pos++
	}
	p.pos = min(p.pos+1, len(p.text))
}

// object reads from the opening brace.
func (p *parser) object() *Node {
	start, base := p.pos, len(p.members)
	p.enter('}')
	for p.next('}', start, len(p.members) == base) {
		m := p.member()
		p.members = append(p.members, m)
	}
	n := p.leave(Object, start)
	n.Members = p.keepMembers(base)
	markRepeated(n.Members)
	return n
}

// array reads from the opening bracket.
func (p *parser) array() *Node {
	start, base := p.pos, len(p.elements)
	p.enter(']')
	for p.next(']', start, len(p.elements) == base) {
		e := p.value()
		p.elements = append(p.elements, e)
	}
	n := p.leave(Array, start)
	n.Elements = p.keepElements(base)
	return n
}

func (p *parser) enter(closer byte) {
	p.open = append(p.open, closer)
	p.pos++
	p.end = p.pos
}

func (p *parser) leave(kind Kind, start int) *Node {
	p.open = p.open[:len(p.open)-1]
	n := p.node()
	n.Kind, n.Start, n.End = kind, start, p.end
	return n
}
