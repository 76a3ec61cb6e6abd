package e2e

import (
	"context"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"toolyard/tools/weigh"
)

// openWeighed opens a page that can be weighed.
func openWeighed(t *testing.T) *BrowserPage {
	t.Helper()
	p := open(t, Opening{})
	run(t, p, chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(weigh.Script).Do(ctx)
		return err
	}))
	if err := p.Reload(); err != nil {
		t.Fatal(err)
	}
	return p
}

// weighed weighs a page.
func weighed(t *testing.T, p *BrowserPage) (w weigh.Weight) {
	t.Helper()
	run(t, p, chromedp.ActionFunc(func(ctx context.Context) (err error) {
		w, err = weigh.Page(ctx)
		return err
	}))
	if err := p.Settle(); err != nil {
		t.Fatal(err)
	}
	return w
}

// goStep is by how much Go takes memory, in MB.
const goStep = 4

// flat holds weights, taken at equal distances, to be flat.
//
//   - The program's memory grows from the first half to the second by the step at
//     most, in MB. It never gives any back, so this bounds all that was ever in use
//     at once.
//   - Of all else, what waits for a collector comes and goes, and Go's can't be
//     called from here: so the least of the second half is held to the median of the
//     first, whose least may be met once by chance. JavaScript's heap may be 3 % and 0.2 MB more, the DOM 3 % and 1,500
//     nodes, listeners 3 % and 10, JavaScript's values that Go holds 3 % and 800:
//     what a turn leaves to Go's collector at most.
func flat(t *testing.T, weights []weigh.Weight, step float64) {
	t.Helper()
	if len(weights) < 8 {
		t.Fatalf("%d weights are too few to compare", len(weights))
	}
	early, late := weights[:len(weights)/2], weights[len(weights)/2:]
	grown := func(what string, before, after float64) {
		if after > before {
			t.Errorf("memory grows: %s to %.2f, and may to %.2f", what, after, before)
		}
	}
	grown("program", early[len(early)-1].Program+step, late[len(late)-1].Program)
	for _, of := range []struct {
		what string
		more float64
		of   func(weigh.Weight) float64
	}{
		{"script", 0.2, func(w weigh.Weight) float64 { return w.Script }},
		{"nodes", 1500, func(w weigh.Weight) float64 { return float64(w.Nodes) }},
		{"listeners", 10, func(w weigh.Weight) float64 { return float64(w.Ears) }},
		{"values", 800, func(w weigh.Weight) float64 { return w.Values }},
	} {
		first, second := sorted(early, of.of), sorted(late, of.of)
		grown(of.what, first[len(first)/2]*1.03+of.more, second[0])
	}
}

// sorted are the values of a measure, the least first.
func sorted(weights []weigh.Weight, of func(weigh.Weight) float64) []float64 {
	var values []float64
	for _, w := range weights {
		values = append(values, of(w))
	}
	slices.Sort(values)
	return values
}
