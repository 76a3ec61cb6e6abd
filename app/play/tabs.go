package play

import (
	"context"
	"strings"
)

// Told is what another tab says after it kept its work: the revision, and of
// which desk.
func (r *Runner) Told(text string) {
	revised, d, _ := strings.Cut(text, " ")
	r.mu.Lock()
	writer, _ := revision(revised)
	news := r.tab != "" && writer != r.tab && d == r.desk && r.known[d] != revised
	r.mu.Unlock()
	if news {
		r.post(ChangedElsewhere{})
	}
}

// ChangedElsewhere: another tab changed the playground that this one shows.
type ChangedElsewhere struct{}

func (ChangedElsewhere) apply(m Model) (Model, []Effect) {
	m.Elsewhere = m.Ready
	return m, nil
}

// FoundElsewhere: this tab's work could not be kept at its desk, as another tab
// works there. It is kept at a desk of its own until the person chooses, and
// after that as well.
type FoundElsewhere struct{ Desk string }

func (f FoundElsewhere) apply(m Model) (Model, []Effect) {
	if f.Desk != m.desk {
		return m, nil
	}
	m.Elsewhere = true
	return m.apart()
}

// apart gives the tab a desk of its own, and a lineage.
func (m Model) apart() (Model, []Effect) {
	m.begins++
	m.desk = m.tab + "." + itoa(m.begins)
	m.lineage = m.desk
	return m, []Effect{keepDesk{m.desk}}
}

// Apart says whether the tab keeps its work at a desk of its own.
func (m Model) Apart() bool { return m.desk != "" }

// At says whether the tab keeps its work in an entry of the history.
func (m Model) At(id string) bool { return m.desk == id }

// keepDesk notes in the tab where its work is, so that a reload finds it.
type keepDesk struct{ desk desk }

func (e keepDesk) perform(ctx context.Context, r *Runner) {
	r.mu.Lock()
	r.desk = e.desk
	r.mu.Unlock()
	if e.desk == "" {
		_ = r.host.Erase(ctx, Tab, keyDesk)
		return
	}
	_ = r.host.Store(ctx, Tab, keyDesk, e.desk) // the history has it in any case
}

// MineKept: the person goes on with this tab's work, as a playground of its own.
type MineKept struct{}

func (MineKept) apply(m Model) (Model, []Effect) {
	if !m.Elsewhere {
		return m, nil
	}
	m.Elsewhere = false
	if m.Apart() {
		return m, []Effect{Focus{"prompt"}}
	}
	m, effects := m.apart()
	return m, append(effects, Focus{"prompt"})
}

// TheirsTaken: the person goes on with the other tab's work. This tab's is in the
// history.
type TheirsTaken struct{}

func (TheirsTaken) apply(m Model) (Model, []Effect) {
	if !m.Elsewhere || m.Run() == Streaming {
		return m, nil
	}
	return m, []Effect{reopen{}}
}

type reopen struct{}

func (reopen) perform(ctx context.Context, r *Runner) {
	r.Flush()
	g := &reading{ctx: ctx, r: r}
	work := g.work("")
	if g.failed != "" || work.Playground == "" {
		r.post(Noticed{Kind: "restore-failed", Detail: g.failed})
		return
	}
	r.post(Reopened{work})
}

// Reopened: the work of the other tab takes the place of this one's, which undo
// brings back.
type Reopened struct{ Work Work }

func (o Reopened) apply(m Model) (Model, []Effect) {
	if m.Run() == Streaming {
		return m, nil
	}
	theme := m.View.Theme
	m = m.replaced()
	m.begins++
	m = m.restoreWork(o.Work)
	m.View.Theme, m.Elsewhere, m.desk = theme, false, ""
	return m, []Effect{keepDesk{""}, Focus{"prompt"}}
}

// unjot drops a note once what it holds is kept.
type unjot struct{ key string }

func (e unjot) perform(_ context.Context, r *Runner) {
	r.Flush()
	r.mu.Lock()
	kept := r.news == nil
	r.mu.Unlock()
	if kept {
		r.host.Unjot(e.key)
	}
}
