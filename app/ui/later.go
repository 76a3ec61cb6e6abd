package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
)

// later is the drawing that the page still owes a person who sees already what
// they typed.
type later struct {
	painted func(func()) // calls a function once the browser has drawn; nil: nothing waits
	owed    []func()     // what comes with that drawing
}

// DrawAfter lets the page wait until the browser has drawn what a control shows.
func (p *Program) DrawAfter(painted func(func())) { p.later.painted = painted }

// sendShown sends what a control shows already: a letter, a tick. The text beside
// the form follows at once (replace). All else, which go-app goes over the whole
// page for, is drawn right after the browser has drawn these. Then the control
// gets what the Model holds: an edit may have been refused.
func (p *Program) sendShown(ctx app.Context, msg play.Msg, sync func()) {
	effects := p.replace(msg)
	then := func() { ctx.Defer(func(app.Context) { sync() }) } // unless the control has gone with that drawing
	if p.later.painted == nil || len(effects) > 0 {
		p.doDrawn(effects)
		then()
		return
	}
	ctx.PreventUpdate()
	p.later.owed = append(p.later.owed, then)
	if len(p.later.owed) == 1 {
		p.later.painted(func() { p.ctx.Dispatch(p.drawLater) })
	}
}

func (p *Program) drawLater(app.Context) {
	for _, then := range p.later.owed {
		then()
	}
	p.later.owed = nil
}
