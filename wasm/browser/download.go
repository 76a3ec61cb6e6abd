//go:build js && wasm

package browser

import "time"

// revokeAfter leaves a browser the time to begin a download, which is when it
// reads the address of the file; until then the file stays in memory.
const revokeAfter = time.Minute

// Download offers content, as a file with this name, the way this browser does:
// saved at once or with a question.
func (h *Host) Download(name, mediaType, content string) error {
	return fail("download", download(name, mediaType, content))
}

func download(name, mediaType, content string) error {
	var t try
	file := t.construct("Blob", []any{t.bytes(content)}, map[string]any{"type": mediaType})
	urls := t.get(global, "URL")
	address := t.call(urls, "createObjectURL", file)
	if t.err != nil {
		return t.err
	}
	time.AfterFunc(revokeAfter, func() {
		var t try
		t.call(urls, "revokeObjectURL", address)
	})

	// The link is never on the page, where a listener would take the click for
	// a navigation.
	link := t.call(t.get(global, "document"), "createElement", "a")
	t.call(link, "setAttribute", "href", address)
	t.call(link, "setAttribute", "download", name)
	t.call(link, "click")
	return t.err
}
