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
		wrong = []app.UI{of("div", "empty").Body(problemList(e.T, look.ID, problems))}
	}
	return []app.UI{
		el("div").Body(wrong...),
		e.schemaField(troubled(look, problems), problems),
	}
}

// schemaField is what the text is typed in.
func (e *ToolEditor) schemaField(look Look, problems []schema.Problem) app.UI {
	text, edit := e.Tool.Parameters.Doc.Text, play.ParametersTyped{ID: e.Tool.ID}
	if !e.Editor {
		return &Area{P: e.P, Look: look, Rows: 12, Value: text, Edit: edit}
	}
	marks := make([]Mark, len(problems))
	for i, p := range problems {
		marks[i] = Mark{p.Start, p.End, string(p.Severity), e.T.Problems.Sentence(p.Rule, p.Detail)}
	}
	return &JSONEditor{P: e.P, Look: look, Value: text, Edit: edit, Marks: marks}
}
