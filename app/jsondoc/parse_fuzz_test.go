package jsondoc

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// FuzzParse holds Parse against encoding/json.Valid, the tree against what Node
// promises, and a Scratch against Parse.
func FuzzParse(f *testing.F) {
	for _, text := range seeds {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := Parse(text)
		deep := hasRule(d, RuleDepth)
		if valid := json.Valid([]byte(text)); d.OK() != valid && !(valid && deep) {
			t.Errorf("OK() = %v, json.Valid = %v: %q\nerrors: %v", d.OK(), valid, text, d.Errors)
		}
		var scratch Scratch
		scratch.Parse(`{"before": [1, {"a": "b"}], "it": {}}`)
		if again := scratch.Parse(text); !reflect.DeepEqual(again, d) {
			t.Errorf("%q: in memory that was used before it reads as %s", text, outline(again, again.Root))
		}
		checkErrors(t, d)
		if d.Root != nil {
			checkSpans(t, d, d.Root, Node{End: len(text)})
		}
	})
}

// seeds are texts that reach every rule; parse_test.go says what each gives.
var seeds = append([]string{
	`{"a":[1,-0.5e+3,true,false,null,"\u00e9\ud83d\ude00\n"],"a":{}}`,
	" \t\r\n[ ] ", `"` + "\xff" + `"`, strings.Repeat("[", 600) + strings.Repeat("]", 600),
}, broken()...)

func broken() (texts []string) {
	for _, c := range errorCases {
		texts = append(texts, c.text)
	}
	return texts
}

func hasRule(d Doc, rule string) bool {
	for _, e := range d.Errors {
		if e.Rule == rule {
			return true
		}
	}
	return false
}

func checkErrors(t *testing.T, d Doc) {
	t.Helper()
	if len(d.Errors) > maxErrors {
		t.Errorf("%d errors", len(d.Errors))
	}
	last := 0
	for _, e := range d.Errors {
		if e.Offset < last || e.End < e.Offset || e.End > len(d.Text) {
			t.Errorf("%q: error %+v is out of order or outside of the text", d.Text, e)
		}
		last = e.Offset
		if line, column := d.Position(e.Offset); line != e.Line || column != e.Column {
			t.Errorf("%q: error %+v, but Position gives %d:%d", d.Text, e, line, column)
		}
	}
}

// checkSpans fails where n leaves its place within outer, or its parts are not
// in order.
func checkSpans(t *testing.T, d Doc, n *Node, outer Node) {
	t.Helper()
	if n.Start < outer.Start || n.End > outer.End || n.Start > n.End {
		t.Fatalf("%q: [%d,%d) is outside of [%d,%d)", d.Text, n.Start, n.End, outer.Start, outer.End)
	}
	left := Node{Start: n.Start, End: n.End}
	for _, m := range n.Members {
		if m.NameStart < left.Start || m.NameEnd < m.NameStart || m.Value.Start < m.NameEnd {
			t.Fatalf("%q: member %+v is out of order", d.Text, m)
		}
		checkSpans(t, d, m.Value, left)
		left.Start = m.Value.End
	}
	for _, e := range n.Elements {
		checkSpans(t, d, e, left)
		left.Start = e.End
	}
}
