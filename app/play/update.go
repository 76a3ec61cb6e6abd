// Package play is the playground as a value. A playground is everything a
// person built: tools, messages, settings; the Model is that and what the page
// shows of it.
//
// A message (Msg) says what happened, in the past tense, and carries its own
// transition. An edit is a message that waits for the text a person types. An
// effect is work for the world outside, as a value: a request, a save, a copy.
// The host is that world. The runner performs effects and posts the messages
// that come of them. A completion is one request and its answer, with every
// byte that came. A draft is a tool result that is typed and not sent. A notice
// tells what neither an error nor a problem can. An offer is a link that waits
// to be opened. A desk is where the work of a tab is kept; what was kept before
// is the history (package past).
//
// The Model is replaced, never written: Update returns the next one.
package play

import (
	"reflect"

	"toolyard/app/tool"
)

// Msg is something that happened. Its transition is pure.
type Msg interface {
	apply(Model) (Model, []Effect)
}

// Edit is a message that waits for the text that the person types.
type Edit interface {
	With(text string) Msg
}

// Update is the next Model, and the work that follows from the message. A
// change of what is kept adds the effect that saves it.
func Update(m Model, msg Msg) (Model, []Effect) {
	next, effects := msg.apply(m)
	next = next.leaving(m.Endpoint.Origin())
	if !sameTools(m.Tools, next.Tools) {
		var left bool
		if next, left = next.judged(false); left {
			effects = append(effects, pause{})
		}
	}
	if !sameTools(m.Tools, next.Tools) || !next.Conversation.Is(m.Conversation) {
		var check []Effect
		next.View.Checks.failed = false
		next, check = next.checking()
		effects = append(effects, check...)
	}
	next, asked := next.vetted()
	effects = append(effects, asked...)
	next = next.holding(effects).sharing()
	if next.View.Frame != Whole {
		return next, effects // nothing of it is kept
	}
	effects = append(effects, remembered(m, next, msg)...)
	if next.Ready && m.Ready && !reflect.DeepEqual(m.kept(), next.kept()) {
		effects = append(effects, Save{kept: next.kept()})
		if next.View.WireSeen && next.isLong() {
			effects = append(effects, pause{})
		}
	}
	return next, effects
}

// sameTools says whether nothing was done to the tools.
func sameTools(a, b []tool.Tool) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}
