package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// This file holds the page to losing nothing: tabs that end, two at a time, a
// full disk, damaged records, files from one profile to another.

// second opens another tab in the profile of a page.
func (p *BrowserPage) second(t *testing.T) *BrowserPage {
	t.Helper()
	c := chromedp.FromContext(p.ctx)
	executor := cdp.WithExecutor(p.ctx, c.Browser)
	info, err := target.GetTargetInfo().WithTargetID(c.Target.TargetID).Do(executor)
	if err != nil {
		t.Fatal(err)
	}
	tab, err := target.CreateTarget("about:blank").WithBrowserContextID(info.BrowserContextID).WithNewWindow(true).
		WithWidth(width).WithHeight(height).Do(executor)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(p.browser.ctx, chromedp.WithTargetID(tab))
	q := &BrowserPage{tab: chromium{ctx, cancel}, browser: p.browser, address: p.address, ctx: ctx, watch: &watch{site: originOf(p.address)}}
	t.Cleanup(q.Close)
	chromedp.ListenTarget(ctx, q.watch.see)
	if err := chromedp.Run(ctx, chromedp.ActionFunc(q.watch.start), emulation.SetFocusEmulationEnabled(true),
		emulation.SetDeviceMetricsOverride(width, height, 1, false)); err != nil {
		t.Fatal(err)
	}
	if err := q.navigate(p.address); err != nil {
		t.Fatal(err)
	}
	if err := q.ready(); err != nil {
		t.Fatal(err)
	}
	return q
}

