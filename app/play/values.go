package play

import (
	"slices"
	"strings"

	"toolyard/app/jsondoc"
)

// The values of an enum are typed as a list. Commas (also ， and 、) and line
// breaks stand between values, white space around them doesn't count.
//
// A value that is a word is a string; one that is JSON is that JSON where the
// parameter is no string: 1, true, null, "1", [1, 2]. Where it is a string,
// only what stands in double quotes is JSON, and null where null is allowed. A
// value that is already there keeps the bytes that it has.

// writeValues is how an enum is written in its list: one value after the other,
// as a person would type them. The raws are JSON.
func writeValues(raws []string, kind string, nullable bool) string {
	words := make([]string, len(raws))
	for i, raw := range raws {
		words[i] = word(raw, kind, nullable)
	}
	return strings.Join(words, ", ")
}

// word is one value as it is typed: bare, if reading it gives the value back.
func word(raw, kind string, nullable bool) string {
	d := jsondoc.Parse(raw)
	text, isString := d.Str(d.Root)
	if !isString {
		return raw
	}
	list := split(text)
	alone := len(list) == 1 && list[0] == text && (!opens(text) || closing(text) > 0)
	if alone && readValue(text, kind, nullable) == jsondoc.Quote(text) {
		return text
	}
	return raw
}

// readValues is what a list means, as JSON. The old values are those that the
// list is typed over.
func readValues(list, kind string, nullable bool, old []string) []string {
	var raws []string
	for _, item := range split(list) {
		at := slices.IndexFunc(old, func(raw string) bool { return word(raw, kind, nullable) == item })
		if at >= 0 {
			raws = append(raws, old[at])
			continue
		}
		raws = append(raws, readValue(item, kind, nullable))
	}
	return raws
}

// readValue is what one item means.
func readValue(item, kind string, nullable bool) string {
	bare := kind == "string" && item[0] != '"' && (item != "null" || !nullable)
	if !bare && jsondoc.Parse(item).OK() {
		return item
	}
	return jsondoc.Quote(item)
}

// separators stand between the values of a list.
const separators = ",，、\n"

// split takes a list apart. A value that begins with a quote or a bracket goes
// on until it is closed, whatever stands in it.
func split(list string) []string {
	var items []string
	for list != "" {
		list = strings.TrimLeft(list, " \t\r"+separators)
		end := closing(list)
		if i := strings.IndexAny(list[end:], separators); i >= 0 {
			end += i
		} else {
			end = len(list)
		}
		if item := strings.TrimSpace(list[:end]); item != "" {
			items = append(items, item)
		}
		list = list[end:]
	}
	return items
}

// opens says whether a text begins with a quote or a bracket.
func opens(text string) bool { return text != "" && strings.ContainsRune(`"[{`, rune(text[0])) }

// closing is where the quote or bracket that a text begins with is closed; 0
// where it begins with neither, or where none closes it.
func closing(text string) int {
	if !opens(text) {
		return 0
	}
	depth, quoted := 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case !quoted && (c == '[' || c == '{'):
			depth++
		case !quoted && (c == ']' || c == '}'):
			depth--
		}
		if depth <= 0 && !quoted {
			return i + 1
		}
	}
	return 0
}
