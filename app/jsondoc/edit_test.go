package jsondoc

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// editCases are a text, an edit of the node at a pointer, and the text after.
// The edit is words: see edited.
var editCases = []struct{ text, at, edit, want string }{
	// On one line, with the spaces that are there.
	{`{}`, ``, `set a 1`, `{"a": 1}`},
	{`{"a":1}`, ``, `set b 2`, `{"a":1,"b":2}`},
	{`{"a": 1}`, ``, `set b 2`, `{"a": 1, "b": 2}`},
	{`{ "a" : 1 }`, ``, `set b 2`, `{ "a" : 1, "b" : 2 }`},
	{`{"a":1, "b":2}`, ``, `set c 3`, `{"a":1, "b":2, "c":3}`},
	{`{"a": 1}`, ``, `set a 2`, `{"a": 2}`},
	{`{"a": 1, "a": 2}`, ``, `set a 3`, `{"a": 1, "a": 3}`},
	{`{"a": 1, "b": 2}`, ``, `insert 0 c 3`, `{"c": 3, "a": 1, "b": 2}`},
	{`{"a": 1, "b": 2}`, ``, `insert 1 a 3`, `{"a": 1, "a": 3, "b": 2}`},
	{`{"p":{}}`, `/p`, `set a 1`, `{"p":{"a":1}}`},
	{`{"p":[]}`, `/p`, `element 0 1`, `{"p":[1]}`},
	{`[1,2]`, ``, `element 1 9`, `[1,9,2]`},
	{`[1]`, ``, `element 9 2`, `[1, 2]`},
	{`{"p":[1]}`, `/p`, `element 1 2`, `{"p":[1,2]}`},

	// On lines of their own.
	{"{\n  \"a\": 1\n}", ``, `set b 2`, "{\n  \"a\": 1,\n  \"b\": 2\n}"},
	{"{\n  \"a\": 1\n}", ``, `insert 0 b 2`, "{\n  \"b\": 2,\n  \"a\": 1\n}"},
	{"{\n\t\"a\": {}\n}", `/a`, `set b 2`, "{\n\t\"a\": {\n\t\t\"b\": 2\n\t}\n}"},
	{"{\n    \"a\": {\n    }\n}", `/a`, `set b 2`, "{\n    \"a\": {\n        \"b\": 2\n    }\n}"},
	{"{\r\n \"a\": 1\r\n}", ``, `set b 2`, "{\r\n \"a\": 1,\r\n \"b\": 2\r\n}"},
	{"{\r\n \"a\": {}\r\n}", `/a`, `set b 2`, "{\r\n \"a\": {\r\n  \"b\": 2\r\n }\r\n}"},
	{"[\n  1,\n  2\n]", ``, `element 1 9`, "[\n  1,\n  9,\n  2\n]"},
	{"{\n  \"a\": [1]\n}", `/a`, `element 1 2`, "{\n  \"a\": [1, 2]\n}"},
	{"{\n}", ``, `set a 1`, "{\n  \"a\": 1\n}"},

	// Removing takes the comma and the line.
	{`{"a": 1, "b": 2, "c": 3}`, ``, `remove 0`, `{"b": 2, "c": 3}`},
	{`{"a": 1, "b": 2, "c": 3}`, ``, `remove 2`, `{"a": 1, "b": 2}`},
	{`{ "a": 1 }`, ``, `remove 0`, `{}`},
	{"{\n  \"a\": 1,\n  \"b\": 2\n}", ``, `remove 0`, "{\n  \"b\": 2\n}"},
	{"{\n  \"a\": 1,\n  \"b\": 2\n}", ``, `remove 1`, "{\n  \"a\": 1\n}"},
	{`{"a": 1, "b": 2, "c": 3, "d": 4}`, ``, `remove 1 2`, `{"a": 1, "d": 4}`},
	{`{"a": 1, "b": 2, "c": 3, "d": 4}`, ``, `remove 0 2 3`, `{"b": 2}`},
	{`{"a": 1, "b": 2}`, ``, `remove 1 0 1`, `{}`},
	{`[1, 2, 3]`, ``, `drop 1`, `[1, 3]`},
	{`[1, 2, 3]`, ``, `drop 0 1`, `[3]`},

	// Moving keeps the bytes.
	{`{"a" :1,  "b": 2, "c": 3}`, ``, `move 0 2`, `{"b": 2, "c": 3,  "a" :1}`},
	{`{"a" :1,  "b": 2, "c": 3}`, ``, `move 2 0`, `{"c": 3, "a" :1,  "b": 2}`},
	{"{\n  \"a\": {\n    \"x\": 1\n  },\n  \"b\": 2\n}", ``, `move 0 1`, "{\n  \"b\": 2,\n  \"a\": {\n    \"x\": 1\n  }\n}"},
	{`[1, 2, 3]`, ``, `shift 0 1`, `[2, 1, 3]`},

	// Names and values.
	{`{"a": 1}`, ``, `rename 0 é"`, `{"é\"": 1}`},
	{`{"\u0061": 1}`, ``, `rename 0 a`, `{"\u0061": 1}`},
	{`{"a": 1, "a": 2}`, ``, `rename 0 b`, `{"b": 1, "a": 2}`},
	{` {"a": 1} `, `/a`, `replace [2]`, ` {"a": [2]} `},

	// What can't be done changes nothing.
	{`{"a": 1`, ``, `set b 2`, `{"a": 1`},
	{`{"a": 1}`, `/b`, `set b 2`, `{"a": 1}`},
	{`{"a": 1}`, `/a`, `set b 2`, `{"a": 1}`},
	{`{"a": 1}`, ``, `remove 1`, `{"a": 1}`},
	{`{"a": 1}`, ``, `move 0 1`, `{"a": 1}`},
	{`{"a": 1}`, ``, `element 0 1`, `{"a": 1}`},
	{`[1]`, ``, `drop -1`, `[1]`},
	{`[1]`, ``, `shift 0 0`, `[1]`},
}

