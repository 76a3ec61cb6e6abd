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
	if w.Program, err = sum(ctx, "weighed.memories", "o.buffer.byteLength / 1e6"); err != nil {
		return w, err
	}
	w.Values, err = sum(ctx, "weighed.programs", "o._values.length - o._idPool.length")
	return w, err
}

// Script is to run before those of the page: it notes the programs and their
// memories. (To ask the debugger for all objects of a class would do without, but
// ends in a lock of Chromium's since the program comes in parts.)
const Script = `window.weighed = { memories: new Set(), programs: new Set() };
	const instantiate = WebAssembly.instantiate;
	WebAssembly.instantiate = async (...all) => {
		const made = await instantiate.apply(WebAssembly, all);
		for (const e of Object.values((made.instance ?? made).exports)) if (e instanceof WebAssembly.Memory) weighed.memories.add(e);
		return made;
	};
	let made;
	Object.defineProperty(window, "Go", { configurable: true, get: () => made, set(Go) {
		made = class extends Go { constructor() { super(); weighed.programs.add(this); } };
	} });`

// sum sums up an expression of o, for every o of a set in the page.
func sum(ctx context.Context, set, expression string) (sum float64, err error) {
	result, thrown, err := runtime.Evaluate("[..." + set + "].reduce((n, o) => n + " + expression + ", 0)").WithReturnByValue(true).Do(ctx)
	if err != nil {
		return 0, err
	}
	if thrown != nil {
		return 0, thrown
	}
	return sum, json.Unmarshal(result.Value, &sum)
}
