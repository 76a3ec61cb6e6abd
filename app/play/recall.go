package play

import (
	"context"
	"slices"

	"toolyard/app/past"
	"toolyard/app/share"
)

// RestorePressed: the person wants an entry of the history back.
type RestorePressed struct{ ID string }

func (e RestorePressed) apply(m Model) (Model, []Effect) {
	entry, ok := m.View.Past.entry(e.ID)
	if !ok || m.Run() == Streaming {
		return m, nil
	}
	return m, []Effect{recall{entry}}
}

type recall struct{ entry past.Entry }

func (e recall) perform(ctx context.Context, r *Runner) {
	record, err := r.record(ctx, e.entry)
	if err != nil {
		r.post(Noticed{Kind: "restore-failed", Detail: err.Error()})
		return
	}
	r.post(Recalled{record})
}

// Recalled: an entry of the history takes the place of the playground, which goes
// into the history first; undo brings it back, too.
type Recalled struct{ Record past.Record }

func (e Recalled) apply(m Model) (Model, []Effect) {
	if m.Run() == Streaming {
		return m, nil
	}
	s, err := share.Unmarshal(e.Record.Text)
	if err != nil {
		return m.notify("restore-failed", err.Error()), nil
	}
	m = m.replaced().open(s, "")
	m.lineage = e.Record.Lineage
	m.View.Dialog = ""
	return m.notify("restored", ""), []Effect{Focus{"prompt"}}
}

// EntryDeleted: the person does not want an entry any more.
type EntryDeleted struct{ ID string }

func (e EntryDeleted) apply(m Model) (Model, []Effect) {
	entry, ok := m.View.Past.entry(e.ID)
	if !ok || e.ID == m.desk {
		return m, nil
	}
	return m, []Effect{erase{entry}, Focus{"dialog"}}
}

type erase struct{ entry past.Entry }

// perform holds what it erases, for the person to take back.
func (e erase) perform(ctx context.Context, r *Runner) {
	record, err := r.record(ctx, e.entry)
	if err != nil {
		record = past.Record{Entry: e.entry} // there is nothing to take back
	}
	if _, err := r.host.Change(ctx, Change{Erase: entryKeys(e.entry.ID)}); err != nil {
		r.unremembered(err)
		return
	}
	r.post(EntryGone{record})
}

// EntryGone: an entry was deleted.
type EntryGone struct{ Record past.Record }

func (e EntryGone) apply(m Model) (Model, []Effect) {
	p := &m.View.Past // of this copy of the Model
	p.Entries, p.Gone = without(p.Entries, e.Record.ID), nil
	if e.Record.Text != "" {
		p.Gone = &e.Record
	}
	return m, nil
}

// EntryBack: the person wants back what was deleted last.
type EntryBack struct{}

func (EntryBack) apply(m Model) (Model, []Effect) {
	gone := m.View.Past.Gone
	if gone == nil {
		return m, nil
	}
	m.View.Past.Gone = nil
	return m, []Effect{keepRecords{[]past.Record{*gone}}, Focus{"dialog"}}
}

// keepRecords puts records into the history, but those that are there already.
type keepRecords struct{ records []past.Record }

func (e keepRecords) perform(ctx context.Context, r *Runner) {
	entries, err := r.entries(ctx)
	if err != nil {
		r.unremembered(err)
		return
	}
	var records []past.Record
	all := slices.Clone(entries)
	for _, record := range slices.Backward(e.records) { // the first one of a file becomes the newest
		if slices.ContainsFunc(entries, record.Entry.Same) {
			continue
		}
		if record.ID == "" {
			record.ID = r.host.Unique()
		}
		if record.Lineage == "" {
			record.Lineage = record.ID
		}
		if record.At == 0 {
			record.At = past.Next(all, r.host.Now())
		}
		records, all = append(records, record), append(all, record.Entry)
	}
	if r.putRecords(ctx, entries, records...) == nil {
		r.post(RecordsKept{Count: len(records), Of: len(e.records)})
	}
}

// RecordsKept: so many of some records were put into the history; it had the
// others already.
type RecordsKept struct{ Count, Of int }

func (k RecordsKept) apply(m Model) (Model, []Effect) {
	if k.Of == 1 && k.Count == 1 {
		return m, nil
	}
	return m.notify("records-kept", itoa(k.Count)+" "+itoa(k.Of)), nil
}

// RecordsTaken: the playgrounds that were found in a file go into the history.
// The present one stays as it is.
type RecordsTaken struct{}

func (RecordsTaken) apply(m Model) (Model, []Effect) {
	records := m.View.Import.Records
	if len(records) == 0 {
		return m, nil
	}
	m = m.imported()
	m, effects := DialogOpened{Name: "history"}.apply(m)
	return m, append(effects, keepRecords{records})
}
