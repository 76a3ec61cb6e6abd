package play

import (
	"strings"
	"testing"
	"unicode/utf8"

	"toolyard/app/jsondoc"
)

// valueCases are a list as typed, the type it is typed for, and what it means.
// A kind with a ? may be null.
var valueCases = []struct{ list, kind, want string }{
	{"", "string", ""},
	{" , ,\n", "string", ""},
	{"a", "string", `"a"`},
	{"a, b,c", "string", `"a" "b" "c"`},
	{"a\nb\r\n\tc", "string", `"a" "b" "c"`},
	{"摄氏，华氏、开氏", "string", `"摄氏" "华氏" "开氏"`},
	{"New York, a b", "string", `"New York" "a b"`},
	{"1, true, null, {x}", "string", `"1" "true" "null" "{x}"`},
	{"null, nil", "string?", `null "nil"`},
	{`"null", null`, "string?", `"null" null`},
	{`"a, b", " c ", ""`, "string", `"a, b" " c " ""`},
	{`"\u0041\n", "say \"x\""`, "string", `"\u0041\n" "say \"x\""`},
	{`"a, b`, "string", `"\"a" "b"`},
	{`"a" b`, "string", `"\"a\" b"`},
	{`5" pipe`, "string", `"5\" pipe"`},
	{"1, 1.0, 1e3, -0, 12345678901234567890", "integer", `1 1.0 1e3 -0 12345678901234567890`},
	{"1, -, .5", "number", `1 "-" ".5"`},
	{`1, "1", true, null, [1, 2], {"a": "x,}"}`, "", `1 "1" true null [1, 2] {"a": "x,}"}`},
	{"a, [1, b", "", `"a" "[1" "b"`},
	{`"\"x", y`, "string", `"\"x" "y"`},
	{"a, a", "string", `"a" "a"`},
}

func TestReadValues(t *testing.T) {
	for _, c := range valueCases {
		kind, nullable := strings.CutSuffix(c.kind, "?")
		got := readValues(c.list, kind, nullable, nil)
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q as %q is %s, want %s", c.list, c.kind, got, c.want)
		}
		again := readValues(writeValues(got, kind, nullable), kind, nullable, got)
		if strings.Join(again, " ") != c.want {
			t.Errorf("%s written as %q is %s", got, writeValues(got, kind, nullable), again)
		}
	}
}

// A value that is there already keeps its bytes, and is not taken for another
// one that looks like it.
func TestReadValuesOverOld(t *testing.T) {
	for _, c := range []struct{ old, kind, shown, typed, want string }{
		{`"\u0041" "b"`, "string", "A, b", "b, A", `"b" "\u0041"`},
		{`5 "x"`, "string", "5, x", "5, x, y", `5 "x" "y"`},
		{`5 "5"`, "string", "5, 5", "5", `5`},
		{`"5" 5`, "integer", `"5", 5`, `"5", 5, 6`, `"5" 5 6`},
		{`null "null"`, "string?", `null, "null"`, `"null"`, `"null"`},
	} {
		kind, nullable := strings.CutSuffix(c.kind, "?")
		old := strings.Fields(c.old)
		if shown := writeValues(old, kind, nullable); shown != c.shown {
			t.Errorf("%s is shown as %q, want %q", old, shown, c.shown)
		}
		if got := strings.Join(readValues(c.typed, kind, nullable, old), " "); got != c.want {
			t.Errorf("%q over %s is %s, want %s", c.typed, old, got, c.want)
		}
	}
}

// Whatever is typed, its values are JSON and are read back from how they are
// written.
func FuzzValues(f *testing.F) {
	for _, c := range valueCases {
		f.Add(c.list, strings.TrimSuffix(c.kind, "?"), strings.HasSuffix(c.kind, "?"))
	}
	f.Fuzz(func(t *testing.T, list, kind string, nullable bool) {
		if !utf8.ValidString(list) {
			t.Skip("no browser sends this")
		}
		raws := readValues(list, kind, nullable, nil)
		for _, raw := range raws {
			if !jsondoc.Parse(raw).OK() {
				t.Fatalf("%q holds %s, which is no JSON", list, raw)
			}
		}
		text := writeValues(raws, kind, nullable)
		again := readValues(text, kind, nullable, nil)
		a, b := array(raws), array(again)
		if !jsondoc.Equal(a, a.Root, b, b.Root) {
			t.Fatalf("%q is %q, written %q, read %q", list, raws, text, again)
		}
	})
}

// array is a list of values as one JSON text.
func array(raws []string) jsondoc.Doc { return jsondoc.Parse("[" + strings.Join(raws, ",") + "]") }
