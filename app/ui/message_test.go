package ui

import (
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/chat"
	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/provider"
)

func (t talk) all() []element { return elements(t.markup()) }

func TestPaneKeepsTheContract(t *testing.T) {
	for _, c := range []struct {
		state, id, name string
		want            []string
	}{
		{"waiting", "message", "data-role", []string{"system", "user", "assistant"}},
		{"waiting", "tool-call", "data-call-id", []string{"call_a", "call_b"}},
		{"waiting", "tool-call", "data-name", []string{"get_weather", "get_weather"}},
		{"waiting", "tool-call", "data-arguments", []string{"valid", "schema-mismatch"}},
		{"waiting", "tool-result", "data-call-id", []string{"call_a", "call_b"}},
		{"waiting", "tool-result", "value", []string{`{"high":18}`, ""}},
		{"waiting", "results-send", "disabled", []string{"true"}},
		{"waiting", "problem", "data-rule", []string{"required", "enum", "type"}},
		{"waiting", "usage", "data-total", []string{"1290"}},
		{"arriving", "message", "data-streaming", []string{"", "", "true"}},
		{"arriving", "tool-call", "data-arguments", []string{"incomplete"}},
		{"arriving", "tool-result", "id", nil},
		{"arriving", "stop", "type", []string{"button"}},
		{"arriving", "send", "type", nil},
		{"answered", "message", "data-role", []string{"system", "user", "assistant", "tool", "tool", "assistant"}},
		{"answered", "branch-previous", "disabled", []string{""}},
		{"answered", "branch-next", "disabled", []string{"true"}},
		{"answered", "send", "disabled", []string{"true"}},
		{"revising", "revision", "value", []string{`{"unit":"kelvin","days":2.5}`}},
		{"odd", "tool-call", "data-arguments", []string{"valid", "empty", "incomplete"}},
		{"odd", "repair", "data-rule", []string{"call-id-missing"}},
		{"broken", "tool-call", "data-arguments", []string{"invalid-json"}},
		{"broken", "problem", "data-rule", []string{"name-unquoted"}},
		{"stopped", "message", "data-incomplete", []string{"", "", "true"}},
		{"cut", "message", "data-incomplete", []string{"", "", "true", ""}},
		{"cut", "error", "data-kind", []string{"stream"}},
		{"nothing", "message", "data-role", []string{"system", "user"}},
		{"failed", "message", "data-role", []string{"system", "user", "error"}},
		{"failed", "error", "data-kind", []string{"key"}},
		{"failed", "error", "data-status", []string{"401"}},
		{"failed", "error-action", "data-action", []string{"edit-key"}},
		{"code", "error", "data-kind", []string{"content"}},
		{"code", "error", "data-status", []string{"200"}},
		{"code", "error-action", "data-action", []string{"edit-message"}},
	} {
		for _, language := range play.Languages {
			if got := attributes(states[c.state](language).all(), c.id, c.name); !slices.Equal(got, c.want) {
				t.Errorf("%s (%s): %s of %s is %q, want %q", c.state, language, c.name, c.id, got, c.want)
			}
		}
	}
}

func TestTextsAreExact(t *testing.T) {
	waiting := states["answered"]("en").all()
	var texts []string
	for _, e := range withID(waiting, "message-text") {
		texts = append(texts, e.text)
	}
	// go-app prints several children on lines of their own: the JSON result is
	// compared by FuzzTokensKeepTheText.
	want := []string{"Answer <briefly>.", "Weather in Paris,  and in 北京?\n", "I will look.", "\n", " no such unit ", "A coat."}
	for i, text := range texts {
		if i != 3 && text != want[i] {
			t.Errorf("message-text %d is %q, want %q", i, text, want[i])
		}
	}
	if len(texts) != len(want) {
		t.Errorf("%d texts, want %d: %q", len(texts), len(want), texts)
	}
}

// TestOneButtonIsTheOneToPress: a screen has one filled button that can be pressed.
func TestOneButtonIsTheOneToPress(t *testing.T) {
	want := map[string]string{
		"empty": "send", "asked": "", "arriving": "", "waiting": "", "answered": "", "revising": "revision-run",
		"odd": "", "broken": "", "stopped": "", "nothing": "send", "cut": "error-action", "failed": "error-action", "code": "error-action",
	}
	for name, state := range states {
		filled := ""
		for _, e := range state("en").all() {
			if e.attr["data-kind"] == "primary" && e.attr["disabled"] == "" {
				filled += e.attr["data-testid"]
			}
		}
		if filled != want[name] {
			t.Errorf("%s: %q is filled, want %q", name, filled, want[name])
		}
	}
}

