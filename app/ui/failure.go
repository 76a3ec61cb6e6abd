package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/provider"
)

// failureEntry is a completion that failed, where the conversation stopped:
// what happened, what still holds, what to do, and the provider's own words.
type failureEntry struct {
	app.Compo
	P         *Program
	T         *locale.Text
	Failed    failed
	RequestID string
	Took      int64 // milliseconds
	Raw       string
	Open      bool // the raw body
	Wait      play.Wait

	Examinable  bool
	Examination *play.Examination
	Evidence    bool // of it is open
}

func (p *Program) failureEntry(c play.Completion) app.UI {
	m, t := p.model, p.text()
	f := &failureEntry{P: p, T: t, RequestID: c.Error.RequestID, Took: c.Took.Milliseconds(), Raw: c.Error.Body,
		Failed: failed{Completion: c.ID, Error: c.Error, Endpoint: c.Endpoint, Advice: m.Advice(c),
			Primary: m.View.Editing.Node == 0 && m.Run() == play.Failed && m.Prompt == ""}}
	for _, tool := range m.Offered() {
		f.Failed.Tools = append(f.Failed.Tools, tool.Name)
	}
	if m.View.Wait.Completion == c.ID {
		f.Wait = m.View.Wait
	}
	if f.RequestID == "" {
		f.RequestID = c.RequestID
	}
	if f.Raw == "" {
		f.Raw = c.Body.String()
	}
	f.Open = m.View.IsFolded(f.fold())
	f.Examinable, f.Examination = c.Examinable(), c.Examination
	f.Evidence = m.View.IsFolded("evidence-" + strconv.Itoa(c.ID))
	return f
}

func (f *failureEntry) fold() string { return "error-raw-" + strconv.Itoa(f.Failed.Completion) }

// Render draws the entry. The error stands inside the message, so that both can
// be found.
func (f *failureEntry) Render() app.UI {
	t, e := f.T.Errors, f.Failed.Error
	advice := f.Failed.words(f.T)
	return of("div", "msg error").DataSet("testid", "message").DataSet("role", "error").Body(
		of("div", "who").Body(el("b").Text(t.Head), of("span", "num").Text(t.After(f.Took))),
		of("div", "failure").DataSet("testid", "error").DataSet("kind", string(e.Kind)).
			DataSet("advice", f.Failed.Advice.ID).DataSet("status", strconv.Itoa(e.Status)).Body(
			el("h3").DataSet("testid", "message-text").Text(advice.What),
			of("dl", "steps").Body(f.steps(advice)...),
			of("div", "doctor").Body(f.examination()...),
			of("div", "slot").Body(f.raw()...),
			of("div", "visually-hidden").Role("status").Body(f.announced()...),
		),
	)
}

func (f *failureEntry) steps(advice locale.Advice) []app.UI {
	t, e := f.T.Errors, f.Failed.Error
	var steps []app.UI
	add := func(label string, body ...app.UI) {
		steps = append(steps, el("dt").Text(label), el("dd").Body(body...))
	}
	for _, said := range f.Failed.said(t) {
		add(said.label, of("p", "quoted").Text(said.text))
	}
	if e.Generation != "" {
		add(t.Wrote, of("pre", "json").Attr("translate", "no").Text(e.Generation))
	}
	add(t.StillHolds, app.Text(advice.Holds))
	do := advice.Do
	if e.Param != "" && !play.OwnRelay(e) {
		do += " " + t.Naming(e.Param)
	}
	add(t.Do, append([]app.UI{el("span").Text(do)}, f.do()...)...)
	if f.RequestID != "" {
		add(t.RequestID, el("code").Attr("translate", "no").Text(f.RequestID))
	}
	return steps
}

// do is what can be done: the actions, or the wait that was begun.
func (f *failureEntry) do() []app.UI {
	if f.Wait.ID == 0 {
		var doctor []app.UI
		if f.Examinable {
			doctor = []app.UI{f.doctorButton()}
		}
		return f.Failed.actions(f.P, f.T, doctor...)
	}
	t := f.T.Errors
	return []app.UI{of("div", "slot"), of("div", "row").Body(
		of("span", "num").Role("timer").DataSet("testid", "wait").DataSet("left", strconv.Itoa(f.Wait.Left)).Text(t.Waiting(f.Wait.Left)),
		f.P.button("wait-cancel", "", t.NotAgain, play.WaitCancelled{}).ID("wait-cancel")), of("div", "slot")}
}

// announced is read once, when a wait begins: its seconds are seen, not heard.
func (f *failureEntry) announced() []app.UI {
	if f.Wait.ID == 0 {
		return nil
	}
	return []app.UI{app.Text(f.T.Errors.Waiting(f.Wait.Whole))}
}

// raw is the body as it came, folded. It is there while it is folded, too.
func (f *failureEntry) raw() []app.UI {
	if f.Raw == "" {
		return nil
	}
	frame := of("div", "code")
	if !f.Open {
		frame = frame.Hidden(true)
	}
	return []app.UI{f.P.fold(f.fold(), "error-more", app.Text(f.T.Errors.Raw), f.Open),
		frame.Body(rawText("error-raw", f.Raw))}
}

// failed is an error and what can be done about it: that of a completion, or
// with 0 that of the list of models.
type failed struct {
	Completion int
	Error      *provider.Error
	Endpoint   provider.Endpoint
	Advice     provider.Advice
	Tools      []string // that are offered now
	Primary    bool     // no other button is the one to press
}

// words are the sentences of the advice.
func (f failed) words(t *locale.Text) locale.Advice {
	e := f.Error
	failure := locale.Failure{Kind: string(e.Kind), Host: f.Endpoint.Host(), Model: f.Endpoint.Model, Advice: f.Advice.ID,
		Status: e.Status, Code: e.Code}
	if f.Endpoint.Simulated() {
		failure.Host, failure.Model = t.Bar.Simulator, t.Bar.Simulator
	}
	if play.OwnRelay(e) {
		failure.Relay = e.Code
	}
	return t.Errors.For(failure)
}

// quotation is what somebody said, and who.
type quotation struct{ label, text string }

// said are the words of those who failed it.
func (f failed) said(t locale.Errors) []quotation {
	e := f.Error
	var list []quotation
	if e.Message != "" {
		label := t.Said
		if e.Family == "" || play.OwnRelay(e) && e.Body == "" {
			label = t.Browser // no envelope: nothing of it is the provider's
		}
		list = append(list, quotation{label, e.Message})
	}
	if e.Upstream != "" && e.Upstream != e.Message {
		list = append(list, quotation{t.Upstream, e.Upstream})
	}
	return list
}
