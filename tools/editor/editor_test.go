package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

const city = "{\n  \"city\": \"Ürümqi 🌍\",\n  \"days\": [1, 2]\n}\n"

// TestPolicyAndStyle also is the proof that CodeMirror runs under the project's policy: every
// stage fails where it refused something. Here it is shown to be dressed.
func TestPolicyAndStyle(t *testing.T) {
	s := newStage(t, city)
	if got := js[int](s, `document.querySelectorAll("style, [style*='--']").length`); got != 0 {
		t.Errorf("%d style elements on the page", got)
	}
	if got := js[int](s, `document.adoptedStyleSheets.length`); got != 1 {
		t.Errorf("%d adopted sheets", got)
	}
	if got := js[string](s, `getComputedStyle(document.querySelector(".cm-scroller")).display`); got != "flex" {
		t.Errorf("CodeMirror's own rules don't apply: the scroller is %s", got)
	}
	colours := `["k", "s", "n"].map((c) => getComputedStyle(document.querySelector(".cm-content ." + c)).color).join(" | ")`
	light := js[string](s, colours)
	s.run(`document.documentElement.dataset.theme = "dark"`)
	if dark := js[string](s, colours); dark == light || len(slices.Compact(strings.Split(dark, " | "))) != 3 {
		t.Errorf("key, string and number are %s in light, %s in dark", light, dark)
	}
	if got := js[string](s, `getComputedStyle(document.querySelector(".cm-gutters")).backgroundColor`); got != "rgba(0, 0, 0, 0)" {
		t.Errorf("a rule of CodeMirror beats web/style: the gutters are %s", got)
	}
}

func TestReading(t *testing.T) {
	s := newStage(t, city)
	for _, property := range []string{"editor.value", "content().value", "content().textContent", "content().innerText"} {
		if got := js[string](s, property); got != city {
			t.Errorf("%s is %q", property, got)
		}
	}
	names := `["data-testid", "aria-label", "aria-describedby", "role", "aria-multiline", "contenteditable"].map((n) => content().getAttribute(n)).join(" / ")`
	if got := js[string](s, names); got != "schema-json / JSON of the parameters / problems / textbox / true / true" {
		t.Errorf("the content is %s", got)
	}
	s.run(`editor.setAttribute("invalid", "true")`)
	if got := js[string](s, `content().getAttribute("aria-invalid")`); got != "true" {
		t.Errorf("invalid is %q", got)
	}
	windows := "{\r\n\"a\":\r1}"
	s.start(windows)
	s.want(windows)
}

func TestTyping(t *testing.T) {
	s := newStage(t, "")
	s.do(chromedp.KeyEvent(`{"a": 1`))
	s.want(`{"a": 1`)
	s.do(chromedp.KeyEvent("\r"))
	s.want("{\"a\": 1\n  ")
	s.do(chromedp.KeyEvent("}"))
	s.want("{\"a\": 1\n}")
	s.key("a", input.ModifierCtrl)
	s.do(chromedp.KeyEvent("[]"))
	s.want("[]")
	text := "{\n\n  \"type\": \"object\",\n\t\"x\": 1.50\n}\n\n"
	for _, before := range []string{"", "short", "{\n \"many\": [\n\n1\n]}\n"} {
		s.start(before)
		s.run(`content().focus(), content().select()`)
		s.do(input.InsertText(text))
		s.want(text)
	}
	s.key("a", input.ModifierCtrl)
	s.key("Delete")
	s.want("")
}

func TestPaste(t *testing.T) {
	s := newStage(t, city)
	s.key("a", input.ModifierCtrl)
	s.command("c", "copy")
	s.key("ArrowRight")
	s.command("v", "paste")
	s.want(city + city)
	s.key("a", input.ModifierCtrl)
	s.command("v", "paste")
	s.want(city)
	paste := `(() => { const data = new DataTransfer(); data.setData("text/plain", "{\r\n}"); content().dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); })()`
	s.key("a", input.ModifierCtrl)
	s.run(paste)
	s.want("{\n}")
}

