package provider

import (
	"strings"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
)

// HTTP is the request as text, with the key masked: what the page shows.
func (r Request) HTTP() string {
	var b strings.Builder
	b.WriteString(r.Method + " " + r.URL + "\n")
	for _, h := range r.Header {
		b.WriteString(h.Name + ": " + h.Prefix)
		if h.Secret != "" {
			b.WriteString(h.Secret.String())
		}
		b.WriteByte('\n')
	}
	b.WriteString("\n" + r.Body)
	return b.String()
}

// ToolCallsRaw is the JSON of a choice's tool calls, "" where there are none: a
// slice of the body where that is one JSON object, else the calls as they were
// put together from the stream. No id is in it that the provider did not send.
func ToolCallsRaw(body string, c chat.Choice) string {
	if len(c.Message.Calls) == 0 {
		return ""
	}
	if raw, ok := received(body, c.Index); ok {
		return raw
	}
	if c.Message.Calls[0].Legacy {
		return called(c.Message.Calls[0])
	}
	return array(calls(c.Message.Calls, false))
}

// received finds the calls of a choice in a body that is one JSON object.
func received(body string, index int) (string, bool) {
	d := jsondoc.Parse(strings.TrimPrefix(strings.TrimSpace(body), "\ufeff"))
	if !d.OK() {
		return "", false
	}
	for i, choice := range elements(d.Root.Get("choices")) {
		if indexOf(d, choice, i) != index {
			continue
		}
		message := messageOf(choice, true)
		for _, name := range []string{"tool_calls", "function_call"} {
			if n := message.Get(name); hasCalls(d, n) {
				return d.Raw(n), true
			}
		}
	}
	return "", false
}
