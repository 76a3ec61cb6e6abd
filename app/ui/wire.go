package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/provider"
)

// wirePane shows what is sent and what came, byte for byte.
func (p *Program) wirePane() []app.UI {
	m := p.model
	shown, sent := m.Completion(m.View.WireOf)
	body := &wireBody{P: p, T: p.text(), Tab: m.View.WireTab, Sent: sent, Completion: shown,
		Event: m.View.Event, More: m.View.Events}
	relayed := shown.Relayed
	switch {
	case sent:
		body.Echoed = m.EchoedBy(shown)
	case m.View.WireTab == "request":
		body.Next, body.Ready = m.Preview()
		body.Echoed, relayed = body.Next.Echoed(), m.IsRelayed(m.Endpoint)
	}
	if relayed {
		body.Through = m.RelayAddress()
	}
	return []app.UI{p.wireTabs(shown), p.wireWhich(shown, sent),
		el("row-blocks").Attr("of", "wire").Class("wirewatch").On("near", p.wireNeared).Body(body)}
}

// wireNeared takes whether the wire is on the screen.
func (p *Program) wireNeared(_ app.Context, e app.Event) {
	p.Send(play.WireSeen{On: e.Get("detail").Get("blocks").String() != ""})
}

func (p *Program) wireTabs(shown play.Completion) app.UI {
	t := p.text().Wire
	count := ""
	if n := len(shown.At); n > 0 {
		count = strconv.Itoa(n)
	}
	var tabs []app.UI
	for _, tab := range []struct{ name, label string }{
		{"request", t.Request}, {"response", t.Response}, {"tool-calls", ""}, {"events", t.Events},
	} {
		b := button().Role("tab").ID("wire-tab-%s", tab.name).DataSet("testid", "wire-tab").DataSet("tab", tab.name).
			Aria("controls", "wire-body").Aria("selected", strconv.FormatBool(p.model.View.WireTab == tab.name)).
			OnClick(p.on(play.WireTabChosen{Tab: tab.name}))
		if tab.label == "" {
			b = b.Body(el("code").Attr("translate", "no").Text("tool_calls"))
		} else if tab.name == "events" {
			b = b.Body(app.Text(tab.label), of("span", "soft num").Text(count))
		} else {
			b = b.Text(tab.label)
		}
		tabs = append(tabs, b)
	}
	what, label := p.model.View.WireTab, t.CopyResponse
	switch what {
	case "request":
		label = t.CopyRequest
	case "tool-calls":
		label = t.CopyCalls
	}
	return of("div", "head wirehead").Body(
		of("div", "wiretabs").Role("tablist").Aria("label", t.Tabs).Body(tabs...),
		of("span", "end"),
		p.iconButton("wire-copy", "copy", label, play.CopyPressed{What: what}),
		of("span", "wireclose").Body(p.iconButton("wire-close", "x", t.CloseWire, play.WireSwitched{})),
	)
}

// wireWhich chooses a completion and says how it went.
func (p *Program) wireWhich(c play.Completion, sent bool) app.UI {
	t := p.text().Wire
	choices := []Choice{{"0", t.Next}}
	for i, c := range p.model.Completions {
		choices = append(choices, Choice{strconv.Itoa(c.ID), t.Completion(i + 1)})
	}
	facts := []app.UI{el("span").Text(t.NotSent)}
	if sent {
		facts = wireFacts(t, c)
	}
	return of("div", "sub").Body(
		&Select{P: p, Look: Look{TestID: "wire-completion", Class: "quiet", Label: t.Which},
			Choices: choices, Value: strconv.Itoa(p.model.View.WireOf), Edit: play.WireCompletionChosen{}},
		of("span", "facts-line end").Body(facts...),
	)
}

func wireFacts(t locale.Wire, c play.Completion) []app.UI {
	status := ""
	if c.Status != 0 {
		status = strconv.Itoa(c.Status)
	}
	word := ""
	switch {
	case c.State != play.AtRest:
		word = t.Arriving
	case c.Stopped:
		word = t.Stopped
	case c.Error != nil:
		word = t.Failed
	}
	facts := []app.UI{
		of("span", "num").DataSet("testid", "response-status").Text(status),
		of("span", "word").Text(word),
	}
	if c.State == play.AtRest {
		facts = append(facts, of("span", "num").Text(t.Took(c.Took.Milliseconds())),
			of("span", "num").Text(t.Bytes(c.Body.Len())))
	}
	return facts
}

