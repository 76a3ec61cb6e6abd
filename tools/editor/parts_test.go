package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

func TestProblems(t *testing.T) {
	s := newStage(t, "{\n\"a\": tru,\n\n}")
	s.run(`editor.problems = [
		{from: 7, to: 10, severity: "error", message: "no value"},
		{from: 10, to: 10, severity: "warning", message: "a comma too many"},
		{from: 12, to: 12, severity: "info", message: "an empty line"},
		{from: 0, to: 14, severity: "warning", message: "all of it"},
	]`)
	marks := `[...document.querySelectorAll(".cm-content mark")].map((m) => [m.dataset.severity, m.title, m.textContent].join("·")).join(" | ")`
	want := "warning·all of it·{ | error·no value·tru | warning·a comma too many·, | info·an empty line·"
	if got := js[string](s, marks); got != want {
		t.Errorf("marked are %s, want %s", got, want)
	}
	signs := `[...document.querySelectorAll(".sign")].filter((m) => m.offsetHeight > 0).map((m) => m.dataset.severity).join()`
	if got := js[string](s, signs); got != "warning,error,info" {
		t.Errorf("the signs are %s", got)
	}
	s.run(`program.change({from: 2, to: 2, insert: "  "})`)
	s.do(chromedp.KeyEvent(" "))
	if got := js[string](s, `document.querySelector("mark[data-severity=error]").textContent`); got != "tru" {
		t.Errorf("the mark moved to %q", got)
	}
	s.run(`editor.selectRange(0, 0)`)
	s.key("F8")
	if got := js[string](s, `getSelection().toString()`); got != "tru" {
		t.Errorf("F8 went to %q", got)
	}
	if got := js[string](s, `document.querySelector(".cm-announced").textContent`); !strings.Contains(got, "no value") {
		t.Errorf("announced is %q", got)
	}
	s.run(`editor.problems = []`)
	if got := js[string](s, marks+" + "+signs); got != "" {
		t.Errorf("left are %s", got)
	}
}

func TestFolding(t *testing.T) {
	s := newStage(t, city)
	s.do(chromedp.Click(`.cm-foldGutter .cm-gutterElement [title="Fold line"]`))
	s.until(`!!document.querySelector(".cm-foldPlaceholder")`)
	for _, property := range []string{"editor.value", "content().textContent"} {
		if got := js[string](s, property); got != city {
			t.Errorf("folded, %s is %q", property, got)
		}
	}
	s.run(`program.change({from: 5, to: 9, insert: "town"})`)
	if !js[bool](s, `!!document.querySelector(".cm-foldPlaceholder")`) {
		t.Error("a change inside unfolded it")
	}
	s.run(`editor.selectRange(0, 0), editor.focus()`)
	s.key("}", input.ModifierCtrl, input.ModifierShift)
	s.do(chromedp.Click(".cm-foldPlaceholder"))
	s.until(`!document.querySelector(".cm-foldPlaceholder")`)
}

// TestFoldsFar: a bracket that is closed far away, behind those in strings, and one
// that never is.
func TestFoldsFar(t *testing.T) {
	const folds = `document.querySelectorAll('.cm-foldGutter .cm-gutterElement [title="Fold line"]')`
	long := strings.Repeat("    \"}]{\": [{ }],\n", 3000)
	for text, want := range map[string]string{
		"{\n  \"a\": {\n" + long + "    \"b\": 1\n  },\n  \"c\": 2\n}": "{\n  \"a\": {…},\n  \"c\": 2\n}",
		"{\n  \"a\": {\n    \"b\": 1\n  },\n  \"c\": 2\n}":             "{\n  \"a\": {…},\n  \"c\": 2\n}",
	} {
		s := newStage(t, text)
		s.until(folds + `.length > 1`)
		s.run(folds + `[1].click()`)
		s.until(`!!document.querySelector(".cm-foldPlaceholder")`)
		if got := js[string](s, `[...document.querySelectorAll(".cm-line")].map((l) => l.textContent).join("\n")`); got != want {
			t.Errorf("%d bytes fold to %q", len(text), got)
		}
	}
	s := newStage(t, "{\n  \"a\": {\n"+long)
	s.until(`content().textContent.includes("}]{")`)
	if n := js[int](s, folds+`.length`); n != 0 {
		t.Errorf("%d lines that are never closed fold", n)
	}
}

