//go:build js && wasm

package browser

import (
	"context"
	"syscall/js"

	"github.com/hack-pad/safejs"
)

// await waits until the promise settles, or returns early with the error of
// ctx: the promise then goes on, and nobody hears how it ends. A rejection is a
// js.Error. It must not be called from a callback, which would block the very
// loop that settles promises.
func await(ctx context.Context, promise safejs.Value) (safejs.Value, error) {
	settled, err := settlement(promise)
	if err != nil {
		return safejs.Undefined(), err
	}
	select {
	case end := <-settled:
		return end.value, end.err
	case <-ctx.Done():
		return safejs.Undefined(), ctx.Err()
	}
}

// outcome is what a promise settles to: a value, or an error.
type outcome struct {
	value safejs.Value
	err   error
}

// settlement gives the promise's one outcome when there is one.
func settlement(promise safejs.Value) (<-chan outcome, error) {
	settled := make(chan outcome, 1)
	var fulfill, reject safejs.Func
	release := func() { fulfill.Release(); reject.Release() }

	// A promise calls one of the two, once: only then is neither needed.
	fulfill, err := callback(func(value safejs.Value) {
		defer release()
		settled <- outcome{value: value}
	})
	if err != nil {
		return nil, err
	}
	reject, err = callback(func(reason safejs.Value) {
		defer release()
		settled <- outcome{err: js.Error{Value: safejs.Unsafe(reason)}}
	})
	if err != nil {
		fulfill.Release()
		return nil, err
	}
	var t try
	if t.call(promise, "then", fulfill, reject); t.err != nil {
		release()
	}
	return settled, t.err
}

// await is undefined where the wait fails.
func (t *try) await(ctx context.Context, promise safejs.Value) safejs.Value {
	if t.err != nil {
		return safejs.Undefined()
	}
	var value safejs.Value
	value, t.err = await(ctx, promise)
	return value
}
