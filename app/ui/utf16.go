package ui

import (
	"cmp"
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// unitsOf are places in a text, given in bytes, in UTF-16 units: what JavaScript
// counts in. The places may come in any order.
func unitsOf(text string, bytes []int) []int { return convert(text, bytes, false) }

// bytesOf are places in a text, given in UTF-16 units, in bytes.
func bytesOf(text string, units []int) []int { return convert(text, units, true) }

// convert walks through the text once. A place behind the end counts as the end.
func convert(text string, places []int, fromUnits bool) []int {
	order := make([]int, len(places))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(places[a], places[b]) })
	converted := make([]int, len(places))
	at, unit := 0, 0
	from, to := &at, &unit
	if fromUnits {
		from, to = to, from
	}
	for _, i := range order {
		// Most of a JSON text is ASCII: a byte a unit.
		for limit := min(len(text), at+places[i]-*from); at < limit && text[at] < utf8.RuneSelf; at++ {
			unit++
		}
		for at < len(text) && *from < places[i] {
			r, size := utf8.DecodeRuneInString(text[at:])
			at += size
			unit += max(utf16.RuneLen(r), 1)
		}
		converted[i] = *to
	}
	return converted
}

// ascii reports whether bytes and UTF-16 units of a text are the same.
func ascii(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
