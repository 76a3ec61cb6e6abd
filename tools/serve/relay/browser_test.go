package relay

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// foreign is a name that the browser is made to find at 127.0.0.1, as a page
// does whose own name server answers so.
const foreign = "rebound.example"

// script is what a page does with a relay. The page of this server is answered;
// others are refused, or never get through.
const script = `(async () => {
	const relay = %q;
	const ask = await fetch(relay, {headers: {"Toolyard-Relay": "ask"}, cache: "no-store"});
	const offer = await ask.json();
	if (ask.status !== 200) return offer.toolyard_relay.rule;
	const began = performance.now(), answer = await fetch(relay, {method: "POST", body: "{}", headers: {
		"Toolyard-Relay-To": "http://" + offer.hosts[0] + "/v1/chat/completions", "Toolyard-Relay-Method": "POST", "Toolyard-Relay-Token": offer.token,
		"Content-Type": "application/json", "Authorization": "Bearer not a key"}});
	const reader = answer.body.getReader(), first = await reader.read();
	const text = new TextDecoder().decode(first.value);
	await reader.cancel();
	return [answer.status, answer.headers.get("Toolyard-Relay"), answer.headers.get("X-Request-Id"), text.trim()].join(" ");
})().catch((e) => e.name)`

// form posts without a preflight, into a frame of its own.
const form = `(() => {
	document.body.innerHTML = '<iframe name="f"></iframe><form method="post" target="f" action="%s"></form>';
	document.querySelector("form").submit();
	return "sent";
})()`

// TestInBrowser holds the gate against what a real browser sends.
func TestInBrowser(t *testing.T) {
	left := make(chan struct{})
	address := upstream(t, func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		for _, name := range []string{"Origin", "Referer", "Cookie", "Sec-Fetch-Site", "Sec-Ch-Ua", "Accept-Language"} {
			if r.Header.Get(name) != "" {
				t.Errorf("the upstream is given %s: %s", name, r.Header.Get(name))
			}
		}
		w.Header().Set("X-Request-Id", "r1")
		fmt.Fprint(w, "data: 1\n\n")
		http.NewResponseController(w).Flush()
		<-r.Context().Done()
		close(left)
	})
	s := newStage(t, address, Options{})
	s.Config.Handler.(*http.ServeMux).HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		http.SetCookie(w, &http.Cookie{Name: "stays", Value: "here"})
		fmt.Fprint(w, "<!doctype html><title>page</title><body>")
	})
	other := httptest.NewServer(s.Config.Handler.(*http.ServeMux)) // the same page at another origin
	t.Cleanup(other.Close)
	rebound := strings.Replace(s.URL, "127.0.0.1", foreign, 1)
	open := browser(t)

	for _, test := range []struct{ name, page, relay, want string }{
		{"another port", other.URL, s.URL + Path, "TypeError"},
		{"another name of this machine", strings.Replace(s.URL, "127.0.0.1", "localhost", 1), s.URL + Path, "TypeError"},
		{"a rebound name", rebound, rebound + Path, "host-foreign"},
		{"a rebound name, to the relay", rebound, s.URL + Path, "TypeError"},
		{"the page", s.URL, Path, "200 upstream r1 data: 1"},
	} {
		if got := open(test.page, fmt.Sprintf(script, test.relay)); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	select {
	case <-left:
	case <-time.After(10 * time.Second):
		t.Error("the page left, and the upstream goes on")
	}
	before := s.logged.String()
	open(other.URL, fmt.Sprintf(form, s.URL+Path))
	for range 100 {
		if s.logged.String() != before {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if got := strings.TrimPrefix(s.logged.String(), before); got != "relay: - - 403\n" {
		t.Errorf("another page's form is logged as %q", got)
	}
}

// browser starts one, and returns what opens a page in it and runs a script there.
func browser(t *testing.T) func(page, script string) string {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.Flag("host-resolver-rules", "MAP "+foreign+" 127.0.0.1"))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Run(ctx); err != nil {
		t.Fatal("a Chromium is needed, see tools/chromium.sh: ", err)
	}
	ctx, stop := context.WithTimeout(ctx, time.Minute)
	t.Cleanup(stop)
	await := func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
	return func(page, script string) string {
		var got string
		if err := chromedp.Run(ctx, chromedp.Navigate(page+"/"), chromedp.Evaluate(script, &got, await)); err != nil {
			t.Fatal(page, err)
		}
		return got
	}
}
