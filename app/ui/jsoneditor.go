package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/jsondoc"
	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/schema"
)

// JSONEditor is the JSON text of a tool's parameters, in the <json-editor> of
// web/editor. It stands in the place of an Area once that has loaded. Changes go
// both ways as changes, so that the caret, folds and an input method stay
// undisturbed, and a long text never crosses as a whole; undo is the program's.
type JSONEditor struct {
	app.Compo
	P        *Program
	T        *locale.Text
	Look     Look
	Tool     int
	Value    string
	Problems []schema.Problem
	Select   play.Selection

	of       int    // the tool whose text the element has
	held     string // that text
	plain    bool   // it is ASCII: bytes are UTF-16 units
	marked   marks
	selected int // the Nth of the last Selection
}

// OnMount gives the element its text; there is one editor on the page at most.
func (j *JSONEditor) OnMount(app.Context) {
	j.P.editor = j
	j.of, j.held, j.plain, j.marked, j.selected = 0, "", true, marks{}, 0
	j.sync()
}

// OnDismount leaves the program without an editor.
func (j *JSONEditor) OnDismount() {
	if j.P.editor == j {
		j.P.editor = nil
	}
}

// OnUpdate gives the element what the Model holds.
func (j *JSONEditor) OnUpdate(app.Context) { j.sync() }

// follow gives the element the text of a Model at once. The rest of the page waits
// for go-app's next frame, which a text beside a form need not.
func (j *JSONEditor) follow(m play.Model) {
	if t, ok := m.Tool(); ok && t.ID == j.of && j.JSValue() != nil && j.JSValue().Truthy() {
		j.show(t.Parameters.Doc.Text)
	}
}

// show changes the element's text where it differs.
func (j *JSONEditor) show(text string) {
	if j.held != text {
		edits := jsondoc.Differences(j.held, text)
		j.JSValue().Call("apply", j.changes(edits))
		j.follows(edits)
	}
	j.held = text // the same memory: the next comparison is at once
}

func (j *JSONEditor) sync() {
	e := j.JSValue()
	if e == nil || !e.Truthy() {
		return
	}
	if j.of != j.Tool {
		e.Set("value", j.Value)
		j.of, j.marked, j.plain, j.held = j.Tool, marks{}, ascii(j.Value), j.Value
	}
	j.show(j.Value)
	if now := marksOf(j.T, j.Problems); !now.equal(j.marked) {
		e.Set("problems", app.Window().Get("JSON").Call("parse", now.text(j)))
		j.marked = now
	}
	if s := j.Select; s.Tool == j.Tool && s.Nth != j.selected {
		j.selected = s.Nth
		units := j.units(s.Start, s.End)
		e.Call("selectRange", units[0], units[1])
	}
}

// changes are edits as the element takes them.
func (j *JSONEditor) changes(edits []jsondoc.Edit) []any {
	places := make([]int, 0, 2*len(edits))
	for _, e := range edits {
		places = append(places, e.Start, e.End)
	}
	units := j.units(places...)
	changes := make([]any, len(edits))
	for i, e := range edits {
		changes[i] = map[string]any{"from": units[2*i], "to": units[2*i+1], "insert": e.Text}
	}
	return changes
}

// follows notes what else is true of the element after edits of its text.
func (j *JSONEditor) follows(edits []jsondoc.Edit) {
	j.marked = j.marked.after(edits)
	for _, e := range edits {
		j.plain = j.plain && ascii(e.Text)
	}
}

// units are places in the text of the element in UTF-16 units.
func (j *JSONEditor) units(bytes ...int) []int {
	if j.plain {
		return bytes
	}
	return unitsOf(j.held, bytes)
}

// bytes are the reverse.
func (j *JSONEditor) bytes(units ...int) []int {
	if j.plain {
		return units
	}
	return bytesOf(j.held, units)
}

// edited takes the changes that a person made.
func (j *JSONEditor) edited(ctx app.Context, e app.Event) {
	changes := e.Get("detail").Get("changes")
	var units []int
	edits := make([]jsondoc.Edit, changes.Length())
	for i := range edits {
		change := changes.Index(i)
		units = append(units, change.Get("from").Int(), change.Get("to").Int())
		edits[i].Text = change.Get("insert").String()
	}
	offsets := j.bytes(units...)
	for i := range edits {
		edits[i].Start, edits[i].End = offsets[2*i], offsets[2*i+1]
	}
	j.held = jsondoc.Apply(j.held, edits)
	j.follows(edits)
	j.P.Send(play.ParametersEdited{ID: j.Tool, Edits: edits})
	ctx.Defer(func(app.Context) { j.sync() }) // an edit may have been refused
}

// moved notes where the caret is. Only the row of a form shows it: else nothing is
// drawn anew.
func (j *JSONEditor) moved(ctx app.Context, e app.Event) {
	was := j.P.model.View.Row()
	offset := j.bytes(e.Get("detail").Get("offset").Int())[0]
	effects := j.P.replace(play.CaretMoved{ID: j.Tool, Offset: offset})
	if v := j.P.model.View; v.Schema == "json" || v.Row() == was {
		ctx.PreventUpdate()
		return
	}
	j.P.draw(true)
	j.P.doDrawn(effects)
}

func (j *JSONEditor) undone(app.Context, app.Event) { j.P.Send(play.Undone{}) }
func (j *JSONEditor) redone(app.Context, app.Event) { j.P.Send(play.Redone{}) }

// Render draws the element. It hands its attributes on to what takes the focus.
func (j *JSONEditor) Render() app.UI {
	e := el("json-editor").ID("%s", j.Look.ID).Class(j.Look.Class).Attr("testid", j.Look.TestID).
		Attr("label", j.Look.Label).On("edit", j.edited).On("caret", j.moved).On("undo", j.undone).On("redo", j.redone)
	if j.Look.Describes != "" {
		e = e.Attr("describedby", j.Look.Describes)
	}
	if j.Look.Invalid {
		e = e.Attr("invalid", "true")
	}
	return e
}
