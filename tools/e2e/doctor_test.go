package e2e

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"

	cdp "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"

	"toolyard/app/play"
	"toolyard/tools/serve/static"
)

// ward is a second Chromium, for pages that are not from this machine as far as
// it can tell.
type ward struct {
	browser  *Browser
	local    string // the site on this machine
	foreign  string // the same under a name of its own
	public   string // over https, from a public address
	insecure string // over http, from a public address
}

func newWard(t *testing.T) ward {
	site, err := static.New(os.DirFS(builtFolder(t)), "/")
	if err != nil {
		t.Fatal(err)
	}
	at := func(s *httptest.Server, scheme, name string) string {
		t.Cleanup(s.Close)
		return scheme + "://" + name + ":" + portOf(s.URL) + "/"
	}
	plain, secure, insecure := httptest.NewServer(site), httptest.NewTLSServer(site), httptest.NewServer(site)
	w := ward{local: plain.URL + "/", foreign: at(plain, "http", "foreign.test"),
		public: at(secure, "https", "public.test"), insecure: at(insecure, "http", "public.test")}
	w.browser, err = NewBrowser(
		chromedp.Flag("host-resolver-rules", "MAP *.invalid ~NOTFOUND, MAP gone.llm.com ~NOTFOUND, MAP api.opanai.com ~NOTFOUND, "+
			"MAP *.test 127.0.0.1, MAP api.llm.com 127.0.0.1"),
		chromedp.Flag("ignore-certificate-errors", true),
		chromedp.Flag("ip-address-space-overrides", "127.0.0.1:"+portOf(secure.URL)+"=public,127.0.0.1:"+portOf(insecure.URL)+"=public"),
	)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.browser.Close)
	return w
}

func portOf(address string) string {
	u, _ := url.Parse(address)
	return u.Port()
}

// onStage is a page on a stage, which closes both with the test.
func onStage(t *testing.T, b *Browser, address string) *Stage {
	t.Helper()
	p, err := b.Open(address, Opening{})
	if err != nil {
		t.Fatal(err)
	}
	s := staged(t, p)
	if err := s.run("press setup-open", "choose preset custom", "fill model m", "press setup-done"); err != nil {
		t.Fatal(err)
	}
	return s
}

const doctorKey = "sk-doctor-4711"

// fails sends a message to an endpoint, in a conversation of its own.
func fails(t *testing.T, s *Stage, endpoint string) {
	t.Helper()
	err := s.run("press setup-open", "fill base-url "+endpoint, "fill api-key "+doctorKey, "press setup-done",
		"fill prompt Hello", "press send", "wait failed", "lacks diagnosis")
	if err != nil {
		t.Fatal(err)
	}
}

// examined has the doctor say why a message to an endpoint failed, and returns
// its sentence.
func examined(t *testing.T, s *Stage, endpoint, want string) string {
	t.Helper()
	if found, _ := s.Page.Look("conversation-new"); len(found) > 0 {
		if err := s.run("press conversation-new"); err != nil {
			t.Fatal(err)
		}
	}
	fails(t, s, endpoint)
	if err := s.run("press doctor", "shows diagnosis"); err != nil {
		t.Fatal(err)
	}
	p := s.Page.(*BrowserPage)
	id := js[string](t, p, `document.querySelector("[data-testid=diagnosis]").dataset.diagnosis`)
	if id != want {
		t.Errorf("the doctor says %s, want %s", id, want)
		for _, e := range js[[]string](t, p, `[...document.querySelectorAll("[data-testid=evidence] li")].map(e => e.textContent)`) {
			t.Log(e)
		}
	}
	return js[string](t, p, `document.querySelector("[data-testid=diagnosis]").textContent`)
}

// harmless checks what the doctor sent: everything but the person's completion.
func harmless(t *testing.T, s *standIn) {
	t.Helper()
	posts := 0
	for _, r := range s.received() {
		if r.Method == http.MethodPost {
			posts++
			continue
		}
		own := r.Method == http.MethodOptions && strings.Contains(r.Path, "/chat/completions")
		if r.Body != "" || r.Header.Get("Authorization") != "" || r.Header.Get("Cookie") != "" || strings.Contains(r.Path, "?") && !own {
			t.Errorf("a probe carried more than a question: %s %s", r.Method, r.Path)
		}
	}
	if posts > 1 {
		t.Errorf("%d completions were sent, want the person's own", posts)
	}
}

