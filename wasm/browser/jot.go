//go:build js && wasm

package browser

import (
	"strings"

	"github.com/hack-pad/safejs"
)

// jotPrefix names what Jot keeps.
const jotPrefix = "toolyard/jot/"

// Jot keeps value on the device before it returns, where there is room for it.
// What a page that is being left asks of IndexedDB may never happen; this does.
func (h *Host) Jot(key, value string) {
	_, _ = callStorage("localStorage", "setItem", jotPrefix+key, value)
}

// Unjot drops what Jot kept.
func (h *Host) Unjot(key string) {
	_, _ = callStorage("localStorage", "removeItem", jotPrefix+key)
}

// Jotted reads all that Jot kept, of every tab; nothing where storage is refused.
func (h *Host) Jotted() map[string]string {
	var t try
	storage := t.get(global, "localStorage")
	jotted := map[string]string{}
	for i := range t.number(t.get(storage, "length")) {
		name := t.text(t.call(storage, "key", i))
		if key, ours := strings.CutPrefix(name, jotPrefix); ours {
			jotted[key] = t.text(t.call(storage, "getItem", name))
		}
	}
	return jotted
}

// Unique is a random UUID.
func (h *Host) Unique() string {
	var t try
	crypto := t.get(global, "crypto")
	id := t.text(t.call(crypto, "randomUUID"))
	if t.err == nil && id != "" {
		return id
	}
	t = try{} // outside of secure contexts there is none
	math := t.get(global, "Math")
	return t.text(t.call(t.call(math, "random"), "toString", 36)) + t.text(t.call(t.call(math, "random"), "toString", 36))
}

// channelName is that of the channel between the tabs of one origin.
const channelName = "toolyard"

// Tell posts a text to the other tabs. Where there is no channel, nobody hears.
func (h *Host) Tell(text string) {
	if channel, ok := h.channel(); ok {
		var t try
		t.call(channel, "postMessage", text)
	}
}

// OnTold calls f, in a goroutine, with what another tab tells. It can't be undone.
func (h *Host) OnTold(f func(text string)) {
	channel, ok := h.channel()
	if !ok {
		return
	}
	hear(channel, "message", func(e safejs.Value) {
		var t try
		if text := t.text(t.get(e, "data")); t.err == nil && text != "" {
			go func() {
				defer contain()
				f(text)
			}()
		}
	})
}

func (h *Host) channel() (safejs.Value, bool) {
	h.calling.Lock()
	defer h.calling.Unlock()
	if !h.called {
		var t try
		h.told, h.called = t.construct("BroadcastChannel", channelName), true
		h.callable = t.err == nil
	}
	return h.told, h.callable
}
