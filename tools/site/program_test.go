package main

import (
	"bytes"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"toolyard/tools/site/slim"
)

// TestProgramBothWays builds the program as it is released and whole, and starts
// each in a browser.
func TestProgramBothWays(t *testing.T) {
	sizes := map[bool]int{}
	for name, whole := range map[string]bool{"slim": false, "whole": true} {
		t.Run(name, func(t *testing.T) {
			built, err := buildPrograms("../..", whole)
			if err != nil {
				t.Fatal(err)
			}
			sizes[whole] = len(built.page) + len(built.data) + len(built.rest)
			for _, wasm := range [][]byte{built.page, built.data, built.rest, built.workshop} {
				if here, err := os.Getwd(); err != nil || bytes.Contains(wasm, []byte(here[:len(here)-len("/tools/site")])) {
					t.Errorf("the binary names a path of this machine: %v", err)
				}
			}
			var flags []string
			if !whole {
				flags = []string{"-modfile=" + slim.Modfile}
			}
			if got := slices.Contains(linked(t, flags...), "net/http"); got != whole {
				t.Errorf("the program links net/http: %v", got)
			}
			answers(t, built)
			if !whole {
				withinBudget(t, "page", releaseBudget.page, built.page, built.data)
				withinBudget(t, "rest", releaseBudget.rest, built.rest)
				withinBudget(t, "workshop", releaseBudget.workshop, built.workshop)
			}
		})
	}
	if sizes[false] >= sizes[true] {
		t.Errorf("the slim program has %d bytes, the whole %d", sizes[false], sizes[true])
	}
}

// withinBudget weighs the release here too, since CI makes no release: a commit
// that is too heavy shall not land.
func withinBudget(t *testing.T, name string, most int, binaries ...[]byte) {
	t.Helper()
	weight := 0
	for _, wasm := range binaries {
		br, err := encodings[0].cached(wasm)
		if err != nil {
			t.Fatal(err)
		}
		weight += len(br)
	}
	t.Logf("the %s weighs %d bytes in brotli", name, weight)
	if weight > most {
		t.Errorf("the %s weighs %d bytes in brotli, and may weigh %d: docs/size.md says how to look", name, weight, most)
	}
}

// TestWorkshopIsApart holds what only the workshop needs out of the page's program.
func TestWorkshopIsApart(t *testing.T) {
	for _, heavy := range []string{"toolyard/app/workshop", "toolyard/app/validate/checker", "toolyard/app/simulator",
		"github.com/santhosh-tekuri/jsonschema/v6"} {
		if slices.Contains(linked(t), heavy) {
			t.Errorf("the page's program links %s: give it to the workshop as a job (app/job)", heavy)
		}
	}
}

// linked are the packages of the browser binary.
func linked(t *testing.T, flags ...string) []string {
	t.Helper()
	cmd := exec.Command("go", append(append([]string{"list", "-deps"}, flags...), program)...)
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(out))
}

// answers starts the programs, opens a dialog of the one and has the other work.
func answers(t *testing.T, built programs) {
	t.Helper()
	h, ctx := newHost(t, siteAround(t, built, true, nil)), tab(t)
	do(t, ctx, chromedp.Navigate(h.page("")))
	until(t, ctx, `!!document.querySelector("[data-testid=app][data-ready=true]")`)
	js[bool](t, ctx, `document.querySelector("[data-testid=examples-open]").click(), true`)
	until(t, ctx, `!!document.querySelector("[data-testid=examples] [data-testid=example]")`)
	until(t, ctx, `toolyard.work("check", '[{"Schema":"false","Value":"1"}]').then((output) => JSON.parse(output)[0].State === "schema-mismatch")`)
}
