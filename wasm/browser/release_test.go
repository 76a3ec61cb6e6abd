//go:build js && wasm

package browser

import (
	"testing"

	"toolyard/app/play"
)

func TestOpening(t *testing.T) {
	for descriptor, want := range map[string]play.Opening{
		`{value: {opening: async () => ({open: "import", text: "", error: ""})}}`:   {Open: "import"},
		`{value: {opening: async () => ({open: "shared", text: "t", error: "e"})}}`: {Open: "shared", Text: "t", Failed: "e"},
		`{value: {opening: async () => { throw Error() }}}`:                         {},
		`{value: {get opening() { throw Error("no") }}}`:                            {},
		`{value: undefined}`: {},
	} {
		replace(t, "globalThis", "toolyard", descriptor)
		if got := New().Opening(limited(t)); got != want {
			t.Errorf("%s: %+v", descriptor, got)
		}
	}
}

func TestOnRelease(t *testing.T) {
	for descriptor, want := range map[string]string{
		`{value: {updateReady: true, updateBroken: false}}`:  "whole",
		`{value: {updateReady: false, updateBroken: true}}`:  "broken",
		`{value: {updateReady: false, updateBroken: false}}`: "",
		`{value: {get updateReady() { throw Error("no") }}}`: "",
		`{value: undefined}`: "",
	} {
		replace(t, "globalThis", "toolyard", descriptor)
		got := ""
		New().OnRelease(func(whole bool) { got = map[bool]string{true: "whole", false: "broken"}[whole] })
		if got != want {
			t.Errorf("%s: %q", descriptor, got)
		}
	}
}
