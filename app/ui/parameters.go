package ui

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/jsondoc"
	"toolyard/app/play"
	"toolyard/app/schema"
)

// parameters are the parameters of the tool, as form or as text.
func (e *ToolEditor) parameters(problems []schema.Problem) []app.UI {
	if e.View == "json" {
		return []app.UI{el("div").Body(e.schemaText(problems)...)}
	}
	form := el("fieldset").Aria("label", e.T.Parameters.Head).On("act", e.acted)
	if !e.Live {
		form = form.Attr("disabled", true)
	}
	return []app.UI{form.Body(
		el("div").Body(e.aside(problems)...),
		el("div").Body(e.columns()...),
		el("ul").Body(e.rows(problems)...),
		e.add(),
	)}
}

// aside is what the form has to say as a whole: that it shows an older state,
// what is wrong at the root, or that there are no parameters.
func (e *ToolEditor) aside(problems []schema.Problem) []app.UI {
	w := e.T.Parameters
	if !e.Live {
		first := firstError(e.Tool.Parameters.Doc)
		return []app.UI{of("div", "empty").Body(
			el("p").Role("status").Text(w.Stale(first.Line, first.Column)),
			problemList(e.T, "parameters", problems))}
	}
	var said []app.UI
	if atRoot := ofPlace(problems, ""); len(atRoot) > 0 {
		said = append(said, of("div", "empty").Body(problemList(e.T, "parameters", atRoot)))
	}
	if len(e.Form.Parameters()) == 0 {
		said = append(said, of("div", "empty").Body(el("p").Text(w.Empty), el("div").Body(e.paste()...)))
	}
	return said
}

// firstError is where a text stops being JSON. A bracket that is never closed
// comes before all that is wrong inside it, and seldom is the cause.
func firstError(d jsondoc.Doc) jsondoc.Error {
	for _, e := range d.Errors {
		if e.Rule != jsondoc.RuleUnclosed {
			return e
		}
	}
	return d.Errors[0]
}

// columns stand over the rows, where there are some. Each control says the same
// of itself.
func (e *ToolEditor) columns() []app.UI {
	w := e.T.Parameters
	if len(e.Form.Parameters()) == 0 {
		return nil
	}
	return []app.UI{of("div", "cols").Aria("hidden", "true").Body(
		el("span").Text(w.Name), el("span").Text(w.Type), el("span").Text(w.Required), el("span").Text(w.Nullable))}
}

// rows are the parameters that are not inside one that is folded.
func (e *ToolEditor) rows(problems []schema.Problem) []app.UI {
	parameters := e.Form.Parameters()
	var rows []*ParameterRow
	hidden := schema.Place("") // inside this one everything is folded
	for i, p := range parameters {
		if hidden != "" && strings.HasPrefix(string(p.Place), string(hidden)+".") {
			continue
		}
		row := e.row(p)
		if p.HasItems {
			row.ItemsType = parameters[i+1].Type
		}
		if e.Live {
			row.Problems = ofPlace(problems, p.Place)
		}
		if hidden = ""; row.Folded {
			hidden = p.Place
		}
		rows = append(rows, row)
	}
	shown := make([]app.UI, len(rows))
	for i, row := range rows {
		depth := row.Parameter.Depth
		row.Ends = depth > 0 && (i+1 == len(rows) || rows[i+1].Parameter.Depth < depth)
		shown[i] = row
	}
	return shown
}

func (e *ToolEditor) row(p schema.Parameter) *ParameterRow {
	view := play.View{Folded: e.Folded, Typing: e.Typing}
	row := &ParameterRow{P: e.P, T: e.T, Tool: e.Tool.ID, Parameter: p, Values: view.EnumText(e.Tool.ID, p),
		Folded: view.IsFolded(play.Fold(e.Tool.ID, p.Pointer)), More: view.IsFolded(play.More(e.Tool.ID, p.Pointer)), Clip: e.Clip}
	if at, ok := e.Search.Found(e.Tool.ID, e.Form); ok {
		row.Found = at == p.Place
	}
	if p.Type == "" {
		row.Shown = shownType(e.Form, p)
	}
	return row
}

// add is the button that gives the root one more parameter.
func (e *ToolEditor) add() app.UI {
	return button().Class("add").ID("parameter-add").DataSet("testid", "parameter-add").
		OnClick(e.P.on(play.ParameterAdded{ID: e.Tool.ID})).Body(icon("plus"), app.Text(e.T.Parameters.Add))
}

// shownType is what a parameter without one of the form's types is called: the
// types it lists, or the keyword that says more than a type could.
func shownType(s schema.Schema, p schema.Parameter) string {
	if len(p.Types) > 0 {
		return strings.Join(p.Types, " | ")
	}
	n := s.Doc.At(string(p.Pointer))
	for _, keyword := range []string{"$ref", "anyOf", "oneOf", "allOf", "not", "if", "enum", "const"} {
		if n.Get(keyword) != nil {
			return keyword
		}
	}
	return ""
}

// ofPlace are the problems of one row. They come without their spans, which
// move with every letter that is typed before them.
func ofPlace(problems []schema.Problem, at schema.Place) []schema.Problem {
	var found []schema.Problem
	for _, p := range problems {
		if p.Place == at {
			found = append(found, p.Settled())
		}
	}
	return slices.Clip(found)
}
