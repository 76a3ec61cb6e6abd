package ui

import (
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/play"
)

const wholeRequest = `{"model":"model-9","api_key":"nobody","top_p":1,"tools":[
{"type":"function","function":{"name":"get_weather","description":"d","parameters":{"type":"object","properties":{"city":{"type":"string"}}}}},
{"type":"function","function":{"name":"get weather","description":"d"},"x":1},
7],"messages":[{"role":"user","content":"Oslo?"},{"role":"assistant","content":"3 degrees."},{"role":"user","content":"Paris?"}]}`

// pasted is a program whose import dialog holds a text.
func pasted(language, text string) talk {
	t := newTalk(language)
	t.do(openImport, play.ImportTyped{Text: text})
	return t
}

func (t talk) dialogMarkup() string { return app.HTMLString(app.Div().Body(t.dialog()...)) }

// imports are the texts whose dialog a golden file shows.
var imports = map[string]string{
	"empty":   "",
	"request": wholeRequest,
	"broken":  "[\n  {'name': 'now', 'parameters': {'type': 'object',}}\n]",
	"nothing": "hello",
	"sample":  `{"city":"Oslo","days":[]}`,
	"link":    `{"toolyard":1,"title":"Theirs","endpoint":{"url":"https://b.example/v1","model":"b"},"tools":[{"name":"now"}]}`,
}

func TestImportGolden(t *testing.T) {
	for name, text := range imports {
		for _, language := range play.Languages {
			got := outline(pasted(language, text).dialogMarkup())
			file := filepath.Join("testdata", "import-"+name+"."+language+".txt")
			compareGolden(t, file, got)
		}
	}
}

func TestImportKeepsTheContract(t *testing.T) {
	for _, language := range play.Languages {
		p := pasted(language, wholeRequest)
		all := elements(p.dialogMarkup())
		for _, c := range []struct {
			id, name string
			want     []string
		}{
			{"import", "aria-modal", []string{"true"}},
			{"import-text", "value", []string{wholeRequest}},
			{"import-preview", "data-name", []string{"get_weather", "get weather"}},
			{"problem", "data-rule", []string{"tool-unreadable", "secret-left-out",
				"parameter-description-missing", "tool-member-left-out", "tool-name"}},
			{"problem", "data-severity", []string{"error", "warning", "info", "warning", "error"}},
			{"problem", "data-pointer", []string{"", "", "/properties/city", "", ""}},
			{"problem", "data-line", []string{"4", "1", "", "3", ""}},
			{"import-add", "disabled", []string{""}},
			{"import-take", "disabled", []string{""}},
		} {
			if got := attributes(all, c.id, c.name); !slices.Equal(got, c.want) {
				t.Errorf("%s: %s of %s is %q, want %q", language, c.name, c.id, got, c.want)
			}
		}
	}
}

// TestImportOffersOnlyWhatItCan: what can't be done is disabled or not there.
func TestImportOffersOnlyWhatItCan(t *testing.T) {
	for text, want := range map[string][3]int{ // adding, taking, repairing
		"": {}, "hello": {}, wholeRequest: {1, 1, 0}, `{"name":"now","input_schema":{},}`: {0, 0, 1}, `{"a":1}`: {1, 0, 0},
		`[{"role":"user","content":"Hi"}]`: {0, 1, 0},
	} {
		all := elements(pasted("en", text).dialogMarkup())
		var got [3]int
		for i, id := range []string{"import-add", "import-take", "import-repair"} {
			for _, e := range withID(all, id) {
				if _, disabled := e.attr["disabled"]; !disabled {
					got[i]++
				}
			}
		}
		if got != want {
			t.Errorf("%q offers %v, want %v", text, got, want)
		}
	}
}

// TestImportIsInvitedTo: whoever has built nothing is shown where to begin, and
// the head's button stays.
func TestImportIsInvitedTo(t *testing.T) {
	p := newTalk("en")
	invited := func() bool { return strings.Contains(app.HTMLString(app.Div().Body(p.toolsPane()...)), `class="drop"`) }
	if !invited() {
		t.Error("an untouched sample invites")
	}
	if got := attributes(p.pane(), "import-open", "id"); !slices.Equal(got, []string{"import-open"}) {
		t.Errorf("import-open %q", got)
	}
	p.do(play.ToolNamed{ID: p.model.Tools[0].ID, Text: "mine"})
	if invited() {
		t.Error("a playground of one's own does not")
	}
	p.model = play.Model{View: play.View{Language: "en"}}
	if !invited() {
		t.Error("an empty one does")
	}
}

// In a language where every word is ※, nothing else may be read but what stood
// in the text.
func TestImportSaysNothingOfItsOwn(t *testing.T) {
	english := locale.English
	defer func() { locale.English = english }()
	pseudo(reflect.ValueOf(&locale.English).Elem())
	foreign := regexp.MustCompile(`^[\d\s※]*$|^(get.weather|model-9|top_p|now|imported_tool|b|b\.example)$`)
	for _, text := range imports {
		for _, e := range elements(pasted("en", text).dialogMarkup()) {
			for _, said := range []string{e.text, e.attr["aria-label"], e.attr["title"], e.attr["placeholder"]} {
				if e.attr["data-testid"] != "import-text" && !foreign.MatchString(said) {
					t.Errorf("%s says %q", e.tag, said)
				}
			}
		}
	}
}
