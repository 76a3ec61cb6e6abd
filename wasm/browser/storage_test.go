//go:build js && wasm

package browser

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"toolyard/app/play"
)

var places = map[string]play.Place{"tab": play.Tab, "device": play.Device}

func TestStorageRoundTrip(t *testing.T) {
	for name, at := range places {
		t.Run(name, func(t *testing.T) {
			host, ctx := New(), limited(t)
			for _, value := range []string{"", "{}", "天气 🌦 \x00 end", strings.Repeat("x", 1<<20)} {
				if err := host.Store(ctx, at, "round/trip", value); err != nil {
					t.Fatal(err)
				}
				// Another Host sees it: nothing is kept in memory only.
				got, ok, err := New().Load(ctx, at, "round/trip")
				if got != value || !ok || err != nil {
					t.Fatalf("loaded %.20q, %v, %v, want %.20q", got, ok, err, value)
				}
			}
			if err := host.Erase(ctx, at, "round/trip"); err != nil {
				t.Fatal(err)
			}
			if got, ok, err := host.Load(ctx, at, "round/trip"); got != "" || ok || err != nil {
				t.Errorf("after Erase: %q, %v, %v", got, ok, err)
			}
			if err := host.Erase(ctx, at, "never kept"); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestTabKeysHaveAPrefix(t *testing.T) {
	ctx := limited(t)
	if err := New().Store(ctx, play.Tab, "mine", "1"); err != nil {
		t.Fatal(err)
	}
	defer New().Erase(ctx, play.Tab, "mine")
	if got := ask(t, `return sessionStorage.getItem("mine") + " " + sessionStorage.getItem("toolyard/mine")`); got != "null 1" {
		t.Errorf("stored %s", got)
	}
}

// Every way in which a browser denies storage is ErrUnavailable, for all three
// operations, and the program goes on.
func TestStorageUnavailable(t *testing.T) {
	property := map[string]string{"tab": "sessionStorage", "device": "indexedDB"}
	denials := map[string]string{
		"throwing getter": `{get() { throw new DOMException("blocked", "SecurityError") }}`,
		"undefined":       `{value: undefined}`,
		"null":            `{value: null}`,
		"empty shim":      `{value: {}}`,
		"throwing shim":   `{value: {open() { throw 1 }, getItem() { throw 1 }, setItem() { throw 1 }, removeItem() { throw 1 }}}`,
		"useless shim":    `{value: {open: () => ({}), get getItem() { throw 1 }, get setItem() { throw 1 }, get removeItem() { throw 1 }}}`,
	}
	for place, at := range places {
		for name, descriptor := range denials {
			t.Run(place+"/"+name, func(t *testing.T) {
				replace(t, "globalThis", property[place], descriptor)
				host, ctx := New(), limited(t)
				_, ok, loadErr := host.Load(ctx, at, "k")
				for _, err := range []error{loadErr, host.Store(ctx, at, "k", "v"), host.Erase(ctx, at, "k")} {
					if !errors.Is(err, ErrUnavailable) || errors.Is(err, ErrFull) || ok {
						t.Errorf("%v, want ErrUnavailable", err)
					}
				}
			})
		}
	}
}

func TestStorageFull(t *testing.T) {
	quota := `{value() { throw new DOMException("no room", "%s") }}`
	for name := range quotaNames {
		replace(t, "Storage.prototype", "setItem", fmt.Sprintf(quota, name))
		replace(t, "IDBObjectStore.prototype", "put", fmt.Sprintf(quota, name))
		for place, at := range places {
			err := New().Store(limited(t), at, "k", "v")
			if !errors.Is(err, ErrFull) || errors.Is(err, ErrUnavailable) {
				t.Errorf("%s, %s: %v, want ErrFull", place, name, err)
			}
		}
	}
}

// A real quota, and the old value survives.
func TestTabReallyFull(t *testing.T) {
	host, ctx := New(), limited(t)
	defer host.Erase(ctx, play.Tab, "big")
	if err := host.Store(ctx, play.Tab, "big", "small"); err != nil {
		t.Fatal(err)
	}
	if err := host.Store(ctx, play.Tab, "big", strings.Repeat("x", 6<<20)); !errors.Is(err, ErrFull) {
		t.Errorf("%v, want ErrFull", err)
	}
	if got, _, err := host.Load(ctx, play.Tab, "big"); got != "small" || err != nil {
		t.Errorf("left %.20q, %v", got, err)
	}
}

// IndexedDB may also find out while it completes the transaction.
func TestDeviceFullAtCommit(t *testing.T) {
	replace(t, "IDBTransaction.prototype", "error", `{get() { return new DOMException("no room", "QuotaExceededError") }}`)
	replace(t, "IDBTransaction.prototype", "commit", `{value() {}}`) // it would leave no moment to fail in
	replace(t, "IDBObjectStore.prototype", "put", `{value(v, k) {
		const r = this.add(v, k);
		r.addEventListener("success", () => r.transaction.abort());
		return r
	}}`)
	if err := New().Store(limited(t), play.Device, "commit", "v"); !errors.Is(err, ErrFull) {
		t.Errorf("%v, want ErrFull", err)
	}
}

// A connection that the browser closes behind our back is opened again.
func TestDeviceReconnects(t *testing.T) {
	host, ctx := New(), limited(t)
	if err := host.Store(ctx, play.Device, "again", "1"); err != nil {
		t.Fatal(err)
	}
	defer New().Erase(ctx, play.Device, "again")
	if err := host.device.db.Close(); err != nil {
		t.Fatal(err)
	}
	if got, ok, err := host.Load(ctx, play.Device, "again"); got != "1" || !ok || err != nil {
		t.Errorf("loaded %q, %v, %v", got, ok, err)
	}
}

func TestDeviceManyAtOnce(t *testing.T) {
	host, ctx := New(), limited(t)
	done := make(chan error)
	for i := range 20 {
		go func() { done <- host.Store(ctx, play.Device, "many", fmt.Sprint(i)) }()
	}
	for range 20 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if _, ok, err := host.Load(ctx, play.Device, "many"); !ok || err != nil {
		t.Error(ok, err)
	}
	if err := host.Erase(ctx, play.Device, "many"); err != nil {
		t.Error(err)
	}
}

func TestStorageContext(t *testing.T) {
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	open := New()
	if _, _, err := open.Load(limited(t), play.Device, "k"); err != nil {
		t.Fatal(err)
	}
	for name, host := range map[string]*Host{"closed": New(), "open": open} {
		if err := host.Store(ended, play.Device, "ended", "v"); !errors.Is(err, context.Canceled) || errors.Is(err, ErrUnavailable) {
			t.Errorf("%s: %v, want context.Canceled", name, err)
		}
	}
	if _, ok, err := New().Load(limited(t), play.Device, "ended"); ok || err != nil {
		t.Errorf("stored all the same: %v, %v", ok, err)
	}
}

// disposable deletes a database when the test ends, and waits for it: an event
// that comes after the last test finds the program gone.
func disposable(t *testing.T, name string) {
	t.Helper()
	t.Cleanup(func() {
		deleted := run(t, `return new Promise((yes, no) => {
			const r = indexedDB.deleteDatabase(a);
			r.onsuccess = yes;
			r.onerror = no;
		})`, name)
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		if _, err := await(ctx, deleted); err != nil {
			t.Error(thrown(err))
		}
	})
}

// otherDatabase opens, in the place of ours, one of another name, and at a
// version of its own if that is not 0.
func otherDatabase(t *testing.T, name string, version int) {
	t.Helper()
	replace(t, "IDBFactory.prototype", "open", fmt.Sprintf(`{value: (open => function (name, version) {
		return open.call(this, %q, %d || version)
	})(IDBFactory.prototype.open)}`, name, version))
}

// existing makes a database without stores, and holds it until the test ends.
func existing(t *testing.T, name string, version int) {
	t.Helper()
	db, err := await(limited(t), run(t, `return new Promise((yes, no) => {
		const r = indexedDB.open(a, b);
		r.onsuccess = () => yes(r.result);
		r.onerror = no;
	})`, name, version))
	if err != nil {
		t.Fatal(thrown(err))
	}
	t.Cleanup(func() { run(t, `a.close()`, db) })
}

// What another program, or a newer version of this one, has left behind under
// our name is not touched.
func TestDeviceNotOurs(t *testing.T) {
	for name, version := range map[string]int{"toolyard-foreign": databaseVersion, "toolyard-newer": databaseVersion + 1} {
		t.Run(name, func(t *testing.T) {
			disposable(t, name)
			existing(t, name, version)
			otherDatabase(t, name, 0)
			if _, _, err := New().Load(limited(t), play.Device, "k"); !errors.Is(err, ErrUnavailable) {
				t.Errorf("%v, want ErrUnavailable", err)
			}
		})
	}
}

// A tab that holds an older version and doesn't let go must not stop this one.
func TestDeviceBlocked(t *testing.T) {
	disposable(t, "toolyard-held")
	existing(t, "toolyard-held", 1)
	otherDatabase(t, "toolyard-held", 2)
	_, err := open(context.Background(), 30*time.Millisecond)
	if err = failStorage("load", err); !errors.Is(err, ErrUnavailable) || !strings.Contains(err.Error(), "did not open within 30ms") {
		t.Errorf("%v, want ErrUnavailable", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	if _, _, err = New().Load(ctx, play.Device, "k"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v, want context.DeadlineExceeded", err)
	}
}

// Fixed: an opening that was given up made the database without its store, and
// no later one could mend it.
func TestDeviceGivenUpWhileItIsMade(t *testing.T) {
	disposable(t, "toolyard-given-up")
	otherDatabase(t, "toolyard-given-up", 0)
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	host := New()
	if err := host.Store(ended, play.Device, "k", "v"); !errors.Is(err, context.Canceled) {
		t.Fatalf("%v, want context.Canceled", err)
	}
	if err := host.Store(limited(t), play.Device, "k", "v"); err != nil {
		t.Error(err)
	}
}
