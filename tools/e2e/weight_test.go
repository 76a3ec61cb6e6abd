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
}

func (w weight) String() string {
	return fmt.Sprintf("program %.1f MB, script %.1f MB, %d nodes", w.Program, w.Script, w.Nodes)
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
		if _, w.Nodes, _, err = memory.GetDOMCounters().Do(ctx); err != nil {
			return err
		}
		w.Program, err = programMemory(ctx)
		return err
	}))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// programMemory is the memory of every WebAssembly program of the page, in MB.
func programMemory(ctx context.Context) (float64, error) {
	kind, _, err := runtime.Evaluate("WebAssembly.Memory.prototype").WithObjectGroup("weigh").Do(ctx)
	if err != nil {
		return 0, err
	}
	defer runtime.ReleaseObjectGroup("weigh").Do(ctx)
	all, err := runtime.QueryObjects(kind.ObjectID).WithObjectGroup("weigh").Do(ctx)
	if err != nil {
		return 0, err
	}
	sum, _, err := runtime.CallFunctionOn("function () { return this.reduce((n, m) => n + m.buffer.byteLength, 0); }").
		WithObjectID(all.ObjectID).WithReturnByValue(true).Do(ctx)
	if err != nil {
		return 0, err
	}
	var bytes float64
	err = json.Unmarshal(sum.Value, &bytes)
	return bytes / 1e6, err
}

// keptPerTurn is how much the program's memory may grow with a turn, in MB: what
// was said and what went over the wire is kept until the playground is replaced,
// and Go's collector holds up to three times what is in use.
const keptPerTurn = 0.5

// flat holds the last weight to one in the first fifth, when everything that is
// made once has been made. Length is the number of turns between two weights.
func flat(t *testing.T, weights []weight, length int) {
	t.Helper()
	if len(weights) < 2 {
		t.Fatal("too few turns to compare")
	}
	early := len(weights) / 5
	first, last := weights[early], weights[len(weights)-1]
	kept := keptPerTurn * float64(length*(len(weights)-1-early))
	if last.Script > 1.2*first.Script+1 || last.Program > first.Program+8+kept || float64(last.Nodes) > 1.1*float64(first.Nodes)+3000 {
		t.Errorf("memory grows: %v, then %v", first, last)
	}
}
