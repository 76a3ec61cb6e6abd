package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
	"toolyard/app/schema"
)

// schemaText is the JSON text of the parameters, with everything that is wrong
// in it above.
func (e *ToolEditor) schemaText(problems []schema.Problem) []app.UI {
	look := Look{ID: "schema-json", TestID: "schema-json", Class: "editor", Label: e.T.Parameters.Text}
	var wrong []app.UI
	if len(problems) > 0 && e.View == "json" { // beside the form, that has them
		wrong = []app.UI{of("div", "empty").Body(e.listed(look.ID, problems, true))}
	}
	return []app.UI{
		el("div").Body(wrong...),
		e.schemaField(troubled(look, problems), problems),
	}
}

// schemaField is what the text is typed in.
func (e *ToolEditor) schemaField(look Look, problems []schema.Problem) app.UI {
	t := e.Tool
	if !e.Editor {
		return &Area{P: e.P, Look: look, Rows: 12, Value: t.Parameters.Doc.Text, Edit: play.ParametersTyped{ID: t.ID}}
	}
	return &JSONEditor{P: e.P, T: e.T, Look: look, Tool: t.ID, Value: t.Parameters.Doc.Text, Problems: problems, Select: e.Select}
}
