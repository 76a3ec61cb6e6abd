package leak

import (
	"encoding/base64"
	"net/url"
	"strings"
)

// mostName is how long a name before a value may be, and what stands between.
const mostName = 40

// nameBefore is the name of the value that begins at a place of a text, in small
// letters with neither "-" nor "_": of name=value, "name": "value" with its
// quotes escaped or not, Name: value, and of Bearer value. query says that it is
// one of the fields of an address.
func nameBefore(text string, at int) (name string, query bool) {
	head := text[max(0, at-mostName):at]
	head = strings.TrimRight(head, " \t\"'`\\")
	scheme := len(head) < at && strings.HasSuffix(text[:at], " ")
	if lower := strings.ToLower(head); scheme && strings.HasSuffix(lower, "bearer") {
		return "bearer", false
	} else if scheme && strings.HasSuffix(lower, "authorization: basic") {
		return "basic", false
	}
	end := strings.TrimRight(head, "=:")
	if len(end) == len(head) {
		return "", false
	}
	equals := strings.HasSuffix(head, "=")
	end = strings.TrimRight(end, " \t\"'`\\")
	start := len(end)
	for start > 0 && (inWord(end[start-1])) && end[start-1] != '.' {
		start--
	}
	query = equals && start > 0 && strings.IndexByte("?&;#", end[start-1]) >= 0
	return plain(end[start:]), query
}

// plain is a name in small letters, without what separates its words.
func plain(name string) string {
	return strings.NewReplacer("-", "", "_", "").Replace(strings.ToLower(name))
}

// data widens a run to the encoded data that it may be a piece of, as far as it
// takes to know that it is too long for a secret.
func data(text string, start, end int) (int, int) {
	first, last := max(0, start-mostRandom), min(len(text), end+mostRandom)
	for start > first && text[start-1] != '=' && inBase64(text[start-1]) {
		start--
	}
	for end < last && inBase64(text[end]) {
		end++
	}
	return start, end
}

// armored are the private keys in the armor of PEM. One without an end is one up
// to the end of the text.
func armored(text string) []span {
	const begin, key, close = "-----BEGIN ", "PRIVATE KEY", "-----END "
	var found []span
	for at := 0; ; {
		i := strings.Index(text[at:], begin)
		if i < 0 {
			return found
		}
		start := at + i
		at = start + len(begin)
		label, _, _ := strings.Cut(text[at:min(len(text), at+mostName)], "-----")
		if !strings.Contains(label, key) {
			continue
		}
		end := len(text)
		if j := strings.Index(text[at:], close); j >= 0 {
			end = at + j + len(close)
			for end < len(text) && text[end] != '\n' && text[end] != '"' && text[end] != '\\' {
				end++
			}
		}
		found = append(found, span{start, end, PEM})
		at = end
	}
}

// leastInUse is the length from which a key in use is looked for.
const leastInUse = 6

// formsOf are the texts that give a key away: itself, as a field of an address,
// and inside anything that is encoded in base64, where it begins at any third of
// a group.
func formsOf(keys []string) []string {
	var forms []string
	add := func(form string) {
		if len(form) >= leastInUse && !in(forms, form) {
			forms = append(forms, form)
		}
	}
	for _, key := range keys {
		if len(key) < leastInUse {
			continue
		}
		add(key)
		add(url.QueryEscape(key))
		add(url.PathEscape(key))
		for shift := range 3 {
			encoded := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("x", shift) + key))
			from := []int{0, 2, 3}[shift]    // the first letters hold bits of what stands before
			to := (shift + len(key)) * 8 / 6 // the last ones of what follows
			inner := encoded[from:min(to, len(encoded))]
			add(inner)
			add(strings.NewReplacer("+", "-", "/", "_").Replace(inner))
		}
	}
	return forms
}

// inUse are the places of a key that the page holds.
func inUse(text string, forms []string) []span {
	var found []span
	for _, form := range forms {
		for at := 0; ; {
			i := strings.Index(text[at:], form)
			if i < 0 {
				break
			}
			found = append(found, span{at + i, at + i + len(form), InUse})
			at += i + len(form)
		}
	}
	return found
}
