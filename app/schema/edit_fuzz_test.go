package schema

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"toolyard/app/jsondoc"
)

// seeds is the schemas of all tables and golden files.
func seeds() []string {
	var texts []string
	for _, c := range editCases {
		texts = append(texts, c.text)
	}
	for _, c := range parameterCases {
		texts = append(texts, c.text)
	}
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			panic(err)
		}
		for _, line := range strings.Split(string(text), "\n") {
			if line = strings.TrimPrefix(line, "! "); strings.HasPrefix(line, "{") {
				texts = append(texts, strings.ReplaceAll(line, "\\n", "\n"))
			}
		}
	}
	return texts
}

// everyEdit is one edit of each kind at a schema, by name.
func everyEdit(s Schema, p Parameter) map[string][]jsondoc.Edit {
	_, cut := s.Cut(p.Place)
	edits := map[string][]jsondoc.Edit{
		"rename":     s.Rename(p.Place, p.Name+"é"),
		"describe":   s.Describe(p.Place, p.Description+"\n\"more\""),
		"undescribe": s.Describe(p.Place, ""),
		"require":    s.Require(p.Place, !p.Required),
		"with":       s.RequireWith(p.Place, []string{"a"}),
		"without":    s.RequireWith(p.Place, nil),
		"nullable":   s.Nullable(p.Place, !p.Nullable),
		"enum":       s.Enum(p.Place, append([]string{`1`, `"b"`}, p.Enum...)),
		"noenum":     s.Enum(p.Place, nil),
		"insert":     s.Insert(p.Place, 1, "new"),
		"paste":      s.Paste(p.Object, p.Index, p.Name, s.Copy(p.Place)),
		"remove":     cut,
		"move":       s.Move(p.Object, p.Index, 0),
		"shift":      s.Shift(p.Place, 0),
		"out":        s.MoveTo(p.Place, p.Object.Object(), 1),
		"top":        s.MoveTo(p.Place, "", 0),
		"in":         s.MoveTo(p.Place, p.Object.Nth(p.Keyword, p.Index+1), 0),
		"in before":  s.MoveTo(p.Place, p.Object.Nth(p.Keyword, p.Index-1), 9),
		"duplicate":  s.Duplicate(p.Place),
		"untype":     s.Retype(p.Place, ""),
		"types":      s.SetTypes(p.Place, []string{"integer", null}),
		"unite":      s.Unite(p.Place),
		"unify":      s.Unify(p.Place),
		"extract":    s.Extract(p.Place, "definition"),
		"inline":     s.Inline(p.Place),
		"branch":     s.InsertValue(p.Place, "anyOf", 1, `{}`),
		"drop":       s.RemoveValue(p.Place, "anyOf", 0),
		"entry":      s.AddEntry(p.Place, "$defs", "a", `{}`),
	}
	for _, typ := range Types() {
		edits["retype "+typ] = s.Retype(p.Place, typ)
	}
	for _, d := range s.Definitions() {
		edits["refer "+d.Name] = s.Refer(p.Place, d.Place)
	}
	return edits
}

// checkEdits makes every edit at every schema and fails where the text after one
// is not JSON, or inverting does not give the text back.
func checkEdits(t *testing.T, text string) {
	t.Helper()
	s := Read(text)
	for _, p := range s.Outline() {
		for name, edits := range everyEdit(s, p) {
			checkEdit(t, s, fmt.Sprintf("%s %s", name, p.Place), edits)
		}
		if len(edits(s, p)) > 0 {
			renameBack(t, s, p)
		}
		if at, ok := s.PlaceOf(p.Pointer); s.Doc.OK() && ok && at != p.Place && !ambiguous(s, p) {
			t.Errorf("%q: %s is at %s, but PlaceOf says %s", text, p.Place, p.Pointer, at)
		}
	}
	checkEdit(t, s, "insert", s.Insert("", 0, "new"))
}

func edits(s Schema, p Parameter) []jsondoc.Edit { return s.Rename(p.Place, p.Name+"\x00renamed") }

func renameBack(t *testing.T, s Schema, p Parameter) {
	t.Helper()
	after := Read(jsondoc.Apply(s.Doc.Text, edits(s, p)))
	back := jsondoc.Apply(after.Doc.Text, after.Rename(p.Place, p.Name))
	if again := Read(back); !sameButRefs(s, again) {
		t.Errorf("renamed %s there and back %q became %q", p.Place, s.Doc.Text, back)
	}
}

// sameButRefs says that two texts are the same value, but for how the pointers
// of references are escaped.
func sameButRefs(a, b Schema) bool {
	for _, s := range []*Schema{&a, &b} {
		var edits []jsondoc.Edit
		for _, r := range s.references() {
			if p, ok := s.pointerOf(r.value); ok {
				edits = append(edits, s.Doc.ReplaceValue(r.value, jsondoc.Quote(string(p)))...)
			}
		}
		*s = Read(jsondoc.Apply(s.Doc.Text, jsondoc.Join(edits)))
	}
	return jsondoc.Equal(a.Doc, a.Doc.Root, b.Doc, b.Doc.Root)
}

// ambiguous reports whether a pointer names several: a name on the way is
// repeated.
func ambiguous(s Schema, p Parameter) bool {
	path, _ := s.path(p.Place)
	for _, a := range path[1:] {
		if a.named() {
			if all, _ := a.namesakes(); all > 1 {
				return true
			}
		}
	}
	return false
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

// checkProblems says that problems stand in the text and that their fixes are
// edits like others.
func checkProblems(t *testing.T, text string) {
	t.Helper()
	s := Read(text)
	for _, p := range s.Problems() {
		if p.Start < 0 || p.End < p.Start || p.End > len(text) {
			t.Errorf("%q: problem %+v is outside of the text", text, p)
		}
		for _, f := range p.Fixes {
			if s.Doc.OK() {
				checkEdit(t, s, p.Rule+" "+f.ID, f.Edits)
			}
		}
		if _, ok := s.find(p.At); s.Doc.OK() && (!ok || !p.At.Inside(p.Place)) {
			t.Errorf("%q: problem %+v is at no schema", text, p)
		}
	}
}

func FuzzEdits(f *testing.F) {
	for _, text := range seeds() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1000 {
			t.Skip()
		}
		checkEdits(t, text)
		checkProblems(t, text)
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
