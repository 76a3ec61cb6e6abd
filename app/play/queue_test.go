package play

import (
	"slices"
	"testing"
	"time"

	"toolyard/app/past"
	"toolyard/app/share"
)

// oneMoment is a host whose clock stands still, and whose later names are smaller
// ones.
type oneMoment struct {
	*fakeHost
	names rune
}

func (h *oneMoment) Now() time.Time { return time.UnixMilli(1_800_000_000_000) }
func (h *oneMoment) Unique() string { h.names--; return string(h.names) }

// TestEntriesOfOneMillisecond: the newer one is the one that was kept later.
func TestEntriesOfOneMillisecond(t *testing.T) {
	h := &oneMoment{newHost(), 'z'}
	var read []past.Entry
	r := NewRunner(h, func(msg Msg) {
		if m, ok := msg.(HistoryRead); ok {
			read = m.Entries
		}
	})
	for i := range 5 {
		r.remember(t.Context(), Remember{Why: past.Asked, Lineage: "a", Snapshot: share.Snapshot{Title: itoa(i)}})
	}
	if err := r.keepDamaged(t.Context(), "b", "{"); err != nil {
		t.Fatal(err)
	}
	keepRecords{[]past.Record{{Text: "1st of the file"}, {Text: "2nd"}}}.perform(t.Context(), r)
	var told []string
	for _, e := range read {
		told = append(told, e.Title+h.kept[Device][contentKey(e.ID)][:1])
	}
	if want := []string{"1", "2", "{", "4{", "3{", "2{", "1{", "0{"}; !slices.Equal(told, want) {
		t.Errorf("the history is %q, want %q", told, want)
	}
}

// TestHistoryInTheOrderAskedFor: what was replaced first is the older entry, even
// where the goroutine of a later effect begins first. That made the snapshot
// before the last one the newest in one of some hundred runs of history.txt.
func TestHistoryInTheOrderAskedFor(t *testing.T) {
	const n = 50
	reads := make(chan HistoryRead, n+1)
	r := NewRunner(newHost(), func(msg Msg) { reads <- msg.(HistoryRead) })
	var effects []Effect
	for i := range n {
		effects = append(effects, Remember{Why: past.Restore, Lineage: "a", Snapshot: share.Snapshot{Title: itoa(i)}})
	}
	r.Do(append(effects, ReadHistory{}))
	for i := range n + 1 {
		read := <-reads
		if last := min(i, n-1); len(read.Entries) != last+1 || read.Entries[0].Title != itoa(last) {
			t.Fatalf("read %d tells %d entries, the newest is %q", i, len(read.Entries), read.Entries[0].Title)
		}
	}
}

// TestClockSetBack: what is replaced is kept though the last entry is of a later time.
func TestClockSetBack(t *testing.T) {
	s := newStage(newHost())
	s.do(SystemTyped{"one"}, SnapshotNamed{"One"}, SnapshotKept{})
	s.host.now = s.host.now.Add(-time.Hour)
	s.do(SystemTyped{"two"}, SnapshotNamed{"Two"}, SnapshotKept{})
	if got := s.history(); got != "asked One, asked Two" {
		t.Errorf("the history is %q", got)
	}
}

// TestEntryIsChangedAsItIsKept: a list that was read before a pin and told after
// it must not take the pin back, by what is changed next; and what is changed
// must not bring back an entry that is gone.
func TestEntryIsChangedAsItIsKept(t *testing.T) {
	s := newStage(newHost())
	s.do(SystemTyped{"one"}, DialogOpened{Name: "history"}, SnapshotKept{})
	before := HistoryRead{Entries: s.model.View.Past.Entries}
	id := before.Entries[0].ID
	s.do(EntryPinned{id, true}, before, RenameBegun{id}, RenameTyped{"Renamed"}, Renamed{})
	if e := s.model.View.Past.Entries[0]; !e.Pinned || e.Name != "Renamed" {
		t.Errorf("pinned %v, named %q", e.Pinned, e.Name)
	}
	if e := reloaded(s); e.history() != "asked Renamed" || !e.model.View.Past.Entries[0].Pinned {
		t.Errorf("kept %+v", e.model.View.Past.Entries)
	}
	s.do(EntryDeleted{id}, before, EntryPinned{id, false})
	if got := s.history(); got != "" || s.host.kept[Device][entryKey(id)] != "" {
		t.Errorf("the history is %q", got)
	}
}
