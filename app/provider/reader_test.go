package provider

import (
	"fmt"
	"strings"
	"testing"

	"toolyard/app/chat"
)

func TestContentType(t *testing.T) {
	stream := "data: {\"id\":\"x\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}]}\n\n"
	whole := `{"id":"x","choices":[{"index":0,"message":{"content":"a"},"finish_reason":"stop"}]}`
	for _, test := range []struct {
		contentType, body string
		want              string
	}{
		{"text/event-stream; charset=utf-8", stream, "[]"},
		{"application/json", whole, "[]"},
		{"", stream, "[]"},
		{"text/plain", whole, "[]"},
		{"application/json; charset=utf-8", stream, "[{content-type-disagrees application/json; charset=utf-8 0}]"},
		{"text/event-stream", whole, "[{content-type-disagrees text/event-stream -1}]"},
		{"text/event-stream", `{"error":{"message":"m"}}`, "[]"}, // an error of any form is an error
	} {
		c := recorded{body: []byte(test.body), status: 200, contentType: test.contentType, dialect: ChatTools}
		if got := fmt.Sprint(c.decode(1).Answer.Repairs); got != test.want {
			t.Errorf("%s: repairs %s, want %s", test.contentType, got, test.want)
		}
	}
}

// Deltas arrive with the chunk that holds them, not at the end.
func TestDeltasArriveAtOnce(t *testing.T) {
	r := NewReader(ChatTools, 200, "text/event-stream")
	first := r.Feed([]byte("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: {\"cho"))
	if len(first.Deltas) != 1 || first.Deltas[0].Text != "a" || len(first.Events) != 1 {
		t.Errorf("the first chunk brought %+v", first)
	}
	second := r.Feed([]byte("ices\":[{\"delta\":{\"content\":\"b\"}}]}\n\n"))
	if len(second.Deltas) != 1 || second.Deltas[0].Event != 1 || second.Events[0].Index != 1 {
		t.Errorf("the second chunk brought %+v", second)
	}
}

func TestEventsKnowTheirRepairs(t *testing.T) {
	r := NewReader(ChatTools, 200, "")
	b := r.Feed([]byte("data: nonsense\n\ndata: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":7,\"function\":{\"name\":\"a\",\"arguments\":{}}}]}}]}\n\n"))
	if got := fmt.Sprint(b.Events[0].Rules, b.Events[1].Rules); got != "[event-undecodable] [call-id-not-string arguments-not-string]" {
		t.Errorf("got %s", got)
	}
}

func TestExcerpt(t *testing.T) {
	for _, text := range []string{"", "short", strings.Repeat("晴", 100)} {
		if got := excerpt(text); got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
	if got := excerpt(strings.Repeat("晴", 500)); got != strings.Repeat("晴", 100)+"…" {
		t.Errorf("a long text became %q", got)
	}
}

// FuzzReader holds that no body makes the reader panic, and that where its
// pieces end makes no difference.
func FuzzReader(f *testing.F) {
	for _, path := range []string{"testdata/quirks-calls.txtar", "testdata/quirks-stream.txtar", "testdata/errors.txtar"} {
		a := readArchive(f, path)
		for _, name := range a.names {
			if !strings.HasSuffix(name, ".want") {
				f.Add(string(quirk(name, a.files[name]).body), uint8(7), false)
			}
		}
	}
	f.Fuzz(func(t *testing.T, body string, size uint8, legacy bool) {
		c := recorded{body: []byte(body), status: 200, dialect: ChatTools}
		if legacy {
			c.dialect = ChatFunctions
		}
		whole := c.decode(len(body) + 1)
		sameAnswer(t, "split", whole, c.decode(1+int(size)))
		for _, choice := range whole.Answer.Choices {
			ToolCallsRaw(body, choice)
			for _, d := range Dialects {
				d.(chatDialect).messages([]chat.Message{choice.Message})
			}
		}
	})
}

func BenchmarkReadDeltas(b *testing.B) {
	var body strings.Builder
	for range 5000 {
		body.WriteString(`data: {"id":"x","model":"m","choices":[{"index":0,"delta":{"content":"word "},"finish_reason":null}],"usage":null}` + "\n\n")
	}
	benchmark(b, body.String())
}

func BenchmarkReadLongArguments(b *testing.B) {
	var body strings.Builder
	for range 100_000 {
		body.WriteString(`data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"0123456789"}}]}}]}` + "\n\n")
	}
	benchmark(b, `data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"c","function":{"name":"a"}}]}}]}`+"\n\n"+body.String())
}

// benchmark reads a body as a network brings it: in pieces of 64 KiB.
func benchmark(b *testing.B, body string) {
	c := recorded{body: []byte(body), status: 200, dialect: ChatTools}
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		c.decode(64 << 10)
	}
}
