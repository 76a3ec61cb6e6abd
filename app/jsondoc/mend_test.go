package jsondoc

import "testing"

// mendCases are a text with one error and what it was meant to be; "" where that
// takes a guess.
var mendCases = []struct{ text, want string }{
	{`{"a": 1 "b": 2}`, `{"a": 1, "b": 2}`},
	{`[1 2]`, `[1, 2]`},
	{`{"a": 1,}`, `{"a": 1}`},
	{`[1,]`, `[1]`},
	{`{"a" 1}`, `{"a": 1}`},
	{`{"a" = 1}`, `{"a": 1}`},
	{"{\"a\": 1 // one\n}", "{\"a\": 1 \n}"},
	{`{"a": /* one */ 1}`, `{"a":  1}`},
	{"\uFEFF{}", `{}`},
	{`{a: 1}`, `{"a": 1}`},
	{`{'a': 1}`, `{"a": 1}`},
	{`{"a": 'it is "b"\n'}`, `{"a": "it is \"b\"\n"}`},
	{`{"a": True}`, `{"a": true}`},
	{`{"a": None}`, `{"a": null}`},
	{`{"a": undefined}`, `{"a": null}`},
	{`{"a": string}`, ``},
	{`{"a": 01}`, ``},
	{`{"a": }`, ``},
	{"{\"a\": \"b\n}", "{\"a\": \"b\"\n}"},
	{`{"a": {}`, ``},
	{`{"a": 1}]`, ``},
	{`[1}]`, `[1]`},
}

func TestMend(t *testing.T) {
	for _, c := range mendCases {
		d := Parse(c.text)
		if len(d.Errors) == 0 {
			t.Fatalf("%s is JSON", c.text)
		}
		edits := d.Mend(d.Errors[0])
		got := Apply(c.text, edits)
		if edits == nil {
			got = ""
		}
		if got != c.want && !(c.want != "" && Equal(Parse(got), Parse(got).Root, Parse(c.want), Parse(c.want).Root) && Parse(got).OK()) {
			t.Errorf("%s: got %s, want %s (%v)", c.text, got, c.want, d.Errors)
		}
	}
}

func FuzzMend(f *testing.F) {
	for _, c := range mendCases {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := Parse(text)
		for _, e := range d.Errors {
			edits := d.Mend(e)
			if after := Apply(text, edits); Apply(after, Invert(text, edits)) != text {
				t.Fatalf("%q: %v is not undone", text, edits)
			}
		}
	})
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{`[1, 2]`, -1}, {`[2, 1]`, 1}, {`[1.0, 1]`, 0}, {`[1e2, 100]`, 0}, {`[-1, 1]`, -1}, {`[-1, -2]`, 1}, {`[0, -0]`, 0},
		{`[0.1, 0.09]`, 1}, {`[9, 10]`, -1}, {`[-9, -10]`, 1}, {`[12, 123]`, -1}, {`[0, 1e-400]`, -1}, {`[0, -1e-400]`, 1},
		{`[1e400, 12345678901234567890123]`, 1}, {`["a", 1]`, 0}, {`[1.05, 1.5]`, -1},
	} {
		d := Parse(c.text)
		if got := Compare(d, d.Root.Elements[0], d, d.Root.Elements[1]); got != c.want {
			t.Errorf("%s: got %d, want %d", c.text, got, c.want)
		}
	}
}
