package importer

import (
	"slices"
	"strings"

	"toolyard/app/jsondoc"
)

// repairs says how an error is undone, for those where there is one way only.
// Each returns false where it is not so after all.
var repairs = map[string]func(text string, e jsondoc.Error) (string, bool){
	jsondoc.RuleCommaExtra:  func(string, jsondoc.Error) (string, bool) { return "", true },
	jsondoc.RuleComment:     func(string, jsondoc.Error) (string, bool) { return "", true },
	jsondoc.RuleSingleQuote: func(text string, e jsondoc.Error) (string, bool) { return requoted(text[e.Offset:e.End]) },
	jsondoc.RuleNameQuote:   func(text string, e jsondoc.Error) (string, bool) { return quotedName(text[e.Offset:e.End]) },
	jsondoc.RuleLiteral:     func(text string, e jsondoc.Error) (string, bool) { return python(text[e.Offset:e.End]) },
	jsondoc.RuleControl:     func(text string, e jsondoc.Error) (string, bool) { return escaped(text[e.Offset:e.End]), true },
	jsondoc.RuleComma: func(text string, e jsondoc.Error) (string, bool) {
		rest := text[e.End:]
		gap := rest[:len(rest)-len(strings.TrimLeft(rest, " \t\r\n"))]
		return ",", strings.Contains(gap, "\n")
	},
}

// offerRepair offers the edits that make JSON of all that is broken, if each
// error has one and the result proves it.
func (r *reading) offerRepair(all []broken) {
	var edits []jsondoc.Edit
	for _, b := range all {
		repaired, ok := repair(b.doc)
		if !ok {
			return
		}
		for _, e := range repaired {
			edits = append(edits, jsondoc.Edit{Start: b.at + e.Start, End: b.at + e.End, Text: e.Text})
		}
	}
	r.found.Repair = edits
}

func repair(d jsondoc.Doc) ([]jsondoc.Edit, bool) {
	var edits []jsondoc.Edit
	for _, e := range d.Errors {
		if e.Rule == jsondoc.RuleControl {
			e.End = controlEnd(d.Text, e.Offset)
		}
		fix, known := repairs[e.Rule]
		if !known {
			return nil, false
		}
		text, ok := fix(d.Text, e)
		last := len(edits) - 1
		if !ok || last >= 0 && edits[last].End > e.Offset {
			return nil, false
		}
		edits = append(edits, jsondoc.Edit{Start: e.Offset, End: e.End, Text: text})
	}
	return edits, jsondoc.Parse(jsondoc.Apply(d.Text, edits)).OK()
}

// requoted is a string in single quotes as a JSON string.
func requoted(raw string) (string, bool) {
	inside, opened := strings.CutPrefix(raw, "'")
	inside, closed := strings.CutSuffix(inside, "'")
	if !opened || !closed {
		return "", false
	}
	var b strings.Builder
	b.WriteByte('"')
	for i := 0; i < len(inside); i++ {
		switch c := inside[i]; {
		case c == '\\' && i+1 < len(inside):
			i++
			if inside[i] != '\'' {
				b.WriteByte('\\')
			}
			b.WriteByte(inside[i])
		case c == '"':
			b.WriteString(`\"`)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String(), true
}

// quotedName is a name that lacks its double quotes.
func quotedName(raw string) (string, bool) {
	if strings.HasPrefix(raw, "'") {
		return requoted(raw)
	}
	for _, c := range []byte(raw) {
		if !isWord(c) && c < 0x80 {
			return "", false
		}
	}
	return jsondoc.Quote(raw), raw != ""
}

// python is a word of Python's as JSON has it.
func python(word string) (string, bool) {
	i := slices.Index([]string{"True", "False", "None"}, word)
	if i < 0 {
		return "", false
	}
	return []string{"true", "false", "null"}[i], true
}

// controlEnd is where a run of raw characters below U+0020, and spaces, ends:
// the parser reports the first of them only.
func controlEnd(text string, at int) int {
	for at < len(text) && text[at] <= ' ' {
		at++
	}
	return at
}

// escaped is the inside of a JSON string.
func escaped(raw string) string {
	quoted := jsondoc.Quote(raw)
	return quoted[1 : len(quoted)-1]
}
