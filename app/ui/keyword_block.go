package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/schema"
)

// saying is what can be said of one schema, drawn under its row.
type saying struct {
	p      *Program
	t      *locale.Text
	tool   int
	at     schema.Place
	called string // what its controls are labelled with
	kind   string // its type, "" without one
	uses   int    // of a definition: how many references lead to it
	block  play.Block
}

// draw is the block of keywords, and what can be made of the schema.
func (s saying) draw() []app.UI {
	if !s.block.Open {
		return nil
	}
	lines := make([]app.UI, len(s.block.Lines))
	for i, l := range s.block.Lines {
		lines[i] = &KeywordLine{P: s.p, T: s.t, Tool: s.tool, At: s.at, Called: s.called, Kind: s.kind, Line: l}
	}
	return []app.UI{of("div", "says").Body(
		of("ul", "kws").Body(lines...),
		of("div", "makes").Body(append([]app.UI{s.add()}, s.makes()...)...),
	)}
}

// add is the list of the keywords that are not in the block yet.
func (s saying) add() app.UI {
	w := s.t.Keywords
	menu := &Select{P: s.p, Look: Look{ID: play.KeywordField(s.at, ""), TestID: "keyword-add", Class: "in",
		Label: s.t.Parameters.Of(plain(w.Add), s.called)},
		Choices: []Choice{{"", w.Add}}, Edit: play.KeywordAdded{ID: s.tool, At: s.at}}
	if len(s.block.Own) > 0 {
		kind := s.kind
		if kind == "" {
			kind = s.t.Parameters.Type
		}
		menu.Groups = append(menu.Groups, Group{kind, same(s.block.Own)})
	}
	menu.Groups = append(menu.Groups, Group{w.General, same(s.block.General)})
	return menu
}

// plain is the first line of a list as a label of the list.
func plain(line string) string { return strings.TrimSuffix(line, "…") }

// same are choices whose labels are their values.
func same(values []string) []Choice {
	choices := make([]Choice, len(values))
	for i, v := range values {
		choices[i] = Choice{v, v}
	}
	return choices
}

// makes is what can be made of the schema, and where its reference leads.
func (s saying) makes() []app.UI {
	b, w := s.block, s.t.Keywords
	type offer struct {
		can                bool
		testID, label, how string
	}
	var acts []app.UI
	for _, a := range [...]offer{
		offer{b.Unite, "parameter-unite", w.Unite, play.AUnion},
		offer{b.Unify, "parameter-unify", w.Unify, play.OneSchema},
		offer{b.Inline, "parameter-inline", w.Inline, play.InPlace},
		offer{b.Extract, "parameter-extract", w.Extract, play.ADefinition},
	} {
		if a.can {
			msg := play.Remade{ID: s.tool, At: s.at, How: a.how}
			acts = append(acts, s.p.button(a.testID, "", a.label, msg).DataSet("size", "small"))
		}
	}
	if len(b.Definitions) > 0 {
		choices := []Choice{{"", w.Refer}}
		for _, d := range b.Definitions {
			choices = append(choices, Choice{string(d.Place), d.Name})
		}
		acts = append(acts, &Select{P: s.p, Look: Look{TestID: "parameter-refer", Class: "in",
			Label: s.t.Parameters.Of(plain(w.Refer), s.called)},
			Choices: choices, Edit: play.Remade{ID: s.tool, At: s.at, How: play.AReference}})
	}
	if s.uses > 0 {
		acts = append(acts, of("span", "soft small").Text(w.Used(s.uses)))
	}
	if b.Leads {
		to := act{"parameter-target", "right", w.LeadsTo, play.RowSought{ID: s.tool, At: b.LeadsTo}}
		acts = append(acts, goTo(s.p, to, "#"+string(b.LeadsToPointer)))
	}
	return acts
}

// goTo is a button that leads to another row, by its name.
func goTo(p *Program, a act, name string) app.UI {
	b := button().Class("btn").DataSet("size", "small").DataSet("testid", a.testID).OnClick(p.on(a.msg))
	return b.Body(el("span").Text(a.label), el("code").Attr("translate", "no").Text(name), icon(a.glyph))
}

// whole is the parameters object itself: what can be said of all of them
// together.
func (e *ToolEditor) whole() app.UI {
	w := e.T.Keywords.Whole
	if e.Form.Doc.Root == nil {
		return el("div") // nothing is said yet that could be said better
	}
	open := e.views().IsFolded(play.More(e.Tool.ID, ""))
	root := saying{e.P, e.T, e.Tool.ID, "", w, "object", 0, e.views().Block(e.Tool.ID, e.Form, "")}
	return of("div", "whole").DataSet("testid", "parameters-root").Body(
		of("div", "row").Body(
			of("span", "soft small cut").Text(w),
			of("span", "end"),
			button().Class("icon").ID(play.RootMore).DataSet("testid", "parameter-more").
				Aria("label", e.T.Parameters.Of(e.T.Parameters.More, w)).Aria("expanded", strconv.FormatBool(open)).
				OnClick(e.P.on(play.Folded{What: play.More(e.Tool.ID, "")})).Body(icon("more"))),
		el("div").Body(root.draw()...),
	)
}

// views is what the form needs of the View.
func (e *ToolEditor) views() play.View {
	return play.View{Folded: e.Folded, Typing: e.Typing, Keyed: e.Keyed}
}

// furnish gives a row what stands in it beside its parameter.
func (e *ToolEditor) furnish(row *Row) {
	p := row.Parameter
	if row.More {
		row.Block = e.views().Block(e.Tool.ID, e.Form, p.Place)
	}
	if p.Keyword == "$defs" || p.Keyword == "definitions" {
		row.Uses = play.Uses(e.Form, p.Pointer)
	}
	row.NoNull = p.Type == "" && len(e.Form.Nullable(p.Place, !p.Nullable)) == 0
}
