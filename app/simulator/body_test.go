package simulator

import (
	"strings"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
	"toolyard/app/share"
)

// bodyOf is a request for a playground with another prompt, as far as the
// simulator reads it; more is written into it before its closing brace.
func bodyOf(s share.Snapshot, prompt, more string) string {
	var messages, tools []string
	add := func(role, text string) {
		messages = append(messages, `{"role":"`+role+`","content":`+jsondoc.Quote(text)+`}`)
	}
	if s.System != "" {
		add("system", s.System)
	}
	for _, n := range s.Nodes {
		switch m := n.Message.(type) {
		case chat.User:
			add("user", m.Text)
		case chat.Assistant:
			add("assistant", m.Text)
		}
	}
	add("user", prompt)
	legacy := s.Endpoint.Dialect == "chat-functions"
	for _, t := range s.Tools {
		f := `{"name":` + jsondoc.Quote(t.Name) + `,"description":` + jsondoc.Quote(t.Description) +
			`,"parameters":` + t.Parameters.Doc.Text + `}`
		if !legacy {
			f = `{"type":"function","function":` + f + `}`
		}
		tools = append(tools, f)
	}
	body := `{"model":"simulator","messages":[` + strings.Join(messages, ",") + `]`
	switch {
	case len(tools) == 0:
	case legacy:
		body += `,"functions":[` + strings.Join(tools, ",") + `]`
	default:
		body += `,"tools":[` + strings.Join(tools, ",") + `]`
	}
	return body + more + `}`
}
