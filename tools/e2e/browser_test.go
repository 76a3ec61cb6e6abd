package e2e

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
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

// stored is all that the page has kept: of the tab, of the device, and of
// localStorage.
const stored = `(async () => {
	const kept = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
	for (const { name } of await indexedDB.databases()) {
		const database = await new Promise((done, fail) => {
			const opening = indexedDB.open(name);
			opening.onsuccess = () => done(opening.result);
			opening.onerror = fail;
		});
		for (const store of database.objectStoreNames) {
			kept.push(await new Promise((done, fail) => {
				const reading = database.transaction(store).objectStore(store).getAll();
				reading.onsuccess = () => done(JSON.stringify(reading.result));
				reading.onerror = fail;
			}));
		}
		database.close();
	}
	return kept.join("\n");
})()`

// checkKey looks for a key where none may be.
func checkKey(t *testing.T, p *BrowserPage, key string, kept bool) {
	t.Helper()
	places := map[string]string{
		"the page's text": js[string](t, p, "document.documentElement.innerHTML"),
		"the address":     js[string](t, p, "location.href"),
	}
	if !kept {
		places["storage"] = js[string](t, p, stored)
	}
	for place, text := range places {
		if strings.Contains(text, key) {
			t.Errorf("the key stands in %s", place)
		}
	}
	if p.watch.written(key) {
		t.Error("the key was written to the console")
	}
}
