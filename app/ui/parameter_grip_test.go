package ui

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/schema"
	"toolyard/app/tool"
)

// What web/page/grips.js tells is the message that the Model knows.
func TestRowActs(t *testing.T) {
	e := &ToolEditor{Tool: tool.New(3, "t", "", ordered), Form: schema.Read(ordered)}
	for _, c := range []struct {
		act  RowAct
		want play.Msg
	}{
		{RowAct{Act: "up", At: "1"}, play.ParameterMoved{ID: 3, At: "1", By: -1}},
		{RowAct{Act: "down", At: "1", Grip: true}, play.ParameterMoved{ID: 3, At: "1", By: 1, Grip: true}},
		{RowAct{Act: "in", At: "1"}, play.ParameterNested{ID: 3, At: "1", In: true}},
		{RowAct{Act: "out", At: "1", Grip: true}, play.ParameterNested{ID: 3, At: "1", Grip: true}},
		{RowAct{Act: "next", At: "1"}, play.ParameterAddedAfter{ID: 3, At: "1"}},
		{RowAct{Act: "copy", At: "1"}, play.ParameterCopied{ID: 3, At: "1"}},
		{RowAct{Act: "cut", At: "1"}, play.ParameterCut{ID: 3, At: "1"}},
		{RowAct{Act: "paste", At: "1", Text: "{}"}, play.ParameterPasted{ID: 3, At: "1", Text: "{}"}},
		{RowAct{Act: "drop", From: "0", At: "2", Where: "before"}, play.ParameterDropped{ID: 3, At: "0", Index: 2}},
		{RowAct{Act: "drop", From: "0", At: "6.items.0", Where: "after"}, play.ParameterDropped{ID: 3, At: "0", Object: "6.items", Index: 1}},
		{RowAct{Act: "drop", From: "0", At: "6", Where: "inside"}, play.ParameterDropped{ID: 3, At: "0", Object: "6.items", Index: math.MaxInt}},
		{RowAct{Act: "drop", From: "0", At: "6.items.0", Where: "first"}, play.ParameterDropped{ID: 3, At: "0", Object: "6.items.0"}},
		{RowAct{Act: "drop", From: "3.anyOf/1", At: "3.anyOf/0", Where: "before"}, play.ParameterDropped{ID: 3, At: "3.anyOf/1", Object: "3"}},
		{RowAct{Act: "drop", From: "0", At: "1", Where: "inside"}, nil},
		{RowAct{Act: "sing"}, nil},
	} {
		if got := e.act(c.act); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%+v is %+v, want %+v", c.act, got, c.want)
		}
	}
}

// A row is drawn for every schema that a keyword holds: with a field where there
// is a name to type, and a box only where something can be required.
func TestRowsOfEveryKind(t *testing.T) {
	const text = `{"properties": {"p": {"anyOf": [{}, {}], "not": {}, "items": {}}}, "patternProperties": {"^x": {}}, "$defs": {"D": {}}}`
	want := map[schema.Place]string{"0": "input p", "0.anyOf/0": "span anyOf 1", "0.anyOf/1": "span anyOf 2", "0.not": "span not",
		"0.items": "span items", "patternProperties/0": "input ^x", "$defs/0": "input D"}
	for _, p := range schema.Read(text).Outline() {
		row := &ParameterRow{P: &Program{}, T: &locale.English, Tool: 1, Row: &Row{Parameter: p}}
		all := elements(app.HTMLString(row))
		name := withID(all, "parameter-name")[0]
		if got := name.tag + " " + name.attr["value"] + name.text; got != want[p.Place] {
			t.Errorf("%s is %q, want %q", p.Place, got, want[p.Place])
		}
		if got := len(withID(all, "parameter-required")) == 1; got != (p.Keyword == "properties") {
			t.Errorf("%s can be required: %v", p.Place, got)
		}
		if got := withID(all, "parameter-grip")[0].attr["id"]; got != play.ParameterGrip(p.Place) {
			t.Errorf("the grip of %s is %s", p.Place, got)
		}
	}
}

func TestOverviewOfTheForm(t *testing.T) {
	p := paneOf("en", ordered)
	all := p.pane()
	if len(withID(all, "parameter-fold-all")) != 1 || len(withID(all, "parameter-search-open")) != 1 || len(withID(all, "parameter-search")) != 0 {
		t.Error("at the head of many rows stand a search and what closes all")
	}
	p.model, _ = play.Update(p.model, play.SearchTyped{ID: 1, Text: "x"})
	p.model, _ = play.Update(p.model, play.SearchStepped{By: 1})
	all = p.pane()
	if got := withID(all, "parameter-search-count"); len(got) != 1 || got[0].text != "1 of 1" {
		t.Errorf("counted %+v", got)
	}
	i := slices.IndexFunc(all, func(e element) bool { return e.attr["data-found"] == "true" })
	if i < 0 || !strings.HasSuffix(all[i].attr["data-path"], "/x") {
		t.Error("what was found is not marked")
	}
	few := paneOf("en", `{"properties": {"a": {}}}`).pane()
	if len(withID(few, "parameter-fold-all")) != 0 || len(withID(few, "parameter-search-open")) != 0 {
		t.Error("one row needs neither")
	}
	p.model.View.Schema = "json"
	if len(withID(p.pane(), "parameter-search")) != 0 {
		t.Error("the text has a search of its own")
	}
}

func TestPasteIsDrawnWhereItWorks(t *testing.T) {
	p := paneOf("en", `{"properties": {"a": {}}}`)
	p.model.View.Folded = []string{play.More(1, "/properties/a")}
	if len(withID(p.pane(), "parameter-paste")) != 0 {
		t.Error("there is nothing to paste")
	}
	p.model, _ = play.Update(p.model, play.ParameterCopied{ID: 1, At: "0"})
	if len(withID(p.pane(), "parameter-paste")) != 1 {
		t.Error("a copy can't be pasted")
	}
	p.model, _ = play.Update(p.model, play.ParameterRemoved{ID: 1, At: "0"})
	if len(withID(p.pane(), "parameter-paste")) != 1 {
		t.Error("a copy can't be pasted where there is no row")
	}
}

func TestWhereAParameterStandsIsSaid(t *testing.T) {
	for language, want := range map[string]string{"en": "city, 2 of 7", "zh": "city，第 2 个，共 7 个"} {
		p := paneOf(language, ordered)
		p.model, _ = play.Update(p.model, play.ParameterMoved{ID: 1, At: "0", By: 1})
		if got := withID(p.pane(), "parameter-moved"); len(got) != 1 || got[0].text != want {
			t.Errorf("%s: %+v", language, got)
		}
	}
}
