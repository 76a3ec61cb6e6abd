package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
)

// toolsPane is the list of tools, and the selected one open under it.
func (p *Program) toolsPane() []app.UI {
	return []app.UI{
		p.rest(p.narrowBar),
		p.rest(p.toolsHead),
		of("div", "scroll").Body(
			p.rest(div(p.toolList)),
			el("div").Body(p.toolEditor()...),
			p.rest(div(p.startingPoint)),
		),
	}
}

func (p *Program) toolsHead() app.UI {
	m, t := p.model, p.text().Tools
	add := button().Class("btn").DataSet("size", "small").ID("tool-add").
		DataSet("testid", "tool-add").OnClick(p.on(play.ToolAdded{}))
	return of("div", "head").Body(
		el("h2").Text(t.Head), of("span", "soft num").Text(strconv.Itoa(len(m.Tools))),
		of("span", "end"), p.importOpener(), add.Body(icon("plus"), app.Text(t.Add)))
}

// toolList is one row a tool. It is a tree of one level, since only there may a
// row both be selected and hold buttons.
func (p *Program) toolList() []app.UI {
	m := p.model
	if len(m.Tools) == 0 {
		return []app.UI{of("div", "empty").Body(el("p").Text(p.text().Tools.Empty))}
	}
	rows := make([]app.UI, len(m.Tools))
	for i, t := range m.Tools {
		judged := m.Judged(t)
		found := severities(t.Problems(m.Tools))
		found.Errors += judged.Errors
		found.Warnings += judged.Warnings
		rows[i] = &ToolRow{P: p, T: p.text(), ID: t.ID, Name: t.Name, Off: t.Off, Parameters: judged.Properties, Found: found,
			Selected: t.ID == m.View.Tool, First: i == 0, Last: i == len(m.Tools)-1}
	}
	return []app.UI{of("ul", "tools").Role("tree").Aria("label", p.text().Tools.Head).Body(rows...)}
}

// toolEditor is the tool that is open.
func (p *Program) toolEditor() []app.UI {
	if _, ok := p.model.Tool(); !ok {
		return nil
	}
	return []app.UI{p.editorOf()}
}

// besidePane is the text of the open tool's parameters beside their form.
func (p *Program) besidePane() []app.UI {
	if !p.isBeside() {
		return nil
	}
	e := p.editorOf()
	e.Beside = true
	return []app.UI{e}
}

// isBeside says whether form and text are both seen.
func (p *Program) isBeside() bool {
	_, ok := p.model.Tool()
	return ok && p.model.View.Beside && p.model.View.Schema == "visual"
}

func (p *Program) editorOf() *ToolEditor {
	t, _ := p.model.Tool()
	form, live := p.model.Form(t)
	v := p.model.View
	return &ToolEditor{P: p, T: p.text(), Tool: t, Form: form, Live: live, Problems: t.Problems(p.model.Tools),
		Judged: p.model.Judged(t), View: v.Schema, Editor: v.Editor, Folded: v.Folded, Typing: v.Typing, Keyed: v.Keyed,
		Near: v.Near, Held: v.Held, Text: v.Beside, At: v.Row(), Select: v.Select, Fix: v.Fix, Listed: v.Listed,
		Search: v.Search, Moved: v.Moved, Clip: v.Clip.Text != "", Rest: p.later.rest}
}
