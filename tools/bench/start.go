package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// This part opens pages. A visit is one of them: cold in a profile that has never
// seen the page, warm in one that has, and has rested since. A moment is the time
// from asking for the page to the end of a frame:
//
//	first paint    the browser's own
//	first useful   there is something to read: the first control of what the page is for
//	interactive    that control answers: the program behind it runs
//
// Throttled is 10 Mbit/s with 40 ms a request, and a processor that is four times
// as slow, by the browser's debugger; it slows the page's own thread, and neither
// workers nor a service worker.

//go:embed start.js
var startProbe string

// opened is a page that this part opens.
type opened struct {
	name, address string
	signs         string // functions of the page, by name
	worker        bool   // it keeps itself for offline
}

// visit is what was seen of one; times in ms.
type visit struct{ Paint, Useful, Live, Longest, After, Bytes, Requests float64 }

func (b *bench) openings() ([]opened, error) {
	ours, err := b.ours()
	if err != nil {
		return nil, err
	}
	all := []opened{{"Toolyard", ours, `{ useful: () => shown("[data-testid=prompt]"), live: () => shown("[data-testid=app][data-ready=true] [data-testid=prompt]") }`, true}}
	theirs, err := b.theirs()
	if theirs == nil {
		return all, err
	}
	schema, err := json.Marshal(schemaText(50))
	if err != nil {
		return nil, err
	}
	connect := `() => [...document.querySelectorAll("button")].some((b) => b.textContent.includes("Connect"))`
	form := `() => shown(".json-field-row")`
	return append(all,
		opened{"MCP Inspector", theirs.inspector, `{ useful: ` + connect + `, live: ` + connect + ` }`, false},
		opened{"jsonjoy-builder", theirs.jsonjoy + "?mounted", `{ useful: ` + form + `, live: ` + form + ` }; window.schemaText = ` + string(schema), false},
	), nil
}

// conditions are how a page is opened.
type conditions struct{ throttled, warm bool }

func (c conditions) String() string {
	speed, state := "unthrottled", "cold"
	if c.throttled {
		speed = "throttled"
	}
	if c.warm {
		state = "warm"
	}
	return state + ", " + speed
}

func measureStart(b *bench) (string, error) {
	subjects, err := b.openings()
	if err != nil {
		return "", err
	}
	var text strings.Builder
	fmt.Fprintf(&text, startMethod, b.visits)
	for _, throttled := range []bool{false, true} {
		seen := map[conditions][][]visit{}
		for _, s := range subjects {
			cold, warm, err := b.visit(s, throttled)
			if err != nil {
				return "", fmt.Errorf("%s: %w", s.name, err)
			}
			for is, visits := range map[bool][]visit{false: cold, true: warm} {
				at := conditions{throttled, is}
				seen[at] = append(seen[at], visits)
				say("%s, %s: %+v", s.name, at, visits)
			}
		}
		for _, warm := range []bool{false, true} {
			at := conditions{throttled, warm}
			fmt.Fprintf(&text, "\n### %s\n\n%s", capital(at.String()), startTable(subjects, seen[at], warm))
		}
	}
	return text.String() + b.without(), nil
}

const startMethod = `Medians of %d visits, with p95 behind them. Interactive is the end of the first frame with a prompt (Toolyard), the button that connects (MCP Inspector) or the first row of a schema of 50 properties (jsonjoy-builder), with the program behind it running. Bytes are what crossed the wire until then, headers included, from a host that compresses with brotli 11. Throttled is 10 Mbit/s with 40 ms a request, and a processor four times as slow. A ratio says how often Toolyard's time fits into the other's.
`

// visit opens a page cold and warm.
func (b *bench) visit(s opened, throttled bool) (cold, warm []visit, err error) {
	for i := range b.visits {
		t, err := b.openBare("window.signs = "+s.signs, startProbe)
		if err != nil {
			return nil, nil, err
		}
		if throttled {
			err = t.run(network.Enable(), network.EmulateNetworkConditions(false, 40, 10e6/8, 10e6/8), emulation.SetCPUThrottlingRate(4))
		}
		visits := 1
		if i == b.visits-1 {
			visits += b.visits // and the warm ones, in this profile
		}
		for n := 0; n < visits && err == nil; n++ {
			var v visit
			v, err = t.visit(s, n+1 < visits)
			if n == 0 {
				cold = append(cold, v)
			} else {
				warm = append(warm, v)
			}
		}
		t.close()
		if err != nil {
			return nil, nil, err
		}
	}
	return cold, warm, nil
}

// visit opens a page once, and lets it rest if it is to be opened again.
func (t *tab) visit(s opened, again bool) (v visit, err error) {
	if err := t.run(chromedp.Navigate("about:blank")); err != nil {
		return v, err
	}
	time.Sleep(300 * time.Millisecond)
	if err := t.run(chromedp.Navigate(s.address)); err != nil {
		return v, err
	}
	if err := t.until("start.live"); err != nil {
		return v, err
	}
	time.Sleep(time.Second) // for what comes after
	if err := t.call(&v, "start.moments"); err != nil || !again {
		return v, err
	}
	err = t.until("start.rested", s.worker)
	time.Sleep(1500 * time.Millisecond)
	return v, err
}

// startTable writes what was seen of the subjects beside each other.
func startTable(subjects []opened, seen [][]visit, warm bool) string {
	head := []string{"median (p95)"}
	for i, s := range subjects {
		head = append(head, s.name)
		if i > 0 {
			head = append(head, "ratio")
		}
	}
	rows := []struct {
		name string
		of   func(visit) float64
	}{
		{"first paint, ms", func(v visit) float64 { return v.Paint }},
		{"first useful paint, ms", func(v visit) float64 { return v.Useful }},
		{"interactive, ms", func(v visit) float64 { return v.Live }},
		{"longest task before, ms", func(v visit) float64 { return v.Longest }},
		{"longest task in the second after, ms", func(v visit) float64 { return v.After }},
		{"KB until interactive", func(v visit) float64 { return v.Bytes / 1000 }},
		{"requests until interactive", func(v visit) float64 { return v.Requests }},
	}
	lines := [][]string{head}
	for n, r := range rows {
		if warm && n >= 5 {
			break
		}
		line := []string{r.name}
		var first float64
		for i, visits := range seen {
			values := of(visits, r.of)
			middle := median(values)
			cell := fmt.Sprintf("%.0f (%.0f)", middle, p95(values))
			if n >= 5 {
				cell = fmt.Sprintf("%.0f", middle)
			}
			line = append(line, cell)
			if i == 0 {
				first = middle
			} else {
				line = append(line, ratio(first, middle))
			}
		}
		lines = append(lines, line)
	}
	return markdown(lines)
}

// of takes one figure of each.
func of[T any](all []T, figure func(T) float64) []float64 {
	values := make([]float64, len(all))
	for i, one := range all {
		values[i] = figure(one)
	}
	return values
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
