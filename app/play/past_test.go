package play

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"toolyard/app/chat"
	"toolyard/app/past"
	"toolyard/app/share"
)

// beside is another tab of the same browser.
func beside(s *stage) *stage {
	h := newHost()
	h.kept = map[Place]map[string]string{Tab: {}, Device: s.host.kept[Device]}
	h.jotted = s.host.jotted
	return newStage(h)
}

// history is what the device has, the newest first: "why title".
func (s *stage) history() string {
	s.do(DialogOpened{Name: "history"}, DialogClosed{})
	var told []string
	for _, e := range s.model.View.Past.Entries {
		told = append(told, strings.TrimSpace(string(e.Why)+" "+e.Name))
	}
	return strings.Join(told, ", ")
}

func TestWhatIsReplacedIsInTheHistory(t *testing.T) {
	link := func() string {
		s := newStage(newHost())
		s.do(PromptTyped{"of a stranger"})
		fragment, _ := s.model.Link()
		return fragment
	}()
	tests := map[past.Why][]Msg{
		past.Example:      {SampleOpened{"weather"}},
		past.Link:         {LinkOpened{link}, OfferAccepted{}},
		past.Import:       {ImportTyped{`{"toolyard":1,"title":"Theirs","tools":[{"name":"x"}]}`}, ImportTaken{}},
		past.Conversation: {ConversationCleared{}},
	}
	for why, msgs := range tests {
		s := newStage(newHost(lastWord))
		s.do(SystemTyped{"mine"}, Sent{})
		s.model.Conversation = talked(t, s)
		before := share.Marshal(s.model.Snapshot())
		s.do(msgs...)
		if got := s.history(); !strings.HasPrefix(got, string(why)) {
			t.Errorf("%s: the history is %q", why, got)
			continue
		}
		s.do(RestorePressed{s.model.View.Past.Entries[0].ID})
		if got := share.Marshal(s.model.Snapshot()); got != before {
			t.Errorf("%s: restored\n%s\nwas\n%s", why, got, before)
		}
	}
}

// talked holds that something was said.
func talked(t *testing.T, s *stage) chat.Conversation {
	t.Helper()
	if len(s.model.Conversation.Nodes()) == 0 {
		t.Fatal("nothing was said")
	}
	return s.model.Conversation
}

func TestUntouchedIsNotKept(t *testing.T) {
	s := newStage(newHost())
	s.do(SampleOpened{"weather"}, SampleOpened{s.model.Sample}, LanguageChosen{"zh"})
	if got := s.history(); got != "" {
		t.Errorf("the history is %q", got)
	}
}

func TestHistoryIsKeptByName(t *testing.T) {
	s := newStage(newHost())
	s.do(SystemTyped{"one"}, DialogOpened{Name: "history"}, SnapshotNamed{"First"}, SnapshotKept{})
	s.do(SystemTyped{"two"}, ToolAdded{}, SnapshotNamed{"Second"}, SnapshotKept{}, HistorySearched{"first"})
	if found := s.model.View.Past.Found(); len(found) != 1 || found[0].Name != "First" {
		t.Fatalf("found %+v", found)
	}
	second, first := s.model.View.Past.Entries[0], s.model.View.Past.Entries[1]
	if len(second.Changes) != 2 || second.Changes[0].Kind != past.ToolAdded || second.Changes[1].Kind != past.SystemChanged {
		t.Errorf("changes %+v", second.Changes)
	}
	s.do(EntryPinned{first.ID, true}, RenameBegun{first.ID}, RenameTyped{"Pinned"}, Renamed{}, EntryOpened{first.ID})
	if h := s.model.View.Past; !h.Compared || len(h.Changes) != 2 {
		t.Errorf("compared %+v", h.Changes)
	}
	s.do(EntryDeleted{second.ID})
	again := reloaded(s)
	if got := again.history(); got != "asked Pinned" || !again.model.View.Past.Entries[0].Pinned {
		t.Errorf("the history is %q", got)
	}
	s.do(EntryBack{})
	if got := s.history(); got != "asked Second, asked Pinned" {
		t.Errorf("the history is %q", got)
	}
	s.do(RestorePressed{first.ID})
	if s.model.System != "one" || s.history() != "asked Second, asked Pinned" { // two is there already
		t.Errorf("system %q, history %q", s.model.System, s.history())
	}
}

