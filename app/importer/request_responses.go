package importer

import (
	"slices"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
)

// isResponses knows the body by its input, or by instructions beside a model or
// tools.
func isResponses(d jsondoc.Doc, n *jsondoc.Node) bool {
	input := n.Get("input")
	asked := isText(n.Get("model")) || isList(n.Get("tools"))
	if isText(n.Get("instructions")) && asked {
		return true
	}
	return asked && isText(input) || isList(input) && len(input.Elements) > 0 &&
		!slices.ContainsFunc(input.Elements, func(e *jsondoc.Node) bool { return !isItem(d, e) })
}

func isItem(d jsondoc.Doc, n *jsondoc.Node) bool {
	role, _ := d.Str(n.Get("role"))
	return slices.Contains(chatRoles, role) || isObject(n) && isText(n.Get("type"))
}

var responsesSettings = settings{
	"model":               (*reading).model,
	"instructions":        (*reading).instructions,
	"input":               (*reading).input,
	"tools":               (*reading).listed,
	"tool_choice":         (*reading).responsesChoice,
	"parallel_tool_calls": (*reading).parallel,
	"stream":              (*reading).stream,
	"temperature":         (*reading).temperature,
	"max_output_tokens":   (*reading).maxTokens,
}

// shared are the members that Responses and chat completions have in common.
var shared = []string{"top_p", "metadata", "user", "service_tier", "safety_identifier", "prompt_cache_key", "prompt_cache_retention"}

func (r *reading) responses(n *jsondoc.Node) {
	r.converted(n)
	r.body(n, responsesSettings, func(r *reading, m jsondoc.Member) {
		if slices.Contains(shared, m.Name) {
			r.toExtra(m)
			return
		}
		r.lost(m)
	})
}

func (r *reading) instructions(m jsondoc.Member) { r.systemText(m, r.text(m.Value)) }

// systemText takes a system prompt that stands beside the messages.
func (r *reading) systemText(m jsondoc.Member, text string) {
	if text == "" {
		r.lost(m)
		return
	}
	r.found.Snapshot.System = text
	r.partMember(PartSystem, m)
}

func (r *reading) responsesChoice(m jsondoc.Member) {
	choice := choiceWord(r.text(m.Value))
	if r.text(m.Value.Get("type")) == "function" {
		choice = r.toolNamed(m.Value.Get("name"))
	}
	r.choose(choice, m, (*reading).lost)
}

func (r *reading) input(m jsondoc.Member) {
	t := talk{reading: r}
	switch {
	case isText(m.Value):
		t.say(chat.User{Text: r.text(m.Value)}, m.Value)
	case isList(m.Value):
		for _, n := range m.Value.Elements {
			t.item(n)
		}
	default:
		r.reject(RuleNoList, m.Name, m.NameStart, m.Value.End)
	}
	t.finish()
}

// item reads one element of the input: a message, a call, or a result. Reasoning
// and what the provider ran itself has no counterpart.
func (t *talk) item(n *jsondoc.Node) {
	switch typ := t.text(n.Get("type")); {
	case typ == "message" || typ == "" && n.Get("role") != nil:
		t.itemMessage(n)
	case typ == "function_call":
		t.assistant(chat.Assistant{Calls: []chat.ToolCall{{
			ID: t.text(n.Get("call_id")), Name: t.text(n.Get("name")), Arguments: t.arguments(n.Get("arguments"), n),
		}}}, n)
		t.rest(RuleMessageMember, n, "type", "call_id", "name", "arguments", "id", "status")
	case typ == "function_call_output":
		t.result(chat.ToolResult{CallID: t.text(n.Get("call_id")), Text: t.flat(n.Get("output"), "input_text", "output_text", "text")}, n)
		t.rest(RuleMessageMember, n, "type", "call_id", "output", "id", "status")
	case isObject(n):
		t.noteAt(RulePartLost, typ, n)
	default:
		t.rejectNode(RuleMessage, n)
	}
}

func (t *talk) itemMessage(n *jsondoc.Node) {
	text := t.flat(n.Get("content"), "input_text", "output_text", "text")
	switch role := t.text(n.Get("role")); role {
	case "system", "developer":
		if role != "system" {
			t.noteAt(RuleRoleChanged, role, n)
		}
		t.say(chat.System{Text: text}, n)
	case "user":
		t.say(chat.User{Text: text}, n)
	case "assistant":
		t.assistant(chat.Assistant{Content: chat.ContentText, Text: text}, n)
	default:
		t.reject(RuleMessage, role, n.Start, n.End)
		return
	}
	t.rest(RuleMessageMember, n, "type", "role", "content", "id", "status")
}

// arguments are the text in the string, or of a JSON value its own text, told.
func (t *talk) arguments(n, call *jsondoc.Node) string {
	if n == nil || isText(n) {
		return t.text(n)
	}
	t.noteAt(RuleArguments, t.text(call.Get("name")), n)
	return t.doc.Raw(n)
}
