package e2e

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"toolyard/tools/site/policy"
)

// This file holds the page to what only a browser can show.

// enact performs lines of a script on a page.
func enact(t *testing.T, page Page, lines ...string) *Stage {
	t.Helper()
	script, err := parse(t.Name(), "Lines of a test.\n---\n"+strings.Join(lines, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	return perform(t, script, page)
}

// faultless fails a test whose page did what no page may do.
func faultless(t *testing.T, p *BrowserPage) {
	t.Helper()
	for _, fault := range p.Faults() {
		t.Error(fault)
	}
}

// TestPolicy holds the page to the strict policy, sent and written, and the
// watch of all other tests to noticing a breach of it.
func TestPolicy(t *testing.T) {
	t.Parallel()
	for query, content := range map[string]string{"": policy.Unframed, "?embed=1": policy.Content} {
		response, err := http.Get(builtSite(t) + query)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		for _, h := range policy.Security {
			if h.Name == "Content-Security-Policy" {
				h.Value = content
			}
			if got := response.Header.Get(h.Name); got != h.Value {
				t.Errorf("%s is sent as %q", h.Name, got)
			}
		}
	}
	p := open(t, Opening{})
	if got := js[string](t, p, `document.querySelector("meta[http-equiv=Content-Security-Policy]").content`); got != policy.Content {
		t.Errorf("the page's own policy is %q", got)
	}
	faultless(t, p)
	js[bool](t, p, `document.body.append(Object.assign(document.createElement("script"), {textContent: "window.broken = true"})), true`)
	if js[bool](t, p, `"broken" in window`) {
		t.Error("a script in the page runs")
	}
	if err := eventually(func() error {
		if !slices.ContainsFunc(p.Faults(), func(fault string) bool { return strings.Contains(fault, "Content Security Policy") }) {
			return fmt.Errorf("the breach is not among %q", p.Faults())
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
}

// TestHeaders holds a request to the two headers that no preflight of a
// provider refuses, and the page to the two origins that it needs.
func TestHeaders(t *testing.T) {
	t.Parallel()
	p := open(t, Opening{})
	stage := enact(t, p, "empty", "endpoint plain sk-none", "fill prompt Hello", "press send", "wait idle")
	preflights := stage.Endpoint.Received(http.MethodOptions)
	if len(preflights) != 1 {
		t.Fatalf("%d preflights", len(preflights))
	}
	if got := preflights[0].Header.Get("Access-Control-Request-Headers"); got != "authorization,content-type" {
		t.Errorf("a preflight asks for %s", got)
	}
	sent := stage.Endpoint.Received(http.MethodPost)[0].Header
	for _, name := range []string{"Cookie", "Referer"} {
		if sent.Get(name) != "" {
			t.Errorf("%s is sent", name)
		}
	}
	if got, want := p.watch.spokenTo(), []string{originOf(builtSite(t)), stage.Endpoint.URL}; !slices.Equal(got, want) {
		t.Errorf("the page spoke to %v, want %v", got, want)
	}
	faultless(t, p)
}

// TestStarts holds that the page starts where others would not: with an address
// that is no percent-encoding, with blocked storage, in Chinese, on a damaged
// link.
func TestStarts(t *testing.T) {
	t.Parallel()
	blocked := `for (const name of ["localStorage", "sessionStorage", "indexedDB"])
		Object.defineProperty(window, name, {configurable: true, get() { throw new DOMException("denied", "SecurityError"); }});`
	tests := map[string]struct {
		opening Opening
		lines   []string
	}{
		"a lone percent sign": {Opening{Fragment: "100%"}, []string{"shows notice"}},
		"blocked storage":     {Opening{Before: blocked}, []string{"fill prompt Hello", "shows notice[kind=store-failed]"}},
		"in Chinese":          {Opening{Language: "zh-CN"}, []string{"shows app[lang=zh]", "press send", "wait waiting"}},
		"a cut link":          {Opening{Fragment: "s1.1.abc"}, []string{"shows notice", "lacks offer"}},
		"fresh":               {Opening{}, []string{"shows app[lang=en][theme=system][run=idle]", "press send", "wait waiting"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := open(t, test.opening)
			enact(t, p, test.lines...)
			faultless(t, p)
		})
	}
}

// TestInputMethod types with an input method: the Enter that takes a candidate
// sends nothing, and the one after it with Ctrl does.
func TestInputMethod(t *testing.T) {
	t.Parallel()
	p := open(t, Opening{})
	stage := enact(t, p, "empty", "endpoint plain sk-none")
	prompt, err := stage.the(Target{{id: "prompt"}}, anyhow)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Do(prompt, Act{Fill, "w"}); err != nil {
		t.Fatal(err)
	}
	run := func(actions ...chromedp.Action) {
		t.Helper()
		if err := chromedp.Run(p.ctx, actions...); err != nil {
			t.Fatal(err)
		}
	}
	run(input.ImeSetComposition("ni hao", 6, 6))
	composing := `document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", ctrlKey: true, bubbles: true, isComposing: true}))`
	js[bool](t, p, composing)
	if err := stage.run("shows app[run=idle]", "sent-count 0"); err != nil {
		t.Error(err)
	}
	run(input.InsertText("你好"))
	if err := stage.run("is prompt w你好"); err != nil {
		t.Error(err)
	}
	if err := p.Key("Enter", input.ModifierCtrl); err != nil {
		t.Fatal(err)
	}
	if err := stage.run("wait idle", "is message[role=user]>message-text w你好", "sent-count 1"); err != nil {
		t.Error(err)
	}
	faultless(t, p)
}

// TestKeyboard goes through the loop without a mouse: the focus is where the
// next thing is to be typed.
func TestKeyboard(t *testing.T) {
	t.Parallel()
	p := open(t, Opening{})
	stage := enact(t, p, "empty", "endpoint parallel-calls sk-none", "fill prompt What is the weather?")
	for _, line := range []string{"wait waiting", "wait idle"} {
		if err := p.Key("Enter", input.ModifierCtrl); err != nil {
			t.Fatal(err)
		}
		if err := stage.run(line); err != nil {
			t.Fatal(err)
		}
		if line == "wait idle" {
			break
		}
		wantFocus(t, p, "tool-result")
		for _, text := range []string{"18", "12"} {
			if err := chromedp.Run(p.ctx, input.InsertText(text)); err != nil {
				t.Fatal(err)
			}
			js[bool](t, p, `[...document.querySelectorAll("[data-testid=tool-result]")].at(-1).focus(), true`)
		}
	}
	if err := stage.run("press setup-open"); err != nil {
		t.Fatal(err)
	}
	if err := p.Key("Escape"); err != nil {
		t.Fatal(err)
	}
	wantFocus(t, p, "setup-open")
	faultless(t, p)
}

func wantFocus(t *testing.T, p *BrowserPage, id string) {
	t.Helper()
	err := eventually(func() error {
		if got := js[string](t, p, `document.activeElement.dataset.testid ?? document.activeElement.tagName`); got != id {
			return fmt.Errorf("the focus is on %s, want %s", got, id)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// TestEnded ends the program from outside, as a fault of its own would, and
// holds that the page says so and gives the playground back.
func TestEnded(t *testing.T) {
	t.Parallel()
	p := open(t, Opening{})
	enact(t, p, "fill system Keep me.")
	untilStored(t, p, "Keep me.")
	// A getter that throws unwinds the program where it reads the key of an event.
	js[bool](t, p, `(() => {
		const event = new KeyboardEvent("keydown", {bubbles: true});
		Object.defineProperty(event, "key", {get() { throw new Error("provoked"); }});
		document.querySelector("[data-testid=prompt]").dispatchEvent(event);
		return true;
	})()`)
	enact(t, p, "shows ended", "shows ended-reload", "shows ended-download")
	text := js[string](t, p, `document.querySelector("[data-testid=ended]").textContent`)
	if !strings.Contains(text, "provoked") {
		t.Errorf("the end is told as %q", text)
	}
	js[bool](t, p, `navigator.clipboard.writeText = async (text) => { window.copied = text; }, true`)
	enact(t, p, "press ended-copy")
	if copied := js[string](t, p, `window.copied ?? ""`); !strings.Contains(copied, "Keep me.") {
		t.Errorf("the copy is %q", copied)
	}
	if err := p.Reload(); err != nil {
		t.Fatal(err)
	}
	enact(t, p, "is system Keep me.", "lacks ended")
}

// TestRefusedByCORS asks an endpoint that lets no page read its answers. A
// browser tells nothing of why, and neither does the page pretend to know.
func TestRefusedByCORS(t *testing.T) {
	t.Parallel()
	p := open(t, Opening{})
	enact(t, p, "empty", "endpoint plain sk-none", "press setup-open",
		"fill base-url $ENDPOINT/v1?nocors", "press setup-done", "fill prompt Hello", "press send",
		"wait failed", "shows error[kind=network]", "is message[role=user]>message-text Hello")
}

// offline cuts a page off from every network.
func offline(ctx context.Context) error {
	return network.EmulateNetworkConditions(true, 0, -1, -1).Do(ctx)
}

// TestSubPath serves a release below a path, as a static host does, and opens it
// again with no network once its worker has taken over.
func TestSubPath(t *testing.T) {
	t.Parallel()
	server, err := Serve(release(t, builtFolder(t)), "/toolyard/")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Close)
	p, err := theBrowser(t).Open(server.URL+"/toolyard/", Opening{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	enact(t, p, "fill system Below a path.")
	js[bool](t, p, activated)
	untilStored(t, p, "Below a path.")
	server.CloseClientConnections()
	server.Close()
	if err := chromedp.Run(p.ctx, chromedp.ActionFunc(offline)); err != nil {
		t.Fatal(err)
	}
	if err := p.Reload(); err != nil {
		t.Fatal(err)
	}
	enact(t, p, "is system Below a path.", "press send", "wait waiting")
	faultless(t, p)
}
