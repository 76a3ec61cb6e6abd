package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
)

// Where one types, and what of that a Build holds: elsewhere a browser's own undo
// is the one that is meant.
const (
	typedIn = "input:not([type=checkbox]), textarea"
	built   = "[data-pane=tools] :not([type=search]), [data-testid=setup] :not([type=password]), #system"
)

// undoing is what the keys of undo ask for with Ctrl or ⌘, nil for other keys.
func undoing(key string, e app.Event) play.Msg {
	shift := e.Get("shiftKey").Bool()
	target := e.Get("target")
	switch {
	case key != "z" && key != "Z" && key != "y":
		return nil
	case target.Call("matches", typedIn).Bool() && !target.Call("matches", built).Bool():
		return nil
	case key == "y" || shift:
		return play.Redone{}
	}
	return play.Undone{}
}
