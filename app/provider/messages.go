package provider

import "toolyard/app/chat"

// messages writes the conversation. What was cut short goes back as far as it
// came; a message that was cut before it said anything can't go back at all.
func (d chatDialect) messages(messages []chat.Message) []string {
	var list []string
	for i, m := range messages {
		switch m := m.(type) {
		case chat.System:
			list = append(list, spoken("system", m.Text))
		case chat.User:
			list = append(list, spoken("user", m.Text))
		case chat.Assistant:
			switch {
			case m.Incomplete && m.Text == "" && len(m.Calls) == 0:
			case d.legacy && len(m.Calls) > 0:
				list = append(list, pairs(m, messages[i+1:])...)
			default:
				list = append(list, assistant(m).String())
			}
		case chat.ToolResult:
			if !d.legacy {
				list = append(list, result(m))
			} else if !answers(messages[:i]) {
				list = append(list, legacyResult(m))
			}
		}
	}
	return list
}

func spoken(role, text string) string {
	var o object
	o.text("role", role)
	o.text("content", text)
	return o.String()
}

func result(m chat.ToolResult) string {
	var o object
	o.text("role", "tool")
	o.text("tool_call_id", m.CallID)
	o.text("content", m.Text)
	return o.String()
}

func legacyResult(m chat.ToolResult) string {
	var o object
	o.text("role", "function")
	o.text("name", m.Name)
	o.text("content", m.Text)
	return o.String()
}

// answers reports whether a result that follows these messages belongs to an
// assistant message among them, which pairs has then written with it.
func answers(before []chat.Message) bool {
	for i := len(before) - 1; i >= 0; i-- {
		if _, ok := before[i].(chat.ToolResult); ok {
			continue
		}
		m, ok := before[i].(chat.Assistant)
		return ok && len(before)-1-i < len(m.Calls)
	}
	return false
}

// assistant writes a message as it came: its content in its own form, its
// unknown fields verbatim. The role is the only thing that is made up.
func assistant(m chat.Assistant) object {
	o := withContent(m)
	if len(m.Calls) > 0 {
		o.raw("tool_calls", array(calls(m.Calls, true)))
	}
	return append(o, m.Extra...)
}

func withContent(m chat.Assistant) object {
	var o object
	o.text("role", "assistant")
	switch m.Content {
	case chat.ContentNull:
		o.raw("content", "null")
	case chat.ContentText:
		o.text("content", m.Text)
	case chat.ContentParts:
		o.raw("content", m.Parts)
	}
	return o
}

// calls writes tool calls. Ids that were made up go back, as they pair calls
// and results, but are no part of what was received.
func calls(calls []chat.ToolCall, withMadeUp bool) []string {
	var list []string
	for _, c := range calls {
		var o object
		extra := object(c.Extra)
		if withMadeUp || !c.Synthetic {
			o.text("id", c.ID)
		}
		if !extra.has("type") {
			o.text("type", "function")
		}
		if c.Name != "" || c.Arguments != "" || len(c.Function) > 0 || len(c.Extra) == 0 {
			o.raw("function", called(c))
		}
		list = append(list, append(o, extra...).String())
	}
	return list
}

// called is the function of a call with its arguments, byte for byte.
func called(c chat.ToolCall) string {
	var o object
	o.text("name", c.Name)
	o.text("arguments", c.Arguments)
	return append(o, c.Function...).String()
}

// pairs writes a message with calls, and the results that follow it, in the
// dialect that has one call a message: call, result, call, result.
func pairs(m chat.Assistant, following []chat.Message) []string {
	var list []string
	results := leading(following)
	for i, c := range m.Calls {
		o := withContent(chat.Assistant{Content: chat.ContentNull})
		if i == 0 {
			o = withContent(m)
		}
		o.raw("function_call", called(c))
		if i == 0 {
			o = append(o, m.Extra...)
		}
		list = append(list, o.String())
		if i < len(results) {
			list = append(list, legacyResult(results[i]))
		}
	}
	return list
}

// leading are the results that messages begin with.
func leading(messages []chat.Message) []chat.ToolResult {
	var results []chat.ToolResult
	for _, m := range messages {
		r, ok := m.(chat.ToolResult)
		if !ok {
			break
		}
		results = append(results, r)
	}
	return results
}
