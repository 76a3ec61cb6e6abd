package e2e

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"

	"toolyard/app/play"
	"toolyard/tools/serve/static"
	"toolyard/tools/site/policy"
)

// documentation is a page of another origin with a frame in it, as the share
// dialog gives it, and opens a browser on it. What it returns evaluates in the
// frame.
func documentation(t *testing.T, origin, snippet string) (*BrowserPage, func(expression string, value any) error) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `<!doctype html><title>Docs</title><p data-testid="app" data-ready="true">Docs</p>`+snippet)
	}))
	t.Cleanup(server.Close)
	p, err := theBrowser(t).Open(server.URL, Opening{}) // not on the site: that would keep its language
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	contexts := make(chan runtime.ExecutionContextID, 50)
	chromedp.ListenTarget(p.ctx, func(e any) {
		created, ok := e.(*runtime.EventExecutionContextCreated)
		if ok && created.Context.Origin == origin {
			contexts <- created.Context.ID
		}
	})
	if err := p.navigate(server.URL); err != nil {
		t.Fatal(err)
	}
	frame := <-contexts
	return p, func(expression string, value any) error {
		for len(contexts) > 0 { // the first may be of the visit before
			frame = <-contexts
		}
		return chromedp.Run(p.ctx, chromedp.Evaluate(expression, value, func(params *runtime.EvaluateParams) *runtime.EvaluateParams {
			return params.WithContextID(frame).WithAwaitPromise(true).WithUserGesture(true)
		}))
	}
}

// inFrame waits for an expression to be true in the frame.
func inFrame(t *testing.T, eval func(string, any) error, expression string) {
	t.Helper()
	err := eventually(func() error {
		var is bool
		if err := eval("!!("+expression+")", &is); err != nil {
			return err
		}
		if !is {
			return fmt.Errorf("not so: %s", expression)
		}
		return nil
	})
	if err != nil {
		var text string
		_ = eval("document.body.innerText.slice(0, 600)", &text)
		t.Errorf("%v\n%s", err, text)
	}
}

const theTestID = `document.querySelector("[data-testid=%s]")`

func shown(id string) string { return fmt.Sprintf(theTestID, id) }

// frameOf is the snippet of the share dialog for a link, of either kind.
func frameOf(t *testing.T, fragment string, frame play.Frame) string {
	t.Helper()
	m := play.New("en")
	m, _ = play.Update(m, play.LinkOpened{Fragment: fragment})
	m, _ = play.Update(m, play.OfferAccepted{})
	m.View.Address, m.View.Embed = builtSite(t), frame
	return m.ShareText("embed")
}

// TestEmbedded holds a frame in a page of another origin to what it may do.
func TestEmbedded(t *testing.T) {
	t.Parallel()
	link := linkOf(t, fileOf(`"title":"Weather","endpoint":{"url":"https://llm.test/v1","model":"m"},"system":"Be brief.",`+
		`"prompt":"What is the weather in Oslo?","tools":[{"name":"get_weather","description":"<b>Now</b>","parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}]`))
	t.Run("read", func(t *testing.T) {
		p, eval := documentation(t, originOf(builtSite(t)), frameOf(t, link, play.ReadOnly))
		inFrame(t, eval, shown("app")+`?.dataset.ready && `+shown("app")+`.dataset.frame === "read"`)
		inFrame(t, eval, shown("tool")+`.textContent.includes("<b>Now</b>") && `+shown("framed-parameters")+`.textContent.includes("city")`)
		inFrame(t, eval, `[...document.querySelectorAll("[data-testid=message-text]")].some((m) => m.textContent.includes("Oslo"))`)
		inFrame(t, eval, `!document.querySelector("input, textarea, select, [data-testid=setup-open], [data-testid=share-open], [data-testid=offer]")`)
		checkQuiet(t, p, eval)
	})
	t.Run("run", func(t *testing.T) {
		p, eval := documentation(t, originOf(builtSite(t)), frameOf(t, link, play.Runnable))
		inFrame(t, eval, shown("app")+`?.dataset.ready && `+shown("app")+`.dataset.frame === "run"`)
		inFrame(t, eval, shown("send")+`.click() ?? true`)
		inFrame(t, eval, shown("app")+`.dataset.run === "waiting" && `+shown("tool-call"))
		inFrame(t, eval, `!document.querySelector("[data-testid=api-key], [data-testid=setup-open], [data-testid=use-real]")`)
		checkQuiet(t, p, eval)
		opensInFull(t, p, eval, link)
	})
}

// checkQuiet: a frame keeps nothing, and speaks to nobody but its own site.
func checkQuiet(t *testing.T, p *BrowserPage, eval func(string, any) error) {
	t.Helper()
	var kept string
	if err := eval(stored, &kept); err != nil || strings.ReplaceAll(kept, "\n", "") != "{}{}" {
		t.Errorf("the frame keeps %s, %v", kept, err)
	}
	var workers int
	if err := eval(`navigator.serviceWorker.getRegistrations().then((all) => all.length)`, &workers); err != nil || workers > 0 {
		t.Errorf("the frame has %d workers, %v", workers, err)
	}
	for _, origin := range p.watch.spokenTo() {
		if !strings.HasPrefix(origin, "http://127.0.0.1:") {
			t.Errorf("the page spoke to %s", origin)
		}
	}
}

// opensInFull presses the button, and looks at the tab that leaves the sandbox.
func opensInFull(t *testing.T, p *BrowserPage, eval func(string, any) error, link string) {
	t.Helper()
	whole := builtSite(t) + "#" + link
	inFrame(t, eval, shown("embed-open")+`.href === "`+whole+`" && (`+shown("embed-open")+`.click() ?? true)`)
	err := eventually(func() error {
		tabs, err := chromedp.Targets(p.ctx)
		if err == nil && !slices.ContainsFunc(tabs, func(tab *target.Info) bool { return tab.URL == whole && tab.Title == "Toolyard" }) {
			err = errors.New("no tab shows the site with this link")
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestWholePageInAFrame: a server that reads the query refuses it; where one
// can't, the page is embedded all the same.
func TestWholePageInAFrame(t *testing.T) {
	t.Parallel()
	response, err := http.Get(builtSite(t))
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if policy := response.Header.Get("Content-Security-Policy"); !strings.Contains(policy, "frame-ancestors 'none'") {
		t.Errorf("the policy is %s", policy)
	}
	files, err := static.New(os.DirFS(builtFolder(t)), "/")
	if err != nil {
		t.Fatal(err)
	}
	careless := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		files.ServeHTTP(anyFrame{w}, r)
	}))
	t.Cleanup(careless.Close)
	p, eval := documentation(t, careless.URL, `<iframe width="900" height="500" src="`+careless.URL+`/?fresh"></iframe>`)
	inFrame(t, eval, shown("app")+`?.dataset.ready && `+shown("app")+`.dataset.frame === "read"`)
	checkQuiet(t, p, eval)
}

// anyFrame is the answer of a host that sends one policy for all addresses.
type anyFrame struct{ http.ResponseWriter }

func (w anyFrame) WriteHeader(status int) {
	w.Header().Set("Content-Security-Policy", policy.Content)
	w.ResponseWriter.WriteHeader(status)
}