// wireBody is the side of a completion that is open.
type wireBody struct {
	app.Compo
	P          *Program
	T          *locale.Text
	Tab        string
	Sent       bool
	Completion play.Completion
	Next       provider.Completion
	Ready      bool // Next is there
	Echoed     []provider.Echoed
	Through    string // address of the relay that it goes through
	Event      int
	More       int

	of   answer // whose events were read last
	read []provider.Event
}

// answer tells the body of a completion from every other: another tab's work may
// have the same numbers.
type answer struct {
	id     int
	body   string
	events int
}

// Render draws one side; each has a place of its own.
func (w *wireBody) Render() app.UI {
	if w.Tab != "events" {
		w.of, w.read = answer{}, nil
	}
	body := of("div", "scroll wirebody").ID("wire-body").Role("tabpanel").
		Aria("labelledby", "wire-tab-"+w.Tab).TabIndex(0).DataSet("tab", w.Tab)
	switch w.Tab {
	case "response":
		return body.Body(el("div").Body(w.response()...))
	case "tool-calls":
		return body.Body(el("div").Body(w.calls()...))
	case "events":
		return body.Body(el("div").Body(w.events()...))
	}
	return body.Body(el("div").Body(w.request()...))
}

// request is the request that was sent, or the one that would be sent now.
func (w *wireBody) request() []app.UI {
	if w.Sent {
		return []app.UI{w.aboutRequest(), requestText(w.Completion.Request())}
	}
	if !w.Ready {
		return nil
	}
	r, err := play.Request(w.Next)
	if err != nil {
		return []app.UI{of("div", "note").DataSet("testid", "request-unsendable").Body(icon("warn"),
			el("p").Body(el("b").Text(w.T.Wire.Unsendable), app.Text(" "+unsendable(w.T, err))))}
	}
	return []app.UI{w.aboutRequest(), requestText(r)}
}

func (w *wireBody) response() []app.UI {
	if !w.Sent || w.Completion.Body.Len() == 0 {
		return w.empty(w.T.Wire.NothingYet)
	}
	return []app.UI{rawText("response-raw", w.Completion.Body.String())}
}

func (w *wireBody) calls() []app.UI {
	calls := w.Completion.ToolCalls()
	if calls == "" {
		return w.empty(w.T.Wire.NoCalls)
	}
	return []app.UI{rawText("tool-calls-raw", calls)}
}

func (w *wireBody) empty(sentence string) []app.UI {
	return []app.UI{of("p", "empty soft").Text(sentence)}
}

// eventsShown is how many events the wire draws at once.
const eventsShown = 500

func (w *wireBody) events() []app.UI {
	events := w.all()
	if len(events) == 0 {
		if w.Sent && w.Completion.State == play.AtRest && w.Completion.Body.Len() > 0 {
			return w.empty(w.T.Wire.NotStreamed)
		}
		return w.empty(w.T.Wire.NoEvents)
	}
	from := max(len(events)-eventsShown-w.More, 0)
	var earlier []app.UI
	if from > 0 {
		n := min(from, eventsShown)
		earlier = []app.UI{w.P.button("events-earlier", "quiet", w.T.Wire.Earlier(n), play.EarlierEventsShown{})}
	}
	rows := make([]app.UI, 0, len(events)-from)
	for i := from; i < len(events); i++ {
		rows = append(rows, w.event(i, events[i]))
	}
	return []app.UI{of("div", "earlier").Body(earlier...), of("ol", "events").Body(rows...)}
}

// all are the events of the completion. While one is looked at, they are read once.
func (w *wireBody) all() []provider.Event {
	if w.Completion.State != play.AtRest {
		return w.Completion.Events()
	}
	c := w.Completion
	if of := (answer{c.ID, c.Body.String(), len(c.At)}); w.of != of {
		w.of, w.read = of, c.Events()
	}
	return w.read
}

func (w *wireBody) event(i int, e provider.Event) app.UI {
	c := w.Completion
	return &eventRow{P: w.P, T: w.T, Event: e, At: c.At[i].Milliseconds(), Open: i == w.Event,
		Dialect: c.Endpoint.Dialect}
}