// keeps waits until a page has stored a text.
func (p *BrowserPage) keeps(t *testing.T, text string) {
	t.Helper()
	if err := eventually(func() error {
		if got := js[string](t, p, stored); !strings.Contains(got, text) {
			return fmt.Errorf("%q is not stored", text)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// downloads makes a page save its downloads in a folder.
func (p *BrowserPage) downloads(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	c := chromedp.FromContext(p.ctx)
	executor := cdp.WithExecutor(p.ctx, c.Browser)
	info, err := target.GetTargetInfo().WithTargetID(c.Target.TargetID).Do(executor)
	if err != nil {
		t.Fatal(err)
	}
	if err := browser.SetDownloadBehavior(browser.SetDownloadBehaviorBehaviorAllow).
		WithBrowserContextID(info.BrowserContextID).WithDownloadPath(dir).Do(executor); err != nil {
		t.Fatal(err)
	}
	return dir
}

// file waits for the one file of a folder, and reads it.
func file(t *testing.T, dir string) (path, text string) {
	t.Helper()
	if err := eventually(func() error {
		found, err := filepath.Glob(dir + "/*.*")
		if err != nil || len(found) != 1 || strings.HasSuffix(found[0], ".crdownload") {
			return fmt.Errorf("the files are %q, %v", found, err)
		}
		content, err := os.ReadFile(found[0])
		path, text = found[0], string(content)
		if len(text) == 0 {
			return fmt.Errorf("%s is empty", path)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return path, text
}

// choose chooses a file in the page.
func (p *BrowserPage) choose(t *testing.T, path string) {
	t.Helper()
	if err := chromedp.Run(p.ctx, chromedp.SetUploadFiles(`[data-testid=file-import]`, []string{path}, chromedp.ByQuery)); err != nil {
		t.Fatal(err)
	}
	if err := p.Settle(); err != nil {
		t.Fatal(err)
	}
}

// TestKilledTab ends a tab in the middle of an edit, as a person and as a crash do.
func TestKilledTab(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]chromedp.ActionFunc{
		"closed":  func(ctx context.Context) error { return cdppage.Close().Do(ctx) },
		"crashed": func(ctx context.Context) error { go cdppage.Crash().Do(ctx); return nil },
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t, Opening{})
			q := p.second(t)
			enactOn(t, q, "press tool-add", "fill tool-name half_typ", "fill prompt In the middle of")
			if name == "crashed" {
				q.keeps(t, "In the middle of") // what was typed longer ago than a pause
			}
			if err := chromedp.Run(q.ctx, end); err != nil {
				t.Fatal(err)
			}
			if err := eventually(func() error {
				if err := p.Reload(); err != nil {
					return err
				}
				prompt, err := p.Look("prompt")
				if err == nil && prompt[0].Text != "In the middle of" {
					err = fmt.Errorf("the prompt is %q", prompt[0].Text)
				}
				return err
			}); err != nil {
				t.Error(err)
			}
			enactOn(t, p, "shows tool[name=half_typ]")
		})
	}
}

// TestTwoTabs: neither tab writes over the other, and each can go either way.
func TestTwoTabs(t *testing.T) {
	t.Parallel()
	a := open(t, Opening{})
	enactOn(t, a, "fill system Of both.")
	a.keeps(t, "Of both.")
	b := a.second(t)
	enactOn(t, b, "is system Of both.")
	enactOn(t, a, "fill system Of a.")
	enactOn(t, b, "shows elsewhere[apart=false]", "fill system Of b.", "shows elsewhere[apart=true]")
	b.keeps(t, "Of b.")
	if err := b.Reload(); err != nil {
		t.Fatal(err)
	}
	enactOn(t, b, "is system Of b.")
	if err := a.Reload(); err != nil {
		t.Fatal(err)
	}
	enactOn(t, a, "is system Of a.", "lacks elsewhere", "press history-open", "shows history-item[why=tab]", "press dialog-close")

	c := a.second(t)
	enactOn(t, a, "fill system Of a, once more.")
	enactOn(t, c, "shows elsewhere", "press elsewhere-take", "is system Of a, once more.", "lacks elsewhere", "fill system Of c.")
	enactOn(t, a, "shows elsewhere", "press elsewhere-keep", "lacks elsewhere", "fill system Of a, on its own.")
	c.keeps(t, "Of a, on its own.")
	for page, want := range map[*BrowserPage]string{a: "Of a, on its own.", b: "Of b.", c: "Of c."} {
		if err := page.Reload(); err != nil {
			t.Fatal(err)
		}
		enactOn(t, page, "is system "+want)
		faultless(t, page)
	}
}

// TestFullDisk has the browser grant no more room: the page says so, goes on,
// and offers the file; once there is room, all is kept.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	p := open(t, Opening{})
	site, err := Serve(os.DirFS(builtFolder(t)), "/")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(site.Close)
	origin := site.URL // that the browser has granted nothing yet: what it has, it remembers
	quota := func(override bool) {
		t.Helper()
		if err := chromedp.Run(p.ctx, chromedp.ActionFunc(func(ctx context.Context) error {
			o := storage.OverrideQuotaForOrigin(origin)
			if override {
				o = o.WithQuotaSize(1)
			}
			return o.Do(ctx)
		})); err != nil {
			t.Fatal(err)
		}
	}
	quota(true)
	if p.address = origin + "/"; p.navigate(p.address) != nil || p.ready() != nil {
		t.Fatal("the page did not open")
	}
	enactOn(t, p, "fill system Kept in memory.", "shows notice[kind=store-full]", "fill prompt It goes on.", "is system Kept in memory.")
	dir := p.downloads(t)
	enactOn(t, p, "press notice-file")
	if _, text := file(t, dir); !strings.Contains(text, "Kept in memory.") {
		t.Errorf("the file is %s", text)
	}
	quota(false)
	enactOn(t, p, "fill prompt There is room.", "lacks notice[kind=store-full]")
	if err := p.Reload(); err != nil {
		t.Fatal(err)
	}
	enactOn(t, p, "is system Kept in memory.", "is prompt There is room.")
}

// put writes a value into the page's database.
const put = `((key, value) => new Promise((done, fail) => {
	const opening = indexedDB.open("toolyard");
	opening.onsuccess = () => {
		const writing = opening.result.transaction("kv", "readwrite");
		writing.objectStore("kv").put(value, key);
		writing.oncomplete = () => { opening.result.close(); done(true); };
		writing.onerror = fail;
	};
}))`

// TestDamagedRecord: what can't be read is kept as it is and offered, and the
// page goes on.
func TestDamagedRecord(t *testing.T) {
	t.Parallel()
	for name, value := range map[string]string{"cut": `'{"toolyard":1,"system":"cut sh'`, "foreign": `'[1, 2]'`, "no text": `({a: 1})`} {
		t.Run(name, func(t *testing.T) {
			p := open(t, Opening{})
			enactOn(t, p, "fill system Mine.")
			p.keeps(t, "Mine.")
			js[bool](t, p, put+`("playground", `+value+`)`)
			js[bool](t, p, put+`("wire", "{")`)
			if err := p.Reload(); err != nil {
				t.Fatal(err)
			}
			dir := p.downloads(t)
			enactOn(t, p, "shows notice[kind=kept-unreadable]", "press notice-unreadable")
			if _, text := file(t, dir); name == "cut" && text != `{"toolyard":1,"system":"cut sh` || name == "foreign" && text != "[1, 2]" {
				t.Errorf("the file is %q", text)
			}
			enactOn(t, p, "fill system Onwards.", "press history-open", "counts 2 history-item[why=damaged]")
			p.keeps(t, "Onwards.")
			if err := p.Reload(); err != nil {
				t.Fatal(err)
			}
			enactOn(t, p, "is system Onwards.", "lacks notice[kind=kept-unreadable]")
			faultless(t, p)
		})
	}
}

// TestFileToAnotherProfile saves a playground and the whole history in one
// profile and opens both in another: by the button, and as the system does.
func TestFileToAnotherProfile(t *testing.T) {
	t.Parallel()
	p := open(t, Opening{})
	enactOn(t, p, "fill system Round trip.", "tool get_rain\n  {\"type\": \"object\",   \"properties\": {\"n\": {\"const\": 1.50}}}",
		"press send", "wait waiting", "fill tool-result[1] half a result", "press history-open",
		"fill history-name All of it", "press history-keep", "counts 1 history-item")
	dir := p.downloads(t)
	enactOn(t, p, "press file-export")
	one, text := file(t, dir)
	dir = p.downloads(t)
	enactOn(t, p, "press history-export")
	many, _ := file(t, dir)

	other := open(t, Opening{})
	enactOn(t, other, "press import-open")
	other.choose(t, one)
	enactOn(t, other, "lacks tool[name=get_rain]", "press import-take", "shows tool[name=get_rain]", "is system Round trip.", "press history-open")
	dir = other.downloads(t)
	enactOn(t, other, "press file-export")
	if _, again := file(t, dir); again != text {
		t.Errorf("the file was\n%s\nand is\n%s", text, again)
	}
	content, err := os.ReadFile(many)
	if err != nil {
		t.Fatal(err)
	}
	launched := open(t, Opening{Before: `
		const handed = new File([` + quoted(t, string(content)) + `], "history.toolyard.json");
		Object.defineProperty(window, "launchQueue", {value: {setConsumer(f) { setTimeout(() => f({files: [{getFile: async () => handed}]}), 2000); }}});`})
	enactOn(t, launched, "counts 1 import-playground", "press import-keep", "is history-item>history-item-name All of it",
		"press history-restore", "shows tool[name=get_rain]", "press history-open")
	dir = launched.downloads(t)
	enactOn(t, launched, "press file-export")
	if _, again := file(t, dir); again != text {
		t.Errorf("the file was\n%s\nand is\n%s", text, again)
	}
	faultless(t, launched)
	faultless(t, other)
}

// quoted is a text in JavaScript.
func quoted(t *testing.T, text string) string {
	t.Helper()
	quoted, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	return string(quoted)
}
