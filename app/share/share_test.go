package share

import (
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
	"toolyard/app/provider"
	"toolyard/app/schema"
	"toolyard/app/tool"
)

// full is a snapshot with something in every field.
func full() Snapshot {
	return Snapshot{
		Title:  "Wetter & <Mode>",
		System: "Be brief.\n\u202eRight to left",
		Prompt: "明天去北京和 Paris，该穿什么？\u0000",
		Endpoint: provider.Endpoint{
			Provider: "dmxapi", BaseURL: "https://www.dmxapi.cn/v1/", Auth: provider.AuthRaw,
			Dialect: "chat-functions", Model: "gpt-5-mini", Echo: provider.EchoNever,
		},
		Options: provider.Options{
			Stream: "true", Temperature: "1e0", MaxTokens: "16384", ToolChoice: "tool:get weather",
			ParallelToolCalls: "false", Extra: `{ "top_p": 1.0 }`,
		},
		Tools: []tool.Tool{
			{ID: 1, Name: "get weather\u2066", Description: "天气", Parameters: schema.Read("{\n  \"type\": \"object\",\n  \"maximum\": 12345678901234567890123\n}"), Strict: true},
			{ID: 7, Parameters: schema.Read("{\"b\":1, \"b\":2"), Off: true},
			{ID: 3, Name: "x", Parameters: schema.Read(`"a string"`)},
			{ID: 4, Name: "x", Parameters: schema.Read("{}")},
			{ID: 5, Name: "x", Parameters: schema.Read("{ }")},
		},
		Nodes: []chat.Node{
			{ID: 1, Message: chat.User{Text: "hi"}},
			{ID: 2, Parent: 1, Completion: 1, Message: chat.Assistant{
				Content: chat.ContentNull, Reasoning: "because", Refusal: "no",
				Calls: []chat.ToolCall{
					{ID: "call_1", Name: "get_weather", Arguments: `{"city": "北京"`,
						Extra:    []chat.Member{{Name: "index", Raw: "0"}, {Name: "extra_content", Raw: `{ "google": 1.0 }`}},
						Function: []chat.Member{{Name: "x", Raw: `"\ud800"`}}},
					{Synthetic: true, Legacy: true},
				},
				Extra: []chat.Member{{Name: "reasoning_content", Raw: `"because"`}, {Name: "a", Raw: `{"b":[1e400]}`}, {Name: "a", Raw: "null"}},
			}},
			{ID: 3, Parent: 2, Message: chat.ToolResult{CallID: "call_1", Name: "get_weather", Text: `{"t":18}`}},
			{ID: 5, Parent: 3, Completion: 4, Message: chat.Assistant{Content: chat.ContentText}},
			{ID: 6, Parent: 1, Completion: 2, Message: chat.Assistant{Content: chat.ContentParts, Text: "ab", Parts: `[{"type":"text","text":"a"}]`}},
			{ID: 7, Parent: 1, Completion: 9, Message: chat.Assistant{Content: chat.ContentParts, Parts: `[ 1 ]`}},
			{ID: 8, Parent: 0, Completion: 3, Message: chat.Assistant{Text: "said without content", Incomplete: true}},
			{ID: 9, Parent: 8, Completion: 2, Message: chat.System{Text: "s"}},
		},
		Tip: 5,
	}
}

func TestRoundTrip(t *testing.T) {
	snapshots := map[string]Snapshot{
		"nothing":  {},
		"full":     full(),
		"no tip":   {Nodes: []chat.Node{{ID: 4, Message: chat.User{}}}},
		"defaults": {Endpoint: provider.Endpoint{Provider: "custom", Auth: "bearer", Dialect: "chat-tools"}},
		"no auth":  {Endpoint: provider.Endpoint{Model: "m"}},
		"deep":     {Tools: []tool.Tool{{ID: 1, Parameters: schema.Read(deep(508))}}},
	}
	for name, want := range snapshots {
		t.Run(name, func(t *testing.T) {
			text := Marshal(want)
			if !jsondoc.Parse(text).OK() {
				t.Fatalf("not JSON: %s", text)
			}
			got, err := Unmarshal(text)
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("file: %v\n got %+v\nwant %+v\n%s", err, got, want, text)
			}
			link, err := Encode(want)
			if err != nil {
				t.Fatal(err)
			}
			if got, err = Decode(link); err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("link: %v\n got %+v\nwant %+v", err, got, want)
			}
		})
	}
}

// deep is an indented object that nests to a depth.
func deep(levels int) string {
	d := jsondoc.Parse(strings.Repeat(`{"a":`, levels) + "1" + strings.Repeat("}", levels))
	return jsondoc.Indent(d, d.Root, "", "  ")
}

// A person may lay a file out as they like: foreign texts stay what they were.
func TestLayoutDoesNotMatter(t *testing.T) {
	d := jsondoc.Parse(Marshal(full()))
	got, err := Unmarshal(jsondoc.Indent(d, d.Root, "", "\t"))
	if err != nil || !reflect.DeepEqual(got, full()) {
		t.Errorf("%v\n got %+v\nwant %+v", err, got, full())
	}
}

