package play

import (
	"context"
	"sync"
	"time"
)

// Effect is work for the world outside. What comes of it is posted.
type Effect interface {
	perform(context.Context, *Runner)
}

// Typing is saved when it pauses for this long, and after so many such times at
// the latest.
const (
	saveDelay   = 300 * time.Millisecond
	savesPutOff = 5
)

// Runner performs effects. It holds what a value can't: the requests under way,
// and the save that waits. Its zero value is not usable; NewRunner makes one.
type Runner struct {
	host Host
	post func(Msg)

	mu     sync.Mutex
	cancel map[int]context.CancelFunc // by completion
	save   *Save                      // the newest, while it waits; nil where none does
	keys   map[Place]KeepKeys         // the newest, while they wait
	news   *Save                      // the newest that is not stored yet; nil where all is
	stored map[string]string          // what was written last, by key
	tab    string                     // no other tab's name
	known  map[desk]string            // the revision of each desk that this tab knows
	desk   desk                       // that the work goes to
	due    time.Time                  // when the next snapshot is kept while the person works
	pauses int                        // how often a pause was asked for while one is waited for

	storing sync.Mutex // one save after the other
	history queue      // who reads or changes the history
	written int        // how many revisions this tab wrote
}

// NewRunner makes a runner whose effects use host and report through post,
// which is called from any goroutine.
func NewRunner(host Host, post func(Msg)) *Runner {
	return &Runner{host: host, post: post, cancel: map[int]context.CancelFunc{}, stored: map[string]string{}, known: map[desk]string{}, keys: map[Place]KeepKeys{}}
}

// noted is an effect of which only the newest counts. It is noted before
// anything else happens, so that no older one can come last; due says whether a
// goroutine has to perform it, or one that waits already will.
type noted interface {
	note(*Runner) (due bool)
}

// Do starts every effect and returns at once.
func (r *Runner) Do(effects []Effect) {
	for _, e := range effects {
		if n, ok := e.(noted); ok && !n.note(r) {
			continue
		}
		r.begin(e)
	}
}

// Leave keeps at once what is not stored yet: the page is about to go.
func (r *Runner) Leave() {
	r.mu.Lock()
	news := r.news
	r.mu.Unlock()
	if news != nil {
		news.jot(r)
	}
	r.Flush()
}

// Flush stores what waits to be stored.
func (r *Runner) Flush() {
	r.mu.Lock()
	waiting := r.save
	r.save = nil
	r.mu.Unlock()
	if waiting != nil {
		waiting.store(context.Background(), r)
	}
}

// started notes how a completion is cancelled.
func (r *Runner) started(completion int, cancel context.CancelFunc) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.cancel[completion] = cancel
}

// ended cancels a completion's request, if it still runs, and forgets it.
func (r *Runner) ended(completion int) {
	r.mu.Lock()
	cancel := r.cancel[completion]
	delete(r.cancel, completion)
	r.mu.Unlock()
	if cancel != nil {
		cancel()
	}
}

// Focus moves the focus to an element.
type Focus struct{ ID string }

func (e Focus) perform(_ context.Context, r *Runner) { r.host.Focus(e.ID) }

// Invite moves the focus to what arrived by itself, unless the person writes
// elsewhere.
type Invite struct{ ID string }

func (e Invite) perform(_ context.Context, r *Runner) { r.host.Invite(e.ID) }

// Reveal brings an element into sight and leaves the focus where it is.
type Reveal struct{ ID string }

func (e Reveal) perform(_ context.Context, r *Runner) { r.host.Reveal(e.ID) }

// Dress gives the page its language and theme.
type Dress struct{ Language, Theme string }

// documentLanguage is what the lang attribute says for each language.
var documentLanguage = map[string]string{"en": "en", "zh": "zh-Hans"}

func (e Dress) perform(_ context.Context, r *Runner) {
	r.host.Dress(documentLanguage[e.Language], e.Theme)
}

// Copy puts a text on the clipboard. What names it in the notice that follows.
type Copy struct{ What, Text string }

func (e Copy) perform(ctx context.Context, r *Runner) {
	if err := r.host.Copy(ctx, e.Text); err != nil {
		r.post(Noticed{Kind: "copy-failed", Detail: err.Error()})
		return
	}
	r.post(Copied{What: e.What})
}

// Download offers a file to the person.
type Download struct{ Name, MediaType, Content string }

func (e Download) perform(_ context.Context, r *Runner) {
	if err := r.host.Download(e.Name, e.MediaType, e.Content); err != nil {
		r.post(Noticed{Kind: "download-failed", Detail: err.Error()})
	}
}

// LoadEditor brings the editor of JSON text, which the first press can do without.
type LoadEditor struct{}

func (LoadEditor) perform(ctx context.Context, r *Runner) {
	if r.host.LoadEditor(ctx) {
		r.post(EditorLoaded{})
	}
}

// EditorLoaded: the editor of JSON text is there. Until then, and where it can't
// be had, a plain text area does its work.
type EditorLoaded struct{}

func (EditorLoaded) apply(m Model) (Model, []Effect) {
	m.View.Editor = true
	return m, nil
}

// ClearFragment takes a link that was read out of the address.
type ClearFragment struct{}

func (ClearFragment) perform(_ context.Context, r *Runner) { r.host.SetFragment("") }
