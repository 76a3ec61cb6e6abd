package play

import (
	"cmp"
	"context"

	"toolyard/app/past"
	"toolyard/app/share"
)

// What a download is, for the browser.
const (
	jsonType = "application/json"
	textType = "text/plain"
)

// FileExported: the person wants the playground as a file.
type FileExported struct{}

func (FileExported) apply(m Model) (Model, []Effect) {
	return m.handOut(fileOf(m.Title, m.Snapshot()))
}

// fileOf is a playground as a file with a name.
func fileOf(name string, s share.Snapshot) Handout {
	return Handout{
		Kind: "file", File: past.FileName(name), MediaType: jsonType, Focus: "dialog",
		Snapshots: []share.Snapshot{s},
		Write:     func(s []share.Snapshot) string { return past.Indented(share.Marshal(s[0])) },
	}
}

// unreadable is a text as it was found, as a file.
func unreadable(text string) Handout {
	return Handout{Kind: "file", File: "unreadable.txt", MediaType: textType, Text: text, Focus: "dialog"}
}

// UnreadableExported: the person wants what was kept and can't be read, as it is.
type UnreadableExported struct{}

func (UnreadableExported) apply(m Model) (Model, []Effect) {
	return m.handOut(unreadable(m.unreadable))
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
		return m.handOut(bundleOf(f.Records))
	}
	r := f.Records[0]
	s, err := share.Unmarshal(r.Text)
	if err != nil {
		return m.handOut(unreadable(r.Text))
	}
	return m.handOut(fileOf(cmp.Or(r.Name, r.Title), s))
}

// bundleOf is a file of all records that can be read.
func bundleOf(records []past.Record) Handout {
	var readable []past.Record
	var snapshots []share.Snapshot
	for _, r := range records {
		if s, err := share.Unmarshal(r.Text); err == nil {
			readable, snapshots = append(readable, r), append(snapshots, s)
		}
	}
	return Handout{
		Kind: "file", File: "history" + past.Extension, MediaType: jsonType, Focus: "dialog", Snapshots: snapshots,
		Write: func(snapshots []share.Snapshot) string {
			written := make([]past.Record, len(snapshots))
			for i, s := range snapshots {
				written[i] = past.New(readable[i].Entry, s)
			}
			return past.Bundle(written)
		},
	}
}
