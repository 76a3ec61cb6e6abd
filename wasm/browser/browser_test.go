//go:build js && wasm

package browser

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/hack-pad/safejs"
)

// patience is how long a test waits for what should happen at once.
const patience = 3 * time.Second

func limited(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	t.Cleanup(cancel)
	return ctx
}

// run runs the body of a JavaScript function; a, b and c are its arguments.
func run(t *testing.T, body string, args ...any) safejs.Value {
	t.Helper()
	var do try
	function := do.construct("Function", "a", "b", "c", body)
	if do.err != nil {
		t.Fatalf("%v in %s", thrown(do.err), body)
	}
	result, err := function.Invoke(args...)
	if err != nil {
		t.Fatalf("%v in %s", thrown(err), body)
	}
	return result
}

// ask is run for a result that is shown as text.
func ask(t *testing.T, body string, args ...any) string {
	t.Helper()
	text, err := run(t, "return String((() => {"+body+"})())", args...).String()
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// replace gives a global property another descriptor until the test ends. The
// descriptor is JavaScript: {value: ...} or {get() {...}}.
func replace(t *testing.T, object, name, descriptor string) {
	t.Helper()
	before := run(t, `
		const o = `+object+`, before = Object.getOwnPropertyDescriptor(o, a);
		Object.defineProperty(o, a, Object.assign({configurable: true, enumerable: true}, `+descriptor+`));
		return before`, name)
	t.Cleanup(func() {
		run(t, `const o = `+object+`; if (b) Object.defineProperty(o, a, b); else delete o[a]`, name, before)
	})
}

// mount puts HTML on the page until the test ends.
func mount(t *testing.T, html string) {
	t.Helper()
	host := run(t, `const div = document.createElement("div"); div.innerHTML = a; document.body.append(div); return div`, html)
	t.Cleanup(func() { run(t, `a.remove()`, host) })
}

// eventually waits for a condition that is JavaScript.
func eventually(t *testing.T, condition string) {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if ask(t, "return "+condition) == "true" {
			return
		}
	}
	t.Errorf("never: %s", condition)
}

func TestAwait(t *testing.T) {
	tests := []struct{ name, promise, want, wantErr string }{
		{"value", `Promise.resolve("now")`, "now", ""},
		{"later", `new Promise(done => setTimeout(done, 5, "later"))`, "later", ""},
		{"error object", `Promise.reject(new RangeError("too far"))`, "", "RangeError: too far"},
		{"bare string", `Promise.reject("no")`, "", "no"},
		{"nothing at all", `Promise.reject()`, "", "<undefined>"},
		{"hostile error", `Promise.reject({get name() { throw 1 }})`, "", "<object>"},
		{"not a promise", `7`, "", "TypeError: Reflect.get called on non-object"},
		{"throwing then", `({then() { throw new Error("broken") }})`, "", "Error: broken"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			value, err := await(limited(t), run(t, "return "+test.promise))
			if test.wantErr != "" {
				if err == nil || !strings.Contains(thrown(err).Error(), test.wantErr) {
					t.Fatalf("error %v, want %s", err, test.wantErr)
				}
				return
			}
			if err != nil {
				t.Fatal(thrown(err))
			}
			if got, _ := value.String(); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// A promise that settles after its waiter has gone must find its callbacks still
// there: syscall/js reports a call of a released one.
func TestAwaitLeavesEarly(t *testing.T) {
	replace(t, "console", "error", `{value: text => { globalThis.reported = text }}`)
	ctx, cancel := context.WithCancel(context.Background())
	promise := run(t, `return new Promise(done => { globalThis.settle = done })`)
	time.AfterFunc(5*time.Millisecond, cancel)
	if _, err := await(ctx, promise); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
	run(t, `delete globalThis.reported; settle(1); delete globalThis.settle`)
	if _, err := await(limited(t), promise); err != nil {
		t.Error(err)
	}
	if got := ask(t, `return globalThis.reported`); got != "undefined" {
		t.Errorf("reported %q", got)
	}
}

func TestThrowingGetterIsAnError(t *testing.T) {
	object := run(t, `return {get secret() { throw new DOMException("not yours", "SecurityError") }}`)
	var do try
	do.get(object, "secret")
	var cause *Error
	if err := thrown(do.err); !errors.As(err, &cause) || cause.Name != "SecurityError" || cause.Message != "not yours" {
		t.Errorf("error %v", err)
	}
}

func TestTryStopsAtTheFirstError(t *testing.T) {
	var do try
	do.get(global, "nowhere", "deep")
	first := do.err
	do.call(global, "alsoMissing")
	do.construct("Missing")
	if do.text(do.get(global, "name")) != "" || do.number(safejs.Null()) != 0 || do.truthy(safejs.Null()) {
		t.Error("work after an error gave a value")
	}
	if first == nil || do.err != first {
		t.Errorf("error %v, then %v", first, do.err)
	}
}

func TestPanicInCallbackIsReported(t *testing.T) {
	replace(t, "console", "error", `{value: text => { globalThis.reported = text }}`)
	f, err := callback(func(safejs.Value) { panic("in a callback") })
	if err != nil {
		t.Fatal(err)
	}
	defer f.Release()
	run(t, `a()`, f)
	if got := ask(t, `return reported`); !strings.Contains(got, "browser: panic: in a callback") {
		t.Errorf("reported %q", got)
	}
}

func TestSleep(t *testing.T) {
	if err := New().Sleep(limited(t), time.Millisecond); err != nil {
		t.Error(err)
	}
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if err := New().Sleep(ended, time.Hour); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}
