package e2e

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"toolyard/app/play"
)

// modelPage is a page without a view: the Model, and what an act on each
// element would send to it (modelview*.go).
type modelPage struct {
	profile *profile
	life    *life
}

// life is a page from one load to the next.
type life struct {
	runner *play.Runner
	leave  context.CancelFunc // ends its requests

	mu    sync.Mutex
	model play.Model
	over  bool
}

// NewModelPage is the page of a person who comes for the first time.
func NewModelPage() (Page, error) { return startModel(newProfile(), "") }

// startModel opens a page, with a link behind its #, and waits until it answers.
func startModel(of *profile, fragment string) (*modelPage, error) {
	ctx, leave := context.WithCancel(context.Background())
	l := &life{model: play.New("en"), leave: leave}
	l.runner = play.NewRunner(&host{profile: of, page: ctx, fragment: fragment}, l.send)
	l.runner.Do([]play.Effect{play.Start{}})
	return &modelPage{of, l}, eventually(func() error {
		if !l.now().Ready {
			return fmt.Errorf("the Model is not ready")
		}
		return nil
	})
}

// send is what Program.Send is to the view. A page that was left takes nothing.
// As there, the effects of one message are asked for before the next one comes:
// else the script saw what was restored, and replaced it again, before what had
// been replaced first was on its way into the history.
func (l *life) send(msg play.Msg) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.over {
		return
	}
	var effects []play.Effect
	l.model, effects = play.Update(l.model, msg)
	l.runner.Do(effects)
}

func (l *life) now() play.Model {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.model
}

// end keeps what waits to be kept, as a page does that hides, and gives up its
// requests.
func (l *life) end() {
	l.mu.Lock()
	l.over = true
	l.mu.Unlock()
	time.Sleep(20 * time.Millisecond) // effects begin in goroutines of their own
	l.runner.Flush()
	l.leave()
}

// Look keeps the parents right though it leaves elements out.
func (p *modelPage) Look(ids ...string) ([]Element, error) {
	var seen []Element
	at := map[int]int{-1: -1} // index here by index in the view, or that of what is around it
	nth := map[string]int{}
	for i, w := range viewOf(p.life.now()) {
		e := w.Element
		e.Parent = at[w.Parent]
		at[i] = e.Parent
		if slices.Contains(ids, e.ID) {
			at[i] = len(seen)
			e.Nth = nth[e.ID]
			nth[e.ID]++
			seen = append(seen, e)
		}
	}
	return seen, nil
}

// Do sends what the view would send.
func (p *modelPage) Do(e Element, a Act) error {
	w, err := p.widget(e)
	if err != nil {
		return err
	}
	var msg play.Msg
	if a.Kind == Drag {
		msg, err = p.dropped(w, a.Text)
	} else {
		msg, err = w.message(a)
	}
	if err == nil {
		p.life.send(msg)
	}
	return err
}

// widget finds what an element is in the view.
func (p *modelPage) widget(e Element) (widget, error) {
	nth := 0
	for _, w := range viewOf(p.life.now()) {
		if w.ID == e.ID {
			if nth == e.Nth {
				return w, nil
			}
			nth++
		}
	}
	return widget{}, fmt.Errorf("%s is no longer there", e.ID)
}

// Drop sends what the host would post.
func (p *modelPage) Drop(text string) error {
	p.life.send(play.TextGiven{Text: text, Name: "dropped.json"})
	return nil
}

// Reload ends one life and begins the next.
func (p *modelPage) Reload() error {
	p.life.end()
	next, err := startModel(p.profile, "")
	p.life = next.life
	return err
}

// Open gives the fragment to this page, or to that of another person.
func (p *modelPage) Open(link string, fresh bool) (Page, error) {
	fragment, ok := strings.CutPrefix(link, siteAddress+"#")
	if !ok {
		return nil, fmt.Errorf("%s is no link to this site", link)
	}
	if !fresh {
		p.life.send(play.LinkOpened{Fragment: fragment})
		return p, nil
	}
	p.Close()
	return startModel(newProfile(), fragment)
}

// Close ends the page's requests.
func (p *modelPage) Close() { p.life.end() }

// widget is an element with what acts on it send. A nil message or edit means
// that the element doesn't take the act.
type widget struct {
	Element
	press   play.Msg
	caret   func(text string) play.Msg
	edit    play.Edit // of fill and choose
	on, off play.Msg
	keys    map[string]play.Msg
	row     *row // of a row, and of its grip
}

func (w widget) message(a Act) (play.Msg, error) {
	var msg play.Msg
	switch {
	case w.Disabled:
		return nil, fmt.Errorf("%s is disabled", w.ID)
	case a.Kind == Press:
		msg = w.press
	case a.Kind == Caret && w.caret != nil:
		msg = w.caret(a.Text)
	case a.Kind == Tick && a.Text == "on":
		msg = w.on
	case a.Kind == Tick:
		msg = w.off
	case a.Kind == Key:
		msg = w.keys[a.Text]
	case w.edit != nil:
		msg = w.edit.With(a.Text)
	}
	if msg == nil {
		return nil, fmt.Errorf("%s can't be acted on by %s", w.ID, a.Kind)
	}
	return msg, nil
}