func TestUnmarshalFaults(t *testing.T) {
	tests := []struct {
		text, pointer string
		fault         error
	}{
		{`{"toolyard":1`, "", ErrCorrupt},
		{``, "", ErrCorrupt},
		{`[]`, "", ErrForeign},
		{`{"openapi":"3.0.0"}`, "", ErrForeign},
		{`{"toolyard":2,"title":5}`, "", ErrVersion},
		{`{"toolyard":0}`, "/toolyard", ErrCorrupt},
		{`{"toolyard":"1"}`, "/toolyard", ErrCorrupt},
		{`{"toolyard":1,"title":5}`, "/title", ErrCorrupt},
		{`{"toolyard":1,"endpoint":{"url":null}}`, "/endpoint/url", ErrCorrupt},
		{`{"toolyard":1,"options":{"stream":"true"}}`, "/options/stream", ErrCorrupt},
		{`{"toolyard":1,"tools":{}}`, "/tools", ErrCorrupt},
		{`{"toolyard":1,"tools":[{},"x"]}`, "/tools/1", ErrCorrupt},
		{`{"toolyard":1,"tools":[{"parameters":[]}]}`, "/tools/0/parameters", ErrCorrupt},
		{`{"toolyard":1,"tools":[{},{"id":1}]}`, "/tools/1", ErrCorrupt},
		{`{"toolyard":1,"tools":[{"id":-1}]}`, "/tools/0/id", ErrCorrupt},
		{`{"toolyard":1,"tools":[{"id":1.5}]}`, "/tools/0/id", ErrCorrupt},
		{`{"toolyard":1,"tools":[` + strings.Repeat("{},", 1000) + `{}]}`, "/tools", ErrTooLarge},
		{`{"toolyard":1,"messages":[` + strings.Repeat("{},", 10000) + `{}]}`, "/messages", ErrTooLarge},
		{`{"toolyard":1,"messages":[{"role":"developer"}]}`, "/messages/0/role", ErrCorrupt},
		{`{"toolyard":1,"messages":[{"role":"user","parent":3}]}`, "/messages/0/parent", ErrCorrupt},
		{`{"toolyard":1,"messages":[{"role":"user"},{"role":"user","id":1}]}`, "/messages/1", ErrCorrupt},
		{`{"toolyard":1,"messages":[{"role":"assistant","content":5}]}`, "/messages/0/content", ErrCorrupt},
		{`{"toolyard":1,"messages":[{"role":"assistant","extra":[["a"]]}]}`, "/messages/0/extra/0", ErrCorrupt},
		{`{"toolyard":1,"tip":4}`, "/tip", ErrCorrupt},
		{`{"toolyard":1,"x":` + strings.Repeat("[", 600) + strings.Repeat("]", 600) + `}`, "", ErrTooLarge},
	}
	for _, test := range tests {
		_, err := Unmarshal(test.text)
		var e *Error
		if !errors.As(err, &e) || !errors.Is(err, test.fault) || e.Pointer != test.pointer {
			t.Errorf("%.60s: got %v, want %v at %q", test.text, err, test.fault, test.pointer)
		}
	}
}

// TestFieldsAreKnown fails where a type has grown: write and read the new field,
// put it into the grammar, set it in full, then raise the number.
func TestFieldsAreKnown(t *testing.T) {
	for _, test := range []struct {
		of     any
		fields int
	}{
		{Snapshot{}, 8}, {tool.Tool{}, 6}, {provider.Endpoint{}, 6}, {provider.Options{}, 6},
		{chat.Node{}, 4}, {chat.System{}, 1}, {chat.User{}, 1}, {chat.ToolResult{}, 3},
		{chat.Assistant{}, 8}, {chat.ToolCall{}, 8}, // its slot matters to a stream only
	} {
		if of := reflect.TypeOf(test.of); of.NumField() != test.fields {
			t.Errorf("%v has %d fields, share knows %d", of, of.NumField(), test.fields)
		}
	}
}

func TestUnknownFieldsAreIgnored(t *testing.T) {
	got, err := Unmarshal(`{"toolyard":1,"future":[{}],"title":"T","tools":[{"name":"a","color":1}]}`)
	if err != nil || got.Title != "T" || got.Tools[0].Name != "a" {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestSetup(t *testing.T) {
	s := Setup(full())
	if s.Nodes != nil || s.Tip != 0 || s.Prompt != "hi" || len(s.Tools) != 5 {
		t.Errorf("got %+v", s)
	}
	if s := Setup(Snapshot{Prompt: "typed"}); s.Prompt != "typed" {
		t.Errorf("the prompt became %q", s.Prompt)
	}
}

// Conventional files stay free of what can be left out.
func TestMarshalLeavesDefaultsOut(t *testing.T) {
	s := Snapshot{Nodes: []chat.Node{
		{ID: 1, Message: chat.User{Text: "a"}},
		{ID: 2, Parent: 1, Completion: 1, Message: chat.Assistant{Content: chat.ContentNull, Calls: []chat.ToolCall{{ID: "c", Name: "f", Arguments: "{}"}}}},
		{ID: 3, Parent: 2, Message: chat.ToolResult{CallID: "c", Name: "f", Text: "1"}},
		{ID: 4, Parent: 3, Completion: 2, Message: chat.Assistant{Content: chat.ContentText, Text: "b"}},
	}, Tip: 4}
	want := `{"toolyard":1,"messages":[{"role":"user","content":"a"},` +
		`{"role":"assistant","content":null,"tool_calls":[{"id":"c","name":"f","arguments":"{}"}]},` +
		`{"role":"tool","tool_call_id":"c","name":"f","content":"1"},{"role":"assistant","content":"b"}]}`
	if got := Marshal(s); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestReason(t *testing.T) {
	seen := map[string]bool{}
	for _, fault := range []error{ErrForeign, ErrVersion, ErrCut, ErrDamaged, ErrTooLarge, ErrCorrupt} {
		id := Reason(&Error{Fault: fault})
		if id == "" || seen[id] {
			t.Errorf("%v has the id %q", fault, id)
		}
		seen[id] = true
	}
	if Reason(nil) != "" {
		t.Error("no error has a reason")
	}
}

func readFile(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
