package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

//go:embed peer/view.js
var jsonjoyView string

// jsonjoy is the page of jsonjoy-builder.
type jsonjoy struct {
	*tab
	address string
}

// openJsonjoy opens the page with a schema of n properties, mounted.
func openJsonjoy(c *chromium, address string, n int) (*tab, []action, error) {
	text, err := json.Marshal(schemaText(n))
	if err != nil {
		return nil, nil, err
	}
	t, err := c.open(jsonjoyView, "window.schemaText = "+string(text))
	if err != nil {
		return nil, nil, err
	}
	p := jsonjoy{t, address}
	err = p.run(chromedp.Navigate(address))
	if err == nil {
		err = p.until("views.ready")
	}
	if err != nil {
		t.close()
		return nil, nil, fmt.Errorf("jsonjoy: %w", err)
	}
	return t, p.actions(), nil
}

// show does nothing: both views are always on the screen.
func (p jsonjoy) show(string) error { return nil }

// actions are what is measured.
func (p jsonjoy) actions() []action {
	name := p.typing(typingName, "name", propertyName(worked), p.show)
	name.only = "form" // the text follows by Enter
	description := p.typing(typingWords, "description", propertyDescription(worked), p.show)
	description.only = "form"
	return []action{p.mount(), p.load(), name, p.enter(enterName, "name", propertyName(worked)),
		description, p.enter(enterWords, "description", propertyDescription(worked)),
		p.ticks(p.show), p.retype(), noSuch(movingByKey, "can't reorder"), noSuch(moving, "can't reorder"), noSuch(undoForm, "no undo in the form"),
		p.typingInText(p.show), p.undoInText(p.show)}
}

// mount mounts form and text of a schema that is there, in a page that is there.
func (p jsonjoy) mount() action {
	return action{name: mounting, event: "click", only: "then", presses: 6,
		prepare: func() error { return p.mounted(true) },
		press: func(int) (press, error) {
			return press{
				before: func() error { return p.mounted(false) },
				do:     func() error { return p.pressOn("control", "mount") },
				wanted: wanted{Index: 0, Field: "name", Value: propertyName(0)},
			}, nil
		}}
}

// mounted mounts, or takes away, and lets the page come to rest.
func (p jsonjoy) mounted(wanted bool) error {
	is, err := p.onScreen("form")
	if err == nil && is != wanted {
		err = p.pressOn("control", "mount")
		time.Sleep(1500 * time.Millisecond)
	}
	return err
}

// load loads the page with both views mounted.
func (p jsonjoy) load() action {
	return action{name: loading, presses: 3,
		press: func(int) (press, error) {
			return press{do: func() error { return p.loadAgain("location.assign", p.address+"?mounted") }}, nil
		}}
}

// enter ends the typing in a field by Enter, which is when the text follows.
func (p jsonjoy) enter(name, field, value string) action {
	return action{name: name, event: "keydown",
		prepare: func() error { return p.key("Enter", 0) }, // the field of the row before
		press: func(i int) (press, error) {
			to := value
			if i%2 == 0 {
				to += "x"
			}
			return press{
				before: func() error { return p.fill(field, to) },
				do:     func() error { return p.key("Enter", 0) },
				wanted: wanted{Index: worked, Field: field, Value: to},
			}, nil
		}}
}

// fill opens a field by a press, which selects what is in it, and types over it.
func (p jsonjoy) fill(field, text string) error {
	if err := p.pressOn("field", worked, field); err != nil {
		return err
	}
	time.Sleep(200 * time.Millisecond)
	return p.run(chromedp.ActionFunc(func(ctx context.Context) error { return input.InsertText(text).Do(ctx) }))
}

// retype chooses number and string from the list of types.
func (p jsonjoy) retype() action {
	return action{name: retyping, event: "click",
		press: func(i int) (press, error) {
			typ := "number"
			if i%2 == 1 {
				typ = "string"
			}
			return press{
				before: func() error { return p.pressOn("field", worked, "type") },
				do:     func() error { return p.pressOn("option", worked, typ) },
				wanted: wanted{Index: worked, Field: "type", Value: typ},
			}, nil
		}}
}
