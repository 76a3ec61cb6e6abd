package play

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"toolyard/app/chat"
	"toolyard/app/provider"
	"toolyard/app/share"
)

// at makes the address of a host end in a query.
func (h *fakeHost) at(query string) *fakeHost { h.address = query; return h }

func TestFrameOf(t *testing.T) {
	for _, test := range []struct {
		query  string
		framed bool
		want   Frame
	}{
		{"", false, Whole}, {"?fresh", false, Whole}, {"?embed=0", false, Whole}, {"?run=1", false, Whole},
		{"?embed=1", false, ReadOnly}, {"?x=2&embed=1", true, ReadOnly}, {"?embed=1&run=1", true, Runnable},
		{"", true, ReadOnly}, // somebody put the whole page into theirs
		{"?fresh", true, ReadOnly},
	} {
		h := newHost().at(test.query)
		h.framed = test.framed
		if got := FrameOf(h); got != test.want {
			t.Errorf("%q, framed %v: %q, want %q", test.query, test.framed, got, test.want)
		}
	}
	if FrameOf(nil) != Whole {
		t.Error("no host is a frame")
	}
}

// theirs is a session that a link of somebody's holds.
func theirs() share.Snapshot {
	return share.Snapshot{
		Title: "Theirs", Prompt: "And tomorrow?",
		Endpoint: provider.Endpoint{Provider: "custom", BaseURL: "https://llm.example/v1", Model: "m", Auth: provider.AuthBearer, Dialect: "chat-tools"},
		Nodes:    []chat.Node{{ID: 1, Message: chat.User{Text: "Hello"}}}, Tip: 1,
	}
}

// framed starts a page in a frame, with a person's work and key on the device.
func framedPage(t *testing.T, query string) (*fakeHost, *Runner, *Model) {
	t.Helper()
	fragment, err := share.Encode(theirs())
	if err != nil {
		t.Fatal(err)
	}
	h := newHost().at(query)
	h.fragment = fragment
	h.kept[Device][keyPlayground] = share.Marshal(share.Snapshot{Title: "Mine"})
	h.kept[Device][keyKeys] = `{"https://llm.example":"sk-none"}`
	h.kept[Tab][keyKeys] = `{"https://llm.example":"sk-none"}`
	frame := FrameOf(h)
	m := New("en").In(frame)
	var r *Runner
	posted := make(chan Msg, 100)
	r = NewRunner(frame.Bound(h), func(msg Msg) { posted <- msg })
	Start{}.perform(context.Background(), r)
	m, effects := Update(m, <-posted)
	for _, e := range effects {
		e.perform(context.Background(), r)
	}
	return h, r, &m
}

// TestFrameHasNoKeyAndNoMemory: nothing of the person's gets into a frame, and
// nothing of a frame gets out.
func TestFrameHasNoKeyAndNoMemory(t *testing.T) {
	for query, want := range map[string]Frame{"?embed=1": ReadOnly, "?embed=1&run=1": Runnable} {
		h, r, m := framedPage(t, query)
		if m.View.Frame != want || m.Title != "Theirs" || m.Offer != nil || len(m.Keys) > 0 || !m.Ready {
			t.Errorf("%s: frame %q, title %q, offer %v, %d keys", query, m.View.Frame, m.Title, m.Offer, len(m.Keys))
		}
		if simulated := m.Endpoint.Simulated(); simulated != (want == Runnable) {
			t.Errorf("%s: simulated %v", query, simulated)
		}
		before := len(h.kept[Device]) + len(h.kept[Tab])
		next, effects := Update(*m, PromptTyped{"Mine"})
		for _, e := range effects {
			if _, saves := e.(Save); saves {
				t.Errorf("%s: it saves", query)
			}
		}
		for _, e := range []Effect{Save{kept: next.kept()}, KeepKeys{At: Device}, ClearFragment{}} {
			if n, ok := e.(noted); ok {
				n.note(r)
			}
			e.perform(context.Background(), r)
		}
		r.Leave()
		if len(h.kept[Device])+len(h.kept[Tab]) != before || len(h.jotted) > 0 || !strings.Contains(h.kept[Device][keyPlayground], "Mine") {
			t.Errorf("%s: what was kept has changed: %v %v", query, h.kept, h.jotted)
		}
		if h.fragment == "" {
			t.Errorf("%s: the link is gone from the address", query)
		}
		if _, err := frameHost(h).Send(context.Background(), provider.Request{}); err == nil || len(h.requests) > 0 {
			t.Errorf("%s: it sends", query)
		}
		if after, _ := Update(*m, TextGiven{Text: "{}"}); after.View.Dialog != "" {
			t.Errorf("%s: a dialog is open", query)
		}
	}
}

