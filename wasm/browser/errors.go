//go:build js && wasm

package browser

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall/js"

	"github.com/hack-pad/go-indexeddb/idb"
	"github.com/hack-pad/safejs"

	"toolyard/app/play"
)

var (
	// ErrFull means that nothing was written because the browser grants no more
	// room; what was there before still is.
	ErrFull = fmt.Errorf("browser: %w", play.ErrFull)
	// ErrUnavailable means that storage can't be used: refused by a setting,
	// missing, broken, or in the hands of a newer version of the program.
	ErrUnavailable = errors.New("browser: storage is unavailable")
	// ErrRedirect means that the endpoint answered with another address. It is
	// not followed: the key was typed for the address it was sent to.
	ErrRedirect = errors.New("the endpoint redirects to another address")
)

// Error is what JavaScript threw, or what a promise was rejected with.
type Error struct {
	Name    string // "TypeError", "AbortError"; empty where no Error object was thrown
	Message string // in the browser's words and language
}

func (e *Error) Error() string {
	if e.Name == "" {
		return e.Message
	}
	return e.Name + ": " + e.Message
}

// fail is err, in Go's terms, under the name of what was tried.
func fail(op string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("browser: %s: %w", op, thrown(err))
}

// failStorage is fail for storage, where every cause but an ended context has
// one of two consequences: ErrFull or ErrUnavailable.
func failStorage(op string, err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return fail(op, err)
	}
	err = thrown(err)
	consequence := ErrUnavailable
	var cause *Error
	if errors.As(err, &cause) && quotaNames[cause.Name] {
		consequence = ErrFull
	}
	return fmt.Errorf("%w: %s: %w", consequence, op, err)
}

// quotaNames are the names under which browsers report a full storage; the
// second is Firefox's for sessionStorage.
var quotaNames = map[string]bool{
	"QuotaExceededError":         true,
	"NS_ERROR_DOM_QUOTA_REACHED": true,
}

// thrown turns the errors of safejs and idb into an *Error, and leaves others.
func thrown(err error) error {
	var raised js.Error
	if errors.As(err, &raised) {
		return read(safejs.Safe(raised.Value))
	}
	var exception idb.DOMException
	if errors.As(err, &exception) {
		name, message, _ := strings.Cut(exception.Error(), ": ")
		return &Error{Name: name, Message: message}
	}
	return err
}

// read never fails: anything can be thrown in JavaScript, even undefined or an
// object whose getters throw.
func read(value safejs.Value) *Error {
	var t try
	err := &Error{Name: t.text(t.get(value, "name")), Message: t.text(t.get(value, "message"))}
	if t.err == nil {
		return err
	}
	text, failed := value.String()
	if failed != nil {
		text = "unreadable exception"
	}
	return &Error{Message: text}
}
