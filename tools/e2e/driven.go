package e2e

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"toolyard/tools/e2e/engine"
)

// driven is a tab of Firefox or WebKit.
type driven struct{ engine.Tab }

// OpenIn opens the site in an engine other than Chromium, in a fresh profile, and
// waits until it answers input.
func OpenIn(e engine.Engine, address string) (*BrowserPage, error) {
	w := &watch{site: originOf(address)}
	t, err := e.Open(w)
	if err != nil {
		return nil, err
	}
	p := &BrowserPage{tab: driven{t}, address: address, watch: w}
	p.another = func(address string) (*BrowserPage, error) { return OpenIn(e, address) }
	return p.enter(address)
}

func (d driven) navigate(address string) error { return d.Navigate(address) }

func (d driven) reload() error { return d.Reload() }

func (d driven) drain() error { return d.Drain() }

func (d driven) close() { d.Close() }

func (d driven) evaluate(expression string, value any) error {
	text, err := d.Evaluate(expression)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, value)
}

func (d driven) click(at point) error {
	return d.Perform(engine.MoveTo(at.X, at.Y), engine.Press(), engine.Release())
}

// insert types what is short. A long text, or one with lines, comes in one piece:
// as keys, it would take minutes, and an editor would indent it.
func (d driven) insert(text string) error {
	if len(text) <= 200 && !strings.ContainsAny(text, "\n\t") {
		var keys bool
		if err := call(d, &keys, "takesKeys"); err != nil {
			return err
		}
		if keys {
			return d.Perform(engine.Type(text)...)
		}
	}
	if err := d.Paste(text); !errors.Is(err, engine.ErrNoClipboard) {
		return err
	}
	return takes(d, "insert", text)
}

func (d driven) paste(text string) error {
	if err := d.Paste(text); !errors.Is(err, engine.ErrNoClipboard) {
		return err
	}
	return takes(d, "paste", text)
}

// takes calls a method of page.js that says whether the page took what it was given.
func takes(t tab, method string, arguments ...any) error {
	var taken bool
	err := call(t, &taken, method, arguments...)
	if err == nil && !taken {
		err = fmt.Errorf("the page does not take it")
	}
	return err
}

func (d driven) key(held []string, key string) error { return d.Perform(engine.Chord(held, key)...) }

// drag stays in the window, which no protocol leaves.
func (d driven) drag(from, spot point) error {
	spot.X, spot.Y = min(max(spot.X, 0), width-1), min(max(spot.Y, 0), height-1)
	return d.Perform(engine.MoveTo(from.X, from.Y), engine.Press(), engine.MoveTo(from.X, from.Y+10),
		engine.MoveTo(spot.X, spot.Y), engine.MoveTo(spot.X, spot.Y), engine.Release())
}

// drop makes the events of a drop in the page: no protocol has a hand for it.
func (d driven) drop(text string, at point) error {
	return takes(d, "drop", text, at.X, at.Y)
}
