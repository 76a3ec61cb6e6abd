package e2e

import (
	"context"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// State is a main state of the page: what it is called, and the lines of a
// script that lead there from the state before it.
type State struct{ Name, Lines string }

// MainStates are what a person meets, in an order in which each leads to the
// next. They begin with a page that was just opened.
func MainStates() []State {
	return []State{
		{"first-visit", ``},
		{"examples", `press examples-open`},
		{"import", "press dialog-close\npress import-open\nfill import-text [{\"name\": \"find\", \"parameters\": {\"type\": \"object\"}}, 7]"},
		{"setup", "press dialog-close\npress setup-open"},
		{"beside", "press setup-done\npress schema-beside"},
		{"json", "press schema-beside\nschema-as json"},
		{"keywords", "schema-as visual\npress parameters-root>parameter-more\npress parameter[1]>parameter-more\n" +
			"fill parameter[1]>keyword[keyword=pattern]>keyword-value ^[A-Z]\nfill parameter[1]>keyword-sample paris\n" +
			"choose parameter[1]>keyword-add examples\nfill parameter[1]>keyword[keyword=maxLength]>keyword-value 1x"},
		{"broken-json", "schema-as json\nfill schema-json {\"type\": \"object\","},
		{"waiting", "fill schema-json {\"type\": \"object\"}\nschema-as visual\npress undo\n" +
			"endpoint parallel-calls sk-none\npress send\nwait waiting\nfill tool-result[1] {\"temp\": 18}"},
		{"events", `press wire-tab[tab=events]`},
		{"share", `press share-open`},
		{"answered", "press dialog-close\npress wire-tab[tab=response]\nfill tool-result[2] 12\npress results-send\nwait idle"},
		{"editing", `press message[role=user]>message-edit`},
		{"failed", "press revision-cancel\nendpoint unauthorized sk-wrong\nfill prompt Hello\npress send\nwait failed"},
		{"change", "press setup-open\nfill base-url $ENDPOINT/refuses/forced/v1\nchoose tool-choice required\npress setup-done\npress send\nwait failed"},
		{"models", "press setup-open\nfill base-url $ENDPOINT/refuses/locked/v1\nfill api-key sk-right\npress models-load\nshows model-option[2]"},
		{"models-refused", "fill api-key sk-wrong\npress models-load\nshows models-error"},
		{"examined", "fill base-url $CLOSED/v1\npress setup-done\npress send\n" +
			"shows error[kind=network]\npress doctor\nshows diagnosis\npress evidence-more"},
		{"remedy", `press remedy-open[1]`},
		{"offer", `open-link setup here`},
		{"fix", "press offer-decline\npress tool-add\nfill tool-name two words\npress fix"},
		{"searching", "press fix-cancel\nschema-as json\nmany 12\nschema-as visual\npress parameter-search-open\nfill parameter-search 1"},
		{"undone", "press parameter-search-close\npress undo"},
	}
}

// Show leads a page to a state.
func (s *Stage) Show(state State) error {
	script, err := parse(state.Name, "A state.\n---\n"+state.Lines)
	if err != nil {
		return err
	}
	return s.Play(script)
}

// Scheme makes the system's colours light or dark.
func (p *BrowserPage) Scheme(scheme string) error {
	media := emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}})
	if err := chromedp.Run(p.ctx, media); err != nil {
		return err
	}
	return p.Settle()
}

// Size changes the size of the window, in CSS pixels.
func (p *BrowserPage) Size(width, height int64) error {
	size := emulation.SetDeviceMetricsOverride(width, height, 1, false)
	if err := chromedp.Run(p.ctx, size); err != nil {
		return err
	}
	return p.Settle()
}

// Picture is what the window shows, as a PNG.
func (p *BrowserPage) Picture() ([]byte, error) {
	return p.capture(page.CaptureScreenshot().WithFormat(page.CaptureScreenshotFormatPng))
}

// WebP is the same as a WebP of a quality up to 100.
func (p *BrowserPage) WebP(quality int64) ([]byte, error) {
	return p.capture(page.CaptureScreenshot().WithFormat(page.CaptureScreenshotFormatWebp).WithQuality(quality))
}

func (p *BrowserPage) capture(how *page.CaptureScreenshotParams) (picture []byte, err error) {
	err = chromedp.Run(p.ctx, chromedp.ActionFunc(func(ctx context.Context) error {
		picture, err = how.Do(ctx)
		return err
	}))
	return picture, err
}
