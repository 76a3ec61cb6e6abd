//go:build js && wasm

package browser

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
	"time"

	"toolyard/app/play"
	"toolyard/app/provider"
)

// fakeFetch answers every fetch with what the JavaScript body returns; it sees
// url and init, and request, the browser's own reading of the two.
func fakeFetch(t *testing.T, body string) {
	t.Helper()
	replace(t, "globalThis", "fetch", `{value: async (url, init) => {
		const request = globalThis.request = new Request(url, init);
		globalThis.signal = init.signal;
		`+body+`
	}}`)
}

// streamed is a fetch whose body the test feeds through globalThis.feed, and
// which fails, like a real one, when it is aborted.
const streamed = `
	const body = new ReadableStream({start(c) {
		globalThis.feed = c;
		init.signal.addEventListener("abort", () => c.error(init.signal.reason));
	}});
	return new Response(body, {status: 207, headers: {"content-type": "text/event-stream", "x-request-id": "req-7",
		"retry-after": "12", "toolyard-relay": "upstream"}})`

func push(t *testing.T, text string) {
	t.Helper()
	run(t, `feed.enqueue(new TextEncoder().encode(a))`, text)
}

var ping = provider.Request{Method: "POST", URL: "https://example.test/v1", Body: "{}"}

func send(t *testing.T, ctx context.Context, r provider.Request) play.Response {
	t.Helper()
	response, err := New().Send(ctx, r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { response.Body.Close() })
	return response
}

func TestSendPassesTheRequestOn(t *testing.T) {
	fakeFetch(t, `globalThis.sent = await request.clone().text(); return new Response("done")`)
	r := provider.Request{
		Method: "POST",
		URL:    "https://example.test/v1/chat/completions?a=1",
		Header: []provider.Header{
			{Name: "Authorization", Prefix: "Bearer ", Secret: "sk-test"},
			{Name: "Content-Type", Prefix: "application/json"},
		},
		Body: "\ufeff{\"text\":\"天气 \\ud800\"}",
	}
	response := send(t, limited(t), r)
	if text, err := io.ReadAll(response.Body); string(text) != "done" || err != nil {
		t.Errorf("read %q, %v", text, err)
	}
	for expression, want := range map[string]string{
		`request.method`:                       "POST",
		`request.url`:                          r.URL,
		`JSON.stringify([...request.headers])`: `[["authorization","Bearer sk-test"],["content-type","application/json"]]`,
		`request.credentials`:                  "omit",
		`request.cache`:                        "no-store",
		`request.redirect`:                     "manual",
		`request.referrerPolicy`:               "no-referrer",
		`request.keepalive`:                    "false",
	} {
		if got := ask(t, "return "+expression); got != want {
			t.Errorf("%s is %s, want %s", expression, got, want)
		}
	}
	// text() drops the byte order mark that was sent.
	if got := ask(t, "return sent"); got != strings.TrimPrefix(r.Body, "\ufeff") {
		t.Errorf("sent %q", got)
	}
}

// The package promises the bytes as they are; the browser must not name a type
// for them that the request does not.
func TestSendAddsNoHeader(t *testing.T) {
	fakeFetch(t, `globalThis.sent = (await request.clone().arrayBuffer()).byteLength; return new Response("")`)
	r := ping
	r.Body = "\ufeff\xff"
	send(t, limited(t), r)
	if got := ask(t, `return [...request.headers].length + " headers, " + sent + " bytes"`); got != "0 headers, 4 bytes" {
		t.Errorf("sent %s", got)
	}
}

func TestSendReadsTheHead(t *testing.T) {
	fakeFetch(t, streamed)
	got := send(t, limited(t), ping)
	if got.Status != 207 || got.ContentType != "text/event-stream" || got.RequestID != "req-7" || got.RetryAfter != "12" || got.Relay != "upstream" {
		t.Errorf("got %+v", got)
	}
	fakeFetch(t, `return new Response(null, {status: 204})`)
	got = send(t, limited(t), ping)
	rest, err := io.ReadAll(got.Body)
	if got.Status != 204 || got.ContentType != "" || got.RequestID != "" || len(rest) != 0 || err != nil {
		t.Errorf("got %+v, body %q, %v", got, rest, err)
	}
}

func TestBodyArrivesChunkByChunk(t *testing.T) {
	fakeFetch(t, streamed)
	body := send(t, limited(t), ping).Body
	buffer := make([]byte, 4)
	for _, step := range []struct{ push, want string }{
		{"one", "one"},
		{"", ""}, // an empty chunk is no end
		{"longer", "long"},
		{"", "er"}, // what did not fit, before what comes next
		{"气", "气"},
	} {
		push(t, step.push)
		if step.want == "" {
			continue
		}
		n, err := body.Read(buffer)
		if got := string(buffer[:n]); got != step.want || err != nil {
			t.Errorf("read %q, %v, want %q", got, err, step.want)
		}
	}
	run(t, `feed.close()`)
	for range 2 {
		if n, err := body.Read(buffer); n != 0 || err != io.EOF {
			t.Errorf("at the end: %d, %v", n, err)
		}
	}
}

