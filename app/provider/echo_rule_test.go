package provider

import (
	"fmt"
	"strings"
	"testing"

	"toolyard/app/chat"
)

// thinking is a conversation of three turns: one that called tools, one that
// did not, and one that has just called one.
func thinking(e Endpoint) Completion {
	e.BaseURL, e.Model = "https://api.example.com", "m"
	thought := func(names ...string) []chat.Member {
		extra := []chat.Member{{Name: "annotations", Raw: "[]"}}
		for _, name := range names {
			extra = append(extra, chat.Member{Name: name, Raw: `"` + name + `"`})
		}
		return extra
	}
	call := []chat.ToolCall{{ID: "c", Name: "now", Arguments: "{}", Extra: []chat.Member{{Name: "extra_content", Raw: `{"google":{}}`}}}}
	return Completion{Endpoint: e, Messages: []chat.Message{
		chat.System{Text: "s"},
		chat.User{Text: "1"},
		chat.Assistant{Content: chat.ContentText, Text: "wait", Extra: thought("reasoning_content"), Calls: call},
		chat.ToolResult{CallID: "c", Name: "now", Text: "12"},
		chat.Assistant{Content: chat.ContentText, Text: "12", Extra: thought("reasoning_content")},
		chat.User{Text: "2"},
		chat.Assistant{Content: chat.ContentText, Text: "two", Extra: thought("reasoning", "reasoning_details")},
		chat.User{Text: "3"},
		chat.Assistant{Content: chat.ContentNull, Extra: thought("thinking"), Calls: call},
		chat.ToolResult{CallID: "c", Name: "now", Text: "13"},
		chat.Assistant{Content: chat.ContentText, Text: "no thought", Extra: thought()},
	}}
}

func TestEcho(t *testing.T) {
	a := readArchive(t, "testdata/echo.txtar")
	for _, rule := range []Echo{EchoAlways, EchoToolLoop, EchoNever} {
		c := thinking(Endpoint{Echo: rule})
		before := fmt.Sprintf("%+v", c)
		for _, d := range Dialects {
			r, err := d.Request(c)
			if err != nil {
				t.Fatal(err)
			}
			a.golden(t, string(rule)+" "+d.Name(), r.Body+"\n")
		}
		var b strings.Builder
		for _, e := range c.Echoed() {
			fmt.Fprintf(&b, "message %d: %s, sent %v\n", e.Message, strings.Join(e.Fields, " "), e.Sent)
		}
		a.golden(t, string(rule)+" told", b.String())
		check(t, "the completion after its request", fmt.Sprintf("%+v", c), before)
	}
	if *update {
		a.write(t, "testdata/echo.txtar")
	}
}

func TestEchoRule(t *testing.T) {
	for _, test := range []struct {
		e    Endpoint
		want Echo
	}{
		{Endpoint{}, EchoAlways},
		{Endpoint{Provider: "openai"}, EchoAlways},
		{Endpoint{Provider: "moonshot"}, EchoAlways},
		{Endpoint{Provider: "deepseek"}, EchoToolLoop},
		{Endpoint{Provider: "deepseek", Echo: EchoNever}, EchoNever},
		{Endpoint{Provider: "deepseek", Echo: "of a later release"}, EchoToolLoop},
	} {
		check(t, fmt.Sprint(test.e), test.e.EchoRule(), test.want)
	}
}
