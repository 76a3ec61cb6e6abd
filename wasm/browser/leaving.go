//go:build js && wasm

package browser

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"github.com/hack-pad/safejs"
)

// Firefox and WebKit break the page's requests off when it is about to be left,
// while it still runs: a reload during an answer would be kept as a failure of
// the endpoint. leavingTime is how long a broken request waits for the end of the
// page before it is told of: a page that is left for a download, say, stays.
var leavingTime = 5 * time.Second

// leaving is when the page was about to be left, in Unix milliseconds.
var leaving atomic.Int64

var watchLeaving = sync.OnceFunc(func() {
	hear(global, "beforeunload", func(safejs.Value) { leaving.Store(time.Now().UnixMilli()) })
})

// outliveLeaving returns at once, unless the page is about to be left.
func outliveLeaving(ctx context.Context) {
	rest := time.Until(time.UnixMilli(leaving.Load()).Add(leavingTime))
	if rest <= 0 {
		return
	}
	select {
	case <-time.After(rest):
	case <-ctx.Done():
	}
}
