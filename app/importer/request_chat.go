package importer

import (
	"slices"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
	"toolyard/app/provider"
)

// isChat knows the body of a chat completion by its messages, or by a model with
// tools.
func isChat(d jsondoc.Doc, n *jsondoc.Node) bool {
	return isMessages(d, n.Get("messages")) ||
		isText(n.Get("model")) && (isList(n.Get("tools")) || isList(n.Get("functions")) || isList(n.Get("messages")))
}

// isMessages knows a list of messages by their roles.
func isMessages(d jsondoc.Doc, n *jsondoc.Node) bool {
	return isList(n) && len(n.Elements) > 0 && !slices.ContainsFunc(n.Elements, func(e *jsondoc.Node) bool {
		role, _ := d.Str(e.Get("role"))
		return !slices.Contains(chatRoles, role) || e.Get("content") == nil && e.Get("tool_calls") == nil && e.Get("function_call") == nil
	})
}

var chatRoles = []string{"system", "developer", "user", "assistant", "tool", "function"}

// chatSettings are the members that have a control of their own; all others are
// kept as they are.
var chatSettings = settings{
	"model":               (*reading).model,
	"messages":            (*reading).chatMessages,
	"tools":               (*reading).listed,
	"functions":           (*reading).listed,
	"tool_choice":         (*reading).chatChoice,
	"function_call":       (*reading).functionChoice,
	"parallel_tool_calls": (*reading).parallel,
	"stream":              (*reading).stream,
	"temperature":         (*reading).temperature,
	"max_tokens":          (*reading).maxTokens,
}

func (r *reading) chat(n *jsondoc.Node) {
	r.found.Snapshot.Endpoint.Dialect = provider.ChatTools.Name()
	if n.Get("tools") == nil && (n.Get("functions") != nil || n.Get("function_call") != nil) {
		r.found.Snapshot.Endpoint.Dialect = provider.ChatFunctions.Name()
	}
	r.body(n, chatSettings, (*reading).toExtra)
}

// messagesAlone reads a list of messages without a body around it.
func (r *reading) messagesAlone(n *jsondoc.Node) {
	r.chatMessages(jsondoc.Member{Name: "messages", Value: n, NameStart: n.Start, NameEnd: n.Start})
}

func (r *reading) chatChoice(m jsondoc.Member) {
	choice := choiceWord(r.text(m.Value))
	function := m.Value.Get("function")
	if r.text(m.Value.Get("type")) == "function" && onlyMembers(m.Value, "type", "function") && onlyMembers(function, "name") {
		choice = r.toolNamed(function.Get("name"))
	}
	r.choose(choice, m, (*reading).toExtra)
}

// functionChoice reads what functions had before tool_choice.
func (r *reading) functionChoice(m jsondoc.Member) {
	choice := choiceWord(r.text(m.Value))
	if choice == "required" || r.found.Snapshot.Endpoint.Dialect != provider.ChatFunctions.Name() {
		choice = ""
	} else if onlyMembers(m.Value, "name") {
		choice = r.toolNamed(m.Value.Get("name"))
	}
	r.choose(choice, m, (*reading).toExtra)
}

func (r *reading) chatMessages(m jsondoc.Member) {
	if !isList(m.Value) {
		r.reject(RuleNoList, m.Name, m.NameStart, m.Value.End)
		return
	}
	t := talk{reading: r}
	for _, n := range m.Value.Elements {
		t.chatMessage(n)
	}
	t.finish()
}

func (t *talk) chatMessage(n *jsondoc.Node) {
	content := n.Get("content")
	switch role := t.text(n.Get("role")); role {
	case "system", "developer":
		if role != "system" {
			t.noteAt(RuleRoleChanged, role, n)
		}
		t.say(chat.System{Text: t.chatContent(content, n)}, n)
		t.rest(RuleMessageMember, n, "role", "content")
	case "user":
		t.say(chat.User{Text: t.chatContent(content, n)}, n)
		t.rest(RuleMessageMember, n, "role", "content")
	case "assistant":
		t.chatAssistant(n)
	case "tool":
		t.result(chat.ToolResult{CallID: t.text(n.Get("tool_call_id")), Name: t.text(n.Get("name")), Text: t.chatContent(content, n)}, n)
		t.rest(RuleMessageMember, n, "role", "content", "tool_call_id")
	case "function":
		t.result(chat.ToolResult{Name: t.text(n.Get("name")), Text: t.chatContent(content, n)}, n)
		t.rest(RuleMessageMember, n, "role", "content", "name")
	default:
		t.reject(RuleMessage, role, n.Start, n.End)
	}
}

// chatContent is the text of a content; what was no string is told, as it goes
// out as one.
func (t *talk) chatContent(content, message *jsondoc.Node) string {
	if absent(content) || isList(content) && len(content.Elements) == 1 || isObject(content) {
		t.noteAt(RuleFlattened, "", message)
	}
	return t.flat(content, "text")
}

// chatAssistant reads a message of the model as the answer that it once was:
// whatever package provider can read of one, this can.
func (t *talk) chatAssistant(n *jsondoc.Node) {
	dialect := provider.ChatTools
	if n.Get("function_call") != nil {
		dialect = provider.ChatFunctions
	}
	answer := `{"choices":[{"message":` + t.doc.Raw(n) + `}]}`
	deltas, err := dialect.Decode(answer, true)
	if err != nil {
		t.reject(RuleMessage, "assistant", n.Start, n.End)
		return
	}
	read := chat.Answer{}.Add(deltas...)
	for _, repair := range read.Repairs {
		t.noteAt(repair.Rule, repair.Detail, n)
	}
	t.members(n) // tells of names that repeat
	t.say(read.Message(), n)
}
