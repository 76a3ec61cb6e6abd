package play

import (
	"context"
	"time"

	"toolyard/app/provider"
)

const (
	pauseAfter    = 300 * time.Millisecond
	pausesAtMost  = 8       // how often a pause is put off
	previewAtOnce = 4 << 10 // bytes of a request that is previewed at each keystroke
)

// pause waits until nothing was typed for a moment. A newer one takes the place
// of one that waits.
type pause struct{}

func (pause) note(r *Runner) (due bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.pauses++
	return r.pauses == 1
}

func (pause) perform(ctx context.Context, r *Runner) {
	for i := 1; ; i++ {
		r.mu.Lock()
		before := r.pauses
		r.mu.Unlock()
		err := r.host.Sleep(ctx, pauseAfter)
		r.mu.Lock()
		quiet := err != nil || before == r.pauses || i == pausesAtMost
		if quiet {
			r.pauses = 0
		}
		r.mu.Unlock()
		if quiet {
			r.post(Paused{})
			return
		}
	}
}

// Paused: nothing was typed for a moment. There is time for what each keystroke
// could not wait for.
type Paused struct{}

func (Paused) apply(m Model) (Model, []Effect) {
	m, left := m.judged(true)
	m, effects := m.previewed().checking()
	if left {
		effects = append(effects, pause{})
	}
	return m, effects
}

// Preview is what Next is, for the wire to show, as of the last pause where that
// is long: it is not ok where nobody sees it.
func (m Model) Preview() (next provider.Completion, ok bool) {
	switch {
	case !m.isLong():
		return m.Next(), true
	case m.View.Preview == nil:
		return next, false
	}
	return *m.View.Preview, true
}

// previewed is the Model with a preview as the next request is now.
func (m Model) previewed() Model {
	m.View.Preview = nil
	if m.View.WireSeen && m.isLong() {
		next := m.Next()
		m.View.Preview = &next
	}
	return m
}

// isLong says whether the next request is more than each keystroke can show.
func (m Model) isLong() bool {
	size := len(m.System) + len(m.Prompt)
	for _, t := range m.Tools {
		size += len(t.Parameters.Doc.Text)
	}
	return size > previewAtOnce
}

// WireSeen: the wire came on the screen, or left it.
type WireSeen struct{ On bool }

func (w WireSeen) apply(m Model) (Model, []Effect) {
	m.View.WireSeen = w.On
	return m.previewed(), nil
}
