package e2e

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"toolyard/app/play"
)

// modelPage is a page without a view: the Model, and what an act on each
// element would send to it (modelview*.go).
type modelPage struct {
	host *host

	mu     sync.Mutex
	model  play.Model
	runner *play.Runner
}

// NewModelPage is the page of a person who comes for the first time.
func NewModelPage() (Page, error) { return startModel(&host{profile: newProfile()}) }

// startModel opens the page and waits until it answers.
func startModel(h *host) (*modelPage, error) {
	p := &modelPage{host: h, model: play.New("en")}
	p.runner = play.NewRunner(h, p.send)
	p.runner.Do([]play.Effect{play.Start{}})
	return p, eventually(func() error {
		p.mu.Lock()
		defer p.mu.Unlock()
		if !p.model.Ready {
			return fmt.Errorf("the Model is not ready")
		}
		return nil
	})
}

// send is what Program.Send is to the view.
func (p *modelPage) send(msg play.Msg) {
	p.mu.Lock()
	var effects []play.Effect
	p.model, effects = play.Update(p.model, msg)
	p.mu.Unlock()
	p.runner.Do(effects)
}

func (p *modelPage) view() []widget {
	p.mu.Lock()
	m := p.model
	p.mu.Unlock()
	return viewOf(m)
}

// Look keeps the parents right though it leaves elements out.
func (p *modelPage) Look(ids ...string) ([]Element, error) {
	var seen []Element
	at := map[int]int{-1: -1} // index here by index in the view, or that of what is around it
	nth := map[string]int{}
	for i, w := range p.view() {
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
	nth := 0
	for _, w := range p.view() {
		if w.ID != e.ID {
			continue
		}
		if nth == e.Nth {
			msg, err := w.message(a)
			if err == nil {
				p.send(msg)
			}
			return err
		}
		nth++
	}
	return fmt.Errorf("%s is no longer there", e.ID)
}

// Reload keeps what waits to be kept, as the page does when it hides.
func (p *modelPage) Reload() error {
	p.runner.Flush()
	next, err := startModel(p.host)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.model, p.runner = next.model, next.runner
	return err
}

// Open gives the fragment to this page, or to that of another person.
func (p *modelPage) Open(link string, fresh bool) (Page, error) {
	fragment, ok := strings.CutPrefix(link, siteAddress+"#")
	if !ok {
		return nil, fmt.Errorf("%s is no link to this site", link)
	}
	if !fresh {
		p.send(play.LinkOpened{Fragment: fragment})
		return p, nil
	}
	return startModel(&host{profile: newProfile(), fragment: fragment})
}

// Close has nothing to close.
func (p *modelPage) Close() {}

// widget is an element with what acts on it send. A nil message or edit means
// that the element doesn't take the act.
type widget struct {
	Element
	press   play.Msg
	edit    play.Edit // of fill and choose
	on, off play.Msg
}

func (w widget) message(a Act) (play.Msg, error) {
	var msg play.Msg
	switch {
	case w.Disabled:
		return nil, fmt.Errorf("%s is disabled", w.ID)
	case a.Kind == Press:
		msg = w.press
	case a.Kind == Tick && a.Text == "on":
		msg = w.on
	case a.Kind == Tick:
		msg = w.off
	case w.edit != nil:
		msg = w.edit.With(a.Text)
	}
	if msg == nil {
		return nil, fmt.Errorf("%s can't be acted on by %s", w.ID, a.Kind)
	}
	return msg, nil
}
