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
	View     string
	Editor   bool // the editor of JSON text is there
	Folded   []string
	Typing   play.Typing
	Search   play.Search
	Moved    play.Moved
	Clip     bool // something was copied that can be pasted
}

// Render draws the editor.
func (e *ToolEditor) Render() app.UI {
	problems := e.Tool.Parameters.Problems()
	return el("section").Aria("label", e.T.Tools.Selected).Body(
		of("div", "facts").Body(e.facts()...),
		e.head(severities(problems)),
		e.finder(),
		el("div").Body(e.parameters(problems)...),
	)
}

// facts are what a tool is besides its parameters, each with what is wrong in
// it below.
func (e *ToolEditor) facts() []app.UI {
	t, w := e.Tool, e.T.Tools
	name, description := ofFact(e.Problems, "tool-name"), ofFact(e.Problems, "tool-description")
	return []app.UI{
		el("label").Attr("for", "tool-name").Text(w.Name),
		el("div").Body(
			&Field{P: e.P, Look: troubled(Look{ID: "tool-name", TestID: "tool-name", Class: "in mono"}, name),
				Value: t.Name, Edit: play.ToolNamed{ID: t.ID}},
			problemList(e.T, "tool-name", name)),
		el("label").Attr("for", "tool-description").Text(w.Description),
		el("div").Body(
			&Area{P: e.P, Look: troubled(Look{ID: "tool-description", TestID: "tool-description", Class: "in",
				Placeholder: w.DescriptionPlaceholder}, description),
				Rows: 2, Value: t.Description, Edit: play.ToolDescribed{ID: t.ID}},
			problemList(e.T, "tool-description", description)),
		el("label").DataSet("low", "true").Attr("for", "tool-strict").Text(w.Strict),
		of("div", "row").Body(e.strict()...),
	}
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
func (e *ToolEditor) head(found Severities) app.UI {
	w := e.T.Parameters
	return of("div", "section").Body(
		el("h3").Text(w.Head), of("span", "soft num").Text(strconv.Itoa(parameterCount(e.Form))),
		of("span", "row").Body(counts(e.T, found)...),
		of("span", "end"),
		of("span", "row").Body(e.overview(e.Form.Parameters())...),
		of("div", "seg").Role("group").Aria("label", w.View).DataSet("testid", "schema-view").
			DataSet("view", e.View).Body(
			e.view("visual", w.Visual), e.view("json", w.JSON)),
	)
}

// view is one half of the switch. Pressing the half that is on turns it over, so
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

// parameterCount is how many parameters a schema has, nested ones too.
func parameterCount(s schema.Schema) int {
	n := 0
	for _, p := range s.Parameters() {
		if !p.Item {
			n++
		}
	}
	return n
}
