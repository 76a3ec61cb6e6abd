package e2e

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// This file holds the rows of parameters to what only a browser can show.

// trip is a tool with an object, as lines of a script.
var trip = []string{"empty", "tool trip", `  {"type": "object", "properties": {"city": {"type": "string"},`,
	`   "where": {"type": "object", "properties": {"lat": {"type": "number"}}}, "days": {"type": "integer"}}}`, "schema-as visual"}

// focused is the id of what has the focus, as soon as it is this.
func focused(t *testing.T, p *BrowserPage, want string) {
	t.Helper()
	if err := eventually(func() error {
		if got := js[string](t, p, "document.activeElement.id"); got != want {
			return fmt.Errorf("the focus is on %q, want %q", got, want)
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
}

// names are those of the rows, in order.
func names(t *testing.T, p *BrowserPage) string {
	t.Helper()
	return js[string](t, p, `[...document.querySelectorAll(".pname")].map((e) => e.value).join(" ")`)
}

// TestRowsByKeyboard holds that the focus stays with what a person works on.
func TestRowsByKeyboard(t *testing.T) {
	t.Parallel()
	p := open(t, Opening{})
	enact(t, p, trip...)
	for _, step := range []struct{ line, focus string }{
		{"key parameter[1]>parameter-name Alt+ArrowDown", "parameter-1"},
		{"key parameter[path=/properties/city]>parameter-grip Alt+ArrowRight", "parameter-grip-0.1"},
		{"key parameter[path=/properties/where/properties/city]>parameter-grip Alt+ArrowLeft", "parameter-grip-1"},
		{"key parameter[path=/properties/city]>parameter-name Enter", "parameter-2"},
		{"key parameter[4]>parameter-name Enter", "parameter-2"},
		{"fill parameter[4]>parameter-name hours", "parameter-2"},
		{"key parameter[path=/properties/hours]>parameter-grip Ctrl+x", "parameter-grip-2"},
		{"shows notice[kind=copied]", "parameter-grip-2"},
		{"key parameter[path=/properties/days]>parameter-grip Ctrl+v", "parameter-grip-3"},
		{"press parameter[path=/properties/days]>parameter-grip", "parameter-grip-2"},
		{"shows parameter[path=/properties/days]>parameter-cut", "parameter-grip-2"},
	} {
		enactOn(t, p, step.line)
		focused(t, p, step.focus)
	}
	if got := names(t, p); got != "where lat city days hours" {
		t.Errorf("the rows are %s", got)
	}
	faultless(t, p)
}

// enactOn performs lines of a script and leaves the page open.
func enactOn(t *testing.T, p *BrowserPage, lines ...string) {
	t.Helper()
	script, err := parse(t.Name(), "Lines of a test.\n---\n"+strings.Join(lines, "\n"))
	if err == nil {
		err = (&Stage{Page: p, names: strings.NewReplacer()}).Play(script)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestDragShowsWhereItLands drags to each part of a row, and gives up by Escape.
func TestDragShowsWhereItLands(t *testing.T) {
	t.Parallel()
	p := open(t, Opening{})
	enact(t, p, trip...)
	for _, c := range []struct{ to, where, names string }{
		{"before parameter[1]", "before", "days city where lat"},
		{"inside parameter[path=/properties/where]", "inside", "days city where lat"},
		{"after parameter[path=/properties/where/properties/lat]", "after", "days city where lat"},
	} {
		grip := one(t, p, "parameter[path=/properties/city]>parameter-grip")
		if c.where == "before" {
			grip = one(t, p, "parameter[path=/properties/days]>parameter-grip")
		}
		from, spot, err := p.way(grip, c.to)
		if err != nil {
			t.Fatal(err)
		}
		actOn(t, p, mouse(input.MousePressed, from, 1), mouse(input.MouseMoved, point{from.X, from.Y + 10}, 1),
			mouse(input.MouseMoved, spot, 1))
		if got := js[string](t, p, `document.querySelector(".landing:not([hidden])")?.dataset.where ?? "nowhere"`); got != c.where {
			t.Errorf("%s: it would land %s", c.to, got)
		}
		if c.where != "before" {
			if err := p.Key("Escape"); err != nil {
				t.Fatal(err)
			}
		}
		actOn(t, p, mouse(input.MouseReleased, spot, 0))
		if got := names(t, p); got != c.names {
			t.Errorf("%s: the rows are %s", c.to, got)
		}
		if js[bool](t, p, `!!document.querySelector(".landing, .carried, [data-dragged]") || "dragging" in document.documentElement.dataset`) {
			t.Errorf("%s: the drag left something behind", c.to)
		}
	}
	faultless(t, p)
}

// TestDragByFinger moves a row by touch, which must not scroll the pane.
func TestDragByFinger(t *testing.T) {
	t.Parallel()
	p := open(t, Opening{})
	enact(t, p, trip...)
	actOn(t, p, emulation.SetTouchEmulationEnabled(true))
	from, spot, err := p.way(one(t, p, "parameter[path=/properties/days]>parameter-grip"), "before parameter[1]")
	if err != nil {
		t.Fatal(err)
	}
	touch := func(kind input.TouchType, at ...point) chromedp.Action {
		points := make([]*input.TouchPoint, len(at))
		for i, q := range at {
			points[i] = &input.TouchPoint{X: q.X, Y: q.Y}
		}
		return input.DispatchTouchEvent(kind, points)
	}
	actOn(t, p, touch(input.TouchStart, from), touch(input.TouchMove, point{from.X, from.Y - 10}),
		touch(input.TouchMove, spot), touch(input.TouchEnd))
	if got := names(t, p); got != "days city where lat" {
		t.Errorf("the rows are %s", got)
	}
	faultless(t, p)
}

// TestDragScrolls drags to rows that are out of sight, and not drawn at first.
func TestDragScrolls(t *testing.T) {
	t.Parallel()
	p := open(t, Opening{})
	var properties []string
	for i := range 70 {
		properties = append(properties, `"p`+strconv.Itoa(i)+`": {"type": "string"}`)
	}
	enact(t, p, "empty", "tool long", `  {"type": "object", "properties": {`+strings.Join(properties, ", ")+`}}`, "schema-as visual")
	grip := one(t, p, "parameter[path=/properties/p0]>parameter-grip")
	from, _, err := p.way(grip, "after parameter[1]")
	if err != nil {
		t.Fatal(err)
	}
	edge := point{from.X, js[float64](t, p, `document.querySelector("[data-pane=tools] .scroll").getBoundingClientRect().bottom - 5`)}
	actOn(t, p, mouse(input.MousePressed, from, 1), mouse(input.MouseMoved, point{from.X, from.Y + 10}, 1), mouse(input.MouseMoved, edge, 1))
	if err := eventually(func() error {
		if !js[bool](t, p, `(({scrollTop, scrollHeight, clientHeight}) => scrollTop + clientHeight > scrollHeight - 2)(document.querySelector("[data-pane=tools] .scroll"))`) {
			return fmt.Errorf("the pane does not scroll to its end")
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
	actOn(t, p, mouse(input.MouseReleased, edge, 0))
	enactOn(t, p, "has parameter-moved p0, 70 of 70")
	faultless(t, p)
}

// TestRowsAreAccessible holds what the main states don't show to what axe-core finds.
func TestRowsAreAccessible(t *testing.T) {
	t.Parallel()
	axe, err := os.ReadFile("vendor/axe-core/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	p := open(t, Opening{})
	js[bool](t, p, string(axe)+"; true")
	enact(t, p, trip...)
	for range 3 {
		enactOn(t, p, "key parameter[path=/properties/where/properties/lat]>parameter-grip Ctrl+c",
			"paste parameter[path=/properties/where/properties/lat]>parameter-grip {\"a\": {}, \"b\": {}, \"c\": {}}")
	}
	enactOn(t, p, "press parameter[1]>parameter-more", "press parameter-search-open", "fill parameter-search a", "shows parameter[found=true]")
	for _, violation := range violations(t, p) {
		t.Error(violation)
	}
	faultless(t, p)
}

// TestSearchKeys opens the search from a row, by the keys that a person knows.
func TestSearchKeys(t *testing.T) {
	t.Parallel()
	p := open(t, Opening{})
	enact(t, p, "empty", "tool many", `  {"type": "object", "properties": {"a":{}, "b":{}, "c":{}, "d":{}, "e":{}, "f":{}, "g":{}, "h":{}, "i":{}}}`, "schema-as visual")
	enactOn(t, p, "key parameter[1]>parameter-grip /")
	focused(t, p, "parameter-search")
	enactOn(t, p, "fill parameter-search i", "key parameter-search Escape")
	focused(t, p, "parameter-8")
	enactOn(t, p, "key parameter[1]>parameter-name Ctrl+f")
	focused(t, p, "parameter-search")
	faultless(t, p)
}

// one is the element that a target means.
func one(t *testing.T, p *BrowserPage, target string) Element {
	t.Helper()
	at, _, err := cutTarget(target)
	if err != nil {
		t.Fatal(err)
	}
	e, err := (&Stage{Page: p}).one(at)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// actOn performs actions of the browser and waits until the page has drawn what
// came of them.
func actOn(t *testing.T, p *BrowserPage, actions ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(p.ctx, actions...); err != nil {
		t.Fatal(err)
	}
	if err := p.Settle(); err != nil {
		t.Fatal(err)
	}
}
