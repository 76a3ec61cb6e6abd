package provider

import "toolyard/app/chat"

// Echo says which reasoning goes back to the endpoint with the conversation.
// Everything else of a message goes back as it came, whatever the rule:
// signatures of calls (extra_content) and content parts among it.
type Echo string

const (
	EchoDefault Echo = ""       // the rule of the preset
	EchoAlways  Echo = "always" // of every message
	// EchoToolLoop sends back the reasoning of every turn in which a tool was
	// called, from one user message to the next. DeepSeek asks for it in all
	// later requests, and reads over the reasoning of other turns:
	// api-docs.deepseek.com/guides/thinking_mode, 2026-08.
	EchoToolLoop Echo = "tool-loop"
	EchoNever    Echo = "never"
)

// Echoes lists every rule in the order the page offers them.
var Echoes = []Echo{EchoDefault, EchoAlways, EchoToolLoop, EchoNever}

// EchoRule is the rule in force: the endpoint's own, else its preset's, else
// EchoAlways, as Zhipu and Moonshot refuse a call whose reasoning is missing.
func (e Endpoint) EchoRule() Echo {
	switch e.Echo {
	case EchoAlways, EchoToolLoop, EchoNever:
		return e.Echo
	}
	if preset, ok := PresetByID(e.Provider); ok && preset.Echo != "" {
		return preset.Echo
	}
	return EchoAlways
}

// Echoed is what becomes of the reasoning of one message.
type Echoed struct {
	Message int      // its place in Completion.Messages
	Fields  []string // the members it stands in
	Sent    bool     // they go back; else they stay here
}

// Echoed lists the messages that have reasoning, with what the request does
// with it.
func (c Completion) Echoed() []Echoed {
	var list []Echoed
	rule := c.Endpoint.EchoRule()
	for i, m := range c.Messages {
		a, ok := m.(chat.Assistant)
		if !ok {
			continue
		}
		var fields []string
		for _, member := range a.Extra {
			if isReasoning(member.Name) {
				fields = append(fields, member.Name)
			}
		}
		if len(fields) > 0 {
			list = append(list, Echoed{i, fields, rule == EchoAlways || rule == EchoToolLoop && inToolLoop(c.Messages, i)})
		}
	}
	return list
}

// echo are the messages as they go back: those whose reasoning stays here
// without it.
func (c Completion) echo() []chat.Message {
	messages := c.Messages
	for _, e := range c.Echoed() {
		if e.Sent {
			continue
		}
		if &messages[0] == &c.Messages[0] {
			messages = append([]chat.Message(nil), c.Messages...)
		}
		a := messages[e.Message].(chat.Assistant)
		var extra []chat.Member
		for _, member := range a.Extra {
			if !isReasoning(member.Name) {
				extra = append(extra, member)
			}
		}
		a.Extra = extra
		messages[e.Message] = a
	}
	return messages
}

// isReasoning reports whether a member of a message holds reasoning, in words
// or sealed.
func isReasoning(name string) bool {
	for _, n := range reasoningNames {
		if n == name {
			return true
		}
	}
	return name == "reasoning_details" || name == "reasoning_encrypted"
}

// inToolLoop reports whether a tool was called in the turn of a message.
func inToolLoop(messages []chat.Message, at int) bool {
	calls := func(m chat.Message) (called, end bool) {
		switch m := m.(type) {
		case chat.User:
			return false, true
		case chat.Assistant:
			return len(m.Calls) > 0, false
		}
		return false, false
	}
	for i := at; i < len(messages); i++ {
		if called, end := calls(messages[i]); called || end {
			if called {
				return true
			}
			break
		}
	}
	for i := at - 1; i >= 0; i-- {
		if called, end := calls(messages[i]); called || end {
			return called
		}
	}
	return false
}
