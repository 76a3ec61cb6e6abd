package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
)

// watch notes what a page does beside what it shows.
type watch struct {
	site string // origin of the site

	mu      sync.Mutex
	found   []string
	console []string // everything that was written to it
	origins []string // that were spoken to, once each
}

// start turns on what tells of it. The policy's own report is written to the
// console too, by every browser.
func (w *watch) start(ctx context.Context) error {
	for _, enable := range []interface{ Do(context.Context) error }{network.Enable(), log.Enable(), runtime.Enable(), page.Enable()} {
		if err := enable.Do(ctx); err != nil {
			return err
		}
	}
	return nil
}

// see takes an event of the debugger.
func (w *watch) see(event any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		w.wrote(string(e.Type), consoleText(e))
	case *runtime.EventExceptionThrown:
		w.found = append(w.found, "exception: "+e.ExceptionDetails.Error())
	case *log.EventEntryAdded:
		w.console = append(w.console, e.Entry.Text)
		if e.Entry.Source != log.SourceNetwork && e.Entry.Level == log.LevelError {
			w.found = append(w.found, fmt.Sprintf("%s: %s", e.Entry.Source, e.Entry.Text))
		}
	case *network.EventRequestWillBeSent:
		w.asked(e.Request.URL)
	}
}

// Wrote, Failed and Asked are what the other engines tell.
func (w *watch) Wrote(level, text string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.wrote(level, text)
}

func (w *watch) Failed(text string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.console, w.found = append(w.console, text), append(w.found, "exception: "+text)
}

func (w *watch) Asked(address string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.asked(address)
}

// wrote notes a line of the console.
func (w *watch) wrote(level, text string) {
	w.console = append(w.console, text)
	if slices.Contains([]string{"error", "warning", "warn", "assert"}, level) {
		w.found = append(w.found, fmt.Sprintf("console.%s: %s", level, text))
	}
}

// asked notes an origin. Everything that a test may speak to is on this
// machine, so that a foreign origin can't be missed.
func (w *watch) asked(address string) {
	origin := originOf(address)
	if strings.HasPrefix(address, "data:") || strings.HasPrefix(address, "blob:") {
		return
	}
	if !slices.Contains(w.origins, origin) {
		w.origins = append(w.origins, origin)
	}
	if origin != w.site && !strings.HasPrefix(origin, "http://127.0.0.1:") {
		w.found = append(w.found, "a request to "+origin)
	}
}

func consoleText(e *runtime.EventConsoleAPICalled) string {
	var words []string
	for _, arg := range e.Args {
		var text string
		if json.Unmarshal(arg.Value, &text) != nil {
			text = string(arg.Value) + arg.Description
		}
		words = append(words, text)
	}
	return strings.Join(words, " ")
}

func (w *watch) faults() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.found)
}

// before takes over what was noted of the page before.
func (w *watch) before(other *watch) {
	other.mu.Lock()
	defer other.mu.Unlock()
	w.mu.Lock()
	defer w.mu.Unlock()
	w.found = append(slices.Clone(other.found), w.found...)
	w.console = append(slices.Clone(other.console), w.console...)
	w.origins = append(slices.Clone(other.origins), w.origins...)
}

// written says whether a text was ever written to the console.
func (w *watch) written(text string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.ContainsFunc(w.console, func(line string) bool { return strings.Contains(line, text) })
}

// spokenTo are the origins of all requests, in the order of the first one.
func (w *watch) spokenTo() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.origins)
}

func originOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return u.Scheme + "://" + u.Host
}