func TestCancelBeforeTheHead(t *testing.T) {
	fakeFetch(t, `return new Promise((_, no) => init.signal.addEventListener("abort", () => no(init.signal.reason)))`)
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(10*time.Millisecond, cancel)
	if _, err := New().Send(ctx, ping); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
	if _, err := New().Send(ctx, ping); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
	eventually(t, `signal.aborted`)
}

func TestCancelInTheBody(t *testing.T) {
	fakeFetch(t, streamed)
	ctx, cancel := context.WithCancel(context.Background())
	body := send(t, ctx, ping).Body
	push(t, "first")
	if _, err := body.Read(make([]byte, 2)); err != nil {
		t.Fatal(err)
	}
	time.AfterFunc(10*time.Millisecond, cancel)
	_, err := io.ReadAll(body)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
	eventually(t, `signal.aborted`)
}

func TestDeadlineInTheBody(t *testing.T) {
	fakeFetch(t, streamed)
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	if _, err := io.ReadAll(send(t, ctx, ping).Body); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v, want context.DeadlineExceeded", err)
	}
}

func TestCloseEndsAReadThatWaits(t *testing.T) {
	fakeFetch(t, streamed)
	body := send(t, limited(t), ping).Body
	time.AfterFunc(10*time.Millisecond, func() { body.Close() })
	for range 2 {
		if _, err := body.Read(make([]byte, 1)); !errors.Is(err, fs.ErrClosed) {
			t.Errorf("error %v, want fs.ErrClosed", err)
		}
	}
	eventually(t, `signal.aborted`)
}

func TestBodyCutByTheNetwork(t *testing.T) {
	fakeFetch(t, streamed)
	body := send(t, limited(t), ping).Body
	push(t, "half")
	if n, err := body.Read(make([]byte, 9)); n != 4 || err != nil {
		t.Fatalf("read %d, %v", n, err)
	}
	run(t, `feed.error(new TypeError("network error"))`)
	for range 2 {
		_, err := body.Read(make([]byte, 9))
		var cause *Error
		if !errors.As(err, &cause) || cause.Name != "TypeError" || err.Error() != "browser: read: TypeError: network error" {
			t.Errorf("error %v", err)
		}
	}
}

func TestSendErrors(t *testing.T) {
	tests := []struct{ name, fetch, want string }{
		{"rejected", `throw new TypeError("Failed to fetch")`, "browser: send: TypeError: Failed to fetch"},
		{"no error object", `throw "gone"`, "browser: send: gone"},
		{"redirect", `return {type: "opaqueredirect", status: 0}`, "browser: send: the endpoint redirects to another address"},
		{"no response", `return null`, "browser: send: TypeError: "},
		{"no number", `return {type: "cors", status: "?", headers: new Headers()}`, "browser: send: "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			fakeFetch(t, test.fetch)
			_, err := New().Send(limited(t), ping)
			if err == nil || !strings.HasPrefix(err.Error(), test.want) {
				t.Fatalf("error %v, want %s", err, test.want)
			}
			if errors.Is(err, ErrRedirect) != (test.name == "redirect") {
				t.Errorf("ErrRedirect in %v", err)
			}
			eventually(t, `signal.aborted`)
		})
	}
}

// A pasted key may hold what no header can; no browser's words about it are let
// through.
func TestARefusedKeyIsNotInTheError(t *testing.T) {
	replace(t, "Headers.prototype", "append", `{value: (_, v) => { throw new TypeError(v + " is an invalid header value.") }}`)
	r := ping
	r.Header = []provider.Header{{Name: "Authorization", Prefix: "Bearer ", Secret: "sk-test\n1"}}
	_, err := New().Send(limited(t), r)
	if err == nil || err.Error() != "browser: send: a header can't carry its value: Authorization" {
		t.Errorf("error %q", err)
	}
}

// The browser's own fetch, as far as it goes without a network.
func TestSendForReal(t *testing.T) {
	response := send(t, limited(t), provider.Request{Method: "GET", URL: "data:text/plain;charset=utf-8,%E5%A4%A9%20ok"})
	text, err := io.ReadAll(response.Body)
	if response.Status != 200 || response.ContentType != "text/plain;charset=utf-8" || string(text) != "天 ok" || err != nil {
		t.Errorf("got %+v, %q, %v", response, text, err)
	}
	var cause *Error
	_, err = New().Send(limited(t), provider.Request{Method: "POST", URL: "http://127.0.0.1:1/", Body: "{}"})
	if !errors.As(err, &cause) || cause.Name != "TypeError" {
		t.Errorf("error %v, want a TypeError", err)
	}
	_, err = New().Send(limited(t), provider.Request{Method: "POST", URL: "https://[", Body: "{}"})
	if !errors.As(err, &cause) || cause.Name != "TypeError" {
		t.Errorf("error %v, want a TypeError", err)
	}
}
