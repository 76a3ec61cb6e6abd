package schema

import "testing"

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
