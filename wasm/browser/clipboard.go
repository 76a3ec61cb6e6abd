//go:build js && wasm

package browser

import (
	"context"
	"errors"
	"fmt"

	"github.com/hack-pad/safejs"
)

// Copy puts text on the clipboard. Where the clipboard's interface is missing
// (a page served over plain http) or refuses, the older command is tried; both
// may want the copy to follow from something the person did a moment ago.
func (h *Host) Copy(ctx context.Context, text string) error {
	refused := writeClipboard(ctx, text)
	if refused == nil {
		return nil
	}
	if err := ctx.Err(); err != nil {
		return fail("copy", err)
	}
	if err := copySelected(text); err != nil {
		return fmt.Errorf("%w; %w", fail("copy", refused), thrown(err))
	}
	return nil
}

func writeClipboard(ctx context.Context, text string) error {
	var t try
	clipboard := t.get(global, "navigator", "clipboard")
	t.await(ctx, t.call(clipboard, "writeText", text))
	return t.err
}

// copySelected copies from a field that is on the page for as long as it takes,
// and gives the focus back.
func copySelected(text string) error {
	var t try
	document := t.get(global, "document")
	focused := t.get(document, "activeElement")
	field := t.unseenField(document, text)
	t.call(t.selectableHome(document, focused), "append", field)
	t.call(field, "select")
	copied := t.truthy(t.call(document, "execCommand", "copy"))

	var after try // whatever happened before
	after.call(field, "remove")
	after.call(focused, "focus", map[string]any{"preventScroll": true})
	if t.err == nil && !copied {
		return errors.New("the copy command was refused")
	}
	return t.err
}

// unseenField is out of sight, but not hidden: hidden text can't be selected.
func (t *try) unseenField(document safejs.Value, text string) safejs.Value {
	field := t.call(document, "createElement", "textarea")
	t.call(field, "append", text)
	t.call(field, "setAttribute", "readonly", "")
	t.call(field, "setAttribute", "aria-hidden", "true")
	style := t.get(field, "style")
	t.call(style, "setProperty", "position", "fixed")
	t.call(style, "setProperty", "top", "0")
	t.call(style, "setProperty", "opacity", "0")
	return field
}

// selectableHome is the dialog that has the focus, since everything behind a
// modal one is inert, or else the body.
func (t *try) selectableHome(document, focused safejs.Value) safejs.Value {
	if t.err == nil && !missing(focused) {
		if dialog := t.call(focused, "closest", "dialog"); !missing(dialog) {
			return dialog
		}
	}
	return t.get(document, "body")
}
