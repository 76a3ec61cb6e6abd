//go:build js && wasm

package browser

import (
	"io"
	"io/fs"

	"github.com/hack-pad/safejs"
)

// body reads a response as its chunks arrive: Read returns what there is and
// waits only where there is nothing. Close, from any goroutine, ends a Read that
// waits, with fs.ErrClosed.
type body struct {
	exchange
	reader safejs.Value // a ReadableStreamDefaultReader
	chunk  []byte       // received, not yet read
	end    error        // io.EOF, or what cut the body
	breath breath
}

func (b *body) Read(p []byte) (int, error) {
	b.breath.take(b.ctx)
	for b.end == nil && len(b.chunk) == 0 && len(p) > 0 {
		b.chunk, b.end = b.receive()
	}
	if b.end == nil && b.ctx.Err() != nil {
		b.end = b.cut(nil)
	}
	if b.end != nil {
		return 0, b.end
	}
	n := copy(p, b.chunk)
	b.chunk = b.chunk[n:]
	return n, nil
}

func (b *body) Close() error {
	b.cancel()
	return nil
}

// receive waits for the next chunk, which may be empty.
func (b *body) receive() ([]byte, error) {
	if b.ctx.Err() != nil {
		return nil, b.cut(nil)
	}
	var t try
	result := t.await(b.ctx, t.call(b.reader, "read"))
	if t.truthy(t.get(result, "done")) {
		nextTask(b.ctx) // what comes of the whole is a task of its own
		b.cancel()
		return nil, io.EOF
	}
	chunk := t.bytesFrom(t.get(result, "value"))
	if t.err != nil {
		outliveLeaving(b.ctx)
		return nil, b.cut(t.err)
	}
	return chunk, nil
}

// cut ends the exchange and says why: its caller, a Close, or else err.
func (b *body) cut(err error) error {
	if b.ctx.Err() != nil {
		err = fs.ErrClosed
	}
	if ended := b.caller.Err(); ended != nil {
		err = ended
	}
	b.cancel()
	return fail("read", err)
}
