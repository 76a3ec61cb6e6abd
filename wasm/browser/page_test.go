//go:build js && wasm

package browser

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestFocus(t *testing.T) {
	mount(t, `<div style="height: 4000px"></div><div id="box"><input id="field"></div><p id="plain">text</p>`)
	New().Focus("field")
	if got := ask(t, `return document.activeElement.id`); got != "field" {
		t.Errorf("focus on %q", got)
	}
	if got := ask(t, `const r = field.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight`); got != "true" {
		t.Error("the field is out of sight")
	}
	for _, id := range []string{"plain", "nowhere"} {
		New().Focus(id)
		if got := ask(t, `return document.activeElement.id`); got != "field" {
			t.Errorf("focus on %q after %s", got, id)
		}
	}
}

func TestFocusWaits(t *testing.T) {
	mount(t, `<div id="late"></div>`)
	run(t, `setTimeout(() => { late.innerHTML = "<button id=comes disabled>x</button>" }, 30);
		setTimeout(() => { comes.disabled = false }, 80)`)
	New().Focus("comes")
	if got := ask(t, `return document.activeElement.id`); got != "comes" {
		t.Errorf("focus on %q", got)
	}
}

// A person who went elsewhere before the element was drawn stays there; what the
// program did itself is no such thing.
func TestFocusIsThePersons(t *testing.T) {
	for _, c := range []struct{ meanwhile, focus string }{
		{`mine.focus()`, "mine"},
		{`mine.remove()`, "comes"},
		{`from.remove()`, "comes"},
		{`box.focus()`, "comes"},
	} {
		t.Run(c.meanwhile, func(t *testing.T) {
			mount(t, `<input id="from"><input id="mine"><div id="box" tabindex="-1"><div id="late"></div></div>`)
			run(t, `from.focus(); setTimeout(() => { `+c.meanwhile+` }, 20);
				setTimeout(() => { late.innerHTML = "<button id=comes>x</button>" }, 80)`)
			New().Focus("comes")
			if got := ask(t, `return document.activeElement.id`); got != c.focus {
				t.Errorf("focus on %q, want %q", got, c.focus)
			}
		})
	}
	mount(t, `<button id="first">1</button><button id="second">2</button>`)
	run(t, `globalThis.focused = 0; for (const e of [first, second]) e.focus = (how) => { focused++; HTMLElement.prototype.focus.call(e, how); }`)
	done := make(chan bool)
	for _, id := range []string{"first", "second"} {
		go func() { New().Focus(id); done <- true }()
	}
	<-done
	<-done
	if got := ask(t, `return String(focused)`); got != "2" {
		t.Errorf("the focus moved %s times: one takes the other for the person", got)
	}
}

// TestFocusHoldsNoFrameUp: it moves when the frame is over, and has been heard of.
func TestFocusHoldsNoFrameUp(t *testing.T) {
	mount(t, `<button id="aim">1</button>`)
	run(t, `globalThis.raw ??= requestAnimationFrame;
		globalThis.when = "waits";
		aim.focus = () => { HTMLElement.prototype.focus.call(aim); aim.title = when; };`)
	replace(t, "globalThis", "requestAnimationFrame", `{value: (f) => raw((time) => {
		when = "in the frame";
		const heard = new MessageChannel();
		heard.port1.onmessage = () => { when = "behind it"; };
		f(time);
		heard.port2.postMessage(0);
	})}`)
	New().Focus("aim")
	if got := ask(t, `return aim.title`); got != "behind it" {
		t.Errorf("the focus moved: %s", got)
	}
}

// What arrives takes the focus from nobody who writes.
func TestInvite(t *testing.T) {
	for _, c := range []struct{ had, focus string }{
		{`<textarea id="prompt"></textarea>`, "result"},
		{`<textarea id="prompt">next</textarea>`, "prompt"},
		{`<textarea id="system"></textarea>`, "system"},
		{`<div id="editor" contenteditable="true"></div>`, "editor"},
		{`<button id="send">Send</button>`, "result"},
		{`<input id="box" type="checkbox">`, "result"},
	} {
		t.Run(c.had, func(t *testing.T) {
			mount(t, c.had+`<textarea id="result"></textarea>`)
			run(t, `document.querySelector("[id]:is(textarea, input, button, [contenteditable])").focus()`)
			New().Invite("result")
			if got := ask(t, `return document.activeElement.id`); got != c.focus {
				t.Errorf("focus on %q, want %q", got, c.focus)
			}
		})
	}
}

func TestFocusInATabThatIsNotDrawn(t *testing.T) {
	replace(t, "globalThis", "requestAnimationFrame", `{value: () => 1}`)
	mount(t, `<input id="hidden-tab">`)
	began := time.Now()
	New().Focus("hidden-tab")
	if got := ask(t, `return document.activeElement.id`); got != "hidden-tab" || time.Since(began) > time.Second {
		t.Errorf("focus on %q after %v", got, time.Since(began))
	}
}

