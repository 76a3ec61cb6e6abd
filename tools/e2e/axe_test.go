package e2e

import (
	"fmt"
	"os"
	"testing"
)

// audit runs axe-core on what a page shows. Each violation names its rule, its
// first elements, and what to do. A target that the edge of its scroller cuts off
// now is as large as ever once one scrolls to it.
const audit = `(() => {
// What its scroller cuts off, or what sticks to its end covers, or the row beside it, is as large as it should be once it is scrolled to.
const atEdge = (n) => {
	const e = document.querySelector(n.target[0]), scroller = e?.closest(".scroll")?.getBoundingClientRect(), box = e?.getBoundingClientRect();
	return scroller && (box.bottom + 64 > scroller.bottom || box.top - 24 < scroller.top);
};
return axe.run(document, { resultTypes: ["violations"], rules: {"target-size": {enabled: true}}%s }).then(({ violations }) => violations.map((v) =>
	({ ...v, nodes: v.nodes.filter((n) => !/partially obscured/.test(n.failureSummary) && !(v.id === "target-size" && atEdge(n))) })).filter((v) => v.nodes.length > 0).map((v) =>
	v.id + ": " + v.help + " (" + v.nodes.length + " elements)\n" + v.nodes.slice(0, 3).map((n) =>
		"  " + n.html.slice(0, 200) + "\n    " + n.failureSummary.split("\n").slice(0, 3).join("\n    ") +
		n.any.flatMap((a) => a.relatedNodes ?? []).slice(0, 2).map((r) => "\n    beside " + r.html.slice(0, 120) + JSON.stringify(document.querySelector(r.target[0])?.getBoundingClientRect()) + JSON.stringify(document.querySelector(n.target[0])?.getBoundingClientRect())).join("")).join("\n")));
})()`

// coloursOnly limits an audit to the one rule that colours can break.
const coloursOnly = `, runOnly: ["color-contrast"]`

// TestAccessibility holds every main state, in both languages and both schemes
// of colour, to having no violation that axe-core finds.
func TestAccessibility(t *testing.T) {
	axe, err := os.ReadFile("vendor/axe-core/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"en-US", "zh-CN"} {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			p := open(t, Opening{Language: language})
			js[bool](t, p, string(axe)+"; true")
			stage, err := NewStage(p)
			if err != nil {
				t.Fatal(err)
			}
			defer stage.Endpoint.Close()
			told := map[string]bool{} // the bar, say, is part of every state
			for _, state := range MainStates() {
				if err := stage.Show(state); err != nil {
					t.Fatal(err)
				}
				for _, violation := range violations(t, p) {
					if !told[violation] {
						t.Errorf("%s: %s", state.Name, violation)
					}
					told[violation] = true
				}
			}
			faultless(t, p)
		})
	}
}

// violations are those of what the page shows, in light and in dark.
func violations(t *testing.T, p *BrowserPage) []string {
	t.Helper()
	var all []string
	for _, scheme := range []string{"light", "dark"} {
		rules := map[string]string{"dark": coloursOnly}[scheme]
		if err := p.Scheme(scheme); err != nil {
			t.Fatal(err)
		}
		for _, violation := range js[[]string](t, p, fmt.Sprintf(audit, rules)) {
			all = append(all, scheme+": "+violation)
		}
	}
	return all
}
