//go:build js && wasm

package browser

import (
	"context"
	"time"

	"github.com/hack-pad/safejs"
)

// breathAfter is for how long at a time a body may keep the browser from drawing
// and from hearing the person. What has arrived already settles its promise within
// the same task, so that a body of many chunks would be one task from end to end.
const breathAfter = 12 * time.Millisecond

// breath is when the browser last had the processor. The zero breath is never.
type breath struct{ last time.Time }

// take lets the browser do what waits, if that has waited for long.
func (b *breath) take(ctx context.Context) {
	if time.Since(b.last) < breathAfter {
		return
	}
	nextTask(ctx)
	b.last = time.Now()
}

// nextTask waits until the browser has begun another task, behind those that wait
// already. A timer would not do: Go goes on at once with one that is due.
func nextTask(ctx context.Context) {
	begun := make(chan struct{})
	var t try
	channel := t.construct("MessageChannel")
	near, far := t.get(channel, "port1"), t.get(channel, "port2")
	told, err := callback(func(safejs.Value) { close(begun) })
	if err != nil {
		return
	}
	defer told.Release()
	t.reflect("set", near, "onmessage", told)
	if t.call(far, "postMessage", 0); t.err != nil {
		return
	}
	select {
	case <-begun:
	case <-ctx.Done():
		t.reflect("set", near, "onmessage", nil) // it would be called after its release
	}
	t.call(near, "close")
}
