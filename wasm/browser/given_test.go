//go:build js && wasm

package browser

import (
	"strings"
	"testing"
	"time"
)

// given is what one call of OnGiven's function got.
type given struct {
	text string
	err  error
}

// hearGiven listens as the program does.
func hearGiven() <-chan given {
	heard := make(chan given, 9)
	New().OnGiven(func(g Given) { heard <- given{g.Text, g.Err} })
	return heard
}

func TestOnGiven(t *testing.T) {
	heard := hearGiven()
	const file = `const d = new DataTransfer(); d.items.add(new File(["{\"天\": 1}"], "a.json"));`
	const text = `const d = new DataTransfer(); d.setData("text/plain", "pasted");`
	for _, test := range []struct{ name, event, want string }{
		{"a file", file + `document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: d, bubbles: true, cancelable: true}))`, `{"天": 1}`},
		{"two files", file + `d.items.add(new File(["2"], "b.json")); document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: d, bubbles: true}))`, "{\"天\": 1}\n2"},
		{"a file on a field", file + `field.dispatchEvent(new DragEvent("drop", {dataTransfer: d, bubbles: true}))`, `{"天": 1}`},
		{"a text", text + `document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: d, bubbles: true}))`, "pasted"},
		{"pasted", text + `document.body.dispatchEvent(new ClipboardEvent("paste", {clipboardData: d, bubbles: true}))`, "pasted"},
		{"a text on a field", text + `field.dispatchEvent(new DragEvent("drop", {dataTransfer: d, bubbles: true}))`, ""},
		{"pasted into a field", text + `field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: d, bubbles: true}))`, ""},
		{"pasted and taken", text + `const e = new ClipboardEvent("paste", {clipboardData: d, bubbles: true, cancelable: true}); e.preventDefault(); document.body.dispatchEvent(e)`, ""},
		{"dragged within the page", text + `document.dispatchEvent(new Event("dragstart")); document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: d, bubbles: true})); document.dispatchEvent(new Event("dragend"))`, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			mount(t, `<input id="field">`)
			run(t, test.event)
			select {
			case got := <-heard:
				if got.err != nil || got.text != test.want || test.want == "" {
					t.Errorf("heard %q, %v; want %q", got.text, got.err, test.want)
				}
			case <-time.After(patienceFor(test.want)):
				if test.want != "" {
					t.Error("heard nothing")
				}
			}
		})
	}
}

// patienceFor is how long to wait: where nothing is to come, not long.
func patienceFor(want string) time.Duration {
	if want == "" {
		return 50 * time.Millisecond
	}
	return patience
}

func TestGivenTooMuch(t *testing.T) {
	heard := hearGiven()
	run(t, `const d = new DataTransfer(); d.items.add(new File([new Uint8Array(68e6)], "a.bin"));
		document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: d, bubbles: true}))`)
	select {
	case got := <-heard:
		if got.err != ErrTooLarge || got.text != "" {
			t.Errorf("heard %d bytes, %v", len(got.text), got.err)
		}
	case <-time.After(patience):
		t.Error("heard nothing")
	}
}

// A page that something can be dropped on shows it while that is over it.
func TestGivenShown(t *testing.T) {
	hearGiven()
	const shown = `return String(document.documentElement.hasAttribute("data-drop"))`
	run(t, `const d = new DataTransfer(); d.items.add(new File([""], "a"));
		const e = new DragEvent("dragover", {dataTransfer: d, bubbles: true, cancelable: true});
		document.body.dispatchEvent(e); globalThis.prevented = e.defaultPrevented`)
	if got := ask(t, shown) + ask(t, `return String(prevented)`); got != "truetrue" {
		t.Errorf("shown and allowed: %s", got)
	}
	run(t, `document.dispatchEvent(new DragEvent("dragleave"))`)
	if got := ask(t, shown); !strings.HasPrefix(got, "false") {
		t.Error("still shown")
	}
}
