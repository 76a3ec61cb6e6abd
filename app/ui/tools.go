package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
)

// toolsPane is the list of tools, and the selected one open under it.
func (p *Program) toolsPane() []app.UI {
	m, t := p.model, p.text().Tools
	add := el("button").Attr("type", "button").Class("btn").DataSet("size", "small").ID("tool-add").
		DataSet("testid", "tool-add").OnClick(p.on(play.ToolAdded{}))
	return []app.UI{
		el("div").Class("head").Body(
			el("h2").Text(t.Head), el("span").Class("soft num").Text(strconv.Itoa(len(m.Tools))),
			el("span").Class("end"), add.Body(icon("plus"), app.Text(t.Add))),
		el("div").Class("scroll").Body(
			el("div").Body(p.toolList()...),
			el("div").Body(p.toolEditor()...),
		),
	}
}

// toolList is one row a tool. It is a tree of one level, since only there may a
// row both be selected and hold buttons.
func (p *Program) toolList() []app.UI {
	m := p.model
	if len(m.Tools) == 0 {
		return []app.UI{el("div").Class("empty").Body(el("p").Text(p.text().Tools.Empty))}
	}
	rows := make([]app.UI, len(m.Tools))
	for i, t := range m.Tools {
		rows[i] = &ToolRow{P: p, T: p.text(), Tool: t, Problems: t.Problems(m.Tools),
			Selected: t.ID == m.View.Tool, First: i == 0, Last: i == len(m.Tools)-1}
	}
	return []app.UI{el("ul").Class("tools").Role("tree").Aria("label", p.text().Tools.Head).Body(rows...)}
}

// toolEditor is the tool that is open.
func (p *Program) toolEditor() []app.UI {
	t, ok := p.model.Tool()
	if !ok {
		return nil
	}
	form, live := p.model.Form(t)
	v := p.model.View
	return []app.UI{&ToolEditor{P: p, T: p.text(), Tool: t, Form: form, Live: live, Problems: t.Problems(p.model.Tools),
		View: v.Schema, Editor: v.Editor, Folded: v.Folded, Typing: v.Typing,
		Search: v.Search, Moved: v.Moved, Clip: v.Clip.Text != ""}}
}
