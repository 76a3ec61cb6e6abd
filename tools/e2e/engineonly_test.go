package e2e

import (
	"os"
	"testing"

	"toolyard/tools/e2e/engine"
)

// This file holds Firefox and WebKit to what no script shows.

// openIn opens a site in an engine and closes it with the test.
func openIn(t *testing.T, e engine.Engine, site string) (*BrowserPage, *Stage) {
	t.Helper()
	p, err := OpenIn(e, site)
	if err != nil {
		t.Fatal(err)
	}
	return p, staged(t, p)
}

// perform plays lines of a script.
func (s *Stage) perform(t *testing.T, lines ...string) {
	t.Helper()
	if err := s.run(lines...); err != nil {
		t.Fatal(err)
	}
}

// copies copies the link by its button and pastes it by the keyboard: both by
// the browser's own clipboard.
func copies(t *testing.T, e engine.Engine, site string) {
	p, s := openIn(t, e, site)
	s.perform(t, "press share-open")
	link := one(t, p, "share-link").Text
	s.perform(t, "press share-copy", "shows notice[kind=copied]", "press dialog-close",
		"fill prompt ", "key prompt Ctrl+v", "is prompt "+link)
	faultless(t, p)
}

// worksOffline opens a release once, takes the server away, and reloads.
func worksOffline(t *testing.T, e engine.Engine) {
	server, err := Serve(release(t, builtFolder(t)), "/toolyard/")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Close)
	p, s := openIn(t, e, server.URL+"/toolyard/")
	s.perform(t, "fill system Below a path.")
	js[bool](t, p, activated)
	untilStored(t, p, "Below a path.")
	server.CloseClientConnections()
	server.Close()
	if err := p.Reload(); err != nil {
		t.Fatal(err)
	}
	s.perform(t, "is system Below a path.", "press send", "wait waiting")
}

// activated waits until the page's worker has taken over.
const activated = `navigator.serviceWorker.ready.then((r) => new Promise((done) => {
	const look = () => r.active.state === "activated" ? done(true) : setTimeout(look, 20);
	look();
}))`

// TestNoEngine holds that what is not installed is told by that name.
func TestNoEngine(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := os.Stat("/Applications"); err == nil {
		t.Skip("a Mac has its programs elsewhere")
	}
	for _, name := range append(engine.Names(), "netscape") {
		if e, err := engine.Start(name); err == nil {
			e.Close()
			t.Errorf("%s starts without its program", name)
		}
	}
}
