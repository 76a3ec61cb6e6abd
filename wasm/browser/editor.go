//go:build js && wasm

package browser

import "context"

// LoadEditor asks the loader for web/editor. A page without one has no editor.
func (h *Host) LoadEditor(ctx context.Context) bool {
	var t try
	loaded := t.await(ctx, t.call(t.get(global, "toolyard"), "editor"))
	return t.truthy(loaded)
}
