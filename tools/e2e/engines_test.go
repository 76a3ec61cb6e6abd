package e2e

import (
	"errors"
	"flag"
	"os"
	"slices"
	"strings"
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
			t.Run("copies", func(t *testing.T) { copies(t, e, site) })
			t.Run("works offline", func(t *testing.T) { worksOffline(t, e) })
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
		if err := d.Holds(err); err != nil {
			t.Fatal(err)
		}
		t.Skipf("a known difference: %s", d.Reason)
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

// TestDifferences holds the table to what there is, and docs/engines.md to the table.
func TestDifferences(t *testing.T) {
	page, err := os.ReadFile("../../docs/engines.md")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, script := range scripts(t) {
		names = append(names, script.Name)
	}
	for _, name := range MainLoop {
		if !slices.Contains(names, name) {
			t.Errorf("the main loop has %s, which is no script", name)
		}
	}
	for _, d := range Differences {
		if !slices.Contains(engine.Names(), d.Engine) || !slices.Contains(names, d.Script) || d.Fails == "" {
			t.Errorf("%s in %s: there is no such script or engine, or the entry says not how it fails", d.Script, d.Engine)
		}
		if !strings.Contains(string(page), d.Reason) {
			t.Errorf("docs/engines.md lacks: %s", d.Reason)
		}
	}
	d := Difference{Engine: "firefox", Script: "clip", Fails: "no clipboard", Reason: "because"}
	for ended, holds := range map[error]bool{nil: false, errors.New("there is no clipboard"): true, errors.New("other"): false} {
		if err := d.Holds(ended); (err == nil) != holds {
			t.Errorf("%v: %v", ended, err)
		}
	}
}
