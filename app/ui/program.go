// Package ui is the Model on screen. The program is its one stateful component;
// every other one is a view of values, and redraws only if one of them changed.
//
// A pane is one of the three columns: tools, conversation, wire. A row is one
// line of a list. A control is what a person types or chooses in; there are
// four, and nothing else makes an input. Words come from the locale, never from
// here; state stands in data and aria attributes, never in class names.
package ui

import (
	"fmt"
	"reflect"
	"sync/atomic"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/play"
)

// Program holds the Model and replaces it. Everything on screen is drawn from
// it, and everything that happens goes through Send.
type Program struct {
	app.Compo

	host   play.Host
	model  play.Model
	runner *play.Runner
	ctx    app.Context
	gone   atomic.Bool // the page is being left
	editor *JSONEditor // that is on the page; nil where none is
	scopes map[play.Msg]string
	later  later
}

// New makes the program of a page. Until what was kept has been read it shows a
// sample in the given language.
func New(host play.Host, language string) *Program {
	frame := play.FrameOf(host)
	return &Program{host: frame.Bound(host), model: play.New(language).In(frame)}
}

// OnMount starts to read what was kept.
func (p *Program) OnMount(ctx app.Context) {
	p.ctx = ctx
	p.runner = play.NewRunner(p.host, p.Post)
	p.runner.Do([]play.Effect{play.Start{}})
}

// Send replaces the Model, and the page is drawn anew: where the schema changed, its
// form before the rest. It runs on the UI goroutine.
func (p *Program) Send(msg play.Msg) {
	was := p.model
	effects := p.replace(msg)
	p.draw(!p.isTyped(was))
	p.doDrawn(effects)
}

// doDrawn performs effects once the page is drawn anew.
func (p *Program) doDrawn(effects []play.Effect) {
	if len(effects) > 0 {
		p.ctx.Defer(func(app.Context) { p.runner.Do(effects) })
	}
}

// replace is the one place where the Model is replaced. It gives back the effects
// that wait for the page: until that is drawn anew, an id may be another element's.
func (p *Program) replace(msg play.Msg) (drawn []play.Effect) {
	var effects, now []play.Effect
	p.model, effects = play.Update(p.model, msg)
	p.later.latest++
	if p.editor != nil {
		p.editor.follow(p.model)
	}
	for _, e := range effects {
		switch e.(type) {
		case play.Focus, play.Invite, play.Reveal:
			drawn = append(drawn, e)
		default:
			now = append(now, e)
		}
	}
	p.runner.Do(now)
	return drawn
}

// Post sends a message from any goroutine. The program's own context outlives
// every element, so no message is lost with one. While the page is being left
// nothing is taken: requests end then because of that alone, and that is no news.
func (p *Program) Post(msg play.Msg) {
	if p.gone.Load() {
		return
	}
	p.ctx.Dispatch(func(app.Context) { p.Send(msg) })
}

// Hidden keeps at once what waits to be kept: the page is out of sight, or gone.
func (p *Program) Hidden(gone bool) {
	p.gone.Store(gone)
	if p.runner != nil {
		p.runner.Leave()
	}
}

// Told passes on what another tab of the page says.
func (p *Program) Told(text string) {
	if p.runner != nil && !p.gone.Load() {
		p.runner.Told(text)
	}
}

// on handles an event by sending a message. go-app tells handlers apart by
// their code alone, so the message is the scope: another message, another handler.
func (p *Program) on(msg play.Msg) (app.EventHandler, app.EventOption) {
	return func(app.Context, app.Event) { p.Send(msg) }, app.EventScope(p.scope(msg))
}

// scopesKept is how many messages have their scopes kept.
const scopesKept = 2000

// scope tells a message from every other one. Printing one takes longer than all
// else that a button costs, and most are asked for at each event.
func (p *Program) scope(msg play.Msg) string {
	if !reflect.TypeOf(msg).Comparable() {
		return fmt.Sprintf("%T%+v", msg, msg)
	}
	scope, ok := p.scopes[msg]
	if ok {
		return scope
	}
	if p.scopes == nil || len(p.scopes) >= scopesKept {
		p.scopes = map[play.Msg]string{}
	}
	scope = fmt.Sprintf("%T%+v", msg, msg)
	p.scopes[msg] = scope
	return scope
}

// text is the language of the page.
func (p *Program) text() *locale.Text { return locale.For(p.model.View.Language) }
