//go:build js && wasm

package browser

import (
	"context"
	"strings"

	"github.com/hack-pad/go-indexeddb/idb"
	"github.com/hack-pad/safejs"

	"toolyard/app/play"
)

// Change makes a change in one transaction. Its error is ErrFull, ErrUnavailable,
// or that of ctx.
func (h *Host) Change(ctx context.Context, c play.Change) (bool, error) {
	done, err := h.device.change(ctx, c)
	return done && err == nil, failStorage("store", err)
}

// List reads in one transaction. Its error is ErrUnavailable, or that of ctx.
func (h *Host) List(ctx context.Context, prefix string) (map[string]string, error) {
	found, err := h.device.list(ctx, prefix)
	return found, failStorage("load", err)
}

// change looks at the guard and writes within the same transaction: another tab
// comes before both or after both.
func (d *device) change(ctx context.Context, c play.Change) (done bool, err error) {
	defer catch(&err)
	transaction, err := d.begin(ctx, idb.TransactionReadWrite)
	if err != nil {
		return false, err
	}
	store, err := transaction.ObjectStore(storeName)
	if err != nil {
		return false, err
	}
	var failed error
	write := func() {
		defer catch(&failed) // within the event of the guard, where nobody else would
		done = true
		if failed = write(store, c); failed == nil {
			_ = transaction.Commit() // as of transact
		} else {
			_ = transaction.Abort()
		}
	}
	if c.May == nil {
		write()
	} else if err := look(store, c, write); err != nil {
		return false, err
	}
	err = transaction.Await(ctx)
	switch {
	case failed != nil:
		return false, failed
	case err != nil:
		_ = transaction.Abort()
	}
	return done, err
}

// look asks for the guard, and writes as soon as it is there, if the change may
// be made.
func look(store *idb.ObjectStore, c play.Change, write func()) error {
	guard, err := store.Get(jsText(c.Guard))
	if err != nil {
		return err
	}
	return guard.ListenSuccess(context.Background(), func() {
		value, err := guard.Result()
		if err != nil {
			return
		}
		now := ""
		if v := safejs.Safe(value); !missing(v) {
			now, _ = v.String()
		}
		if c.May(now) {
			write()
		}
	})
}

func write(store *idb.ObjectStore, c play.Change) error {
	for key, value := range c.Put {
		if _, err := store.PutKey(jsText(key), jsText(value)); err != nil {
			return err
		}
	}
	for _, key := range c.Erase {
		if _, err := store.Delete(jsText(key)); err != nil {
			return err
		}
	}
	return nil
}

// list reads keys and their values. What is no string is left out.
func (d *device) list(ctx context.Context, prefix string) (found map[string]string, err error) {
	defer catch(&err)
	transaction, err := d.begin(ctx, idb.TransactionReadOnly)
	if err != nil {
		return nil, err
	}
	store, err := transaction.ObjectStore(storeName)
	if err != nil {
		return nil, err
	}
	all, err := idb.NewKeyRangeBound(jsText(prefix), jsText(prefix+"\uffff"), false, false)
	if err != nil {
		return nil, err
	}
	cursors, err := store.OpenCursorRange(all, idb.CursorNext)
	if err != nil {
		return nil, err
	}
	found = map[string]string{}
	err = cursors.Iter(ctx, func(at *idb.CursorWithValue) error {
		key, err := at.Key()
		if err != nil {
			return err
		}
		value, err := at.Value()
		if err != nil {
			return err
		}
		name, failed := safejs.Safe(key).String()
		if text, err := safejs.Safe(value).String(); failed == nil && err == nil && strings.HasPrefix(name, prefix) {
			found[name] = text
		}
		return nil
	})
	return found, err
}
