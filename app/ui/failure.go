package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/chat"
	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/provider"
)

// failureEntry is a completion that failed, where the conversation stopped:
// what happened, what still holds, what to do, and the provider's own words.
type failureEntry struct {
	app.Compo
	P          *Program
	T          *locale.Text
	Completion int
	Error      *provider.Error
	Host       string
	Model      string
	RequestID  string
	Took       int64 // milliseconds
	Raw        string
	Action     action
	Primary    bool // no other button is the one to press
	Open       bool // the raw body

	Examinable  bool
	Examination *play.Examination
	Evidence    bool // of it is open
}

// action is the one button of an error: what it does, and the message.
type action struct {
	Name string // data-action
	Msg  play.Msg
}

func (p *Program) failureEntry(c play.Completion) app.UI {
	m, t := p.model, p.text()
	f := &failureEntry{P: p, T: t, Completion: c.ID, Error: c.Error, Host: c.Endpoint.Host(), Model: c.Endpoint.Model,
		RequestID: c.Error.RequestID, Took: c.Took.Milliseconds(), Raw: c.Error.Body, Action: p.remedy(c),
		Primary: m.View.Editing.Node == 0 && m.Run() == play.Failed && m.Prompt == ""}
	if c.Endpoint.Simulated() {
		f.Host, f.Model = t.Bar.Simulator, t.Bar.Simulator
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

func (f *failureEntry) fold() string { return "error-raw-" + strconv.Itoa(f.Completion) }

// remedy is what the advice on an error asks for.
func (p *Program) remedy(c play.Completion) action {
	switch c.Error.Kind {
	case provider.KindKey, provider.KindQuota, provider.KindPermission:
		return action{"edit-key", setupAt("api-key")}
	case provider.KindModel:
		return action{"pick-model", setupAt("model")}
	case provider.KindEndpoint, provider.KindCORS:
		return action{"edit-address", setupAt("base-url")}
	case provider.KindRequest, provider.KindContent:
		return p.change(c.Error)
	case provider.KindContext:
		return action{"new-conversation", play.ConversationCleared{}}
	}
	return action{"retry", play.Retried{}}
}

// setupAt opens the settings at one of their controls.
func setupAt(field string) play.Msg { return play.DialogOpened{Name: "setup", Field: field} }

// settings are the controls of the members of a request, by their names on the wire.
var settings = map[string]string{
	"model": "model", "temperature": "temperature", "max_tokens": "max-tokens", "max_completion_tokens": "max-tokens",
	"tool_choice": "tool-choice", "function_call": "tool-choice", "parallel_tool_calls": "parallel-tool-calls", "stream": "stream",
}

// change goes to what a provider refused: the setting that it names, else the
// last message of the person.
func (p *Program) change(e *provider.Error) action {
	if field, ok := settings[e.Param]; ok {
		return action{"open-field", setupAt(field)}
	}
	path := p.model.Conversation.Path()
	for i := len(path) - 1; i >= 0; i-- {
		if _, ok := path[i].Message.(chat.User); ok {
			return action{"edit-message", play.RevisionBegan{Node: path[i].ID}}
		}
	}
	return action{"open-field", setupAt("extra-body")}
}

// Render draws the entry. The error stands inside the message, so that both can
// be found.
func (f *failureEntry) Render() app.UI {
	t, e := f.T.Errors, f.Error
	advice := t.For(locale.Failure{Kind: string(e.Kind), Host: f.Host, Model: f.Model, Status: e.Status, Code: e.Code})
	return of("div", "msg error").DataSet("testid", "message").DataSet("role", "error").Body(
		of("div", "who").Body(el("b").Text(t.Head), of("span", "num").Text(t.After(f.Took))),
		of("div", "failure").DataSet("testid", "error").DataSet("kind", string(e.Kind)).
			DataSet("status", strconv.Itoa(e.Status)).Body(
			el("h3").DataSet("testid", "message-text").Text(advice.What),
			of("dl", "steps").Body(f.steps(advice)...),
			of("div", "doctor").Body(f.examination()...),
			of("div", "slot").Body(f.raw()...),
		),
	)
}

func (f *failureEntry) steps(advice locale.Advice) []app.UI {
	t, e := f.T.Errors, f.Error
	var steps []app.UI
	add := func(label string, body ...app.UI) {
		steps = append(steps, el("dt").Text(label), el("dd").Body(body...))
	}
	said := func(text string) app.UI { return of("p", "quoted").Text(text) }
	if e.Message != "" {
		label := t.Said
		if e.Family == "" {
			label = t.Browser // no envelope: nothing of it is the provider's
		}
		add(label, said(e.Message))
	}
	if e.Upstream != "" && e.Upstream != e.Message {
		add(t.Upstream, said(e.Upstream))
	}
	if e.Generation != "" {
		add(t.Wrote, of("pre", "json").Attr("translate", "no").Text(e.Generation))
	}
	add(t.StillHolds, app.Text(advice.Holds))
	do := advice.Do
	if e.Param != "" {
		do += " " + t.Naming(e.Param)
	}
	kind := ""
	if f.Primary {
		kind = "primary"
	}
	buttons := []app.UI{f.P.button("error-action", kind, t.Actions[f.Action.Name], f.Action.Msg).DataSet("action", f.Action.Name)}
	if f.Examinable {
		buttons = append(buttons, f.doctorButton())
	}
	add(t.Do, el("span").Text(do), of("div", "row").Body(buttons...))
	if f.RequestID != "" {
		add(t.RequestID, el("code").Attr("translate", "no").Text(f.RequestID))
	}
	return steps
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
