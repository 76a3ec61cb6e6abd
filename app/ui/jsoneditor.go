package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/jsondoc"
	"toolyard/app/play"
)

// Mark is a problem of a JSON text at its place, in bytes.
type Mark struct {
	Start, End        int
	Severity, Message string
}

// JSONEditor is a JSON text that a person types, in the <json-editor> of
// web/editor. It stands in the place of an Area once that has loaded. Changes go
// both ways as changes, so that the caret, folds and an input method stay
// undisturbed; undo is the program's.
type JSONEditor struct {
	app.Compo
	P     *Program
	Look  Look
	Value string
	Edit  play.Edit
	Marks []Mark

	held string // the text that the element has
}

// OnMount gives the element its text; there is one editor on the page at most.
func (j *JSONEditor) OnMount(app.Context) {
	j.held = ""
	j.sync()
}

// OnUpdate gives the element what the Model holds.
func (j *JSONEditor) OnUpdate(app.Context) { j.sync() }

func (j *JSONEditor) sync() {
	e := j.JSValue()
	if e == nil || !e.Truthy() {
		return
	}
	if j.held != j.Value {
		e.Set("value", j.Value)
		j.held = j.Value
	}
	e.Set("problems", j.problems())
}

// problems are the marks as the element takes them.
func (j *JSONEditor) problems() []any {
	offsets := make([]int, 0, 2*len(j.Marks))
	for _, m := range j.Marks {
		offsets = append(offsets, m.Start, m.End)
	}
	units := unitsOf(j.Value, offsets)
	problems := make([]any, len(j.Marks))
	for i, m := range j.Marks {
		problems[i] = map[string]any{"from": units[2*i], "to": units[2*i+1], "severity": m.Severity, "message": m.Message}
	}
	return problems
}

// edited takes the changes that a person made.
func (j *JSONEditor) edited(ctx app.Context, e app.Event) {
	changes := e.Get("detail").Get("changes")
	var units []int
	var inserts []string
	for i := range changes.Length() {
		change := changes.Index(i)
		units = append(units, change.Get("from").Int(), change.Get("to").Int())
		inserts = append(inserts, change.Get("insert").String())
	}
	offsets := bytesOf(j.held, units)
	edits := make([]jsondoc.Edit, len(inserts))
	for i, insert := range inserts {
		edits[i] = jsondoc.Edit{Start: offsets[2*i], End: offsets[2*i+1], Text: insert}
	}
	j.held = jsondoc.Apply(j.held, edits)
	j.P.Send(j.Edit.With(j.held))
	ctx.Defer(func(app.Context) { j.sync() }) // an edit may have been refused
}

func (j *JSONEditor) undone(app.Context, app.Event) { j.P.Send(play.Undone{}) }
func (j *JSONEditor) redone(app.Context, app.Event) { j.P.Send(play.Redone{}) }

// Render draws the element. It hands its attributes on to what takes the focus.
func (j *JSONEditor) Render() app.UI {
	e := el("json-editor").ID("%s", j.Look.ID).Class(j.Look.Class).Attr("testid", j.Look.TestID).
		Attr("label", j.Look.Label).On("edit", j.edited).On("undo", j.undone).On("redo", j.redone)
	if j.Look.Describes != "" {
		e = e.Attr("describedby", j.Look.Describes)
	}
	if j.Look.Invalid {
		e = e.Attr("invalid", "true")
	}
	return e
}
