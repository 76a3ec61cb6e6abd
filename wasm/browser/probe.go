//go:build js && wasm

package browser

import (
	"context"
	"errors"
	"io"
	"time"

	"toolyard/app/doctor"
	"toolyard/app/play"
	"toolyard/app/provider"
)

// probeMost is how much of an answer to a probe is read, in bytes.
const probeMost = 2 << 10

// Probe makes a request without a key, a body, cookies or cache, and sees what
// the browser lets a page see. Then it asks the browser about itself.
func (h *Host) Probe(ctx context.Context, p doctor.Probe) doctor.Result {
	var result doctor.Result
	if p.URL != "" {
		result = visit(ctx, p)
	}
	var t try
	result.Online = t.truthy(t.get(global, "navigator", "onLine"))
	result.Secure = t.truthy(t.get(global, "isSecureContext"))
	result.Permission = permission(ctx, p.Permission)
	return result
}

func visit(ctx context.Context, p doctor.Probe) doctor.Result {
	began := time.Now()
	limited, cancel := context.WithTimeout(ctx, doctor.Limit)
	x := exchange{caller: limited}
	x.ctx, x.cancel = context.WithCancel(limited)
	defer cancel()
	defer x.cancel()
	r := provider.Request{Method: p.Method, URL: p.URL}
	for _, name := range p.Headers {
		r.Header = append(r.Header, provider.Header{Name: name})
	}
	answer, err := x.open(r, p.Opaque)
	result := doctor.Result{Outcome: doctor.Answer, Status: answer.Status, ContentType: answer.ContentType, Took: time.Since(began)}
	switch {
	case errors.Is(err, ErrRedirect):
		result.Outcome = doctor.Redirect
	case limited.Err() != nil:
		result.Outcome = doctor.Late
	case err != nil:
		result.Outcome = doctor.Nothing
	case p.Opaque:
		result.Outcome = doctor.Opaque
	default:
		text, _ := io.ReadAll(io.LimitReader(answer.Body, probeMost)) // what came is enough
		result.Text = string(text)
		answer.Body.Close()
	}
	return result
}

// permission is what the browser says of a permission, "" where it knows none
// of that name. Chrome 142 to 144 had one name for the two.
func permission(ctx context.Context, name string) string {
	if name == "" {
		return ""
	}
	for _, known := range []string{name, "local-network-access"} {
		var t try
		permissions := t.get(global, "navigator", "permissions")
		state := t.text(t.get(t.await(ctx, t.call(permissions, "query", map[string]any{"name": known})), "state"))
		if t.err == nil {
			return state
		}
	}
	return ""
}

// open sends a request. An opaque one is followed through redirects, because a
// browser has no other way, and nothing of its answer can be read.
func (x exchange) open(r provider.Request, opaque bool) (play.Response, error) {
	if !opaque {
		return x.start(r)
	}
	var t try
	init := t.requestInit(r)
	init["mode"], init["redirect"] = "no-cors", "follow"
	init["signal"] = t.abortSignal(x.ctx)
	t.await(x.ctx, t.call(global, "fetch", r.URL, init))
	return play.Response{}, t.err
}
