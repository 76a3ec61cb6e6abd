package main

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

const running = `!!document.querySelector("body > #standin")`

func TestFragments(t *testing.T) {
	h, ctx := newHost(t, standinSite(t, true, nil)), tab(t)
	for _, fragment := range []string{"", "s=abc", "100%", "%zz", "a%20b", "%E4%B8%AD%"} {
		do(t, ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(h.page("#"+fragment)))
		until(t, ctx, running)
		if got := js[string](t, ctx, `document.querySelector("#standin").dataset.fragment ?? ""`); got != fragment {
			t.Errorf("the program got %q for %q", got, fragment)
		}
	}
	js[string](t, ctx, `location.hash = "late%zz"`)
	until(t, ctx, `location.hash === "#late%25zz" && toolyard.fragment === "late%zz"`)
	do(t, ctx, chromedp.Click("#goroutine")) // alive: it can still end
	until(t, ctx, `!!document.querySelector(".ended")`)
}

func TestDress(t *testing.T) {
	h, ctx := newHost(t, standinSite(t, true, nil)), tab(t)
	do(t, ctx, chromedp.Navigate(h.page("")))
	until(t, ctx, running)
	js[bool](t, ctx, `localStorage.setItem("toolyard.language", "zh-Hans"), localStorage.setItem("toolyard.theme", "dark"), true`)
	do(t, ctx, chromedp.Reload())
	until(t, ctx, running)
	if got := js[string](t, ctx, `document.documentElement.lang + " " + document.documentElement.dataset.theme`); got != "zh-Hans dark" {
		t.Errorf("the page is dressed as %q", got)
	}
	if n := js[int](t, ctx, `document.querySelectorAll("body > [lang]").length`); n != 0 {
		t.Errorf("%d first views are left beside the program", n)
	}
}

func TestBlockedStorage(t *testing.T) {
	h, ctx := newHost(t, standinSite(t, true, nil)), tab(t)
	block := `for (const name of ["localStorage", "sessionStorage"])
		Object.defineProperty(window, name, {configurable: true, get() { throw new DOMException("denied", "SecurityError"); }});`
	do(t, ctx, chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(block).Do(ctx)
		return err
	}), chromedp.Navigate(h.page("")))
	until(t, ctx, running)
	if got := js[string](t, ctx, `localStorage.setItem("a", 1), localStorage.getItem("a") + localStorage.length + localStorage.key(0)`); got != "11a" {
		t.Errorf("the storage in memory answers %q", got)
	}
}

func TestEnded(t *testing.T) {
	h, ctx := newHost(t, standinSite(t, true, nil)), tab(t)
	throwing := `Object.defineProperty(window, "throwing", {get() { throw new Error("from a getter"); }}), true`
	for button, words := range map[string]string{"handler": "in a handler", "goroutine": "in a goroutine", "exception": "from a getter"} {
		do(t, ctx, chromedp.Navigate(h.page("")))
		until(t, ctx, running)
		js[bool](t, ctx, throwing)
		do(t, ctx, chromedp.Click("#"+button))
		until(t, ctx, `!!document.querySelector(".ended pre")`)
		text := js[string](t, ctx, `document.querySelector(".ended").textContent`)
		for _, want := range []string{"Toolyard has stopped", "No saved playground", words} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in %s", button, want, text)
			}
		}
		if js[bool](t, ctx, `indexedDB.databases().then((all) => all.length > 0)`) {
			t.Error("looking for a playground left an empty database")
		}
	}
}

const save = `new Promise((done) => {
	const opening = indexedDB.open("toolyard", 1);
	opening.onupgradeneeded = () => opening.result.createObjectStore("kv");
	opening.onsuccess = () => {
		const writing = opening.result.transaction("kv", "readwrite");
		writing.objectStore("kv").put("the playground", "playground");
		writing.oncomplete = () => { opening.result.close(); done(true); };
	};
})`

