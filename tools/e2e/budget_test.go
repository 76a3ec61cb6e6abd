package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/cdproto/input"

	"toolyard/app/provider"
	"toolyard/app/sample"
	"toolyard/app/share"
	"toolyard/app/tool"
)

// This file holds what decides how fast the page is, in counts: they are the same
// on every machine. docs/bench.md has the times, and the regression that was tried
// for each of these tests.

// counting counts what the program asks of the browser (calls), and what changes in
// the page: nodes that came or went, attributes, texts.
const counting = `window.calls = 0;
	let made;
	Object.defineProperty(window, "Go", { configurable: true, get: () => made, set(Go) {
		made = class extends Go {
			constructor() {
				super();
				const js = this.importObject.gojs;
				for (const [name, f] of Object.entries(js)) if (name.startsWith("syscall/js.")) js[name] = (sp) => { window.calls++; return f(sp); };
			}
		};
	} });
	window.changes = 0;
	new MutationObserver((records) => { for (const r of records) window.changes += Math.max(1, r.addedNodes.length + r.removedNodes.length); })
		.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });`

// tally is what was counted so far.
type tally struct{ Calls, Changes, Elements float64 }

func tallied(t *testing.T, p *BrowserPage) tally {
	t.Helper()
	return js[tally](t, p, `({ Calls: calls, Changes: changes, Elements: document.querySelectorAll("*").length })`)
}

// tallying opens a playground with the counters running.
func tallying(t *testing.T, s share.Snapshot) *BrowserPage {
	t.Helper()
	link, err := share.Encode(s)
	if err != nil {
		t.Fatal(err)
	}
	p := begin(t, builtSite(t)+"#"+link, visit{language: "en-US", width: 1440, height: 900}, counting)
	holds(t, p, isReady)
	enact(t, p, "press offer-accept", "lacks offer-accept")
	if err := p.Settle(); err != nil {
		t.Fatal(err)
	}
	return p
}

// manyTools is a playground of 100 tools with 20 parameters each.
func manyTools() share.Snapshot {
	s := sample.First("en").Snapshot
	s.Tools = nil
	for i := range 100 {
		s.Tools = append(s.Tools, tool.New(i+1, fmt.Sprintf("tool_%03d", i), "Does something.", many(20)))
	}
	return s
}

// TestBudgetOfAKey types where there are 100 tools with 20 parameters each.
func TestBudgetOfAKey(t *testing.T) {
	p := tallying(t, manyTools())
	enact(t, p, "press tool[50]", "shows parameter[20]")
	if n := tallied(t, p).Elements; n > 3000 {
		t.Errorf("the page has %v elements", n)
	}
	for target, most := range map[string]tally{
		"prompt":                   {Calls: 110, Changes: 2},
		"parameter-description[3]": {Calls: 110, Changes: 2},
		"parameter-name[3]":        {Calls: 170, Changes: 15},
	} {
		enact(t, p, "fill "+target+" begun")
		if err := p.Settle(); err != nil {
			t.Fatal(err)
		}
		var calls, changes []float64
		for range 15 { // what is kept in a pause of typing falls on one of them
			before := tallied(t, p)
			run(t, p, input.InsertText("x"))
			js[bool](t, p, twoFrames)
			after := tallied(t, p)
			calls, changes = append(calls, after.Calls-before.Calls), append(changes, after.Changes-before.Changes)
		}
		slices.Sort(calls)
		slices.Sort(changes)
		t.Logf("%s: %v calls, %v changes a key", target, calls[7], changes[7])
		if calls[7] > most.Calls || changes[7] > most.Changes {
			t.Errorf("a key in %s makes %v calls and %v changes, want at most %v and %v", target, calls[7], changes[7], most.Calls, most.Changes)
		}
	}
}

// twoFrames waits for what a key brings to be drawn.
const twoFrames = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true), 20))))`

// TestBudgetOfAStream receives 5,000 deltas at once: what is drawn does not grow
// with their number.
func TestBudgetOfAStream(t *testing.T) {
	var stream strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&stream, `data: {"choices":[{"index":0,"delta":{"content":"word %d "},"finish_reason":null}]}`+"\n\n", i)
	}
	stream.WriteString(`data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}` + "\n\ndata: [DONE]\n\n")
	endpoint := NewEndpoint(fstest.MapFS{"deltas/response.sse": {Data: []byte(stream.String())}})
	defer endpoint.Close()
	s := sample.First("en").Snapshot
	s.Prompt, s.Options.Stream = "Go on.", "true"
	s.Endpoint = provider.Endpoint{Provider: "custom", BaseURL: endpoint.URL + "/v1", Auth: provider.AuthNone, Dialect: "chat-tools", Model: "deltas"}
	p := tallying(t, s)
	before := tallied(t, p)
	enact(t, p, "press send", "has message[role=assistant]>message-text word 4999", "wait idle")
	if err := p.Settle(); err != nil {
		t.Fatal(err)
	}
	after := tallied(t, p)
	t.Logf("%v calls, %v changes, %v elements more", after.Calls-before.Calls, after.Changes-before.Changes, after.Elements-before.Elements)
	if n := after.Calls - before.Calls; n > 8000 {
		t.Errorf("%v calls for 5,000 deltas", n)
	}
	if n := after.Changes - before.Changes; n > 250 {
		t.Errorf("%v changes for 5,000 deltas", n)
	}
	if n := after.Elements - before.Elements; n > 60 {
		t.Errorf("%v elements for one message", n)
	}
}

// TestBudgetOfOpening counts what is asked of the host before the page answers:
// nothing that the first press can do without.
func TestBudgetOfOpening(t *testing.T) {
	address, let := slowly(t)
	p := begin(t, address, visit{language: "en-US", width: 1440, height: 900}, counting, `addEventListener("DOMContentLoaded", () => new MutationObserver(() => {
		if (!window.asked && document.querySelector("[data-testid=app][data-ready=true]")) window.asked = resources();
	}).observe(document.body, { subtree: true, attributes: true }));
	navigator.serviceWorker.register = function (...all) {
		window.worker = "asked for";
		const coming = ServiceWorkerContainer.prototype.register.apply(this, all);
		coming.then(() => { window.worker = "here"; }, () => {});
		return coming;
	};
	window.resources = () => performance.getEntriesByType("resource").map((e) => new URL(e.name).pathname);`)
	holds(t, p, `document.readyState === "complete"`)
	if js[bool](t, p, `window.worker !== undefined`) {
		t.Error("the service worker fetches while the program is on its way")
	}
	let()
	holds(t, p, isReady)
	asked := js[[]string](t, p, `asked`)
	if len(asked) > 9 {
		t.Errorf("%d requests before the page answers: %v", len(asked), asked)
	}
	if slices.ContainsFunc(asked, func(path string) bool { return strings.Contains(path, "workshop") || strings.Contains(path, "editor") }) {
		t.Errorf("what can wait is asked for before the page answers: %v", asked)
	}
	now := tallied(t, p)
	t.Logf("%d requests, %v calls, %v elements", len(asked), now.Calls, now.Elements)
	if now.Calls > 6000 || now.Elements > 600 {
		t.Errorf("opening takes %v calls to make %v elements", now.Calls, now.Elements)
	}
	holds(t, p, `window.worker === "here"`) // and it does come, though that of a -dev site goes again at once
}
