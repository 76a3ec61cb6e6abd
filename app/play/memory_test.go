package play

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"toolyard/app/chat"
	"toolyard/app/provider"
)

// talker goes on talking without a world around it.
type talker struct {
	model Model
	asked string // the last request
}

// do is what Program.Send does; the work that follows is left undone.
func (k *talker) do(msg Msg) []Effect {
	var effects []Effect
	k.model, effects = Update(k.model, msg)
	return effects
}

// turn says something and streams an answer to it, in many small pieces.
func (k *talker) turn(n int) {
	k.do(PromptTyped{fmt.Sprintf("Turn %d: how is the weather in the mountains, and what should I wear there?", n)})
	for _, e := range k.do(Sent{}) {
		if ask, ok := e.(Ask); ok {
			k.answer(ask, fmt.Sprintf("On day %d it rains.", n))
		}
	}
}

func (k *talker) answer(ask Ask, text string) {
	k.asked = ask.Request.Body
	var stream strings.Builder
	for _, word := range append(strings.SplitAfter(text, " "), strings.Split(strings.Repeat("Take a jacket. ", 20), " ")...) {
		fmt.Fprintf(&stream, "data: {\"id\":\"c1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":%q}}]}\n\n", word)
	}
	stream.WriteString("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n")
	k.do(ResponseBegan{ask.Completion, 200, "text/event-stream", "", "", time.Second})
	dialect, _ := provider.ByName(ask.Endpoint.Dialect)
	reader := provider.NewReader(dialect, 200, "text/event-stream")
	for rest := stream.String(); rest != ""; {
		piece := rest[:min(len(rest), 1000)]
		rest = rest[len(piece):]
		k.do(PieceArrived{ask.Completion, strings.Clone(piece), reader.Feed([]byte(piece)), time.Second})
	}
	batch, outcome := reader.End()
	k.do(PieceArrived{ask.Completion, "", batch, time.Second})
	k.do(ResponseEnded{ask.Completion, outcome, time.Second})
}

func newTalker() *talker {
	k := &talker{model: New("en")}
	k.model.Ready = true
	for _, msg := range real() {
		k.do(msg)
	}
	return k
}

// inUse is how many bytes of the heap are in use.
func inUse() int64 {
	var s runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&s)
	return int64(s.HeapAlloc)
}

// written is how many bytes of text a conversation consists of: its messages, and
// the bodies of its answers as they came.
func (k *talker) written() int {
	n := 0
	for _, node := range k.model.Conversation.Nodes() {
		n += chat.Size(node.Message)
	}
	for _, c := range k.model.Completions {
		n += c.Body.Len()
	}
	return n
}

// TestLongTalkWeighsItsTexts: a long conversation takes no more than twice its own
// texts, though each request holds all that was said before. The wire is still
// whole.
func TestLongTalkWeighsItsTexts(t *testing.T) {
	const turns = 300
	k := newTalker()
	for n := range 10 {
		k.turn(n)
	}
	var first string
	for _, c := range k.model.Completions {
		first += c.Request().Body + c.Body.String()
	}
	heap, text := inUse(), k.written()
	for n := range turns {
		k.turn(n)
	}
	grown, said := inUse()-heap, k.written()-text
	t.Logf("%d turns of %d KB take %d KB", turns, said>>10, grown>>10)
	if grown > 2*int64(said) {
		t.Errorf("%d turns of %d KB take %d KB", turns, said>>10, grown>>10)
	}
	var again string
	for _, c := range k.model.Completions[:10] {
		again += c.Request().Body + c.Body.String()
	}
	last := k.model.Completions[turns+9]
	if again != first || last.Request().Body != k.asked || k.asked == "" {
		t.Errorf("the wire changed: %d bytes, then %d", len(first), len(again))
	}
	if events := last.Events(); len(events) != len(last.At) || !strings.Contains(events[0].Data, "On") {
		t.Errorf("%d events, %d times", len(events), len(last.At))
	}
	runtime.KeepAlive(k)
}

