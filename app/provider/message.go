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

// message reads a message or a piece of one. What it does not know is kept
// verbatim; so are reasoning and refusal, which are read for display only.
func (d decoder) message(delta *chat.Delta, n *jsondoc.Node) {
	d.content(delta, n.Get("content"))
	delta.Refusal += d.text(n.Get("refusal"))
	delta.Reasoning += d.reasoning(n)
	for _, call := range elements(n.Get("tool_calls")) {
		if isObject(call) {
			d.call(delta, call)
		}
	}
	d.legacyCall(delta, n.Get("function_call"))
	for _, c := range delta.Calls {
		if c.Legacy != d.legacy {
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

func (d decoder) reasoning(n *jsondoc.Node) string {
	for _, name := range reasoningNames {
		if text := d.text(n.Get(name)); text != "" {
			return text
		}
	}
	var b strings.Builder
	for _, detail := range elements(n.Get("reasoning_details")) {
		b.WriteString(d.text(detail.Get("text")))
		b.WriteString(d.text(detail.Get("summary")))
	}
	return b.String()
}

func (d decoder) content(delta *chat.Delta, n *jsondoc.Node) {
	switch {
	case n == nil:
	case n.Kind == jsondoc.Null:
		delta.Content = chat.ContentNull
	case n.Kind == jsondoc.String:
		delta.Content, delta.Text = chat.ContentText, d.text(n)
	case n.Kind == jsondoc.Array:
		delta.Content, delta.Parts = chat.ContentParts, d.Raw(n)
		for _, part := range n.Elements {
			d.part(delta, part)
		}
	default: // no form that is known: it goes back as it came
		delta.Content, delta.Parts = chat.ContentParts, d.Raw(n)
		if !delta.Whole {
			delta.Parts = "[" + delta.Parts + "]"
		}
		d.part(delta, n)
	}
}

// part reads what there is to read in a content part.
func (d decoder) part(delta *chat.Delta, n *jsondoc.Node) {
	switch d.text(n.Get("type")) {
	case "thinking":
		thinking := n.Get("thinking")
		delta.Reasoning += d.text(thinking)
		for _, part := range elements(thinking) {
			delta.Reasoning += d.text(part.Get("text"))
		}
	case "reasoning":
		delta.Reasoning += d.text(n.Get("text"))
	case "refusal":
		delta.Refusal += d.text(n.Get("refusal"))
	default:
		delta.Text += d.text(n) + d.text(n.Get("text"))
	}
}

func (d decoder) call(delta *chat.Delta, n *jsondoc.Node) {
	var c chat.CallDelta
	index := n.Get("index")
	if i, err := strconv.Atoi(strings.Trim(d.Raw(index), `"`)); err == nil {
		c.Index, c.Indexed = max(i, 0), true // Bedrock, through a relay, begins at -1
	}
	switch id := n.Get("id"); {
	case id == nil || id.Kind == jsondoc.Null:
	case id.Kind == jsondoc.String:
		c.ID = d.text(id)
	default:
		c.ID = d.Raw(id)
		repair(delta, chat.RuleCallIDNotString, c.ID)
	}
	d.function(delta, &c, n.Get("function"))
	for _, m := range n.Members {
		switch m.Name {
		case "id", "function":
			continue
		case "index":
			if !delta.Whole {
				continue
			}
		case "type":
			if t := d.text(m.Value); t == "" || t == "function" {
				continue
			}
		}
		c.Extra = append(c.Extra, chat.Member{Name: m.Name, Raw: d.Raw(m.Value)})
	}
	delta.Calls = append(delta.Calls, c)
}

// legacyCall reads a function_call. One without a name is none, unless it is a
// piece of arguments: some servers write every field there is, empty.
func (d decoder) legacyCall(delta *chat.Delta, n *jsondoc.Node) {
	c := chat.CallDelta{Legacy: true}
	if hasCalls(d.Doc, n) || !delta.Whole && d.text(n.Get("arguments")) != "" {
		d.function(delta, &c, n)
		delta.Calls = append(delta.Calls, c)
	}
}

// function reads the name and the arguments of a call. Arguments are the
// text inside the JSON string; of a JSON value that is no string, its own text.
func (d decoder) function(delta *chat.Delta, c *chat.CallDelta, n *jsondoc.Node) {
	c.Name = d.text(n.Get("name"))
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
		c.Arguments = d.text(arguments)
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

func (d decoder) text(n *jsondoc.Node) string { return str(d.Doc, n) }

func absent(n *jsondoc.Node) bool { return n == nil || n.Kind == jsondoc.Null }
