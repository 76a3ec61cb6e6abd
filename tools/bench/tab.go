package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// The screen, in CSS pixels.
const (
	width  = 1440
	height = 900
)

// drawn is how long an effect may take; patience is that of a page.
const (
	drawn    = 30 * time.Second
	patience = 60 * time.Second
)

//go:embed probe.js
var probe string

// chromium is the browser that everything is measured in.
type chromium struct {
	ctx     context.Context
	close   func()
	version string
}

func startChromium() (*chromium, error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.Flag("disable-gpu", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("accept-lang", "en-US"),
		chromedp.WindowSize(width, height),
	)
	if os.Getuid() == 0 {
		options = append(options, chromedp.NoSandbox) // Chromium's own sandbox refuses root
	}
	allocator, end := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocator)
	c := &chromium{ctx: ctx, close: func() { cancel(); end() }}
	err := chromedp.Run(ctx, chromedp.ActionFunc(func(ctx context.Context) (err error) {
		_, c.version, _, _, _, err = browser.GetVersion().Do(ctx)
		return err
	}))
	if err != nil {
		end()
		return nil, fmt.Errorf("bench: no Chromium starts; tools/chromium.sh installs one or says how to: %w", err)
	}
	return c, nil
}

// tab is one page in a profile of its own.
type tab struct {
	ctx   context.Context
	close func()
}

// open opens an empty tab in which the stopwatch and these scripts run before
// those of a page.
func (c *chromium) open(scripts ...string) (*tab, error) {
	return c.openBare(append([]string{probe}, scripts...)...)
}

// openBare opens an empty tab without the stopwatch.
func (c *chromium) openBare(scripts ...string) (*tab, error) {
	executor := cdp.WithExecutor(c.ctx, chromedp.FromContext(c.ctx).Browser)
	profile, err := target.CreateBrowserContext().Do(executor)
	if err != nil {
		return nil, err
	}
	id, err := target.CreateTarget("about:blank").WithBrowserContextID(profile).WithNewWindow(true).
		WithWidth(width).WithHeight(height).Do(executor)
	if err != nil {
		return nil, err
	}
	ctx, cancel := chromedp.NewContext(c.ctx, chromedp.WithTargetID(id))
	t := &tab{ctx: ctx, close: func() {
		cancel()
		target.DisposeBrowserContext(profile).Do(executor)
	}}
	script := strings.Join(scripts, "\n")
	return t, chromedp.Run(ctx,
		emulation.SetFocusEmulationEnabled(true),
		emulation.SetDeviceMetricsOverride(width, height, 1, false),
		chromedp.ActionFunc(func(ctx context.Context) error {
			_, err := page.AddScriptToEvaluateOnNewDocument(script).Do(ctx)
			return err
		}),
	)
}

// run performs actions of the debugger.
func (t *tab) run(actions ...chromedp.Action) error {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, actions...)
}

// call calls a function of the page by its name, waits for what it promises,
// and reads its value.
func (t *tab) call(value any, function string, arguments ...any) error {
	texts := make([]string, len(arguments))
	for i, a := range arguments {
		text, err := json.Marshal(a)
		if err != nil {
			return err
		}
		texts[i] = string(text)
	}
	await := func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
	err := t.run(chromedp.Evaluate(function+"("+strings.Join(texts, ",")+")", value, await))
	if errors.Is(err, context.DeadlineExceeded) {
		err = fmt.Errorf("%s: no answer within %v", function, patience)
	}
	return err
}

// until waits until a function of the page is true.
func (t *tab) until(function string, arguments ...any) error {
	for end := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		var is bool
		err := t.call(&is, function, arguments...)
		if is || time.Now().After(end) {
			if err == nil && !is {
				err = fmt.Errorf("%s%v: not within %v", function, arguments, patience)
			}
			return err
		}
	}
}

// point is a place on the screen.
type point struct{ X, Y float64 }

// errMissing says that something to press is not on the page.
var errMissing = errors.New("not found on the page")

// point asks the page for a place. Its error is errMissing where there is none.
func (t *tab) point(kind string, of ...any) (point, error) {
	var at *point
	if err := t.call(&at, "views.point", append([]any{kind}, of...)...); err != nil {
		return point{}, err
	}
	if at == nil {
		return point{}, fmt.Errorf("%s %v: %w", kind, of, errMissing)
	}
	return *at, nil
}

// held is for how long a person holds a button of the mouse down. What pressing it
// draws is over by then.
const held = 60 * time.Millisecond

// click presses the left button of the mouse and lets it go.
func (t *tab) click(at point) error {
	event := func(kind input.MouseType) *input.DispatchMouseEventParams {
		return input.DispatchMouseEvent(kind, at.X, at.Y).WithButton(input.Left).WithClickCount(1)
	}
	return t.run(input.DispatchMouseEvent(input.MouseMoved, at.X, at.Y), event(input.MousePressed), chromedp.Sleep(held), event(input.MouseReleased))
}

// codes are the virtual key codes of the keys that are pressed by name.
var codes = map[string]int64{"Backspace": 8, "Enter": 13, "Escape": 27, "End": 35, "ArrowUp": 38, "ArrowDown": 40, "x": 88, "z": 90}

// key presses a key by its name, and lets it go.
func (t *tab) key(name string, modifiers input.Modifier) error {
	event := func(kind input.KeyType) *input.DispatchKeyEventParams {
		e := input.DispatchKeyEvent(kind).WithKey(name).WithCode(name).WithWindowsVirtualKeyCode(codes[name]).WithModifiers(modifiers)
		if len(name) == 1 {
			e = e.WithCode("Key" + strings.ToUpper(name))
		}
		return e
	}
	down := event(input.KeyRawDown)
	if len(name) == 1 && modifiers == 0 {
		down = event(input.KeyDown).WithText(name)
	}
	return t.run(down, event(input.KeyUp))
}
