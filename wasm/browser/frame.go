//go:build js && wasm

package browser

import (
	"sync"
	"time"

	"github.com/hack-pad/safejs"
)

// frameAtMost is for how long a frame is waited for: in a tab that is not on screen
// none comes.
const frameAtMost = 50 * time.Millisecond

// nextFrame waits until the browser is about to draw.
func nextFrame() {
	f := nextFrames()
	select {
	case <-f.begun():
	case <-time.After(frameAtMost):
		f.late()
	}
}

// frames lets those who wait know that the browser is about to draw. All are told by
// one call: each of its own would take half a millisecond of that frame.
type frames struct {
	told    safejs.Func
	err     error
	mu      sync.Mutex
	asked   bool // for a frame, which has not begun
	waiting []chan struct{}
}

var nextFrames = sync.OnceValue(func() *frames {
	f := &frames{}
	f.told, f.err = callback(func(safejs.Value) { f.tell() })
	return f
})

// begun is closed when the next frame begins; at once where the browser has none.
func (f *frames) begun() <-chan struct{} {
	f.mu.Lock()
	defer f.mu.Unlock()
	begun := make(chan struct{})
	if !f.asked {
		t := try{err: f.err}
		if t.call(global, "requestAnimationFrame", f.told); t.err != nil {
			close(begun)
			return begun
		}
	}
	f.asked = true
	f.waiting = append(f.waiting, begun)
	return begun
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
	for _, begun := range f.waiting {
		close(begun)
	}
	f.asked, f.waiting = false, nil
}
