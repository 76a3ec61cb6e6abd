package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

//go:embed toolyard.js
var toolyardView string

// toolyard is the page of this project, with the big tool open.
type toolyard struct {
	*tab
	address string
}

// openToolyard opens the site with a playground of n properties, as a person
// opens a link.
func openToolyard(c *chromium, address string, n int) (*toolyard, error) {
	t, err := c.open(toolyardView)
	if err != nil {
		return nil, err
	}
	p := &toolyard{t, address}
	fragment, err := link(n)
	if err == nil {
		err = p.run(chromedp.Navigate(address + "#" + fragment))
	}
	if err == nil {
		err = p.until("views.ready")
	}
	if err == nil {
		err = p.until("views.full")
	}
	if err == nil {
		err = p.pressControl("control", "offer-accept")
	}
	if err == nil {
		err = p.choose(bigTool)
	}
	return p, err
}

// pressControl presses what the page points to.
func (p *toolyard) pressControl(kind string, of ...any) error {
	at, err := p.point(kind, of...)
	if err != nil {
		return err
	}
	return p.click(at)
}

// choose makes a tool the selected one, and lets the page come to rest.
func (p *toolyard) choose(name string) error {
	time.Sleep(300 * time.Millisecond)
	if err := p.pressControl("tool", name); err != nil {
		return err
	}
	time.Sleep(700 * time.Millisecond)
	return nil
}

// show brings a view on the screen, where it is not beside the other already.
func (p *toolyard) show(view string) error {
	for range 2 {
		var on []string
		if err := p.call(&on, "views.names"); err != nil {
			return err
		}
		if slices.Contains(on, view) {
			return nil
		}
		half := map[string]string{"form": "schema-view-visual", "text": "schema-view-json"}[view]
		if err := p.pressControl("control", half); err != nil {
			return err
		}
		time.Sleep(time.Second)
	}
	return fmt.Errorf("the %s does not come on the screen", view)
}

// actions are what is measured.
func (p *toolyard) actions() []action {
	all := []action{p.mount(), p.load(),
		p.typing("key in a parameter's name", "name"), p.typing("key in a description", "description"),
		p.required(), p.retype(), p.move(), p.undoForm(), p.typingText(), p.undoText(), p.mountText()}
	return all
}

// typing types a letter at the end of a field, and takes it back.
func (p *toolyard) typing(name, field string) action {
	base := ""
	return action{name: name, event: "keydown",
		prepare: func() error {
			if err := p.inField(field); err != nil {
				return err
			}
			return p.call(&base, "views.read", "form", wanted{Index: worked, Field: field})
		},
		press: func(i int) (press, error) { return p.letter(i, base, field), nil },
	}
}

// letter is the i-th press of typing.
func (p *toolyard) letter(i int, base, field string) press {
	key, value := "x", base+"x"
	if i%2 == 1 {
		key, value = "Backspace", base
	}
	return press{do: func() error { return p.key(key, 0) }, wanted: wanted{Index: worked, Field: field, Value: value}}
}

// inField puts the caret at the end of a field of the property.
func (p *toolyard) inField(field string) error {
	if err := p.show("form"); err != nil {
		return err
	}
	if err := p.pressControl("field", worked, field); err != nil {
		return err
	}
	return p.key("End", 0)
}

func (p *toolyard) typingText() action {
	return action{name: "key in the JSON text", event: "keydown",
		prepare: func() error { return p.inText() },
		press:   func(i int) (press, error) { return p.letter(i, propertyDescription(worked), "description"), nil },
	}
}

// inText puts the caret behind the description of the property, in the text.
func (p *toolyard) inText() error {
	if err := p.show("text"); err != nil {
		return err
	}
	return p.pressControl("text", propertyDescription(worked))
}

func (p *toolyard) undoText() action {
	return action{name: "undo in the JSON text (Ctrl+Z)", event: "keydown", prepare: func() error { return p.inText() },
		press: func(int) (press, error) {
			return press{
				before: func() error { return p.key("x", 0) },
				do:     func() error { return p.key("z", input.ModifierCtrl) },
				wanted: wanted{Index: worked, Field: "description", Value: propertyDescription(worked)},
			}, nil
		}}
}

