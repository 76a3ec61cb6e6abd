package jsondoc

import (
	"reflect"
	"strings"
	"testing"
)

// reparseCases are a text and one that is typed in its place.
var reparseCases = []struct{ old, text string }{
	{`{"a": "b", "c": [1, 2]}`, `{"a": "bc", "c": [1, 2]}`},
	{`{"a": "b", "c": [1, 2]}`, `{"ab": "b", "c": [1, 2]}`},
	{`{"a": "b", "c": [1, 2]}`, `{"c": "b", "c": [1, 2]}`},
	{`{"c": "b", "c": [1, 2]}`, `{"c": "b", "": [1, 2]}`},
	{`{"": {"x": 1}, "c": [{}, {"d": null}]}`, `{"": {}, "c": [{}, {"d": null}]}`},
	{`{"a": {"b": {"c": 1}}}`, `{"a": {"b": {"c": 1, "d": 2}}}`},
	{`{"a": {"b": {"c": 1}}}`, `{"a": {"b": {"c": 1}, "d": 2}}`},
	{`[1, 22, 3]`, `[1, 2, 3]`},
	{`[1, 2]`, `[1, 2, 3]`},
	{`[[1], [2]]`, `[[1], [2], [3]]`},
	{`[{"a": 1}, {"a": 2}]`, `[{"a": 1}, {"a": 2}] `},
	{`{"a": 1}`, `{"a": 1`},
	{`{"a": 1}`, `{"a" 1}`},
	{`{"a": "b"}`, `{"a": "b}`},
	{`{"a": "b", "c": "d"}`, `{"a": "b", c": "d"}`},
	{`{"a": "b", "c": "d"}`, `{"a": "b", "c\": "d"}`},
	{`{"a": "b", "c": "d"}`, `{"a": "b", "c\u0041": "d"}`},
	{`{"a": 1, "b": 2}`, `{"a"/**/: 1, "b": 2}`},
	{`{"a": {}}`, `{"a": {}{}}`},
	{`{"a": [1]}`, `{"a": [1],[2]}`},
	{`{"ab": 1}`, `{"a":1,"b": 1}`},
	{`1`, `12`},
	{`["a", "b", "c"]`, `["a", "", "c"]`},
	{`["a", 1, "c"]`, `["a", 12, "c"]`},
	{`["a", 1, "c"]`, `["a", 21, "c"]`},
	{`["a", 1, "c"]`, `["a", 1,2, "c"]`},
	{`["a", 1, "c"]`, `["a", {"b": [3]}, "c"]`},
	{`{"a": {"b": 1}}`, `{"a": {"b": 1}, "c": 2}`},
	{`{"a": {"b": 1}}`, `{"a": {"b": 1}2}`},
	{`{"a": {"b": 1}}`, `{"": 0,"a": {"b": 1}}`},
	{`{"a": {"b": 1}, "": {}}`, `{"a": {"b": 1}, "":[], "": {}}`},
	{`[[1]]`, `[[1], [2]]`},
	{`[[1]]`, `[1,[1]]`},
	{`[[1], "2"]`, `["2"]`},
	{`[[1], "2"]`, `[[1]]`},
	{`[1, 2]`, `[1, 0, 2]`},
	{`["a", "b"]`, `["a", ",", "b"]`},
	{`{"a": 1, "b": 2, "c": 3}`, `{"b": 2, "a": 1, "c": 3}`},
	{`{"a": 1, "b": 2, "c": 3}`, `{"a": 1, "c": 3}`},
	{`{"a": 1, "b": 2, "c": 3}`, `{"a": 1, "b": 2, }`},
	{`{"a": 1, "b": 2, "c": 3}`, `{"a": 1}`},
	{`{"a": 1, "b": 2, "a": 3}`, `{"b": 2, "a": 3}`},
	{`{"a": 1, "b": 2, "a": 3}`, `{"a": 1, "b": 2, "a": 0, "b": 4, "a": 3}`},
	{`{"a": 1, "b": 2}`, `{"a": 1}, {"b": 2}`},
	{`[1, [2], 3]`, `[1, 4], [2, 3]`},
	{`[1, [2], 3]`, `[ 1, [2],3 ]`},
	{`{"a": [], "b": {}}`, `{"a": [1], "b": {}}`},
	{`{"a": true, "b": {}}`, `{"a": tru, "b": {}}`},
	{``, `{}`},
	{`{}`, ``},
	{`{ }`, `{"a": 1}`},
	{strings.Repeat("[", 511) + strings.Repeat("]", 511), strings.Repeat("[", 512) + strings.Repeat("]", 512)},
	{strings.Repeat("[", 512) + strings.Repeat("]", 512), strings.Repeat("[", 513) + strings.Repeat("]", 513)},
}

