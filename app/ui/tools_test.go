package ui

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/jsondoc"
	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/schema"
	"toolyard/app/tool"
)

const ordered = `{
  "type": "object",
  "properties": {
    "city": {"type": "string", "description": "Where <b>to</b> look"},
    "unit": {"type": ["string", "null"], "enum": ["celsius", "fahrenheit"]},
    "lang code": {"type": "string"},
    "days": {"anyOf": [{"type": "integer"}]},
    "id": {"type": ["string", "integer"]},
    "any": {},
    "stops": {"type": "array", "items": {"type": "object", "properties": {
      "at": {"type": "object", "properties": {"x": {"type": "number"}}, "required": ["x"]}
    }}}
  },
  "required": ["city"]
}`

// undescribed is the rule that most parameters of the schema break.
const undescribed = "parameter-description-missing"

// paneOf is a program whose tools pane shows a tool with that schema.
func paneOf(language, text string) *Program {
	return &Program{model: play.Model{
		Build: play.Build{Tools: []tool.Tool{tool.New(1, "get_weather", "Tells the weather", text),
			{ID: 2, Name: "", Off: true}}},
		View: play.View{Language: language, Schema: "visual", Tool: 1},
	}}
}

func (p *Program) pane() []element {
	return elements(app.HTMLString(app.Div().Body(p.toolsPane()...)))
}

func TestToolsPaneKeepsTheContract(t *testing.T) {
	for _, language := range play.Languages {
		all := paneOf(language, ordered).pane()
		for _, c := range []struct {
			id, name string
			want     []string
		}{
			{"tool", "data-name", []string{"get_weather", ""}},
			{"tool", "aria-selected", []string{"true", "false"}},
			{"tool-switch", "aria-checked", []string{"true", "false"}},
			{"tool-name", "value", []string{"get_weather"}},
			{"tool-strict", "aria-checked", []string{"false"}},
			{"tool-remove", "type", []string{"button"}},
			{"schema-view", "data-view", []string{"visual"}},
			{"parameter", "data-path", []string{
				"/properties/city", "/properties/unit", "/properties/lang code", "/properties/days",
				"/properties/days/anyOf/0", "/properties/id",
				"/properties/any", "/properties/stops", "/properties/stops/items",
				"/properties/stops/items/properties/at", "/properties/stops/items/properties/at/properties/x"}},
			{"parameter", "data-depth", []string{"0", "0", "0", "0", "1", "0", "0", "0", "1", "2", "3"}},
			{"parameter", "data-last", []string{"", "", "", "", "true", "", "", "", "", "", "true"}},
			{"problem", "data-rule", []string{undescribed, "parameter-name", undescribed, undescribed, undescribed,
				undescribed, undescribed, undescribed, undescribed}},
			{"problem", "data-severity", []string{"info", "warning", "info", "info", "info", "info", "info", "info", "info"}},
			{"problem", "data-pointer", []string{"/properties/unit", "/properties/lang code", "/properties/lang code",
				"/properties/days", "/properties/id", "/properties/any", "/properties/stops",
				"/properties/stops/items/properties/at", "/properties/stops/items/properties/at/properties/x"}},
		} {
			if got := attributes(all, c.id, c.name); !slices.Equal(got, c.want) {
				t.Errorf("%s: %s of %s is %q, want %q", language, c.name, c.id, got, c.want)
			}
		}
		for id, want := range map[string]int{
			"tool-add": 1, "tool-description": 1, "parameter-name": 11, "parameter-type": 11, "parameter-required": 9,
			"parameter-nullable": 11, "parameter-description": 11, "parameter-more": 12, "parameter-remove": 11,
			"parameter-enum": 5, "parameter-add": 4, "parameter-fold": 4, "schema-json": 0,
		} {
			if got := len(withID(all, id)); got != want {
				t.Errorf("%s: %d elements are %s, want %d", language, got, id, want)
			}
		}
	}
}

func TestParameterRowsSayWhatTheTextSays(t *testing.T) {
	all := paneOf("en", ordered).pane()
	var types []string
	for i, e := range all {
		if e.tag == "option" {
			if _, chosen := e.attr["selected"]; chosen {
				types = append(types, all[i].text)
			}
		}
	}
	want := []string{"string", "string", "string", "anyOf", "integer", "string | integer", "any", "array", "object", "object", "number"}
	if !slices.Equal(types, want) {
		t.Errorf("types %q, want %q", types, want)
	}
	if got := withID(all, "parameter-description")[0].attr["value"]; got != "Where <b>to</b> look" {
		t.Errorf("description %q", got)
	}
	if got := withID(all, "parameter-enum")[1].attr["value"]; got != "celsius, fahrenheit" {
		t.Errorf("values %q", got)
	}
}

func TestSchemaTextIsExact(t *testing.T) {
	p := paneOf("en", ordered)
	p.model.View.Schema = "json"
	all := p.pane()
	if got := withID(all, "schema-json"); len(got) != 1 || got[0].attr["value"] != ordered {
		t.Errorf("the text is %+v", got)
	}
	if got := attributes(all, "schema-view", "data-view"); !slices.Equal(got, []string{"json"}) {
		t.Errorf("data-view %q", got)
	}
	if len(withID(all, "parameter")) != 0 || len(withID(all, "problem")) != problemLimit {
		t.Error("beside the text stand its problems, and no rows")
	}
}

