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
			wasm, err := buildProgram("../..", whole)
			if err != nil {
				t.Fatal(err)
			}
			sizes[whole] = len(wasm)
			if here, err := os.Getwd(); err != nil || bytes.Contains(wasm, []byte(here[:len(here)-len("/tools/site")])) {
				t.Errorf("the binary names a path of this machine: %v", err)
			}
			var flags []string
			if !whole {
				flags = []string{"-modfile=" + slim.Modfile}
			}
			if got := slices.Contains(linked(t, flags...), "net/http"); got != whole {
				t.Errorf("the program links net/http: %v", got)
			}
			answers(t, wasm)
			if !whole {
				withinBudget(t, wasm)
			}
		})
	}
	if sizes[false] >= sizes[true] {
		t.Errorf("the slim program has %d bytes, the whole %d", sizes[false], sizes[true])
	}
}

// withinBudget weighs the release here too, since CI makes no release: a commit
// that is too heavy shall not land.
func withinBudget(t *testing.T, wasm []byte) {
	t.Helper()
	br, err := encodings[0].cached(wasm)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("the release weighs %d bytes in brotli", len(br))
	if len(br) > releaseBudget {
		t.Errorf("the release weighs %d bytes in brotli, and may weigh %d: docs/size.md says how to look", len(br), releaseBudget)
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

// answers starts a program and opens a dialog of it.
func answers(t *testing.T, wasm []byte) {
	t.Helper()
	h, ctx := newHost(t, siteAround(t, wasm, true, nil)), tab(t)
	do(t, ctx, chromedp.Navigate(h.page("")))
	until(t, ctx, `!!document.querySelector("[data-testid=app][data-ready=true]")`)
	js[bool](t, ctx, `document.querySelector("[data-testid=examples-open]").click(), true`)
	until(t, ctx, `!!document.querySelector("[data-testid=examples] [data-testid=example]")`)
}
