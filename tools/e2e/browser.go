package e2e

import (
	"context"
	"fmt"
	"io/fs"
	"net/http/httptest"
	"os"
	"os/exec"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"

	"toolyard/tools/serve/static"
)

// Browser is one Chromium. Every page that is opened in it has a profile of its
// own.
type Browser struct {
	ctx   context.Context
	close func()
}

// NewBrowser starts Chromium, with further flags where there are any. Its error
// says what to install.
func NewBrowser(flags ...chromedp.ExecAllocatorOption) (*Browser, error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.Flag("disable-gpu", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("accept-lang", "en-US"),
		chromedp.WindowSize(width, height),
	)
	options = append(options, flags...)
	if os.Getuid() == 0 {
		options = append(options, chromedp.NoSandbox) // Chromium's own sandbox refuses root
	}
	allocator, end := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocator)
	if err := chromedp.Run(ctx); err != nil {
		end()
		return nil, fmt.Errorf("e2e: no Chromium starts; tools/chromium.sh installs one or says how to: %w", err)
	}
	return &Browser{ctx: ctx, close: func() { cancel(); end() }}, nil
}

// profile opens an empty tab in a profile of its own, and returns what ends
// both. The tab has a window of its own: without one Chromium opens none there.
func (b *Browser) profile() (context.Context, func(), error) {
	browser := cdp.WithExecutor(b.ctx, chromedp.FromContext(b.ctx).Browser)
	profile, err := target.CreateBrowserContext().Do(browser)
	if err != nil {
		return nil, nil, err
	}
	tab, err := target.CreateTarget("about:blank").WithBrowserContextID(profile).WithNewWindow(true).
		WithWidth(width).WithHeight(height).Do(browser)
	if err != nil {
		return nil, nil, err
	}
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithTargetID(tab))
	return ctx, func() {
		cancel()
		target.DisposeBrowserContext(profile).Do(browser)
	}, nil
}

// The screen of a page, in CSS pixels, unless a test says otherwise.
const (
	width  = 1440
	height = 900
)

// Close ends Chromium.
func (b *Browser) Close() { b.close() }

// Build writes the site to a folder: a developer's build, which is made in
// seconds. Tools is the path of the folder tools.
func Build(tools, dir string) error {
	command := exec.Command("go", "run", "./site", "-dev", "-o", dir)
	command.Dir = tools
	if output, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("e2e: the site can't be built: %w\n%s", err, output)
	}
	return nil
}

// Serve serves a built site at http://127.0.0.1:PORT + base.
func Serve(files fs.FS, base string) (*httptest.Server, error) {
	site, err := static.New(files, base)
	if err != nil {
		return nil, err
	}
	return httptest.NewServer(site), nil
}
