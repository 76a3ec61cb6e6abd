package share

import (
	"strconv"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
)

func (p place) messages() []chat.Node {
	var nodes []chat.Node
	var b births
	known := map[chat.NodeID]bool{0: true}
	for _, m := range p.list("messages", maxMessages, jsondoc.Object) {
		message := m.message()
		n := b.next(message)
		n.Message = message
		n.ID = chat.NodeID(m.number("id", int(n.ID)))
		n.Parent = chat.NodeID(m.number("parent", int(n.Parent)))
		n.Completion = m.number("completion", n.Completion)
		if known[n.ID] {
			m.fail(ErrCorrupt, "has no id of its own")
		}
		if !known[n.Parent] {
			m.get("parent").fail(ErrCorrupt, "names no message before this one")
		}
		known[n.ID] = true
		b.note(n)
		nodes = append(nodes, n)
	}
	return nodes
}

func (p place) message() chat.Message {
	switch role := p.text("role", ""); role {
	case roleSystem:
		return chat.System{Text: p.text("content", "")}
	case roleUser:
		return chat.User{Text: p.text("content", "")}
	case roleAssistant:
		return p.assistant()
	case roleTool:
		return chat.ToolResult{
			CallID: p.text("tool_call_id", ""),
			Name:   p.text("name", ""),
			Text:   p.text("content", ""),
		}
	default:
		p.get("role").fail(ErrCorrupt, strconv.Quote(role)+" is no role")
		return nil
	}
}

func (p place) assistant() chat.Assistant {
	a := chat.Assistant{
		Text:      p.text("text", ""),
		Parts:     p.text("parts", ""),
		Reasoning: p.text("reasoning", ""),
		Refusal:   p.text("refusal", ""),
		Extra:     p.members("extra"),

		Incomplete: p.flag("incomplete"),
	}
	content := p.get("content")
	switch {
	case a.Parts != "":
		a.Content = chat.ContentParts
	case !content.is(jsondoc.Null, jsondoc.String, jsondoc.Array):
		a.Content = chat.ContentAbsent
	case content.node.Kind == jsondoc.Null:
		a.Content = chat.ContentNull
	case content.node.Kind == jsondoc.Array:
		a.Content, a.Parts = chat.ContentParts, jsondoc.Compact(p.file.doc, content.node)
	default:
		a.Content, a.Text = chat.ContentText, p.text("content", "")
	}
	for _, c := range p.list("tool_calls", maxCalls, jsondoc.Object) {
		a.Calls = append(a.Calls, c.call())
	}
	return a
}

func (p place) call() chat.ToolCall {
	return chat.ToolCall{
		ID:        p.text("id", ""),
		Synthetic: p.flag("synthetic"),
		Legacy:    p.flag("legacy"),
		Name:      p.text("name", ""),
		Arguments: p.text("arguments", ""),
		Extra:     p.members("extra"),
		Function:  p.members("function"),
	}
}

// members restores foreign fields, in either form.
func (p place) members(name string) []chat.Member {
	var list []chat.Member
	v := p.get(name)
	if !v.is(jsondoc.Object, jsondoc.Array) {
		return nil
	}
	for _, m := range v.node.Members {
		list = append(list, chat.Member{Name: m.Name, Raw: jsondoc.Compact(p.file.doc, m.Value)})
	}
	for i, e := range v.node.Elements {
		name, raw, ok := pair(p.file.doc, e)
		if !ok {
			place{p.file, e, v.at + "/" + strconv.Itoa(i)}.fail(ErrCorrupt, "is no pair of name and text")
		}
		list = append(list, chat.Member{Name: name, Raw: raw})
	}
	return list
}

func pair(d jsondoc.Doc, n *jsondoc.Node) (name, text string, ok bool) {
	if len(n.Elements) != 2 {
		return "", "", false
	}
	name, named := d.Str(n.Elements[0])
	text, written := d.Str(n.Elements[1])
	return name, text, named && written
}
