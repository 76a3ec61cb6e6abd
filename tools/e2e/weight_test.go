package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/memory"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// weight is what a page of Chromium holds once its garbage is collected.
type weight struct {
	Program float64 // memory of the WebAssembly program, in MB: it never shrinks
	Script  float64 // heap of JavaScript, in MB
	Nodes   int64   // of the DOM
	Ears    int64   // listeners of events
	Values  float64 // of JavaScript that the programs hold
}

func (w weight) String() string {
	return fmt.Sprintf("program %.2f MB, script %.2f MB, %d nodes, %d listeners, %.0f values", w.Program, w.Script, w.Nodes, w.Ears, w.Values)
}

// weigh weighs a page.
func weigh(t *testing.T, p *BrowserPage) weight {
	t.Helper()
	var w weight
	err := chromedp.Run(p.ctx, chromedp.ActionFunc(func(ctx context.Context) error {
		for range 2 { // what the first round lets go, the second one finds
			if err := heapprofiler.CollectGarbage().Do(ctx); err != nil {
				return err
			}
		}
		used, _, _, _, err := runtime.GetHeapUsage().Do(ctx)
		if err != nil {
			return err
		}
		w.Script = used / 1e6
		if _, w.Nodes, w.Ears, err = memory.GetDOMCounters().Do(ctx); err != nil {
			return err
		}
		if w.Program, err = sumOf(ctx, "WebAssembly.Memory", "o.buffer.byteLength / 1e6"); err != nil {
			return err
		}
		w.Values, err = sumOf(ctx, "Go", "o._values.length - o._idPool.length")
		return err
	}))
	if err == nil {
		err = p.Settle()
	}
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// sumOf sums up an expression of o, for every object o of a class in the page.
func sumOf(ctx context.Context, class, expression string) (sum float64, err error) {
	kind, _, err := runtime.Evaluate(class + ".prototype").WithObjectGroup("weigh").Do(ctx)
	if err != nil {
		return 0, err
	}
	defer runtime.ReleaseObjectGroup("weigh").Do(ctx)
	all, err := runtime.QueryObjects(kind.ObjectID).WithObjectGroup("weigh").Do(ctx)
	if err != nil {
		return 0, err
	}
	result, _, err := runtime.CallFunctionOn("function () { return this.reduce((n, o) => n + " + expression + ", 0); }").
		WithObjectID(all.ObjectID).WithReturnByValue(true).Do(ctx)
	if err != nil {
		return 0, err
	}
	return sum, json.Unmarshal(result.Value, &sum)
}

// flat holds weights, taken at equal distances, to be flat.
//
//   - The program's memory grows from the first half to the second by 4 MB at
//     most, the step by which Go takes memory. It never gives any back, so this
//     bounds all that was ever in use at once.
//   - Of all else, what waits for a collector comes and goes, and Go's can't be
//     called from here: so the least of the second half is held to the least of the
//     first, or in a short run, which may have met that once by chance, to its
//     median. JavaScript's heap may be 3 % and 0.2 MB more, the DOM 3 % and 1,500
//     nodes, listeners 3 % and 10, JavaScript's values that Go holds 3 % and 800:
//     what a turn leaves to Go's collector at most.
func flat(t *testing.T, weights []weight) {
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
	grown("program", early[len(early)-1].Program+4, late[len(late)-1].Program)
	for _, of := range []struct {
		what string
		more float64
		of   func(weight) float64
	}{
		{"script", 0.2, func(w weight) float64 { return w.Script }},
		{"nodes", 1500, func(w weight) float64 { return float64(w.Nodes) }},
		{"listeners", 10, func(w weight) float64 { return float64(w.Ears) }},
		{"values", 800, func(w weight) float64 { return w.Values }},
	} {
		first, second := sorted(early, of.of), sorted(late, of.of)
		base := first[0]
		if len(first) < 10 {
			base = first[len(first)/2]
		}
		grown(of.what, base*1.03+of.more, second[0])
	}
}

// sorted are the values of a measure, the least first.
func sorted(weights []weight, of func(weight) float64) []float64 {
	var values []float64
	for _, w := range weights {
		values = append(values, of(w))
	}
	slices.Sort(values)
	return values
}
