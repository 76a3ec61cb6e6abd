package provider

import (
	"strings"
	"testing"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
)

// checkEcho holds that a message of a body that is no stream goes back as it
// came. Only what a provider would refuse may differ: calls that are none are
// left out, and a call has an id, a type and arguments.
func checkEcho(t *testing.T, d Dialect, body string, got chat.Answer) {
	t.Helper()
	in := jsondoc.Parse(strings.TrimSpace(strings.TrimPrefix(body, "\ufeff")))
	if !in.OK() {
		return
	}
	for i, n := range elements(in.Root.Get("choices")) {
		message := messageOf(n, true)
		choice, _ := got.Choice(indexOf(in, n, i))
		if message == nil || d == ChatFunctions && len(choice.Message.Calls) > 1 {
			continue
		}
		out := jsondoc.Parse(d.(chatDialect).messages([]chat.Message{choice.Message})[0])
		checkMembers(t, in, message, out, out.Root, "role", "tool_calls", "function_call")
		calls, back := elements(message.Get("tool_calls")), elements(out.Root.Get("tool_calls"))
		for j := range min(len(calls), len(back)) {
			checkMembers(t, in, calls[j], out, back[j], "id", "type", "function")
			checkMembers(t, in, calls[j].Get("function"), out, back[j].Get("function"), "arguments", "parameters")
			if a := calls[j].Get("function").Get("arguments"); a != nil && a.Kind == jsondoc.String {
				check(t, "arguments sent back", str(out, back[j].Get("function").Get("arguments")), str(in, a))
			}
		}
	}
}

// checkMembers compares two objects but for some members.
func checkMembers(t *testing.T, in jsondoc.Doc, a *jsondoc.Node, out jsondoc.Doc, b *jsondoc.Node, but ...string) {
	t.Helper()
	free := map[string]bool{}
	for _, name := range but {
		free[name] = true
	}
	for _, m := range a.Members {
		if back := b.Get(m.Name); !free[m.Name] && (back == nil || !jsondoc.Equal(in, m.Value, out, back)) {
			t.Errorf("member %q came as %s and goes back as %q", m.Name, in.Raw(m.Value), out.Raw(back))
		}
	}
	if b == nil {
		t.Errorf("%s goes back as nothing", in.Raw(a))
		return
	}
	for _, m := range b.Members {
		if !free[m.Name] && a.Get(m.Name) == nil {
			t.Errorf("member %q goes back and never came", m.Name)
		}
	}
}
