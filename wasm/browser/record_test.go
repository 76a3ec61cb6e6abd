//go:build js && wasm

package browser

import (
	"errors"
	"fmt"
	"maps"
	"testing"
	"time"

	"toolyard/app/play"
)

func TestJot(t *testing.T) {
	host := New()
	before := host.Jotted()
	host.Jot("a", "天\n1")
	host.Jot("a", "newer")
	if got := New().Jotted(); got["a"] != "newer" || len(got) != len(before)+1 {
		t.Errorf("noted %v", got)
	}
	if host.Unjot("a"); !maps.Equal(host.Jotted(), before) {
		t.Errorf("still noted %v", host.Jotted())
	}
	replace(t, "globalThis", "localStorage", `{get() { throw 1 }}`)
	host.Jot("a", "b")
	if host.Unjot("a"); len(host.Jotted()) != 0 {
		t.Error("noted without storage")
	}
}

func TestChangeAndList(t *testing.T) {
	host, ctx := New(), limited(t)
	put := func(c play.Change) bool {
		t.Helper()
		done, err := host.Change(ctx, c)
		if err != nil {
			t.Fatal(err)
		}
		return done
	}
	defer func() { _, _ = host.Change(ctx, play.Change{Erase: []string{"c/1", "c/2", "c/guard"}}) }()
	is := func(want string) func(string) bool { return func(now string) bool { return now == want } }
	if !put(play.Change{Put: map[string]string{"c/1": "one", "c/guard": "a"}, Guard: "c/guard", May: is("")}) {
		t.Error("nothing under the guard, and not done")
	}
	if put(play.Change{Put: map[string]string{"c/1": "over"}, Erase: []string{"c/guard"}, Guard: "c/guard", May: is("b")}) {
		t.Error("done against the guard")
	}
	if !put(play.Change{Put: map[string]string{"c/2": "天", "c/guard": "b"}, Erase: []string{"c/1"}, Guard: "c/guard", May: is("a")}) {
		t.Error("not done")
	}
	found, err := New().List(ctx, "c/")
	if want := map[string]string{"c/2": "天", "c/guard": "b"}; err != nil || !maps.Equal(found, want) {
		t.Errorf("found %v, %v", found, err)
	}
}

// TestChangeIsOneStep: of many that want the guard, each comes after the one before.
func TestChangeIsOneStep(t *testing.T) {
	host, other, ctx := New(), New(), limited(t)
	defer host.Erase(ctx, play.Device, "count")
	done := make(chan bool)
	for i := range 40 {
		h := []*Host{host, other}[i%2]
		go func() {
			ok, err := h.Change(ctx, play.Change{Put: map[string]string{"count": fmt.Sprint(i)}, Guard: "count", May: func(now string) bool { return now == "" }})
			done <- ok && err == nil
		}()
	}
	wins := 0
	for range 40 {
		if <-done {
			wins++
		}
	}
	if wins != 1 {
		t.Errorf("%d changes were the first", wins)
	}
}

func TestChangeFails(t *testing.T) {
	ctx := limited(t)
	for name, want := range map[string]error{"QuotaExceededError": play.ErrFull, "DataError": ErrUnavailable} {
		replace(t, "IDBObjectStore.prototype", "put", fmt.Sprintf(`{value() { throw new DOMException("no", %q) }}`, name))
		for _, may := range []func(string) bool{nil, func(string) bool { return true }} {
			done, err := New().Change(ctx, play.Change{Put: map[string]string{"k": "v"}, Guard: "k", May: may})
			if done || !errors.Is(err, want) {
				t.Errorf("%s: %v, %v", name, done, err)
			}
		}
	}
	replace(t, "globalThis", "indexedDB", `{get() { throw new DOMException("blocked", "SecurityError") }}`)
	if _, err := New().Change(ctx, play.Change{}); !errors.Is(err, ErrUnavailable) {
		t.Error(err)
	}
	if _, err := New().List(ctx, ""); !errors.Is(err, ErrUnavailable) {
		t.Error(err)
	}
}

func TestTell(t *testing.T) {
	heard := make(chan string, 9)
	a, b := New(), New()
	a.OnTold(func(text string) { heard <- "a " + text })
	b.OnTold(func(text string) { heard <- "b " + text })
	b.Tell("天")
	select {
	case got := <-heard:
		if got != "a 天" {
			t.Errorf("heard %s", got)
		}
	case <-time.After(patience):
		t.Error("nobody heard")
	}
	if x, y := a.Unique(), a.Unique(); x == y || len(x) < 16 {
		t.Errorf("%s and %s are not unique", x, y)
	}
	replace(t, "globalThis", "BroadcastChannel", `{value: undefined}`)
	c := New()
	c.OnTold(func(string) {})
	c.Tell("nobody")
}

func TestFilesThatAreChosenAndOpened(t *testing.T) {
	replace(t, "globalThis", "launchQueue", `{value: {setConsumer(f) { globalThis.launchFiles = f }}}`)
	heard := make(chan Given, 9)
	New().OnGiven(func(g Given) { heard <- g })
	mount(t, `<input id="chooser" type="file"><input id="other">`)
	run(t, `const data = new DataTransfer();
		data.items.add(new File(["天"], "a.toolyard.json"));
		chooser.files = data.files;
		chooser.dispatchEvent(new Event("change", {bubbles: true}));
		other.dispatchEvent(new Event("change", {bubbles: true}));
		launchFiles({files: []});
		launchFiles({files: [{getFile: async () => new File(["opened"], "b.json")}]});
		launchFiles({files: [{getFile: async () => { throw new DOMException("gone", "NotFoundError") }}]})`)
	got := map[string]string{}
	for range 3 {
		select {
		case g := <-heard:
			got[g.Name] = fmt.Sprint(g.Text, g.Err)
		case <-time.After(patience):
			t.Fatalf("heard only %v", got)
		}
	}
	want := map[string]string{"a.toolyard.json": "天<nil>", "b.json": "opened<nil>", "": "browser: open the file: NotFoundError: gone"}
	if !maps.Equal(got, want) {
		t.Errorf("heard %v", got)
	}
}