func TestChangesOfTheProgram(t *testing.T) {
	s := newStage(t, "[1, 2, 3]")
	s.run(`editor.selectRange(7, 7)`)
	s.run(`program.change({from: 1, to: 2, insert: "1000"})`)
	s.do(chromedp.KeyEvent("4"))
	s.want("[1000, 2, 43]")
	s.run(`program.text = editor.value = "[1000, 22, 43]"`)
	s.do(chromedp.KeyEvent("5"))
	s.want("[1000, 22, 453]")
	s.run(`program.change({from: 0, to: 0, insert: " "}, {from: 1, to: 5, insert: ""}, {from: 15, to: 15, insert: "\n"})`)
	s.do(chromedp.KeyEvent("6"))
	s.want(" [, 22, 4563]\n")
	if got := js[int](s, `program.events.length`); got != 3 {
		t.Errorf("%d edits were told, of which only 3 were the person's", got)
	}
	s.run(`editor.apply([{from: -5, to: "x"}, {from: 1e9, to: 2, insert: null}, {}])`)
	s.run(`editor.problems = [{from: -1, to: 1e9, message: "m"}, {from: 1e9, to: 1e9, severity: "odd", message: "n"}]`)
	s.run(`editor.selectRange(NaN, 1e9)`)
	s.want(" [, 22, 4563]\n")
	s.start("a🌍b")
	s.run(`program.text = editor.value = "a🌎b"`) // the halves differ in the second only
	s.want("a🌎b")
}

func TestUndoIsTheProgrammes(t *testing.T) {
	s := newStage(t, "1")
	s.run(`addEventListener("keydown", (e) => { window.leaked = true; })`)
	s.do(chromedp.KeyEvent("2"))
	s.run(`program.events = [], leaked = false`)
	s.key("z", input.ModifierCtrl)
	s.key("Z", input.ModifierCtrl, input.ModifierShift)
	s.key("y", input.ModifierCtrl)
	s.run(`content().dispatchEvent(new InputEvent("beforeinput", {inputType: "historyUndo", bubbles: true, cancelable: true}))`)
	if got := js[string](s, `program.events.join()`); got != "undo,redo,redo,undo" {
		t.Errorf("asked for %s", got)
	}
	if js[bool](s, `leaked`) {
		t.Error("the key went on to the page, which would undo twice")
	}
	s.want("21")
}

func TestTabLeaves(t *testing.T) {
	s := newStage(t, city)
	s.key("Tab")
	if got := js[string](s, `document.activeElement.id`); got != "after" {
		t.Errorf("Tab went to %q", got)
	}
	s.run(`editor.focus()`)
	s.key("Tab", input.ModifierShift)
	if got := js[string](s, `document.activeElement.id`); got != "before" {
		t.Errorf("Shift+Tab went to %q", got)
	}
	s.want(city)
}

func TestCaret(t *testing.T) {
	s := newStage(t, city)
	s.run(`editor.selectRange(4, 4)`)
	s.key("ArrowRight")
	s.until(`program.caret === "5 2:4"`)
	s.key("End")
	s.until(fmt.Sprintf(`program.caret === "%d 2:23"`, 24))
}

func TestMovesAndComesBack(t *testing.T) {
	s := newStage(t, city)
	s.run(`editor.selectRange(3, 3), document.body.append(editor)`)
	s.run(`editor.focus()`)
	s.do(chromedp.KeyEvent("x"))
	after := city[:3] + "x" + city[3:]
	s.want(after)
	s.run(`editor.remove()`)
	s.run(`program.change({from: 0, to: 0, insert: "y"})`)
	s.run(`document.body.append(editor), editor.focus()`)
	s.do(chromedp.KeyEvent("z"))
	s.want("y" + city[:3] + "xz" + city[3:])
}
