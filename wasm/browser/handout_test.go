//go:build js && wasm

package browser

import (
	"context"
	"errors"
	"strings"
	"testing"
)

const (
	clipboardTakes   = `{value: {writeText: async text => { globalThis.copied = "new " + text }}}`
	clipboardRefuses = `{value: {writeText: async () => { throw new DOMException("not focused", "NotAllowedError") }}}`
	commandTakes     = `{value: () => { const f = document.activeElement; globalThis.copied = "old " + f.value.slice(f.selectionStart, f.selectionEnd); return true }}`
	commandRefuses   = `{value: () => false}`
	commandThrows    = `{value: () => { throw new Error("no such command") }}`
)

func TestCopy(t *testing.T) {
	tests := []struct{ name, clipboard, command, want, wantErr string }{
		{"clipboard", clipboardTakes, commandThrows, "new 天\n1", ""},
		{"missing", `{value: undefined}`, commandTakes, "old 天\n1", ""},
		{"throwing getter", `{get() { throw 1 }}`, commandTakes, "old 天\n1", ""},
		{"denied", clipboardRefuses, commandTakes, "old 天\n1", ""},
		{"both refuse", clipboardRefuses, commandRefuses, "", "browser: copy: NotAllowedError: not focused; the copy command was refused"},
		{"both throw", clipboardRefuses, commandThrows, "", "browser: copy: NotAllowedError: not focused; Error: no such command"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			mount(t, `<input id="before">`)
			run(t, `before.focus(); globalThis.copied = ""`)
			replace(t, "navigator", "clipboard", test.clipboard)
			replace(t, "document", "execCommand", test.command)
			err := New().Copy(limited(t), "天\n1")
			if err == nil && test.wantErr != "" || err != nil && err.Error() != test.wantErr {
				t.Errorf("error %v, want %s", err, test.wantErr)
			}
			if got := ask(t, `return copied`); got != test.want {
				t.Errorf("copied %q, want %q", got, test.want)
			}
			if got := ask(t, `return document.activeElement.id + document.querySelectorAll("textarea").length`); got != "before0" {
				t.Errorf("focus and fields left: %s", got)
			}
		})
	}
}

func TestCopyInAModalDialog(t *testing.T) {
	mount(t, `<dialog id="modal"><button id="inside">x</button></dialog>`)
	replace(t, "navigator", "clipboard", `{value: undefined}`)
	replace(t, "document", "execCommand", commandTakes)
	run(t, `modal.showModal(); inside.focus()`)
	if err := New().Copy(limited(t), "text"); err != nil {
		t.Fatal(err)
	}
	if got := ask(t, `return copied + " " + document.activeElement.id`); got != "old text inside" {
		t.Errorf("copied and focus: %s", got)
	}
}

func TestCopyCancelled(t *testing.T) {
	replace(t, "navigator", "clipboard", `{value: {writeText: () => new Promise(() => {})}}`)
	replace(t, "document", "execCommand", commandTakes)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	run(t, `globalThis.copied = ""`)
	if err := New().Copy(ctx, "x"); !errors.Is(err, context.Canceled) || ask(t, `return copied`) != "" {
		t.Errorf("error %v", err)
	}
}

func TestDownload(t *testing.T) {
	replace(t, "HTMLAnchorElement.prototype", "click", `{value() { globalThis.link = this }}`)
	content := "\ufeff{\"天\": \"\xff\"}"
	if err := New().Download(`play "1".json`, "application/json", content); err != nil {
		t.Fatal(err)
	}
	if got := ask(t, `return link.download + " " + link.isConnected`); got != `play "1".json false` {
		t.Errorf("clicked %s", got)
	}
	blob, err := await(limited(t), run(t, `return fetch(link.href).then(r => r.arrayBuffer().then(b => ({type: r.headers.get("content-type"), bytes: new Uint8Array(b)})))`))
	if err != nil {
		t.Fatal(thrown(err))
	}
	var do try
	if got := string(do.bytesFrom(do.get(blob, "bytes"))); got != content || do.err != nil {
		t.Errorf("content %q, %v", got, do.err)
	}
	if got := do.text(do.get(blob, "type")); got != "application/json" {
		t.Errorf("type %q", got)
	}
}

func TestDownloadFails(t *testing.T) {
	replace(t, "URL", "createObjectURL", `{value() { throw new TypeError("no blobs here") }}`)
	err := New().Download("a", "text/plain", "b")
	if err == nil || !strings.HasPrefix(err.Error(), "browser: download: TypeError: no blobs here") {
		t.Errorf("error %v", err)
	}
}
