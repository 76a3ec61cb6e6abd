package play

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"toolyard/app/chat"
	"toolyard/app/provider"
)

// twoCalls and lastWord are answers of a provider, written for these tests.
const (
	twoCalls = `{"id":"c1","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":null,"note":"kept",` +
		`"tool_calls":[{"id":"a","type":"function","function":{"name":"get_weather","arguments":"{\"location\":\"Paris\"}"}},` +
		`{"id":"b","type":"function","function":{"name":"get_weather","arguments":"{\"location\": \"北京\"}"}}]},"finish_reason":"tool_calls"}]}`
	lastWord = `{"id":"c2","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"Take a jacket."},"finish_reason":"stop"}]}`
	brokeOff = "data: {\"id\":\"c3\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Half a sen\"}}]}\n\n"
)

// real points the playground at an endpoint that a host answers for.
func real() []Msg {
	return []Msg{
		PresetChosen{"custom"}, SettingTyped{BaseURL, "https://a.example/v1"},
		SettingTyped{ModelName, "m"}, KeyTyped{"sk-secret-of-a"}, PromptTyped{"What should I wear?"},
	}
}

func TestLoopThroughTwoCalls(t *testing.T) {
	h := newHost(twoCalls, lastWord)
	s := newStage(h)
	s.do(real()...)
	s.do(Sent{})
	if s.model.Run() != Waiting || len(s.model.Missing()) != 2 {
		t.Fatalf("run %s, missing %v", s.model.Run(), s.model.Missing())
	}
	asking, _ := s.model.Conversation.Asking()
	if want := []string{ResultField(asking.ID, 0)}; !slices.Equal(h.invited, want) || slices.Contains(h.focus, want[0]) {
		t.Errorf("the focus is invited to %v and taken to %v", h.invited, h.focus)
	}
	s.do(Sent{}, ResultsSent{}) // neither goes out while a result is missing
	if len(h.requests) != 1 {
		t.Fatalf("%d requests while results are missing", len(h.requests))
	}
	s.do(ResultTyped{asking.ID, 1, `{"t":2}`}, ResultTyped{asking.ID, 0, `{"t":1}`}, ResultsSent{})
	if s.model.Run() != Idle {
		t.Fatalf("run %s after the last answer", s.model.Run())
	}
	want := `{"role":"tool","tool_call_id":"a","content":"{\"t\":1}"},{"role":"tool","tool_call_id":"b","content":"{\"t\":2}"}`
	if body := compact(h.requests[1].Body); !strings.Contains(body, want) || !strings.Contains(body, `"note":"kept"`) {
		t.Errorf("the second request lacks the results in order, or the unknown field:\n%s", body)
	}
	if got := texts(s.model); got != "What should I wear?||{\"t\":1}|{\"t\":2}|Take a jacket." {
		t.Errorf("conversation %s", got)
	}
}

func compact(body string) string {
	for _, gap := range []string{"\n", "  "} {
		body = strings.ReplaceAll(body, gap, "")
	}
	return strings.ReplaceAll(body, `": `, `":`)
}

// texts is the active path, each message by its text.
func texts(m Model) string {
	var texts []string
	for _, message := range m.Conversation.Messages() {
		switch message := message.(type) {
		case chat.User:
			texts = append(texts, message.Text)
		case chat.Assistant:
			texts = append(texts, message.Text)
		case chat.ToolResult:
			texts = append(texts, message.Text)
		}
	}
	return strings.Join(texts, "|")
}

func TestFailureLeavesTheConversation(t *testing.T) {
	s := newStage(newHost())
	s.do(real()...)
	s.do(Sent{})
	c, ok := s.model.Failure()
	if !ok || s.model.Run() != Failed || c.Error.Kind != provider.KindNetwork {
		t.Fatalf("run %s, failure %+v", s.model.Run(), c.Error)
	}
	s.host.answers = newHost(lastWord).answers
	s.do(Sent{}) // nothing typed: the same question again
	if got := texts(s.model); got != "What should I wear?|Take a jacket." {
		t.Errorf("conversation %s", got)
	}
}

func TestCutStreamStaysIncomplete(t *testing.T) {
	s := newStage(newHost(brokeOff))
	s.do(real()...)
	s.do(Sent{})
	last := s.model.Conversation.Messages()[1].(chat.Assistant)
	if !last.Incomplete || last.Text != "Half a sen" || s.model.Run() != Failed {
		t.Errorf("%+v, run %s", last, s.model.Run())
	}
}

