package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// second makes another release of a site's files: another title, and a worker
// that knows the sums of what is there now.
func second(files map[string][]byte) {
	files["index.html"] = []byte(strings.Replace(string(files["index.html"]), "<title>Toolyard", "<title>Second", 1))
	line, rest, _ := strings.Cut(string(files["sw.js"]), "\n")
	line = strings.TrimSuffix(strings.TrimPrefix(line, "const release = "), ";")
	var r release
	if err := json.Unmarshal([]byte(line), &r); err != nil {
		panic(err)
	}
	r.Version = "2" + r.Version
	for i, p := range r.Files {
		if p == "./" {
			p = "index.html"
		}
		r.Sums[i] = sum(files[p])
	}
	text, _ := json.Marshal(r)
	files["sw.js"] = []byte("const release = " + string(text) + ";\n" + rest)
}

// find is the path of the asset with this name in web/.
func find(files map[string][]byte, name string) string {
	stem, ext := strings.TrimSuffix(name, path.Ext(name)), path.Ext(name)
	for p := range files {
		if strings.HasPrefix(p, "assets/"+stem+".") && strings.HasSuffix(p, ext) {
			return p
		}
	}
	panic("no asset " + name)
}

// installed opens a site and waits until its worker keeps it.
func installed(t *testing.T) (*host, context.Context) {
	t.Helper()
	h, ctx := newHost(t, standinSite(t, false, nil)), tab(t)
	do(t, ctx, chromedp.Navigate(h.page("")))
	until(t, ctx, running)
	js[bool](t, ctx, workerActive)
	until(t, ctx, `!!navigator.serviceWorker.controller || (location.reload(), false)`)
	until(t, ctx, running)
	return h, ctx
}

const lookForUpdate = `navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => true, () => true)`

// TestHalfPublished: a newer release of which a file is missing, or other than it
// was built, is not taken: the one before stays whole, and the page is told.
func TestHalfPublished(t *testing.T) {
	for name, spoil := range map[string]func(map[string][]byte){
		"an asset is missing": func(files map[string][]byte) { delete(files, find(files, "style.css")) },
		"an asset is cut":     func(files map[string][]byte) { files[find(files, "style.css")] = []byte("cut short") },
		"the page is the old one": func(files map[string][]byte) {
			files["index.html"] = []byte(strings.Replace(string(files["index.html"]), "<title>Second", "<title>Toolyard", 1))
		},
	} {
		t.Run(name, func(t *testing.T) {
			h, ctx := installed(t)
			before := js[string](t, ctx, `caches.keys().then((all) => all.join())`)
			h.site.Store(standinSite(t, false, func(files map[string][]byte) {
				name := find(files, "style.css") // new bytes have a new name
				fresh := strings.Replace(name, "style.", "style.2", 1)
				files[fresh] = append(files[name], '\n')
				for _, p := range []string{"index.html", "sw.js"} {
					files[p] = []byte(strings.ReplaceAll(string(files[p]), name, fresh))
				}
				delete(files, name)
				second(files)
				spoil(files)
			}))
			js[bool](t, ctx, lookForUpdate)
			until(t, ctx, "toolyard.updateBroken && !toolyard.updateReady")
			h.down.Store(true)
			do(t, ctx, chromedp.Reload())
			until(t, ctx, running+` && document.title === "Toolyard"`)
			if after := js[string](t, ctx, `caches.keys().then((all) => all.join())`); after != before {
				t.Errorf("the caches were %s and are %s", before, after)
			}
		})
	}
}

// TestMend breaks what the worker keeps: the page makes it whole by itself.
func TestMend(t *testing.T) {
	for name, harm := range map[string]string{
		"the program is cut":     `cache.put(wasm, new Response("cut short", {headers: {"Content-Type": "application/wasm"}}))`,
		"a script is an error":   `cache.put(support, new Response("<html>", {headers: {"Content-Type": "text/html"}}))`,
		"the program is not one": `cache.put(wasm, new Response("<html>", {headers: {"Content-Type": "text/html"}}))`,
	} {
		t.Run(name, func(t *testing.T) {
			_, ctx := installed(t)
			js[bool](t, ctx, `caches.keys().then(([name]) => caches.open(name)).then((cache) => {
				const wasm = document.querySelector("link[rel=preload]").href;
				const support = document.querySelector("script[src*=wasm_exec]").src;
				return `+harm+`;
			}).then(() => true)`)
			do(t, ctx, chromedp.Reload())
			until(t, ctx, running+` && !sessionStorage.getItem("toolyard.mended")`)
		})
	}
}

// TestMendMovedOn: what is kept is broken, and the host has another release by
// now. That one is taken; of a host that is down, nothing is lost.
func TestMendMovedOn(t *testing.T) {
	h, ctx := installed(t)
	js[bool](t, ctx, `caches.keys().then(([name]) => caches.open(name)).then((cache) =>
		cache.put(document.querySelector("link[rel=preload]").href, new Response("cut short"))).then(() => true)`)
	h.down.Store(true)
	do(t, ctx, chromedp.Reload())
	until(t, ctx, `!!document.querySelector(".ended")`)
	if n := js[int](t, ctx, `caches.keys().then((all) => all.length)`); n != 1 {
		t.Errorf("%d caches are left", n)
	}
	h.down.Store(false)
	h.site.Store(standinSite(t, false, func(files map[string][]byte) {
		name := find(files, "app.wasm")
		fresh := strings.Replace(name, "app.", "app.2", 1)
		files[fresh] = files[name]
		delete(files, name)
		for _, p := range []string{"index.html", "sw.js"} {
			files[p] = []byte(strings.ReplaceAll(string(files[p]), name, fresh))
		}
		second(files)
	}))
	js[bool](t, ctx, `sessionStorage.clear(), true`)
	do(t, ctx, chromedp.Reload())
	until(t, ctx, running+` && document.title === "Second"`)
}

