package provider

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
	"toolyard/app/schema"
	"toolyard/app/tool"
)

const testKey = Secret("sk-no-key-0123456789")

func weather() tool.Tool {
	return tool.Tool{Name: "get_weather", Description: "Weather of a city", Parameters: schema.Read(`{
  "type": "object",
  "properties": {"city": {"type": "string"}, "day": {"type": "number", "maximum": 1e2, "x-unknown": [1.0]}},
  "required": ["city"]
}`)}
}

// full is a completion that uses everything a dialect can say.
func full(dialect Dialect) Completion {
	c := Completion{
		Endpoint: Endpoint{BaseURL: "https://api.example.com/v1/", Auth: AuthBearer, Dialect: dialect.Name(), Model: " m-1 "},
		Key:      testKey,
		Options: Options{Stream: "true", Temperature: " 0.70 ", MaxTokens: "100", ToolChoice: "tool:get_weather",
			Extra: `{"seed": 12345678901234567890, "stream": false, "stop": ["a" , "b"]}`},
		Tools: []tool.Tool{weather(), {Name: "now"}},
		Messages: []chat.Message{
			chat.System{Text: "Be \"brief\"."},
			chat.User{Text: "晴 <b>&</b>\n\u2028"},
			chat.Assistant{
				Content: chat.ContentNull,
				Calls: []chat.ToolCall{
					{ID: "c1", Name: "get_weather", Arguments: "\n{\"city\": \"A\", \"n\": 12345678901234567890}",
						Extra: []chat.Member{{Name: "extra_content", Raw: `{"google":{"thought_signature":"s"}}`}}},
					{ID: "call_2", Synthetic: true, Name: "now", Function: []chat.Member{{Name: "call_id", Raw: "null"}}},
				},
				Extra: []chat.Member{{Name: "reasoning_content", Raw: `"wh\u0079"`}, {Name: "refusal", Raw: "null"}},
			},
			chat.ToolResult{CallID: "c1", Name: "get_weather", Text: `{"t": 18.0}`},
			chat.ToolResult{CallID: "call_2", Name: "now", Text: ""},
			chat.Assistant{Content: chat.ContentText, Text: "18°"},
			chat.User{Text: "And in parts?"},
			chat.Assistant{Content: chat.ContentParts, Text: "p", Parts: `[{"type":"text","text":"p"}]`},
			chat.Assistant{Content: chat.ContentAbsent, Calls: []chat.ToolCall{{ID: "c3", Name: "now", Arguments: "{}"}}},
			chat.ToolResult{CallID: "c3", Name: "now", Text: "12:00"},
		},
	}
	if dialect == ChatTools {
		c.Tools[1].Strict = true
		c.Options.ParallelToolCalls = "false"
	}
	return c
}

func TestRequest(t *testing.T) {
	for _, dialect := range Dialects {
		t.Run(dialect.Name(), func(t *testing.T) {
			path := "testdata/request-" + dialect.Name() + ".txtar"
			a := readArchive(t, path)
			plain := full(dialect)
			plain.Key, plain.Endpoint.Auth, plain.Options, plain.Tools = "", AuthRaw, Options{}, nil
			plain.Messages = plain.Messages[1:2]
			for _, test := range []struct {
				name string
				c    Completion
			}{{"everything.http", full(dialect)}, {"nothing-set.http", plain}} {
				r, err := dialect.Request(test.c)
				if err != nil {
					t.Fatal(err)
				}
				if !jsondoc.Parse(r.Body).OK() {
					t.Errorf("the body is not JSON: %s", r.Body)
				}
				// For the eye, the golden file has one line a message and a tool.
				shown := strings.NewReplacer(`},{"role"`, "},\n {\"role\"", `,"tool_choice"`, ",\n\"tool_choice\"",
					`,"tools"`, ",\n\"tools\"", `,"functions"`, ",\n\"functions\"").Replace(r.HTTP())
				a.golden(t, test.name, shown+"\n")
				if strings.Contains(r.HTTP(), testKey.Reveal()) {
					t.Error("the key is shown")
				}
			}
			if *update {
				a.write(t, path)
			}
		})
	}
}

