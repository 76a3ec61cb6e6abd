//go:build js && wasm

package browser

import (
	"cmp"
	"context"
	"sync"
	"time"

	"github.com/hack-pad/safejs"
)

// breathAfter is for how long at a time a body may keep the browser from drawing
// and from hearing the person. What has arrived already settles its promise within
// the same task, so that a body of many chunks would be one task from end to end.
const breathAfter = 12 * time.Millisecond

// breath is when the browser last had the processor. The zero breath is never.
type breath struct{ last time.Time }

// take lets the browser do what waits, if that has waited for long.
func (b *breath) take(ctx context.Context) {
	if time.Since(b.last) < breathAfter {
		return
	}
	nextTask(ctx)
	b.last = time.Now()
}

// nextTask waits until the browser has begun another task, behind those that wait
// already. A timer would not do: Go goes on at once with one that is due.
func nextTask(ctx context.Context) {
	select {
	case <-nextTasks().begun():
	case <-ctx.Done():
	}
}

// tasks lets those who wait know that another task has begun, in the order that
// they came. There is one for good: to make its channel costs more than a breath.
type tasks struct {
	port    safejs.Value
	err     error
	mu      sync.Mutex
	waiting []chan struct{}
}

var nextTasks = sync.OnceValue(func() *tasks {
	q := &tasks{}
	var t try
	channel := t.construct("MessageChannel")
	q.port = t.get(channel, "port2")
	told, err := callback(func(safejs.Value) { q.tell() })
	t.reflect("set", t.get(channel, "port1"), "onmessage", told)
	q.err = cmp.Or(err, t.err)
	return q
})

// begun is closed in the next task; at once where the browser has no such thing.
func (q *tasks) begun() <-chan struct{} {
	q.mu.Lock()
	defer q.mu.Unlock()
	begun := make(chan struct{})
	t := try{err: q.err}
	if t.call(q.port, "postMessage", 0); t.err != nil {
		close(begun)
		return begun
	}
	q.waiting = append(q.waiting, begun)
	return begun
}

// tell tells the first who waits.
func (q *tasks) tell() {
	q.mu.Lock()
	defer q.mu.Unlock()
	close(q.waiting[0])
	q.waiting = q.waiting[1:]
}
