package jsondoc

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

const hex = "0123456789abcdef"

// Quote is s as a JSON string. It escapes only what JSON requires: the quote,
// the backslash and what stands below U+0020. Bytes that are not UTF-8 become
// U+FFFD.
func Quote(s string) string {
	b := make([]byte, 0, len(s)+2)
	b = append(b, '"')
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			b = appendQuoted(b, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		b = utf8.AppendRune(b, r)
		i += size
	}
	return string(append(b, '"'))
}

func appendQuoted(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	case '\b':
		return append(b, '\\', 'b')
	case '\f':
		return append(b, '\\', 'f')
	}
	if c < ' ' {
		return append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
	}
	return append(b, c)
}

// unquote decodes a string from its opening quote up to its closing one, or to
// the end of raw where that is missing. What most strings are, without escapes
// and in UTF-8, is a part of raw and takes no memory.
func unquote(raw string) string {
	raw = raw[1:]
	plain := 0
	for plain < len(raw) && raw[plain] != '"' && raw[plain] != '\\' {
		plain++
	}
	if (plain == len(raw) || raw[plain] == '"') && utf8.ValidString(raw[:plain]) {
		return raw[:plain]
	}
	b := make([]byte, 0, len(raw))
	for {
		b, raw = appendPlain(b, raw)
		if raw == "" || raw[0] == '"' {
			return string(b)
		}
		r, size := decode(raw)
		b, raw = utf8.AppendRune(b, r), raw[size:]
	}
}

// appendPlain decodes what stands before the next quote or backslash, and returns
// what is left.
func appendPlain(b []byte, raw string) ([]byte, string) {
	plain := 0
	for plain < len(raw) && raw[plain] != '"' && raw[plain] != '\\' {
		plain++
	}
	if utf8.ValidString(raw[:plain]) {
		return append(b, raw[:plain]...), raw[plain:]
	}
	for _, r := range raw[:plain] {
		b = utf8.AppendRune(b, r) // U+FFFD for each byte that is none
	}
	return b, raw[plain:]
}

// decode reads the first character of a string's inside, escaped or not.
func decode(s string) (r rune, size int) {
	if s[0] != '\\' || len(s) == 1 {
		return utf8.DecodeRuneInString(s)
	}
	switch s[1] {
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
		return decodeUnicode(s)
	}
	r, size = utf8.DecodeRuneInString(s[1:])
	return r, size + 1
}

// decodeUnicode reads \uXXXX, or two of them that are a surrogate pair.
func decodeUnicode(s string) (r rune, size int) {
	high, ok := hexUnit(s)
	if !ok {
		return utf8.RuneError, 2
	}
	if !utf16.IsSurrogate(high) {
		return high, 6
	}
	if low, ok := hexUnit(s[6:]); ok {
		if pair := utf16.DecodeRune(high, low); pair != utf8.RuneError {
			return pair, 12
		}
	}
	return utf8.RuneError, 6
}

// hexUnit reads the \uXXXX that s begins with.
func hexUnit(s string) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	for _, c := range []byte(s[2:6]) {
		if !isHex(c) {
			return 0, false
		}
	}
	unit, _ := strconv.ParseUint(s[2:6], 16, 16)
	return rune(unit), true
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
