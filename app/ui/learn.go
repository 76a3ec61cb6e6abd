package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/sample"
)

// learn teaches the loop while nothing is said: what will happen, and what one
// could ask.
func (p *Program) learn() []app.UI {
	m, t := p.model, p.text()
	if m.Conversation.Tip() != 0 || m.Run() == play.Streaming {
		return nil
	}
	e := &learnEntry{P: p, T: t, Language: m.View.Language, Sample: m.Sample, Prompt: m.Prompt}
	if !m.Endpoint.Simulated() {
		e.Host, e.Relayed = m.Endpoint.Host(), m.IsRelayed(m.Endpoint)
	}
	return []app.UI{e}
}

// learnEntry is the empty conversation.
type learnEntry struct {
	app.Compo
	P        *Program
	T        *locale.Text
	Language string
	Sample   string
	Prompt   string
	Host     string // "" with the simulator
	Relayed  bool
}

// Render draws the loop in four steps, and the prompts of the sample.
func (l *learnEntry) Render() app.UI {
	t := l.T.Conversation.Learn
	head, lead := t.Head, t.Lead
	if l.Host != "" {
		if head, lead = t.RealHead, t.RealLead; l.Relayed {
			lead = l.T.Relay.Learn
		}
		lead = strings.ReplaceAll(lead, "%s", l.Host)
	}
	return of("div", "learn").Body(
		el("div").Body(el("h2").Text(head), of("p", "lead").Text(lead)),
		of("ol", "loop").Body(steps(t)...),
		of("div", "slot").Body(l.prompts()...),
	)
}

// steps are the loop; two of them wear the colour of their role.
func steps(t locale.Learn) []app.UI {
	step := func(s locale.Step) app.HTMLElem { return el("li").Body(el("b").Text(s.Head), app.Text(s.Text)) }
	return []app.UI{
		step(t.Ask),
		step(t.Call).DataSet("role", "call"),
		step(t.Answer).DataSet("role", "result"),
		step(t.GoOn),
	}
}

func (l *learnEntry) prompts() []app.UI {
	t := l.T.Conversation.Learn
	var buttons []app.UI
	for _, prompt := range suggestions(l.Language, l.Sample) {
		chosen := prompt == l.Prompt
		var aside []app.UI
		if chosen {
			aside = []app.UI{of("span", "soft").Text(t.InTheBox)}
		}
		buttons = append(buttons, button().DataSet("testid", "prompt-suggestion").
			Aria("pressed", strconv.FormatBool(chosen)).OnClick(l.P.on(play.PromptTyped{Text: prompt})).Body(
			icon("chat"), of("span", "grow").Text(prompt), of("span", "slot").Body(aside...)))
	}
	if len(buttons) == 0 {
		return nil
	}
	return []app.UI{of("div", "prompts").Role("group").Aria("label", t.Prompts).Body(buttons...)}
}

// suggestions are the prompts of a sample, the one it begins with first.
func suggestions(language, id string) []string {
	s, _ := sample.Find(language, id)
	if s.Snapshot.Prompt != "" {
		return append([]string{s.Snapshot.Prompt}, s.Prompts...)
	}
	return s.Prompts
}
