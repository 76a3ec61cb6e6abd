//go:build js && wasm

package browser

import "context"

// Work hands a job to the workshop of web/page/jobs.js. A page without one has none.
func (h *Host) Work(ctx context.Context, job string, input []byte) (output []byte, err error) {
	var t try
	answer := t.await(ctx, t.call(t.get(global, "toolyard"), "work", job, string(input)))
	text := t.text(answer)
	return []byte(text), fail("work", t.err)
}
