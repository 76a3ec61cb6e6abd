package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Part is a part of the page that is drawn anew when it is to show another Model,
// and only then. So what a person looks at is drawn without the rest (later.go).
type Part struct {
	app.Compo
	Rows int // the Model of the rows of the form; 0 for a part without them
	Rest int // the Model of all else; 0 for the rows themselves
	draw func() app.UI
}

// Render draws the part.
func (t *Part) Render() app.UI { return t.draw() }

// rest is a part without the rows of the form.
func (p *Program) rest(draw func() app.UI) app.UI { return &Part{Rest: p.later.rest, draw: draw} }

// rows are the rows of the form.
func (p *Program) rows(draw func() app.UI) app.UI { return &Part{Rows: p.later.rows, draw: draw} }

// around is a part with the rows of the form inside.
func (p *Program) around(draw func() app.UI) app.UI {
	return &Part{Rows: p.later.rows, Rest: p.later.rest, draw: draw}
}

// div is what draws a list of elements in a place of its own.
func div(list func() []app.UI) func() app.UI {
	return func() app.UI { return el("div").Body(list()...) }
}
