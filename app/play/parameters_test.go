package play

import (
	"reflect"
	"strings"
	"testing"

	"toolyard/app/schema"
	"toolyard/app/tool"
)

// weather is a schema with a bit of everything, laid out in several ways.
const weather = `{
  "type": "object",
  "properties": {
    "city": {"type": "string", "x-unknown": 1.0},
    "unit": {"type": "string", "enum": ["celsius", "fahrenheit"]},
    "stops": {"type": "array", "items": {"type": "object", "properties": {"at": {"type": "string"}}}}
  },
  "required": ["city"]
}`

func withSchema(text string) Model {
	return Model{Build: Build{Tools: []tool.Tool{tool.New(1, "other", "", "{}"), tool.New(3, "get_weather", "", text)}},
		View: View{Tool: 3}}
}

func (m Model) schemaText(id int) string {
	t, _ := m.toolByID(id)
	return t.Parameters.Doc.Text
}

// parameterCases are a message, what it replaces in weather, and the element
// that has the focus then.
var parameterCases = []struct {
	name     string
	msg      Msg
	old, new string
	focus    string
}{
	{"added", ParameterAdded{ID: 3}, `"string"}}}}
  },`, `"string"}}}},
    "": {"type": "string"}
  },`, "parameter-3"},
	{"added inside", ParameterAdded{ID: 3, Object: "2.items"},
		`{"at": {"type": "string"}}`, `{"at": {"type": "string"}, "": {"type": "string"}}`, "parameter-2.items.1"},
	{"renamed", ParameterRenamed{3, "0", "place"}.With("town "), `"city": {`, `"town ": {`, ""},
	{"retyped", ParameterRetyped{ID: 3, At: "0"}.With("integer"), `{"type": "string", "x-`, `{"type": "integer", "x-`, ""},
	{"retyped to nothing known", ParameterRetyped{ID: 3, At: "0"}.With("anyOf"), "", "", ""},
	{"required", ParameterRequired{3, "1", true}, `["city"]`, `["city", "unit"]`, ""},
	{"not required", ParameterRequired{3, "0", false}, ",\n  \"required\": [\"city\"]", "", ""},
	{"nullable", ParameterNullable{3, "0", true}, `"string", "x-`, `["string", "null"], "x-`, ""},
	{"described", ParameterDescribed{ID: 3, At: "0"}.With(`say "北京"`),
		`"string", "x-`, `"string", "description": "say \"北京\"", "x-`, ""},
	{"enum", ParameterEnumTyped{ID: 3, At: "1"}.With("celsius, kelvin, "),
		`["celsius", "fahrenheit"]`, `["celsius", "kelvin"]`, ""},
	{"enum emptied", ParameterEnumTyped{ID: 3, At: "1"}.With(" "), `, "enum": ["celsius", "fahrenheit"]`, "", ""},
	{"removed", ParameterRemoved{3, "1"}, `"unit": {"type": "string", "enum": ["celsius", "fahrenheit"]},
    `, "", "parameter-1"},
	{"removed last", ParameterRemoved{3, "2.items.0"}, `{"at": {"type": "string"}}`, `{}`, "parameter-2"},
	{"items removed", ParameterRemoved{3, "2.items"},
		`, "items": {"type": "object", "properties": {"at": {"type": "string"}}}`, "", "parameter-2"},
	{"moved", ParameterMoved{ID: 3, At: "1", By: -1}, `"city": {"type": "string", "x-unknown": 1.0},
    "unit": {"type": "string", "enum": ["celsius", "fahrenheit"]}`, `"unit": {"type": "string", "enum": ["celsius", "fahrenheit"]},
    "city": {"type": "string", "x-unknown": 1.0}`, "parameter-0"},
	{"moved beyond the end", ParameterMoved{ID: 3, At: "2", By: 1}, "", "", ""},
	{"items don't move", ParameterMoved{ID: 3, At: "2.items", By: 1}, "", "", ""},
	{"duplicated", ParameterDuplicated{3, "0"}, `"city": {"type": "string", "x-unknown": 1.0},`,
		`"city": {"type": "string", "x-unknown": 1.0},
    "city_2": {"type": "string", "x-unknown": 1.0},`, "parameter-1"},
	{"of no tool", ParameterRenamed{9, "0", "x"}, "", "", ""},
	{"of no place", ParameterRemoved{3, "7"}, "", "", ""},
}

// requiredAfter is what a case replaces beside that: the list of required names.
var requiredAfter = map[string]string{"renamed": `["town "]`, "duplicated": `["city", "city_2"]`}

func TestParameterMessages(t *testing.T) {
	for _, c := range parameterCases {
		t.Run(c.name, func(t *testing.T) {
			before := withSchema(weather)
			m, effects := Update(before, c.msg)
			want := strings.Replace(weather, c.old, c.new, 1)
			if required, ok := requiredAfter[c.name]; ok {
				want = strings.Replace(want, `["city"]`, required, 1)
			}
			if got := m.schemaText(3); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			checkFocus(t, effects, c.focus)
			if m.CanUndo() != (want != weather) {
				t.Errorf("can undo: %v", m.CanUndo())
			}
			if m, _ = Update(m, Undone{}); m.schemaText(3) != weather || before.schemaText(3) != weather {
				t.Error("undo did not bring the text back")
			}
			if m.schemaText(1) != "{}" {
				t.Error("another tool changed")
			}
		})
	}
}

