package play

import (
	"slices"
	"strconv"
	"strings"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
	"toolyard/app/leak"
	"toolyard/app/schema"
	"toolyard/app/share"
)

// textParts are the parts of a text: the lines and headers of a request before
// its body, the messages and tools of a JSON object, and each of its members.
func textParts(kind, text string) []leak.Part {
	if text == "" {
		return nil
	}
	var parts []leak.Part
	body := text
	if head, rest, ok := strings.Cut(text, "\n\n"); ok && kind == "request" {
		for i, line := range strings.Split(head, "\n") {
			place := leak.Place{Kind: "url"}
			if i > 0 {
				name, _, _ := strings.Cut(line, ":")
				place = leak.Place{Kind: "header", Name: name}
			}
			parts = append(parts, leak.Part{Place: place, Text: line})
		}
		body = rest
	}
	d := jsondoc.Parse(body)
	if !d.OK() || d.Root.Kind != jsondoc.Object {
		return append(parts, leak.Part{Place: leak.Place{Kind: kind}, Text: body})
	}
	for _, member := range d.Root.Members {
		parts = append(parts, memberParts(d, member)...)
	}
	return parts
}

func memberParts(d jsondoc.Doc, member jsondoc.Member) []leak.Part {
	if member.Name != "messages" && member.Name != "tools" || member.Value.Kind != jsondoc.Array {
		raw := d.Text[member.NameStart:member.Value.End]
		return []leak.Part{{Place: leak.Place{Kind: "field", Name: member.Name}, Text: raw}}
	}
	kind := strings.TrimSuffix(member.Name, "s")
	var parts []leak.Part
	for i, element := range member.Value.Elements {
		parts = append(parts, leak.Part{Place: leak.Place{Kind: kind, Number: i + 1}, Text: d.Raw(element)})
	}
	return parts
}

// snapshotParts are the texts of a playground.
func snapshotParts(s share.Snapshot) []leak.Part {
	var parts []leak.Part
	eachText(s, func(at leak.Place, text string) string {
		if text != "" {
			parts = append(parts, leak.Part{Place: at, Text: text})
		}
		return text
	})
	return parts
}

func maskedSnapshot(s share.Snapshot, found []leak.Finding) share.Snapshot {
	return eachText(s, func(_ leak.Place, text string) string { return leak.Masked(text, found) })
}

// eachText is the playground with every text that it holds put through change.
func eachText(s share.Snapshot, change func(leak.Place, string) string) share.Snapshot {
	named := func(kind, text string) string { return change(leak.Place{Kind: kind}, text) }
	s.Title, s.System, s.Prompt = named("title", s.Title), named("system", s.System), named("prompt", s.Prompt)
	s.Endpoint.BaseURL = named("url", s.Endpoint.BaseURL)
	s.Endpoint.Model = named("model", s.Endpoint.Model)
	s.Options.Extra = named("extra-body", s.Options.Extra)
	for _, option := range []*string{&s.Options.Temperature, &s.Options.MaxTokens, &s.Options.ToolChoice} {
		*option = named("options", *option)
	}
	s.Tools = slices.Clone(s.Tools)
	for i, t := range s.Tools {
		at := leak.Place{Kind: "tool", Name: t.Name, Number: i + 1}
		t.Name, t.Description = change(at, t.Name), change(at, t.Description)
		if text := change(at, t.Parameters.Doc.Text); text != t.Parameters.Doc.Text {
			t.Parameters = schema.Read(text)
		}
		s.Tools[i] = t
	}
	s.Nodes = slices.Clone(s.Nodes)
	for i, n := range s.Nodes {
		if r, ok := n.Message.(chat.ToolResult); ok && r.Name == "" {
			at := leak.Place{Kind: "result", Name: calledAs(s.Nodes[:i], r.CallID), Number: i + 1}
			r.Text = change(at, r.Text)
			s.Nodes[i].Message = r
			continue
		}
		s.Nodes[i].Message = eachMessageText(n.Message, i+1, change)
	}
	return s
}

// calledAs is the name of the function that a call meant.
func calledAs(nodes []chat.Node, id string) string {
	for i := len(nodes) - 1; i >= 0; i-- {
		asked, _ := nodes[i].Message.(chat.Assistant)
		for _, c := range asked.Calls {
			if c.ID == id {
				return c.Name
			}
		}
	}
	return ""
}

func eachMessageText(m chat.Message, number int, change func(leak.Place, string) string) chat.Message {
	at := leak.Place{Kind: "message", Number: number}
	switch m := m.(type) {
	case chat.System:
		m.Text = change(at, m.Text)
		return m
	case chat.User:
		m.Text = change(at, m.Text)
		return m
	case chat.ToolResult:
		m.Text = change(leak.Place{Kind: "result", Name: m.Name, Number: number}, m.Text)
		return m
	case chat.Assistant:
		for _, text := range []*string{&m.Text, &m.Parts, &m.Reasoning, &m.Refusal} {
			*text = change(at, *text)
		}
		m.Extra = eachMember(m.Extra, at, change)
		m.Calls = slices.Clone(m.Calls)
		for i, c := range m.Calls {
			in := leak.Place{Kind: "arguments", Name: c.Name, Number: number}
			c.Name, c.Arguments = change(in, c.Name), change(in, c.Arguments)
			c.Extra, c.Function = eachMember(c.Extra, in, change), eachMember(c.Function, in, change)
			m.Calls[i] = c
		}
		return m
	}
	return m
}

// eachMember puts the raw values through change, each with its name before it:
// a name can tell what a value is.
func eachMember(members []chat.Member, at leak.Place, change func(leak.Place, string) string) []chat.Member {
	members = slices.Clone(members)
	for i, member := range members {
		head := strconv.Quote(member.Name) + ":"
		text := change(at, head+member.Raw)
		if raw, ok := strings.CutPrefix(text, head); ok {
			members[i].Raw = raw
		}
	}
	return members
}
