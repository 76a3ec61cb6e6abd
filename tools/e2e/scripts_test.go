package e2e

import (
	"os"
	"strings"
	"testing"

	"toolyard/app/play"
)

// scripts are the plays that both drivers perform.
func scripts(t *testing.T) []Script {
	t.Helper()
	all, err := ReadScripts(os.DirFS("scripts"))
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("there are no scripts")
	}
	for i := range all {
		for j := range all[i].Steps {
			all[i].Steps[j].File = "scripts/" + all[i].Steps[j].File
		}
	}
	return all
}

// perform plays a script on a page, and closes both.
func perform(t *testing.T, script Script, page Page) *Stage {
	t.Helper()
	stage, err := NewStage(page)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stage.Close)
	if err := stage.Play(script); err != nil {
		t.Error(err)
	}
	return stage
}

// TestModel plays every script on the Model alone.
func TestModel(t *testing.T) {
	for _, script := range scripts(t) {
		t.Run(script.Name, func(t *testing.T) {
			t.Parallel()
			page, err := NewModelPage()
			if err != nil {
				t.Fatal(err)
			}
			perform(t, script, page)
		})
	}
}

// TestBrowser plays every script in Chromium, and holds the page to what no
// script needs to say: nothing on its console, nothing refused by its policy,
// no request to anywhere else, no key where it doesn't belong.
func TestBrowser(t *testing.T) {
	site := builtSite(t)
	for _, script := range scripts(t) {
		t.Run(script.Name, func(t *testing.T) {
			t.Parallel()
			page, err := theBrowser(t).Open(site, Opening{})
			if err != nil {
				t.Fatal(err)
			}
			stage := perform(t, script, page)
			page = stage.Page.(*BrowserPage) // a link may have led to another one
			for _, fault := range page.Faults() {
				t.Errorf("%s: %s", script.Name, fault)
			}
			for _, key := range stage.Keys {
				checkKey(t, page, key, keeps(script))
			}
		})
	}
}

// keeps says where a script wants its key to be kept in the end.
func keeps(script Script) play.Keep {
	keep := play.InMemory
	for _, step := range script.Steps {
		if chosen, ok := strings.CutPrefix(step.Rest, "key-keep "); ok && step.Verb == "choose" {
			keep = play.Keep(chosen)
		}
	}
	return keep
}
