package e2e

import (
	"os"
	"strings"
	"testing"

)

// audit runs axe-core on what a page shows. Each violation names its rule, its
// elements and what to do.
const audit = `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map((v) =>
	v.id + ": " + v.help + "\n" + v.nodes.map((n) => "  " + n.target.join(" ") + "\n    " + n.failureSummary.replaceAll("\n", "\n    ")).join("\n")))`

// TestAccessibility holds every main state to having no violation that axe-core
// finds, in both languages and both schemes of colour.
func TestAccessibility(t *testing.T) {
	axe, err := os.ReadFile("vendor/axe-core/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"en-US", "zh-CN"} {
		for _, scheme := range []string{"light", "dark"} {
			t.Run(language+" "+scheme, func(t *testing.T) {
				t.Parallel()
				p := open(t, Opening{Language: language})
				setScheme(t, p, scheme)
				js[bool](t, p, string(axe)+"; true")
				checkStates(t, p)
				faultless(t, p)
			})
		}
	}
}

// checkStates goes through the main states on one page.
func checkStates(t *testing.T, p *BrowserPage) {
	stage, err := NewStage(p)
	if err != nil {
		t.Fatal(err)
	}
	defer stage.Endpoint.Close()
	for _, state := range MainStates() {
		if err := stage.Show(state); err != nil {
			t.Fatal(err)
		}
		for _, violation := range js[[]string](t, p, audit) {
			t.Errorf("%s: %s", state.Name, violation)
		}
	}
}

func setScheme(t *testing.T, p *BrowserPage, scheme string) {
	t.Helper()
	if err := p.Scheme(scheme); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(js[string](t, p, `matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"`), scheme) {
		t.Fatalf("the scheme is not %s", scheme)
	}
}