// TestDoctor provokes each diagnosis of CORS and paths by a server that behaves so.
func TestDoctor(t *testing.T) {
	s := onStage(t, theBrowser(t), builtSite(t))
	for _, c := range []struct {
		name   string
		behave http.HandlerFunc
		base   string
		want   string
		says   string
	}{
		{"no CORS", models, "/v1", "cors-none", "Access-Control-Allow-Origin"},
		{"errors lack the header", forgetful, "/v1", "cors-errors", "Access-Control-Allow-Origin"},
		{"one header is missing", admitting("content-type", models), "/v1?key=secret", "cors-header", "Authorization"},
		{"another header is missing", admitting("authorization", models), "/v1", "cors-header", "Content-Type"},
		{"preflights are refused", admitting("", models), "/v1", "cors-preflight", "Authorization"},
		{"completions alone lack it", partly, "/v1", "cors-path", "/v1/chat/completions"},
		{"one answer lacked it", once, "/v1", "passing", ""},
		{"a proxy's page", admitting("*, authorization", proxyPage), "/v1", "html", "Sign in – Acme"},
		{"another path", admitting("*, authorization", elsewhere), "/llm", "path", "/api/v1"},
		{"no such path", admitting("*, authorization", http.NotFound), "/llm", "path", ""},
		{"models alone", admitting("*, authorization", proxied), "/v1", "no-completions", "/v1/chat/completions"},
		{"a redirect", admitting("*, authorization", redirecting), "/v1", "redirect", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			server := stand(t, c.behave)
			if text := examined(t, s, server.URL+c.base, c.want); !strings.Contains(text, c.says) {
				t.Errorf("%q does not name %q", text, c.says)
			}
			harmless(t, server)
		})
	}
	checkKey(t, s.Page.(*BrowserPage), doctorKey, play.InMemory)
}

// TestDoctorLetsOneAPIThrough: where CORS is right, errors come through as they are.
func TestDoctorLetsOneAPIThrough(t *testing.T) {
	s := onStage(t, theBrowser(t), builtSite(t))
	fails(t, s, stand(t, oneAPI).URL+"/v1")
	if err := s.run("shows error[kind=key][status=401]", "lacks doctor"); err != nil {
		t.Error(err)
	}
}

// TestDoctorAbroad provokes what depends on where the page is from, and what
// fails before any server says a word.
func TestDoctorAbroad(t *testing.T) {
	closed, err := closedPort()
	if err != nil {
		t.Fatal(err)
	}
	w := newWard(t)
	local, of := stand(t, admitting("*, authorization", models)).URL+"/v1", stand(t, ollama).URL+"/v1"
	type visit struct{ endpoint, want, says string }
	for _, c := range []struct {
		name, page string
		before     func(*testing.T, *BrowserPage)
		visits     []visit
	}{
		{"this machine", w.local, nil, []visit{
			{"http://" + closed + "/v1", "closed", closed},
			{strings.Replace(local, "http:", "https:", 1), "closed", ""},
			{"http://127.0.0.1:6000/v1", "port", "6000"},
			{silent(t) + "/v1", "timeout", ""},
			{"https://llm.invalid/v1", "name", "llm.invalid"},
			{"https://api.opanai.com/v1", "name", "api.openai.com"},
			{"https://gone.llm.com/v1", "unreachable", "gone.llm.com"},
		}},
		{"another site", w.foreign, nil, []visit{{of, "cors-none", "http://foreign.test"}}},
		{"a public site", w.public, nil, []visit{
			{"http://api.llm.com:" + portOf(local) + "/v1", "mixed", "https"},
			{local, "local-denied", ""}, // without a screen the browser asks nobody, and takes that as a no
		}},
		{"dismissed by the person", w.public, answering(cdp.PermissionSettingPrompt), []visit{{local, "local-prompt", ""}}},
		{"refused by the person", w.public, answering(cdp.PermissionSettingDenied), []visit{{local, "local-denied", ""}}},
		{"allowed by the person", w.public, answering(cdp.PermissionSettingGranted), []visit{
			{of, "cors-none", "https://public.test"},
			{"http://" + closed + "/v1", "closed", closed},
		}},
		{"a public site over http", w.insecure, nil, []visit{{local, "local-insecure", ""}}},
		{"no network", w.foreign, unplug, []visit{{"https://api.llm.com/v1", "offline", ""}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := onStage(t, w.browser, c.page)
			if c.before != nil {
				c.before(t, s.Page.(*BrowserPage))
			}
			for _, v := range c.visits {
				if text := examined(t, s, v.endpoint, v.want); !strings.Contains(text, v.says) {
					t.Errorf("%q does not name %q", text, v.says)
				}
			}
		})
	}
}

// answering gives the person's answer to the browser's question about this device.
func answering(answer cdp.PermissionSetting) func(*testing.T, *BrowserPage) {
	return func(t *testing.T, p *BrowserPage) {
		origin := js[string](t, p, "location.origin")
		err := chromedp.Run(p.ctx, chromedp.ActionFunc(func(ctx context.Context) error {
			tab, err := target.GetTargetInfo().Do(ctx)
			if err != nil {
				return err
			}
			loopback := &cdp.PermissionDescriptor{Name: "loopback-network"}
			return cdp.SetPermission(loopback, answer).WithOrigin(origin).WithBrowserContextID(tab.BrowserContextID).Do(ctx)
		}))
		if err != nil {
			t.Fatal(err)
		}
	}
}

// unplug takes the network away.
func unplug(t *testing.T, p *BrowserPage) {
	if err := chromedp.Run(p.ctx, network.EmulateNetworkConditions(true, 0, -1, -1)); err != nil {
		t.Fatal(err)
	}
}
