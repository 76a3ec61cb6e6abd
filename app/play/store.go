package play

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"toolyard/app/past"
	"toolyard/app/share"
)

// texts is what is kept, by key.
func (e Save) texts() map[string]string {
	d, wire := e.kept.Desk, e.wire
	if wire == "" {
		wire = marshalWire(e.kept.Wire)
	}
	return map[string]string{
		playgroundKey(d): share.Marshal(e.kept.Playground),
		pageKey(d):       marshal(e.kept.Page),
		wireKey(d):       wire,
	}
}

// prepare writes the wire, which may be megabytes, and lets the page answer before
// the rest is written.
func (e *Save) prepare(ctx context.Context, r *Runner) {
	wire := marshalWire(e.kept.Wire)
	if len(wire) > wireAtOnce {
		_ = r.host.Sleep(ctx, time.Millisecond)
	}
	r.storing.Lock()
	defer r.storing.Unlock()
	e.wire = wire
}

// wireAtOnce is how many bytes of wire are written together with all else.
const wireAtOnce = 256 << 10

// jot keeps what fits where a page that is about to go can still write.
func (e Save) jot(r *Runner) {
	d, texts := e.kept.Desk, e.texts()
	r.mu.Lock()
	j := jotting{
		Desk: d, Tab: r.tab, Number: r.written + 1, Base: r.known[d], Lineage: e.kept.Lineage,
		Playground: texts[playgroundKey(d)], Page: texts[pageKey(d)], Wire: texts[wireKey(d)],
	}
	r.mu.Unlock()
	if text := j.text(); text != "" {
		r.host.Jot(j.Tab, text)
	}
}

// store writes what is kept, all of it or nothing, unless another tab has written
// there. Only what changed since the last time is written.
func (e *Save) store(ctx context.Context, r *Runner) {
	r.storing.Lock()
	defer r.storing.Unlock()
	for again := true; again; {
		again = e.storeOnce(ctx, r)
	}
}

// storeOnce says whether the device turned out to be empty: then all has to be
// written again.
func (e *Save) storeOnce(ctx context.Context, r *Runner) (emptied bool) {
	d, texts := e.kept.Desk, e.texts()
	change, next := r.change(d, texts)
	may := change.May
	change.May = func(now string) bool {
		emptied = now == "" && r.knows(d)
		return !emptied && may(now)
	}
	work := r.isWork(e, texts)
	if work {
		change.Put[revisionKey(d)] = next
		if d != "" {
			change.Put[entryKey(d)] = marshal(e.entry(ctx, r))
		}
	}
	done, err := true, error(nil)
	if len(change.Put) > 0 {
		done, err = r.host.Change(ctx, change)
	}
	switch {
	case err != nil:
		r.post(StoreFailed{Detail: err.Error(), Full: errors.Is(err, ErrFull)})
		return false
	case emptied:
		r.forget(d, texts)
	case !done && work:
		r.post(FoundElsewhere{Desk: d})
	case done:
		r.kept(e, texts, work)
	}
	return emptied
}

// knows says whether a desk had a revision.
func (r *Runner) knows(d desk) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.known[d] != ""
}

// forget takes what was written at a desk for gone.
func (r *Runner) forget(d desk, texts map[string]string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.known, d)
	for key := range texts {
		delete(r.stored, key)
	}
}

// change is what has to be written of some texts, and the revision that they are.
func (r *Runner) change(d desk, texts map[string]string) (c Change, next string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	c = Change{Put: map[string]string{}, Guard: revisionKey(d)}
	for key, text := range texts {
		if last, ok := r.stored[key]; !ok || last != text {
			c.Put[key] = text
		}
	}
	r.written++
	tab, known := r.tab, r.known[d]
	c.May = func(now string) bool {
		writer, _ := revision(now)
		return now == "" || now == known || writer == tab
	}
	return c, tab + "." + itoa(r.written)
}

// isWork says whether a save holds anything that was not kept before, other than
// how the page is looked at.
func (r *Runner) isWork(e *Save, texts map[string]string) bool {
	d := e.kept.Desk
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.stored[playgroundKey(d)] != texts[playgroundKey(d)] || r.stored[wireKey(d)] != texts[wireKey(d)] ||
		marshal(readPage(r.stored[pageKey(d)]).Drafts) != marshal(e.kept.Page.Drafts)
}

// kept notes what was written, and tells it.
func (r *Runner) kept(e *Save, texts map[string]string, work bool) {
	d := e.kept.Desk
	r.mu.Lock()
	for key, text := range texts {
		r.stored[key] = text
	}
	tell := ""
	if work {
		r.known[d] = r.tab + "." + itoa(r.written)
		tell = r.known[d] + " " + d
	}
	current := r.news == e
	if current {
		r.news = nil
	}
	tab := r.tab
	r.mu.Unlock()
	if current {
		r.host.Unjot(tab)
	}
	if tell != "" {
		r.host.Tell(tell)
	}
	r.post(Stored{})
	r.rememberNowAndThen(e.kept)
}

// entry is that of a desk of the tab's own, with what the person did to it.
func (e *Save) entry(ctx context.Context, r *Runner) past.Entry {
	var was past.Entry
	if text, _, err := r.host.Load(ctx, Device, entryKey(e.kept.Desk)); err == nil {
		_ = json.Unmarshal([]byte(text), &was)
	}
	return past.New(past.Entry{
		ID: e.kept.Desk, Lineage: e.kept.Lineage, At: r.host.Now().UnixMilli(), Why: past.Tab,
		Name: was.Name, Pinned: was.Pinned,
	}, e.kept.Playground).Entry
}
