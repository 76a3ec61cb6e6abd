package play

import (
	"context"
	"sync"
)

// queued is an effect that reads or changes the history. Such effects are
// performed one after the other, in the order that they were asked for in: two
// goroutines begin in any order, and the older snapshot would be the newer entry,
// or a list that was read before a change would be told after it.
type queued interface {
	Effect
	queued()
}

func (Remember) queued()    {}
func (ReadHistory) queued() {}
func (amend) queued()       {}
func (erase) queued()       {}
func (keepRecords) queued() {}

// queue is who waits for whom. Its zero value is empty.
type queue struct {
	mu   sync.Mutex
	last chan struct{} // closed when whoever came last is done; nil where nobody came
}

// place is one in a queue: its work begins when that of the one before is over.
type place struct{ before, over chan struct{} }

// take takes the next place.
func (q *queue) take() place {
	q.mu.Lock()
	defer q.mu.Unlock()
	p := place{before: q.last, over: make(chan struct{})}
	q.last = p.over
	return p
}

// do waits for those before, and works.
func (p place) do(work func()) {
	if p.before != nil {
		<-p.before
	}
	defer close(p.over)
	work()
}

// begin performs an effect in a goroutine, in its place where it is queued.
func (r *Runner) begin(e Effect) {
	if _, ok := e.(queued); !ok {
		go e.perform(context.Background(), r)
		return
	}
	p := r.history.take()
	go p.do(func() { e.perform(context.Background(), r) })
}
