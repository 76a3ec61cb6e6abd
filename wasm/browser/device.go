//go:build js && wasm

package browser

import (
	"context"
	"fmt"
	"sync"
	"syscall/js"
	"time"

	"github.com/hack-pad/go-indexeddb/idb"
	"github.com/hack-pad/safejs"
)

const (
	databaseName    = "toolyard"
	databaseVersion = 1    // upgrade brings any older one to this
	storeName       = "kv" // strings under strings
)

// openPatience bounds the opening of the database: one that another tab blocks,
// or that a browser has lost, never says that it won't open.
const openPatience = 5 * time.Second

// device keeps strings in IndexedDB, each operation a transaction of its own.
// The zero value opens the database when it is first needed.
type device struct {
	opening sync.Mutex
	db      *idb.Database // nil: not open
}

func (d *device) load(ctx context.Context, key string) (safejs.Value, error) {
	return d.transact(ctx, idb.TransactionReadOnly, func(kv *idb.ObjectStore) (*idb.Request, error) {
		return kv.Get(jsText(key))
	})
}

func (d *device) store(ctx context.Context, key, value string) error {
	_, err := d.transact(ctx, idb.TransactionReadWrite, func(kv *idb.ObjectStore) (*idb.Request, error) {
		return kv.PutKey(jsText(key), jsText(value))
	})
	return err
}

func (d *device) erase(ctx context.Context, key string) error {
	_, err := d.transact(ctx, idb.TransactionReadWrite, func(kv *idb.ObjectStore) (*idb.Request, error) {
		erased, err := kv.Delete(jsText(key))
		if err != nil {
			return nil, err
		}
		return erased.Request, nil
	})
	return err
}

// jsText is the string in the type that idb takes; a string always converts.
func jsText(text string) js.Value {
	value, _ := safejs.ValueOf(text)
	return safejs.Unsafe(value)
}

// transact makes one request in a transaction of its own, and gives its result
// once the transaction is complete. If ctx ends first, the transaction is rolled
// back, unless it was being completed already.
func (d *device) transact(
	ctx context.Context, mode idb.TransactionMode,
	ask func(*idb.ObjectStore) (*idb.Request, error),
) (result safejs.Value, err error) {
	defer catch(&err)
	transaction, err := d.begin(ctx, mode)
	if err != nil {
		return safejs.Undefined(), err
	}
	store, err := transaction.ObjectStore(storeName)
	if err != nil {
		return safejs.Undefined(), err
	}
	request, err := ask(store)
	if err != nil {
		return safejs.Undefined(), err
	}
	if mode == idb.TransactionReadWrite {
		// Or the transaction waits for its request to be answered, and is undone
		// where the page goes before that. A browser without commit waits.
		_ = transaction.Commit()
	}
	if err := transaction.Await(ctx); err != nil {
		_ = transaction.Abort()
		return safejs.Undefined(), err
	}
	value, err := request.Result()
	return safejs.Safe(value), err
}

// begin starts a transaction. A browser closes a connection behind our back when
// site data is cleared or a newer version of the program upgrades the database:
// one new connection is tried.
func (d *device) begin(ctx context.Context, mode idb.TransactionMode) (*idb.Transaction, error) {
	db, err := d.connect(ctx)
	if err != nil {
		return nil, err
	}
	transaction, err := db.Transaction(mode, storeName)
	if err == nil {
		return transaction, nil
	}
	d.disconnect(db)
	if db, err = d.connect(ctx); err != nil {
		return nil, err
	}
	return db.Transaction(mode, storeName)
}

func (d *device) connect(ctx context.Context) (*idb.Database, error) {
	d.opening.Lock()
	defer d.opening.Unlock()
	if d.db != nil {
		return d.db, ctx.Err()
	}
	db, err := open(ctx, openPatience)
	if err != nil {
		return nil, err
	}
	d.db = db
	return db, nil
}

func (d *device) disconnect(db *idb.Database) {
	d.opening.Lock()
	defer d.opening.Unlock()
	_ = db.Close()
	if d.db == db {
		d.db = nil
	}
}

// open waits for a connection as long as its caller does, and no longer than
// patience. One that comes later is closed.
func open(caller context.Context, patience time.Duration) (*idb.Database, error) {
	opened, err := startOpening()
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(caller, patience)
	defer cancel()
	select {
	case connection := <-opened:
		return connection.db, connection.err
	case <-ctx.Done():
	}
	go func() {
		if late := <-opened; late.err == nil {
			_ = late.db.Close()
		}
	}()
	if ended := caller.Err(); ended != nil {
		return nil, ended
	}
	return nil, fmt.Errorf("the database did not open within %v", patience)
}

type connection struct {
	db  *idb.Database
	err error
}

// startOpening has a context of its own: an opening that nobody waits for any
// more must still find its upgrade, or the database would come into being
// without its store.
func startOpening() (<-chan connection, error) {
	var t try
	factory := t.get(global, "indexedDB") // not idb.Global, which panics
	if t.err != nil {
		return nil, t.err
	}
	databases, err := idb.WrapFactory(safejs.Unsafe(factory))
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	request, err := databases.Open(ctx, databaseName, databaseVersion, upgrade)
	if err != nil {
		cancel()
		return nil, err
	}
	opened := make(chan connection, 1)
	go func() {
		defer cancel()
		db, err := request.Await(ctx)
		opened <- connection{db, err}
	}()
	return opened, nil
}

// upgrade hides a failure, which the library would turn into a panic of a
// callback: the first transaction finds that the store is missing.
func upgrade(db *idb.Database, oldVersion, _ uint) error {
	if oldVersion < 1 {
		_, _ = db.CreateObjectStore(storeName, idb.ObjectStoreOptions{})
	}
	return nil
}

// catch makes an error of a panic: idb panics where the browser's objects are
// not of the classes that it expects, as those of a shim are not.
func catch(err *error) {
	if cause := recover(); cause != nil {
		*err = fmt.Errorf("panic: %v", cause)
	}
}