func TestReparse(t *testing.T) {
	for _, c := range reparseCases {
		checkReparse(t, c.old, c.text)
		checkReparse(t, c.text, c.old)
	}
}

func checkReparse(t *testing.T, old, text string) {
	t.Helper()
	d, before := Parse(old), Parse(old)
	if got, want := d.To(text), Parse(text); !reflect.DeepEqual(got, want) {
		t.Errorf("%q to %q:\n got %s\nwant %s", old, text, Compact(got, got.Root), Compact(want, want.Root))
	}
	if !reflect.DeepEqual(d, before) {
		t.Errorf("%q to %q wrote into what it came from", old, text)
	}
}

// TestReparseIsLocal says that what is far from an edit is not read again.
func TestReparseIsLocal(t *testing.T) {
	d := Parse(largeSchema(100))
	all := d.Root.Get("properties")
	m := all.Members[50]
	for name, edits := range map[string][]Edit{
		"name":   d.RenameMember(all, 50, "renamed"),
		"inside": d.SetMember(m.Value, "description", `"d"`),
		"beside": d.InsertMember(d.Root, 9, "title", "0"),
		"moved":  d.MoveMember(all, 50, 51),
		"copied": d.InsertMember(all, 51, "copy", "{}"),
		"gone":   d.RemoveMember(all, 50),
		"both":   append(d.RenameMember(all, 50, "renamed"), d.SetMember(m.Value, "description", `"d"`)...),
	} {
		after := d.Edit(edits)
		if want := Parse(Apply(d.Text, edits)); !reflect.DeepEqual(after, want) {
			t.Errorf("%s: another tree", name)
		}
		if after.Root.Get("properties").Members[49].Value != all.Members[49].Value {
			t.Errorf("%s: what stands before it was read again", name)
		}
	}
}

func FuzzReparse(f *testing.F) {
	for _, c := range reparseCases {
		f.Add(c.old, 1, 2, c.text)
		edit := Difference(c.old, c.text)
		f.Add(c.old, edit.Start, edit.End, edit.Text)
	}
	f.Fuzz(func(t *testing.T, old string, start, end int, text string) {
		if start < 0 || end < start || end > len(old) || len(old)+len(text) > 3000 {
			t.Skip()
		}
		edits := []Edit{{start, end, text}}
		after := Apply(old, edits)
		d := Parse(old)
		if got, want := d.Edit(edits), Parse(after); !reflect.DeepEqual(got, want) {
			t.Fatalf("%q with %v: another tree than of %q", old, edits, after)
		}
		checkReparse(t, old, after)
	})
}

func BenchmarkReparse(b *testing.B) {
	d := Parse(largeSchema(2000))
	properties := d.Root.Get("properties")
	for name, edits := range map[string][]Edit{
		"name":  d.RenameMember(properties, 1000, "renamed"),
		"value": d.SetMember(properties.Members[1000].Value, "description", `"d"`),
		"move":  d.MoveMember(properties, 1000, 1001),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if !d.Edit(edits).OK() {
					b.Fatal("not JSON")
				}
			}
		})
	}
}
