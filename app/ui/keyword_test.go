package ui

import (
	"slices"
	"strings"
	"testing"

	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/schema"
)

// rich is a schema with a keyword of each kind, some spelled as in draft-07, some
// not what they should be.
const rich = `{
  "type": "object",
  "properties": {
    "city": {"type": ["string", "null"], "title": "City", "enum": ["Paris", null, "null"], "pattern": "^[A-Z]", "minLength": 2,
      "maxLength": "9", "format": "x", "examples": ["Oslo"], "deprecated": true, "$comment": "a\nb", "not": {"const": "x"},
      "x-vendor": {"a": [1.0]}},
    "days": {"$ref": "#/$defs/days"},
    "sure": {"type": "boolean", "default": false},
    "more": {"type": "object", "properties": {"a": {}, "b": {}}, "required": ["a", "gone"], "dependentRequired": {"a": ["b"]},
      "patternProperties": {"^x-": {}}, "additionalProperties": false, "anyOf": [{}, true], "dependencies": {"a": ["b"]}},
    "list": {"type": "array", "items": [{}, {}], "prefixItems": [{}], "exclusiveMinimum": true}
  },
  "$defs": {"days": {"type": "integer"}}
}`

// opened shows a schema with every row's More open, and the root's.
func opened(language, text string) *Program {
	p := paneOf(language, text)
	p.model.View.Folded = []string{play.More(1, "")}
	for _, row := range schema.Read(text).Parameters() {
		p.model.View.Folded = append(p.model.View.Folded, play.More(1, row.Pointer))
	}
	return p
}

// TestKeywordsGolden holds what the rows with everything open say, in both
// languages, to the files.
func TestKeywordsGolden(t *testing.T) {
	for _, language := range play.Languages {
		p := opened(language, rich)
		p.model, _ = play.Update(p.model, play.KeywordTyped{ID: 1, At: "0", Keyword: "minLength", Text: "two"})
		p.model, _ = play.Update(p.model, play.SampleTyped{ID: 1, At: "0", Text: "paris"})
		got := outlineOf(p.pane())
		file := "testdata/keywords." + language + ".txt"
		compareGolden(t, file, got)
	}
}

// outlineOf is a keyword a line: its name, its controls with what stands in them,
// and its help.
func outlineOf(all []element) string {
	var b strings.Builder
	inside := false
	for _, e := range all {
		text, id := strings.TrimSpace(e.text), e.attr["data-testid"]
		if id == "keyword" {
			inside = true
			b.WriteString(e.attr["data-keyword"] + map[string]string{"true": "*"}[e.attr["data-stated"]])
		}
		switch {
		case !inside || id == "keyword":
		case e.tag == "option":
			if _, chosen := e.attr["selected"]; chosen {
				b.WriteString(" = " + text)
			}
		case id != "":
			b.WriteString("\n  " + strings.TrimSpace(id+" "+e.attr["aria-label"]))
			for _, name := range []string{"value", "checked", "aria-pressed", "aria-invalid", "disabled", "data-match", "data-name"} {
				if value := e.attr[name]; value != "" && value != "false" {
					b.WriteString(" " + name + "=" + strings.ReplaceAll(value, "\n", "\\n"))
				}
			}
			if text != "" && e.tag != "textarea" {
				b.WriteString(" " + text)
			}
		case e.tag == "p":
			b.WriteString("\n  — " + text + "\n")
			inside = false
		}
	}
	return b.String()
}

// Every control of every keyword has a name, and nothing has an id twice.
func TestKeywordControlsAreLabelled(t *testing.T) {
	all := opened("en", rich).pane()
	ids := map[string]bool{}
	for _, e := range all {
		if control := slices.Contains([]string{"input", "textarea", "select"}, e.tag); control && e.attr["aria-label"] == "" &&
			!strings.HasPrefix(e.attr["id"], "tool-") {
			t.Errorf("%s %v has no label", e.tag, e.attr)
		}
		if id := e.attr["id"]; id != "" && ids[id] {
			t.Errorf("two elements are %s", id)
		}
		ids[e.attr["id"]] = true
	}
	for _, e := range all {
		if by := e.attr["aria-describedby"]; by != "" && !ids[by] {
			t.Errorf("%s is described by %s, which is not there", e.tag, by)
		}
	}
}

// Every keyword is helped with in a few words, in both languages.
func TestKeywordsHaveHelp(t *testing.T) {
	const most = 60
	for _, text := range []*locale.Text{&locale.English, &locale.Chinese} {
		w := text.Keywords
		if len(w.Help) != len(schema.Keywords()) {
			t.Errorf("%d keywords are helped with, there are %d", len(w.Help), len(schema.Keywords()))
		}
		for _, k := range schema.Keywords() {
			if help := w.Says(k.Name); help == w.Unknown || help == "" || len([]rune(help)) > most {
				t.Errorf("%s: %q", k.Name, help)
			}
		}
		if w.Says("x-vendor") != w.Unknown {
			t.Error("a keyword that nobody knows is not called so")
		}
	}
}

// What removes a definition tells how many references lead to it.
func TestRemovingWhatIsUsedIsTold(t *testing.T) {
	p := opened("en", rich)
	for _, e := range withID(p.pane(), "keyword-remove") {
		if strings.HasSuffix(e.attr["aria-label"], "of $defs") && !strings.Contains(e.attr["aria-label"], "1 reference leads here") {
			t.Errorf("it is called %q", e.attr["aria-label"])
		}
	}
}

// Nullable can be ticked wherever the schema can say it.
func TestNullableWhereItCanBeSaid(t *testing.T) {
	all := paneOf("en", `{"properties": {"a": {"type": "string"}, "b": {"$ref": "#/$defs/d"}, "c": {"anyOf": [{"type": "string"}]},
		"d": {"enum": [1]}, "e": {}, "f": {"type": "null"}, "g": {"type": ["string", "integer"]}}, "$defs": {"d": {}}}`).pane()
	path, can := "", ""
	for _, e := range all {
		switch e.attr["data-testid"] {
		case "parameter":
			path = strings.TrimPrefix(e.attr["data-path"], "/properties/")
		case "parameter-nullable":
			if _, disabled := e.attr["disabled"]; !disabled && len(path) == 1 {
				can += path
			}
		}
	}
	if can != "abcdg" {
		t.Errorf("can be ticked: %s", can)
	}
}
