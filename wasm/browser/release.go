//go:build js && wasm

package browser

import (
	"context"

	"github.com/hack-pad/safejs"

	"toolyard/app/play"
)

// Opening asks the loader. What was shared may have to come from the service
// worker; a page without a loader was opened for nothing.
func (h *Host) Opening(ctx context.Context) play.Opening {
	var t try
	opening := t.await(ctx, t.call(t.get(global, "toolyard"), "opening"))
	o := play.Opening{Open: t.text(t.get(opening, "open")), Text: t.text(t.get(opening, "text")), Failed: t.text(t.get(opening, "error"))}
	if t.err != nil {
		return play.Opening{}
	}
	return o
}

// OnRelease follows the loader's event. It can't be undone.
func (h *Host) OnRelease(f func(whole bool)) {
	tell := func() {
		var t try
		loader := t.get(global, "toolyard")
		ready, broken := t.truthy(t.get(loader, "updateReady")), t.truthy(t.get(loader, "updateBroken"))
		if ready || broken {
			f(ready)
		}
	}
	hear(global, "toolyard-release", func(safejs.Value) { tell() })
	tell()
}

// Renew asks the loader, which loads the page anew.
func (h *Host) Renew() {
	var t try
	t.call(t.get(global, "toolyard"), "update")
}
