package play

import (
	"cmp"
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
	keyKeys       = "keys"
)

// kept is what outlives the page: everything but keys, which have a place of
// their own, and what only the moment needs.
type kept struct {
	Playground share.Snapshot
	Page       page
	Wire       []Completion
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
	k := kept{Playground: at.Snapshot(), Page: m.page()}
	for _, c := range m.Completions {
		if c.State == AtRest {
			k.Wire = append(k.Wire, c)
		}
	}
	return k
}

func (m Model) page() page {
	v := m.View
	p := page{m.Sample, v.Language, v.Theme, 0, v.Schema, v.Beside, v.Pane, v.WireTab, v.WireOf, v.Folded, m.Drafts, v.Relayed}
	for i, t := range m.Tools {
		if t.ID == v.Tool {
			p.Tool = i
		}
	}
	return p
}

// Save keeps the playground on the device, once typing pauses. A newer Save
// takes the place of one that waits.
type Save struct{ kept kept }

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
	r.Flush()
}

// texts is what is kept, by key.
func (e Save) texts() map[string]string {
	return map[string]string{
		keyPlayground: share.Marshal(e.kept.Playground),
		keyPage:       marshal(e.kept.Page),
		keyWire:       marshalWire(e.kept.Wire),
	}
}

// jot keeps what fits where a page that is about to go can still write.
func (e Save) jot(r *Runner) {
	const most = 1 << 20 // bytes: a few such texts are all that browsers allow there
	for key, text := range e.texts() {
		if len(text) <= most {
			r.host.Jot(key, text)
		}
	}
}

// store writes what is kept. Only what changed since the last time is written.
func (e *Save) store(ctx context.Context, r *Runner) {
	texts := e.texts()
	// All at once: a page that is about to go starts nothing after an answer.
	failed := make(chan error, len(texts))
	for key, text := range texts {
		go func() { failed <- r.storeNews(ctx, key, text) }()
	}
	var failure error
	for range texts {
		failure = cmp.Or(failure, <-failed)
	}
	if failure != nil {
		r.post(StoreFailed{failure.Error()})
		return
	}
	r.mu.Lock()
	if r.news == e {
		r.news = nil
	}
	r.mu.Unlock()
	r.post(Stored{})
}

// storeNews writes a text unless it is what was written last.
func (r *Runner) storeNews(ctx context.Context, key, text string) error {
	if !r.changed(key, text) {
		return nil
	}
	err := r.host.Store(ctx, Device, key, text)
	if err != nil {
		r.forgetStored(key)
	}
	return err
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
type StoreFailed struct{ Detail string }

func (s StoreFailed) apply(m Model) (Model, []Effect) {
	for _, n := range m.Notices {
		if n.Kind == "store-failed" {
			return m, nil
		}
	}
	return m.notify("store-failed", s.Detail), nil
}

// Stored: the playground is kept. A notice that it was not is over.
type Stored struct{}

func (Stored) apply(m Model) (Model, []Effect) { return m.without("store-failed"), nil }

// restore makes the conversation of a snapshot.
func restore(s share.Snapshot) chat.Conversation { return chat.Restore(s.Nodes, s.Tip) }

// KeepKeys writes the keys that the person wants kept at a place, and erases
// all others there.
type KeepKeys struct {
	At   Place
	Keys []Key
}

func (e KeepKeys) note(r *Runner) (due bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	_, waits := r.keys[e.At]
	r.keys[e.At] = e
	return !waits
}

func (e KeepKeys) perform(ctx context.Context, r *Runner) {
	r.mu.Lock()
	e = r.keys[e.At]
	delete(r.keys, e.At)
	r.mu.Unlock()
	var err error
	if len(e.Keys) == 0 {
		err = r.host.Erase(ctx, e.At, keyKeys)
	} else {
		byOrigin := map[string]string{}
		for _, k := range e.Keys {
			byOrigin[k.Origin] = k.Secret.Reveal() // the person chose this place for it
		}
		err = r.host.Store(ctx, e.At, keyKeys, marshal(byOrigin))
	}
	if err != nil {
		r.post(Noticed{Kind: "key-not-kept", Detail: err.Error()})
	}
}