func TestSearch(t *testing.T) {
	s := newStage(t, city)
	s.key("f", input.ModifierCtrl)
	s.until(`document.activeElement.name === "search"`)
	s.do(chromedp.KeyEvent("days"))
	s.key("Enter")
	s.until(`document.querySelector(".cm-searchMatch-selected")?.textContent === "days"`)
	for language, placeholder := range map[string]string{"zh-Hans": "查找", "en": "Find"} {
		s.run(`document.documentElement.lang = "` + language + `"`)
		s.until(`document.querySelector("[name=search]").placeholder === "` + placeholder + `"`)
	}
	s.run(`addEventListener("keydown", (e) => { window.leaked = true; })`)
	s.key("Escape")
	s.until(`!document.querySelector(".cm-search")`)
	if js[bool](s, `!!window.leaked`) {
		t.Error("Escape closed the search and went on to the page, where it stops an answer")
	}
	s.key("Escape")
	if !js[bool](s, `!!window.leaked`) {
		t.Error("Escape without a search did not reach the page")
	}
	if js[string](s, `document.activeElement.dataset.testid`) != "schema-json" {
		t.Error("the focus did not come back")
	}
	s.want(city)
}

func TestBrackets(t *testing.T) {
	s := newStage(t, "[{}]")
	s.run(`editor.selectRange(0, 0)`)
	// The pair is looked for when the caret moves, which on a busy machine may be
	// before the text has been parsed.
	for range 10 {
		s.key("ArrowRight")
		s.key("ArrowLeft")
		time.Sleep(100 * time.Millisecond)
		if js[bool](s, `document.querySelectorAll(".cm-matchingBracket").length === 2`) {
			return
		}
	}
	t.Error("no bracket is marked beside the caret")
}

// TestComposing types as an input method does: the program hears one edit at the
// end, and what it changed meanwhile comes to the same text on both sides.
func TestComposing(t *testing.T) {
	compose := func(text string) chromedp.Action {
		n := int64(len([]rune(text)))
		return input.ImeSetComposition(text, n, n)
	}
	s := newStage(t, `{"a": ""}`)
	s.run(`editor.selectRange(7, 7), content().addEventListener("compositionend", () => { window.composed = true; })`)
	s.do(compose("n"), compose("ni"), compose("nih"))
	if got := js[int](s, `program.events.length`); got != 0 {
		t.Fatalf("%d events while composing", got)
	}
	s.run(`program.change({from: 2, to: 3, insert: "greeting"}), editor.problems = [{from: 14, to: 16, severity: "warning", message: "empty"}]`)
	if got := js[string](s, `editor.value`); got != `{"a": "nih"}` {
		t.Errorf("while composing the editor shows %s", got)
	}
	s.do(compose("你好"), input.InsertText("你好"))
	s.until(`program.events.length === 1`)
	s.want(`{"greeting": "你好"}`)
	if got := js[string](s, `document.querySelector("mark").textContent`); got != `"}` {
		t.Errorf("the mark that waited is around %q", got)
	}
	s.do(chromedp.KeyEvent("!"))
	s.want(`{"greeting": "你好!"}`)

	s.start("[1]")
	s.run(`editor.selectRange(2, 2)`)
	s.do(compose("x"))
	s.run(`program.text = editor.value = "[12, 3]"`) // at the same place: the local text stays in front
	s.do(input.InsertText("x"))
	s.until(`program.events.length === 1`)
	if got := js[string](s, `editor.value`); got != js[string](s, `program.text`) || got != "[1x2, 3]" {
		t.Errorf("the editor holds %s, the program %s", got, js[string](s, `program.text`))
	}
	s.start("[1]")
	s.do(compose("x"))
	s.do(compose(""))
	s.until(`editor.value === "[1]"`)
	s.run(`editor.blur()`)
	s.want("[1]")
}

