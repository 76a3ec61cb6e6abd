package play

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"toolyard/app/chat"
	"toolyard/app/job"
	"toolyard/app/provider"
	"toolyard/app/validate"
	"toolyard/app/workshop"
)

// checked is the Model once the workshop has answered what it was asked.
func checked(m Model, effects []Effect) Model {
	for _, e := range effects {
		if check, ok := e.(Check); ok {
			results, err := job.Check.Ask(context.Background(), workshop.Work, check.Questions)
			m = checked(Update(m, Checked{check.Questions, results, err}))
		}
	}
	return m
}

// checks are the questions among effects.
func checks(effects []Effect) (questions []job.Question) {
	for _, e := range effects {
		if check, ok := e.(Check); ok {
			questions = append(questions, check.Questions...)
		}
	}
	return questions
}

func patterned(value string) string {
	return `{"type": "object", "properties": {"a": {"type": "string", "description": "d", "pattern": "^x+$", "default": "` + value + `"}}}`
}

// What only the workshop can tell stays as it was while it is at it, and one that
// is asked for a text that is gone changes nothing.
func TestNothingFlickers(t *testing.T) {
	m := checked(Update(withSchema(patterned("y")), ToolNamed{1, "other"}))
	if got := m.rulesAt(3, "0"); got != "default-refused" {
		t.Fatalf("problems %q", got)
	}
	m, effects := Update(m, ParametersTyped{3, patterned("yy")})
	first := checks(effects)
	if got := m.rulesAt(3, "0"); got != "default-refused" || len(first) != 1 {
		t.Errorf("problems %q while the workshop is asked %v", got, first)
	}
	m, effects = Update(m, ParametersTyped{3, patterned("x")})
	if len(checks(effects)) != 0 {
		t.Error("the workshop is asked before it has answered")
	}
	m, effects = Update(m, Checked{Questions: first, Results: []validate.Result{{State: validate.Mismatch}}})
	if got := checks(effects); len(got) != 1 || got[0].Value != `"x"` {
		t.Errorf("asked after a late answer: %v", got)
	}
	if m = checked(m, effects); m.rulesAt(3, "0") != "" {
		t.Errorf("problems %q of a default that fits", m.rulesAt(3, "0"))
	}
	if n := len(m.View.Checks.answers); n != 1 {
		t.Errorf("%d answers are kept for one question", n)
	}
}

// calling is a Model in which one call stands at the end.
func calling(arguments string) (Model, []Effect) {
	m := withSchema(patterned("x"))
	m.Conversation, _ = m.Conversation.Append(chat.User{Text: "go"}, 0)
	name := m.Tools[1].Name
	m.Completions = []*Completion{{ID: 1, State: Arriving, Endpoint: m.Endpoint}}
	m.Completions[0].Answer.Choices = []chat.Choice{{Message: chat.Assistant{Calls: []chat.ToolCall{{ID: "c", Name: name, Arguments: arguments}}}, Finish: "tool_calls"}}
	return Update(m, ResponseEnded{Completion: 1, Outcome: provider.Outcome{}})
}

func TestVerdicts(t *testing.T) {
	verdict := func(m Model) string {
		asking, _ := m.Conversation.Asking()
		r, ok := m.Verdict(asking.ID, 0, asking.Message.(chat.Assistant).Calls[0])
		return fmt.Sprint(r.State, " ", r.Reason, " ", ok)
	}
	m, effects := calling(`{"a": "y"}`)
	if got := verdict(m); len(checks(effects)) != 1 || strings.HasSuffix(got, "true") {
		t.Errorf("%s before the workshop was asked %v", got, checks(effects))
	}
	failed, _ := Update(m, Checked{Questions: checks(effects), Err: errors.New("offline")})
	if got := verdict(failed); got != "unchecked workshop-failed true" || failed.Notices[len(failed.Notices)-1].Kind != "workshop-failed" {
		t.Errorf("%s without a workshop", got)
	}
	if again := checked(Update(failed, ParametersTyped{3, patterned("xx")})); verdict(again) != "schema-mismatch  true" || len(again.Notices) != len(failed.Notices)-1 {
		t.Errorf("%s, %v when it is there again", verdict(again), again.Notices)
	}
	m = checked(m, effects)
	if got := verdict(m); got != "schema-mismatch  true" {
		t.Errorf("%s after the workshop", got)
	}
	m, effects = Update(m, ParametersTyped{3, strings.Replace(patterned("x"), "^x", "^y", 1)})
	if got := verdict(m); got != "schema-mismatch  true" {
		t.Errorf("%s while another schema is at the workshop", got)
	}
	if m = checked(m, effects); verdict(m) != "valid  true" {
		t.Errorf("%s against another schema", verdict(m))
	}
	plain, effects := calling(`{"a": `)
	if verdict(plain) != "invalid-json  true" || len(checks(effects)) != 0 {
		t.Errorf("%s of no JSON; asked %v", verdict(plain), checks(effects))
	}
}

// Without a workshop a simulated completion fails in a way of its own: neither the
// network nor an address is to blame.
func TestNoWorkshopNoSimulation(t *testing.T) {
	h := newHost()
	s := newStage(h)
	h.closed = errors.New("browser: work: Error: gone")
	s.do(PromptTyped{"Weather?"}, Sent{})
	failed, _ := s.model.Failure()
	advice := s.model.Advice(failed)
	if s.model.Run() != Failed || failed.Error.Kind != provider.KindWorkshop || failed.Examinable() || failed.Error.Message != "job: script: browser: work: Error: gone" {
		t.Fatalf("%s %+v", s.model.Run(), failed.Error)
	}
	if len(advice.Actions) != 1 || advice.Actions[0].ID != provider.ActionRetry {
		t.Errorf("advice %+v", advice)
	}
	h.closed = nil
	if s.do(Retried{}); s.model.Run() == Failed {
		t.Error("the workshop is back, and of no use")
	}
}

// Every question is asked, however many there are.
func TestManyQuestions(t *testing.T) {
	var members []string
	for i := range 2*questionsAtOnce + 1 {
		members = append(members, fmt.Sprintf(`"p%d": {"type": "string", "pattern": "^x%d$", "default": "y"}`, i, i))
	}
	m := checked(Update(checked(Update(withSchema(""), ParametersTyped{3, `{"type": "object", "properties": {` + strings.Join(members, ",") + `}}`})), Paused{}))
	if got := m.rulesAt(3, fmt.Sprint(2*questionsAtOnce)); !strings.Contains(got, "default-refused") {
		t.Errorf("problems %q at the last", got)
	}
}

// TestVerdictIsKept: what is known of long arguments is not worked out again at
// each drawing and each key: to parse 1 MB takes longer than a frame.
func TestVerdictIsKept(t *testing.T) {
	broken := `{"a": "` + strings.Repeat("x", 1<<20)
	for name, arguments := range map[string]string{"judged": broken + `"}`, "no JSON": broken} {
		m := checked(calling(arguments))
		node := m.Conversation.Path()[1]
		call := node.Message.(chat.Assistant).Calls[0]
		ask := func() { m.Verdict(node.ID, 0, call) }
		if n := testing.AllocsPerRun(10, ask); n > 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
		var asked []job.Question
		if n := testing.AllocsPerRun(10, func() { asked, _ = m.questions() }); n > 20 || len(asked) > 1 {
			t.Errorf("%s: questions %d, %v allocations", name, len(asked), n)
		}
	}
}
