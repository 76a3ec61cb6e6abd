package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"toolyard/tools/serve/static"
)

// patience is how long a test waits for what should happen at once.
const patience = 20 * time.Second

// mount is the sub-path that the shell is tested under: what works there works
// at a root.
const mount = "/yard/"

// standin is the built stand-in program (testdata/standin).
var standin = sync.OnceValues(func() ([]byte, error) {
	return buildWasm("..", "./site/testdata/standin")
})

// host serves a site that a test may change, and counts as gone when it is down.
type host struct {
	*httptest.Server
	site atomic.Pointer[static.Site]
	down atomic.Bool
	wrap func(http.ResponseWriter) http.ResponseWriter // nil changes nothing
}

// standinSite builds the site around the stand-in; edit may change its files.
func standinSite(t *testing.T, dev bool, edit func(files map[string][]byte)) *static.Site {
	t.Helper()
	wasm, err := standin()
	if err != nil {
		t.Fatal(err)
	}
	return siteAround(t, programs{page: wasm, workshop: wasm}, dev, edit)
}

// siteAround builds the site around the browser binaries; edit may change its files,
// or be nil.
func siteAround(t *testing.T, built programs, dev bool, edit func(files map[string][]byte)) *static.Site {
	t.Helper()
	s, err := build(options{root: "../..", base: mount, dev: dev}, built)
	if err != nil {
		t.Fatal(err)
	}
	if edit != nil {
		edit(s.files)
	}
	files := fstest.MapFS{}
	for p, content := range s.files {
		files[p] = &fstest.MapFile{Data: content}
	}
	site, err := static.New(files, mount)
	if err != nil {
		t.Fatal(err)
	}
	return site
}

func newHost(t *testing.T, site *static.Site) *host {
	t.Helper()
	h := &host{}
	h.site.Store(site)
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if h.down.Load() {
			panic(http.ErrAbortHandler)
		}
		if h.wrap != nil {
			w = h.wrap(w)
		}
		h.site.Load().ServeHTTP(w, r)
	}))
	t.Cleanup(h.Close)
	return h
}

func (h *host) page(rest string) string { return h.URL + mount + rest }

// tab opens a browser of its own. What the page's policy refuses fails the test.
func tab(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := chromedp.NewContext(context.Background())
	t.Cleanup(cancel)
	if err := chromedp.Run(ctx); err != nil {
		t.Fatal("a Chromium is needed, see tools/chromium.sh: ", err)
	}
	ctx, stop := context.WithTimeout(ctx, 2*patience)
	t.Cleanup(stop)
	chromedp.ListenTarget(ctx, func(event any) {
		if e, ok := event.(*runtime.EventConsoleAPICalled); ok && e.Type == runtime.APITypeError {
			if text := fmt.Sprint(e.Args); strings.Contains(text, "Content Security Policy") {
				t.Error(text)
			}
		}
	})
	return ctx
}

func do(t *testing.T, ctx context.Context, actions ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// js evaluates an expression, a promise as what it resolves to.
func js[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	var got T
	await := func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
	do(t, ctx, chromedp.Evaluate(expression, &got, await))
	return got
}

// until waits for an expression, or what it promises, to be true. It goes on
// over a change of page.
func until(t *testing.T, ctx context.Context, expression string) {
	t.Helper()
	deadline := time.Now().Add(patience)
	for {
		var done bool
		await := func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
		err := chromedp.Run(ctx, chromedp.Evaluate(expression, &done, await))
		if err == nil && done {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("waiting for %s: %v; the page shows %q", expression, err, js[string](t, ctx, `(async()=>{const r=await navigator.serviceWorker.getRegistration(); return document.title+" ready="+toolyard.updateReady+" inst="+r.installing?.state+" waiting="+r.waiting?.state+" active="+r.active?.state+" ctl="+navigator.serviceWorker.controller?.state+" "+(await caches.keys()).join()})()`))
		}
		time.Sleep(20 * time.Millisecond)
	}
}
