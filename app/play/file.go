package play

import (
	"cmp"
	"context"

	"toolyard/app/past"
	"toolyard/app/share"
)

const jsonType = "application/json"

// FileExported: the person wants the playground as a file.
type FileExported struct{}

func (FileExported) apply(m Model) (Model, []Effect) {
	return m.handOut(Handout{past.FileName(m.Title), jsonType, past.Indented(share.Marshal(m.Snapshot()))})
}

// UnreadableExported: the person wants what was kept and can't be read, as it is.
type UnreadableExported struct{}

func (UnreadableExported) apply(m Model) (Model, []Effect) {
	return m.handOut(Handout{"unreadable.txt", "text/plain", m.unreadable})
}

// EntryExported: the person wants an entry of the history as a file.
type EntryExported struct{ ID string }

func (e EntryExported) apply(m Model) (Model, []Effect) {
	entry, ok := m.View.Past.entry(e.ID)
	if !ok {
		return m, nil
	}
	return m, []Effect{fetch{entries: []past.Entry{entry}}}
}

// HistoryExported: the person wants the whole history as one file.
type HistoryExported struct{}

func (HistoryExported) apply(m Model) (Model, []Effect) {
	return m, []Effect{fetch{m.View.Past.Entries, true}}
}

// fetch reads entries with their content.
type fetch struct {
	entries []past.Entry
	bundle  bool
}

func (e fetch) perform(ctx context.Context, r *Runner) {
	var f Fetched
	f.Bundle = e.bundle
	for _, entry := range e.entries {
		record, err := r.record(ctx, entry)
		if err != nil {
			r.post(Noticed{Kind: "restore-failed", Detail: err.Error()})
			if !e.bundle {
				return
			}
			continue
		}
		f.Records = append(f.Records, record)
	}
	r.post(f)
}

// Fetched: these records are to be a file.
type Fetched struct {
	Records []past.Record
	Bundle  bool
}

func (f Fetched) apply(m Model) (Model, []Effect) {
	if f.Bundle {
		return m.handOut(Handout{"history" + past.Extension, jsonType, past.Bundle(f.Records)})
	}
	r := f.Records[0]
	if r.Why == past.Damaged {
		return m.handOut(Handout{"unreadable.txt", "text/plain", r.Text})
	}
	return m.handOut(Handout{past.FileName(cmp.Or(r.Name, r.Title)), jsonType, past.Indented(r.Text)})
}
