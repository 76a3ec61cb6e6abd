package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

//go:embed toolyard.js
var toolyardView string

// toolyard is the page of this project, with the big tool open.
type toolyardTab struct{ *tab }

// openToolyard opens the site with a playground of n properties, as a person
// opens a link.
func openToolyard(c *chromium, address string, n int) (*tab, []action, error) {
	t, err := c.open(toolyardView)
	if err != nil {
		return nil, nil, err
	}
	p := toolyardTab{t}
	fragment, err := link(n)
	if err != nil {
		return nil, nil, err
	}
	for _, step := range []func() error{
		func() error { return p.run(chromedp.Navigate(address + "#" + fragment)) },
		func() error { return p.until("views.ready") },
		func() error { return p.until("views.full") },
		func() error { return p.pressOn("control", "offer-accept") },
		func() error { return p.choose(bigTool) },
		p.beside,
	} {
		if err := step(); err != nil {
			t.close()
			return nil, nil, fmt.Errorf("toolyard: %w", err)
		}
	}
	return t, p.actions(), nil
}

// choose makes a tool the selected one, and lets the page come to rest.
func (p toolyardTab) choose(name string) error {
	time.Sleep(300 * time.Millisecond)
	if err := p.pressOn("tool", name); err != nil {
		return err
	}
	time.Sleep(700 * time.Millisecond)
	return nil
}

// beside brings both views on the screen, where the page can.
func (p toolyardTab) beside() error {
	err := p.pressOn("beside")
	if errors.Is(err, errMissing) {
		return nil
	}
	time.Sleep(time.Second)
	return err
}

// show brings a view on the screen, where it is not there already.
func (p toolyardTab) show(view string) error {
	for range 2 {
		if on, err := p.onScreen(view); on || err != nil {
			return err
		}
		half := map[string]string{"form": "schema-view-visual", "text": "schema-view-json"}[view]
		if err := p.pressOn("control", half); err != nil {
			return err
		}
		time.Sleep(time.Second)
	}
	return fmt.Errorf("the %s does not come on the screen", view)
}

// actions are what is measured.
func (p toolyardTab) actions() []action {
	return []action{p.mount(mounting, "form"), p.load(),
		p.typing(typingName, "name", propertyName(worked), p.show),
		p.typing(typingWords, "description", propertyDescription(worked), p.show),
		p.ticks(p.show), p.retype(), p.moveByKey(), p.move(), p.undo(),
		p.typingInText(p.show), p.undoInText(p.show), p.mount(mountText, "text")}
}

// undo takes a tick back by the button.
func (p toolyardTab) undo() action {
	return action{name: undoForm, event: "click", prepare: func() error { return p.show("form") },
		press: func(int) (press, error) {
			is, err := p.isRequired()
			return press{
				before: func() error { return p.pressOn("field", worked, "required") },
				do:     func() error { return p.pressOn("control", "undo") },
				wanted: is,
			}, err
		}}
}

// retype chooses the next type and the one before, by the arrow keys.
func (p toolyardTab) retype() action {
	var pair [2]string
	return action{name: retyping, event: "keydown",
		prepare: func() (err error) { pair, err = p.inTypes(); return err },
		press: func(i int) (press, error) {
			key, value := "ArrowDown", pair[1]
			if i%2 == 1 {
				key, value = "ArrowUp", pair[0]
			}
			return press{do: func() error { return p.key(key, 0) }, wanted: wanted{Index: worked, Field: "type", Value: value}}, nil
		}}
}

// inTypes puts the focus on the property's type, and returns the type that it
// has and the next one of the list.
func (p toolyardTab) inTypes() (pair [2]string, err error) {
	var focused bool
	var options []string
	var now string
	for _, step := range []func() error{
		func() error { return p.show("form") },
		func() error { return p.call(&focused, "views.focus", worked, "type") },
		func() error { return p.call(&now, "views.read", "form", wanted{Index: worked, Field: "type"}) },
		func() error { return p.call(&options, "views.options", worked) },
	} {
		if err := step(); err != nil {
			return pair, err
		}
	}
	at := slices.Index(options, now)
	if !focused || at < 0 || at+1 >= len(options) {
		return pair, fmt.Errorf("the type is no list that the arrow keys choose from")
	}
	return [2]string{now, options[at+1]}, nil
}

