package play

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"toolyard/app/provider"
	"toolyard/app/share"
)

func TestPresetsAndSettings(t *testing.T) {
	s := newStage(newHost())
	s.do(PresetChosen{}.With("dmxapi"))
	if e := s.model.Endpoint; e.BaseURL != "https://www.dmxapi.cn/v1" || e.Auth != provider.AuthRaw {
		t.Errorf("preset: %+v", e)
	}
	s.do(PresetChosen{"custom"})
	if e := s.model.Endpoint; e.Provider != "custom" || e.BaseURL != "https://www.dmxapi.cn/v1" {
		t.Errorf("custom keeps what is there to be changed: %+v", e)
	}
	s.do(PresetChosen{"dmxapi"}, SettingTyped{Setting: BaseURL}.With("https://www.dmxapi.cn/v2"))
	if s.model.Endpoint.Provider != "dmxapi" {
		t.Error("another path of the same origin is still the provider's")
	}
	s.do(SettingTyped{BaseURL, "https://elsewhere.example/v1"})
	if s.model.Endpoint.Provider != "custom" {
		t.Error("another origin is another provider")
	}
	s.do(PresetChosen{"nobody"}, SettingTyped{Auth, "x-api-key"}, SettingTyped{ToolChoice, "auto"}, StreamSwitched{})
	if e := s.model.Build; e.Text(Auth) != "x-api-key" || e.Text(ToolChoice) != "auto" || e.Options.Stream != "false" {
		t.Errorf("settings: %+v", e.Options)
	}
	s.do(SettingTyped{ToolChoice, "default"})
	if s.model.Options.ToolChoice != "" {
		t.Error("default is not sent")
	}
}

// TestUnsendableStays: what can't be sent leaves everything as it was, and goes
// to the control that holds the reason.
func TestUnsendableStays(t *testing.T) {
	for _, tt := range []struct {
		msg          Msg
		focus, dialg string
	}{
		{SettingTyped{ModelName, " "}, "model", "setup"},
		{SettingTyped{Temperature, "warm"}, "temperature", "setup"},
		{SettingTyped{ExtraBody, "[]"}, "extra-body", "setup"},
		{SettingTyped{Dialect, "smoke-signals"}, "dialect", "setup"},
	} {
		s := newStage(newHost())
		s.do(real()...)
		s.do(tt.msg, Sent{})
		m := s.model
		if m.Prompt == "" || len(m.Conversation.Nodes()) > 0 || len(s.host.requests) > 0 {
			t.Errorf("%v: something was sent", tt.msg)
		}
		if m.View.Dialog != tt.dialg || s.host.focus[len(s.host.focus)-1] != tt.focus || len(m.Notices) != 1 || m.Notices[0].Cause == nil {
			t.Errorf("%v: dialog %q, focus %q, notices %+v", tt.msg, m.View.Dialog, s.host.focus, m.Notices)
		}
		if s.do(NoticeDismissed{m.Notices[0].ID}); len(s.model.Notices) != 0 {
			t.Error("a notice that was read stays")
		}
	}
}

func TestSimulatorNeedsNoNetwork(t *testing.T) {
	for _, language := range Languages {
		h := newHost()
		h.language = language
		s := newStage(h)
		s.do(Sent{})
		if s.model.Run() != Waiting {
			t.Fatalf("%s: run %s", language, s.model.Run())
		}
		asking, _ := s.model.Conversation.Asking()
		for i := range s.model.Conversation.Pending() {
			s.do(ResultTyped{asking.ID, i, `{"high":18,"low":7}`})
		}
		s.do(ResultsSent{})
		if s.model.Run() != Idle || len(h.requests) > 0 || len(s.model.Completions) != 2 {
			t.Errorf("%s: run %s, %d requests, %d completions", language, s.model.Run(), len(h.requests), len(s.model.Completions))
		}
	}
}

