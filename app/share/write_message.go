package share

import (
	"strings"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
)

// The roles of messages, as chat completions call them.
const (
	roleSystem    = "system"
	roleUser      = "user"
	roleAssistant = "assistant"
	roleTool      = "tool"
)

func messages(nodes []chat.Node) []object {
	written := make([]object, len(nodes))
	var b births
	for i, n := range nodes {
		o, born := &written[i], b.next(n.Message)
		if n.ID != born.ID {
			o.number("id", int(n.ID))
		}
		if n.Parent != born.Parent {
			o.number("parent", int(n.Parent))
		}
		if n.Completion != born.Completion {
			o.number("completion", n.Completion)
		}
		b.note(n)
		message(o, n.Message)
	}
	return written
}

// births knows what the next message of a plain conversation is numbered.
type births struct {
	last       chat.NodeID
	completion int // the greatest so far
}

func (b *births) next(m chat.Message) chat.Node {
	n := chat.Node{ID: b.last + 1, Parent: b.last}
	if _, ok := m.(chat.Assistant); ok {
		n.Completion = b.completion + 1
	}
	return n
}

func (b *births) note(n chat.Node) {
	b.last, b.completion = n.ID, max(b.completion, n.Completion)
}

func message(o *object, m chat.Message) {
	switch m := m.(type) {
	case chat.System:
		o.text("role", roleSystem, "")
		o.text("content", m.Text, "")
	case chat.User:
		o.text("role", roleUser, "")
		o.text("content", m.Text, "")
	case chat.Assistant:
		assistant(o, m)
	case chat.ToolResult:
		o.text("role", roleTool, "")
		o.text("tool_call_id", m.CallID, "")
		o.text("name", m.Name, "")
		o.text("content", m.Text, "")
	}
}

func assistant(o *object, m chat.Assistant) {
	o.text("role", roleAssistant, "")
	switch {
	case m.Content == chat.ContentText:
		o.raw("content", jsondoc.Quote(m.Text))
	case m.Content == chat.ContentNull:
		o.raw("content", "null")
	case m.Content == chat.ContentParts && compact(m.Parts, jsondoc.Array):
		o.raw("content", m.Parts)
	case m.Content == chat.ContentParts:
		o.raw("parts", jsondoc.Quote(m.Parts))
	}
	if m.Content != chat.ContentText {
		o.text("text", m.Text, "")
	}
	o.text("reasoning", m.Reasoning, "")
	o.text("refusal", m.Refusal, "")
	calls := make([]object, len(m.Calls))
	for i, c := range m.Calls {
		call(&calls[i], c)
	}
	o.list("tool_calls", calls)
	members(o, "extra", m.Extra)
	o.flag("incomplete", m.Incomplete)
}

func call(o *object, c chat.ToolCall) {
	o.text("id", c.ID, "")
	o.flag("synthetic", c.Synthetic)
	o.flag("legacy", c.Legacy)
	o.text("name", c.Name, "")
	o.text("arguments", c.Arguments, "")
	members(o, "extra", c.Extra)
	members(o, "function", c.Function)
}

// members writes foreign fields: as an object, or, where a value would not come
// back byte for byte, as pairs of name and text.
func members(o *object, name string, list []chat.Member) {
	if len(list) == 0 {
		return
	}
	var inner object
	pairs := make([]string, len(list))
	plain := true
	for i, m := range list {
		plain = plain && compact(m.Raw)
		inner.raw(m.Name, m.Raw)
		pairs[i] = "[" + jsondoc.Quote(m.Name) + "," + jsondoc.Quote(m.Raw) + "]"
	}
	if plain {
		o.raw(name, inner.String())
		return
	}
	o.raw(name, "["+strings.Join(pairs, ",")+"]")
}
