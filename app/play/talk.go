package play

import (
	"errors"
	"slices"

	"toolyard/app/chat"
	"toolyard/app/provider"
)

// SystemTyped: the system prompt was typed.
type SystemTyped struct{ Text string }

// With is the message with the text that was typed.
func (s SystemTyped) With(text string) Msg { s.Text = text; return s }

func (s SystemTyped) apply(m Model) (Model, []Effect) {
	m = m.step("system text")
	m.System = s.Text
	return m, nil
}

// PromptTyped: the next user message was typed.
type PromptTyped struct{ Text string }

// With is the message with the text that was typed.
func (p PromptTyped) With(text string) Msg { p.Text = text; return p }

func (p PromptTyped) apply(m Model) (Model, []Effect) {
	m.Prompt = p.Text
	return m, nil
}

// CanSend says whether a press of Send would ask the model: nothing runs, no
// call waits for its result, and there is something to answer.
func (m Model) CanSend() bool {
	if run := m.Run(); run == Streaming || run == Waiting {
		return false
	}
	return m.Prompt != "" || m.unanswered()
}

// unanswered says whether the conversation ends with something that only the
// model can answer.
func (m Model) unanswered() bool {
	tip, _ := m.Conversation.Node(m.Conversation.Tip())
	switch tip.Message.(type) {
	case chat.User, chat.ToolResult:
		return true
	}
	return false
}

// Sent: the person pressed Send.
type Sent struct{}

func (Sent) apply(m Model) (Model, []Effect) {
	if !m.CanSend() {
		return m, []Effect{Focus{"prompt"}}
	}
	before := m
	if m.Prompt != "" {
		m.Conversation, _ = m.Conversation.Append(chat.User{Text: m.Prompt}, 0)
		m.Prompt = ""
	}
	return m.ask(before)
}

// ResultTyped: the result of a call was typed.
type ResultTyped struct {
	Node chat.NodeID
	Call int
	Text string
}

// With is the message with the text that was typed.
func (r ResultTyped) With(text string) Msg { r.Text = text; return r }

func (r ResultTyped) apply(m Model) (Model, []Effect) {
	m.Drafts = slices.DeleteFunc(slices.Clone(m.Drafts), func(d Draft) bool {
		return d.Node == r.Node && d.Call == r.Call
	})
	if r.Text != "" {
		m.Drafts = append(m.Drafts, Draft(r))
	}
	return m, nil
}

// Missing are the calls that wait and have nothing typed as their result.
func (m Model) Missing() []chat.ToolCall {
	asking, ok := m.Conversation.Asking()
	if !ok {
		return nil
	}
	var missing []chat.ToolCall
	calls := asking.Message.(chat.Assistant).Calls
	for i := len(calls) - len(m.Conversation.Pending()); i < len(calls); i++ {
		if m.Draft(asking.ID, i) == "" {
			missing = append(missing, calls[i])
		}
	}
	return missing
}

// ResultsSent: the person sent the results of all calls with one press.
type ResultsSent struct{}

func (ResultsSent) apply(m Model) (Model, []Effect) {
	if m.Run() != Waiting || len(m.Missing()) > 0 {
		return m, nil
	}
	before := m
	m = m.withResults()
	return m.ask(before)
}

// withResults puts the drafts into the conversation: one result a call that
// waits, in the order of the calls, so that every call has its pair.
func (m Model) withResults() Model {
	asking, ok := m.Conversation.Asking()
	if !ok {
		return m
	}
	calls := asking.Message.(chat.Assistant).Calls
	for i := len(calls) - len(m.Conversation.Pending()); i < len(calls); i++ {
		result := chat.ToolResult{CallID: calls[i].ID, Name: calls[i].Name, Text: m.Draft(asking.ID, i)}
		m.Conversation, _ = m.Conversation.Append(result, 0)
	}
	m.Drafts = slices.DeleteFunc(slices.Clone(m.Drafts), func(d Draft) bool { return d.Node == asking.ID })
	return m
}

// ask sends the conversation as it stands. What can't be sent leaves everything
// as it was before and opens the control that holds the reason.
func (m Model) ask(before Model) (Model, []Effect) {
	m.Keys = m.Keys.bound(m.Endpoint.Origin())
	r, err := Request(m.upcoming())
	if err != nil {
		return before.unsendable(err)
	}
	m, id := m.next()
	c := Completion{ID: id, After: m.Conversation.Tip(), State: Asked, Try: before.tries(),
		Endpoint: m.Endpoint, Options: m.Options, Tools: m.Offered(), Relayed: m.IsRelayed(m.Endpoint)}
	c = m.sending(c, r)
	m.Completions = append(slices.Clip(m.Completions), &c)
	m = m.without("unsendable")
	m.View.WireOf, m.View.Event = id, -1
	m.View.Editing, m.View.Wait = Editing{}, Wait{}
	return m, []Effect{Ask{Completion: id, Request: r, Endpoint: m.Endpoint, Via: m.via(), Language: m.View.Language}}
}

// tries is how often what is asked for now was asked for before in a row, and
// failed in a way that waiting may mend.
func (m Model) tries() int {
	failed, ok := m.Failure()
	if !ok || failed.Error.Retry() != provider.RetryWait {
		return 0
	}
	return failed.Try + 1
}

// Request is a completion in the words of its dialect. Its error is a
// *provider.FieldError: a setting that can't be sent.
func Request(c provider.Completion) (provider.Request, error) {
	dialect, ok := provider.ByName(c.Endpoint.Dialect)
	if !ok {
		return provider.Request{}, &provider.FieldError{Field: "dialect", Rule: "dialect-unknown", Detail: c.Endpoint.Dialect}
	}
	return dialect.Request(c)
}

// inSetup are the controls of the endpoint's settings.
var inSetup = []string{"base-url", "api-key", "auth-style", "model", "dialect", "echo", "stream", "temperature",
	"max-tokens", "tool-choice", "parallel-tool-calls", "extra-body"}

// unsendable tells which setting keeps the request from being sent, and goes there.
func (m Model) unsendable(err error) (Model, []Effect) {
	m = m.notify("unsendable", "")
	m.Notices[len(m.Notices)-1].Cause = err // of the copy that notify made
	var fault *provider.FieldError
	if !errors.As(err, &fault) {
		return m, nil
	}
	if slices.Contains(inSetup, fault.Field) {
		m.View.Dialog = "setup"
	}
	return m, []Effect{Focus{fault.Field}}
}

// Stopped: the person stopped the answer. What came stays.
type Stopped struct{}

func (Stopped) apply(m Model) (Model, []Effect) {
	running, ok := m.Running()
	if !ok {
		return m, nil
	}
	running.State = AtRest
	running.Stopped = true
	m = m.withCompletion(running.rested()).settle(running.ID)
	return m, []Effect{Cancel{running.ID}, Focus{"prompt"}}
}
