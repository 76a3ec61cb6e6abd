package e2e

import (
	"encoding/base64"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"toolyard/app/play"
)

var given = flag.String("site", "", "a `folder` with a built site to test; without it the site is built")

// shared is what all tests of a run have in common: it is made when it is
// first asked for, and goes with the run.
var shared struct {
	browser func() (*Browser, error)
	site    func() (string, error) // its address
	folder  func() (string, error) // where it was built
}

func TestMain(m *testing.M) {
	flag.Parse()
	dir, err := os.MkdirTemp("", "toolyard-e2e-")
	if err != nil {
		panic(err)
	}
	var end []func()
	shared.browser = sync.OnceValues(func() (*Browser, error) {
		b, err := NewBrowser()
		if err == nil {
			end = append(end, b.Close)
		}
		return b, err
	})
	shared.folder = sync.OnceValues(func() (string, error) {
		if *given != "" {
			return *given, nil
		}
		at := filepath.Join(dir, "site")
		return at, Build("..", at)
	})
	shared.site = sync.OnceValues(func() (string, error) {
		at, err := shared.folder()
		if err != nil {
			return "", err
		}
		server, err := Serve(os.DirFS(at), "/")
		if err != nil {
			return "", err
		}
		end = append(end, server.Close)
		return server.URL + "/", nil
	})
	code := m.Run()
	for _, f := range end {
		f()
	}
	os.RemoveAll(dir)
	os.Exit(code)
}

// theBrowser is the one Chromium of a run. Without one a test fails: it is
// never skipped.
func theBrowser(t *testing.T) *Browser {
	t.Helper()
	b, err := shared.browser()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// builtSite is the address of the site.
func builtSite(t *testing.T) string {
	t.Helper()
	address, err := shared.site()
	if err != nil {
		t.Fatal(err)
	}
	return address
}

// builtFolder is where the site was built.
func builtFolder(t *testing.T) string {
	t.Helper()
	dir, err := shared.folder()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// open opens the site and closes it with the test.
func open(t *testing.T, o Opening) *BrowserPage {
	t.Helper()
	p, err := theBrowser(t).Open(builtSite(t), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	return p
}

// js evaluates an expression, a promise as what it resolves to.
func js[T any](t *testing.T, p *BrowserPage, expression string) T {
	t.Helper()
	var value T
	if err := p.evaluate(expression, &value); err != nil {
		t.Fatal(err)
	}
	return value
}

// staged is the stage of a page, until the test ends.
func staged(t *testing.T, p Page) *Stage {
	t.Helper()
	s, err := NewStage(p)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

// untilStored waits until the page has kept a text.
func untilStored(t *testing.T, p *BrowserPage, text string) {
	t.Helper()
	if err := eventually(func() error {
		if !strings.Contains(js[string](t, p, stored), text) {
			return fmt.Errorf("%q is not stored", text)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// stored is all that the page has kept: of the device, of localStorage, in
// caches, and of the tab.
const stored = "(async () => (await " + device + ") + JSON.stringify({ ...sessionStorage }))()"

// device is what is kept for longer than the tab: every record of every database
// with its key, and every answer in a cache with its address.
const device = `(async () => {
	const kept = [JSON.stringify({ ...localStorage }), document.cookie];
	const done = request => new Promise((done, fail) => {
		request.onsuccess = () => done(request.result);
		request.onerror = fail;
	});
	for (const { name } of await indexedDB.databases()) {
		const database = await done(indexedDB.open(name));
		for (const store of database.objectStoreNames) {
			const records = database.transaction(store).objectStore(store);
			const [keys, values] = await Promise.all([done(records.getAllKeys()), done(records.getAll())]);
			keys.forEach((key, i) => kept.push(key + " " + (values[i] instanceof CryptoKey ? "CryptoKey extractable:" + values[i].extractable : JSON.stringify(values[i]))));
		}
		database.close();
	}
	for (const name of await caches.keys()) {
		const cache = await caches.open(name);
		for (const request of await cache.keys()) {
			const answer = await cache.match(request);
			const text = /text|json|javascript/.test(answer.headers.get("content-type")) ? await answer.text() : "";
			kept.push(request.url + " " + JSON.stringify([...request.headers, ...answer.headers]) + text);
		}
	}
	return kept.join("\n");
})()`

// inDocument is everything that stands in the document, its attributes and what is
// typed in its fields; the key's own field may hold it as its value.
const inDocument = `[document.documentElement.outerHTML, document.documentElement.innerText, document.title,
	...[...document.querySelectorAll("input, textarea, select")].filter(e => e.id != "api-key").map(e => e.value)].join("\n")`

// checkKey looks for a key where none may be. Kept is where the person wants it:
// only the tab's own storage holds it as it is, the device never does.
func checkKey(t *testing.T, p *BrowserPage, key string, kept play.Keep) {
	t.Helper()
	places := map[string]string{
		"the page":    js[string](t, p, inDocument),
		"the address": js[string](t, p, "location.href + JSON.stringify(history.state) + document.referrer"),
		"the device":  js[string](t, p, device),
	}
	if kept != play.InTab {
		places["the tab"] = js[string](t, p, "JSON.stringify({ ...sessionStorage })")
	}
	for place, text := range places {
		for form, secret := range map[string]string{"": key, "in base64 ": strings.TrimRight(base64.StdEncoding.EncodeToString([]byte(key)), "=")} {
			if strings.Contains(text, secret) {
				t.Errorf("the key stands %sin %s", form, place)
			}
		}
	}
	if p.watch.written(key) {
		t.Error("the key was written to the console")
	}
}
