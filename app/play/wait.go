package play

import (
	"context"
	"time"
)

// Wait is a wait after which a completion that failed is asked for once more: the
// person began it, sees it, and can end it. The zero Wait is none.
type Wait struct {
	ID, Completion int
	Left           int // seconds
	Whole          int // seconds
}

// wait begins to wait.
func (m Model) wait(completion, seconds int) (Model, []Effect) {
	m, id := m.next()
	m.View.Wait = Wait{id, completion, seconds, seconds}
	return m, []Effect{Count{ID: id, Left: seconds}, Focus{"wait-cancel"}}
}

// WaitCancelled: nothing is sent again.
type WaitCancelled struct{}

func (WaitCancelled) apply(m Model) (Model, []Effect) {
	m.View.Wait = Wait{}
	return m, []Effect{Focus{"error-action"}}
}

// Count waits until the seconds are over, and tells of each. Until is the zero
// time when it begins.
type Count struct {
	ID, Left int
	Until    time.Time
}

func (e Count) perform(ctx context.Context, r *Runner) {
	if e.Until.IsZero() {
		e.Until = r.host.Now().Add(time.Duration(e.Left) * time.Second)
	}
	rest := e.Until.Sub(r.host.Now()) - time.Duration(e.Left-1)*time.Second
	if r.host.Sleep(ctx, max(rest, 0)) != nil {
		return
	}
	// A page that is out of sight is woken late.
	left := int((e.Until.Sub(r.host.Now()) + time.Second/2) / time.Second)
	e.Left = max(min(e.Left-1, left), 0)
	r.post(SecondPassed{e})
}

// SecondPassed: a wait is shorter by a second, or over.
type SecondPassed struct{ Count Count }

func (s SecondPassed) apply(m Model) (Model, []Effect) {
	w := m.View.Wait
	if w.ID != s.Count.ID {
		return m, nil
	}
	failed, ok := m.Failure()
	if !ok || failed.ID != w.Completion || m.Run() != Failed {
		m.View.Wait = Wait{}
		return m, nil
	}
	if w.Left = s.Count.Left; w.Left > 0 {
		m.View.Wait = w
		return m, []Effect{s.Count}
	}
	m.View.Wait = Wait{}
	if m.View.Dialog != "" || m.View.Editing.Node != 0 || m.otherThan(failed) {
		return m, nil // the person does something else about it
	}
	return Retried{}.apply(m)
}
