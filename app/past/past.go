// Package past is the history of playgrounds: what was kept of them, so that no
// work is lost.
//
//   - An entry is one snapshot that is kept, told without its content.
//   - A record is an entry with its content: the text of a file (package share),
//     or, of a damaged entry, whatever stood where a playground should.
//   - A lineage is one playground through time: it begins where another one takes
//     its place, and every entry belongs to one.
//   - A change is one thing that differs between two snapshots.
//   - A bundle is a file of many playgrounds.
//   - Surplus is what may go when there is too much: never the last entry of a
//     lineage that is kept nowhere else, and never a pinned one.
//
// Nothing here has a field for a key.
package past

import (
	"cmp"
	"hash/crc32"
	"slices"
	"strings"
	"time"

	"toolyard/app/share"
)

// Why says on what occasion an entry was kept.
type Why string

// The occasions.
const (
	Asked        Why = "asked"        // the person wanted it
	Link         Why = "link"         // before a link was opened
	Example      Why = "example"      // before an example was opened
	Import       Why = "import"       // before something imported took its place
	Restore      Why = "restore"      // before an entry took its place
	Conversation Why = "conversation" // before the conversation began anew
	Elsewhere    Why = "elsewhere"    // another tab's work took its place
	Tab          Why = "tab"          // the work of a tab that keeps its own
	Left         Why = "left"         // a page was left before it was saved
	Turn         Why = "turn"         // a turn had ended
	Working      Why = "working"      // now and then
	File         Why = "file"         // it came from a file
	Aside        Why = "aside"        // the page was opened without it (?fresh)
	Damaged      Why = "damaged"      // it can't be read, and is kept as it was found
)

// Whys lists the occasions, for whoever must have words for each.
func Whys() []Why {
	return []Why{Asked, Link, Example, Import, Restore, Conversation, Elsewhere, Tab, Left, Turn, Working, File, Aside, Damaged}
}

// Entry is one snapshot that is kept, told without its content.
type Entry struct {
	ID       string   `json:"id"`
	Lineage  string   `json:"lineage"`
	At       int64    `json:"at"` // milliseconds since 1970
	Why      Why      `json:"why"`
	Name     string   `json:"name,omitempty"` // that the person gave it
	Pinned   bool     `json:"pinned,omitempty"`
	Title    string   `json:"title,omitempty"`
	Tools    []string `json:"tools,omitempty"` // names
	Messages int      `json:"messages,omitempty"`
	Model    string   `json:"model,omitempty"`
	Host     string   `json:"host,omitempty"`
	Changes  []Change `json:"changes,omitempty"` // since the entry before it, of its lineage
	Size     int      `json:"size"`              // of the content, in bytes
	Sum      uint32   `json:"sum"`               // of the content
}

// Record is an entry with its content.
type Record struct {
	Entry
	Text string
}

// New is the record of a snapshot. Entry says what the snapshot doesn't.
func New(e Entry, s share.Snapshot) Record {
	e.Title, e.Model, e.Messages = s.Title, s.Endpoint.Model, len(s.Nodes)
	e.Host, e.Tools = s.Endpoint.Host(), nil
	for _, t := range s.Tools {
		e.Tools = append(e.Tools, t.Name)
	}
	return of(e, share.Marshal(s))
}

// NewDamaged is the record of a text that no snapshot can be read from.
func NewDamaged(e Entry, text string) Record {
	e.Why = Damaged
	return of(e, text)
}

func of(e Entry, text string) Record {
	e.Size, e.Sum = len(text), crc32.ChecksumIEEE([]byte(text))
	return Record{e, text}
}

// Same says whether two entries of a lineage have the same content.
func (e Entry) Same(other Entry) bool {
	return e.Lineage == other.Lineage && e.Size == other.Size && e.Sum == other.Sum
}

// Sorted puts entries in the order of time, the newest first.
func Sorted(entries []Entry) []Entry {
	return slices.SortedFunc(slices.Values(entries), func(a, b Entry) int {
		return cmp.Or(cmp.Compare(b.At, a.At), strings.Compare(b.ID, a.ID))
	})
}

// Next is the time of an entry that is kept now. No other entry has it, or it would
// be chance which of two in one millisecond is the newer.
func Next(entries []Entry, now time.Time) int64 {
	at := now.UnixMilli()
	for slices.ContainsFunc(entries, func(e Entry) bool { return e.At == at }) {
		at++
	}
	return at
}

// Latest is the newest entry of a lineage.
func Latest(entries []Entry, lineage string) (Entry, bool) {
	for _, e := range Sorted(entries) {
		if e.Lineage == lineage && e.Why != Damaged {
			return e, true
		}
	}
	return Entry{}, false
}

// Bounds of the history. Beyond them the oldest entries go that may.
const (
	MostEntries = 100
	MostBytes   = 32 << 20 // of content
)

// Surplus lists the entries that have to go, the oldest first, so that the rest
// is within the bounds. Kept are the lineages that stand elsewhere, too: of every
// other one the last entry stays. Over says that what has to stay is too much.
func Surplus(entries []Entry, kept map[string]bool) (gone []Entry, over bool) {
	copies := map[string]int{}
	count, size := len(entries), 0
	for _, e := range entries {
		copies[e.Lineage]++
		size += e.Size
	}
	over = count > MostEntries || size > MostBytes
	sorted := Sorted(entries)
	for i := len(sorted) - 1; i >= 0 && over; i-- {
		e := sorted[i]
		if e.Pinned || copies[e.Lineage] == 1 && !kept[e.Lineage] {
			continue
		}
		gone = append(gone, e)
		copies[e.Lineage]--
		count, size = count-1, size-e.Size
		over = count > MostEntries || size > MostBytes
	}
	return gone, over
}

// Matches says whether every word of a query stands in what is told of an entry.
func (e Entry) Matches(query string) bool {
	told := []string{e.Name, e.Title, e.Model, e.Host}
	told = append(told, e.Tools...)
	for _, c := range e.Changes {
		told = append(told, c.Detail)
	}
	all := strings.ToLower(strings.Join(told, "\n"))
	for _, word := range strings.Fields(strings.ToLower(query)) {
		if !strings.Contains(all, word) {
			return false
		}
	}
	return true
}
