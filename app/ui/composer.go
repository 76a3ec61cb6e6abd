package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/chat"
	"toolyard/app/play"
)

// sendbar sends the results of all calls with one press, while calls wait.
func (p *Program) sendbar() []app.UI {
	m, t := p.model, p.text().Composer
	asking, ok := m.Conversation.Asking()
	if !ok || m.Run() != play.Waiting {
		return nil
	}
	all := len(asking.Message.(chat.Assistant).Calls)
	missing := m.Missing()
	ticks := make([]app.UI, all)
	for i := range ticks {
		tick := el("i")
		if i < all-len(m.Conversation.Pending()) || m.Draft(asking.ID, i) != "" {
			tick = tick.DataSet("done", "true")
		}
		ticks[i] = tick
	}
	rest := t.AllThere
	if len(missing) > 0 {
		rest = t.Missing(missing[0].ID, len(missing)-1)
	}
	return []app.UI{of("div", "sendbar").Body(
		of("span", "ticks").Aria("hidden", "true").Body(ticks...),
		of("b", "num").Text(t.Results(all-len(missing), all)),
		of("span", "soft small cut").Text(rest),
		p.press(press{"results-send", t.SendResults, m.View.Editing.Node == 0, len(missing) == 0, play.ResultsSent{}}).
			Class("end"),
	)}
}

// press is a button that sends. Only one of the page is the one to press now:
// it is filled, and its shortcut stands on it.
type press struct {
	testID, label string
	now, enabled  bool
	msg           play.Msg
}

func (p *Program) press(b press) app.HTMLElem {
	kind, hint := "", []app.UI(nil)
	if b.now {
		kind, hint = "primary", []app.UI{app.Text(" "), keys(p.text().Composer.SendKeys)}
	}
	button := p.button(b.testID, kind, b.label, b.msg).
		Body(app.Text(b.label), of("span", "slot").Body(hint...))
	if !b.enabled {
		button = button.Attr("disabled", true)
	}
	return button
}

// composer is the next message: it can be written at any time, and goes when
// nothing is asked of the person any more.
func (p *Program) composer() app.UI {
	m, t := p.model, p.text().Composer
	placeholder := t.Placeholder
	switch m.Run() {
	case play.Waiting:
		placeholder = t.AfterResults
	case play.Streaming:
		placeholder = t.WhileArriving
	}
	return of("div", "composer").Body(of("div", "concerns").Body(p.concerns()...), of("div", "frame").Body(
		&Area{P: p, Look: Look{ID: "prompt", TestID: "prompt", Label: t.Prompt, Placeholder: placeholder},
			Rows: 1, Value: m.Prompt, Edit: play.PromptTyped{}},
		of("div", "foot").Body(
			of("span", "cut grow").Attr("translate", "no").Text(p.destination()),
			of("span", "slot").Body(p.composerAside()...),
			of("span", "slot").Body(p.composerButton()),
		),
	))
}

// destination is where a message will go: which model, on which host.
func (p *Program) destination() string {
	m, t := p.model, p.text().Bar
	if m.Endpoint.Simulated() {
		return t.Simulator + " · " + t.InThisPage
	}
	host := m.Endpoint.Host()
	if host == "" {
		return t.NoEndpoint
	}
	if m.IsRelayed(m.Endpoint) {
		host = p.text().Relay.Through + " · " + host
	}
	if m.Endpoint.Model == "" {
		return host
	}
	return m.Endpoint.Model + " · " + host
}

// composerAside says why nothing can be sent, or offers a real model.
func (p *Program) composerAside() []app.UI {
	m, t := p.model, p.text().Composer
	if m.Endpoint.Simulated() && m.Conversation.Tip() == 0 {
		return []app.UI{p.smallButton("use-real", t.UseReal, play.DialogOpened{Name: "setup"})}
	}
	if m.Run() == play.Idle && !m.CanSend() {
		return []app.UI{of("span", "soft small wide").Text(t.NothingYet)}
	}
	return nil
}

func (p *Program) composerButton() app.UI {
	m, t := p.model, p.text().Composer
	run := m.Run()
	if run == play.Streaming {
		return p.button("stop", "", t.Stop, play.Stopped{}).
			Body(icon("stop"), app.Text(t.Stop+" "), keys(t.StopKeys))
	}
	label := t.Send
	if m.Prompt == "" && m.CanSend() {
		label = t.Again
	}
	now := run == play.Idle || run == play.Failed && m.Prompt != ""
	return p.press(press{"send", label, now && m.View.Editing.Node == 0, m.CanSend(), play.Sent{}})
}