func TestHeaders(t *testing.T) {
	want := map[AuthStyle]string{
		AuthBearer: "Authorization: Bearer •••\n", AuthRaw: "Authorization: •••\n", AuthXAPIKey: "x-api-key: •••\n",
		AuthGoogle: "x-goog-api-key: •••\n", AuthAPIKey: "api-key: •••\n", AuthNone: "",
	}
	for _, style := range AuthStyles {
		c := full(ChatTools)
		c.Endpoint.Auth = style
		r, err := ChatTools.Request(c)
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := strings.Cut(r.HTTP(), "\n\n")
		_, head, _ = strings.Cut(head, "\n")
		if got := head + "\n"; got != "Content-Type: application/json\n"+want[style] {
			t.Errorf("%s: %q", style, got)
		}
		for _, h := range r.Header[1:] {
			if h.Secret.Reveal() != testKey.Reveal() {
				t.Errorf("%s: the request has no key", style)
			}
		}
	}
}

func TestWhatCanNotBeSent(t *testing.T) {
	tests := []struct {
		name    string
		dialect Dialect
		change  func(*Completion)
		want    string // field, rule, detail
	}{
		{"no base URL", ChatTools, func(c *Completion) { c.Endpoint.BaseURL = " " }, "base-url address-missing "},
		{"no model", ChatTools, func(c *Completion) { c.Endpoint.Model = " " }, "model model-missing "},
		{"temperature", ChatTools, func(c *Completion) { c.Options.Temperature = "0,7" }, "temperature number-invalid 0,7"},
		{"temperature as text", ChatTools, func(c *Completion) { c.Options.Temperature = `"1"` }, `temperature number-invalid "1"`},
		{"max tokens", ChatTools, func(c *Completion) { c.Options.MaxTokens = "1e3" }, "max-tokens integer-invalid 1e3"},
		{"max tokens 0", ChatTools, func(c *Completion) { c.Options.MaxTokens = "0" }, "max-tokens integer-invalid 0"},
		{"extra", ChatTools, func(c *Completion) { c.Options.Extra = "{" }, "extra-body json-invalid "},
		{"extra array", ChatTools, func(c *Completion) { c.Options.Extra = "[]" }, "extra-body object-expected "},
		{"tool name", ChatTools, func(c *Completion) { c.Tools[0].Name = "" }, "tool-name name-missing "},
		{"schema", ChatTools, func(c *Completion) { c.Tools[0].Parameters = schema.Read("{") }, "schema-json json-invalid get_weather"},
		{"schema true", ChatTools, func(c *Completion) { c.Tools[0].Parameters = schema.Read("true") }, "schema-json object-expected get_weather"},
		{"choice", ChatTools, func(c *Completion) { c.Options.ToolChoice = "any" }, "tool-choice choice-unknown any"},
		{"choice of a missing tool", ChatTools, func(c *Completion) { c.Options.ToolChoice = "tool:x" }, "tool-choice choice-tool-absent x"},
		{"parallel", ChatTools, func(c *Completion) { c.Options.ParallelToolCalls = "no" }, "parallel-tool-calls truth-invalid no"},
		{"required in functions", ChatFunctions, func(c *Completion) { c.Options.ToolChoice = "required" }, "tool-choice choice-unsupported required"},
		{"parallel in functions", ChatFunctions, func(c *Completion) { c.Options.ParallelToolCalls = "true" }, "parallel-tool-calls parallel-unsupported "},
		{"strict in functions", ChatFunctions, func(c *Completion) { c.Tools[0].Strict = true }, "tool-strict strict-unsupported get_weather"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := full(test.dialect)
			test.change(&c)
			_, err := test.dialect.Request(c)
			var fault *FieldError
			if !errors.As(err, &fault) {
				t.Fatalf("got %v", err)
			}
			if got := fmt.Sprint(fault.Field, " ", fault.Rule, " ", fault.Detail); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestToolChoice(t *testing.T) {
	tests := []struct {
		dialect      Dialect
		choice, want string
	}{
		{ChatTools, "", ""},
		{ChatTools, "auto", `"tool_choice":"auto"`},
		{ChatTools, "none", `"tool_choice":"none"`},
		{ChatTools, "required", `"tool_choice":"required"`},
		{ChatTools, "tool:now", `"tool_choice":{"type":"function","function":{"name":"now"}}`},
		{ChatFunctions, "", ""},
		{ChatFunctions, "auto", `"function_call":"auto"`},
		{ChatFunctions, "none", `"function_call":"none"`},
		{ChatFunctions, "tool:now", `"function_call":{"name":"now"}`},
	}
	for _, test := range tests {
		c := full(test.dialect)
		c.Messages = c.Messages[:1]
		c.Options = Options{ToolChoice: test.choice}
		r, err := test.dialect.Request(c)
		if err != nil {
			t.Fatal(err)
		}
		doc := jsondoc.Parse(r.Body)
		body := jsondoc.Compact(doc, doc.Root)
		chosen := strings.Contains(body, "tool_choice") || strings.Contains(body, "function_call")
		if chosen != (test.want != "") || !strings.Contains(body, test.want) {
			t.Errorf("%s %q: %s", test.dialect.Name(), test.choice, body)
		}
	}
}

// An edit may leave a call without its result: what there is is still shown.
func TestFunctionsWithMissingResults(t *testing.T) {
	calls := chat.Assistant{Content: chat.ContentNull, Calls: []chat.ToolCall{{Name: "a", Arguments: "{}"}, {Name: "b", Arguments: "{}"}}}
	d := ChatFunctions.(chatDialect)
	for _, test := range []struct {
		messages []chat.Message
		want     string
	}{
		{[]chat.Message{calls}, "assistant assistant"},
		{[]chat.Message{calls, chat.ToolResult{Name: "a"}}, "assistant function assistant"},
		{[]chat.Message{calls, chat.ToolResult{Name: "a"}, chat.ToolResult{Name: "b"}, chat.ToolResult{Name: "c"}},
			"assistant function assistant function function"},
		{[]chat.Message{calls, chat.User{}}, "assistant assistant user"},
		{[]chat.Message{chat.ToolResult{Name: "a"}}, "function"},
	} {
		var roles []string
		for _, m := range d.messages(test.messages) {
			doc := jsondoc.Parse(m)
			roles = append(roles, str(doc, doc.Root.Get("role")))
		}
		if got := strings.Join(roles, " "); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}

// TestIncompleteMessageGoesBack: what came of a message that was stopped or cut
// is sent back, and nothing is sent of one that said nothing.
func TestIncompleteMessageGoesBack(t *testing.T) {
	for _, tt := range []struct {
		message chat.Assistant
		sent    int
	}{
		{chat.Assistant{Incomplete: true, Reasoning: "Hm"}, 2},
		{chat.Assistant{Incomplete: true, Content: chat.ContentText, Text: "Half"}, 3},
		{chat.Assistant{Incomplete: true, Calls: []chat.ToolCall{{ID: "a"}}}, 3},
		{chat.Assistant{Content: chat.ContentNull}, 3},
	} {
		messages := []chat.Message{chat.User{}, tt.message, chat.User{}}
		for _, d := range Dialects {
			if got := d.(chatDialect).messages(messages); len(got) != tt.sent {
				t.Errorf("%s: %+v is sent as %s", d.Name(), tt.message, got)
			}
		}
	}
}

func TestToolCallsRaw(t *testing.T) {
	whole := `{"id":"x","model":"m","choices":[{"index":0,"message":{"tool_calls": [ {"id":"c1","function":{"name":"a","arguments":"{}"}} ]}},` +
		`{"index":1,"message":{"function_call": {"name":"b","arguments":""}}},{"index":2,"message":{"content":"c"}}]}`
	r := NewReader(ChatTools, 200, "")
	r.Feed([]byte(whole))
	batch, _ := r.End()
	answer := chat.Answer{}.Add(batch.Deltas...)
	for i, want := range []string{
		` [ {"id":"c1","function":{"name":"a","arguments":"{}"}} ]`[1:], `{"name":"b","arguments":""}`, "",
	} {
		if got := ToolCallsRaw("\ufeff "+whole, answer.Choices[i]); got != want {
			t.Errorf("choice %d: got %s, want %s", i, got, want)
		}
	}
	streamed := chat.Choice{Message: chat.Assistant{Calls: []chat.ToolCall{
		{ID: "c1", Name: "a", Arguments: `{"x":1}`}, {ID: "call_2", Synthetic: true, Name: "b"}}}}
	want := `[{"id":"c1","type":"function","function":{"name":"a","arguments":"{\"x\":1}"}},{"type":"function","function":{"name":"b","arguments":""}}]`
	if got := ToolCallsRaw("data: {}", streamed); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	streamed.Message.Calls = []chat.ToolCall{{Legacy: true, Name: "a", Arguments: "{}"}}
	if got := ToolCallsRaw("data: {}", streamed); got != `{"name":"a","arguments":"{}"}` {
		t.Errorf("legacy: %s", got)
	}
}
