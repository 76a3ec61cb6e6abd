package main

import (
	"fmt"
	"net/http/httptest"
	"strings"

	"github.com/chromedp/chromedp"

	"toolyard/app/provider"
	"toolyard/app/sample"
	"toolyard/app/share"
)

// openPlayground opens Toolyard with a playground, as a person opens a link and
// takes what is offered. The scripts run before the page's own.
func (b *bench) openPlayground(s share.Snapshot, scripts ...string) (*tab, error) {
	address, err := b.ours()
	if err != nil {
		return nil, err
	}
	fragment, err := share.Encode(s)
	if err != nil {
		return nil, err
	}
	t, err := b.openBare(append(scripts, controls)...)
	if err != nil {
		return nil, err
	}
	for _, step := range []func() error{
		func() error { return t.run(chromedp.Navigate(address + "#" + fragment)) },
		func() error { return t.until("controls.ready") },
		func() error { return t.until("controls.there", "offer-accept") },
		func() error { return t.use("offer-accept") },
		func() error { return t.until("controls.gone", "offer-accept") },
	} {
		if err := step(); err != nil {
			t.close()
			return nil, fmt.Errorf("toolyard: %w", err)
		}
	}
	return t, nil
}

// controls finds Toolyard's controls by their test ids.
const controls = `
	window.controls = {
		// by finds the last control of an id that is seen; more is a selector besides.
		by: (id, more = "") => [...document.querySelectorAll('[data-testid="' + id + '"]' + more)].findLast((e) => e.getClientRects().length > 0),
		ready: () => document.querySelector("[data-testid=app]")?.dataset.ready === "true" && Boolean(customElements.get("json-editor")),
		there: (id) => Boolean(controls.by(id)),
		gone: (id) => !controls.by(id),
		run: () => document.querySelector("[data-testid=app]")?.dataset.run,
		count: (id) => document.querySelectorAll('[data-testid="' + id + '"]').length,
		at(id, more) {
			const e = controls.by(id, more);
			if (!e) return null;
			let box = e.getBoundingClientRect();
			if (box.top < 0 || box.bottom > innerHeight) {
				e.scrollIntoView({ block: "center", behavior: "instant" });
				box = e.getBoundingClientRect();
			}
			return { X: box.x + box.width / 2, Y: box.y + box.height / 2 };
		},
	};`

// use presses a control of Toolyard: of its id, and of a selector besides.
func (t *tab) use(id string, more ...string) error {
	var at *point
	if err := t.call(&at, "controls.at", id, strings.Join(more, "")); err != nil {
		return err
	}
	if at == nil {
		return fmt.Errorf("%s: %w", id, errMissing)
	}
	return t.click(*at)
}

// asking is a playground that asks an endpoint for one of its recordings.
func asking(endpoint *httptest.Server, model string) share.Snapshot {
	s := sample.First("en").Snapshot
	s.Prompt = "Go on."
	s.Endpoint = provider.Endpoint{Provider: "custom", BaseURL: endpoint.URL + "/v1", Auth: provider.AuthNone, Dialect: "chat-tools", Model: model}
	s.Options.Stream = "true"
	return s
}
