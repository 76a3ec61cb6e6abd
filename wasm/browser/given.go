//go:build js && wasm

package browser

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"github.com/hack-pad/safejs"
)

// mostGiven bounds the files that are given at once, in bytes: a file of many
// playgrounds is the largest that anything reads.
const mostGiven = 64 << 20

// ErrTooLarge says that what was given is larger than any file of ours.
var ErrTooLarge = errors.New("browser: more than 64 MB")

// Given is what the person gave the page: the text of a file, with its name, or
// a text without one. Err says why it could not be read.
type Given struct {
	Text, Name string
	Err        error
}

// editable is where the browser puts a pasted or dropped text by itself.
const editable = `input, textarea, select, json-editor, [contenteditable]`

// OnGiven calls f, in a goroutine, with each text that the person drops on the
// page, as files or as text, or pastes while no field has the focus; with the
// files that are chosen in the page, and with those that the system opens with
// it. While something that can be dropped is over the page, its root element says
// so in data-drop. It can't be undone.
func (h *Host) OnGiven(f func(Given)) {
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
	hear(document, "change", func(e safejs.Value) { choose(e, f) })
	launch(f)
}

// choose reads the files of a field that the person chose them in, and empties
// it: the same file may be chosen again.
func choose(e safejs.Value, f func(Given)) {
	var t try
	target := t.get(e, "target")
	if t.text(t.get(target, "type")) != "file" || t.err != nil {
		return
	}
	files := t.get(target, "files")
	if t.number(t.get(files, "length")) > 0 {
		read := begin(&t, files)
		go func() {
			defer contain()
			f(read.wait())
			var t try
			t.reflect("set", target, "value", "")
		}()
	}
}

// launch reads the files that the system opens with the installed page.
func launch(f func(Given)) {
	opened, err := callback(func(launched safejs.Value) {
		var t try
		handles := t.get(launched, "files")
		if t.err != nil || missing(handles) || t.number(t.get(handles, "length")) == 0 {
			return
		}
		file := t.call(t.get(handles, "0"), "getFile")
		go func() {
			defer contain()
			opened := t.await(context.Background(), file)
			if t.err != nil {
				f(Given{Err: fail("open the file", t.err)})
				return
			}
			one, _ := safejs.ValueOf([]any{})
			t.call(one, "push", opened)
			f(begin(&t, one).wait())
		}()
	})
	t := try{err: err}
	if queue := t.get(global, "launchQueue"); t.err == nil && !missing(queue) {
		t.call(queue, "setConsumer", opened)
	}
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
func give(e safejs.Value, carrier string, f func(Given)) {
	var t try
	data := t.get(e, carrier)
	text := t.text(t.call(data, "getData", "text/plain"))
	read := begin(&t, t.get(data, "files"))
	go func() {
		defer contain()
		switch {
		case len(text) > mostGiven:
			f(Given{Err: ErrTooLarge})
		case read.err == nil && len(read.contents) == 0:
			f(Given{Text: text})
		default:
			f(read.wait())
		}
	}()
}

// pending are files whose contents are under way.
type pending struct {
	contents []safejs.Value // promises
	name     string         // of the first
	err      error
}

// begin starts to read files.
func begin(t *try, files safejs.Value) pending {
	var p pending
	size := 0
	for i := range t.number(t.get(files, "length")) {
		file := t.get(files, strconv.Itoa(i))
		if size += t.number(t.get(file, "size")); size > mostGiven {
			return pending{err: ErrTooLarge}
		}
		if p.contents = append(p.contents, t.call(file, "text")); i == 0 {
			p.name = t.text(t.get(file, "name"))
		}
	}
	if t.err != nil {
		p.err = thrown(t.err)
	}
	return p
}

// wait puts the texts of the files one after the other.
func (p pending) wait() Given {
	if p.err != nil {
		return Given{Err: p.err}
	}
	var t try
	texts := make([]string, len(p.contents))
	for i, promise := range p.contents {
		texts[i] = t.text(t.await(context.Background(), promise))
	}
	if t.err != nil {
		return Given{Err: fail("read the file", t.err)}
	}
	return Given{Text: strings.Join(texts, "\n"), Name: p.name}
}

func prevent(e safejs.Value) {
	var t try
	t.call(e, "preventDefault")
}
