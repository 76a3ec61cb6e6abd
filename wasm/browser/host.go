//go:build js && wasm

// Package browser is the play.Host of a real browser: fetch, storage, clipboard
// and page, reached through safejs, so that what JavaScript throws is an error
// here and not the end of the program.
//
// A promise is awaited by a goroutine, never inside a callback. A callback is a
// Go function that the browser calls; a panic in one is reported on the console
// and goes no further. A getter is foreign code that may throw, and an exception
// thrown by a plain read would unwind the program: every property is read
// through Reflect.get (try.get).
//
// An error names what was tried, then JavaScript's own name and message:
// "browser: send: TypeError: Failed to fetch". What JavaScript threw is an
// *Error; an ended context is found by errors.Is; no error holds a key.
package browser

import (
	"context"
	"sync"
	"time"

	"github.com/hack-pad/safejs"

	"toolyard/app/play"
)

// Host is the browser around the program. New makes it; a program needs one.
type Host struct {
	device device

	calling          sync.Mutex // guards what follows
	told             safejs.Value
	called, callable bool // the channel was asked for; it is there
}

var _ play.Host = (*Host)(nil)

// New touches nothing of the browser: what is missing or refused there is the
// error of the method that needs it.
func New() *Host { return &Host{} }

// Now is the time of day in the person's time zone.
func (h *Host) Now() time.Time { return time.Now() }

// Sleep waits for d, or until ctx ends.
func (h *Host) Sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
