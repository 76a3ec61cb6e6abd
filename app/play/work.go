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
	calls   map[callAt]callCheck
	under   bool // the workshop has questions now
	failed  bool // it had no answer: it is asked again when something changes
}

// callCheck is what is known of one call. It is kept for as long as its texts
// stand: to read a long one takes longer than a key may.
type callCheck struct {
	question job.Question
	result   validate.Result // of the question or, while the workshop is at it, of the one before
	known    bool            // there is a result
	settled  bool            // and it is that of the question
	plain    bool            // no workshop was needed for it
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

// questions are what the page would know now, and what it knows of each call.
func (m Model) questions() (asked []job.Question, calls map[callAt]callCheck) {
	calls = map[callAt]callCheck{}
	for _, node := range m.Conversation.Path() {
		message, _ := node.Message.(chat.Assistant)
		for i, call := range message.Calls {
			t, known := m.ToolNamed(call.Name)
			if !known {
				continue
			}
			at := callAt{node.ID, i}
			c := m.View.Checks.calls[at].of(t.Parameters, call.Arguments)
			if !c.settled {
				if r, ok := m.View.Checks.answers[c.question]; ok {
					c.result, c.known, c.settled = r, true, true
				} else {
					asked = append(asked, c.question)
				}
			}
			calls[at] = c
		}
	}
	for _, j := range m.View.Judged {
		asked = append(asked, j.asked...)
	}
	return asked, calls
}

// of is what is known of the call with these arguments, as they stand now.
func (c callCheck) of(s schema.Schema, arguments string) callCheck {
	q := job.Question{Schema: s.Doc.Text, Value: arguments}
	if c.question == q && q != (job.Question{}) { // at once, where the texts are the same memory
		return c
	}
	if r, plain := plainly(s, arguments); plain {
		return callCheck{q, r, true, true, true}
	}
	return callCheck{question: q, result: c.result, known: c.known && !c.plain}
}

// Verdict is what is known of a call's arguments and the schema of its tool: the
// last that was, while the workshop is at it. It is not ok before there is any.
func (m Model) Verdict(node chat.NodeID, at int, call chat.ToolCall) (r validate.Result, ok bool) {
	t, _ := m.ToolNamed(call.Name)
	checks := m.View.Checks
	c := checks.calls[callAt{node, at}].of(t.Parameters, call.Arguments)
	if c.settled {
		return c.result, true
	}
	if r, ok = checks.answers[c.question]; ok {
		return r, true
	}
	if c.known {
		return c.result, true
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