// move moves the property down, and up again.
func (p toolyardTab) move() action {
	return action{name: moving, event: "click",
		prepare: func() error {
			if err := p.show("form"); err != nil {
				return err
			}
			return p.openMore()
		},
		press: func(i int) (press, error) {
			from, to, button := worked, worked+1, "down"
			if i%2 == 1 {
				from, to, button = worked+1, worked, "up"
			}
			return press{
				do: func() error { // where it is now: the focus came after the last move, and rows grow with it
					at, err := p.point("field", from, button)
					if err != nil {
						return err
					}
					return p.click(at)
				},
				wanted: wanted{Index: to, Field: "name", Value: propertyName(worked)},
			}, nil
		}}
}

// moveByKey moves the property down, and up again, from its name.
func (p toolyardTab) moveByKey() action {
	return action{name: movingByKey, event: "keydown",
		prepare: func() error {
			var focused bool
			if err := p.show("form"); err != nil {
				return err
			}
			if err := p.call(&focused, "views.focus", worked, "name"); err != nil || !focused {
				return errors.Join(err, errMissing)
			}
			return nil
		},
		press: func(i int) (press, error) {
			key, to := "ArrowDown", worked+1
			if i%2 == 1 {
				key, to = "ArrowUp", worked
			}
			return press{do: func() error { return p.key(key, input.ModifierAlt) },
				wanted: wanted{Index: to, Field: "name", Value: propertyName(worked)}}, nil
		}}
}

// openMore opens the further controls of the property.
func (p toolyardTab) openMore() error {
	var opened bool
	if err := p.call(&opened, "views.opened", worked); err != nil || opened {
		return err
	}
	if err := p.pressOn("field", worked, "more"); err != nil {
		return err
	}
	time.Sleep(500 * time.Millisecond)
	return nil
}

// mount switches from the tool of one parameter to the big one.
func (p toolyardTab) mount(name, view string) action {
	return action{name: name, event: "click", presses: 10,
		prepare: func() error {
			both, err := p.onScreen("form")
			if err == nil && both && view == "text" {
				if both, err = p.onScreen("text"); both {
					return errTwice
				}
			}
			if err != nil {
				return err
			}
			return p.show(view)
		},
		press: func(int) (press, error) {
			return press{
				before: func() error { return p.choose(smallTool) },
				do:     func() error { return p.pressOn("tool", bigTool) },
				wanted: wanted{Index: 0, Field: "name", Value: propertyName(0)},
			}, nil
		}}
}

// errTwice says that a row would say what another one does.
var errTwice = errors.New("as mount: form and text are side by side")

// load loads the page with what it keeps on the device.
func (p toolyardTab) load() action {
	return action{name: loading, presses: 3,
		prepare: func() error { return p.show("form") },
		press: func(int) (press, error) {
			return press{
				before: func() error { time.Sleep(2 * time.Second); return nil }, // it is kept once typing pauses
				do:     func() error { return p.loadAgain("location.reload") },
			}, nil
		}}
}

// loadAgain loads a page by one of its own functions; the stopwatch begins anew
// in it, and waits for the first property.
func (t *tab) loadAgain(function string, arguments ...any) error {
	text, err := json.Marshal(wanted{Index: 0, Field: "name", Value: propertyName(0)})
	if err != nil {
		return err
	}
	if err := t.call(nil, "sessionStorage.setItem", "stopwatch", string(text)); err != nil {
		return err
	}
	if err := t.call(nil, function, arguments...); err != nil {
		return err
	}
	time.Sleep(100 * time.Millisecond)
	return t.until("stopwatch.begun")
}
