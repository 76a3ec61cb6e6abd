//go:build js && wasm

package browser

import (
	"runtime"
	"time"

	"github.com/hack-pad/safejs"
)

const (
	idleAtLeast   = 20                    // milliseconds that a collection may take without holding a frame up
	idleAfter     = 50 * time.Millisecond // a browser that is busy for so long, or can't tell (WebKit), counts as idle
	collectAtMost = 64 << 20              // bytes in use; more would take longer than a person may wait
)

// Painted calls f, in a goroutine, once the browser has drawn the page as it is
// now and has nothing more urgent to do. If time is left then, Go collects its
// garbage: that takes ten milliseconds, which a person would wait for if they
// fell into a key.
func (h *Host) Painted(f func()) {
	go func() {
		defer contain()
		nextFrame()
		idle()
		f()
		if isDue() && idle() >= idleAtLeast {
			runtime.GC()
		}
	}()
}

// idle waits until the browser is, and says for how many milliseconds it will be;
// 0 where it is not sure.
func idle() int {
	left := make(chan int, 1)
	var told safejs.Func
	told, err := callback(func(deadline safejs.Value) {
		told.Release()
		var t try
		left <- t.number(t.call(deadline, "timeRemaining"))
	})
	t := try{err: err}
	if t.call(global, "requestIdleCallback", told, map[string]any{"timeout": idleAfter.Milliseconds()}); t.err != nil {
		told.Release()
		time.Sleep(time.Millisecond) // what runs in a frame comes before it is drawn
		return 0
	}
	select {
	case ms := <-left:
		return ms
	case <-time.After(2 * idleAfter): // a page that is out of sight
		return 0
	}
}

// isDue tells whether about half of what may come before Go collects by itself has
// come, and no more than can be collected in a short time.
func isDue() bool {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc > m.NextGC/2 && m.HeapAlloc < collectAtMost
}
