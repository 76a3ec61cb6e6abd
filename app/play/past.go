package play

import (
	"context"
	"slices"
	"strconv"
	"time"

	"toolyard/app/past"
	"toolyard/app/share"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Past is the history as the page shows it.
type Past struct {
	Entries  []past.Entry // the newest first
	Now      time.Time    // when they were read
	Over     bool         // it holds more than it should, all of it the only copy
	Query    string
	Name     string // of the next snapshot, while it is typed
	Renaming string // the entry whose name is typed
	NewName  string
	Open     string        // the entry whose differences are shown
	Compared bool          // they are known
	Changes  []past.Change // that make what is open of the present work
	Gone     *past.Record  // what was deleted last
}

// Found are the entries that the search finds.
func (p Past) Found() []past.Entry {
	var found []past.Entry
	for _, e := range p.Entries {
		if e.Matches(p.Query) {
			found = append(found, e)
		}
	}
	return found
}

func (p Past) entry(id string) (past.Entry, bool) {
	for _, e := range p.Entries {
		if e.ID == id {
			return e, true
		}
	}
	return past.Entry{}, false
}

// Bytes is the size of all that is kept.
func (p Past) Bytes() int {
	size := 0
	for _, e := range p.Entries {
		size += e.Size
	}
	return size
}

// ReadHistory reads what the history holds.
type ReadHistory struct{}

func (ReadHistory) perform(ctx context.Context, r *Runner) {
	entries, err := r.entries(ctx)
	if err != nil {
		r.post(Noticed{Kind: "history-unreadable", Detail: err.Error()})
		return
	}
	_, over := past.Surplus(entries, nil)
	r.tell(entries, over)
}

// HistoryRead: the history holds these entries.
type HistoryRead struct {
	Entries []past.Entry
	Now     time.Time
	Over    bool
}

func (h HistoryRead) apply(m Model) (Model, []Effect) {
	m = m.without("history-full").without("history-failed")
	if h.Over && !m.View.Past.Over && m.View.Dialog != "history" {
		m = m.notify("history-over", itoa(len(h.Entries)))
	}
	m.View.Past.Entries, m.View.Past.Now, m.View.Past.Over = h.Entries, h.Now, h.Over
	return m, nil
}

// HistorySearched: a text was typed that entries are searched for.
type HistorySearched struct{ Text string }

// With is the message with the text that was typed.
func (h HistorySearched) With(text string) Msg { h.Text = text; return h }

func (h HistorySearched) apply(m Model) (Model, []Effect) {
	m.View.Past.Query = h.Text
	return m, nil
}

// SnapshotNamed: the name of the next snapshot was typed.
type SnapshotNamed struct{ Text string }

// With is the message with the text that was typed.
func (s SnapshotNamed) With(text string) Msg { s.Text = text; return s }

func (s SnapshotNamed) apply(m Model) (Model, []Effect) {
	m.View.Past.Name = s.Text
	return m, nil
}

// SnapshotKept: the person wants the playground in the history as it stands.
type SnapshotKept struct{}

func (SnapshotKept) apply(m Model) (Model, []Effect) {
	name := m.View.Past.Name
	m.View.Past.Name = ""
	return m, []Effect{Remember{Why: past.Asked, Name: name, Lineage: m.lineage, Snapshot: m.Snapshot()}}
}

// EntryPinned: an entry is to stay, or no longer.
type EntryPinned struct {
	ID string
	On bool
}

func (e EntryPinned) apply(m Model) (Model, []Effect) {
	return m.amend(amend{e.ID, func(p *past.Entry) { p.Pinned = e.On }})
}

// amend changes what is told of an entry. The page shows it at once, but what is
// changed is the entry as it is kept: that of the page may have been read before
// the last change.
type amend struct {
	id     string
	change func(*past.Entry)
}

func (m Model) amend(e amend) (Model, []Effect) {
	m.View.Past.Entries = slices.Clone(m.View.Past.Entries)
	if !e.in(m.View.Past.Entries) {
		return m, nil
	}
	return m, []Effect{e}
}

// in changes the entry where it is one of these, which are nobody else's.
func (e amend) in(entries []past.Entry) bool {
	i := slices.IndexFunc(entries, func(p past.Entry) bool { return p.ID == e.id })
	if i >= 0 {
		e.change(&entries[i])
	}
	return i >= 0
}

func (e amend) perform(ctx context.Context, r *Runner) {
	entries, err := r.entries(ctx)
	if err == nil && e.in(entries) {
		kept, _ := Past{Entries: entries}.entry(e.id)
		_, err = r.host.Change(ctx, Change{Put: map[string]string{entryKey(e.id): marshal(kept)}})
	}
	if err != nil {
		r.unremembered(err)
		return
	}
	_, over := past.Surplus(entries, nil)
	r.tell(entries, over)
}

// RenameBegun: the name of an entry is to be typed; of none, that is over.
type RenameBegun struct{ ID string }

func (r RenameBegun) apply(m Model) (Model, []Effect) {
	e, _ := m.View.Past.entry(r.ID)
	m.View.Past.Renaming, m.View.Past.NewName = r.ID, e.Name
	return m, []Effect{Focus{"history-new-name"}}
}

// RenameTyped: the name of an entry was typed.
type RenameTyped struct{ Text string }

// With is the message with the text that was typed.
func (r RenameTyped) With(text string) Msg { r.Text = text; return r }

func (r RenameTyped) apply(m Model) (Model, []Effect) {
	m.View.Past.NewName = r.Text
	return m, nil
}

// Renamed: an entry has the name that was typed.
type Renamed struct{}

func (Renamed) apply(m Model) (Model, []Effect) {
	id, name := m.View.Past.Renaming, m.View.Past.NewName
	m.View.Past.Renaming = ""
	return m.amend(amend{id, func(p *past.Entry) { p.Name = name }})
}

// EntryOpened: the differences between an entry and the present work are shown;
// of the same one again, no longer.
type EntryOpened struct{ ID string }

func (e EntryOpened) apply(m Model) (Model, []Effect) {
	p := &m.View.Past // of this copy of the Model
	if p.Open == e.ID {
		e.ID = ""
	}
	p.Open, p.Compared, p.Changes = e.ID, false, nil
	if e.ID == "" {
		return m, nil
	}
	return m, []Effect{compare{e.ID, m.Snapshot()}}
}

type compare struct {
	id  string
	now share.Snapshot
}

func (e compare) perform(ctx context.Context, r *Runner) {
	if s, ok := r.snapshot(ctx, e.id); ok {
		r.post(Compared{e.id, past.Changes(e.now, s)})
	}
}

// Compared: these changes would make an entry of the present work.
type Compared struct {
	ID      string
	Changes []past.Change
}

func (c Compared) apply(m Model) (Model, []Effect) {
	if m.View.Past.Open == c.ID {
		m.View.Past.Compared, m.View.Past.Changes = true, c.Changes
	}
	return m, nil
}
