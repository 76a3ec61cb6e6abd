package play

import (
	"context"
	"encoding/json"

	"toolyard/app/chat"
	"toolyard/app/share"
)

// What is kept on the device, by key. The playground is in the form of a file,
// so that it can be given back even when the program can't start.
const (
	keyPlayground = "playground"
	keyPage       = "page"
	keyWire       = "wire"
	keyRevision   = "revision"
	keyKeys       = "keys"
	keyDesk       = "desk"     // in the tab: where its work is kept
	keyEntry      = "history/" // and an id: an entry of the history
	keyContent    = "content/" // and an id: its content
)

// kept is what outlives the page: everything but keys, which have a place of
// their own, and what only the moment needs.
type kept struct {
	Desk       desk
	Lineage    string
	Playground share.Snapshot
	Page       page
	Wire       []*Completion
}

// page is the part of the view that outlives the page, with what is typed and
// not sent.
type page struct {
	Sample   string   `json:"sample,omitempty"`
	Language string   `json:"language,omitempty"`
	Theme    string   `json:"theme,omitempty"`
	Tool     int      `json:"tool"` // position of the selected tool
	Schema   string   `json:"schema,omitempty"`
	Beside   bool     `json:"beside,omitempty"`
	Pane     string   `json:"pane,omitempty"`
	WireTab  string   `json:"wireTab,omitempty"`
	WireOf   int      `json:"wireOf,omitempty"`
	Folded   []string `json:"folded,omitempty"`
	Drafts   []Draft  `json:"drafts,omitempty"`
	Lineage  string   `json:"lineage,omitempty"`
	Relayed  []string `json:"relayed,omitempty"`
}

// kept is the part of the Model that is kept. A running answer counts as far as
// it came, so that a reload loses nothing.
func (m Model) kept() kept {
	at := m
	if running, ok := m.Running(); ok {
		running.Stopped = true
		at = m.withCompletion(running).settle(running.ID)
	}
	k := kept{Desk: m.desk, Lineage: m.lineage, Playground: at.Snapshot(), Page: m.page()}
	for _, c := range m.Completions {
		if c.State == AtRest {
			k.Wire = append(k.Wire, c)
		}
	}
	return k
}

func (m Model) page() page {
	v := m.View
	p := page{m.Sample, v.Language, v.Theme, 0, v.Schema, v.Beside, v.Pane, v.WireTab, v.WireOf, v.Folded, m.Drafts, m.lineage, v.Relayed}
	for i, t := range m.Tools {
		if t.ID == v.Tool {
			p.Tool = i
		}
	}
	return p
}

// Save keeps the playground on the device, once typing pauses. A newer Save
// takes the place of one that waits.
type Save struct {
	kept kept
	wire string // of it, as it is written; "" where that is still to be done
}

func (e Save) note(r *Runner) (due bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	due = r.save == nil
	r.save, r.news = &e, &e
	return due
}

// perform waits until typing pauses: a long playground takes a while to write.
func (e Save) perform(ctx context.Context, r *Runner) {
	for range savesPutOff {
		r.mu.Lock()
		before := r.save
		r.mu.Unlock()
		if r.host.Sleep(ctx, saveDelay) != nil {
			return
		}
		r.mu.Lock()
		quiet := before == r.save
		r.mu.Unlock()
		if quiet {
			break
		}
	}
	r.mu.Lock()
	newest := r.save
	r.mu.Unlock()
	if newest != nil {
		newest.prepare(ctx, r)
	}
	r.Flush()
}

// marshal writes a value of this package, which can't fail, as JSON.
func marshal(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic("play: " + err.Error())
	}
	return string(text)
}

// StoreFailed: the playground could not be kept. The page goes on in memory.
type StoreFailed struct {
	Detail string
	Full   bool // because there is no room
}

func (s StoreFailed) apply(m Model) (Model, []Effect) {
	kind := "store-failed"
	if s.Full {
		kind = "store-full"
	}
	for _, n := range m.Notices {
		if n.Kind == kind {
			return m, nil
		}
	}
	return m.without("store-failed").without("store-full").notify(kind, s.Detail), nil
}

// Stored: the playground is kept. A notice that it was not is over.
type Stored struct{}

func (Stored) apply(m Model) (Model, []Effect) {
	return m.without("store-failed").without("store-full"), nil
}

// restore makes the conversation of a snapshot.
func restore(s share.Snapshot) chat.Conversation { return chat.Restore(s.Nodes, s.Tip) }
