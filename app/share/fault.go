package share

import (
	"errors"
	"fmt"
)

// The faults of a text. errors.Is finds them in what Unmarshal, Encode and
// Decode return.
var (
	ErrForeign  = errors.New("share: not a playground")
	ErrVersion  = errors.New("share: made by a newer version")
	ErrCut      = errors.New("share: cut short")
	ErrDamaged  = errors.New("share: changed on its way")
	ErrTooLarge = errors.New("share: too large")
	ErrCorrupt  = errors.New("share: not what it should be")
)

// Error is a fault with its place.
type Error struct {
	Fault   error  // one of the above
	Pointer string // JSON pointer in the file, where there is one
	Detail  string // what stands there, in a developer's words
}

func (e *Error) Error() string {
	text := e.Fault.Error()
	if e.Pointer != "" {
		text += fmt.Sprintf(" at %q", e.Pointer)
	}
	if e.Detail != "" {
		text += ": " + e.Detail
	}
	return text
}

func (e *Error) Unwrap() error { return e.Fault }

// Reason is the stable id of an error's fault, for the page's sentence; "" for nil.
func Reason(err error) string {
	switch {
	case err == nil:
		return ""
	case errors.Is(err, ErrForeign):
		return "link-foreign"
	case errors.Is(err, ErrVersion):
		return "link-newer"
	case errors.Is(err, ErrCut):
		return "link-cut"
	case errors.Is(err, ErrDamaged):
		return "link-damaged"
	case errors.Is(err, ErrTooLarge):
		return "link-too-large"
	}
	return "link-corrupt"
}
