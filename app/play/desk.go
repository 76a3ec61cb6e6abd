package play

import (
	"encoding/json"
	"strconv"
	"strings"

	"toolyard/app/share"
)

// desk is where the work of a tab is kept. The desk "" is the one that a new tab
// opens. A tab that can't have that one, as another tab works there, has its own:
// an entry of the history, named by its id.
//
// A revision says who wrote last, and how often: TAB.NUMBER. A tab may write where
// the revision is the one that it knows, or its own.
type desk = string

// The keys of a desk. The content of one of a tab's own is that of the entry.
func playgroundKey(d desk) string {
	if d == "" {
		return keyPlayground
	}
	return contentKey(d)
}

func pageKey(d desk) string     { return deskKey(keyPage, d) }
func wireKey(d desk) string     { return deskKey(keyWire, d) }
func revisionKey(d desk) string { return deskKey(keyRevision, d) }

func deskKey(key string, d desk) string {
	if d == "" {
		return key
	}
	return key + "/" + d
}

// The keys of an entry of the history.
func entryKey(id string) string   { return keyEntry + id }
func contentKey(id string) string { return keyContent + id }

// entryKeys are all that is kept of an entry, and of a desk with its id.
func entryKeys(id string) []string {
	return []string{entryKey(id), contentKey(id), pageKey(id), wireKey(id), revisionKey(id)}
}

// jotting is what a page notes that goes before its work is kept.
type jotting struct {
	Desk       desk   `json:"desk"`
	Tab        string `json:"tab"`
	Number     int    `json:"number"` // of the revision that it would have been
	Base       string `json:"base"`   // the revision that it was made from
	Lineage    string `json:"lineage"`
	Playground string `json:"playground"`
	Page       string `json:"page"`
	Wire       string `json:"wire,omitempty"`
}

// mostJotted bounds a jotting, in bytes: browsers allow a few such texts.
const mostJotted = 2 << 20

// text is the jotting as it is noted, without the wire if that is too much; ""
// where it has no room at all.
func (j jotting) text() string {
	if len(j.Playground)+len(j.Page)+len(j.Wire) > mostJotted {
		j.Wire = ""
	}
	if len(j.Playground)+len(j.Page) > mostJotted {
		return ""
	}
	return marshal(j)
}

func readJotting(text string) (jotting, bool) {
	var j jotting
	ok := json.Unmarshal([]byte(text), &j) == nil && j.Playground != ""
	if ok {
		_, err := share.Unmarshal(j.Playground)
		ok = err == nil
	}
	return j, ok
}

// Of what a jotting is worth, by the revision that its desk has now.
type worth uint8

const (
	newest    worth = iota // nothing was written since
	obsolete               // it was kept all the same
	overtaken              // another tab wrote since
)

func (j jotting) worth(now string) worth {
	tab, number := revision(now)
	switch {
	case tab == j.Tab && number >= j.Number:
		return obsolete
	case tab == j.Tab || now == j.Base || now == "":
		return newest
	}
	return overtaken
}

// revision takes a revision apart.
func revision(text string) (tab string, number int) {
	at := strings.LastIndexByte(text, '.')
	if at < 0 {
		return text, 0
	}
	number, _ = strconv.Atoi(text[at+1:])
	return text[:at], number
}
