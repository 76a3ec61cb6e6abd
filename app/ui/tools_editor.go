package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/schema"
	"toolyard/app/tool"
)

// ToolEditor is the selected tool: its facts, and its parameters by form or as
// text. Form is the schema that the form shows, which is not the tool's while
// that is no JSON; then it is not Live.
type ToolEditor struct {
	app.Compo
	P        *Program
	T        *locale.Text
	Tool     tool.Tool
	Form     schema.Schema
	Live     bool
	Problems []schema.Problem // of the facts
	Judged   play.Judged      // the parameters
	View     string
	Editor   bool // the editor of JSON text is there
	Folded   []string
	Typing   play.Typing
	Search   play.Search
	Moved    play.Moved
	Clip     bool // something was copied that can be pasted
	Near     play.Near
	Held     schema.Place
	Text     bool // the text stands beside the form
	Beside   bool // this is that text, in a pane of its own
	Keyed    []play.Keyed
	At       schema.Place // the row where the person works
	Select   play.Selection
	Fix      play.Remedy
	Listed   play.Listed
	Rest     int // the Model that all but the rows shows (later.go)

	diff []play.DiffLine // what Fix would change
	rows schema.Rows     // those of Form
	near []*NearRows     // of each block, as it was drawn last
}

// Render draws the editor.
func (e *ToolEditor) Render() app.UI {
	e.diff = e.diffOf()
	if e.Beside {
		return e.beside()
	}
	e.rows = e.unfolded()
	return el("section").Aria("label", e.T.Tools.Selected).Body(
		e.P.rest(e.facts),
		e.P.rest(e.head),
		e.P.rest(e.finder),
		el("div").Body(e.parameters()...),
	)
}

// beside is the text in a pane beside the form.
func (e *ToolEditor) beside() app.UI {
	w := e.T.Parameters
	return of("div", "beside").Body(
		of("div", "head").Body(
			el("h2").Text(w.TextHead), of("code", "soft cut").Attr("translate", "no").Text(e.Tool.Name),
			of("span", "end row").Body(counts(e.T, e.found())...),
			e.P.iconButton("schema-beside-close", "x", w.CloseText, play.BesideSwitched{}),
		),
		of("div", "scroll").Body(e.schemaText(e.problems())...),
	)
}

// found is how much is wrong with the parameters.
func (e *ToolEditor) found() Severities { return Severities{e.Judged.Errors, e.Judged.Warnings} }

// facts are what a tool is besides its parameters, each with what is wrong in
// it below.
func (e *ToolEditor) facts() app.UI {
	t, w := e.Tool, e.T.Tools
	name, description := ofFact(e.Problems, "tool-name"), ofFact(e.Problems, "tool-description")
	return of("div", "facts").Body(
		el("label").Attr("for", "tool-name").Text(w.Name),
		el("div").Body(
			&Field{P: e.P, Look: troubled(Look{ID: "tool-name", TestID: "tool-name", Class: "in mono"}, name),
				Value: t.Name, Edit: play.ToolNamed{ID: t.ID}},
			e.listed("tool-name", name, false)),
		el("label").Attr("for", "tool-description").Text(w.Description),
		el("div").Body(
			&Area{P: e.P, Look: troubled(Look{ID: "tool-description", TestID: "tool-description", Class: "in",
				Placeholder: w.DescriptionPlaceholder}, description),
				Rows: 2, Value: t.Description, Edit: play.ToolDescribed{ID: t.ID}},
			e.listed("tool-description", description, false)),
		el("label").DataSet("low", "true").Attr("for", "tool-strict").Text(w.Strict),
		of("div", "row").Body(e.strict()...),
	)
}

func (e *ToolEditor) strict() []app.UI {
	t, w := e.Tool, e.T.Tools
	means := w.StrictOff
	if t.Strict {
		means = w.StrictOn
	}
	return []app.UI{
		button().Class("switch").Role("switch").ID("tool-strict").DataSet("testid", "tool-strict").
			Aria("checked", strconv.FormatBool(t.Strict)).Aria("describedby", "tool-strict-means").
			OnClick(e.P.on(play.ToolStrictSwitched{ID: t.ID, On: !t.Strict})),
		of("span", "soft small cut").ID("tool-strict-means").Text(means),
	}
}

// head says how many parameters there are, and switches between form and text.
func (e *ToolEditor) head() app.UI {
	w := e.T.Parameters
	return of("div", "section").Body(
		el("h3").Text(w.Head), of("span", "soft num").Text(strconv.Itoa(e.rows.Properties)),
		of("span", "row").Body(e.summary(e.found())...),
		of("span", "end"),
		of("span", "row").Body(e.overview()...),
		e.besideSwitch(),
		of("div", "seg").Role("group").Aria("label", w.View).DataSet("testid", "schema-view").
			DataSet("view", e.View).Body(
			e.view("visual", w.Visual), e.view("json", w.JSON)),
	)
}

// besideSwitch shows the text beside the form. A narrow page has no room for it.
func (e *ToolEditor) besideSwitch() app.UI {
	return button().Class("icon").DataSet("kind", "beside").DataSet("testid", "schema-beside").
		Aria("pressed", strconv.FormatBool(e.Text)).Aria("label", e.T.Parameters.Both).Title("%s", e.T.Parameters.Both).
		OnClick(e.P.on(play.BesideSwitched{On: !e.Text})).Body(icon("beside"))
}

// view is one part of the switch. Pressing the part that is on turns it over, so
// that a press anywhere on the switch does something.
func (e *ToolEditor) view(view, label string) app.UI {
	goal := view
	if e.View == view {
		goal = map[string]string{"visual": "json", "json": "visual"}[view]
	}
	return button().Aria("pressed", strconv.FormatBool(e.View == view)).
		DataSet("testid", "schema-view-"+view).DataSet("view", view).
		OnClick(e.P.on(play.SchemaViewChosen{View: goal})).Text(label)
}
