package chat

import (
	"strings"

	"toolyard/app/jsondoc"
)

// State is what can be said of a call's arguments without a schema.
type State string

const (
	ArgumentsOK         State = "ok"           // JSON; whether it matches the schema is not known here
	ArgumentsEmpty      State = "empty"        // nothing, or white space: not the same as {}
	ArgumentsIncomplete State = "incomplete"   // not JSON, and the message was cut
	ArgumentsInvalid    State = "invalid-json" // not JSON although the message is complete
)

// ArgumentState judges the arguments of a call by the finish reason of its
// choice. A JSON text that was cut can still be the beginning of a longer one:
// see Choice.Cut.
func ArgumentState(arguments, finish string) State {
	switch {
	case strings.TrimSpace(arguments) == "":
		return ArgumentsEmpty
	case jsondoc.Parse(arguments).OK():
		return ArgumentsOK
	case Choice{Finish: finish}.Cut():
		return ArgumentsIncomplete
	}
	return ArgumentsInvalid
}

// mostResent is the longest text that Resent looks at, in bytes: what is longer
// was hardly typed by a model.
const mostResent = 1 << 18

// Resent tells arguments that a provider sent more than once, and returns them
// as they were sent last: the same object again, an object after the empty one
// that stood for it, or all that came so far with every piece. It is an offer:
// the arguments stay what was received.
func Resent(arguments string) (string, bool) {
	if len(arguments) > mostResent || jsondoc.Parse(arguments).OK() {
		return "", false
	}
	text := strings.TrimSpace(arguments)
	if last, ok := repeated(text); ok {
		return last, true
	}
	return accumulated(text)
}

// repeated reads a row of objects that are equal, but for empty ones before them.
func repeated(text string) (last string, ok bool) {
	var before jsondoc.Doc
	for rest := text; rest != ""; {
		end := objectEnd(rest)
		if end < 0 {
			return "", false
		}
		object := jsondoc.Parse(rest[:end])
		if !object.OK() {
			return "", false
		}
		if before.Root != nil && len(before.Root.Members) > 0 &&
			!jsondoc.Equal(before, before.Root, object, object.Root) {
			return "", false
		}
		before, last = object, rest[:end]
		rest = strings.TrimSpace(rest[end:])
	}
	return last, last != "" && last != text
}

// accumulated reads pieces of which each repeats the one before it and goes on:
// the text is then a row of beginnings of its last object.
func accumulated(text string) (last string, ok bool) {
	for tries, at := 0, len(text); tries < 200; tries++ {
		at = strings.LastIndexByte(text[:at], '{')
		if at <= 0 {
			return "", false
		}
		last = text[at:]
		if objectEnd(last) == len(last) && beginnings(text[:at], last) && jsondoc.Parse(last).OK() {
			return last, true
		}
	}
	return "", false
}

// beginnings reports whether text is a row of beginnings of whole.
func beginnings(text, whole string) bool {
	shared := sharedWithStart(whole + text)[len(whole):]
	reached := 0 // a piece can end at every place up to here
	for at, n := range shared {
		if at > reached {
			return false
		}
		reached = max(reached, at+min(n, len(whole)))
	}
	return reached >= len(text)
}

// sharedWithStart says of every place of a text how many bytes from there on
// the text begins with, too. (It is the Z function: linear, where comparing
// place by place would be quadratic.)
func sharedWithStart(text string) []int {
	shared := make([]int, len(text))
	left, right := 0, 0
	for i := 1; i < len(text); i++ {
		n := 0
		if i < right {
			n = min(right-i, shared[i-left])
		}
		for i+n < len(text) && text[n] == text[i+n] {
			n++
		}
		if i+n > right {
			left, right = i, i+n
		}
		shared[i] = n
	}
	return shared
}

// objectEnd is where the object that text begins with ends, or -1. It only
// counts braces outside strings: whether it is JSON is another question.
func objectEnd(text string) int {
	depth, quoted := 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{':
			depth++
		case c == '}':
			depth--
			if depth == 0 {
				return i + 1
			}
		case depth == 0:
			return -1
		}
		if depth < 0 {
			return -1
		}
	}
	return -1
}
