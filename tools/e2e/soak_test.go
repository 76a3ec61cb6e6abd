package e2e

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"toolyard/tools/weigh"
)

var (
	soakTurns = flag.Int("turns", 30, "`number` of turns of TestSoak")
	soakSeed  = flag.Uint64("seed", 6, "what the faults of TestSoak are drawn from")
)

// soak is one page that is talked with for long, while its endpoint fails at
// random.
type soak struct {
	*Stage
	chance    *rand.Rand
	recording string   // of this turn
	asked     int      // completions of this turn
	healthy   bool     // the last one was whole
	said      []string // by the person, in this conversation
	faults    map[string]int
}

// finals are recordings, each with the text that ends its turn.
var finals = map[string]string{
	"plain":          "Hello. Nothing here needs a tool. 你好。",
	"reasoning":      "18 °C in Beijing.",
	"parallel-calls": "Beijing is 18 °C and dry, Paris 12 °C with rain. Take a light coat, and an umbrella for Paris. 北京干燥，巴黎有雨。",
}

// recast draws what becomes of a completion. One turn asks for no more than a
// few before all goes well.
func (k *soak) recast() string {
	k.asked++
	wear := "none"
	if k.asked < 5 && k.chance.IntN(10) < 6 {
		wear = k.fault()
	}
	kind, _, _ := strings.Cut(wear, "=")
	k.faults[kind]++
	k.healthy = kind != "cut" && kind != "badjson" && kind != "status" && kind != "html"
	if wear == "none" {
		return k.recording
	}
	return k.recording + "?" + wear
}

func (k *soak) fault() string {
	n := k.chance.IntN
	return []string{
		fmt.Sprintf("cut=%d", n(1500)),
		"status=429",
		"status=500",
		"html",
		fmt.Sprintf("badjson=%d", 1+n(4)),
		fmt.Sprintf("delay=%dms", n(400)),
		fmt.Sprintf("pace=%dms", n(40)),
		fmt.Sprintf("chunk=%d", 1+n(60)),
	}[n(8)]
}

// turn says something and goes on until the turn is over.
func (k *soak) turn(n int) error {
	names := []string{"plain", "reasoning", "parallel-calls"}
	k.recording, k.asked = names[k.chance.IntN(len(names))], 0
	text := fmt.Sprintf("Turn %d: how is the weather?", n)
	k.said = append(k.said, text)
	err := k.run("fill prompt "+text, "press send")
	for err == nil {
		var state string
		if state, err = k.rest(); err != nil {
			break
		}
		switch state {
		case "waiting":
			err = k.answer()
		case "failed":
			err = k.onceMore()
		default:
			return k.check()
		}
	}
	return fmt.Errorf("turn %d (%s, %d asked): %w", n, k.recording, k.asked, err)
}

// rest waits until nothing arrives any more.
func (k *soak) rest() (state string, err error) {
	_, err = k.the(Target{{id: "app"}}, func(e Element) error {
		if state = e.State["run"]; state == "streaming" {
			return fmt.Errorf("an answer arrives without an end")
		}
		return nil
	})
	return state, err
}

// answer gives every call its result.
func (k *soak) answer() error {
	fields, err := k.Page.Look("tool-result")
	for i := range fields {
		if err == nil {
			err = k.run(fmt.Sprintf("fill tool-result[%d] {\"temp\": %d}", i+1, i))
		}
	}
	if err != nil {
		return err
	}
	return k.run("press results-send")
}

// onceMore asks again: for what got no answer, or for what came in part.
func (k *soak) onceMore() error {
	send, err := k.the(Target{{id: "send"}}, anyhow)
	if err != nil {
		return err
	}
	if !send.Disabled {
		return k.run("press send")
	}
	buttons, err := k.Page.Look("message-rerun")
	if err != nil {
		return err
	}
	return k.run(fmt.Sprintf("press message-rerun[%d]", len(buttons)))
}

// check looks for what was said, and for the answer where it came whole. Of a long
// conversation the page shows the newest messages.
func (k *soak) check() error {
	all, err := k.Page.Look("message", "message-text", "messages-earlier")
	if err != nil {
		return err
	}
	var said []string
	want, last := k.said, ""
	for i, e := range all {
		switch {
		case e.ID == "messages-earlier":
			want = nil
		case e.ID == "message" && e.State["role"] == "user":
			said = append(said, textIn(all, i, "message-text"))
		case e.ID == "message" && e.State["role"] == "assistant":
			last = textIn(all, i, "message-text")
		}
	}
	if want == nil && len(said) <= len(k.said) {
		want = k.said[len(k.said)-len(said):]
	}
	if !slices.Equal(said, want) {
		return fmt.Errorf("the person's messages are %q, want %q", said, want)
	}
	if k.healthy && last != finals[k.recording] {
		return fmt.Errorf("the answer is %q, want %q", last, finals[k.recording])
	}
	return nil
}