func (p *toolyard) required() action {
	return action{name: "checkbox (required)", event: "click", prepare: func() error { return p.show("form") },
		press: func(int) (press, error) {
			on := false
			what := wanted{Index: worked, Field: "required", Name: propertyName(worked)}
			err := p.call(&on, "views.read", "form", what)
			what.Value = !on
			return press{do: func() error { return p.pressControl("field", worked, "required") }, wanted: what}, err
		}}
}

func (p *toolyard) undoForm() action {
	return action{name: "undo of a checkbox", event: "click", prepare: func() error { return p.show("form") },
		press: func(int) (press, error) {
			on := false
			what := wanted{Index: worked, Field: "required", Name: propertyName(worked)}
			err := p.call(&on, "views.read", "form", what)
			what.Value = on
			return press{
				before: func() error { return p.pressControl("field", worked, "required") },
				do:     func() error { return p.pressControl("control", "undo") },
				wanted: what,
			}, err
		}}
}

// retype chooses the next type and the one before, by the arrow keys.
func (p *toolyard) retype() action {
	var options []string
	first := 0
	return action{name: "type", event: "keydown",
		prepare: func() error {
			if err := p.show("form"); err != nil {
				return err
			}
			var focused bool
			if err := p.call(&focused, "views.focus", worked, "type"); err != nil || !focused {
				return fmt.Errorf("parameter-type: %w", errMissing)
			}
			var now string
			if err := p.call(&now, "views.read", "form", wanted{Index: worked, Field: "type"}); err != nil {
				return err
			}
			if err := p.call(&options, "views.options", worked); err != nil {
				return err
			}
			if first = slices.Index(options, now); first < 0 || first+1 >= len(options) {
				return fmt.Errorf("parameter-type: no option behind %q", now)
			}
			return nil
		},
		press: func(i int) (press, error) {
			key, value := "ArrowDown", options[first+1]
			if i%2 == 1 {
				key, value = "ArrowUp", options[first]
			}
			return press{do: func() error { return p.key(key, 0) }, wanted: wanted{Index: worked, Field: "type", Value: value}}, nil
		}}
}

// move moves the property down, and up again.
func (p *toolyard) move() action {
	return action{name: "reorder (move down, up)", event: "click",
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
			at, err := p.point("field", from, button)
			return press{do: func() error { return p.click(at) },
				wanted: wanted{Index: to, Field: "name", Value: propertyName(worked)}}, err
		}}
}

// openMore opens the further controls of the property.
func (p *toolyard) openMore() error {
	var opened bool
	if err := p.call(&opened, "views.opened", worked); err != nil || opened {
		return err
	}
	return p.pressControl("field", worked, "more")
}

// mount switches from the tool of one parameter to the big one.
func (p *toolyard) mount() action {
	return action{name: "mount", event: "click", presses: 10, prepare: func() error { return p.show("form") },
		press: func(int) (press, error) {
			return press{
				before: func() error { return p.choose(smallTool) },
				do:     func() error { return p.pressControl("tool", bigTool) },
				wanted: wanted{Index: 0, Field: "name", Value: propertyName(0)},
			}, nil
		}}
}

// mountText is mount while the text is on the screen.
func (p *toolyard) mountText() action {
	a := p.mount()
	a.name, a.prepare = "mount, JSON text alone", func() error { return p.show("text") }
	return a
}

// load loads the page with what it keeps on the device.
func (p *toolyard) load() action {
	text, _ := json.Marshal(wanted{Index: 0, Field: "name", Value: propertyName(0)})
	return action{name: "load of the page", event: "", presses: 5,
		prepare: func() error { time.Sleep(2 * time.Second); return p.show("form") },
		press: func(int) (press, error) {
			return press{do: func() error { return p.reload(string(text)) }}, nil
		}}
}

// reload loads the page again; the stopwatch waits for the wanted value.
func (p *toolyard) reload(wanted string) error {
	if err := p.call(nil, "sessionStorage.setItem", "stopwatch", wanted); err != nil {
		return err
	}
	return p.run(chromedp.Reload())
}
