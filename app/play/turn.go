package play

import (
	"context"
	"sync"
)

// inTurn is an effect that reads or changes the history. Such effects are
// performed one after the other, in the order that they were asked for in: two
// goroutines begin in any order, and the older snapshot would be the newer entry,
// or a list that was read before a change would be told after it.
type inTurn interface {
	Effect
	inTurn()
}

func (Remember) inTurn()    {}
func (ReadHistory) inTurn() {}
func (amend) inTurn()       {}
func (erase) inTurn()       {}
func (keepRecords) inTurn() {}

// turns is a queue. Its zero value is empty.
type turns struct {
	mu   sync.Mutex
	last chan struct{} // closed when whoever came last is done; nil where nobody came
}

// turn is a place in a queue: it begins when the one before is over.
type turn struct{ before, over chan struct{} }

// take takes the next place.
func (q *turns) take() turn {
	q.mu.Lock()
	defer q.mu.Unlock()
	t := turn{before: q.last, over: make(chan struct{})}
	q.last = t.over
	return t
}

// do waits for the turn and works in it.
func (t turn) do(work func()) {
	if t.before != nil {
		<-t.before
	}
	defer close(t.over)
	work()
}

// begin performs an effect in a goroutine, in its turn where it has one.
func (r *Runner) begin(e Effect) {
	if _, ok := e.(inTurn); !ok {
		go e.perform(context.Background(), r)
		return
	}
	t := r.history.take()
	go t.do(func() { e.perform(context.Background(), r) })
}
