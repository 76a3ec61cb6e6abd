package share

import (
	"strings"
	"unicode"
)

// mend undoes what chats, mails and terminals do to a link: it drops the
// address before the #, breaks and spaces, percent-encoding, and whatever is
// wrapped around.
func mend(text string) string {
	text = text[:min(len(text), 4*maxFragment)] // too long, whatever the rest is
	text = unescapePercent(strings.Map(visible, text))
	if i := strings.LastIndexByte(text, '#'); i >= 0 {
		text = text[i+1:]
	}
	return strings.TrimFunc(text, func(r rune) bool { return !isLinkLetter(r) })
}

// visible drops white space and what has no width; -1 is dropped.
func visible(r rune) rune {
	if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r) {
		return -1
	}
	return r
}

// unescapePercent replaces %XX by the ASCII character it stands for, once or
// twice over: a link in a link is encoded twice.
func unescapePercent(text string) string {
	for range 2 {
		i := strings.IndexByte(text, '%')
		if i < 0 {
			return text
		}
		var b strings.Builder
		for ; i >= 0; i = strings.IndexByte(text, '%') {
			b.WriteString(text[:i])
			c, ok := escaped(text[i:])
			if !ok {
				b.WriteByte('%')
				text = text[i+1:]
				continue
			}
			b.WriteByte(c)
			text = text[i+3:]
		}
		text = b.String() + text
	}
	return text
}

// escaped is the character that a text's first three stand for.
func escaped(text string) (byte, bool) {
	if len(text) < 3 {
		return 0, false
	}
	high, low := strings.IndexByte(hexDigits, text[1]|0x20), strings.IndexByte(hexDigits, text[2]|0x20)
	if high < 0 || low < 0 {
		return 0, false
	}
	return byte(high<<4 | low), true
}

const hexDigits = "0123456789abcdef"

// isLinkLetter is true for the letters that a link begins and ends with.
func isLinkLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}
