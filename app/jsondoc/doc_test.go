package jsondoc

import (
	"strings"
	"testing"
)

func TestAt(t *testing.T) {
	d := Parse(`{"a/b": {"c~d": [10, [20]]}, "": {"": 1}, "x": 2, "x": 3, "é": 4}`)
	for pointer, want := range map[string]string{
		"":                d.Text,
		"/a~1b/c~0d/0":    "10",
		"/a~1b/c~0d/1/0":  "20",
		"/":               `{"": 1}`,
		"//":              "1",
		"/x":              "3",
		"/é":              "4",
		"/a~1b/c~0d/2":    "",
		"/a~1b/c~0d/01":   "",
		"/a~1b/c~0d/-1":   "",
		"/a~1b/c~0d/-":    "",
		"/a~1b/c~0d/+1":   "",
		"/x/y":            "",
		"x":               "",
		"/a~1b/c~0d/1/0/": "",
	} {
		if got := d.Raw(d.At(pointer)); got != want {
			t.Errorf("At(%q) is %q, want %q", pointer, got, want)
		}
	}
	if (Doc{}).At("") != nil || (Doc{}).At("/a") != nil {
		t.Error("the zero Doc has a node")
	}
}

func TestMembers(t *testing.T) {
	names := make([]string, 40)
	for i := range names {
		names[i] = `"n` + string(rune('a'+i%30)) + `": ` + string(rune('0'+i/30))
	}
	d := Parse("{" + strings.Join(names, ",") + `, "n\u0061": 9}`)
	repeated := 0
	for _, m := range d.Root.Members {
		if m.Repeated {
			repeated++
		}
	}
	if !d.OK() || repeated != 11 {
		t.Errorf("%d names are marked as repeated, want 11; errors %v", repeated, d.Errors)
	}
	if got := d.Raw(d.Root.Get("na")); got != "9" {
		t.Errorf("the last of a repeated name is %s, want 9", got)
	}
	few := Parse(`{"a": 1, "b": 2, "\u0061": 3}`).Root.Members
	if few[0].Repeated || few[1].Repeated || !few[2].Repeated {
		t.Errorf("wrongly marked: %+v", few)
	}
	var none *Node
	if none.Get("a") != nil || none.Index("a") != -1 {
		t.Error("nil has a member")
	}
}

func TestDepth(t *testing.T) {
	nested := func(depth int) Doc {
		return Parse(strings.Repeat(`{"a":[`, depth/2) + strings.Repeat(`]}`, depth/2))
	}
	if d := nested(maxDepth); !d.OK() {
		t.Errorf("nested %d deep: %v", maxDepth, d.Errors)
	}
	d := nested(100_000)
	if len(d.Errors) != 1 || d.Errors[0].Rule != RuleDepth || d.Errors[0].Offset != 3*maxDepth {
		t.Errorf("nested too deep: %v", d.Errors)
	}
}

func TestPosition(t *testing.T) {
	d := Parse("[1,\r\n\"😀é\", 2]")
	for offset, want := range map[int][2]int{
		-1: {1, 1}, 0: {1, 1}, 3: {1, 4}, 5: {2, 1}, 10: {2, 4}, 12: {2, 5}, 13: {2, 6}, 99: {2, 10},
	} {
		if line, column := d.Position(offset); line != want[0] || column != want[1] {
			t.Errorf("offset %d is at %d:%d, want %d:%d", offset, line, column, want[0], want[1])
		}
	}
}

func TestEqual(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{`1`, `1.0`, true}, {`1e2`, `100`, true}, {`-0`, `0.0e9`, true}, {`0.1`, `1E-1`, true}, {`120`, `1.2e+2`, true},
		{`1`, `-1`, false}, {`1`, `10`, false}, {`1e400`, `1e401`, false},
		{`12345678901234567890`, `12345678901234567891`, false},
		{`1e99999999999999999999`, `10e99999999999999999998`, true},
		{`1e99999999999999999999`, `1e99999999999999999998`, false},
		{`"a"`, `"\u0061"`, true}, {`"a"`, `"b"`, false}, {`"1"`, `1`, false},
		{`null`, `null`, true}, {`true`, `false`, false}, {`null`, `false`, false},
		{`{"a":1,"b":[2]}`, ` { "b" : [ 2.0 ], "a" : 1 } `, true},
		{`{"a":1}`, `{"a":1,"b":2}`, false}, {`{"a":1}`, `{"b":1}`, false},
		{`{"a":1,"a":2}`, `{"a":2}`, true}, {`[1,2]`, `[2,1]`, false}, {`[1]`, `[1,1]`, false},
		{``, ``, true}, {``, `null`, false}, {`tru`, `tru`, true}, {`tru`, `nul`, false},
	} {
		a, b := Parse(c.a), Parse(c.b)
		if Equal(a, a.Root, b, b.Root) != c.want || Equal(b, b.Root, a, a.Root) != c.want {
			t.Errorf("%s and %s: want equal %v", c.a, c.b, c.want)
		}
	}
}

func TestIsInteger(t *testing.T) {
	for text, want := range map[string]bool{
		`0`: true, `-0.0`: true, `1`: true, `1.0`: true, `1.50e1`: true, `100e-2`: true, `1e9999999999999999999`: true,
		`1.5`: false, `1e-1`: false, `101e-2`: false, `1e-9999999999999999999`: false, `"1"`: false, `null`: false, ``: false,
	} {
		if d := Parse(text); d.IsInteger(d.Root) != want {
			t.Errorf("IsInteger(%s) is not %v", text, want)
		}
	}
}

func TestErrorText(t *testing.T) {
	if got, want := Parse("[1,\n 2 3]").Errors[0].Error(), "jsondoc: line 2, column 3: comma-missing"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