func TestDress(t *testing.T) {
	mount(t, `<meta name="theme-color" data-scheme="light" content="#fff"><meta name="theme-color" data-scheme="dark" content="#000">`)
	tests := []struct{ language, theme, want string }{
		{"zh-Hans", "dark", "zh-Hans dark | not all | all"},
		{"en", "light", "en light | all | not all"},
		{"en", "", "en null | (prefers-color-scheme: light) | (prefers-color-scheme: dark)"},
	}
	for _, test := range tests {
		New().Dress(test.language, test.theme)
		got := ask(t, `const root = document.documentElement;
			const bars = [...document.querySelectorAll("meta[name=theme-color]")].map(m => m.media);
			return [root.lang + " " + root.getAttribute("data-theme"), ...bars].join(" | ")`)
		if got != test.want {
			t.Errorf("%v: %s", test, got)
		}
	}
}

func TestDressWithoutBars(t *testing.T) {
	New().Dress("en", "dark")
	defer New().Dress("en", "")
	if got := ask(t, `return document.documentElement.getAttribute("data-theme")`); got != "dark" {
		t.Errorf("theme %s", got)
	}
}

// TestLanguages: the language that the loader chose comes first.
func TestLanguages(t *testing.T) {
	New().Dress("zh-Hans", "")
	t.Cleanup(func() { New().Dress("en", "") })
	for descriptor, want := range map[string][]string{
		`{value: Object.freeze(["zh-CN", "en"])}`: {"zh-CN", "en"},
		`{value: []}`:              {},
		`{value: undefined}`:       nil,
		`{get() { throw 1 }}`:      nil,
		`{value: ["de", , "x-y"]}`: {"de", "x-y"},
	} {
		replace(t, "navigator", "languages", descriptor)
		want = append([]string{"zh-Hans"}, want...)
		if got := New().Languages(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q", descriptor, got)
		}
	}
}

func TestFragment(t *testing.T) {
	host := New()
	t.Cleanup(func() { host.SetFragment("") })
	plain := ask(t, `return location.href.split("#")[0]`)
	entries := ask(t, `return history.length`)
	for _, fragment := range []string{"s=abc", "100%", "a#b", "%E5%A4%A9"} {
		host.SetFragment(fragment)
		if host.Fragment() != fragment || host.Address() != plain {
			t.Errorf("set %q: fragment %q of %q", fragment, host.Fragment(), host.Address())
		}
	}
	host.SetFragment("")
	if got := ask(t, `return location.href`); got != plain || host.Fragment() != "" {
		t.Errorf("address %s", got)
	}
	if got := ask(t, `return history.length`); got != entries {
		t.Errorf("%s entries in the history, before %s", got, entries)
	}
}

func TestSetFragmentKeepsTheState(t *testing.T) {
	run(t, `history.replaceState({mine: 1}, "")`)
	New().SetFragment("x")
	New().SetFragment("")
	if got := ask(t, `return JSON.stringify(history.state)`); got != `{"mine":1}` {
		t.Errorf("state %s", got)
	}
}

func TestSetFragmentRefused(t *testing.T) {
	replace(t, "history", "replaceState", `{value() { throw new DOMException("too often", "SecurityError") }}`)
	New().SetFragment("refused")
	if got := New().Fragment(); got != "" {
		t.Errorf("fragment %q", got)
	}
}

func TestOnFragment(t *testing.T) {
	host, heard := New(), make(chan string, 9)
	t.Cleanup(func() { host.SetFragment("") })
	host.OnFragment(func(fragment string) { heard <- fragment })
	host.SetFragment("quiet")
	run(t, `location.hash = "loud"`)
	select {
	case got := <-heard:
		if got != "loud" {
			t.Errorf("heard %q", got)
		}
	case <-time.After(patience):
		t.Error("heard nothing")
	}
}

func TestOnHide(t *testing.T) {
	calls := make(chan bool, 9)
	New().OnHide(func(gone bool) { calls <- gone; panic("contained") })
	replace(t, "console", "error", `{value: text => { globalThis.reported = text }}`)

	run(t, `document.dispatchEvent(new Event("visibilitychange"))`) // still visible
	replace(t, "document", "visibilityState", `{value: "hidden"}`)
	run(t, `document.dispatchEvent(new Event("visibilitychange"))`)
	run(t, `dispatchEvent(new Event("pagehide"))`)
	run(t, `dispatchEvent(new Event("pageshow"))`)
	for i, want := range []bool{false, true, false} {
		select {
		case got := <-calls:
			if got != want {
				t.Errorf("call %d: gone %v", i, got)
			}
		case <-time.After(patience):
			t.Fatal("not called")
		}
	}
	eventually(t, `reported.includes("contained")`)
	if len(calls) != 0 {
		t.Errorf("%d calls too many", len(calls))
	}
}

// The program hears of no error when the page has no such object.
func TestListenToNothing(t *testing.T) {
	replace(t, "console", "error", `{value: text => { globalThis.reported = text }}`)
	listen(run(t, `return null`), "hashchange", func() {})
	if got := ask(t, `return reported`); !strings.HasPrefix(got, "browser: can't listen to hashchange") {
		t.Errorf("reported %q", got)
	}
}
