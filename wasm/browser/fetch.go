//go:build js && wasm

package browser

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/hack-pad/safejs"

	"toolyard/app/play"
	"toolyard/app/provider"
)

// Send makes the request with fetch, exactly as it is: these headers and bytes,
// no cookies, no cache, no referrer, and no redirect followed (ErrRedirect).
// Reading the body to its end, closing it, or ending ctx releases the request;
// the latter two abort it, so that the endpoint stops writing.
//
// A browser tells nothing of why there is no answer: an unknown host, a refused
// connection and missing CORS headers are all one "TypeError".
func (h *Host) Send(ctx context.Context, r provider.Request) (play.Response, error) {
	x := exchange{caller: ctx}
	x.ctx, x.cancel = context.WithCancel(ctx)
	response, err := x.start(r)
	if err == nil {
		return response, nil
	}
	if ended := ctx.Err(); ended != nil { // JavaScript only knows an AbortError
		err = ended
	}
	x.cancel()
	return play.Response{}, fail("send", err)
}

// exchange is one request and its response, alive as long as its ctx.
type exchange struct {
	caller context.Context    // of Send
	ctx    context.Context    // of the request and its body, within caller
	cancel context.CancelFunc // ends ctx, and with it the request
}

// start returns as soon as the response's headers are there.
func (x exchange) start(r provider.Request) (play.Response, error) {
	if err := x.ctx.Err(); err != nil {
		return play.Response{}, err
	}
	var t try
	init := t.requestInit(r)
	init["signal"] = t.abortSignal(x.ctx)
	response := t.await(x.ctx, t.call(global, "fetch", r.URL, init))
	if t.text(t.get(response, "type")) == "opaqueredirect" {
		return play.Response{}, ErrRedirect
	}
	headers := t.get(response, "headers")
	answer := play.Response{
		Status:      t.number(t.get(response, "status")),
		ContentType: t.text(t.call(headers, "get", "content-type")),
		RequestID:   t.text(t.call(headers, "get", "x-request-id")), // absent where CORS hides it
		RetryAfter:  t.text(t.call(headers, "get", "retry-after")),  // likewise
		Relay:       t.text(t.call(headers, "get", "toolyard-relay")),
		Body:        t.body(x, response),
	}
	return answer, t.err
}

// requestInit is the second argument of fetch. The body goes as bytes, to which
// fetch adds no Content-Type of its own.
func (t *try) requestInit(r provider.Request) map[string]any {
	init := map[string]any{
		"method":         r.Method,
		"headers":        t.requestHeaders(r.Header),
		"credentials":    "omit",
		"cache":          "no-store",
		"redirect":       "manual", // not followed, as with "error", but told apart from no answer
		"referrerPolicy": "no-referrer",
	}
	if r.Body != "" {
		init["body"] = t.bytes(r.Body)
	}
	return init
}

// requestHeaders is the one place where a key becomes plain text. A refused
// header's error is our own: Firefox quotes the value, and so the key, in its.
func (t *try) requestHeaders(fields []provider.Header) safejs.Value {
	headers := t.construct("Headers")
	for _, field := range fields {
		if t.err != nil {
			break
		}
		t.call(headers, "append", field.Name, field.Prefix+field.Secret.Reveal())
		if t.err != nil {
			t.err = errors.New("a header can't carry its value: " + field.Name)
		}
	}
	return headers
}

// abortSignal is an AbortSignal that fires when ctx ends.
func (t *try) abortSignal(ctx context.Context) safejs.Value {
	controller := t.construct("AbortController")
	context.AfterFunc(ctx, func() {
		var t try
		t.call(controller, "abort")
	})
	return t.get(controller, "signal")
}

// body is nil if the response could not be read so far.
func (t *try) body(x exchange, response safejs.Value) io.ReadCloser {
	stream := t.get(response, "body")
	if t.err != nil {
		return nil
	}
	if missing(stream) { // a status without a body: 204, 304
		x.cancel()
		return io.NopCloser(strings.NewReader(""))
	}
	return &body{exchange: x, reader: t.call(stream, "getReader")}
}
