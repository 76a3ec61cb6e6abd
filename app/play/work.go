package play

import (
	"context"
	"maps"

	"toolyard/app/chat"
	"toolyard/app/job"
	"toolyard/app/schema"
	"toolyard/app/validate"
)

// Checks are what the workshop said of values held against schemas. An answer
// stands under its question, which is both texts: one that comes late belongs to
// texts that are gone, and does no harm.
type Checks struct {
	answers map[job.Question]validate.Result
	calls   map[callAt]job.Question // the last question of each call that is answered
	under   bool                    // the workshop has questions now
	failed  bool                    // it had no answer: it is asked again when something changes
}

// callAt is a tool call: the message, and its position there.
type callAt struct {
	node chat.NodeID
	call int
}

// questionsAtOnce bounds what the workshop is asked in one go.
const questionsAtOnce = 500

// Check holds values against schemas.
type Check struct{ Questions []job.Question }

func (e Check) perform(ctx context.Context, r *Runner) {
	results, err := job.Check.Ask(ctx, r.host.Work, e.Questions)
	r.post(Checked{e.Questions, results, err})
}

// Checked: the workshop held values against schemas, or could not.
type Checked struct {
	Questions []job.Question
	Results   []validate.Result
	Err       error
}

func (c Checked) apply(m Model) (Model, []Effect) {
	m.View.Checks.under = false
	if c.Err != nil || len(c.Results) != len(c.Questions) {
		m.View.Checks.failed = true
		return m.notify(withoutWorkshop(c.Err)), nil
	}
	answers := maps.Clone(m.View.Checks.answers)
	if answers == nil {
		answers = map[job.Question]validate.Result{}
	}
	for i, q := range c.Questions {
		answers[q] = c.Results[i]
	}
	m.View.Checks.answers = answers
	return m.without("workshop-failed").judgedAgain().checking()
}

// withoutWorkshop is the notice of a job that was not done.
func withoutWorkshop(err error) (kind, detail string) {
	if err != nil {
		detail = err.Error()
	}
	return "workshop-failed", detail
}

// checking is the Model that waits for the workshop where something is not
// known yet. What nobody asks any more is forgotten.
func (m Model) checking() (Model, []Effect) {
	checks := m.View.Checks
	if checks.under || checks.failed {
		return m, nil
	}
	asked, calls := m.questions()
	answers := map[job.Question]validate.Result{}
	for _, q := range calls {
		answers[q] = checks.answers[q]
	}
	var open []job.Question
	for _, q := range asked {
		r, known := checks.answers[q]
		if known {
			answers[q] = r
		} else if len(open) < questionsAtOnce {
			open = append(open, q)
		}
	}
	m.View.Checks = Checks{answers: answers, calls: calls, under: len(open) > 0}
	if len(open) == 0 {
		return m, nil
	}
	return m, []Effect{Check{open}}
}

// questions are what the page would know now, and of each call what it knew last.
func (m Model) questions() (asked []job.Question, calls map[callAt]job.Question) {
	calls = map[callAt]job.Question{}
	for _, node := range m.Conversation.Path() {
		message, _ := node.Message.(chat.Assistant)
		for i, call := range message.Calls {
			t, known := m.ToolNamed(call.Name)
			if _, plain := plainly(t.Parameters, call.Arguments); !known || plain {
				continue
			}
			q, at := job.Question{Schema: t.Parameters.Doc.Text, Value: call.Arguments}, callAt{node.ID, i}
			asked = append(asked, q)
			if last, ok := m.View.Checks.calls[at]; ok {
				calls[at] = last
			}
			if _, ok := m.View.Checks.answers[q]; ok {
				calls[at] = q
			}
		}
	}
	for _, j := range m.View.Judged {
		asked = append(asked, j.asked...)
	}
	return asked, calls
}

// Verdict is what is known of a call's arguments and the schema of its tool: the
// last that was, while the workshop is at it. It is not ok before there is any.
func (m Model) Verdict(node chat.NodeID, at int, call chat.ToolCall) (r validate.Result, ok bool) {
	t, _ := m.ToolNamed(call.Name)
	if r, plain := plainly(t.Parameters, call.Arguments); plain {
		return r, true
	}
	checks := m.View.Checks
	if r, ok = checks.answers[job.Question{Schema: t.Parameters.Doc.Text, Value: call.Arguments}]; ok {
		return r, true
	}
	if last, before := checks.calls[callAt{node, at}]; before {
		return checks.answers[last], true
	}
	return validate.Result{State: validate.Unchecked, Reason: NoWorkshop}, checks.failed
}

// plainly is the verdict that needs no workshop.
func plainly(s schema.Schema, arguments string) (validate.Result, bool) {
	if r, ok := validate.Plain(s.Doc.Text, arguments); ok {
		return r, true
	}
	broken := validate.Result{State: validate.Unchecked, Reason: validate.SchemaNotJSON}
	return broken, !s.Doc.OK()
}

// NoWorkshop is the reason of a verdict that the workshop owes.
const NoWorkshop validate.Reason = "workshop-failed"
