package play

import (
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"toolyard/app/chat"
	"toolyard/app/provider"
	"toolyard/app/tool"
)

// failedWith is a page whose first message was answered with an error.
func failedWith(t *testing.T, status int, body string, before ...Msg) *stage {
	t.Helper()
	h := newHost()
	h.answers = []Response{{Status: status, Body: io.NopCloser(strings.NewReader(body))}}
	s := newStage(h)
	s.do(real()...)
	s.do(before...)
	s.do(Sent{})
	if s.model.Run() != Failed {
		t.Fatalf("run %s", s.model.Run())
	}
	return s
}

// take takes an action of the advice on the failure.
func (s *stage) take(t *testing.T, id string) {
	t.Helper()
	c, _ := s.model.Failure()
	for _, a := range s.model.Advice(c).Actions {
		if a.ID == id {
			s.do(Taking(c.ID, a))
			return
		}
	}
	t.Fatalf("no action %s in %+v", id, s.model.Advice(c).Actions)
}

func (s *stage) actions() []string {
	c, _ := s.model.Failure()
	var ids []string
	for _, a := range s.model.Advice(c).Actions {
		ids = append(ids, a.ID)
	}
	return ids
}

func errorBody(message string) string { return `{"error":{"message":"` + message + `","type":"t"}}` }

// TestChangeIsMadeAndNotSent: one press, one step of undo, nothing sent; then
// the button sends, and what was changed is offered no more.
func TestChangeIsMadeAndNotSent(t *testing.T) {
	s := failedWith(t, 400, errorBody("does not support this tool_choice"), ToolAdded{}, SettingTyped{ToolChoice, "required"})
	if got := s.actions(); got[0] != provider.ActionChange {
		t.Fatalf("actions %q", got)
	}
	before := s.model.Build
	s.take(t, provider.ActionChange)
	if s.model.Options.ToolChoice != "auto" || len(s.host.requests) != 1 || s.model.Run() != Failed {
		t.Errorf("choice %q, %d requests", s.model.Options.ToolChoice, len(s.host.requests))
	}
	if got := s.actions(); got[0] != provider.ActionRetry {
		t.Errorf("after the change: %q", got)
	}
	s.do(Undone{})
	if s.model.Options != before.Options || s.model.Notices[0].Detail != "request-changed" {
		t.Errorf("undone: %+v, %+v", s.model.Options, s.model.Notices)
	}
}

func TestChangeSwitchesOtherToolsOff(t *testing.T) {
	b := Build{Tools: []tool.Tool{{ID: 1, Name: "a", Strict: true}, {ID: 2, Name: "b"}, {ID: 3, Name: "c", Off: true}}}
	only := b.changedBy(provider.Change{Only: "a"})
	if only.Tools[0].Off || !only.Tools[1].Off || !only.Tools[2].Off || b.Tools[1].Off {
		t.Errorf("%+v", only.Tools)
	}
	if loose := b.changedBy(provider.Change{Loose: "*"}); loose.Tools[0].Strict || loose.Tools[1].Off {
		t.Errorf("%+v", loose.Tools)
	}
}

// TestWaitIsAsLongAsItWasAskedFor, and the next one is longer.
func TestWaitIsAsLongAsItWasAskedFor(t *testing.T) {
	busy := func() Response {
		return Response{Status: 429, RetryAfter: "7", Body: io.NopCloser(strings.NewReader(errorBody("slow down")))}
	}
	h := newHost()
	h.answers = []Response{busy(), busy(), {Status: 200, Body: io.NopCloser(strings.NewReader(lastWord))}}
	s := newStage(h)
	s.do(real()...)
	s.do(Sent{})
	slept := h.slept
	s.take(t, provider.ActionWait)
	if d := h.slept - slept; d < 6*time.Second || d > 8*time.Second || len(h.requests) != 2 {
		t.Errorf("waited %s, %d requests", d, len(h.requests))
	}
	c, _ := s.model.Failure()
	if at := slices.IndexFunc(s.model.Advice(c).Actions, func(a provider.Action) bool { return a.ID == provider.ActionWait }); s.model.Advice(c).Actions[at].Seconds != 10 {
		t.Errorf("the second wait: %+v", s.model.Advice(c).Actions[at])
	}
	s.take(t, provider.ActionWait)
	if s.model.Run() != Idle || s.model.View.Wait != (Wait{}) {
		t.Errorf("run %s, %+v", s.model.Run(), s.model.View.Wait)
	}
}

