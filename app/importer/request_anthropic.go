package importer

import (
	"slices"
	"strings"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
)

// isAnthropic knows the body of a Messages request by what chat completions have
// not: a system prompt beside the messages, input_schema, blocks of tool use.
func isAnthropic(d jsondoc.Doc, n *jsondoc.Node) bool {
	messages := n.Get("messages")
	if !isMessages(d, messages) {
		return false
	}
	if n.Get("system") != nil || n.Get("anthropic_version") != nil || n.Get("stop_sequences") != nil {
		return true
	}
	return slices.ContainsFunc(elements(n.Get("tools")), func(e *jsondoc.Node) bool { return isAnthropicTool(d, e) }) ||
		slices.ContainsFunc(messages.Elements, func(m *jsondoc.Node) bool {
			return slices.ContainsFunc(elements(m.Get("content")), func(b *jsondoc.Node) bool {
				typ, _ := d.Str(b.Get("type"))
				return typ == "tool_use" || typ == "tool_result" || typ == "thinking"
			})
		})
}

var anthropicSettings = settings{
	"model":          (*reading).model,
	"system":         (*reading).anthropicSystem,
	"messages":       (*reading).anthropicMessages,
	"tools":          (*reading).listed,
	"tool_choice":    (*reading).anthropicChoice,
	"stream":         (*reading).stream,
	"temperature":    (*reading).temperature,
	"max_tokens":     (*reading).maxTokens,
	"top_p":          (*reading).toExtra,
	"stop_sequences": func(r *reading, m jsondoc.Member) { r.toExtraAs("stop", m) },
}

func (r *reading) anthropic(n *jsondoc.Node) {
	r.converted(n)
	r.body(n, anthropicSettings, (*reading).lost)
}

func (r *reading) anthropicSystem(m jsondoc.Member) {
	t := talk{reading: r}
	r.systemText(m, t.flat(m.Value, "text"))
}

func (r *reading) anthropicChoice(m jsondoc.Member) {
	choice := ""
	switch typ := r.text(m.Value.Get("type")); typ {
	case "auto", "none":
		choice = typ
	case "any":
		choice = "required"
	case "tool":
		choice = r.toolNamed(m.Value.Get("name"))
	}
	r.choose(choice, m, (*reading).lost)
	if r.doc.Raw(m.Value.Get("disable_parallel_tool_use")) == "true" {
		r.found.Snapshot.Options.ParallelToolCalls = "false"
		r.partMember(PartParallel, m)
	}
}

func (r *reading) anthropicMessages(m jsondoc.Member) {
	t := talk{reading: r}
	for _, n := range elements(m.Value) {
		switch role := r.text(n.Get("role")); role {
		case "user":
			t.anthropicUser(n)
		case "assistant":
			t.anthropicAssistant(n)
		case "system":
			t.say(chat.System{Text: t.flat(n.Get("content"), "text")}, n)
		default:
			r.reject(RuleMessage, role, n.Start, n.End)
			continue
		}
		r.rest(RuleMessageMember, n, "role", "content")
	}
	t.finish()
}

// anthropicUser reads a user's message: the results in it, each a message of its
// own, then the text.
func (t *talk) anthropicUser(n *jsondoc.Node) {
	content := n.Get("content")
	var blocks []*jsondoc.Node
	results := 0
	for _, b := range elements(content) {
		if t.text(b.Get("type")) != "tool_result" {
			blocks = append(blocks, b)
			continue
		}
		results++
		t.result(chat.ToolResult{CallID: t.text(b.Get("tool_use_id")), Text: t.flat(b.Get("content"), "text")}, b)
		t.rest(RuleMessageMember, b, "type", "tool_use_id", "content")
	}
	switch {
	case !isList(content):
		t.say(chat.User{Text: t.flat(content)}, n)
	case len(blocks) > 0 || results == 0:
		t.say(chat.User{Text: t.blocks(blocks, content)}, n)
	}
}

// blocks is the text of several blocks; that there were several is told.
func (t *talk) blocks(blocks []*jsondoc.Node, content *jsondoc.Node) string {
	if len(blocks) > 1 {
		t.noteAt(RuleFlattened, "", content)
	}
	return t.parts(blocks, []string{"text"})
}

func (t *talk) anthropicAssistant(n *jsondoc.Node) {
	content := n.Get("content")
	if !isList(content) {
		t.assistant(chat.Assistant{Content: chat.ContentText, Text: t.flat(content)}, n)
		return
	}
	var a chat.Assistant
	var texts []*jsondoc.Node
	for _, b := range content.Elements {
		if t.text(b.Get("type")) != "tool_use" {
			texts = append(texts, b)
			continue
		}
		a.Calls = append(a.Calls, chat.ToolCall{
			ID: t.text(b.Get("id")), Name: t.text(b.Get("name")), Arguments: t.doc.Raw(b.Get("input")),
		})
		t.rest(RuleMessageMember, b, "type", "id", "name", "input")
	}
	if text := t.blocks(texts, content); strings.TrimSpace(text) != "" || len(a.Calls) == 0 {
		a.Content, a.Text = chat.ContentText, text
	}
	t.assistant(a, n)
}