func TestHistoryIsBounded(t *testing.T) {
	s := newStage(newHost())
	for i := range past.MostEntries + 5 {
		s.do(SystemTyped{itoa(i)}, SnapshotKept{})
	}
	s.history()
	entries := s.model.View.Past.Entries
	if len(entries) != past.MostEntries || len(s.host.kept[Device]) != 2*past.MostEntries+4 {
		t.Errorf("%d entries, %d records", len(entries), len(s.host.kept[Device]))
	}
}

func TestSnapshotsWhileWorking(t *testing.T) {
	s := newStage(newHost(lastWord))
	s.do(real()...)
	s.do(SystemTyped{"a"}, Sent{})
	if got := s.history(); got != "turn" {
		t.Fatalf("the history is %q", got)
	}
	s.host.now = s.host.now.Add(workingEvery + time.Minute)
	s.do(SystemTyped{"ab"})
	for range 1000 {
		if s.history() == "working, turn" {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("the history is %q", s.history())
}

// TestTwoTabs: neither tab writes over the other, and nothing is lost.
func TestTwoTabs(t *testing.T) {
	a := newStage(newHost())
	a.do(SystemTyped{"first"})
	b := beside(a)
	if b.model.System != "first" {
		t.Fatal("the second tab opened something else")
	}
	a.do(SystemTyped{"of a"})
	b.do(ThemeChosen{"dark"})
	if b.model.Elsewhere || a.host.kept[Device][keyPlayground] != share.Marshal(a.model.Snapshot()) {
		t.Fatal("a look is no conflict")
	}
	b.do(SystemTyped{"of b"})
	if !b.model.Elsewhere || !b.model.Apart() || !strings.Contains(a.host.kept[Device][keyPlayground], "of a") {
		t.Fatalf("elsewhere %v, apart %v", b.model.Elsewhere, b.model.Apart())
	}
	if again := reloaded(b); again.model.System != "of b" || !again.model.Apart() {
		t.Errorf("b reloaded is %q", again.model.System)
	}
	t.Run("keep mine", func(t *testing.T) {
		b.do(MineKept{}, SystemTyped{"of b, on its own"})
		a.do(SystemTyped{"of a, on its own"})
		if a.model.Elsewhere || b.model.Elsewhere || reloaded(a).model.System != "of a, on its own" || reloaded(b).model.System != "of b, on its own" {
			t.Error("the tabs are in each other's way")
		}
	})
	t.Run("take theirs", func(t *testing.T) {
		b.model.Elsewhere = true
		b.do(TheirsTaken{})
		if b.model.System != "of a, on its own" || b.model.Apart() || !strings.Contains(b.history(), "tab") {
			t.Errorf("b is %q, the history %q", b.model.System, b.history())
		}
		b.do(SystemTyped{"b went on"})
		if b.model.Elsewhere || !strings.Contains(a.host.kept[Device][keyPlayground], "b went on") {
			t.Error("b can't go on")
		}
		a.runner.Told(b.host.told[len(b.host.told)-1])
		a.do(a.posted...)
		if !a.model.Elsewhere || a.model.Apart() {
			t.Error("a was not told")
		}
		a.posted = nil
		a.do(MineKept{})
		if !a.model.Apart() || reloaded(a).model.System != "of a, on its own" {
			t.Error("a did not keep its own")
		}
	})
}

// TestClearedData: site data that was cleared under a page comes back.
func TestClearedData(t *testing.T) {
	s := newStage(newHost())
	s.do(SystemTyped{"a"})
	s.host.kept[Device] = map[string]string{}
	s.do(PromptTyped{"b"})
	if again := reloaded(s); again.model.System != "a" || again.model.Prompt != "b" {
		t.Errorf("kept %v", s.host.kept[Device])
	}
}

func TestWhatWasNotedIsFound(t *testing.T) {
	s := newStage(newHost())
	s.do(SystemTyped{"kept"})
	s.host.full = errors.New("gone")
	s.do(SystemTyped{"kept, and more"})
	s.runner.Leave()
	s.host.full = nil
	base := s.host.kept[Device][keyRevision]
	for name, test := range map[string]struct{ revision, want, history string }{
		"newer":     {base, "kept, and more", ""},
		"kept":      {s.model.tab + ".99", "kept", ""},
		"overtaken": {"other.1", "kept", "left"},
		"cleared":   {"", "kept, and more", ""},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHost()
			h.kept[Device], h.jotted = clone(s.host.kept[Device]), clone(s.host.jotted)
			h.kept[Device][keyRevision] = test.revision
			again := newStage(h)
			if again.model.System != test.want || again.history() != test.history || len(again.host.jotted) != 0 {
				t.Errorf("%q, history %q, notes %v", again.model.System, again.history(), again.host.jotted)
			}
		})
	}
}