// TestWaitEndsWhereThePersonDoesSomethingElse: nothing is sent then.
func TestWaitEndsWhereThePersonDoesSomethingElse(t *testing.T) {
	for name, msgs := range map[string][]Msg{
		"cancelled": {WaitCancelled{}},
		"setup":     {DialogOpened{Name: "setup"}},
		"changed":   {SettingTyped{ModelName, "other"}},
		"anew":      {ConversationCleared{}},
	} {
		s := failedWith(t, 429, errorBody("slow down"))
		c, _ := s.model.Failure()
		m, effects := s.model.wait(c.ID, 1)
		s.model = m
		s.do(msgs...)
		count := effects[0].(Count)
		count.Left = 0
		s.do(SecondPassed{count})
		if len(s.host.requests) != 1 || s.model.View.Wait != (Wait{}) {
			t.Errorf("%s: %d requests, %+v", name, len(s.host.requests), s.model.View.Wait)
		}
	}
}

func TestActionsLeadSomewhere(t *testing.T) {
	s := failedWith(t, 401, errorBody("Incorrect API key provided"))
	if s.take(t, provider.ActionKey); s.focused() != "api-key" || s.model.View.Dialog != "setup" {
		t.Errorf("key: focus %s", s.focused())
	}
	s.do(DialogClosed{}, KeyTyped{"sk-another"})
	if got := s.actions(); got[0] != provider.ActionRetry {
		t.Errorf("another key: %q", got)
	}
	s.take(t, provider.ActionCurl)
	if !strings.Contains(s.host.copied, "$API_KEY") || strings.Contains(s.host.copied, "sk-") {
		t.Error(s.host.copied)
	}

	s = failedWith(t, 404, errorBody("The model does not exist"))
	if s.take(t, provider.ActionModel); s.focused() != "model" || len(s.host.requests) != 1 {
		t.Errorf("model: focus %s, %d requests", s.focused(), len(s.host.requests))
	}

	s = failedWith(t, 400, errorBody("Invalid schema for function 'x'"))
	if s.take(t, provider.ActionField); s.focused() != "schema-json" || s.model.View.Schema != "json" || s.model.View.Pane != "tools" {
		t.Errorf("schema: focus %s", s.focused())
	}

	s = failedWith(t, 400, errorBody("blocked by content_filter"))
	s.take(t, provider.ActionMessage)
	if n, _ := s.model.Conversation.Node(s.model.View.Editing.Node); n.Message == nil || n.Message.(chat.User).Text == "" {
		t.Error("no message is open for change")
	}

	s = failedWith(t, 403, errorBody("user is banned 封禁"))
	s.take(t, provider.ActionOperator)
	if !strings.Contains(s.host.copied, "HTTP 403") {
		t.Error(s.host.copied)
	}
	if s.do(ActionTaken{Completion: 99, ID: provider.ActionRetry}); len(s.host.requests) != 1 {
		t.Error("an action of nothing was taken")
	}
}

func TestTopUpHasAnAddress(t *testing.T) {
	for id, want := range map[string]string{"openai": "https://developers.openai.com/api", "one-api": "https://a.example", "custom": "https://a.example"} {
		if got := TopUp(provider.Endpoint{Provider: id, BaseURL: "https://a.example/v1"}); got != want {
			t.Errorf("%s: %s", id, got)
		}
	}
}

// TestAdviceAfterReload: what is no longer known counts as unchanged.
func TestAdviceAfterReload(t *testing.T) {
	s := failedWith(t, 401, errorBody("Incorrect API key provided"))
	s.do(ThemeChosen{"dark"}) // which saves what came
	again := reloaded(s)
	if got, want := again.actions(), s.actions(); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