func frameHost(h Host) Host { return FrameOf(h).Bound(h) }

func TestShareTexts(t *testing.T) {
	m := New("en")
	m.View.Address, m.Title = "https://tools.example/yard/", `A "quoted" <title> & more`
	m, _ = Update(m, DialogOpened{Name: "share"})
	fragment := m.View.Shared.Fragment
	if got := m.ShareText("link"); got != "https://tools.example/yard/#"+fragment || !strings.HasPrefix(fragment, "s1.") {
		t.Errorf("the link is %s", got)
	}
	m, _ = Update(m, EmbedKindChosen{}.With("run"))
	want := `<iframe src="https://tools.example/yard/?embed=1&amp;run=1#` + fragment +
		`" title="Toolyard: A &quot;quoted&quot; &lt;title&gt; &amp; more" width="100%" height="480" loading="lazy"` +
		` sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>`
	if got := m.ShareText("embed"); got != want {
		t.Errorf("the frame is\n%s\nwant\n%s", got, want)
	}
	if got := m.ShareText("badge"); got != "[![Open in Toolyard](https://tools.example/yard/badge.svg)](https://tools.example/yard/#"+fragment+")" {
		t.Errorf("the badge is %s", got)
	}
	m, _ = Update(m, ShareKindChosen{Kind: "session"})
	m, _ = Update(m, SystemTyped{strings.Repeat("abcdefgh", 1<<20)})
	if m.ShareText("link") != "" || m.View.Shared.Fault == nil {
		t.Error("a playground that is too large has a link")
	}
}

func TestVisible(t *testing.T) {
	for name, want := range map[string]string{
		"get_weather": "get_weather", "天气": "天气", "a\u202eb": `a\u202Eb`, "a\x00b\n": `a\u0000b\u000A`,
		"\U000e0041x": `\u{E0041}x`, "a\u200bb": `a\u200Bb`, strings.Repeat("n", 1000): strings.Repeat("n", 60) + "…",
	} {
		if got := Visible(name); got != want {
			t.Errorf("%q is shown as %q, want %q", name, got, want)
		}
	}
}

// A list of what is inside names every kind of thing, once.
func TestHoldings(t *testing.T) {
	s := theirs()
	s.System, s.Options = "Be brief.", provider.Options{Temperature: "0.70", Extra: "{}"}
	s.Nodes = append(s.Nodes, chat.Node{ID: 2, Message: chat.User{Text: "Or"}}, chat.Node{ID: 3, Parent: 1, Message: chat.User{}})
	var kinds []string
	for _, h := range Holdings(s) {
		kinds = append(kinds, h.Kind)
		switch h.Kind {
		case "messages":
			if h.Count != 3 || h.Branches != 1 {
				t.Errorf("%d messages and %d branches", h.Count, h.Branches)
			}
		case "endpoint":
			if strings.Join(h.Names, " ") != "llm.example m" {
				t.Errorf("the endpoint is %v", h.Names)
			}
		case "settings":
			if strings.Join(h.Names, ",") != "temperature 0.70" {
				t.Errorf("the settings are %v", h.Names)
			}
		}
	}
	if got := strings.Join(kinds, " "); got != "title system prompt messages endpoint settings extra" {
		t.Errorf("it holds %s", got)
	}
	if all := Holdings(share.Snapshot{}); len(all) != 0 {
		t.Errorf("nothing holds %v", all)
	}
}

// TestFrameKnowsTheHost: whatever a host learns to do has to be judged here, since
// a frame may only do what shows a page.
func TestFrameKnowsTheHost(t *testing.T) {
	judged := "Send Probe Load Store Erase Change List Jot Jotted Unjot Tell Opening OnRelease Renew Dress Languages LoadEditor SetFragment " + // bound
		"Unique Copy Download Focus Invite Reveal Address Fragment Framed Now Sleep Work" // as in a whole page
	host := reflect.TypeFor[Host]()
	for i := range host.NumMethod() {
		if name := host.Method(i).Name; !slices.Contains(strings.Fields(judged), name) {
			t.Errorf("may a frame do %s? Say so here, and if not, in frame.go: func (bound) %s", name, name)
		}
	}
}