// TestClearedTalkIsLetGo: rounds of turns and a new conversation come back to the
// same memory, to a hundredth, once the last ones that can be gone back to are full.
func TestClearedTalkIsLetGo(t *testing.T) {
	k := newTalker()
	round := func() {
		for n := range 5 {
			k.turn(n)
		}
		k.do(ConversationCleared{})
	}
	for range clearedLimit + 2 {
		round()
	}
	before := inUse()
	for range 100 {
		round()
	}
	if after := inUse(); after > before+before/100 {
		t.Errorf("%d KB in use, and after 100 more conversations %d KB", before>>10, after>>10)
	} else {
		t.Logf("%d KB in use, and after 100 more conversations %d KB", before>>10, after>>10)
	}
	if n := len(k.model.Completions); n != 5*clearedLimit {
		t.Errorf("%d completions are kept", n)
	}
	k.turn(1)
	first := k.model.Conversation.Root(k.model.Conversation.Tip())
	if n := len(k.model.Conversation.Siblings(first)); n != clearedLimit+1 {
		t.Errorf("%d conversations", n)
	}
	k.do(BranchChosen{k.model.Conversation.Siblings(first)[0]})
	for _, node := range k.model.Conversation.Path() {
		if c, ok := k.model.Completion(node.Completion); node.Completion != 0 && (!ok || c.Request().Body == "") {
			t.Errorf("message %d has lost its wire", node.ID)
		}
	}
	runtime.KeepAlive(k)
}

// TestReplacedPlaygroundsAreBounded: undo holds no more of replaced playgrounds
// than it may by their bytes, and always the last one.
func TestReplacedPlaygroundsAreBounded(t *testing.T) {
	k := newTalker()
	for n := range 40 {
		k.do(SystemTyped{strings.Repeat("x", n)})
		k.do(PromptTyped{strings.Repeat("word ", 100_000)}) // 500 KB
		k.model = k.model.replaced()
	}
	if n := len(k.model.history.past); n < 10 || n > 40 {
		t.Errorf("%d steps", n)
	}
	k.do(PromptTyped{strings.Repeat("word ", 4_000_000)})
	k.model = k.model.replaced()
	if n := len(k.model.history.past); n != 1 {
		t.Errorf("%d steps", n)
	}
	if k.do(Undone{}); len(k.model.Prompt) != 20_000_000 {
		t.Errorf("the last one was not kept: %d bytes", len(k.model.Prompt))
	}
}

// FuzzSentAfter: what is told by another text is the text, however they differ.
func FuzzSentAfter(f *testing.F) {
	f.Add("", "", "")
	f.Add(`{"messages":["a"],"tools":[]}`, `{"messages":["a","b"],"tools":[]}`, `{"messages":["a","b","京"],"tools":["t"]}`)
	f.Add("京京京", "京亭京", "京")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		var base *sentText
		for i, text := range []string{a, b, c, a + b + c, a + c} {
			base = sentAfter(base, i+1, text)
			if got := base.String(); got != text {
				t.Fatalf("%q, want %q", got, text)
			}
		}
	})
}

// TestLongTalkIsShownInPart: the newest messages are shown, and on demand those
// before them; none begins with a result whose call is not shown.
func TestLongTalkIsShownInPart(t *testing.T) {
	m := New("en")
	for n := range 3 * ShownMost {
		m.Conversation, _ = m.Conversation.Append(chat.User{Text: "a"}, 0)
		m.Conversation, _ = m.Conversation.Append(chat.Assistant{Calls: []chat.ToolCall{{}, {}}}, 0)
		m.Conversation, _ = m.Conversation.Append(chat.ToolResult{}, 0)
		m.Conversation, _ = m.Conversation.Append(chat.ToolResult{}, 0)
		if n%23 != 0 {
			continue
		}
		path, earlier := m.Shown()
		if _, result := path[0].Message.(chat.ToolResult); result || len(path)+earlier != len(m.Conversation.Nodes()) || len(path) > ShownMost {
			t.Fatalf("%d shown, %d earlier, begins with %T", len(path), earlier, path[0].Message)
		}
	}
	for range 12 {
		m, _ = Update(m, EarlierMessagesShown{})
	}
	if path, earlier := m.Shown(); earlier != 0 || len(path) != 12*ShownMost {
		t.Errorf("%d shown, %d earlier", len(path), earlier)
	}
}
