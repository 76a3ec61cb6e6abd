package share

import (
	"strconv"
	"strings"
	"unicode"
)

// mend undoes what chats, mails and terminals do to a link, as far as that can
// be done without guessing: what it drops or replaces can't be part of one. Two
// readings are returned where a dash may have been one "-" or two; the checksum
// tells the right one.
func mend(text string) []string {
	text = text[:min(len(text), 4*maxFragment)] // too long, whatever the rest is
	if strings.IndexFunc(text, func(r rune) bool { return !isLinkLetter(r) && !strings.ContainsRune("._-", r) }) < 0 {
		return []string{trimmed(text)}
	}
	text = strings.Map(letter, unescapeEntities(unescapePercent(text)))
	text = strings.ReplaceAll(text, "—", "--") // an editor made one of two
	text = fromSign(text)
	readings := []string{trimmed(strings.ReplaceAll(text, "–", "-"))}
	if strings.Contains(text, "–") {
		readings = append(readings, trimmed(strings.ReplaceAll(text, "–", "--")))
	}
	return readings
}

// letter is what a character of a mangled link was: -1 is dropped. White space,
// what has no width and the marks of quoted mail are not of the link; full-width
// letters and the dashes of a text editor stand for those of ASCII.
func letter(r rune) rune {
	switch {
	case r > ' ' && r < 0x7f && !strings.ContainsRune("=>\\`*", r):
		return r
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case strings.ContainsRune("\u2010\u2011\u2212\ufe63", r):
		return '-'
	case r < 0x7f || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r):
		return -1
	}
	return r
}

// fromSign drops what stands before a link: an address, words. The sign of a
// link is "s", a version and a dot; another "#" may stand before it or behind.
func fromSign(text string) string {
	rest := text
	for rest != "" {
		if isSigned(rest) {
			return rest
		}
		_, after, found := strings.Cut(rest, "#")
		if !found {
			break
		}
		rest = after
	}
	return text[strings.LastIndexByte(text, '#')+1:]
}

func isSigned(text string) bool {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !isLinkLetter(r) })
	digits := strings.TrimLeft(strings.TrimPrefix(text, "s"), "0123456789")
	return strings.HasPrefix(text, "s") && len(digits) < len(text)-1 && strings.HasPrefix(digits, ".")
}

// trimmed drops what is wrapped around a link.
func trimmed(text string) string {
	return strings.TrimFunc(text, func(r rune) bool { return !isLinkLetter(r) })
}

// unescapePercent replaces %XX by the character it stands for, once or twice
// over: a link in a link is encoded twice.
func unescapePercent(text string) string {
	return unescape(unescape(text, '%', percent), '%', percent)
}

// unescapeEntities replaces what a web page writes for a character.
func unescapeEntities(text string) string {
	return unescape(unescape(text, '&', entity), '&', entity)
}

// unescape replaces what begins with a sign by the byte that it stands for.
func unescape(text string, sign byte, read func(string) (c byte, length int)) string {
	i := strings.IndexByte(text, sign)
	if i < 0 {
		return text
	}
	var b strings.Builder
	for ; i >= 0; i = strings.IndexByte(text, sign) {
		c, length := read(text[i:])
		if length == 0 {
			c, length = sign, 1
		}
		b.WriteString(text[:i])
		b.WriteByte(c)
		text = text[i+length:]
	}
	return b.String() + text
}

// percent is the byte that a text's first three stand for.
func percent(text string) (c byte, length int) {
	if len(text) < 3 {
		return 0, 0
	}
	high, low := strings.IndexByte(hexDigits, text[1]|0x20), strings.IndexByte(hexDigits, text[2]|0x20)
	if high < 0 || low < 0 {
		return 0, 0
	}
	return byte(high<<4 | low), 3
}

const hexDigits = "0123456789abcdef"

// entities are the named ones that a page's escaping makes.
var entities = map[string]byte{"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\''}

// entity is the ASCII character that an entity at a text's beginning stands for.
func entity(text string) (c byte, length int) {
	name, _, closed := strings.Cut(text[1:min(len(text), 10)], ";")
	if !closed {
		return 0, 0
	}
	length = len(name) + 2
	if c, ok := entities[name]; ok {
		return c, length
	}
	digits, base := strings.TrimPrefix(name, "#"), 10
	if hex := strings.TrimLeft(digits, "xX"); hex != digits {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 7)
	if err != nil || !strings.HasPrefix(name, "#") {
		return 0, 0
	}
	return byte(n), length
}

// isLinkLetter is true for the letters that a link begins and ends with.
func isLinkLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}
