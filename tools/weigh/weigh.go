// Package weigh says what a page of Chromium holds: its weight, once its garbage is
// collected.
package weigh

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/memory"
	"github.com/chromedp/cdproto/runtime"
)

// Weight is what a page holds.
type Weight struct {
	Program float64 // memory of the WebAssembly programs, in MB: it never shrinks
	Script  float64 // heap of JavaScript, in MB
	Nodes   int64   // of the DOM
	Ears    int64   // listeners of events
	Values  float64 // of JavaScript that the programs hold
}

func (w Weight) String() string {
	return fmt.Sprintf("program %.2f MB, script %.2f MB, %d nodes, %d listeners, %.0f values", w.Program, w.Script, w.Nodes, w.Ears, w.Values)
}

// Page weighs the page that ctx is an executor of. Let it settle after that.
func Page(ctx context.Context) (w Weight, err error) {
	for range 2 { // what the first round lets go, the second one finds
		if err := heapprofiler.CollectGarbage().Do(ctx); err != nil {
			return w, err
		}
	}
	used, _, _, _, err := runtime.GetHeapUsage().Do(ctx)
	if err != nil {
		return w, err
	}
	w.Script = used / 1e6
	if _, w.Nodes, w.Ears, err = memory.GetDOMCounters().Do(ctx); err != nil {
		return w, err
	}
	if w.Program, err = sum(ctx, "WebAssembly.Memory", "o.buffer.byteLength / 1e6"); err != nil {
		return w, err
	}
	w.Values, err = sum(ctx, "Go", "o._values.length - o._idPool.length")
	return w, err
}

// sum sums up an expression of o, for every object o of a class in the page.
func sum(ctx context.Context, class, expression string) (sum float64, err error) {
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