// TestBothAtOnce lets person and program change the text in the same moment, many
// times over: they come to the same text.
func TestBothAtOnce(t *testing.T) {
	s := newStage(t, strings.Repeat(city, 3))
	rounds := `(async () => {
		let seed = 7;
		const random = (n) => (seed = (seed * 48271) % 2147483647) % n;
		for (let round = 0; round < 400; round++) {
			const from = random(editor.value.length - 2);
			editor.selectRange(from, from + 1 + random(3));
			const told = program.events.length;
			const typed = { inputType: "insertText", data: ["x", "[1]", "\n", "🌍"][random(4)], bubbles: true, cancelable: true };
			content().dispatchEvent(new InputEvent("beforeinput", typed));
			for (let n = random(3); n >= 0; n--) {
				const at = random(program.text.length);
				program.change({ from: at, to: Math.min(at + random(4), program.text.length), insert: ["", "yy", "{}\n"][random(3)] });
			}
			if (program.events.length !== told) return "told while the program was calling";
			await new Promise((done) => setTimeout(done));
			if (program.events.length !== told + 1) return "not told";
			if (editor.value !== program.text) return "round " + round + ": " + JSON.stringify([editor.value, program.text]);
			if (editor.value.length < 50) program.start("1234567890".repeat(20));
		}
		return "";
	})()`
	if got := js[string](s, rounds); got != "" {
		t.Error(got)
	}
}

// large is a schema of 280 KB.
func large() string {
	var b strings.Builder
	b.WriteString("{\n  \"type\": \"object\",\n  \"properties\": {")
	for i := range 2000 {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "\n    \"parameter_%d\": {\n      \"type\": \"string\",\n      \"description\": \"What the parameter number %d says, in about as many words as people use.\"\n    }", i, i)
	}
	b.WriteString("\n  }\n}\n")
	return b.String()
}

// TestLarge types into the middle of a large text, and logs what a key takes.
func TestLarge(t *testing.T) {
	text := large()
	s := newStage(t, text)
	t.Logf("%d bytes shown in %.0f ms", len(text), js[float64](s, `(() => { const at = performance.now(); program.start(editor.value.replace("object", "array")); document.body.offsetHeight; return performance.now() - at; })()`))
	middle := strings.Index(text, `hat the parameter number 1000`)
	s.start(text)
	s.run(fmt.Sprintf(`(editor.selectRange(%d, %d), program.frames = [])`, middle, middle))
	s.until(`content().querySelectorAll(".k").length > 0`)
	typed := strings.Repeat("key ", 20)
	for i, r := range typed {
		s.do(chromedp.KeyEvent(string(r)))
		s.until(fmt.Sprintf(`program.frames.length === %d`, i+1)) // one after the other, as fingers do
	}
	s.want(text[:middle] + typed + text[middle:])
	for _, what := range []string{"told", "drawn"} {
		times := js[[]float64](s, `program.frames.map((f) => f.`+what+`)`)
		slices.Sort(times)
		median, p95 := times[len(times)/2], times[len(times)*95/100]
		t.Logf("from a key until it is %s: median %.1f ms, 95th percentile %.1f ms", what, median, p95)
	}
	for _, way := range []string{`content().select()`, `editor.focus()`} {
		s.start(text)
		s.run(way)
		s.key("a", input.ModifierCtrl)
		s.do(input.InsertText(city))
		s.want(city)
	}
	s.start(text)
	s.run(`editor.focus(), getSelection().selectAllChildren(content())`)
	s.do(input.InsertText(city))
	s.want(city)
}
