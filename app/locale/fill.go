package locale

import "strings"

// fill puts foreign text in the place of %s.
func fill(sentence, detail string) string { return strings.ReplaceAll(sentence, "%s", detail) }

// said is a sentence without foreign text.
func said(sentence string) func(string) string {
	return func(string) string { return sentence }
}

// about is a sentence with the detail in the place of %s.
func about(sentence string) func(string) string {
	return func(detail string) string { return fill(sentence, detail) }
}

// pair is a sentence with the two words of the detail in the places of %s.
func pair(sentence string) func(string) string {
	return func(detail string) string {
		first, second, _ := strings.Cut(detail, " ")
		return strings.Replace(strings.Replace(sentence, "%s", first, 1), "%s", second, 1)
	}
}
