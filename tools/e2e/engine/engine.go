// Package engine drives Firefox and WebKit from outside, by the two protocols of
// WebDriver: BiDi over a websocket, and the classic one over HTTP.
//
// An engine is a browser that can be started. A tab is one page of it, in a
// profile of its own. A gesture is what a hand does to mouse and keyboard; the
// browser takes it as it takes a person's. A watcher is told what a page does
// beside what it shows.
package engine

import (
	"errors"
	"fmt"
	"os"
	"time"
)

// Engine is a browser that was started.
type Engine interface {
	Name() string
	// Open opens an empty tab.
	Open(Watcher) (Tab, error)
	Close()
}

// Tab is one page. Its methods return once the browser has done what they ask.
type Tab interface {
	// Navigate goes to an address, and returns when the document is loaded.
	Navigate(address string) error
	Reload() error
	// Evaluate reads the value of a JavaScript expression, or waits for what it
	// promises, as JSON.
	Evaluate(expression string) ([]byte, error)
	Perform(...Gesture) error
	// Paste pastes a text where the focus is, as Ctrl+V does. Its error is
	// ErrNoClipboard where the protocol can't fill the clipboard.
	Paste(text string) error
	// Drain tells the watcher what it was not told at once.
	Drain() error
	Close()
}

// Watcher is told what a page does.
type Watcher interface {
	Wrote(level, text string) // to its console; level is "error", "warn", "log" …
	Failed(text string)       // an exception that nothing caught, a breach of the page's policy
	Asked(address string)     // a request
}

// Width and Height are the size of a page, in CSS pixels.
const (
	Width  = 1440
	Height = 900
)

// ErrMissing says that an engine is not installed.
var ErrMissing = errors.New("it is not installed; tools/browsers.sh installs it or says how to")

// ErrNoClipboard says that a text can't be pasted by hand.
var ErrNoClipboard = errors.New("the protocol has no clipboard")

// Names are those of the engines that Start can start.
func Names() []string { return []string{"firefox", "webkit"} }

// Start starts an engine by its name. Its error is ErrMissing where this machine
// has none.
func Start(name string) (Engine, error) {
	var e Engine
	var err error
	switch name {
	case "firefox":
		e, err = startFirefox()
	case "webkit":
		e, err = startWebKit()
	default:
		err = errors.New("there is no such engine")
	}
	if err != nil {
		return nil, fmt.Errorf("engine: %s: %w", name, err)
	}
	return e, nil
}

// patience is how long a browser may take to start, and to answer: a machine may
// have more to do.
const patience = 2 * time.Minute

// wrapped makes an expression, or what it promises, a string of JSON.
func wrapped(expression string) string {
	return "(async () => JSON.stringify(await (" + expression + ")) ?? \"null\")()"
}

// firstOf is the first of these files that is there.
func firstOf(paths ...string) (string, bool) {
	for _, path := range paths {
		if _, err := os.Stat(path); err == nil {
			return path, true
		}
	}
	return "", false
}
