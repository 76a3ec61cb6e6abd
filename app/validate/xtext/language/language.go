// Package language names the one language of package message. It stands in for
// golang.org/x/text/language as far as the schema library uses it.
package language

// Tag is a language.
type Tag struct{}

// English is the language that the schema library's own sentences are in.
var English Tag
