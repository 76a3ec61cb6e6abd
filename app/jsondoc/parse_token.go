package jsondoc

import "strings"

// space passes over white space, and over comments, which are errors.
func (p *parser) space() {
	for p.pos < len(p.text) {
		switch p.text[p.pos] {
		case ' ', '\n', '\r', '\t':
			p.pos++
		case '/':
			if !p.comment() {
				return
			}
		default:
			return
		}
	}
}

// comment passes over one comment and reports whether there was one.
func (p *parser) comment() bool {
	closer, after := "", 0
	switch byteAt(p.text, p.pos+1) {
	case '/':
		closer = "\n"
	case '*':
		closer, after = "*/", 2
	default:
		return false
	}
	start := p.pos
	p.pos = len(p.text)
	if i := strings.Index(p.text[start+2:], closer); i >= 0 {
		p.pos = start + 2 + i + after
	}
	p.fail(RuleComment, start, p.pos)
	return true
}

// str reads a string from its opening quote.
func (p *parser) str() *Node {
	start := p.pos
	p.pos++
	for p.pos < len(p.text) {
		switch c := p.text[p.pos]; {
		case c == '"':
			p.pos++
			return p.take(String, start)
		case c == '\\':
			p.escape()
		case c < ' ':
			if (c == '\n' || c == '\r') && p.lineEndsString() {
				return p.openString(start)
			}
			p.fail(RuleControl, p.pos, p.pos+1)
			p.skipControl()
		default:
			p.pos++
		}
	}
	return p.openString(start)
}

// escape passes over a backslash and what belongs to it.
func (p *parser) escape() {
	start := p.pos
	p.pos++
	switch byteAt(p.text, p.pos) {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		p.pos++
	case 'u':
		p.pos++
		if _, ok := hexUnit(p.text[start:]); ok {
			p.pos += 4
			return
		}
		p.fail(RuleEscape, start, p.pos)
	default:
		p.fail(RuleEscape, start, p.pos)
	}
}

// lineEndsString guesses, at a raw line break in a string, whether its closing
// quote was forgotten: the next line then begins like JSON does.
func (p *parser) lineEndsString() bool {
	rest := strings.TrimLeft(p.text[p.pos:], " \t\r\n")
	return rest == "" || strings.IndexByte(`"}]`, rest[0]) >= 0
}

// skipControl passes over a run of characters below U+0020 and spaces: one error
// is enough for them, and none is looked at twice.
func (p *parser) skipControl() {
	for p.pos < len(p.text) && p.text[p.pos] <= ' ' {
		p.pos++
	}
}

// openString ends a string that has no closing quote at the end of its line,
// before the comma that was surely meant to follow it.
func (p *parser) openString(start int) *Node {
	line := strings.TrimRight(p.text[start:p.pos], " \t\r\n")
	if len(line) > 1 {
		line = strings.TrimSuffix(line, ",")
	}
	p.pos = start + len(line)
	p.fail(RuleString, start, p.pos)
	return p.take(String, start)
}

// number reads from a minus or a digit.
func (p *parser) number() *Node {
	start := p.pos
	p.pos += numberLength(p.text[p.pos:])
	if p.pos > start && endsWord(byteAt(p.text, p.pos)) {
		return p.take(Number, start)
	}
	p.skipWord()
	p.fail(RuleNumber, start, p.pos)
	return p.take(Invalid, start)
}

// numberLength is the length of the JSON number that s begins with, or 0.
func numberLength(s string) int {
	i := 0
	if byteAt(s, i) == '-' {
		i++
	}
	whole := digits(s[i:])
	if whole == 0 || whole > 1 && s[i] == '0' {
		return 0
	}
	i += whole
	if byteAt(s, i) == '.' {
		fraction := digits(s[i+1:])
		if fraction == 0 {
			return 0
		}
		i += 1 + fraction
	}
	if c := byteAt(s, i); c == 'e' || c == 'E' {
		i++
		if c := byteAt(s, i); c == '+' || c == '-' {
			i++
		}
		exponent := digits(s[i:])
		if exponent == 0 {
			return 0
		}
		i += exponent
	}
	return i
}

func digits(s string) int {
	i := 0
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	return i
}

// word reads true, false, null, or something that is no JSON.
func (p *parser) word() *Node {
	start := p.pos
	if p.peek() == '\'' {
		p.skipQuoted('\'')
		p.fail(RuleSingleQuote, start, p.pos)
		return p.take(Invalid, start)
	}
	p.skipWord()
	switch word := p.text[start:p.pos]; {
	case word == "true" || word == "false":
		return p.take(Bool, start)
	case word == "null":
		return p.take(Null, start)
	case strings.IndexByte("+.", word[0]) >= 0:
		p.fail(RuleNumber, start, p.pos)
	default:
		p.fail(RuleLiteral, start, p.pos)
	}
	return p.take(Invalid, start)
}

// skipWord passes over at least one byte.
func (p *parser) skipWord() {
	p.pos++
	for p.pos < len(p.text) && !endsWord(p.text[p.pos]) {
		p.pos++
	}
}

// endsWord reports whether a number or a word ends before c; 0 is the end of
// the text.
func endsWord(c byte) bool {
	switch c {
	case 0, ' ', '\n', '\r', '\t', ',', ':', '{', '}', '[', ']', '"', '/':
		return true
	}
	return false
}

// skipQuoted passes over what stands in other quotes than JSON's, at most to
// the end of the line.
func (p *parser) skipQuoted(quote byte) {
	p.pos++
	for p.pos < len(p.text) && p.text[p.pos] != '\n' {
		c := p.text[p.pos]
		p.pos++
		if c == quote {
			return
		}
	}
}
