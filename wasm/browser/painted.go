//go:build js && wasm

package browser

import (
	"runtime"
	"time"

	"github.com/hack-pad/safejs"
)

// Painted calls f, in a goroutine, once the browser has drawn the page as it is
// now. When it has nothing else to do after that, Go collects its garbage: a
// collection takes ten milliseconds, which a person would wait for if one fell
// into a key.
func (h *Host) Painted(f func()) {
	go func() {
		defer contain()
		nextFrame()
		time.Sleep(time.Millisecond) // the frame is drawn behind what runs in it
		f()
		whenIdle(collect)
	}()
}

const (
	idleAtLeast   = 20       // milliseconds in which no frame and no input is awaited
	collectAtMost = 64 << 20 // bytes in use; more would take longer than it may
)

// whenIdle calls f once the browser is idle for long enough.
// A browser that can't tell never is (WebKit).
func whenIdle(f func()) {
	var idle safejs.Func
	idle, err := callback(func(deadline safejs.Value) {
		idle.Release()
		var t try
		if left := t.call(deadline, "timeRemaining"); t.number(left) >= idleAtLeast {
			go f()
		}
	})
	t := try{err: err}
	if t.call(global, "requestIdleCallback", idle); t.err != nil {
		idle.Release()
	}
}

// collect collects garbage where about half of what may come before Go does so
// by itself has come.
func collect() {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if m.HeapAlloc > m.NextGC/2 && m.HeapAlloc < collectAtMost {
		runtime.GC()
	}
}
