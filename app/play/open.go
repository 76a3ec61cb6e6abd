package play

import (
	"context"
	"encoding/json"
	"strings"

	"toolyard/app/past"
	"toolyard/app/share"
)

// Start reads what was kept, and the link in the address. An address that asks
// for a fresh playground (?fresh) leaves aside what was kept: a way out of one
// that can't be opened. It goes into the history.
type Start struct{}

func (Start) perform(ctx context.Context, r *Runner) {
	address, query, _ := strings.Cut(r.host.Address(), "?")
	found := Restored{Language: Preferred(r.host.Languages()), Fragment: r.host.Fragment(), Address: address, Opening: r.host.Opening(ctx)}
	found.Tab = r.host.Unique()
	reading := &reading{ctx: ctx, r: r}
	r.mu.Lock()
	r.tab, r.due = found.Tab, r.host.Now().Add(workingEvery)
	r.mu.Unlock()
	at := reading.load(Tab, keyDesk)
	if at != "" && reading.load(Device, playgroundKey(at)) == "" && !reading.noted(at) {
		at = ""
	}
	found.Desk = at
	found.Work = reading.work(at)
	reading.jotted(&found)
	reading.aside(&found)
	if query == "fresh" {
		reading.asideFresh(found)
		found.Work = Work{}
	}
	found.TabKeys = reading.load(Tab, keyKeys)
	var untold error
	if found.DeviceKeys, found.KeyNotice, untold = deviceKeys(ctx, r.host); untold != nil {
		found.KeyDetail = untold.Error()
	}
	found.Failed = reading.failed
	r.post(found)
}

// Work is what was kept at a desk.
type Work struct{ Playground, Page, Wire string }

// reading reads what was kept, as far as it can.
type reading struct {
	ctx    context.Context
	r      *Runner
	failed string // why something could not be read
}

func (g *reading) load(at Place, key string) string {
	text, _, err := g.r.host.Load(g.ctx, at, key)
	if err != nil {
		g.failed = err.Error()
	}
	return text
}

// work reads a desk: its revision first, so that one who writes meanwhile is
// noticed when this tab writes.
func (g *reading) work(d desk) Work {
	revision := g.load(Device, revisionKey(d))
	w := Work{g.load(Device, playgroundKey(d)), g.load(Device, pageKey(d)), g.load(Device, wireKey(d))}
	g.r.mu.Lock()
	defer g.r.mu.Unlock()
	g.r.desk, g.r.known[d] = d, revision
	g.r.stored[playgroundKey(d)], g.r.stored[pageKey(d)], g.r.stored[wireKey(d)] = w.Playground, w.Page, w.Wire
	return w
}

// noted says whether there is a note of a desk: its tab may have gone before the
// first work was kept there.
func (g *reading) noted(d desk) bool {
	for _, text := range g.r.host.Jotted() {
		if j, ok := readJotting(text); ok && j.Desk == d {
			return true
		}
	}
	return false
}

// jotted takes what pages noted that went before it was kept. What is newer than
// what this tab opens takes its place; the rest goes into the history.
func (g *reading) jotted(found *Restored) {
	for key, text := range g.r.host.Jotted() {
		j, ok := readJotting(text)
		if !ok {
			g.r.host.Unjot(key)
			continue
		}
		switch j.worth(g.load(Device, revisionKey(j.Desk))) {
		case obsolete:
		case newest:
			if j.Desk == found.Desk && !found.Unsaved {
				found.Unsaved = true
				if j.Wire == "" {
					j.Wire = found.Work.Wire
				}
				found.Work = Work{j.Playground, j.Page, j.Wire}
				found.jot = key
				continue // until it is kept
			}
			fallthrough
		default:
			g.r.remember(g.ctx, j.left())
		}
		g.r.host.Unjot(key)
	}
}

// left is a jotting for the history.
func (j jotting) left() Remember {
	s, _ := share.Unmarshal(j.Playground) // readJotting did
	return Remember{Why: past.Left, Lineage: j.Lineage, Snapshot: s}
}

// aside keeps what can't be read as it is, before anything is written over it.
// Where that fails, the work goes on at a desk of its own.
func (g *reading) aside(found *Restored) {
	for _, text := range found.Work.damaged() {
		id := g.r.host.Unique()
		if g.r.keepDamaged(g.ctx, id, text) != nil {
			found.Desk = id
		}
	}
}

// damaged are the texts that nothing can be read from.
func (w Work) damaged() []string {
	var texts []string
	if _, err := share.Unmarshal(w.Playground); err != nil && w.Playground != "" {
		texts = append(texts, w.Playground)
	}
	for _, text := range []string{w.Page, w.Wire} {
		if text != "" && !json.Valid([]byte(text)) {
			texts = append(texts, text)
		}
	}
	return texts
}

// asideFresh keeps what could be read and is not to be opened.
func (g *reading) asideFresh(found Restored) {
	if s, err := share.Unmarshal(found.Work.Playground); err == nil && found.Work.Playground != "" {
		g.r.remember(g.ctx, Remember{Why: past.Aside, Lineage: readPage(found.Work.Page).Lineage, Snapshot: s})
	}
}
