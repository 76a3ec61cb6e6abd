package e2e

import (
	"context"
	"fmt"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// BrowserPage is the page as a person sees it, in any engine.
type BrowserPage struct {
	tab
	address string // of the site
	watch   *watch
	another func(address string) (*BrowserPage, error) // opens it for another person

	ctx     context.Context // of the debugger, where the engine is Chromium
	browser *Browser        // likewise
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
	p := &BrowserPage{tab: chromium{ctx, end}, address: address, ctx: ctx, browser: b, watch: &watch{site: originOf(address)}}
	p.another = func(address string) (*BrowserPage, error) { return b.Open(address, Opening{}) }
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
	if err != nil {
		p.Close()
		return nil, err
	}
	return p.enter(address + hashed(o.Fragment))
}

// enter goes to the site, or closes the page where it can't.
func (p *BrowserPage) enter(address string) (*BrowserPage, error) {
	err := p.navigate(address)
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
	err := call(p, &seen, "look", ids)
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
		err = call(p, &done, "choose", e.ID, e.Nth, a.Text)
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
		err = p.dragTo(e, a.Text)
	}
	if err != nil {
		return err
	}
	return p.Settle()
}

// Settle waits until what happened has been drawn.
func (p *BrowserPage) Settle() error {
	var done bool
	return call(p, &done, "settled")
}

// press waits until nothing covers the element, as a person would.
func (p *BrowserPage) press(e Element) error {
	var at struct {
		point
		Covered string
	}
	err := eventually(func() error {
		if err := call(p, &at, "aim", e.ID, e.Nth); err != nil {
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
	return p.click(at.point)
}

func (p *BrowserPage) fill(e Element, text string) error {
	var focused bool
	if err := call(p, &focused, "select", e.ID, e.Nth); err != nil {
		return err
	}
	if !focused {
		return fmt.Errorf("%s does not take the focus", e.ID)
	}
	if text == "" {
		return p.key(nil, "Delete")
	}
	return p.insert(text)
}

// caret puts the caret before a text, and waits until the page has been told.
func (p *BrowserPage) caret(e Element, text string) error {
	var done bool
	err := call(p, &done, "caret", e.ID, e.Nth, text)
	if err == nil && !done {
		err = fmt.Errorf("%s has no %q", e.ID, text)
	}
	return err
}

// Key presses one key by its name.
func (p *BrowserPage) Key(name string, modifiers ...input.Modifier) error {
	names := map[input.Modifier]string{input.ModifierAlt: "Alt", input.ModifierCtrl: "Ctrl", input.ModifierShift: "Shift"}
	var held []string
	for _, m := range modifiers {
		held = append(held, names[m])
	}
	return p.key(held, name)
}

// Drop drops a file on the page.
func (p *BrowserPage) Drop(text string) error {
	if err := p.drop(text, point{width / 2, height / 2}); err != nil {
		return err
	}
	return p.Settle()
}

// Reload loads the page again.
func (p *BrowserPage) Reload() error {
	if err := p.reload(); err != nil {
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
	next, err := p.another(link)
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
func (p *BrowserPage) Faults() []string {
	faults := p.watch.faults
	if err := p.drain(); err != nil {
		return append(faults(), "the page does not say what it did: "+err.Error())
	}
	return faults()
}
