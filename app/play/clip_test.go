package play

import (
	"reflect"
	"strings"
	"testing"

	"toolyard/app/schema"
)

const travel = `{
  "type": "object",
  "properties": {
    "city": {
      "type": "string",
      "x-note": 1.0
    },
    "where": {"type": "object"},
    "u": {"anyOf": [{"type": "string"}, {"type": "null"}]}
  },
  "required": ["city"],
  "$defs": {"D": {"type": "integer"}}
}`

func TestParameterCopied(t *testing.T) {
	for at, want := range map[schema.Place]Clip{
		"0":         {"{\n  \"city\": {\n    \"type\": \"string\",\n    \"x-note\": 1.0\n  }\n}", true, true},
		"1":         {`{"where": {"type": "object"}}`, true, false},
		"2.anyOf/0": {`{"type": "string"}`, false, false},
		"$defs/0":   {`{"D": {"type": "integer"}}`, true, false},
	} {
		m, effects := Update(withSchema(travel), ParameterCopied{3, at})
		if m.View.Clip != want || !reflect.DeepEqual(effects, []Effect{Copy{"parameter", want.Text}}) || m.CanUndo() {
			t.Errorf("%s: %+v, %v", at, m.View.Clip, effects)
		}
	}
	for _, at := range []schema.Place{"", "9"} {
		if m, effects := Update(withSchema(travel), ParameterCopied{3, at}); effects != nil || m.View.Clip != (Clip{}) {
			t.Errorf("%q can be copied", at)
		}
	}
}

// What was cut comes back as it was: after its neighbour, and required.
func TestCutAndPaste(t *testing.T) {
	m, effects := Update(withSchema(travel), ParameterCut{3, "0"})
	if !reflect.DeepEqual(effects, []Effect{Focus{"parameter-grip-0"}, Copy{"parameter-cut", m.View.Clip.Text}}) {
		t.Errorf("effects %v", effects)
	}
	if text := m.schemaText(3); strings.Contains(text, "city") || strings.Contains(text, "required") {
		t.Errorf("left is %s", text)
	}
	m, effects = Update(m, ParameterPasted{ID: 3, At: "1"})
	checkFocus(t, effects, "parameter-grip-2")
	want := `"u": {"anyOf": [{"type": "string"}, {"type": "null"}]},
    "city": {"type": "string", "x-note": 1.0}
  },
  "required": ["city"],`
	if !strings.Contains(m.schemaText(3), want) {
		t.Errorf("pasted: %s", m.schemaText(3))
	}
	m, _ = Update(m, Undone{})
	if m, _ = Update(m, Undone{}); m.schemaText(3) != travel {
		t.Error("two steps of undo did not bring the text back")
	}
	_, effects = Update(withSchema(`{"properties": {"a": {}}}`), ParameterCut{3, "0"})
	if effects[0] != (Focus{"parameter-add"}) {
		t.Errorf("after the last one: %v", effects)
	}
}

func TestPastedTexts(t *testing.T) {
	for _, c := range []struct {
		name, text string
		at         schema.Place
		have       string // in the text, after it
		focus      string
	}{
		{"several, by name", `{"from": {"default": 1e3}, "to": true}`, "0", `"from": {"default": 1e3},
    "to": true,
    "where"`, "parameter-grip-1"},
		{"a name that is taken", `{"city": {}}`, "2", `"city_2": {}`, "parameter-grip-3"},
		{"a schema", ` {"type": "integer", "minimum": 1.50} `, "0", `"": {"type": "integer", "minimum": 1.50}`, "parameter-1"},
		{"an object with its properties", `{"properties": {"p": {"type": "string"}}}`, "0", `"": {"properties": {"p": {"type": "string"}}}`, "parameter-1"},
		{"one that is called properties", `{"properties": {"type": "object"}}`, "0", `"properties": {"type": "object"}`, "parameter-grip-1"},
		{"anything", `{}`, "0", `"": {}`, "parameter-1"},
		{"lines of a text", "\"unit\": {\n  \"enum\": [\"C\"]\n},\n", "0", `"unit": {"enum": ["C"]},`, "parameter-grip-1"},
		{"into an empty object", `{"lat": {}}`, "1", `"where": {"type": "object", "properties": {"lat": {}}}`, "parameter-grip-1.0"},
		{"at the end of all", `{"z": {}}`, "", `{"type": "null"}]},
    "z": {}
  }`, "parameter-grip-3"},
		{"after a branch", `{"type": "integer"}`, "2.anyOf/0", `[{"type": "string"}, {"type": "integer"}, {"type": "null"}]`, "parameter-grip-2.anyOf/1"},
		{"after a definition", `{"E": {}}`, "$defs/0", `"D": {"type": "integer"}, "E": {}`, "parameter-grip-$defs/1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, effects := Update(withSchema(travel), ParameterPasted{ID: 3, At: c.at}.With(c.text))
			if !strings.Contains(m.schemaText(3), c.have) {
				t.Errorf("%s", m.schemaText(3))
			}
			checkFocus(t, effects, c.focus)
			if m, _ = Update(m, Undone{}); m.schemaText(3) != travel {
				t.Error("one step of undo did not bring the text back")
			}
		})
	}
}

// A copied parameter is what it was, whatever it is called.
func TestClipsAreKnownAgain(t *testing.T) {
	for _, name := range []string{"properties", "type", "items", "", `a"b`} {
		s := schema.Schema{}
		s = s.After(s.Insert("", 0, name))
		m, _ := Update(withSchema(s.Doc.Text), ParameterRetyped{3, "0", "object"})
		m, _ = Update(m, ParameterCopied{3, "0"})
		m, _ = Update(m, ParameterPasted{ID: 3, Text: m.View.Clip.Text})
		tl, _ := m.Tool()
		if rows := tl.Parameters.Parameters(); len(rows) != 2 || rows[1].Name != schema.Unique(name, name) || rows[1].Type != "object" {
			t.Errorf("%q came back as %s", name, tl.Parameters.Doc.Text)
		}
	}
}

func TestWhatCantBePasted(t *testing.T) {
	for text, want := range map[string]Notice{
		"hello":        {Kind: "paste-no-json", Detail: "1:1"},
		"{\n  \"a\": ": {Kind: "paste-no-json"},
		`[1]`:          {Kind: "paste-foreign"},
		`"text"`:       {Kind: "paste-foreign"},
	} {
		m, effects := Update(withSchema(travel), ParameterPasted{3, "0", text})
		if len(m.Notices) != 1 || m.Notices[0].Kind != want.Kind || want.Detail != "" && m.Notices[0].Detail != want.Detail {
			t.Errorf("%q: %+v", text, m.Notices)
		}
		if effects != nil || m.CanUndo() {
			t.Errorf("%q changed something", text)
		}
		if m, _ = Update(m, ParameterPasted{3, "0", "{}"}); len(m.Notices) > 0 {
			t.Errorf("%q: the notice stays: %+v", text, m.Notices)
		}
	}
	if m, _ := Update(withSchema("{"), ParameterPasted{3, "", "{}"}); m.schemaText(3) != "{" {
		t.Error("a broken text was changed")
	}
}

func TestPasteBeginsAText(t *testing.T) {
	for _, text := range []string{"", "{}", `{"type": "object", "properties": {}}`} {
		m, _ := Update(withSchema(text), ParameterPasted{3, "", `{"a": {"type": "string"}, "b": {}}`})
		if got := rowNames(m); got != "a b" {
			t.Errorf("%q became %s", text, m.schemaText(3))
		}
	}
}