func TestEdits(t *testing.T) {
	for _, c := range editCases {
		edits := edited(t, Parse(c.text), c.at, c.edit)
		got := Apply(c.text, edits)
		if got != c.want {
			t.Errorf("%s at %q of\n%s\n got %s\nwant %s", c.edit, c.at, c.text, got, c.want)
		}
		if got == c.text && len(edits) != 0 {
			t.Errorf("%s at %q of %s: %v changes nothing", c.edit, c.at, c.text, edits)
		}
		if back := Apply(got, Invert(c.text, edits)); back != c.text {
			t.Errorf("%s at %q of %s: inverted it is %s", c.edit, c.at, c.text, back)
		}
	}
}

// edited is the edits that the words of an edit name: a verb, numbers, a name
// and a raw value, as the verb takes them.
func edited(t *testing.T, d Doc, at, edit string) []Edit {
	t.Helper()
	n := d.At(at)
	words := strings.Split(edit, " ")
	var numbers []int
	for _, word := range words[1:] {
		i, _ := strconv.Atoi(word)
		numbers = append(numbers, i)
	}
	switch words[0] {
	case "set":
		return d.SetMember(n, words[1], words[2])
	case "insert":
		return d.InsertMember(n, numbers[0], words[2], words[3])
	case "rename":
		return d.RenameMember(n, numbers[0], words[2])
	case "remove":
		return d.RemoveMembers(n, numbers...)
	case "move":
		return d.MoveMember(n, numbers[0], numbers[1])
	case "replace":
		return d.ReplaceValue(n, words[1])
	case "element":
		return d.InsertElement(n, numbers[0], words[2])
	case "drop":
		return d.RemoveElements(n, numbers...)
	case "shift":
		return d.MoveElement(n, numbers[0], numbers[1])
	}
	t.Fatalf("no edit is called %s", words[0])
	return nil
}

func TestFit(t *testing.T) {
	for _, c := range []struct{ text, at, raw, want string }{
		{`{}`, ``, `{"a":[1,2]}`, `{"a": [1, 2]}`},
		{`{"a":1}`, ``, `{"a": [1, 2]}`, `{"a":[1,2]}`},
		{"{\n  \"a\": 1\n}", ``, `{"b":2}`, "{\n    \"b\": 2\n  }"},
		{"{\n  \"a\": {\"x\":1}\n}", ``, `{"b":2}`, `{"b":2}`},
		{"{\n  \"a\": {\"x\": 1}\n}", ``, `{"b":2, "c":3}`, `{"b": 2, "c": 3}`},
		{"{\n  \"a\": 1\n}", ``, `["b","c"]`, `["b", "c"]`},
		{"{\n  \"a\": [\n    1\n  ]\n}", ``, `["b"]`, "[\n    \"b\"\n  ]"},
		{"{\n  \"p\": {}\n}", `/p`, `{"b":2}`, "{\n      \"b\": 2\n    }"},
		{`{}`, ``, `1.0`, `1.0`},
		{`{}`, ``, `[1,`, `[1,`},
		{`{`, ``, `[1,2]`, `[1,2]`},
	} {
		d := Parse(c.text)
		if got := d.Fit(d.At(c.at), c.raw); got != c.want {
			t.Errorf("%s in %q of\n%s\n got %s\nwant %s", c.raw, c.at, c.text, got, c.want)
		}
	}
}

func TestJoin(t *testing.T) {
	d := Parse(`{"a": 1, "b": 2}`)
	joined := Join(d.RemoveMember(d.Root, 1), d.RenameMember(d.Root, 0, "c"), d.InsertMember(d.Root, 1, "x", "0"))
	if got, want := Apply(d.Text, joined), `{"c": 1, "x": 0}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	touching := Join([]Edit{{3, 5, "b"}}, []Edit{{1, 3, "a"}, {7, 7, "c"}})
	if got, want := fmt.Sprint(touching), "[{1 5 ab} {7 7 c}]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
