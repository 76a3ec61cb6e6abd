package provider

import (
	"slices"
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
		checkMembers(t, place{in, message}, place{out, out.Root}, "role", "tool_calls", "function_call")
		calls, back := elements(message.Get("tool_calls")), elements(out.Root.Get("tool_calls"))
		for j := range min(len(calls), len(back)) {
			checkMembers(t, place{in, calls[j]}, place{out, back[j]}, "id", "type", "function")
			checkMembers(t, place{in, calls[j].Get("function")}, place{out, back[j].Get("function")}, "arguments", "parameters")
			if a := calls[j].Get("function").Get("arguments"); a != nil && a.Kind == jsondoc.String {
				check(t, "arguments sent back", str(out, back[j].Get("function").Get("arguments")), str(in, a))
			}
		}
	}
}

// place is a value in a text.
type place struct {
	doc  jsondoc.Doc
	node *jsondoc.Node
}

// checkMembers compares two objects but for some members.
func checkMembers(t *testing.T, in, out place, but ...string) {
	t.Helper()
	if in.node == nil || out.node == nil {
		t.Errorf("%q came and goes back as %q", in.doc.Raw(in.node), out.doc.Raw(out.node))
		return
	}
	for _, m := range in.node.Members {
		back := out.node.Get(m.Name)
		if !slices.Contains(but, m.Name) && (back == nil || !jsondoc.Equal(in.doc, m.Value, out.doc, back)) {
			t.Errorf("member %q came as %s and goes back as %q", m.Name, in.doc.Raw(m.Value), out.doc.Raw(back))
		}
	}
	for _, m := range out.node.Members {
		if !slices.Contains(but, m.Name) && in.node.Get(m.Name) == nil {
			t.Errorf("member %q goes back and never came", m.Name)
		}
	}
}
