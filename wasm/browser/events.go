//go:build js && wasm

package browser

import "github.com/hack-pad/safejs"

// OnFragment calls f, in a goroutine, whenever the person or a link has changed
// the fragment; SetFragment doesn't. It can't be undone.
func (h *Host) OnFragment(f func(fragment string)) {
	listen(global, "hashchange", func() { f(h.Fragment()) })
}

// OnHide calls f, in a goroutine, when the page goes out of sight: the last
// moment at which saving is sure to be possible. A page that is left is told
// twice, the second time as gone, and may be gone before anything f waits for
// has happened; one that comes back from the browser's cache is told that it is
// not gone. It can't be undone.
func (h *Host) OnHide(f func(gone bool)) {
	var t try
	document := t.get(global, "document")
	listen(document, "visibilitychange", func() {
		var t try
		if t.text(t.get(document, "visibilityState")) == "hidden" {
			f(false)
		}
	})
	listen(global, "pagehide", func() { f(true) })
	listen(global, "pageshow", func() { f(false) })
}

// listen calls f in a goroutine at each event, for as long as the page lives. A
// goroutine may wait, where a callback must not.
func listen(target safejs.Value, event string, f func()) {
	hear(target, event, func(safejs.Value) {
		go func() {
			defer contain()
			f()
		}()
	})
}

// hear calls f within each event, where it may still be prevented; f must not
// wait. The listener stays for as long as the page lives.
func hear(target safejs.Value, event string, f func(e safejs.Value)) {
	heard, err := callback(f)
	t := try{err: err}
	if t.call(target, "addEventListener", event, heard); t.err != nil {
		report("browser: can't listen to " + event + ": " + thrown(t.err).Error())
	}
}
