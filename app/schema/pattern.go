package schema

import (
	"errors"
	"regexp/syntax"
	"strings"
	"sync"
)

// patternState is what Go makes of a regular expression, which JSON Schema has in
// JavaScript's dialect (ECMA-262).
type patternState uint8

const (
	patternFine    patternState = iota
	patternForeign              // Go can't read it, JavaScript may
	patternBroken               // neither can
)

// patterns remembers what was read: a text has the same patterns at every
// keystroke. A pattern's state never changes, so forgetting is harmless.
var patterns = struct {
	sync.Mutex
	states map[string]patternState
}{states: map[string]patternState{}}

const maxPatterns = 4096

func readPattern(pattern string) patternState {
	patterns.Lock()
	defer patterns.Unlock()
	state, ok := patterns.states[pattern]
	if !ok {
		state = parsePattern(pattern)
		if len(patterns.states) == maxPatterns {
			clear(patterns.states)
		}
		patterns.states[strings.Clone(pattern)] = state // not the text that it is cut from
	}
	return state
}

func parsePattern(pattern string) patternState {
	_, err := syntax.Parse(pattern, syntax.Perl)
	var failed *syntax.Error
	switch {
	case err == nil:
		return patternFine
	case strings.Contains(pattern, "[]") || strings.Contains(pattern, "[^]"): // JavaScript has empty classes
		return patternForeign
	case errors.As(err, &failed) && foreign(failed):
		return patternForeign
	}
	return patternBroken
}

// foreign reports whether what Go can't read is something that JavaScript has:
// looking around, references back, names of characters, long repetitions.
func foreign(err *syntax.Error) bool {
	switch err.Code {
	case syntax.ErrInvalidPerlOp, syntax.ErrInvalidNamedCapture:
		for _, op := range []string{"(?=", "(?!", "(?<=", "(?<!"} {
			if strings.HasPrefix(err.Expr, op) {
				return true
			}
		}
	case syntax.ErrInvalidEscape:
		return len(err.Expr) > 1 && strings.IndexByte("123456789cku", err.Expr[1]) >= 0
	case syntax.ErrInvalidCharRange:
		return strings.HasPrefix(err.Expr, `\p`) || strings.HasPrefix(err.Expr, `\P`)
	case syntax.ErrInvalidRepeatSize, syntax.ErrNestingDepth, syntax.ErrLarge:
		return true
	}
	return false
}
