package e2e

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"toolyard/tools/serve/static"
)

// This file holds the page to what it is before the program runs.

// slowly serves the built site, but holds the program back until it is let go.
func slowly(t *testing.T) (address string, let func()) {
	t.Helper()
	site, err := static.New(os.DirFS(builtFolder(t)), "/")
	if err != nil {
		t.Fatal(err)
	}
	gate := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".wasm") {
			w = &half{ResponseWriter: w, gate: gate}
		}
		site.ServeHTTP(w, r)
	}))
	let = sync.OnceFunc(func() { close(gate) })
	t.Cleanup(func() { let(); server.CloseClientConnections(); server.Close() })
	return server.URL + "/", let
}

// half sends a little of what it is given, and waits at the gate with the rest.
type half struct {
	http.ResponseWriter
	gate chan struct{}
	sent int
}

func (h *half) Write(b []byte) (int, error) {
	if h.sent += len(b); h.sent > 1<<20 {
		h.ResponseWriter.(http.Flusher).Flush()
		<-h.gate
	}
	return h.ResponseWriter.Write(b)
}

// visit is how a person comes.
type visit struct {
	language      string
	width, height int64
	slower        float64 // so many times, is the processor; 0 as it is
}

// begin opens an address without waiting for the program. The scripts run before
// those of the page.
func begin(t *testing.T, address string, v visit, scripts ...string) *BrowserPage {
	t.Helper()
	b := theBrowser(t)
	ctx, end, err := b.profile()
	if err != nil {
		t.Fatal(err)
	}
	p := &BrowserPage{tab: chromium{ctx, end}, browser: b, address: address, ctx: ctx, watch: &watch{site: originOf(address)}}
	t.Cleanup(p.Close)
	chromedp.ListenTarget(ctx, p.watch.see)
	run(t, p, emulation.SetCPUThrottlingRate(max(v.slower, 1)))
	err = chromedp.Run(ctx,
		chromedp.ActionFunc(p.watch.start),
		emulation.SetFocusEmulationEnabled(true),
		emulation.SetDeviceMetricsOverride(v.width, v.height, 1, false),
		chromedp.ActionFunc(func(ctx context.Context) error { return speak(ctx, v.language) }),
		chromedp.ActionFunc(func(ctx context.Context) error {
			_, err := page.AddScriptToEvaluateOnNewDocument(strings.Join(append(scripts, shifts), "\n")).Do(ctx)
			return err
		}),
		chromedp.ActionFunc(func(ctx context.Context) error {
			_, _, _, _, err := page.Navigate(address).Do(ctx)
			return err
		}),
	)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// shifts counts what moves without a cause, and what moved.
const shifts = `window.shift = 0; window.shifted = [];
	new PerformanceObserver((list) => { for (const e of list.getEntries()) {
		window.shift += e.value;
		for (const s of e.sources) window.shifted.push(e.startTime.toFixed() + " ms " + (s.node?.outerHTML ?? s.node?.textContent ?? "").slice(0, 120));
	} }).observe({type: "layout-shift", buffered: true});`

// holds waits until an expression is true of the page.
func holds(t *testing.T, p *BrowserPage, expression string) {
	t.Helper()
	err := eventually(func() error {
		var is bool
		if err := p.evaluate(expression, &is); err != nil {
			return err
		}
		if !is {
			return fmt.Errorf("it is not so: %s", expression)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

const (
	firstIsThere = `document.readyState !== "loading" && !!document.querySelector("[data-testid=prompt]")`
	isReady      = `!!document.querySelector("[data-testid=app][data-ready=true]")`
)

// TestNothingShifts holds that nothing moves, from the first byte of the page until
// the program has taken over: at every visit, in both languages, wide and narrow,
// and where the processor is slow, so that the browser draws while it still reads.
func TestNothingShifts(t *testing.T) {
	for _, language := range []string{"en-US", "zh-CN"} {
		for _, width := range []int64{1440, 390} {
			for _, slower := range []float64{1, 4, 8} {
				t.Run(fmt.Sprint(language, width, "/", slower), func(t *testing.T) { still(t, visit{language, width, 844, slower}) })
			}
		}
	}
}

// still visits the page, and holds that nothing moves.
func still(t *testing.T, v visit) {
	t.Helper()
	address, let := slowly(t)
	p := begin(t, address, v)
	holds(t, p, firstIsThere)
	want := map[string]string{"en-US": "en", "zh-CN": "zh-Hans"}[v.language]
	holds(t, p, `document.documentElement.lang === "`+want+`" && [...document.querySelectorAll("body > [lang]")].every((v) => v.lang === "`+want+`")`)
	holds(t, p, `document.querySelector("body > [aria-busy]").checkVisibility()`)
	holds(t, p, `document.querySelector("progress.arriving")?.value > 0`)
	if done := js[float64](t, p, `document.querySelector("progress.arriving").position`); done <= 0 || done >= 1 {
		t.Errorf("%v of the program is said to have arrived", done)
	}
	let()
	holds(t, p, isReady)
	if err := p.Settle(); err != nil {
		t.Fatal(err)
	}
	holds(t, p, `!document.querySelector("progress.arriving")`)
	faultless(t, p)
	if shift := js[float64](t, p, "shift"); shift > 0 {
		t.Errorf("the layout shifted by %.5f: %s", shift, js[string](t, p, `shifted.join("\n")`))
	}
}

// TestTypedBefore types before the program is there: the text, the focus, the
// caret and what was scrolled to are the same after it, and the Model has them.
func TestTypedBefore(t *testing.T) {
	t.Parallel()
	address, let := slowly(t)
	p := begin(t, address, visit{language: "en-US", width: 1440, height: 700})
	holds(t, p, firstIsThere)
	js[bool](t, p, `(() => { const e = document.querySelector("[data-testid=system]"); e.focus(); e.select(); return true; })()`)
	run(t, p, input.InsertText("Be brief."))
	js[bool](t, p, `(() => { const e = document.querySelector("[data-testid=prompt]"); e.focus(); e.select(); return true; })()`)
	run(t, p, input.InsertText("What is the weather in Oslo?"))
	js[bool](t, p, `(() => { document.querySelector("[data-testid=prompt]").setSelectionRange(5, 7); return true; })()`)
	js[bool](t, p, `(() => { window.deep = [...document.querySelectorAll(".scroll")].findLastIndex((e) => e.scrollHeight > e.clientHeight + 20);
		if (deep >= 0) document.querySelectorAll(".scroll")[deep].scrollTop = 15; return true; })()`)
	let()
	holds(t, p, isReady)
	wantFocus(t, p, "prompt")
	if got := js[string](t, p, `(({ selectionStart, selectionEnd }) => selectionStart + "-" + selectionEnd)(document.activeElement)`); got != "5-7" {
		t.Errorf("the selection is %s", got)
	}
	holds(t, p, `deep >= 0 && Math.abs(document.querySelectorAll(".scroll")[deep].scrollTop - 15) < 2`)
	stage := enact(t, p, "is prompt What is the weather in Oslo?", "is system Be brief.")
	if err := stage.run("has request-raw Oslo", "has request-raw Be brief."); err != nil {
		t.Error(err)
	}
	if err := eventually(func() error {
		if !strings.Contains(js[string](t, p, stored), "Oslo") {
			return fmt.Errorf("it is not kept")
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
	faultless(t, p)
}

func run(t *testing.T, p *BrowserPage, actions ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(p.ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// TestUpdateIsOffered: a newer release is told of, and taken by a press alone. One
// that is broken is told of, too.
func TestUpdateIsOffered(t *testing.T) {
	t.Parallel()
	p := open(t, Opening{})
	js[bool](t, p, `(() => { toolyard.updateReady = true; toolyard.update = () => { window.updated = true; };
		dispatchEvent(new Event("toolyard-release")); return true; })()`)
	enact(t, p, "shows notice[kind=update-ready]", "fill prompt Still here", "shows update", "press update")
	holds(t, p, "window.updated === true")
	js[bool](t, p, `(() => { toolyard.updateReady = false; toolyard.updateBroken = true; dispatchEvent(new Event("toolyard-release")); return true; })()`)
	enact(t, p, "shows notice[kind=update-broken]", "lacks update", "is prompt Still here")
	faultless(t, p)
}

// TestShortcuts opens the page as the shortcuts of the installed app do.
func TestShortcuts(t *testing.T) {
	t.Parallel()
	for open, lines := range map[string]string{
		"new":      "counts 0 tool\nis prompt \nshows notice[kind=emptied]\npress undo\nshows tool",
		"import":   "shows import",
		"examples": "shows examples",
		"setup":    "shows setup",
		"shared":   "shows notice[kind=share-failed]",
		"nonsense": "lacks import\nlacks notice",
	} {
		t.Run(open, func(t *testing.T) {
			t.Parallel()
			p, err := theBrowser(t).Open(builtSite(t)+"?open="+open, Opening{})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(p.Close)
			enact(t, p, strings.Split(lines, "\n")...)
			if got := js[string](t, p, "location.search"); got != "" {
				t.Errorf("the address keeps %s", got)
			}
			faultless(t, p)
		})
	}
}
