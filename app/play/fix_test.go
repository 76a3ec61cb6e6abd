package play

import (
	"testing"

	"toolyard/app/jsondoc"
	"toolyard/app/schema"
)

const wrongSchema = `{
  "type": "object",
  "properties": {
    "days": {"type": "str", "enum": [1, 1], "description": "d"},
    "city": {"type": "object", "properties": {"x": {"type": "str", "description": "d"}}, "description": "d"}
  },
  "required": ["a", "b"]
}`

// withWrong is a page with one tool of that schema, and its id.
func withWrong(t *testing.T, text string) (*stage, int) {
	t.Helper()
	s := newStage(newHost())
	s.do(ToolAdded{})
	id := s.model.View.Tool
	s.do(ParametersTyped{ID: id, Text: text})
	return s, id
}

func (s *stage) text(id int) string {
	t, _ := s.model.toolByID(id)
	return t.Parameters.Doc.Text
}

func (s *stage) focused() string {
	if len(s.host.focus) == 0 {
		return ""
	}
	return s.host.focus[len(s.host.focus)-1]
}

func TestFixIsShownThenMade(t *testing.T) {
	s, id := withWrong(t, wrongSchema)
	remedy := Remedy{Wrong{id, "required-unknown", "", 1}, schema.FixRemoveValue}
	s.do(FixChosen{remedy})
	if s.model.View.Fix != remedy || s.focused() != "fix-apply" || s.text(id) != wrongSchema {
		t.Errorf("shown %v, focus %s", s.model.View.Fix, s.focused())
	}
	s.do(FixChosen{remedy})
	if s.model.View.Fix != (Remedy{}) || s.focused() != remedy.Field() {
		t.Errorf("closed %v, focus %s", s.model.View.Fix, s.focused())
	}
	// The fix is that of the text as it is now: what stood before it has moved.
	s.do(FixChosen{remedy}, ParameterRenamed{ID: id, At: "0", Text: "longer_name"}, FixApplied{remedy})
	if got := s.model.Tools[len(s.model.Tools)-1].Parameters.Doc; !got.OK() || got.Raw(got.At("/required")) != `["a"]` {
		t.Errorf("required is %s", got.Raw(got.At("/required")))
	}
	if s.model.View.Fix != (Remedy{}) {
		t.Error("it is still shown")
	}
	s.do(Undone{})
	if got := s.model.Tools[len(s.model.Tools)-1].Parameters.Doc; got.Raw(got.At("/required")) != `["a", "b"]` {
		t.Errorf("undone, required is %s", got.Raw(got.At("/required")))
	}
	before := s.text(id)
	s.do(FixApplied{Remedy{Wrong{id, "required-unknown", "", 9}, schema.FixRemoveValue}})
	if s.text(id) != before {
		t.Error("a fix of no problem changed the text")
	}
}

func TestFixLeadsToWhatItMended(t *testing.T) {
	s, id := withWrong(t, wrongSchema)
	remedy := Remedy{Wrong{id, "type-unknown", "1.0", 0}, schema.FixSetType}
	s.do(SchemaViewChosen{"visual"}, FixApplied{remedy})
	if s.focused() != ParameterField("1.0") {
		t.Errorf("focus %s", s.focused())
	}
	s.do(Undone{}, SchemaViewChosen{"json"}, FixApplied{remedy})
	if sel := s.model.View.Select; s.focused() != "schema-json" || s.text(id)[sel.Start:sel.End] != `"string"` {
		t.Errorf("focus %s, %+v", s.focused(), sel)
	}
}

func TestToolIsRenamedByItsFix(t *testing.T) {
	s, id := withWrong(t, `{"type": "object"}`)
	s.do(ToolNamed{id, "get weather now"}, SettingTyped{ToolChoice, "tool:get weather now"},
		FixApplied{Remedy{Wrong{id, "tool-name", "", 0}, schema.FixRename}})
	if tool, _ := s.model.Tool(); tool.Name != "get_weather_now" || s.model.Options.ToolChoice != "tool:get_weather_now" {
		t.Errorf("%q, %q", tool.Name, s.model.Options.ToolChoice)
	}
	s.do(Undone{})
	if tool, _ := s.model.Tool(); tool.Name != "get weather now" || s.model.Options.ToolChoice != "tool:get weather now" {
		t.Errorf("undone: %q, %q", tool.Name, s.model.Options.ToolChoice)
	}
}

// TestProblemsArePassedInOrder goes through all errors and warnings, and round.
func TestProblemsArePassedInOrder(t *testing.T) {
	s, id := withWrong(t, wrongSchema)
	s.do(SchemaViewChosen{"json"})
	var seen []string
	for range 6 {
		s.do(ProblemPassed{id})
		sel := s.model.View.Select
		seen = append(seen, s.text(id)[sel.Start:sel.End])
	}
	want := []string{`"str"`, `1`, `"str"`, `"a"`, `"b"`, `"str"`}
	if len(seen) != len(want) {
		t.Fatal(seen)
	}
	for i := range want {
		if seen[i] != want[i] {
			t.Errorf("%d: %s, want %s", i, seen[i], want[i])
		}
	}
	s.do(SchemaViewChosen{"visual"}, ProblemPassed{id})
	if s.focused() != ParameterField("0") {
		t.Errorf("in the form: %s", s.focused())
	}
	s.do(ProblemShown{Wrong{id, "required-unknown", "", 0}})
	if s.focused() != "parameters-problems" {
		t.Errorf("at the root: %s", s.focused())
	}
}

func TestTouched(t *testing.T) {
	text := "0123456789"
	edits := []jsondoc.Edit{{Start: 2, End: 4, Text: "abcde"}, {Start: 6, End: 6, Text: "x"}, {Start: 8, End: 9}}
	start, end := touched(edits)
	if got := jsondoc.Apply(text, edits)[start:end]; got != "abcde45x67" {
		t.Errorf("%q", got)
	}
}
