package schema

import "testing"

func TestRow(t *testing.T) {
	for at, want := range map[Place]Place{
		"": "", "2": "2", "2.0": "2.0", "2.items.1": "2.items.1", "2.anyOf/1": "2", "2.anyOf/1.0": "2", "$defs/0.1": "",
		"2.items/0": "2", "10.not.3": "10", "0.1.2": "0.1.2",
	} {
		if got := at.Row(); got != want {
			t.Errorf("the row of %q is %q, want %q", at, got, want)
		}
	}
}

func TestSpan(t *testing.T) {
	s := Read(`{"properties": {"a": {"type": "array", "items": {}}, "b": {"anyOf": [{}, {"x": 1}]}}}`)
	for at, want := range map[Place]string{
		"": s.Doc.Text, "0": `"a": {"type": "array", "items": {}}`, "0.items": "{}", "1": `"b": {"anyOf": [{}, {"x": 1}]}`,
		"1.anyOf/1": `{"x": 1}`,
	} {
		start, end, ok := s.Span(at)
		if !ok || s.Doc.Text[start:end] != want {
			t.Errorf("%q is %v %q, want %q", at, ok, s.Doc.Text[start:end], want)
		}
	}
	if _, _, ok := s.Span("7"); ok {
		t.Error("there is no eighth parameter")
	}
}