func TestBrokenConnectionStaysIncomplete(t *testing.T) {
	h := newHost()
	h.answers = []Response{{Status: 200, Body: io.NopCloser(io.MultiReader(strings.NewReader(brokeOff), failing{}))}}
	s := newStage(h)
	s.do(real()...)
	s.do(Sent{})
	if c, _ := s.model.Failure(); c.Error == nil || c.Error.Kind != provider.KindStream {
		t.Errorf("failure %+v", c.Error)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("TypeError: network error") }

// TestStoppedDropsWhatComesLate: what arrives after the person stopped an
// answer changes nothing.
func TestStoppedDropsWhatComesLate(t *testing.T) {
	s := newStage(newHost())
	s.do(real()...)
	m, effects := Sent{}.apply(s.model)
	ask := effects[0].(Ask)
	reader := provider.NewReader(dialectOf(t, m), 200, "text/event-stream")
	m, _ = Update(m, ResponseBegan{Completion: ask.Completion, Status: 200})
	m, _ = Update(m, PieceArrived{Completion: ask.Completion, Body: brokeOff, Batch: reader.Feed([]byte(brokeOff))})
	m, _ = Update(m, Stopped{})
	stopped := texts(m)
	m, _ = Update(m, PieceArrived{Completion: ask.Completion, Body: brokeOff})
	m, _ = Update(m, ResponseEnded{Completion: ask.Completion})
	if texts(m) != stopped || stopped != "What should I wear?|Half a sen" || m.Run() != Idle {
		t.Errorf("conversation %q then %q, run %s", stopped, texts(m), m.Run())
	}
	if last := m.Conversation.Messages()[1].(chat.Assistant); !last.Incomplete {
		t.Error("a stopped answer must be marked incomplete")
	}
}

func dialectOf(t *testing.T, m Model) provider.Dialect {
	d, ok := provider.ByName(m.Endpoint.Dialect)
	if !ok {
		t.Fatalf("no dialect %q", m.Endpoint.Dialect)
	}
	return d
}

func TestRevisionBranches(t *testing.T) {
	s := newStage(newHost(twoCalls, lastWord, lastWord, lastWord))
	s.do(real()...)
	s.do(Sent{})
	asking, _ := s.model.Conversation.Asking()
	s.do(ResultTyped{asking.ID, 0, "one"}, ResultTyped{asking.ID, 1, "two"}, ResultsSent{})
	first := s.model.Conversation.Path()[2]
	s.do(RevisionBegan{Node: first.ID}, RevisionTyped{"uno"}, RevisionRun{})
	if got := texts(s.model); got != "What should I wear?||uno|two|Take a jacket." {
		t.Errorf("after a revised result: %s", got)
	}
	if n := len(s.model.Conversation.Siblings(first.ID)); n != 2 {
		t.Errorf("%d siblings, want the old result and the new one", n)
	}
	s.do(RevisionBegan{Node: asking.ID, Call: 1}, RevisionTyped{`{"location":"Rome"}`}, RevisionRun{})
	again, ok := s.model.Conversation.Asking()
	if !ok || again.Message.(chat.Assistant).Calls[0].Arguments != `{"location":"Rome"}` {
		t.Fatalf("revised arguments must wait for results: %+v", again.Message)
	}
	if s.model.Draft(again.ID, 0) != "uno" || s.model.Draft(again.ID, 1) != "two" {
		t.Errorf("drafts %+v", s.model.Drafts)
	}
	s.do(BranchChosen{asking.ID})
	if got := texts(s.model); got != "What should I wear?||uno|two|Take a jacket." {
		t.Errorf("the old branch: %s", got)
	}
}

func TestKeyStaysWithItsOrigin(t *testing.T) {
	h := newHost(lastWord, lastWord, lastWord)
	s := newStage(h)
	s.do(real()...)
	s.do(Sent{})
	s.do(SettingTyped{BaseURL, "https://b.example/v1"}, PromptTyped{"And now?"}, Sent{})
	s.do(SettingTyped{BaseURL, "https://a.example/other"}, PromptTyped{"And now?"}, Sent{})
	var sent []string
	for _, r := range h.requests {
		sent = append(sent, keyOf(r))
	}
	if got := strings.Join(sent, ","); got != "sk-secret-of-a,,sk-secret-of-a" {
		t.Errorf("keys sent: %s", got)
	}
}

// keyOf is the key that a request carries.
func keyOf(r provider.Request) string {
	key := ""
	for _, header := range r.Header {
		key += header.Secret.Reveal()
	}
	return key
}

func TestKeyTypedBeforeTheAddressIsBoundToIt(t *testing.T) {
	h := newHost(lastWord)
	s := newStage(h)
	s.do(PresetChosen{"custom"}, KeyTyped{"sk-early"}, SettingTyped{BaseURL, "https://a.example"}, SettingTyped{ModelName, "m"}, DialogClosed{}, DialogOpened{Name: "setup"}, DialogClosed{}, PromptTyped{"Hi"}, Sent{})
	if len(h.requests) != 1 || keyOf(h.requests[0]) != "sk-early" {
		t.Errorf("requests %v", h.requests)
	}
}

func TestUndoBringsAPlaygroundBack(t *testing.T) {
	s := newStage(newHost(lastWord))
	s.do(real()...)
	s.do(Sent{}, ToolAdded{})
	before := texts(s.model)
	s.do(SampleOpened{"dmxapi"})
	if s.model.Endpoint.Provider != "dmxapi" || texts(s.model) != "" {
		t.Fatalf("the sample is not open: %s %q", s.model.Endpoint.Provider, texts(s.model))
	}
	s.do(Undone{})
	if texts(s.model) != before || s.model.Tools[len(s.model.Tools)-1].Name != "new_tool" {
		t.Errorf("undo brought %q", texts(s.model))
	}
	s.do(Redone{})
	if s.model.Endpoint.Provider != "dmxapi" {
		t.Errorf("redo brought %s", s.model.Endpoint.Provider)
	}
}
