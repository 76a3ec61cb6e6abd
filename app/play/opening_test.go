package play

import (
	"fmt"
	"strings"
	"testing"
)

// TestOpening opens a page for each thing that a shortcut can ask for, where a
// person has built something.
func TestOpening(t *testing.T) {
	for _, test := range []struct {
		opening Opening
		check   func(m Model) bool
	}{
		{Opening{}, func(m Model) bool { return m.System == "Mine." && m.View.Dialog == "" }},
		{Opening{Open: "nonsense"}, func(m Model) bool { return m.System == "Mine." && len(m.Notices) == 0 }},
		{Opening{Open: "import"}, func(m Model) bool { return m.View.Dialog == "import" && m.System == "Mine." }},
		{Opening{Open: "examples"}, func(m Model) bool { return m.View.Dialog == "examples" }},
		{Opening{Open: "shared", Text: `{"name": "given", "parameters": {}}`}, func(m Model) bool {
			return m.View.Dialog == "import" && len(m.View.Import.Tools) == 1 && len(m.Tools) > 1
		}},
		{Opening{Open: "shared", Failed: "more than 8 MB"}, func(m Model) bool {
			return m.View.Dialog == "" && m.Notices[0].Kind == "share-failed" && m.Notices[0].Detail == "more than 8 MB"
		}},
		{Opening{Open: "new"}, func(m Model) bool {
			empty := len(m.Tools) == 0 && m.System == "" && m.Prompt == "" && m.Endpoint.Model == "mine" && m.Keys.For(m.Endpoint).Secret != ""
			back, _ := Update(m, Undone{})
			return empty && back.System == "Mine." && len(back.Tools) > 0
		}},
	} {
		h := newHost()
		first := newStage(h)
		first.do(SystemTyped{"Mine."}, SettingTyped{Setting: BaseURL}.With("https://api.test/v1"), SettingTyped{Setting: ModelName}.With("mine"),
			KeyTyped{}.With("sk-none"), KeyKept{}.With("device"))
		first.runner.Flush()
		h.opening = test.opening
		if m := newStage(h).model; !test.check(m) {
			t.Errorf("opened for %+v, the page has the dialog %q, %d tools, %+v", test.opening, m.View.Dialog, len(m.Tools), m.Notices)
		}
	}
}

// TestTypedBeforeRestored: what is typed while what was kept is being read is
// there afterwards, and nothing that was kept is lost for it.
func TestTypedBeforeRestored(t *testing.T) {
	sampled := New("en").Prompt
	for _, test := range []struct {
		name, kept, typed, want string // kept is the prompt of the last visit, "-" for a first visit
	}{
		{"a first visit", "-", "Mine", "Mine"},
		{"nothing typed", "Kept", sampled, "Kept"},
		{"nothing kept in the prompt", "", "Mine", "Mine"},
		{"the sample's", sampled, "Mine", "Mine"},
		{"both", "Kept", "Mine", "Kept\n\nMine"},
		{"the same", "Mine", "Mine", "Mine"},
	} {
		h := newHost()
		if test.kept != "-" {
			s := newStage(h)
			s.do(SystemTyped{"Of the last visit."}, PromptTyped{test.kept})
			s.runner.Flush()
		}
		s := &stage{host: h, model: New("en")}
		s.runner = NewRunner(h, func(msg Msg) { s.posted = append(s.posted, msg) })
		s.do(PromptTyped{test.typed})
		if test.kept == "-" {
			s.do(SystemTyped{"Typed at once."})
		}
		s.perform([]Effect{Start{}})
		s.runner.Flush()
		if s.model.Prompt != test.want {
			t.Errorf("%s: the prompt is %q, want %q", test.name, s.model.Prompt, test.want)
		}
		if !strings.Contains(s.model.System, map[bool]string{true: "at once", false: "last visit"}[test.kept == "-"]) {
			t.Errorf("%s: the system prompt is %q", test.name, s.model.System)
		}
		if again := newStage(h); again.model.Prompt != test.want {
			t.Errorf("%s: the next visit has %q", test.name, again.model.Prompt)
		}
	}
}

// TestRelease: a newer release is told of and taken by a press alone, never
// while an answer arrives; what was typed is kept first.
func TestRelease(t *testing.T) {
	h := newHost()
	s := newStage(h)
	s.do(ReleaseFound{Whole: false}, ReleaseFound{Whole: true})
	if n := s.model.Notices; len(n) != 1 || n[0].Kind != "update-ready" {
		t.Errorf("the notices are %+v", n)
	}
	s.model, _ = Update(s.model, PromptTyped{"Typed last"})
	_, effects := Update(s.model, PromptTyped{"Typed last of all"})
	for _, e := range effects {
		if n, ok := e.(noted); ok {
			n.note(s.runner)
		}
	}
	s.do(ReleaseTaken{})
	jotted := fmt.Sprint(h.jotted, h.kept)
	if h.renewed != 1 || !strings.Contains(jotted, "Typed last of all") {
		t.Errorf("renewed %d times, with %q kept", h.renewed, jotted)
	}
	busy := s.model
	busy.Completions = []*Completion{{ID: 1, State: Arriving}}
	if _, effects := Update(busy, ReleaseTaken{}); len(effects) > 0 {
		t.Error("the release changes while an answer arrives")
	}
}
