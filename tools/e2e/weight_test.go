package e2e

import (
	"context"
	"encoding/json"
	"fmt"
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

// flat holds weights, taken at equal distances, to be flat: nowhere in their second
// half does the page weigh more than it did somewhere in the first, but for
//
//   - the program: 4 MB, the step by which Go takes memory. It never gives any
//     back, so that this is a bound on all that was ever in use at once;
//   - the heap of JavaScript: 5 % and 0.3 MB;
//   - the DOM: 5 % and 2,000 nodes, some of which wait to be collected;
//   - listeners: 5 % and 20; values of JavaScript that Go holds: 5 % and 200.
func flat(t *testing.T, weights []weight) {
	t.Helper()
	if len(weights) < 4 {
		t.Fatal("too few weights to compare")
	}
	half := len(weights) / 2
	for _, of := range []struct {
		what  string
		of    func(weight) float64
		share float64
		more  float64
	}{
		{"program", func(w weight) float64 { return w.Program }, 0, 4},
		{"script", func(w weight) float64 { return w.Script }, 0.05, 0.3},
		{"nodes", func(w weight) float64 { return float64(w.Nodes) }, 0.05, 2000},
		{"listeners", func(w weight) float64 { return float64(w.Ears) }, 0.05, 20},
		{"values", func(w weight) float64 { return w.Values }, 0.05, 200},
	} {
		early, late := most(weights[:half], of.of), most(weights[half:], of.of)
		if late > early*(1+of.share)+of.more {
			t.Errorf("memory grows: %s from %.2f to %.2f; %v, then %v", of.what, early, late, weights[half-1], weights[len(weights)-1])
		}
	}
}

func most(weights []weight, of func(weight) float64) float64 {
	m := 0.0
	for _, w := range weights {
		m = max(m, of(w))
	}
	return m
}
