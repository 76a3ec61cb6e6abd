package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
)

// later is the drawing that the page still owes a person who sees already what
// they did. Models are counted.
type later struct {
	painted func(func()) // calls a function once the browser has drawn; nil: nothing waits
	owed    []func()     // what comes with that drawing
	latest  int          // the number of the Model there is
	rows    int          // of the one that the rows of the form show
	rest    int          // of the one that all else shows
}

// DrawAfter lets the page wait until the browser has drawn what a control shows.
func (p *Program) DrawAfter(painted func(func())) { p.later.painted = painted }

// draw lets go-app draw all of the page at its next frame, or the rows of the form
// alone, and the rest right after the browser has drawn those. A text that stands
// alone has been drawn (replace): then all is the rest.
func (p *Program) draw(all bool) {
	if p.later.painted == nil {
		all = true
	}
	if all || p.editor == nil || p.model.View.Schema != "json" {
		p.later.rows = p.later.latest
	}
	if all {
		p.later.rest = p.later.latest
	} else {
		p.owe(func() {})
	}
}

// sendShown sends what a control shows already: a letter, a tick. The text beside
// the form follows at once (replace). All else, which go-app goes over the whole
// page for, is drawn right after the browser has drawn these. Then the control
// gets what the Model holds: an edit may have been refused.
func (p *Program) sendShown(ctx app.Context, msg play.Msg, sync func()) {
	effects := p.replace(msg)
	var then func()
	then = func() {
		ctx.Defer(func(app.Context) { // unless the control has gone with that drawing
			if p.later.painted != nil && p.later.rest != p.later.latest {
				p.owe(then) // more was entered: the control has an older Model's value
				return
			}
			sync()
		})
	}
	if p.later.painted == nil || len(effects) > 0 {
		p.draw(true)
		p.doDrawn(effects)
		then()
		return
	}
	ctx.PreventUpdate()
	p.owe(then)
}

// owe lets all of the page be drawn after the browser has drawn.
func (p *Program) owe(then func()) {
	p.later.owed = append(p.later.owed, then)
	if len(p.later.owed) == 1 {
		p.later.painted(func() { p.ctx.Dispatch(p.drawLater) })
	}
}

func (p *Program) drawLater(app.Context) {
	p.draw(true)
	owed := p.later.owed
	p.later.owed = nil
	for _, then := range owed {
		then()
	}
}

// isTyped says whether a message changed the text of the open tool's parameters,
// from a Model that was: then the form is what a person looks at.
func (p *Program) isTyped(was play.Model) bool {
	before, _ := was.Tool()
	now, ok := p.model.Tool()
	return ok && before.ID == now.ID && before.Parameters.Doc.Text != now.Parameters.Doc.Text
}