func TestEveryAnswerHasItsTextFirst(t *testing.T) {
	for name, state := range states {
		role := ""
		for _, e := range state("en").all() {
			switch e.attr["data-testid"] {
			case "message":
				if role == "assistant" {
					t.Errorf("%s: an answer without message-text of its own", name)
				}
				role = e.attr["data-role"]
			case "message-text":
				role = ""
			}
		}
	}
}

func TestAnswerWithErrorTellsAllOfIt(t *testing.T) {
	s := states["waiting"]("en")
	asking, _ := s.model.Conversation.Asking()
	call := asking.Message.(chat.Assistant).Calls[1]
	found, judged := s.model.Verdict(asking.ID, 1, call)
	e := &callEntry{P: s.Program, T: s.text(), Node: asking.ID, At: 1, Finish: "tool_calls", Known: true,
		Call: call, Found: found, Judged: judged}
	got := e.account(e.judge())
	want := "/location is required and missing.\n" +
		`/unit must be one of "celsius", "fahrenheit"; the model wrote "kelvin".` + "\n" +
		"/days must be of type integer; the model wrote 2.5."
	if got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestEveryRepairHasASentence(t *testing.T) {
	for _, text := range []locale.Text{locale.English, locale.Chinese} {
		for _, rule := range chat.Rules {
			if text.Repairs.Sentence(rule) == rule {
				t.Errorf("no sentence for %s", rule)
			}
		}
		if n := len(text.Repairs.Sentences); n != len(chat.Rules) {
			t.Errorf("%d sentences for %d rules", n, len(chat.Rules))
		}
	}
}

func TestEveryErrorHasAnActionWithWords(t *testing.T) {
	s := asked("en")
	for _, kind := range provider.Kinds {
		for _, param := range []string{"", "temperature"} {
			c := play.Completion{Error: &provider.Error{Kind: kind, Param: param}, Endpoint: s.model.Endpoint}
			actions := s.model.Advice(c).Actions
			if len(actions) == 0 || s.text().Errors.Actions[actions[0].ID] == "" {
				t.Errorf("%s (%q): %+v", kind, param, actions)
			}
		}
	}
}

// TestLongTextStandsInBlocks: a browser lays one run of 1 MB out in 25 seconds.
func TestLongTextStandsInBlocks(t *testing.T) {
	text := `{"location":"` + strings.Repeat("北 ", 10_000) + `"}`
	for name, parts := range map[string][]app.UI{"arguments": coloured(text, nil), "message": exact(text)} {
		if got := textOf(parts); got != text {
			t.Errorf("%s: %d bytes of %d", name, len(got), len(text))
		}
		for _, part := range parts {
			if n := len(textOf([]app.UI{part})); n > blockMost {
				t.Errorf("%s: a block of %d bytes", name, n)
			}
		}
	}
}

// TestLongTalkIsDrawnInPart: of a long conversation the newest messages are drawn,
// and a button before them that draws more.
func TestLongTalkIsDrawnInPart(t *testing.T) {
	s := asked("en")
	for range play.ShownMost {
		s.model.Conversation, _ = s.model.Conversation.Append(chat.User{Text: "again"}, 0)
		s.model.Conversation, _ = s.model.Conversation.Append(chat.Assistant{Text: "Yes."}, 0)
	}
	counts := func() (messages, buttons int) {
		markup := s.markup()
		return strings.Count(markup, `data-testid="message"`), strings.Count(markup, `data-testid="messages-earlier"`)
	}
	if messages, buttons := counts(); messages > play.ShownMost+1 || messages < play.ShownMost/2 || buttons != 1 {
		t.Errorf("%d messages, %d buttons", messages, buttons)
	}
	for range 2 {
		s.do(play.EarlierMessagesShown{})
	}
	if messages, buttons := counts(); messages <= 2*play.ShownMost || buttons != 0 {
		t.Errorf("%d messages, %d buttons", messages, buttons)
	}
}