// Fixed: a tab that had just got a desk of its own, and went before anything was
// kept there, came back at the other tab's.
func TestANewDeskIsFoundByItsNote(t *testing.T) {
	a := newStage(newHost())
	a.do(SystemTyped{"of both"})
	b := beside(a)
	a.do(SystemTyped{"of a"})
	b.do(SystemTyped{"of b"})
	h := b.host
	h.kept[Device] = clone(h.kept[Device])
	for _, key := range entryKeys(b.model.desk) {
		delete(h.kept[Device], key)
	}
	Save{kept: b.model.kept()}.jot(b.runner)
	if again := newStage(h); again.model.System != "of b" || !again.model.Apart() || again.host.kept[Device][playgroundKey(b.model.desk)] == "" {
		t.Errorf("it came back as %q", again.model.System)
	}
}

func clone(m map[string]string) map[string]string {
	text, _ := json.Marshal(m)
	var copied map[string]string
	_ = json.Unmarshal(text, &copied)
	return copied
}

func TestDamageIsKeptAside(t *testing.T) {
	h := newHost()
	h.kept[Device] = map[string]string{keyPlayground: `{"toolyard":1,"system":"cu`}
	s := newStage(h)
	s.do(SystemTyped{"a new beginning"})
	if got := s.history(); got != "damaged" {
		t.Fatalf("the history is %q", got)
	}
	s.do(UnreadableExported{}, EntryExported{s.model.View.Past.Entries[0].ID})
	for _, f := range h.files {
		if f[1] != `{"toolyard":1,"system":"cu` {
			t.Errorf("the file is %q", f)
		}
	}
	if len(h.files) != 2 {
		t.Errorf("files %v", h.files)
	}
	h = newHost()
	h.kept[Device], h.full = map[string]string{keyPlayground: "not JSON"}, ErrFull
	s = newStage(h)
	h.full = nil
	s.do(SystemTyped{"elsewhere"})
	if h.kept[Device][keyPlayground] != "not JSON" {
		t.Error("what could not be kept aside was written over")
	}
}

func TestFilesGoThere(t *testing.T) {
	s := newStage(newHost())
	s.do(real()...)
	s.do(SnapshotNamed{"One"}, SnapshotKept{}, SystemTyped{"other"}, SnapshotKept{}, FileExported{}, DialogOpened{Name: "history"}, HistoryExported{})
	if len(s.host.files) != 2 {
		t.Fatalf("files %v", s.host.files)
	}
	for _, f := range s.host.files {
		if strings.Contains(f[1], "secret") || !strings.HasSuffix(f[0], past.Extension) {
			t.Errorf("%s: %s", f[0], f[1])
		}
	}
	other := newStage(newHost())
	before := share.Marshal(other.model.Snapshot())
	other.do(TextGiven{Text: s.host.files[1][1], Name: s.host.files[1][0]})
	if len(other.model.View.Import.Records) != 2 || share.Marshal(other.model.Snapshot()) != before {
		t.Fatalf("found %+v", other.model.View.Import.Records)
	}
	other.do(RecordsTaken{}, TextGiven{Text: s.host.files[1][1], Name: s.host.files[1][0]}, RecordsTaken{})
	if got := other.history(); got != "file, file One" {
		t.Errorf("the history is %q", got)
	}
	other.do(TextGiven{Text: s.host.files[0][1], Name: s.host.files[0][0]}, ImportTaken{})
	if got, want := share.Marshal(other.model.Snapshot()), share.Marshal(s.model.Snapshot()); got != want {
		t.Errorf("opened\n%s\nwas\n%s", got, want)
	}
}

func TestFilesAtFault(t *testing.T) {
	for text, want := range map[string]string{
		"not": "file-not-json", `{"toolyard":1,"title":"x`: "file-cut", `{"toolyard":7}`: "file-newer", `{}`: "file-foreign",
		`{"toolyard":1,"tools":{}}`: "file-corrupt", "": "file-not-json",
	} {
		s := newStage(newHost())
		s.do(TextGiven{Text: text, Name: "a.toolyard.json"})
		if n := s.model.Notices; len(n) != 1 || n[0].Kind != want || s.model.View.Dialog != "" {
			t.Errorf("%q: %+v", text, n)
		}
	}
	s := newStage(newHost())
	s.do(TextGiven{Text: strings.Repeat("x", mostForeign+1), Name: "big.txt"})
	if n := s.model.Notices; len(n) != 1 || n[0].Kind != "file-too-large" {
		t.Errorf("%+v", n)
	}
}
