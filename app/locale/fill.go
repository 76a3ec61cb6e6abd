package locale

import "strings"

// fill puts foreign text in the place of %s.
func fill(sentence, detail string) string { return strings.ReplaceAll(sentence, "%s", detail) }
