package play

import (
	"testing"

	"toolyard/app/jsondoc"
	"toolyard/app/schema"
	"toolyard/app/tool"
)

// TestMendedText: a text that stops being JSON and is JSON again is read as any
// other; where it is what it was, the form has the very tree of before.
func TestMendedText(t *testing.T) {
	const text = `{"type": "object", "properties": {"a": {"type": "string"}, "b": {}}}`
	m := New("en")
	m.Tools = []tool.Tool{tool.New(100, "t", "", text)}
	before := m.Tools[0].Parameters
	edit := func(start, end int, insert string) schema.Schema {
		m, _ = Update(m, ParametersEdited{ID: 100, Edits: []jsondoc.Edit{{Start: start, End: end, Text: insert}}})
		return m.Tools[0].Parameters
	}
	if s := edit(1, 1, ","); s.Doc.OK() {
		t.Fatal("it is JSON still")
	}
	if s := edit(1, 2, ""); s.Doc.Root != before.Doc.Root {
		t.Error("the same text has another tree")
	}
	edit(1, 1, `"x" 1, `)
	s := edit(4, 4, ":")
	if want := jsondoc.Parse(s.Doc.Text); !s.Doc.OK() || s.Doc.Raw(s.Doc.Root.Get("x")) != want.Raw(want.Root.Get("x")) {
		t.Errorf("%s is read as %v", s.Doc.Text, s.Doc.Errors)
	}
}