func checkFocus(t *testing.T, effects []Effect, id string) {
	t.Helper()
	var want []Effect
	if id != "" {
		want = []Effect{Focus{id}}
	}
	if len(effects) != len(want) || len(want) > 0 && !reflect.DeepEqual(effects, want) {
		t.Errorf("effects %v, want focus on %q", effects, id)
	}
}

func TestParameterTypingIsOneStep(t *testing.T) {
	m := withSchema(weather)
	for _, text := range []string{"c", "ca", "cat"} {
		m, _ = Update(m, ParameterRenamed{3, "0", text})
	}
	m, _ = Update(m, ParameterRenamed{3, "1", "dog"})
	for _, want := range []string{`"cat": {`, `"city": {`} {
		if m, _ = Update(m, Undone{}); !strings.Contains(m.schemaText(3), want) {
			t.Errorf("no %s in %s", want, m.schemaText(3))
		}
	}
}

func TestParameterAddedToNothing(t *testing.T) {
	for _, text := range []string{"", "{}", "true", `{"type": "object"}`} {
		m, effects := Update(withSchema(text), ParameterAdded{ID: 3})
		checkFocus(t, effects, "parameter-0")
		s, _ := m.Tool()
		if rows := s.Parameters.Parameters(); len(rows) != 1 || rows[0].Type != "string" {
			t.Errorf("%q became %s", text, m.schemaText(3))
		}
	}
}

func TestLastParameterRemoved(t *testing.T) {
	_, effects := Update(withSchema(`{"properties": {"a": {}}}`), ParameterRemoved{3, "0"})
	checkFocus(t, effects, "parameter-add")
}

// While the text is no JSON the form shows what was valid last and changes
// nothing; each tool has its own.
func TestFormWhileTextIsBroken(t *testing.T) {
	m := withSchema(weather)
	m, _ = Update(m, ParametersTyped{ID: 3}.With(weather[:40]).(ParametersTyped))
	m, _ = Update(m, ParametersTyped{ID: 3}.With(weather[:41]).(ParametersTyped))
	m, _ = Update(m, ParametersTyped{1, "{"})
	if m.schemaText(3) != weather[:41] {
		t.Errorf("the text was not kept as typed: %s", m.schemaText(3))
	}
	for id, want := range map[int]string{1: "{}", 3: weather} {
		tl, _ := m.toolByID(id)
		shown, live := m.Form(tl)
		if live || shown.Doc.Text != want {
			t.Errorf("tool %d: live %v, shows %s", id, live, shown.Doc.Text)
		}
	}
	if n, effects := Update(m, ParameterRenamed{3, "0", "x"}); n.schemaText(3) != weather[:41] || effects != nil {
		t.Error("the form changed a broken text")
	}
	m, _ = Update(m, ParametersTyped{3, weather})
	if tl, _ := m.toolByID(3); true {
		if _, live := m.Form(tl); !live {
			t.Error("the form is not live again")
		}
	}
}

// A text that was broken from the start shows what could be read of it.
func TestFormOfTextThatWasNeverValid(t *testing.T) {
	m := withSchema(weather[:len(weather)-2])
	tl, _ := m.Tool()
	shown, live := m.Form(tl)
	if live || len(shown.Parameters()) == 0 {
		t.Errorf("live %v, %d rows", live, len(shown.Parameters()))
	}
	if _, live := m.Form(tool.New(4, "", "", " ")); !live {
		t.Error("a blank text is a form without rows")
	}
}

func TestFoldsFollowNames(t *testing.T) {
	m := withSchema(weather)
	m, _ = Update(m, Folded{Fold(3, "/properties/stops")})
	m, _ = Update(m, Folded{More(3, "/properties/stops/items/properties/at")})
	m, _ = Update(m, ParameterRenamed{3, "2", "halts"})
	want := []string{Fold(3, "/properties/halts"), More(3, "/properties/halts/items/properties/at")}
	if !reflect.DeepEqual(m.View.Folded, want) {
		t.Errorf("folded %q, want %q", m.View.Folded, want)
	}
	m, _ = Update(m, ParameterAdded{ID: 3, Object: "2.items"})
	if m.View.IsFolded(Fold(3, "/properties/halts")) {
		t.Error("what was added is folded away")
	}
}

func TestEnumTextIsKeptAsTyped(t *testing.T) {
	m := withSchema(weather)
	text := func() string {
		p, _ := m.parameter(3, "1")
		return m.View.EnumText(3, p)
	}
	if text() != "celsius, fahrenheit" {
		t.Errorf("at first %q", text())
	}
	for _, typed := range []string{"celsius,fahrenheit,", "celsius\nkelvin,\n", "", "a,,b", `"a,`, `"a,b"`} {
		if m, _ = Update(m, ParameterEnumTyped{3, "1", typed}); text() != typed {
			t.Errorf("typed %q, shown %q, schema %s", typed, text(), m.schemaText(3))
		}
	}
	m, _ = Update(m, ParametersTyped{3, strings.Replace(weather, "celsius", "kelvin", 1)})
	if text() != "kelvin, fahrenheit" {
		t.Errorf("after the text changed: %q", text())
	}
}

func TestParameterPlacesAreValues(t *testing.T) {
	if ParameterField(schema.Place("").Property(2).Items()) != "parameter-2.items" {
		t.Error("the id of a row's name field")
	}
}