// epoch is when every file of a plain host changed last.
var epoch = time.Unix(0, 0)

// plainHost serves files as they are: no encoding, no header of ours.
type plainHost struct {
	files map[string][]byte
	sent  atomic.Int64
}

func (p *plainHost) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, mount)
	if name == "" {
		name = "index.html"
	}
	content, ok := p.files[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	http.ServeContent(w, r, name, epoch, bytes.NewReader(content))
}

// TestPlainHost: where a host does not compress, the page takes the .gz of the
// program and unpacks it; so does the worker. A host whose .gz are pages of
// errors, or that marks them as encoded, works as well.
func TestPlainHost(t *testing.T) {
	var packed bytes.Buffer
	wasm, err := standin()
	if err != nil {
		t.Fatal(err)
	}
	z := gzip.NewWriter(&packed)
	z.Write(wasm)
	z.Close()
	for name, test := range map[string]struct {
		gz   func(http.ResponseWriter) // nil: there is none
		want bool                      // that the .gz is what was run
	}{
		"as it is":    {func(w http.ResponseWriter) {}, true},
		"marked":      {func(w http.ResponseWriter) { w.Header().Set("Content-Encoding", "gzip") }, true},
		"none":        {nil, false},
		"page errors": {func(w http.ResponseWriter) { w.Header().Set("Content-Type", "text/html") }, false},
	} {
		t.Run(name, func(t *testing.T) {
			h := &plainHost{files: map[string][]byte{}}
			s, err := build(options{root: "../..", base: mount}, programs{page: wasm, workshop: wasm})
			if err != nil {
				t.Fatal(err)
			}
			h.files = s.files
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if !strings.HasSuffix(r.URL.Path, ".wasm.gz") {
					h.ServeHTTP(w, r)
				} else if test.gz == nil {
					http.NotFound(w, r)
				} else {
					test.gz(w)
					w.Write(packed.Bytes())
					h.sent.Add(1)
				}
			}))
			t.Cleanup(server.Close)
			ctx := tab(t)
			do(t, ctx, chromedp.Navigate(server.URL+mount))
			until(t, ctx, running)
			js[bool](t, ctx, workerActive)
			if got := h.sent.Load() > 0; got != (test.gz != nil) {
				t.Errorf("the .gz was asked for: %v", got)
			}
			server.CloseClientConnections()
			server.Config.Handler = http.NotFoundHandler()
			do(t, ctx, chromedp.Reload())
			until(t, ctx, running) // from the worker
		})
	}
}

// TestOpening: what a shortcut asks for is told once, and what another program
// shares goes from the worker to the page, past server and caches.
func TestOpening(t *testing.T) {
	h, ctx := installed(t)
	posts := atomic.Int64{}
	h.wrap = func(w http.ResponseWriter) http.ResponseWriter { return counting{w, &posts} }
	do(t, ctx, chromedp.Navigate(h.page("?open=import&x=1#s=abc")))
	until(t, ctx, running+` && location.search === "?x=1" && location.hash === "#s=abc"`)
	if got := js[string](t, ctx, `toolyard.opening().then((o) => o.open + o.text + o.error)`); got != "import" {
		t.Errorf("the page was opened for %q", got)
	}
	share := `(() => { const form = new FormData(); %s; return fetch("share", {method: "POST", body: form, redirect: "manual"}).then((r) => r.type); })()`
	for body, want := range map[string]string{
		`form.append("text", "a secret text"); form.append("url", "https://x.test/")`:       "a secret text\nhttps://x.test/|",
		`form.append("file", new File(["{\"a\": 1}"], "a.json")); form.append("text", "x")`: "{\"a\": 1}|",
		`form.append("file", new File([new Uint8Array(9 << 20)], "a.json"))`:                "|more than 8 MB",
	} {
		if got := js[string](t, ctx, strings.Replace(share, "%s", body, 1)); got != "opaqueredirect" {
			t.Errorf("a share is answered by %s", got)
		}
		do(t, ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(h.page("?open=shared")))
		until(t, ctx, running)
		if got := js[string](t, ctx, `toolyard.opening().then((o) => o.text + "|" + o.error)`); got != want {
			t.Errorf("shared: %q, want %q", got, want)
		}
	}
	if got := js[string](t, ctx, `toolyard.opening().then((o) => o.error)`); got != "nothing arrived" {
		t.Errorf("asked again: %q", got)
	}
	kept := js[string](t, ctx, `caches.keys().then((all) => Promise.all(all.map((n) => caches.open(n).then((c) => c.keys())))).then((all) => all.flat().map((r) => r.url).join())`)
	if strings.Contains(kept, "share") || posts.Load() > 0 {
		t.Errorf("a share was kept or sent: %d, %s", posts.Load(), kept)
	}
}

// counting counts the answers that refuse a method: a share that went out.
type counting struct {
	http.ResponseWriter
	n *atomic.Int64
}

func (w counting) WriteHeader(status int) {
	if status == http.StatusMethodNotAllowed {
		w.n.Add(1)
	}
	w.ResponseWriter.WriteHeader(status)
}
