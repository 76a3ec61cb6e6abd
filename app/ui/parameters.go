package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/jsondoc"
	"toolyard/app/play"
	"toolyard/app/schema"
)

// parameters are the parameters of the tool, as form or as text.
func (e *ToolEditor) parameters() []app.UI {
	if e.View == "json" {
		return []app.UI{el("div").Body(e.schemaText(e.problems())...)}
	}
	form := el("fieldset").Aria("label", e.T.Parameters.Head).On("focusin", e.entered).On("act", e.acted)
	if !e.Live {
		form = form.Attr("disabled", true)
	}
	return []app.UI{e.P.rest(div(e.aside)), form.Body(
		e.P.rest(e.whole),
		e.P.rest(div(e.columns)),
		e.P.rows(e.list),
		e.P.rest(e.add),
	)}
}

// list is the rows.
func (e *ToolEditor) list() app.UI {
	return el("row-blocks").Attr("of", e.Tool.ID).Role("list").Aria("label", e.T.Parameters.Head).
		On("near", e.neared).Body(e.blocks()...)
}

// problems is what is wrong with the text as it stands.
func (e *ToolEditor) problems() []schema.Problem { return e.Judged.In(e.Tool.Parameters.Doc.Text) }

// neared takes which blocks of rows are near the screen.
func (e *ToolEditor) neared(_ app.Context, event app.Event) {
	id, _ := strconv.Atoi(event.Get("detail").Get("of").String())
	e.P.Send(play.BlocksNeared{ID: id}.With(event.Get("detail").Get("blocks").String()))
}

// aside is what the form has to say as a whole: that it shows an older state,
// what is wrong at the root, or that there are no parameters.
func (e *ToolEditor) aside() []app.UI {
	w := e.T.Parameters
	if !e.Live {
		return []app.UI{of("div", "empty").Body(
			el("p").Role("status").Text(e.broken()),
			e.listed("parameters", e.problems(), true))}
	}
	var said []app.UI
	if atRoot := e.Judged.At(""); len(atRoot) > 0 {
		said = append(said, of("div", "empty").Body(e.listed("parameters", atRoot, false)))
	}
	if e.rows.Len() == 0 {
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
	if e.rows.Len() == 0 {
		return nil
	}
	return []app.UI{of("div", "cols").Aria("hidden", "true").Body(
		el("span").Text(w.Name), el("span").Text(w.Type), el("span").Text(w.Required), el("span").Text(w.Nullable))}
}

// add is the button that gives the root one more parameter.
func (e *ToolEditor) add() app.UI {
	return button().Class("add").ID("parameter-add").DataSet("testid", "parameter-add").
		OnClick(e.P.on(play.ParameterAdded{ID: e.Tool.ID})).Body(icon("plus"), app.Text(e.T.Parameters.Add))
}
