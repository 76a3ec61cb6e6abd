//go:build js && wasm

package browser

import (
	"fmt"
	"runtime/debug"

	"github.com/hack-pad/safejs"
)

var (
	global        = safejs.Global()
	reflection, _ = global.Get("Reflect")
)

// try does one thing with JavaScript after another until one fails: from then on
// it does nothing, gives zero values, and err says what failed.
type try struct{ err error }

// get reads the property at the end of a path of names. It fails where a getter
// throws, and where a value on the way is not an object.
func (t *try) get(from safejs.Value, path ...string) safejs.Value {
	value := from
	for _, name := range path {
		value = t.reflect("get", value, name)
	}
	return value
}

// call calls a method. Value.Call would not do: when it fails, it reads the
// method once more to tell why, and there the getter is free to throw.
func (t *try) call(object safejs.Value, method string, args ...any) safejs.Value {
	return t.reflect("apply", t.get(object, method), object, args)
}

// reflect calls a function of JavaScript's Reflect, which turns the exceptions
// of foreign getters, setters and methods into those of a call: they are caught.
func (t *try) reflect(function string, args ...any) safejs.Value {
	if t.err != nil {
		return safejs.Undefined()
	}
	var result safejs.Value
	result, t.err = reflection.Call(function, args...)
	return result
}

// construct makes an object of one of the browser's own classes.
func (t *try) construct(class string, args ...any) safejs.Value {
	constructor := t.get(global, class)
	if t.err != nil {
		return safejs.Undefined()
	}
	var object safejs.Value
	object, t.err = constructor.New(args...)
	return object
}

// text is "" for null and undefined too.
func (t *try) text(value safejs.Value) string {
	if t.err != nil || missing(value) {
		return ""
	}
	var text string
	text, t.err = value.String()
	return text
}

func (t *try) number(value safejs.Value) int {
	if t.err != nil {
		return 0
	}
	var number int
	number, t.err = value.Int()
	return number
}

func (t *try) truthy(value safejs.Value) bool {
	if t.err != nil {
		return false
	}
	var truthy bool
	truthy, t.err = value.Truthy()
	return truthy
}

// bytes is the text as a Uint8Array: a JavaScript string would lose a leading
// byte order mark and whatever is not UTF-8.
func (t *try) bytes(text string) safejs.Value {
	array := t.construct("Uint8Array", len(text))
	if t.err == nil {
		_, t.err = safejs.CopyBytesToJS(array, []byte(text))
	}
	return array
}

// bytesFrom copies a Uint8Array.
func (t *try) bytesFrom(array safejs.Value) []byte {
	bytes := make([]byte, t.number(t.get(array, "length")))
	if t.err == nil {
		_, t.err = safejs.CopyBytesToGo(bytes, array)
	}
	return bytes
}

func missing(value safejs.Value) bool { return value.IsNull() || value.IsUndefined() }

// callback is f for the browser to call with its first argument, undefined if
// there is none. Whoever makes a callback releases it.
func callback(f func(safejs.Value)) (safejs.Func, error) {
	return safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		defer contain()
		first := safejs.Undefined()
		if len(args) > 0 {
			first = args[0]
		}
		f(first)
		return nil
	})
}

// contain is deferred where a panic would end the program for a reason that the
// rest of it need not share.
func contain() {
	if cause := recover(); cause != nil {
		report(fmt.Sprintf("browser: panic: %v\n%s", cause, debug.Stack()))
	}
}

// report tells a developer, on the console, what no caller is there to hear.
func report(text string) {
	var t try
	t.call(t.get(global, "console"), "error", text)
}
