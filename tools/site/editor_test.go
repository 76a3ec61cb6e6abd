package main

import (
	"testing"

	"github.com/chromedp/chromedp"
)

func TestEditorLoads(t *testing.T) {
	h, ctx := newHost(t, standinSite(t, true, nil)), tab(t)
	do(t, ctx, chromedp.Navigate(h.page("")))
	until(t, ctx, running)
	if js[bool](t, ctx, `!!customElements.get("json-editor")`) {
		t.Error("the editor was loaded before anyone asked")
	}
	h.down.Store(true)
	if js[bool](t, ctx, `toolyard.editor()`) {
		t.Error("the editor is said to be there while its host is down")
	}
	h.down.Store(false)
	if !js[bool](t, ctx, `Promise.all([toolyard.editor(), toolyard.editor()]).then((both) => both.every(Boolean))`) {
		t.Error("the editor did not load when it was asked for again")
	}
	if got := js[int](t, ctx, `document.querySelectorAll("script[src*=editor]").length`); got != 1 {
		t.Errorf("its script was put into the page %d times", got)
	}
	do(t, ctx, chromedp.Evaluate(`document.body.append(document.createElement("json-editor"))`, nil))
	until(t, ctx, `!!document.querySelector("json-editor .cm-content")`)
}
