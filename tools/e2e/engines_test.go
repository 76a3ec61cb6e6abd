package e2e

import (
	"errors"
	"flag"
	"os"
	"slices"
	"testing"

	"toolyard/tools/e2e/engine"
)

var allScripts = flag.Bool("all", false, "play all scripts in all engines, and not only the main loop")

// theEngine starts an engine for a test. Where there is none the test says so,
// and fails where CI is set.
func theEngine(t *testing.T, name string) engine.Engine {
	t.Helper()
	e, err := engine.Start(name)
	if errors.Is(err, engine.ErrMissing) && os.Getenv("CI") == "" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(e.Close)
	return e
}

// TestEngines plays the main loop in Firefox and in WebKit, and with -all every
// script: as in Chromium, or with a difference that has a name.
func TestEngines(t *testing.T) {
	for _, name := range engine.Names() {
		t.Run(name, func(t *testing.T) {
			e := theEngine(t, name)
			site := builtSite(t)
			for _, script := range scripts(t) {
				if !*allScripts && !slices.Contains(MainLoop, script.Name) {
					continue
				}
				t.Run(script.Name, func(t *testing.T) { playIn(t, e, site, script) })
			}
		})
	}
}

// playIn plays a script in an engine.
func playIn(t *testing.T, e engine.Engine, site string, script Script) {
	page, err := OpenIn(e, site)
	if err != nil {
		t.Fatal(err)
	}
	stage, err := NewStage(page)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stage.Close)
	err = stage.Play(script)
	page = stage.Page.(*BrowserPage)
	if d, differs := DifferenceOf(e.Name(), script.Name); differs {
		t.Log(d.Judge(err))
		return
	}
	if err != nil {
		t.Error(err)
	}
	for _, fault := range page.Faults() {
		t.Errorf("%s: %s", script.Name, fault)
	}
	for _, key := range stage.Keys {
		checkKey(t, page, key, keeps(script))
	}
}
