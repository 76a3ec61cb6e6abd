package schema

import (
	"fmt"
	"testing"

	"toolyard/app/jsondoc"
)

// everyEdit is one edit of each kind at a row, by name.
func everyEdit(s Schema, p Parameter) map[string][]jsondoc.Edit {
	edits := map[string][]jsondoc.Edit{
		"rename":     s.Rename(p.Place, p.Name+"é"),
		"describe":   s.Describe(p.Place, p.Description+"\n\"more\""),
		"undescribe": s.Describe(p.Place, ""),
		"require":    s.Require(p.Place, !p.Required),
		"nullable":   s.Nullable(p.Place, !p.Nullable),
		"enum":       s.Enum(p.Place, append([]string{`1`, `"b"`}, p.Enum...)),
		"noenum":     s.Enum(p.Place, nil),
		"insert":     s.Insert(p.Place, 1, "new"),
		"remove":     s.Remove(p.Place),
		"move":       s.Move(p.Object, p.Index, 0),
		"duplicate":  s.Duplicate(p.Place),
		"untype":     s.Retype(p.Place, ""),
	}
	for _, typ := range Types() {
		edits["retype "+typ] = s.Retype(p.Place, typ)
	}
	return edits
}

// checkEdits makes every edit at every row and fails where the text after one is
// not JSON, or inverting does not give the text back.
func checkEdits(t *testing.T, text string) {
	t.Helper()
	s := Read(text)
	for _, p := range s.Parameters() {
		for name, edits := range everyEdit(s, p) {
			checkEdit(t, s, fmt.Sprintf("%s %s", name, p.Place), edits)
		}
		if after := Read(jsondoc.Apply(text, s.Rename(p.Place, p.Name+"\x00renamed"))); s.Doc.OK() && !p.Item {
			back := jsondoc.Apply(after.Doc.Text, after.Rename(p.Place, p.Name))
			if again := Read(back); !jsondoc.Equal(s.Doc, s.Doc.Root, again.Doc, again.Doc.Root) {
				t.Errorf("renamed %s there and back %q became %q", p.Place, text, back)
			}
		}
	}
	checkEdit(t, s, "insert", s.Insert("", 0, "new"))
}

func checkEdit(t *testing.T, s Schema, name string, edits []jsondoc.Edit) {
	t.Helper()
	at := 0
	for _, e := range edits {
		if e.Start < at || e.End < e.Start {
			t.Fatalf("%s of %q: edits %v overlap", name, s.Doc.Text, edits)
		}
		at = e.End
	}
	after := jsondoc.Apply(s.Doc.Text, edits)
	if len(edits) > 0 && !jsondoc.Parse(after).OK() {
		t.Fatalf("%s of %q is not JSON: %q", name, s.Doc.Text, after)
	}
	if back := jsondoc.Apply(after, jsondoc.Invert(s.Doc.Text, edits)); back != s.Doc.Text {
		t.Fatalf("%s of %q inverted is %q", name, s.Doc.Text, back)
	}
}

func FuzzEdits(f *testing.F) {
	for _, c := range editCases {
		f.Add(c.text)
	}
	for _, c := range parameterCases {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			t.Skip()
		}
		checkEdits(t, text)
		for _, p := range Read(text).Problems() {
			if p.Start < 0 || p.End < p.Start || p.End > len(text) {
				t.Errorf("%q: problem %+v is outside of the text", text, p)
			}
		}
	})
}

// TestRetypeGivesTheType says what every row is after each of Retype and
// Nullable.
func TestRetypeGivesTheType(t *testing.T) {
	for _, text := range []string{weather, nested} {
		s := Read(text)
		for i, p := range s.Parameters() {
			for _, typ := range Types() {
				after := Read(jsondoc.Apply(text, s.Retype(p.Place, typ)))
				q := after.Parameters()[i]
				if q.Type != typ || q.Nullable != p.Nullable || q.Description != p.Description {
					t.Errorf("%s is %+v after Retype to %s", p.Place, q, typ)
				}
				null := Read(jsondoc.Apply(after.Doc.Text, after.Nullable(p.Place, true))).Parameters()[i]
				if null.Type != typ || !null.Nullable {
					t.Errorf("%s is %+v after Retype to %s and Nullable", p.Place, null, typ)
				}
			}
		}
	}
}
