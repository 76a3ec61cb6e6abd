package provider

import "strings"

// Redact replaces the key in a text, and everything that looks like one or like
// what is left of one: providers and relays repeat keys in their messages.
func Redact(text string, key Secret) string {
	if k := key.Reveal(); len(k) >= 4 {
		text = strings.ReplaceAll(text, k, mask)
	}
	var b strings.Builder
	for {
		at := strings.Index(text, "sk-")
		if at < 0 {
			break
		}
		end := at + len("sk-")
		for end < len(text) && inKey(text[end]) {
			end++
		}
		b.WriteString(text[:at])
		if end-at < 8 || at > 0 && inKey(text[at-1]) {
			b.WriteString(text[at:end])
		} else {
			b.WriteString(mask)
		}
		text = text[end:]
	}
	return b.String() + text
}

// inKey reports whether a key, or a key with stars in it, can have this byte.
func inKey(c byte) bool {
	return c == '-' || c == '_' || c == '*' ||
		'0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
