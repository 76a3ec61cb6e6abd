package e2e

import (
	"fmt"
	"strings"
)

// MainLoop are the scripts that CI plays in every engine: a tool built by form
// and by text, a message to the simulator and to an endpoint, calls answered, the
// wire, a link opened by another person, a reload in the middle of it all, an
// answer cut off, the other language.
var MainLoop = []string{"simulator", "tools", "parallel-calls", "link-setup", "reload", "stop", "language-theme"}

// Difference is what an engine does otherwise than Chromium, so that a script
// can't pass in it. docs/engines.md lists them.
type Difference struct {
	Engine, Script string
	Fails          string // is in the error that the script ends with
	Reason         string // whose doing it is, and what it means for a person
}

// Differences are all that are known. A script that passes nevertheless, or that
// fails otherwise, fails its test: so no entry outlives its reason.
var Differences = []Difference{
	{"webkit", "reload-streaming", "there are 0",
		"what had come of an answer that arrives during a reload is not kept: the page ends before its last save has landed"},
}

// DifferenceOf is what is known of a script in an engine.
func DifferenceOf(engine, script string) (Difference, bool) {
	for _, d := range Differences {
		if d.Engine == engine && d.Script == script {
			return d, true
		}
	}
	return Difference{}, false
}

// Holds compares a difference with how its script ended.
func (d Difference) Holds(ended error) error {
	if ended == nil {
		return fmt.Errorf("%s passes in %s: take its entry out of Differences, which says: %s", d.Script, d.Engine, d.Reason)
	}
	if !strings.Contains(ended.Error(), d.Fails) {
		return fmt.Errorf("%s fails in %s, but not by %q: %w", d.Script, d.Engine, d.Fails, ended)
	}
	return nil
}
