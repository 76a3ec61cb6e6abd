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
	if len(problems) > 0 {
		wrong = []app.UI{el("div").Class("empty").Body(problemList(e.T, look.ID, problems))}
	}
	return []app.UI{
		el("div").Body(wrong...),
		&Area{P: e.P, Look: troubled(look, problems), Rows: 12, Value: e.Tool.Parameters.Doc.Text,
			Edit: play.ParametersTyped{ID: e.Tool.ID}},
	}
}
