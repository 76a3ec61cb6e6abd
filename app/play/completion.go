package play

import (
	"slices"
	"strings"
	"time"

	"toolyard/app/chat"
	"toolyard/app/provider"
	"toolyard/app/tool"
)

// State says how far a completion is.
type State uint8

const (
	Asked    State = iota // the request is out
	Arriving              // headers came, the body comes
	AtRest                // nothing more will come
)

// Completion is one request and its answer, with every byte that came.
type Completion struct {
	ID       int
	After    chat.NodeID // the tip that it was asked from
	Node     chat.NodeID // the message that it brought; 0 where it brought none
	Endpoint provider.Endpoint
	Options  provider.Options
	Tools    []tool.Tool // that were offered; not of one that was Kept
	Relayed  bool        // it went through the relay
	Try      int         // how often the same was asked for before, and failed
	State    State
	Stopped  bool // by the person
	Kept     bool // it was read from what the page kept

	Status      int // of HTTP; 0 before there is one
	ContentType string
	RequestID   string
	RetryAfter  string // its header, where the browser may read it
	Body        Body
	At          []time.Duration // when each event came, since the request
	Answer      chat.Answer
	Error       *provider.Error
	First       time.Duration // until the headers came
	Took        time.Duration
	Examination *Examination // why it failed; nil until the person asks

	request provider.Request // without its body
	sent    *sentText        // which is this
	events  []provider.Event // while they arrive
}

// Body is a response body as it arrived. The pieces are never joined in place.
type Body []string

// String is the whole body, verbatim.
func (b Body) String() string { return strings.Join(b, "") }

// Len is the number of bytes that came.
func (b Body) Len() int {
	n := 0
	for _, piece := range b {
		n += len(piece)
	}
	return n
}

// Message is the assistant message of the answer so far: its first choice.
func (c Completion) Message() (chat.Assistant, bool) {
	if len(c.Answer.Choices) == 0 {
		return chat.Assistant{}, false
	}
	return c.Answer.Choices[0].Message, true
}

// ToolCalls is the tool_calls JSON of the answer: as it was received or, from a
// stream, as it was put together. "" where there are none.
func (c Completion) ToolCalls() string {
	if len(c.Answer.Choices) == 0 {
		return ""
	}
	return provider.ToolCallsRaw(c.Body.String(), c.Answer.Choices[0])
}

// withCompletion puts a completion in the place of the one with its id.
func (m Model) withCompletion(c Completion) Model {
	m.Completions = slices.Clone(m.Completions)
	for i := range m.Completions {
		if m.Completions[i].ID == c.ID {
			m.Completions[i] = &c
		}
	}
	return m
}

// under finds a completion that still takes what arrives: the running one. What
// arrives for another was stopped before, and is dropped.
func (m Model) under(id int) (Completion, bool) {
	c, ok := m.Running()
	return c, ok && c.ID == id
}

// ResponseBegan: the headers of an answer came.
type ResponseBegan struct {
	Completion  int
	Status      int
	ContentType string
	RequestID   string
	RetryAfter  string
	After       time.Duration
}

func (r ResponseBegan) apply(m Model) (Model, []Effect) {
	c, ok := m.under(r.Completion)
	if !ok {
		return m, nil
	}
	c.State, c.Status, c.First = Arriving, r.Status, r.After
	c.ContentType, c.RequestID, c.RetryAfter = r.ContentType, r.RequestID, r.RetryAfter
	return m.withCompletion(c), nil
}

// PieceArrived: bytes of an answer came, with the events and deltas in them.
type PieceArrived struct {
	Completion int
	Body       string
	Batch      provider.Batch
	After      time.Duration
}

func (p PieceArrived) apply(m Model) (Model, []Effect) {
	c, ok := m.under(p.Completion)
	if !ok {
		return m, nil
	}
	return m.withCompletion(c.with(p)), nil
}

// with is the completion with what a piece brought.
func (c Completion) with(p PieceArrived) Completion {
	if p.Body != "" {
		c.Body = append(c.Body, p.Body)
	}
	for range p.Batch.Events {
		c.At = append(c.At, p.After)
	}
	c.events = append(c.events, p.Batch.Events...)
	c.Answer = c.Answer.Add(p.Batch.Deltas...)
	c.Took = p.After
	return c
}

// ResponseEnded: an answer is over. Outcome says how it was to be read; Failure
// is set instead where there was no answer, or where its connection broke.
type ResponseEnded struct {
	Completion int
	Outcome    provider.Outcome
	After      time.Duration
}

func (r ResponseEnded) apply(m Model) (Model, []Effect) {
	c, ok := m.under(r.Completion)
	if !ok {
		return m, nil
	}
	c.State, c.Took = AtRest, r.After
	if c.Error = failure(r.Outcome, c.Status); c.Error != nil && c.RetryAfter != "" {
		c.Error = c.Error.WithRetryAfter(c.RetryAfter)
	}
	m = m.withCompletion(c.rested()).settle(c.ID)
	if asking, ok := m.Conversation.Asking(); ok && c.Node != asking.ID && m.Run() == Waiting {
		return m, []Effect{Invite{ResultField(asking.ID, 0)}}
	}
	return m, nil
}

// failure is what went wrong in an answer. A stream that ended early is one.
func failure(o provider.Outcome, status int) *provider.Error {
	if o.Cut && o.Error == nil {
		return &provider.Error{Kind: provider.KindStream, Status: status}
	}
	return o.Error
}

// settle puts what a completion brought into the conversation. An answer that
// was stopped or cut stays, marked as incomplete; one that brought nothing adds
// no message.
func (m Model) settle(id int) Model {
	c, _ := m.Completion(id)
	message, ok := c.Message()
	if !ok || message.Empty() && (c.Error != nil || c.Stopped) {
		return m
	}
	message.Incomplete = c.Stopped || c.Error != nil
	m.Conversation, c.Node = m.Conversation.Append(message, c.ID)
	return m.withCompletion(c)
}
