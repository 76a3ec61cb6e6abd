//go:build js && wasm

package browser

import (
	"context"
	"strings"

	"github.com/hack-pad/safejs"
)

const focusFrames = 20 // how many frames an element gets to appear

// Reveal scrolls to the element with this id, once it is drawn, as Focus does, and
// leaves the focus where it is.
func (h *Host) Reveal(id string) { once(id, reveal) }

// once does something with an element as soon as that is drawn, behind what is more
// urgent: moving the focus or the page would hold up the frame that draws it.
func once(id string, do func(id string) bool) {
	for range focusFrames {
		nextFrame()
		nextTask(context.Background()) // before which who waited for the frame, too, has heard of its end
		if do(id) {
			return
		}
	}
}

// reveal reports whether the element is there.
func reveal(id string) bool {
	var t try
	return t.scrollTo(t.call(t.get(global, "document"), "getElementById", id))
}

// scrollTo moves what little of the page must move to show an element.
func (t *try) scrollTo(element safejs.Value) bool {
	t.call(element, "scrollIntoView", map[string]any{"block": "nearest", "inline": "nearest"})
	return t.err == nil
}

// Dress sets what the style sheets and the browser itself go by: lang and
// data-theme of the document, and the colour of the browser's own bars.
func (h *Host) Dress(language, theme string) {
	var t try
	document := t.get(global, "document")
	root := t.get(document, "documentElement")
	t.call(root, "setAttribute", "lang", language)
	if theme == "" {
		t.call(root, "removeAttribute", "data-theme")
	} else {
		t.call(root, "setAttribute", "data-theme", theme)
	}
	for _, scheme := range []string{"light", "dark"} {
		t.dressBars(document, scheme, theme)
	}
	t.remember("language", language)
	t.remember("theme", theme)
}

// remember keeps what the loader needs before the first paint of the next visit.
// Where nothing can be kept, the next visit begins as the first one did.
func (t *try) remember(name, value string) {
	t.call(t.get(global, "localStorage"), "setItem", "toolyard."+name, value)
}

// dressBars puts the page's meta theme-color for a scheme, marked by data-scheme,
// into force or out of it. Without a theme, the system's own scheme decides.
func (t *try) dressBars(document safejs.Value, scheme, theme string) {
	bar := t.call(document, "querySelector", `meta[name="theme-color"][data-scheme="`+scheme+`"]`)
	if t.err != nil || missing(bar) {
		return
	}
	media := "not all"
	switch theme {
	case "":
		media = "(prefers-color-scheme: " + scheme + ")"
	case scheme:
		media = "all"
	}
	t.call(bar, "setAttribute", "media", media)
}

// Languages are the one that the loader dressed the page in, then those set in
// the browser, the preferred one first; none if it doesn't tell.
func (h *Host) Languages() []string {
	var t try
	dressed := t.text(t.get(global, "document", "documentElement", "lang"))
	set := t.text(t.call(t.get(global, "navigator", "languages"), "join", " "))
	return strings.Fields(dressed + " " + set)
}
