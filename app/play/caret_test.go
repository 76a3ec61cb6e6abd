package play

import (
	"strings"
	"testing"

	"toolyard/app/jsondoc"
)

const caretSchema = `{"properties": {"a": {"type": "string"}, "b": {"type": "object", "properties": {"c": {"anyOf": [{"type": "null"}]}}}}}`

func TestFormAndTextFollowEachOther(t *testing.T) {
	s, id := withWrong(t, caretSchema)
	s.do(SchemaViewChosen{"json"}, CaretMoved{id, strings.Index(caretSchema, `"c"`)}, SchemaViewChosen{"visual"})
	if s.model.View.Row() != "1.0" || s.focused() != ParameterField("1.0") {
		t.Errorf("row %s, focus %s", s.model.View.Row(), s.focused())
	}
	s.do(RowEntered{id, "0"}, SchemaViewChosen{"json"})
	if sel := s.model.View.Select; caretSchema[sel.Start:sel.End] != `"a": {"type": "string"}` || s.focused() != "schema-json" {
		t.Errorf("%+v, focus %s", sel, s.focused())
	}
	s.host.focus = nil
	s.do(ToolSelected{s.model.Tools[0].ID}, SchemaViewChosen{"visual"})
	if s.model.View.Row() != "" || s.focused() != "" {
		t.Errorf("of another tool: row %q, focus %q", s.model.View.Row(), s.focused())
	}
}

// TestFoldedRowIsOpened: what leads to a row opens what it is in.
func TestFoldedRowIsOpened(t *testing.T) {
	s, id := withWrong(t, caretSchema)
	fold := Fold(id, "/properties/b")
	s.do(SchemaViewChosen{"visual"}, Folded{fold}, SchemaViewChosen{"json"}, CaretMoved{id, strings.Index(caretSchema, "anyOf")}, SchemaViewChosen{"visual"})
	if s.model.View.IsFolded(fold) {
		t.Error("it is folded still")
	}
}

func TestBothViewsAtOnce(t *testing.T) {
	s, id := withWrong(t, caretSchema)
	s.do(BesideSwitched{true}, RowEntered{id, "1"})
	if sel := s.model.View.Select; !strings.HasPrefix(caretSchema[sel.Start:], `"b": {`) {
		t.Errorf("selected %+v", sel)
	}
	s.do(CaretMoved{id, strings.Index(caretSchema, "string")})
	if got := s.host.reveal; len(got) != 1 || got[0] != ParameterField("0") {
		t.Errorf("shown is %v", got)
	}
}

func TestTextIsEdited(t *testing.T) {
	s, id := withWrong(t, caretSchema)
	at := strings.Index(caretSchema, "string")
	typed := ParametersEdited{id, []jsondoc.Edit{{Start: at, End: at + 6, Text: "number"}}}
	s.do(typed)
	want := strings.Replace(caretSchema, "string", "number", 1)
	if s.text(id) != want {
		t.Error(s.text(id))
	}
	// In another schema it is another step.
	at = strings.Index(want, "null")
	s.do(ParametersEdited{id, []jsondoc.Edit{{Start: at, End: at + 4, Text: "x"}}},
		ParametersEdited{id, []jsondoc.Edit{{Start: at + 1, End: at + 1, Text: "y"}}})
	s.do(Undone{})
	if s.text(id) != want {
		t.Error(s.text(id))
	}
	for _, edits := range [][]jsondoc.Edit{nil, {{Start: -1}}, {{Start: 3, End: 2}}, {{Start: 0, End: 9999}}, {{Start: 5, End: 6}, {Start: 4, End: 4}}} {
		s.do(ParametersEdited{id, edits})
	}
	s.do(ParametersEdited{999, typed.Edits}, CaretMoved{999, 3})
	if s.text(id) != want {
		t.Error("an edit that is none was made")
	}
}
