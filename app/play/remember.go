package play

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"toolyard/app/past"
	"toolyard/app/share"
)

// While a person works, the history gets a snapshot this often; after a turn, it
// gets one if the last is older than that.
const (
	workingEvery = 10 * time.Minute
	turnEvery    = 2 * time.Minute
)

// Remember keeps a snapshot in the history, unless its lineage has just that one,
// or one that is younger than Every.
type Remember struct {
	Why      past.Why
	Name     string
	Lineage  string
	Snapshot share.Snapshot
	Every    time.Duration
}

// remembered is the work of keeping what a message replaced, and what it ended.
func remembered(m, next Model, msg Msg) []Effect {
	switch msg.(type) {
	case FoundElsewhere, MineKept: // the same work, at another desk
		return nil
	}
	switch {
	case !m.Ready || !next.Ready:
		return nil
	case m.begins != next.begins || m.lineage != next.lineage || m.Conversation.Tip() != 0 && next.Conversation.Tip() == 0:
		if m.Run() == Streaming || m.untouched() || m.blank() {
			return nil
		}
		return []Effect{Remember{Why: occasion(msg), Lineage: m.lineage, Snapshot: m.Snapshot()}}
	case m.Run() == Streaming && next.Run() == Idle:
		return []Effect{Remember{Why: past.Turn, Lineage: next.lineage, Snapshot: next.Snapshot(), Every: turnEvery}}
	}
	return nil
}

// occasion is why a message puts what there was into the history.
func occasion(msg Msg) past.Why {
	switch msg.(type) {
	case OfferAccepted:
		return past.Link
	case SampleOpened:
		return past.Example
	case ImportTaken:
		return past.Import
	case ConversationCleared:
		return past.Conversation
	case Reopened:
		return past.Elsewhere
	}
	return past.Restore
}

// blank says whether there is nothing to lose.
func (m Model) blank() bool {
	return len(m.Tools) == 0 && m.System == "" && m.Prompt == "" && len(m.Conversation.Nodes()) == 0
}

// begun is the Model at the beginning of a lineage.
func (m Model) begun() Model {
	m.begins++
	m.lineage = m.tab + "." + itoa(m.begins)
	return m
}

// rememberNowAndThen keeps a snapshot of work that goes on for long.
func (r *Runner) rememberNowAndThen(k kept) {
	r.mu.Lock()
	now := r.host.Now()
	due := !r.due.IsZero() && now.After(r.due) && len(r.cancel) == 0
	if due {
		r.due = now.Add(workingEvery)
	}
	r.mu.Unlock()
	if due {
		r.begin(Remember{Why: past.Working, Lineage: k.Lineage, Snapshot: k.Playground, Every: workingEvery})
	}
}

func (e Remember) perform(ctx context.Context, r *Runner) {
	entries, err := r.entries(ctx)
	if err != nil {
		r.unremembered(err)
		return
	}
	now := r.host.Now()
	last, known := past.Latest(entries, e.Lineage)
	if known && now.Sub(time.UnixMilli(last.At)).Abs() < e.Every { // a clock may be set back
		return
	}
	record := past.New(past.Entry{ID: r.host.Unique(), Lineage: e.Lineage, At: past.Next(entries, now), Why: e.Why, Name: e.Name}, e.Snapshot)
	if known && last.Same(record.Entry) {
		if e.Why != past.Asked {
			return
		}
		if last.Why != past.Tab && last.Name == "" {
			record.ID, record.Pinned = last.ID, last.Pinned // it only gets a name
		}
	}
	if known && record.ID != last.ID {
		if was, ok := r.snapshot(ctx, last.ID); ok {
			record.Changes = past.Changes(was, e.Snapshot)
		}
	}
	r.putRecords(ctx, entries, record)
}

// remember keeps a snapshot behind what is asked for already, and waits for that.
func (r *Runner) remember(ctx context.Context, e Remember) {
	r.history.take().do(func() { e.perform(ctx, r) })
}

// keepDamaged puts a text that can't be read into the history, and waits for it.
func (r *Runner) keepDamaged(ctx context.Context, id, text string) (err error) {
	r.history.take().do(func() {
		var entries []past.Entry
		if entries, err = r.entries(ctx); err == nil {
			at := past.Next(entries, r.host.Now())
			err = r.putRecords(ctx, entries, past.NewDamaged(past.Entry{ID: id, Lineage: id, At: at}, text))
		}
	})
	return err
}

// putRecords puts records into the history that has these entries; what is then
// too much goes in the same step.
func (r *Runner) putRecords(ctx context.Context, entries []past.Entry, records ...past.Record) error {
	change := Change{Put: map[string]string{}}
	all := entries
	for _, rec := range records {
		change.Put[entryKey(rec.ID)], change.Put[contentKey(rec.ID)] = marshal(rec.Entry), rec.Text
		all = append(without(all, rec.ID), rec.Entry)
	}
	current, _, _ := r.host.Load(ctx, Device, keyPage)
	gone, over := past.Surplus(all, map[string]bool{readPage(current).Lineage: true})
	for _, e := range gone {
		if _, fresh := change.Put[entryKey(e.ID)]; !fresh {
			change.Erase = append(change.Erase, entryKeys(e.ID)...)
			all = without(all, e.ID)
		}
	}
	if _, err := r.host.Change(ctx, change); err != nil {
		r.unremembered(err)
		return err
	}
	r.tell(all, over)
	return nil
}

// tell posts what the history holds.
func (r *Runner) tell(entries []past.Entry, over bool) {
	r.post(HistoryRead{Entries: past.Sorted(entries), Now: r.host.Now(), Over: over})
}

// without is the entries but one.
func without(entries []past.Entry, id string) []past.Entry {
	rest := make([]past.Entry, 0, len(entries)+1)
	for _, e := range entries {
		if e.ID != id {
			rest = append(rest, e)
		}
	}
	return rest
}

func (r *Runner) unremembered(err error) {
	kind := "history-failed"
	if errors.Is(err, ErrFull) {
		kind = "history-full"
	}
	r.post(Noticed{Kind: kind, Detail: err.Error()})
}

// entries reads what the history holds. An entry that can't be read is told as a
// damaged one: its content may still be there.
func (r *Runner) entries(ctx context.Context) ([]past.Entry, error) {
	texts, err := r.host.List(ctx, keyEntry)
	if err != nil {
		return nil, err
	}
	var entries []past.Entry
	for key, text := range texts {
		var e past.Entry
		id := strings.TrimPrefix(key, keyEntry)
		if json.Unmarshal([]byte(text), &e) != nil || e.ID != id {
			e = past.Entry{ID: id, Lineage: id, Why: past.Damaged}
		}
		entries = append(entries, e)
	}
	return past.Sorted(entries), nil
}

// record reads an entry's content.
func (r *Runner) record(ctx context.Context, e past.Entry) (past.Record, error) {
	text, ok, err := r.host.Load(ctx, Device, contentKey(e.ID))
	if err == nil && !ok {
		err = errors.New("its content is not there")
	}
	return past.Record{Entry: e, Text: text}, err
}

func (r *Runner) snapshot(ctx context.Context, id string) (share.Snapshot, bool) {
	record, err := r.record(ctx, past.Entry{ID: id})
	if err != nil {
		return share.Snapshot{}, false
	}
	s, err := share.Unmarshal(record.Text)
	return s, err == nil
}
