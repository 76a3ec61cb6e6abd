// Package e2e plays the page as a person would, in two ways: through the Model
// alone, and in a real browser. Both speak to a real endpoint over HTTP.
//
// A script is a play in a text file: prose, then one step a line. A page is what
// a script is played on; it has two drivers, which see and do the same. An
// element is a thing of the page that has a test id (docs/automation.md); a
// target names one. An act is what a person does to an element. A stage is one
// run of one script: a page, and an endpoint of its own that remembers what it
// was sent.
//
// A script that passes on the Model and fails in the browser has found a bug of
// the view; one that fails on both, a bug below it.
package e2e

// Page is a page of the site under test.
type Page interface {
	// Look returns the elements that have one of these test ids, in the order
	// of the page.
	Look(ids ...string) ([]Element, error)
	// Do acts on an element that Look returned.
	Do(Element, Act) error
	// Drop drops a file with this text on the page.
	Drop(text string) error
	// Reload loads the page again, as the reload button does.
	Reload() error
	// Open follows a link to the site: in this page, or where fresh in the page
	// of another person, which is returned. This page is then closed.
	Open(link string, fresh bool) (Page, error)
	Close()
}

// Element is what can be seen of an element of the page.
type Element struct {
	ID       string            // its test id
	Nth      int               // among the elements of this test id, from 0
	Parent   int               // index, in what Look returned, of the element around it; -1 where there is none
	State    map[string]string // the data-* attributes without "data-", the aria-* ones, and what is selected
	Text     string            // the value of a control, "on" or "off" of a box; else the exact text, if no other element is inside
	Disabled bool
}

// Act is what a person does to an element. Text is what is typed or chosen.
type Act struct {
	Kind ActKind
	Text string
}

// ActKind is the kind of an act.
type ActKind string

const (
	Press  ActKind = "press"
	Fill   ActKind = "fill"   // focus, select all, type
	Choose ActKind = "choose" // an option by its value
	Tick   ActKind = "tick"   // "on" or "off"
	Key    ActKind = "key"    // focus, press: ArrowUp, Alt+ArrowUp
	Paste  ActKind = "paste"  // focus, paste
	Drag   ActKind = "drag"   // before TARGET, after TARGET or inside TARGET
	Caret  ActKind = "caret"  // puts the caret before a text
)