func TestFoldedParametersAreHidden(t *testing.T) {
	p := paneOf("en", ordered)
	p.model.View.Folded = []string{play.Fold(1, "/properties/stops/items"), play.More(1, "/properties/city")}
	all := p.pane()
	if got := len(withID(all, "parameter")); got != 9 {
		t.Errorf("%d rows", got)
	}
	if got := attributes(all, "parameter-fold", "aria-expanded"); !slices.Equal(got, []string{"true", "true", "false"}) {
		t.Errorf("expanded %q", got)
	}
	if len(withID(all, "parameter-up")) != 0 || len(withID(all, "parameter-down")) != 1 || len(withID(all, "parameter-duplicate")) != 1 {
		t.Error("the first row with More open can go down and be copied")
	}
}

func TestFormOfABrokenTextIsReadOnly(t *testing.T) {
	p := paneOf("en", ordered)
	p.model, _ = play.Update(p.model, play.ParametersTyped{ID: 1, Text: ordered[:14]})
	all := p.pane()
	if len(withID(all, "parameter")) != 11 {
		t.Error("the rows of the last valid text are gone")
	}
	i := slices.IndexFunc(all, func(e element) bool { return e.tag == "fieldset" })
	if _, disabled := all[i].attr["disabled"]; !disabled {
		t.Error("the form can be typed in")
	}
	if got := attributes(all, "problem", "data-rule"); len(got) == 0 || got[0] != "json-syntax" {
		t.Errorf("problems %q", got)
	}
	if !slices.ContainsFunc(all, func(e element) bool { return strings.Contains(e.text, "line 2, column 11") }) {
		t.Error("nothing says where the text is broken")
	}
}

func TestNoTools(t *testing.T) {
	p := &Program{model: play.Model{View: play.View{Language: "en"}}}
	all := p.pane()
	if len(withID(all, "tool-add")) != 1 || len(withID(all, "tool")) != 0 || len(withID(all, "tool-name")) != 0 {
		t.Error("without tools there is a sentence and a button")
	}
}

// Every control has a name for those who can't see it.
func TestControlsAreLabelled(t *testing.T) {
	for _, view := range []string{"visual", "json"} {
		p := paneOf("en", ordered)
		p.model.View.Schema = view
		all := p.pane()
		labelled := map[string]bool{}
		for _, e := range all {
			labelled[e.attr["for"]] = true
		}
		for _, e := range all {
			control := slices.Contains([]string{"input", "textarea", "select"}, e.tag)
			if control && e.attr["aria-label"] == "" && (e.attr["id"] == "" || !labelled[e.attr["id"]]) {
				t.Errorf("%s %v has no label", e.tag, e.attr)
			}
			if by := e.attr["aria-describedby"]; by != "" && !slices.ContainsFunc(all, func(e element) bool { return e.attr["id"] == by }) {
				t.Errorf("%s is described by %s, which is not there", e.tag, by)
			}
		}
	}
}

// Every rule has its sentence, in both languages.
func TestProblemsHaveSentences(t *testing.T) {
	for _, text := range []*locale.Text{&locale.English, &locale.Chinese} {
		for _, rule := range slices.Concat(schema.Rules(), tool.Rules()) {
			if rule != "json-syntax" && (text.Problems.Rules[rule] == nil || text.Problems.Sentence(rule, "x") == "") {
				t.Errorf("no sentence for %s", rule)
			}
		}
		for _, rule := range jsondoc.Rules() {
			if text.Problems.JSON[rule] == "" || !strings.Contains(text.Problems.Sentence("json-syntax", "3:14 "+rule), "14") {
				t.Errorf("no sentence for %s", rule)
			}
		}
	}
}

// In a language where every word is ※, nothing else may be read but what the
// person or the schema language wrote.
func TestToolsPaneSaysNothingOfItsOwn(t *testing.T) {
	english := locale.English
	defer func() { locale.English = english }()
	pseudo(reflect.ValueOf(&locale.English).Elem())
	foreign := regexp.MustCompile(`^[\d\s※]*$|^(get_weather|Tells the weather|Where <b>to</b> look|celsius, fahrenheit|items|anyOf 1)$`)
	for _, broken := range []bool{false, true} {
		for _, view := range []string{"visual", "json"} {
			p := paneOf("en", ordered)
			p.model.View.Schema, p.model.View.Folded = view, []string{play.More(1, "/properties/city")}
			if broken {
				p.model, _ = play.Update(p.model, play.ParametersTyped{ID: 1, Text: "{,}"})
			}
			for _, e := range p.pane() {
				own := e.tag != "option" && e.attr["translate"] != "no" && e.attr["data-testid"] != "schema-json"
				for _, said := range []string{e.text, e.attr["aria-label"], e.attr["title"], e.attr["placeholder"]} {
					if own && !foreign.MatchString(said) {
						t.Errorf("%s says %q", e.tag, said)
					}
				}
			}
		}
	}
}