// whole shows every message of a long conversation, and looks for what was said.
func (k *soak) whole() error {
	for {
		more, err := k.Page.Look("messages-earlier")
		if err == nil && len(more) > 0 {
			err = k.run("press messages-earlier")
		}
		if err != nil || len(more) == 0 {
			return errors.Join(err, k.check())
		}
	}
}

// again reloads the page, which must keep the conversation.
func (k *soak) again() error {
	before, err := Talk(k.Page)
	if err != nil {
		return err
	}
	if err := k.Page.Reload(); err != nil {
		return err
	}
	return eventually(func() error {
		after, err := Talk(k.Page)
		if err != nil {
			return err
		}
		return same("conversation after a reload", after, before)
	})
}

// newSoak opens a page and points it at an endpoint that fails at random.
func newSoak(t *testing.T) (*soak, *BrowserPage) {
	t.Helper()
	p := openWeighed(t)
	stage := staged(t, p)
	k := &soak{Stage: stage, chance: rand.New(rand.NewPCG(*soakSeed, 0)), faults: map[string]int{}}
	stage.Endpoint.Recast = k.recast
	if err := k.run("empty", "tool get_weather", "endpoint soak sk-none"); err != nil {
		t.Fatal(err)
	}
	return k, p
}

// goneBackTo is how many conversations that were cleared can be gone back to; the
// page holds no more than those (app/play/cleared.go).
const goneBackTo = 10

// TestSoak talks with an endpoint that cuts streams, refuses, answers malformed
// JSON and is slow, all at random: no message is lost, nothing is written to the
// console, and memory is flat once the conversations that can be gone back to are
// there.
func TestSoak(t *testing.T) {
	length := max(2, min(10, *soakTurns/(goneBackTo+5))) // turns of a conversation
	reload := 3*length + length/2                        // early: what the program's memory was before is gone then
	k, p := newSoak(t)
	var weights []weigh.Weight
	for n := 1; n <= *soakTurns; n++ {
		err := k.turn(n)
		if n == reload && err == nil {
			err = k.again()
		}
		if n%length == 0 && err == nil {
			err = k.run("press conversation-new")
			k.said = nil
			if n/length > goneBackTo/2 {
				weights = append(weights, weighed(t, p))
				t.Logf("%4d turns: %v", n, weights[len(weights)-1])
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("faults: %v", k.faults)
	flat(t, weights, goStep)
	if err := errors.Join(k.turn(*soakTurns+1), k.again()); err != nil {
		t.Error(err)
	}
	faultless(t, p)
}

// What a conversation that goes on may add to the program: ten times its texts (as
// the messages and the answers on the wire came, each kept once; Go's collector
// lets the heap grow to five times what is in use), and while all of it is shown,
// what its messages take on the page.
const (
	perText    = 10.0
	perMessage = 0.25 // MB
	shownMost  = 400  // messages (play.ShownMost)
)

// TestSoakLong goes on with one conversation: no message is lost, none of the wire
// either, and memory grows by no more than the texts themselves, in proportion.
func TestSoakLong(t *testing.T) {
	k, p := newSoak(t)
	var first, last weigh.Weight
	said, messages := 0, 0
	for n := 1; n <= *soakTurns; n++ {
		if err := k.turn(n); err != nil {
			t.Fatal(err)
		}
		if n == max(*soakTurns/10, 3) {
			first, said = weighed(t, p), k.Endpoint.Written()
			t.Logf("%4d turns: %v", n, first)
		}
		if n%max(*soakTurns/10, 10) == 0 {
			last, messages = weighed(t, p), n*4
			t.Logf("%4d turns: %v; %.2f MB written", n, last, float64(k.Endpoint.Written()-said)/1e6)
		}
	}
	texts := float64(k.Endpoint.Written()-said) / 1e6
	if may := 4 + perText*texts + perMessage*float64(min(messages, shownMost)); last.Program > first.Program+may {
		t.Errorf("%.2f MB of texts made the program grow by %.1f MB, and may by %.1f", texts, last.Program-first.Program, may)
	}
	if last.Script > first.Script*1.05+2 {
		t.Errorf("the heap of JavaScript grows: %v, then %v", first, last)
	}
	if err := k.whole(); err != nil {
		t.Error(err)
	}
	t.Logf("faults: %v", k.faults)
	faultless(t, p)
}
