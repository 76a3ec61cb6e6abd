package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
	"toolyard/app/schema"
)

// Mending is what a list of problems shows beside its sentences. The zero Mending
// is of every list but one.
type Mending struct {
	Fix  play.Remedy // that shows what it would change
	Diff []play.DiffLine
	Most int // how many problems are shown; 0 for as many as usual
}

// mending is what the list with an id shows of these problems.
func (e *ToolEditor) mending(id string, problems []schema.Problem) Mending {
	var m Mending
	if e.Listed.List == id {
		m.Most = e.Listed.Most
	}
	if e.Fix != (play.Remedy{}) {
		if _, ok := e.Fix.Of(problems); ok {
			m.Fix, m.Diff = e.Fix, e.diff
		}
	}
	return m
}

// diffOf is what the fix that is open would change, nil where none is.
func (e *ToolEditor) diffOf() []play.DiffLine {
	if e.Fix.Wrong.Tool != e.Tool.ID {
		return nil
	}
	for _, of := range [][]schema.Problem{e.Problems, e.problems()} {
		if fix, ok := e.Fix.Of(of); ok {
			return play.Diff(e.Tool.Parameters.Doc.Text, fix, e.Tool.Name)
		}
	}
	return nil
}

// listed is a list of problems of this tool.
func (e *ToolEditor) listed(id string, problems []schema.Problem, leads bool) app.UI {
	return problemList{e.P, e.T, id, e.Tool.ID, problems, e.mending(id, problems), leads}.draw()
}

// fixes are the buttons that show what each fix of a problem would change.
func (l problemList) fixes(p schema.Problem, w play.Wrong, open play.Remedy) []app.UI {
	var buttons []app.UI
	for _, fix := range p.Fixes {
		remedy := play.Remedy{Wrong: w, Fix: fix.ID}
		buttons = append(buttons, l.p.button("fix", "", l.t.Fixes.Name(fix.ID), play.FixChosen{Remedy: remedy}).
			ID("%s", remedy.Field()).DataSet("fix", fix.ID).DataSet("size", "small").
			Aria("expanded", strconv.FormatBool(open == remedy)))
	}
	return buttons
}

// open is what a fix would change, line by line, and the buttons that do it or
// not. Nothing is there without one.
func (l problemList) open(remedy play.Remedy) []app.UI {
	if remedy == (play.Remedy{}) {
		return nil
	}
	lines := make([]app.UI, len(l.mending.Diff))
	for i, line := range l.mending.Diff {
		lines[i] = l.line(line)
	}
	return []app.UI{
		of("div", "lines json").ID("fix-diff").Role("group").Aria("label", l.t.Fixes.Changes).DataSet("testid", "fix-diff").
			DataSet("size", "small").Attr("translate", "no").Body(lines...),
		of("div", "row").Body(
			l.p.button("fix-apply", "primary", l.t.Fixes.Apply, play.FixApplied{Remedy: remedy}).ID("fix-apply").
				DataSet("size", "small").Aria("describedby", "fix-diff"),
			l.p.button("fix-cancel", "", l.t.Fixes.Cancel, play.FixDismissed{}).DataSet("size", "small")),
	}
}

// deepestLine is the deepest indentation that a line hangs at.
const deepestLine = 20

// line is one line of a diff. Who can't see its sign hears what becomes of it.
func (l problemList) line(line play.DiffLine) app.UI {
	if line.Kind == play.Gap {
		return of("span", "ln").DataSet("diff", "gap").Text("…\n")
	}
	tag, sign := "span", ""
	switch line.Kind {
	case play.Removed:
		tag, sign = "del", l.t.Fixes.Removed
	case play.Added:
		tag, sign = "ins", l.t.Fixes.Added
	}
	e := of(tag, "ln")
	if line.Kind != play.Kept {
		e = e.DataSet("diff", string(line.Kind)).Aria("label", sign+line.Text)
	}
	if line.Nth > 0 {
		e = e.DataSet("line", strconv.Itoa(line.Nth))
	}
	if in := indentation(line.Text); in > 0 {
		e = e.DataSet("in", strconv.Itoa(min(in, deepestLine)))
	}
	if line.From == line.To {
		return e.Body(app.Text(line.Text + "\n"))
	}
	return e.Body(app.Text(line.Text[:line.From]), el("b").Text(line.Text[line.From:line.To]), app.Text(line.Text[line.To:]+"\n"))
}

func indentation(line string) int {
	n := 0
	for n < len(line) && line[n] == ' ' {
		n++
	}
	return n
}

// escaped closes the fix that is open.
func (p *Program) escaped(ctx app.Context, e app.Event) {
	if e.Get("key").String() != "Escape" {
		ctx.PreventUpdate()
		return
	}
	e.Call("stopPropagation") // the page has its own Escape
	p.Send(play.FixDismissed{})
}

// summary is how many problems the parameters have; a press leads to the next.
func (e *ToolEditor) summary(found Severities) []app.UI {
	shown := counts(e.T, found)
	if len(shown) == 0 {
		return nil
	}
	return []app.UI{button().Class("row next").DataSet("testid", "problem-next").Title("%s", e.T.Fixes.Next).
		OnClick(e.P.on(play.ProblemPassed{ID: e.Tool.ID})).
		Body(append([]app.UI{of("span", "visually-hidden").Text(e.T.Fixes.Next)}, shown...)...)}
}

// broken says what the form shows while the text is not JSON.
func (e *ToolEditor) broken() string {
	first := firstError(e.Tool.Parameters.Doc)
	if e.Form.Doc.OK() {
		return e.T.Parameters.Stale(first.Line, first.Column)
	}
	return e.T.Fixes.Recovered(first.Line, first.Column)
}

// entered notes the row that the focus is in. Where that is the one already,
// nothing is drawn anew.
func (e *ToolEditor) entered(ctx app.Context, event app.Event) {
	row := event.Get("target").Call("closest", "[data-place]")
	if !row.Truthy() {
		ctx.PreventUpdate()
		return
	}
	at := schema.Place(row.Get("dataset").Get("place").String())
	if at == e.At {
		ctx.PreventUpdate()
		return
	}
	e.P.Send(play.RowEntered{ID: e.Tool.ID, At: at})
}
