//go:build js && wasm

package browser

import (
	"cmp"
	"sync"
	"time"

	"github.com/hack-pad/safejs"
)

// frameAtMost is for how long a frame is waited for: in a tab that is not on screen
// none comes.
const frameAtMost = 50 * time.Millisecond

// nextFrame waits until the browser has drawn a frame.
func nextFrame() {
	f := nextFrames()
	select {
	case <-f.drawn():
	case <-time.After(frameAtMost):
		f.late()
	}
}

// frames lets those who wait know that the browser has drawn. They are told in the
// task behind the frame, and all by one call: to wake Go takes half a millisecond.
type frames struct {
	post    safejs.Value // a function that lets tell be called in a task
	err     error
	mu      sync.Mutex
	asked   bool // for a frame, which has not been drawn
	waiting []chan struct{}
}

var nextFrames = sync.OnceValue(func() *frames {
	f := &frames{}
	var t try
	channel := t.construct("MessageChannel")
	port := t.get(channel, "port2")
	f.post = t.call(t.get(port, "postMessage"), "bind", port, 0, []any{}) // a frame's time comes third, and is nothing to it
	told, err := callback(func(safejs.Value) { f.tell() })
	t.reflect("set", t.get(channel, "port1"), "onmessage", told)
	f.err = cmp.Or(err, t.err)
	return f
})

// drawn is closed when the next frame has been drawn; at once where the browser has
// none.
func (f *frames) drawn() <-chan struct{} {
	f.mu.Lock()
	defer f.mu.Unlock()
	drawn := make(chan struct{})
	if !f.asked {
		t := try{err: f.err}
		if t.call(global, "requestAnimationFrame", f.post); t.err != nil {
			close(drawn)
			return drawn
		}
	}
	f.asked = true
	f.waiting = append(f.waiting, drawn)
	return drawn
}

// late lets the next who comes ask anew: what was asked for may have been forgotten.
func (f *frames) late() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.asked = false
}

// tell tells all who wait.
func (f *frames) tell() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, drawn := range f.waiting {
		close(drawn)
	}
	f.asked, f.waiting = false, nil
}
