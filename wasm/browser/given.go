//go:build js && wasm

package browser

import (
	"context"
	"errors"
	"strings"

	"github.com/hack-pad/safejs"
)

// mostGiven bounds the files that are dropped at once, in bytes.
const mostGiven = 8 << 20

// ErrTooLarge says that what was dropped is larger than any playground.
var ErrTooLarge = errors.New("browser: more than 8 MB")

// editable is where the browser puts a pasted or dropped text by itself.
const editable = `input, textarea, select, json-editor, [contenteditable]`

// OnGiven calls f, in a goroutine, with each text that the person drops on the
// page, as files or as text, or pastes while no field has the focus. While
// something that can be dropped is over the page, its root element says so in
// data-drop. It can't be undone.
func (h *Host) OnGiven(f func(text string, err error)) {
	var t try
	document := t.get(global, "document")
	inside := false // what is dragged began on this page
	over := func(on bool) {
		var t try
		t.call(t.get(document, "documentElement"), "toggleAttribute", "data-drop", on)
	}
	hear(document, "dragstart", func(safejs.Value) { inside = true })
	hear(document, "dragend", func(safejs.Value) { inside = false })
	hear(document, "dragover", func(e safejs.Value) {
		if !inside && takes(e, "dataTransfer") {
			prevent(e)
			over(true)
		}
	})
	hear(document, "dragleave", func(e safejs.Value) {
		var t try
		if missing(t.get(e, "relatedTarget")) { // it left the window
			over(false)
		}
	})
	hear(document, "drop", func(e safejs.Value) {
		over(false)
		if !inside && takes(e, "dataTransfer") {
			prevent(e)
			give(e, "dataTransfer", f)
		}
	})
	hear(document, "paste", func(e safejs.Value) {
		var t try
		if taken := t.truthy(t.get(e, "defaultPrevented")); !taken && takes(e, "clipboardData") {
			prevent(e)
			give(e, "clipboardData", f)
		}
	})
}

// takes says whether an event carries a file, or a text that no field takes.
func takes(e safejs.Value, carrier string) bool {
	var t try
	types := t.get(e, carrier, "types")
	if t.truthy(t.call(types, "includes", "Files")) {
		return true
	}
	target := t.get(e, "target")
	field := t.err == nil && !missing(t.get(target, "closest")) && !missing(t.call(target, "closest", editable))
	return !field && t.truthy(t.call(types, "includes", "text/plain")) && t.err == nil
}

// give reads what an event carries, which is only there during the event; what
// its files hold may come later.
func give(e safejs.Value, carrier string, f func(string, error)) {
	var t try
	data := t.get(e, carrier)
	text := t.text(t.call(data, "getData", "text/plain"))
	files := t.get(data, "files")
	var contents []safejs.Value // promises
	size := 0
	for i := range t.number(t.get(files, "length")) {
		file := t.call(files, "item", i)
		if size += t.number(t.get(file, "size")); size <= mostGiven {
			contents = append(contents, t.call(file, "text"))
		}
	}
	go func() {
		defer contain()
		switch {
		case size > mostGiven || len(text) > mostGiven:
			f("", ErrTooLarge)
		case len(contents) > 0:
			f(textsOf(contents))
		case t.err != nil:
			f("", thrown(t.err))
		default:
			f(text, nil)
		}
	}()
}

// textsOf waits for the texts of files, and puts them one after the other.
func textsOf(contents []safejs.Value) (string, error) {
	var t try
	texts := make([]string, len(contents))
	for i, promise := range contents {
		texts[i] = t.text(t.await(context.Background(), promise))
	}
	if t.err != nil {
		return "", fail("read the file", t.err)
	}
	return strings.Join(texts, "\n"), nil
}

func prevent(e safejs.Value) {
	var t try
	t.call(e, "preventDefault")
}
