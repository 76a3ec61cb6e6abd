package e2e

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// This file holds the page to what those need who use no mouse, no fine pointer,
// no wide screen, no colours of ours, or no screen at all.

// tabTo presses Tab until an element has the focus that matches a selector.
func tabTo(t *testing.T, p *BrowserPage, selector string) {
	t.Helper()
	for range 150 {
		if js[bool](t, p, `!!document.activeElement?.matches(`+"`"+selector+"`"+`)`) {
			return
		}
		if err := p.Key("Tab"); err != nil {
			t.Fatal(err)
		}
	}
	t.Fatalf("Tab never comes to %s", selector)
}

func id(testid string) string { return `[data-testid="` + testid + `"]` }

// keys presses keys one after the other.
func keys(t *testing.T, p *BrowserPage, names ...string) {
	t.Helper()
	for _, name := range names {
		var err error
		switch name {
		case "Space":
			err = chromedp.Run(p.ctx, chromedp.KeyEvent(" "))
		case "Enter":
			err = chromedp.Run(p.ctx, chromedp.KeyEvent("\r"))
		default:
			err = p.Key(name)
		}
		if err == nil {
			err = p.Settle()
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// byHand is a person who has a keyboard and nothing else.
type byHand struct {
	*testing.T
	p *BrowserPage
	s *Stage
}

// to tabs to an element, and presses keys there.
func (h byHand) to(testid string, pressed ...string) {
	h.Helper()
	tabTo(h.T, h.p, id(testid))
	keys(h.T, h.p, pressed...)
}

// write tabs to a field and writes in place of what is there.
func (h byHand) write(testid, text string) {
	h.Helper()
	tabTo(h.T, h.p, id(testid))
	js[bool](h.T, h.p, `document.activeElement.select(), true`) // as Ctrl+A does
	run(h.T, h.p, input.InsertText(text))
}

func (h byHand) check(lines ...string) {
	h.Helper()
	if err := h.s.run(lines...); err != nil {
		h.Fatal(err)
	}
}

// TestKeyboardAlone walks the main loop with Tab, Enter, Space and letters alone:
// an endpoint, a tool with a parameter, a question, its results, the wire, a
// link, an import.
func TestKeyboardAlone(t *testing.T) {
	t.Parallel()
	p := open(t, Opening{})
	s := staged(t, p)
	h := byHand{t, p, s}
	h.setUp()
	h.build()
	h.talk()
	h.to(`wire-tab"][data-tab="events`, "Enter")
	h.check("shows event")
	h.to("share-open", "Enter")
	h.check("shows share")
	h.to("share-copy")
	h.to("dialog-close", "Enter") // Tab goes round inside of the dialog
	h.check("lacks share")
	h.to("import-open", "Enter")
	wantFocus(t, p, "import-text")
	h.write("import-text", `{"name": "found", "parameters": {"type": "object"}}`)
	h.to("import-add", "Enter")
	h.check("shows tool[name=found]")
	faultless(t, p)
}

func (h byHand) setUp() {
	h.to("setup-open", "Enter")
	h.to("preset")
	run(h.T, h.p, chromedp.KeyEvent("Custom"))
	h.check("shows setup", "is preset custom")
	h.write("base-url", h.s.Endpoint.URL+"/v1")
	h.write("model", "parallel-calls")
	h.write("api-key", "sk-none")
	keys(h.T, h.p, "Escape")
	h.check("lacks setup")
	wantFocus(h.T, h.p, "setup-open")
}

func (h byHand) build() {
	h.to("tool-add", "Enter")
	h.write("tool-name", "by_hand")
	h.to("parameter-add", "Enter")
	h.write("parameter-name", "city")
	h.to("parameter-required", "Space")
	h.check("shows tool[name=by_hand][aria-selected=true]", "shows parameter[path=/properties/city]")
}

func (h byHand) talk() {
	h.write("prompt", "What is the weather?")
	h.to("send", "Enter")
	h.check("wait waiting")
	for _, call := range []string{"call_beijing", "call_paris"} {
		h.write(`tool-result"][data-call-id="`+call, "18")
	}
	h.to("results-send", "Enter")
	h.check("wait idle")
}

// axNode is a node of Chromium's accessibility tree. The library's own type knows
// fewer names than today's Chromium has.
type axNode struct {
	Ignored    bool    `json:"ignored"`
	Role       axValue `json:"role"`
	Name       axValue `json:"name"`
	Properties []struct {
		Name  string  `json:"name"`
		Value axValue `json:"value"`
	} `json:"properties"`
}

type axValue struct {
	Value any `json:"value"`
}

// heard is Chromium's accessibility tree as lines of role and name.
func heard(t *testing.T, p *BrowserPage) []string {
	t.Helper()
	var lines []string
	var tree struct {
		Nodes []axNode `json:"nodes"`
	}
	run(t, p, chromedp.ActionFunc(func(ctx context.Context) error {
		return cdp.Execute(ctx, "Accessibility.getFullAXTree", map[string]any{}, &tree)
	}))
	for _, n := range tree.Nodes {
		if n.Ignored {
			continue
		}
		line := strings.TrimSpace(fmt.Sprint(n.Role.Value) + " " + fmt.Sprint(n.Name.Value))
		for _, property := range n.Properties {
			switch v := fmt.Sprint(property.Value.Value); property.Name {
			case "live", "expanded", "selected", "checked", "pressed", "invalid", "modal", "busy", "disabled", "required":
				if v != "false" && v != "off" && v != "" || property.Name == "expanded" {
					line += " " + property.Name + "=" + v
				}
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// wantHeard wants lines of the tree that begin with each of these.
func wantHeard(t *testing.T, p *BrowserPage, state string, wanted ...string) {
	t.Helper()
	var lines []string
	missing := func() []string {
		lines = heard(t, p)
		return slices.DeleteFunc(slices.Clone(wanted), func(want string) bool {
			return slices.ContainsFunc(lines, func(line string) bool { return strings.HasPrefix(line, want) })
		})
	}
	if err := eventually(func() error {
		if gone := missing(); len(gone) > 0 {
			return fmt.Errorf("not heard: %q", gone)
		}
		return nil
	}); err != nil {
		t.Errorf("%s: %v\namong\n%s", state, err, strings.Join(lines, "\n"))
	}
}

// TestHeard holds the main states to what a screen reader says of them.
func TestHeard(t *testing.T) {
	t.Parallel()
	p := open(t, Opening{})
	s := staged(t, p)
	for _, state := range []struct {
		lines  string
		wanted []string
	}{
		{"lacks notice", []string{"RootWebArea Toolyard", "banner", "main Conversation", "region Tools", "region Wire",
			"tree ", "treeitem ", "switch ", "list Parameters", "listitem", "textbox Name", "combobox Type", "checkbox Required",
			"log ", "textbox Message", "button Send", "tablist ", "tab Request selected=true", "tabpanel", "status"}},
		{"press setup-open", []string{"dialog Endpoint modal=true", "combobox Provider", "textbox Base URL", "button Close"}},
		{"press setup-done\npress import-open", []string{"dialog Start from what you have modal=true", "textbox "}},
		{"press dialog-close\npress share-open", []string{"dialog Share this playground modal=true", "combobox ", "textbox "}},
		{"press dialog-close\npress examples-open", []string{"dialog Examples modal=true"}},
		{"press dialog-close\nendpoint parallel-calls sk-none\npress send\nwait waiting", []string{
			"log ", "textbox Result", "button Send results disabled=true"}},
		{"fill tool-result[1] {", []string{"textbox Result"}},
		{"fill tool-result[1] 18\nfill tool-result[2] 12\npress results-send\nwait idle\npress message[role=user]>message-edit", []string{"textbox "}},
		{"press revision-cancel\nendpoint unauthorized sk-wrong\nfill prompt Hello\npress send\nwait failed", []string{"log Conversation live=polite", "StaticText Request failed", "term What to do", "button Check the key"}},
		{"fill tool-name two words", []string{"textbox Name invalid=true"}},
		{"press fix", []string{"group What this changes"}},
	} {
		if err := s.Show(State{"heard", state.lines}); err != nil {
			t.Fatal(err)
		}
		wantHeard(t, p, state.lines, state.wanted...)
	}
}

// sideways is how far the page is wider than its window, and what sticks out: of
// each scroller that is no text of a machine's, nothing may.
const sideways = `(() => {
	const wide = innerWidth;
	const over = document.documentElement.scrollWidth - wide;
	if (over <= 0) return "";
	return over + "px: " + [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > wide + 1 && e.checkVisibility())
		.slice(0, 4).map((e) => e.outerHTML.slice(0, 100)).join("\n  ");
})()`

// small are targets that a finger would miss: under 24 px either way, and within
// 24 px around their middle stands another, other than what sticks to the end of
// a scroller. Links within a sentence are exempt.
const small = `[...document.querySelectorAll("button, select, input, textarea, [role=switch], summary, a[href]")].filter((e) => {
	const target = "button, select, input, textarea, label, summary, a[href]";
	const crowded = () => {
		e.scrollIntoView({block: "center", inline: "nearest", behavior: "instant"});
		const { x, y, width, height } = e.getBoundingClientRect();
		return [[11.5, 0], [-11.5, 0], [0, 11.5], [0, -11.5]].some(([dx, dy]) => {
			const hit = document.elementFromPoint(x + width / 2 + dx, y + height / 2 + dy)?.closest(target);
			return hit && hit !== e && hit.dataset.testid !== "parameter-add" && ![...e.labels ?? []].includes(hit) && !hit.contains(e);
		});
	};
	const dialog = document.querySelector("[role=dialog]");
	if (!e.checkVisibility({visibilityProperty: true}) || e.closest("p a") || dialog && !dialog.contains(e)) return false;
	const label = e.labels?.[0]?.getBoundingClientRect();
	const box = e.getBoundingClientRect();
	const width = Math.max(box.width, label?.width ?? 0), height = Math.max(box.height, label?.height ?? 0);
	const seen = () => { // what nothing covers: a bar over a small screen scrolls away from it
		const { x, y, width, height } = (e.scrollIntoView({block: "center", inline: "nearest", behavior: "instant"}), e.getBoundingClientRect());
		const hit = document.elementFromPoint(x + width / 2, y + height / 2);
		return hit === e || e.contains(hit);
	};
	return width > 1 && (width < 23.5 || height < 23.5) && seen() && crowded();
}).map((e) => (e.dataset.testid ?? e.className) + " " + Math.round(e.getBoundingClientRect().width) + "x" + Math.round(e.getBoundingClientRect().height))`

// blended are controls that can't be told from what is around them in forced
// colours: no border, no words, no picture that takes the system's colours.
const blended = `[...document.querySelectorAll("button, select, input, textarea, [role=switch]")].filter((e) => {
	if (!e.checkVisibility({visibilityProperty: true}) || e.matches("label > .visually-hidden")) return false;
	const style = getComputedStyle(e);
	const edge = ["Top", "Bottom"].some((side) => parseFloat(style["border" + side + "Width"]) > 0 && style["border" + side + "Style"] !== "none")
		|| parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none";
	const before = getComputedStyle(e, "::before"), after = getComputedStyle(e, "::after");
	const drawn = [before, after].some((s) => s.content !== "none" && s.content !== "normal" && (parseFloat(s.borderTopWidth) > 0 || s.backgroundImage !== "none"));
	return !edge && !drawn && e.textContent.trim() === "" && !e.querySelector("svg") && e.type !== "checkbox" && !e.value;
}).map((e) => e.outerHTML.slice(0, 160))`

// stateless are switches, boxes and pressed buttons that forced colours show the
// same whatever their state: pairs with one look.
const stateless = `(() => {
	const look = (e) => { const s = getComputedStyle(e), b = getComputedStyle(e, "::before"), a = getComputedStyle(e, "::after");
		return [s, b, a].map((s) => [s.backgroundColor, s.color, s.borderTopColor, s.borderTopWidth, s.borderBottomWidth, s.outlineStyle, s.outlineWidth, s.textDecorationLine, s.fontWeight, s.transform, s.translate, s.insetInlineStart, s.left, s.content, s.boxShadow, s.forcedColorAdjust].join()).join("|"); };
	const faults = new Set();
	for (const e of document.querySelectorAll("[aria-pressed], [aria-selected], [role=switch][aria-checked]")) {
		if (!e.checkVisibility()) continue;
		for (const name of ["aria-pressed", "aria-selected", "aria-checked"]) {
			if (!e.hasAttribute(name)) continue;
			const was = e.getAttribute(name), before = look(e);
			e.setAttribute(name, was === "true" ? "false" : "true");
			if (look(e) === before) faults.add((e.dataset.testid ?? e.className) + " " + name);
			e.setAttribute(name, was);
		}
	}
	return [...faults];
})()`

// TestEveryScreen goes through the main states on a screen of 320 px, at 200 %
// zoom, with a coarse pointer, and in forced colours.
func TestEveryScreen(t *testing.T) {
	for _, language := range []string{"en-US", "zh-CN"} {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			p := open(t, Opening{Language: language})
			s := staged(t, p)
			told := map[string]bool{}
			fault := func(where, what string) {
				t.Helper()
				if what != "" && !told[what] {
					told[what] = true
					t.Errorf("%s: %s", where, what)
				}
			}
			for _, state := range MainStates() {
				if err := s.Show(state); err != nil {
					t.Fatal(err)
				}
				narrow(t, p, state.Name, fault)
				inForcedColours(t, p, state.Name, fault)
			}
			faultless(t, p)
		})
	}
}

// narrow shows each pane at 320 px, and at 200 % of 1440 and of 1280.
func narrow(t *testing.T, p *BrowserPage, state string, fault func(where, what string)) {
	for _, size := range []struct{ width, height int64 }{{320, 640}, {720, 450}, {640, 512}} {
		resize(t, p, size.width, size.height)
		for _, pane := range []string{"tools", "conversation", "wire"} {
			js[bool](t, p, `document.querySelector("[data-testid=app]").dataset.tab = "`+pane+`", true`)
			where := fmt.Sprintf("%s, %s at %d", state, pane, size.width)
			fault(where, js[string](t, p, sideways))
			if !js[bool](t, p, `document.querySelector(".pane[data-pane=`+pane+`]").checkVisibility({visibilityProperty: true})`) {
				fault(where, "the pane is not to be seen")
			}
			for _, target := range js[[]string](t, p, small) {
				fault(where+": a small target", target)
			}
		}
	}
	js[bool](t, p, `document.querySelector("[data-testid=app]").dataset.tab = "conversation", true`)
	resize(t, p, width, height)
}

func inForcedColours(t *testing.T, p *BrowserPage, state string, fault func(where, what string)) {
	forced(t, p, "active")
	for _, control := range js[[]string](t, p, blended) {
		fault(state+", forced colours: not to be seen", control)
	}
	for _, control := range js[[]string](t, p, stateless) {
		fault(state+", forced colours: a state by colour alone", control)
	}
	forced(t, p, "none")
}

// resize makes the window that of a touched screen where it is small.
func resize(t *testing.T, p *BrowserPage, width, height int64) {
	t.Helper()
	run(t, p, emulation.SetTouchEmulationEnabled(width < 1000).WithMaxTouchPoints(5))
	if err := p.Size(width, height); err != nil {
		t.Fatal(err)
	}
}

func forced(t *testing.T, p *BrowserPage, value string) {
	t.Helper()
	run(t, p, emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "forced-colors", Value: value}}))
	if err := p.Settle(); err != nil {
		t.Fatal(err)
	}
}

// TestStillness: who asked for less motion sees none.
func TestStillness(t *testing.T) {
	t.Parallel()
	p := open(t, Opening{})
	if err := p.Scheme("light"); err != nil { // which asks for less motion, too
		t.Fatal(err)
	}
	enact(t, p, "press send", "wait waiting", "press setup-open")
	if n := js[int](t, p, `document.getAnimations().filter((a) => a.effect.getComputedTiming().duration > 1).length`); n != 0 {
		t.Errorf("%d things move", n)
	}
}
