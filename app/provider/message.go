package provider

import (
	"strconv"
	"strings"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
)

// reasoningNames are the fields that providers put reasoning in. Some send the
// same text under two of them: the first that has any is shown.
var reasoningNames = []string{"reasoning_content", "reasoning", "reasoning_text", "thinking", "cot_summary"}

// decodeMessage reads a message or a piece of one. What it does not know is kept
// verbatim; so are reasoning and refusal, which are read for display only.
func decodeMessage(delta *chat.Delta, d jsondoc.Doc, n *jsondoc.Node, legacy bool) {
	decodeContent(delta, d, n.Get("content"))
	delta.Refusal += str(d, n.Get("refusal"))
	delta.Reasoning += reasoningOf(d, n)
	for _, call := range elements(n.Get("tool_calls")) {
		if isObject(call) {
			decodeCall(delta, d, call)
		}
	}
	if call := n.Get("function_call"); hasCalls(d, call) || isObject(call) && !delta.Whole {
		decodeLegacy(delta, d, call)
	}
	for _, c := range delta.Calls {
		if c.Legacy != legacy {
			repair(delta, chat.RuleCallOtherDialect, "")
		}
	}
	for _, m := range n.Members {
		switch m.Name {
		case "role", "content", "tool_calls", "function_call":
			continue
		case "index": // Mistral numbers its deltas
			if !delta.Whole {
				continue
			}
		}
		delta.Extra = append(delta.Extra, chat.Member{Name: m.Name, Raw: d.Raw(m.Value)})
	}
}

// hasCalls reports whether tool_calls or function_call hold any call: empty
// ones are what some servers write for none.
func hasCalls(d jsondoc.Doc, n *jsondoc.Node) bool {
	return len(elements(n)) > 0 || str(d, n.Get("name")) != ""
}

func reasoningOf(d jsondoc.Doc, n *jsondoc.Node) string {
	for _, name := range reasoningNames {
		if text := str(d, n.Get(name)); text != "" {
			return text
		}
	}
	var b strings.Builder
	for _, detail := range elements(n.Get("reasoning_details")) {
		b.WriteString(str(d, detail.Get("text")))
		b.WriteString(str(d, detail.Get("summary")))
	}
	return b.String()
}

func decodeContent(delta *chat.Delta, d jsondoc.Doc, n *jsondoc.Node) {
	switch {
	case n == nil:
	case n.Kind == jsondoc.Null:
		delta.Content = chat.ContentNull
	case n.Kind == jsondoc.String:
		delta.Content, delta.Text = chat.ContentText, str(d, n)
	case n.Kind == jsondoc.Array:
		delta.Content, delta.Parts = chat.ContentParts, d.Raw(n)
		for _, part := range n.Elements {
			decodePart(delta, d, part)
		}
	default: // no form that is known: it goes back as it came
		delta.Content, delta.Parts = chat.ContentParts, d.Raw(n)
		if !delta.Whole {
			delta.Parts = "[" + delta.Parts + "]"
		}
		decodePart(delta, d, n)
	}
}

// decodePart reads what there is to read in a content part.
func decodePart(delta *chat.Delta, d jsondoc.Doc, n *jsondoc.Node) {
	switch str(d, n.Get("type")) {
	case "thinking":
		thinking := n.Get("thinking")
		delta.Reasoning += str(d, thinking)
		for _, part := range elements(thinking) {
			delta.Reasoning += str(d, part.Get("text"))
		}
	case "reasoning":
		delta.Reasoning += str(d, n.Get("text"))
	case "refusal":
		delta.Refusal += str(d, n.Get("refusal"))
	default:
		delta.Text += str(d, n) + str(d, n.Get("text"))
	}
}

func decodeCall(delta *chat.Delta, d jsondoc.Doc, n *jsondoc.Node) {
	var c chat.CallDelta
	index := n.Get("index")
	if i, err := strconv.Atoi(strings.Trim(d.Raw(index), `"`)); err == nil {
		c.Index, c.Indexed = max(i, 0), true // Bedrock, through a relay, begins at -1
	}
	switch id := n.Get("id"); {
	case id == nil || id.Kind == jsondoc.Null:
	case id.Kind == jsondoc.String:
		c.ID = str(d, id)
	default:
		c.ID = d.Raw(id)
		repair(delta, chat.RuleCallIDNotString, c.ID)
	}
	decodeFunction(delta, &c, d, n.Get("function"))
	for _, m := range n.Members {
		switch m.Name {
		case "id", "function":
			continue
		case "index":
			if !delta.Whole {
				continue
			}
		case "type":
			if t := str(d, m.Value); t == "" || t == "function" {
				continue
			}
		}
		c.Extra = append(c.Extra, chat.Member{Name: m.Name, Raw: d.Raw(m.Value)})
	}
	delta.Calls = append(delta.Calls, c)
}

func decodeLegacy(delta *chat.Delta, d jsondoc.Doc, n *jsondoc.Node) {
	c := chat.CallDelta{Legacy: true}
	decodeFunction(delta, &c, d, n)
	delta.Calls = append(delta.Calls, c)
}

// decodeFunction reads the name and the arguments of a call. Arguments are the
// text inside the JSON string; of a JSON value that is no string, its own text.
func decodeFunction(delta *chat.Delta, c *chat.CallDelta, d jsondoc.Doc, n *jsondoc.Node) {
	c.Name = str(d, n.Get("name"))
	from, arguments := "arguments", n.Get("arguments")
	if absent(arguments) && !absent(n.Get("parameters")) {
		from, arguments = "parameters", n.Get("parameters")
		repair(delta, chat.RuleArgumentsParameters, c.Name)
	}
	switch {
	case absent(arguments):
		if delta.Whole {
			repair(delta, chat.RuleArgumentsMissing, c.Name)
		}
	case arguments.Kind == jsondoc.String:
		c.Arguments = str(d, arguments)
	default:
		c.Arguments, c.Replace = d.Raw(arguments), true
		repair(delta, chat.RuleArgumentsNotString, c.Name)
	}
	if n == nil {
		return
	}
	for _, m := range n.Members {
		if m.Name != "name" && m.Name != "arguments" && m.Name != from {
			c.Function = append(c.Function, chat.Member{Name: m.Name, Raw: d.Raw(m.Value)})
		}
	}
}

func absent(n *jsondoc.Node) bool { return n == nil || n.Kind == jsondoc.Null }
