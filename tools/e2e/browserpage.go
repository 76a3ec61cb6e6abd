package e2e

import (
	"context"
	"fmt"
	"os"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// BrowserPage is the page as a person sees it.
type BrowserPage struct {
	browser *Browser
	address string // of the site
	ctx     context.Context
	close   func()
	watch   *watch
}

// Opening says how a page is opened. The zero Opening is the usual one.
type Opening struct {
	Fragment string // behind the #
	Language string // of the person (BCP 47); en-US where it is empty
	Before   string // JavaScript that runs before any of the page's own
}

// Open opens the site at an address in a fresh profile, and waits until it
// answers input.
func (b *Browser) Open(address string, o Opening) (*BrowserPage, error) {
	ctx, end, err := b.profile()
	if err != nil {
		return nil, err
	}
	p := &BrowserPage{browser: b, address: address, ctx: ctx, close: end, watch: &watch{site: originOf(address)}}
	chromedp.ListenTarget(ctx, p.watch.see)
	language := o.Language
	if language == "" {
		language = "en-US"
	}
	err = chromedp.Run(ctx,
		chromedp.ActionFunc(p.watch.start),
		emulation.SetFocusEmulationEnabled(true),
		emulation.SetDeviceMetricsOverride(width, height, 1, false),
		chromedp.ActionFunc(func(ctx context.Context) error { return speak(ctx, language) }),
		chromedp.ActionFunc(func(ctx context.Context) error {
			_, err := page.AddScriptToEvaluateOnNewDocument(o.Before).Do(ctx)
			return err
		}),
	)
	if err == nil {
		err = p.navigate(address + hashed(o.Fragment))
	}
	if err == nil {
		err = p.ready()
	}
	if err != nil {
		p.Close()
		return nil, err
	}
	return p, nil
}

func hashed(fragment string) string {
	if fragment == "" {
		return ""
	}
	return "#" + fragment
}

// speak makes the browser that of a person with this language.
func speak(ctx context.Context, language string) error {
	var agent string
	if err := chromedp.Evaluate("navigator.userAgent", &agent).Do(ctx); err != nil {
		return err
	}
	return emulation.SetUserAgentOverride(agent).WithAcceptLanguage(language).Do(ctx)
}

func (p *BrowserPage) navigate(address string) error {
	ctx, cancel := context.WithTimeout(p.ctx, Patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Navigate(address))
}

// ready waits until the page answers input.
func (p *BrowserPage) ready() error {
	return eventually(func() error {
		app, err := p.Look("app")
		if err == nil && (len(app) != 1 || app[0].State["ready"] != "true") {
			err = fmt.Errorf("the page is not ready: %v", app)
		}
		return err
	})
}

// Look reads the page.
func (p *BrowserPage) Look(ids ...string) ([]Element, error) {
	var seen []Element
	err := call(p.ctx, &seen, "look", ids)
	return seen, err
}

// Do acts as a mouse and a keyboard do, and waits until the page has drawn what
// came of it.
func (p *BrowserPage) Do(e Element, a Act) error {
	var err error
	switch a.Kind {
	case Press:
		err = p.press(e)
	case Fill:
		err = p.fill(e, a.Text)
	case Choose:
		var done bool
		err = call(p.ctx, &done, "choose", e.ID, e.Nth, a.Text)
		if err == nil && !done {
			err = fmt.Errorf("%s offers no %q", e.ID, a.Text)
		}
	case Caret:
		err = p.caret(e, a.Text)
	case Tick:
		if e.Text != a.Text {
			err = p.press(e)
		}
	case Key:
		err = p.keyOn(e, a.Text)
	case Paste:
		err = p.pasteOn(e, a.Text)
	case Drag:
		err = p.drag(e, a.Text)
	}
	if err != nil {
		return err
	}
	return p.Settle()
}

// Settle waits until what happened has been drawn.
func (p *BrowserPage) Settle() error {
	var done bool
	return call(p.ctx, &done, "settled")
}

// press waits until nothing covers the element, as a person would.
func (p *BrowserPage) press(e Element) error {
	var at struct {
		X, Y    float64
		Covered string
	}
	err := eventually(func() error {
		if err := call(p.ctx, &at, "aim", e.ID, e.Nth); err != nil {
			return err
		}
		if at.Covered != "" {
			return fmt.Errorf("%s is covered by %s", e.ID, at.Covered)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return chromedp.Run(p.ctx, chromedp.MouseClickXY(at.X, at.Y))
}

func (p *BrowserPage) fill(e Element, text string) error {
	var focused bool
	if err := call(p.ctx, &focused, "select", e.ID, e.Nth); err != nil {
		return err
	}
	if !focused {
		return fmt.Errorf("%s does not take the focus", e.ID)
	}
	if text == "" {
		return p.Key("Delete")
	}
	return chromedp.Run(p.ctx, input.InsertText(text))
}

// caret puts the caret before a text, and waits until the page has been told.
func (p *BrowserPage) caret(e Element, text string) error {
	var done bool
	err := call(p.ctx, &done, "caret", e.ID, e.Nth, text)
	if err == nil && !done {
		err = fmt.Errorf("%s has no %q", e.ID, text)
	}
	return err
}

// Key presses one key by its name.
func (p *BrowserPage) Key(name string, modifiers ...input.Modifier) error {
	codes := map[string]int64{"Delete": 46, "Enter": 13, "Escape": 27, "Tab": 9,
		"ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
	key := func(kind input.KeyType) *input.DispatchKeyEventParams {
		e := input.DispatchKeyEvent(kind).WithKey(name).WithCode(name).WithWindowsVirtualKeyCode(codes[name])
		for _, m := range modifiers {
			e.Modifiers |= m
		}
		return e
	}
	return chromedp.Run(p.ctx, key(input.KeyRawDown), key(input.KeyUp))
}

// Drop drops a file on the page.
func (p *BrowserPage) Drop(text string) error {
	file, err := os.CreateTemp("", "toolyard-*.json")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	if _, err := file.WriteString(text); err != nil {
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: []string{file.Name()}, DragOperationsMask: 1}
	for _, kind := range []input.DispatchDragEventType{input.DragEnter, input.DragOver, input.Drop} {
		if err := chromedp.Run(p.ctx, input.DispatchDragEvent(kind, width/2, height/2, data)); err != nil {
			return err
		}
	}
	return p.Settle()
}

// Reload loads the page again.
func (p *BrowserPage) Reload() error {
	ctx, cancel := context.WithTimeout(p.ctx, Patience)
	defer cancel()
	if err := chromedp.Run(ctx, chromedp.Reload()); err != nil {
		return err
	}
	return p.ready()
}

// Open follows a link to the site.
func (p *BrowserPage) Open(link string, fresh bool) (Page, error) {
	if !fresh {
		if err := p.navigate(link); err != nil {
			return nil, err
		}
		return p, p.Settle()
	}
	next, err := p.browser.Open(link, Opening{})
	if err != nil {
		return nil, err
	}
	next.address = p.address
	next.watch.before(p.watch)
	p.Close()
	return next, nil
}

// Close closes the page and forgets its profile.
func (p *BrowserPage) Close() { p.close() }

// Faults are what went wrong beside the script: what the page wrote to its
// console, what its policy refused, and requests to where none should go.
func (p *BrowserPage) Faults() []string { return p.watch.faults() }