func TestEndedGivesThePlaygroundBack(t *testing.T) {
	h, ctx := newHost(t, standinSite(t, true, nil)), tab(t)
	do(t, ctx, chromedp.Navigate(h.page("")))
	until(t, ctx, running)
	js[bool](t, ctx, save)
	js[bool](t, ctx, `localStorage.setItem("toolyard.language", "zh-Hans"), true`)
	do(t, ctx, chromedp.Reload())
	until(t, ctx, running)
	do(t, ctx, chromedp.Click("#handler"))
	until(t, ctx, `!!document.querySelector(".ended pre")`)
	if text := js[string](t, ctx, `document.querySelector(".ended").textContent`); !strings.Contains(text, "试验场完好无损") {
		t.Errorf("the page says %s", text)
	}
	js[bool](t, ctx, `navigator.clipboard.writeText = async (text) => { window.copied = text; }, true`)
	do(t, ctx, chromedp.Click(`[data-testid="ended-copy"]`))
	until(t, ctx, `window.copied === "the playground"`)
	download := `(() => { const a = document.querySelector("[data-testid=ended-download]"); return a.download + " " + a.href.slice(0, 5); })()`
	if got := js[string](t, ctx, download); got != "playground.toolyard.json blob:" {
		t.Errorf("the download is %s", got)
	}
	do(t, ctx, chromedp.Click(`[data-testid="ended-fresh"]`))
	until(t, ctx, `location.search === "?fresh" && `+running)
}

// typed answers the wasm with another media type.
type typed struct{ http.ResponseWriter }

func (w typed) WriteHeader(status int) {
	if w.Header().Get("Content-Type") == "application/wasm" {
		w.Header().Set("Content-Type", "application/octet-stream")
	}
	w.ResponseWriter.WriteHeader(status)
}

func TestWrongMediaType(t *testing.T) {
	h, ctx := newHost(t, standinSite(t, true, nil)), tab(t)
	h.wrap = func(w http.ResponseWriter) http.ResponseWriter { return typed{w} }
	do(t, ctx, chromedp.Navigate(h.page("")))
	until(t, ctx, running)
}

func TestNotStarted(t *testing.T) {
	broken := map[string]func(map[string][]byte){
		"404": func(files map[string][]byte) {
			for p := range files {
				if strings.HasSuffix(p, ".wasm") {
					delete(files, p)
				}
			}
		},
		"CompileError": func(files map[string][]byte) {
			for p := range files {
				if strings.HasSuffix(p, ".wasm") {
					files[p] = []byte("cut short")
				}
			}
		},
	}
	for words, edit := range broken {
		h, ctx := newHost(t, standinSite(t, true, edit)), tab(t)
		do(t, ctx, chromedp.Navigate(h.page("")))
		until(t, ctx, `!!document.querySelector(".ended pre")`)
		text := js[string](t, ctx, `document.querySelector(".ended").textContent`)
		if !strings.Contains(text, "Toolyard could not start") || !strings.Contains(text, words) {
			t.Errorf("no %q in %s", words, text)
		}
	}
}

const workerActive = `navigator.serviceWorker.ready.then((r) => new Promise((done) => {
	const look = () => r.active.state === "activated" ? done(true) : setTimeout(look, 20);
	look();
}))`

func TestOfflineAndUpdate(t *testing.T) {
	h, ctx := newHost(t, standinSite(t, false, nil)), tab(t)
	do(t, ctx, chromedp.Navigate(h.page("")))
	until(t, ctx, running)
	js[bool](t, ctx, workerActive)
	js[bool](t, ctx, `caches.open("other").then(() => true)`)

	h.down.Store(true)
	for _, rest := range []string{"", "?x=1", "#s=abc"} {
		do(t, ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(h.page(rest)))
		until(t, ctx, running)
	}
	if js[bool](t, ctx, `fetch("rehearsal/v1/models").then(() => true, () => false)`) {
		t.Error("something outside of the release was answered offline")
	}
	h.down.Store(false)

	h.site.Store(standinSite(t, false, second))
	first := js[string](t, ctx, `caches.keys().then((all) => all.sort().join(" "))`)
	js[bool](t, ctx, `navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => true)`)
	until(t, ctx, "toolyard.updateReady")
	do(t, ctx, chromedp.Reload())
	until(t, ctx, running+" && toolyard.updateReady")
	if js[bool](t, ctx, `document.title === "Second"`) {
		t.Error("a reload changed the release without being asked")
	}
	js[bool](t, ctx, `toolyard.update(), true`)
	until(t, ctx, running+` && document.title === "Second" && !toolyard.updateReady`)
	until(t, ctx, `caches.keys().then((all) => all.length === 2)`)
	if last := js[string](t, ctx, `caches.keys().then((all) => all.sort().join(" "))`); last == first || !strings.HasPrefix(last, "other toolyard-/yard/-2") {
		t.Errorf("the caches were %s and are %s", first, last)
	}

	h.site.Store(standinSite(t, true, nil)) // a developer's build takes the worker away
	js[bool](t, ctx, `navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => true)`)
	until(t, ctx, `Promise.all([caches.keys(), navigator.serviceWorker.getRegistration()]).then(([all, r]) => all.join() === "other" && !r)`)
}