func TestPage(t *testing.T) {
	s := newStage(newHost(lastWord))
	s.do(real()...)
	s.do(Sent{})
	for what, want := range map[string]string{
		"request": "Authorization: Bearer •••", "response": lastWord, "link": "https://toolyard.example/#s",
	} {
		s.host.copied = ""
		s.do(CopyPressed{what})
		if !strings.Contains(s.host.copied, want) || strings.Contains(s.host.copied, "sk-secret") {
			t.Errorf("%s copied %q", what, s.host.copied)
		}
	}
	s.host.copied = ""
	if s.do(CopyPressed{"tool-calls"}); s.host.copied != "" {
		t.Errorf("no calls, and %q copied", s.host.copied)
	}
	s.do(WireCompletionChosen{}.With("0"), CopyPressed{"request"}, WireTabChosen{"events"}, EventChosen{3}, EventChosen{3},
		PaneChosen{"wire"}, WireSwitched{true}, Folded{"a"}, Folded{"b"}, Folded{"a"}, EarlierEventsShown{},
		ThemeChosen{}.With("system"), DialogOpened{"setup", "api-key"}, DialogClosed{}, DialogClosed{})
	v := s.model.View
	if v.WireOf != 0 || v.WireTab != "events" || v.Event != -1 || v.Pane != "wire" || !v.Wire || v.IsFolded("a") || !v.IsFolded("b") || v.Theme != "" || v.Dialog != "" {
		t.Errorf("view %+v", v)
	}
	if got := strings.Join(s.host.focus[len(s.host.focus)-2:], " "); got != "api-key setup-open" {
		t.Errorf("focus went to %s", got)
	}
	s.do(ConversationCleared{}, Noticed{"update-ready", ""})
	if texts(s.model) != "" || len(s.model.Notices) == 0 {
		t.Errorf("conversation %q, notices %+v", texts(s.model), s.model.Notices)
	}
}

// TestLanguageTakesTheSampleAlong: only one that nobody changed.
func TestLanguageTakesTheSampleAlong(t *testing.T) {
	s := newStage(newHost())
	english := s.model.Prompt
	s.do(LanguageChosen{"zh"})
	if s.model.Prompt == english {
		t.Error("the sample stays in English")
	}
	s.do(PromptTyped{"mine"}, LanguageChosen{"en"})
	if s.model.Prompt != "mine" {
		t.Errorf("the prompt became %q", s.model.Prompt)
	}
}

func TestShareKinds(t *testing.T) {
	s := newStage(newHost(lastWord))
	s.do(real()...)
	s.do(Sent{}, ShareKindChosen{}.With("setup"))
	for kind, messages := range map[string]int{"setup": 0, "session": 2} {
		s.do(ShareKindChosen{kind})
		link, err := s.model.Link()
		if err != nil {
			t.Fatal(err)
		}
		got, err := share.Decode(link)
		if err != nil || len(got.Nodes) != messages {
			t.Errorf("%s: %d messages, %v", kind, len(got.Nodes), err)
		}
	}
	s.do(LinkOpened{"s1.1.broken"}, OfferAccepted{})
	if len(s.model.Notices) != 1 || !strings.HasPrefix(s.model.Notices[0].Kind, "link-") {
		t.Errorf("notices %+v", s.model.Notices)
	}
	link, _ := s.model.Link()
	s.do(LinkOpened{link}, OfferDeclined{})
	if s.model.Offer != nil || texts(s.model) == "" {
		t.Error("a link that was declined changed something")
	}
}

// TestRunnerKeepsTheNewest: whatever order goroutines run in, the newest save is
// what is kept, and a page that goes keeps it at once.
func TestRunnerKeepsTheNewest(t *testing.T) {
	h := newHost()
	s := newStage(h)
	r := NewRunner(&sleeper{h}, func(Msg) {})
	for _, prompt := range []string{"a", "ab", "abc"} {
		m, effects := Update(s.model, PromptTyped{prompt})
		s.model = m
		r.Do(effects)
	}
	h.full = ErrFull
	r.Leave()
	if j, ok := readJotting(h.jotted[""]); !ok || !strings.Contains(j.Playground, `"prompt":"abc"`) {
		t.Errorf("noted %.200s", h.jotted[""])
	}
	h.full = nil
	_, effects := Update(s.model, PromptTyped{"abcd"})
	r.Do(effects)
	r.Leave()
	if got := h.kept[Device][keyPlayground]; !strings.Contains(got, `"prompt":"abcd"`) || len(h.jotted) != 0 {
		t.Errorf("kept %.200s, and noted %v", got, h.jotted)
	}
}

// sleeper never wakes: nothing but Leave saves.
type sleeper struct{ *fakeHost }

func (sleeper) Sleep(context.Context, time.Duration) error { return errors.New("never") }
