//go:build js && wasm

package browser

import "github.com/hack-pad/safejs"

// moved is where the program moved the focus to last, and how often it has.
var moved struct {
	to    safejs.Value
	times int
}

// Focus moves the focus to the element with this id, and what little of the page
// must move to show it. It waits until the element is drawn and takes the focus,
// for about a third of a second, and then gives up: the element is gone again, or
// the person has gone elsewhere meanwhile.
func (h *Host) Focus(id string) {
	before, times := active(), moved.times
	once(id, func(id string) bool { return gone(before, times, id) || focus(id) })
}

// Invite is Focus for what arrives by itself: who writes meanwhile, in any field
// but an empty prompt, is left where they are.
func (h *Host) Invite(id string) {
	var t try
	field := t.call(active(), "matches", "textarea, input:not([type=checkbox]), select, [contenteditable=true]")
	idle := t.text(t.get(active(), "id")) == "prompt" && t.text(t.get(active(), "value")) == ""
	if !t.truthy(field) || idle {
		h.Focus(id)
	}
}

// active is the element with the focus: the body where none has it.
func active() safejs.Value {
	var t try
	return t.get(global, "document", "activeElement")
}

// gone reports whether the person took the focus elsewhere since. It is not they
// who left an element that is gone, or went where the program has sent them since,
// or into what holds the element.
func gone(before safejs.Value, times int, id string) bool {
	now := active()
	if now.Equal(before) || moved.times > times && now.Equal(moved.to) {
		return false
	}
	var t try
	document := t.get(global, "document")
	element := t.call(document, "getElementById", id)
	return t.err == nil && !missing(element) && !missing(now) && !t.truthy(t.call(now, "contains", element))
}

// focus reports whether the element, or something inside it, has the focus now.
func focus(id string) bool {
	var t try
	document := t.get(global, "document")
	element := t.call(document, "getElementById", id) // null fails the next line
	t.call(element, "focus", map[string]any{"preventScroll": true})
	now := t.get(document, "activeElement")
	if !t.truthy(t.call(element, "contains", now)) {
		return false
	}
	moved.to, moved.times = now, moved.times+1
	return t.scrollTo(element)
}
