package jsondoc

import (
	"bytes"
	"strings"
)

// next goes to the next member or element of the innermost array or object,
// which began at start, and reports whether there is one; if not, it has read
// the closer. Whatever stands between two of them is read here.
func (p *parser) next(closer byte, start int, first bool) bool {
	comma := -1
	for {
		p.space()
		c := p.peek()
		switch {
		case p.pos == len(p.text), p.closesOuter(c, closer):
			p.fail(RuleUnclosed, start, start+1)
			return false
		case c == closer:
			if comma >= 0 {
				p.fail(RuleCommaExtra, comma, comma+1)
			}
			p.pos++
			p.end = p.pos
			return false
		case c == ',':
			if first || comma >= 0 {
				p.fail(RuleValue, p.pos, p.pos)
			}
			comma = p.pos
			p.pos++
			p.end = p.pos
		case c == '}' || c == ']' || c == ':' && closer == ']':
			p.fail(RuleStray, p.pos, p.pos+1)
			p.pos++
		default:
			if !first && comma < 0 {
				p.fail(RuleComma, p.end, p.end)
			}
			return true
		}
	}
}

// closesOuter reports whether c ends not this array or object, but one around it.
func (p *parser) closesOuter(c, closer byte) bool {
	return (c == '}' || c == ']') && c != closer && bytes.IndexByte(p.open, c) >= 0
}

// member reads a name, a colon and a value, or as much as there is of them.
func (p *parser) member() Member {
	m := Member{NameStart: p.pos}
	switch c := p.peek(); c {
	case '"':
		n := p.str()
		m.Name = unquote(p.text[n.Start:n.End])
	case '{', '[', ':':
		p.fail(RuleName, p.pos, p.pos)
	default:
		m.Name = p.bareName()
	}
	m.NameEnd = p.pos
	p.space()
	switch {
	case p.peek() == ':':
		p.pos++
		p.end = p.pos
		p.space()
		m.Value = p.value()
	case m.NameStart == m.NameEnd:
		m.Value = p.value()
	default:
		m.Value = p.valueWithoutColon()
	}
	return m
}

// bareName reads a name that is not in double quotes.
func (p *parser) bareName() string {
	start := p.pos
	if p.peek() == '\'' {
		p.skipQuoted('\'')
	} else {
		p.skipWord()
	}
	p.end = p.pos
	p.fail(RuleNameQuote, start, p.pos)
	return strings.Trim(p.text[start:p.pos], "'")
}

// valueWithoutColon reads the value that follows a name at once, or after "=".
func (p *parser) valueWithoutColon() *Node {
	p.fail(RuleColon, p.end, p.end)
	switch c := p.peek(); {
	case c == '=':
		p.pos++
		p.space()
		return p.value()
	case c == ',' || c == '}' || c == ']' || p.pos == len(p.text):
		return p.take(Invalid, p.pos)
	}
	return p.value()
}
