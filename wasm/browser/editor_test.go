//go:build js && wasm

package browser

import "testing"

func TestLoadEditor(t *testing.T) {
	for descriptor, want := range map[string]bool{
		`{value: {editor: async () => true}}`:              true,
		`{value: {editor: async () => false}}`:             false,
		`{value: {editor: async () => { throw Error() }}}`: false,
		`{value: {get editor() { throw Error("no") }}}`:    false,
		`{value: undefined}`:                               false,
	} {
		replace(t, "globalThis", "toolyard", descriptor)
		if got := New().LoadEditor(limited(t)); got != want {
			t.Errorf("%s: %v", descriptor, got)
		}
	}
}
