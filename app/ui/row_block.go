package ui

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/schema"
)

// RowBlock is rows of the form that are drawn together: all of them, or none
// where they are far from the screen. The <row-blocks> of web/page/rows.js around it
// tells which are near. It has one field to compare, because there are hundreds.
type RowBlock struct {
	app.Compo
	Near *NearRows // nil where they are far

	slots slots
}

// NearRows is what a RowBlock draws.
type NearRows struct {
	P    *Program
	T    *locale.Text
	Tool int
	Rows []*Row
}

// OnUpdate lets rows that moved take their elements with them, once all is drawn.
func (b *RowBlock) OnUpdate(ctx app.Context) { ctx.Defer(b.arrange) }

// Render draws the rows, by their slots.
func (b *RowBlock) Render() app.UI {
	block := of("div", "rowblock").Role("presentation")
	if b.Near == nil {
		b.slots = slots{}
		return block.Body()
	}
	b.slots = b.slots.of(b.Near.Rows)
	rows := make([]app.UI, len(b.Near.Rows))
	for i, row := range b.Near.Rows {
		rows[b.slots.order[i]] = &ParameterRow{P: b.Near.P, T: b.Near.T, Tool: b.Near.Tool, Row: row}
	}
	return block.Body(rows...)
}

// Row is what a ParameterRow shows of the Model: what is equal is not drawn
// again. Shown is what its type is called where the form has none for it.
type Row struct {
	Parameter schema.Parameter
	Shown     string
	ItemsType string // the type of an array's items
	Values    string
	Ends      bool // no row of its depth follows at once
	Folded    bool
	More      bool
	Found     bool // by the search
	Clip      bool // something was copied that can be pasted
	Problems  []schema.Problem
	Mending   Mending
	Current   bool       // the person works here
	NoNull    bool       // whether it may be null can't be changed
	Uses      int        // of a definition: how many references lead to it
	Block     play.Block // what More shows
}

// unfolded are the rows of the form that are not inside one that is folded.
func (e *ToolEditor) unfolded() schema.Rows {
	prefix := play.Fold(e.Tool.ID, "")
	if !slices.ContainsFunc(e.Folded, func(what string) bool { return strings.HasPrefix(what, prefix) }) {
		return e.Form.Rows(nil)
	}
	return e.Form.Rows(func(at schema.Pointer) bool { return slices.Contains(e.Folded, play.Fold(e.Tool.ID, at)) })
}

// blocks are the rows, of which those far from the screen are not drawn.
func (e *ToolEditor) blocks() []app.UI {
	view := play.View{Tool: e.Tool.ID, Near: e.Near, Folded: e.Folded, Typing: e.Typing}
	held, count := e.rows.Index(e.Held), e.rows.Len()
	before := e.near
	e.near = make([]*NearRows, (count+play.BlockRows-1)/play.BlockRows)
	blocks := make([]app.UI, len(e.near))
	for i := range blocks {
		if view.Drawn(i, count, held) {
			e.near[i] = e.block(view, i*play.BlockRows, min((i+1)*play.BlockRows, count))
			if i < len(before) {
				e.near[i] = e.near[i].sharing(before[i])
			}
		}
		blocks[i] = &RowBlock{Near: e.near[i]}
	}
	return blocks
}

// block is the rows from one up to, not including, another.
func (e *ToolEditor) block(view play.View, from, to int) *NearRows {
	near := &NearRows{e.P, e.T, e.Tool.ID, make([]*Row, 0, to-from)}
	for i, p := range e.rows.Slice(from, to) {
		row := e.row(view, p)
		row.Ends = p.Depth > 0 && (from+i+1 == e.rows.Len() || e.rows.Depth(from+i+1) < p.Depth)
		near.Rows = append(near.Rows, &row)
	}
	return near
}

// row is what one row shows.
func (e *ToolEditor) row(view play.View, p schema.Parameter) Row {
	row := Row{Parameter: p, Current: p.Place == e.At, ItemsType: p.ItemsType, Values: view.EnumText(e.Tool.ID, p),
		Folded: view.IsFolded(play.Fold(e.Tool.ID, p.Pointer)), More: view.IsFolded(play.More(e.Tool.ID, p.Pointer)), Clip: e.Clip}
	if at, ok := e.Search.Found(e.Tool.ID, e.Form); ok {
		row.Found = at == p.Place
	}
	if p.Type == "" {
		row.Shown = p.Shape
		if len(p.Types) > 0 {
			row.Shown = strings.Join(p.Types, " | ")
		}
	}
	e.furnish(&row)
	if e.Live {
		row.Problems = e.Judged.At(p.Place)
		row.Mending = e.mending("parameter-row-"+string(p.Place), row.Problems)
	}
	return row
}
