// Package chat is a conversation with a model as a value: its messages, the
// tool calls in them, and the fold of a streamed answer into a message.
//
// A conversation is a tree of messages with one active path, so that an edit
// makes a branch and overwrites nothing. A message is a system text, a user
// text, what the assistant answered, or a tool result. A tool call is one
// request of the model to run a function; its arguments are the text that the
// model wrote, never anything else. A delta is one piece of an answer as it
// arrives; a repair is a tolerance that was needed to read one, and the page
// shows it. An answer is what one completion brought: one choice, or several.
//
// Every value here is immutable: methods return the changed copy.
package chat

// Member is a field of a JSON object as it stood on the wire. Raw is the
// value's JSON text, byte for byte, so that it can be sent back unchanged.
type Member struct{ Name, Raw string }

// Message is one entry of a conversation: System, User, Assistant or ToolResult.
type Message interface{ message() }

// System is the instruction that precedes a conversation.
type System struct{ Text string }

// User is what the person wrote.
type User struct{ Text string }

// Content says how the content of an assistant message stood on the wire.
// Providers tell the four apart, so a message goes back in the form it came.
type Content uint8

const (
	ContentAbsent Content = iota // no content key
	ContentNull                  // "content": null
	ContentText                  // a JSON string, the empty one included
	ContentParts                 // a JSON array of parts, kept in Assistant.Parts
)

// Assistant is one message of the model.
type Assistant struct {
	Content   Content
	Text      string // what there is to read: the string, or the text parts joined
	Parts     string // the raw JSON array where Content is ContentParts
	Reasoning string // for reading only: what goes back stands in Extra
	Refusal   string // for reading only, likewise
	Calls     []ToolCall
	Extra     []Member // every other field of the message, in the order it came; sent back

	// Incomplete: the stream was stopped or cut before the message ended. Only
	// the page needs to know; what came is sent back like any other message.
	Incomplete bool
}

// ToolCall is one request of the model to run a function.
type ToolCall struct {
	ID        string // as received, or made up where Synthetic
	Synthetic bool   // the provider sent no id: this one only pairs call and result
	Legacy    bool   // it came as the message's "function_call", which has no id
	Name      string
	Arguments string   // exactly as received; the raw JSON text where the provider sent an object
	Extra     []Member // unknown fields of the call, sent back
	Function  []Member // unknown fields inside its "function", sent back

	slot slot // where later deltas of the same stream find this call
}

// slot is what a provider calls a streamed tool call by: its index, if it sent one.
type slot struct {
	index int
	known bool
}

// ToolResult is what the person (or a mock) answers to one tool call.
type ToolResult struct {
	CallID string // pairs it with ToolCall.ID
	Name   string // of the function: the legacy dialect pairs by it
	Text   string
}

func (System) message()     {}
func (User) message()       {}
func (Assistant) message()  {}
func (ToolResult) message() {}

// Size is how many bytes of text a message holds.
func Size(m Message) int {
	switch m := m.(type) {
	case System:
		return len(m.Text)
	case User:
		return len(m.Text)
	case ToolResult:
		return len(m.Text)
	case Assistant:
		n := len(m.Text) + len(m.Parts) + len(m.Reasoning) + len(m.Refusal) + size(m.Extra)
		for _, c := range m.Calls {
			n += len(c.Arguments) + size(c.Extra) + size(c.Function)
		}
		return n
	}
	return 0
}

func size(members []Member) int {
	n := 0
	for _, m := range members {
		n += len(m.Raw)
	}
	return n
}

// Usage is the token count of a completion as its provider reported it.
// The zero Usage means that none was reported.
type Usage struct {
	Prompt, Completion, Total int64
	Raw                       string // the whole usage object, verbatim
}

// Repair is a tolerance that was needed to read an answer. Rule is a stable id
// (quirks of providers, one word a rule); Detail is foreign text, if any.
type Repair struct {
	Rule   string
	Detail string
	Event  int // index of the event that needed it; -1 where the body is no stream
}

// Choice is one of the messages an answer holds: nearly always the only one.
type Choice struct {
	Index   int // as the provider numbers it
	Message Assistant
	Finish  string // finish_reason as received, "" where none came
}

// Answer is what one completion has brought so far. The zero Answer is one
// that brought nothing yet.
type Answer struct {
	ID, Model string
	Choices   []Choice // in order of first appearance
	Usage     Usage
	Repairs   []Repair
}
