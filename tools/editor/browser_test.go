package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"toolyard/tools/site/policy"
)

// patience is how long a test waits for what should happen at once.
const patience = 20 * time.Second

const source = "../../web/editor"

// stage is a browser with the page of testdata open.
type stage struct {
	t   *testing.T
	ctx context.Context
}

// newStage serves the committed bundle with the project's policy and style. What
// the policy refuses fails the test.
func newStage(t *testing.T, text string) stage {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(serve))
	t.Cleanup(server.Close)
	ctx, cancel := chromedp.NewContext(context.Background())
	t.Cleanup(cancel)
	if err := chromedp.Run(ctx); err != nil {
		t.Fatal("a Chromium is needed, see tools/chromium.sh: ", err)
	}
	ctx, stop := context.WithTimeout(ctx, 3*patience)
	t.Cleanup(stop)
	s := stage{t, ctx}
	s.do(emulation.SetFocusEmulationEnabled(true), chromedp.EmulateViewport(900, 700), chromedp.Navigate(server.URL+"/"))
	s.until(`!!customElements.get("json-editor") && !!content()`)
	s.start(text)
	t.Cleanup(func() {
		var refused []string
		if err := chromedp.Run(ctx, chromedp.Evaluate(`refused`, &refused)); err != nil || len(refused) > 0 {
			t.Errorf("the policy refused %q, %v", refused, err)
		}
	})
	return s
}

func serve(w http.ResponseWriter, r *http.Request) {
	for _, h := range policy.Security {
		w.Header().Set(h.Name, h.Value)
	}
	switch r.URL.Path {
	case "/":
		http.ServeFile(w, r, "testdata/page.html")
	case "/editor.js":
		http.ServeFile(w, r, filepath.Join(source, "dist", bundleFile))
	case "/style.css":
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		fmt.Fprint(w, style())
	default:
		http.ServeFile(w, r, "testdata"+r.URL.Path)
	}
}

// style is the project's, in its order.
func style() string {
	folder := filepath.Join("..", "..", "web", "style")
	order, err := os.ReadFile(filepath.Join(folder, "order.txt"))
	if err != nil {
		panic(err)
	}
	var all strings.Builder
	for _, file := range strings.Fields(string(order)) {
		content, err := os.ReadFile(filepath.Join(folder, file))
		if err != nil {
			panic(err)
		}
		all.Write(content)
	}
	return all.String()
}

func (s stage) do(actions ...chromedp.Action) {
	s.t.Helper()
	if err := chromedp.Run(s.ctx, actions...); err != nil {
		s.t.Fatal(err)
	}
}

func await(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }

// js evaluates an expression, a promise as what it resolves to.
func js[T any](s stage, expression string) T {
	s.t.Helper()
	var got T
	s.do(chromedp.Evaluate(expression, &got, await))
	return got
}

// run evaluates for the effect alone.
func (s stage) run(expression string) {
	s.t.Helper()
	s.do(chromedp.Evaluate("void ("+expression+")", nil))
}

func (s stage) until(expression string) {
	s.t.Helper()
	deadline := time.Now().Add(patience)
	for {
		var done bool
		err := chromedp.Run(s.ctx, chromedp.Evaluate(expression, &done))
		if err == nil && done {
			return
		}
		if time.Now().After(deadline) {
			s.t.Fatalf("waiting for %s: %v", expression, err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// start gives program and editor a text, and the editor the focus.
func (s stage) start(text string) {
	s.t.Helper()
	s.run(fmt.Sprintf("(program.start(%s), editor.focus())", quoted(text)))
}

// want compares both texts with the one that should be there.
func (s stage) want(text string) {
	s.t.Helper()
	if got := js[string](s, "editor.value"); got != text {
		s.t.Errorf("the editor holds %q, want %q", got, text)
	}
	if got := js[string](s, "program.text"); got != text {
		s.t.Errorf("the program holds %q, want %q", got, text)
	}
}

// key presses one key. Ctrl stands for ⌘ on a Mac, where these tests don't run.
func (s stage) key(name string, modifiers ...input.Modifier) {
	s.t.Helper()
	codes := map[string]int64{
		"Tab": 9, "Enter": 13, "Escape": 27, "End": 35, "Home": 36, "ArrowLeft": 37, "ArrowRight": 39, "Delete": 46, "F8": 119,
	}
	code, known := codes[name]
	if !known {
		code = int64(strings.ToUpper(name)[0])
	}
	press := input.DispatchKeyEvent(input.KeyRawDown).WithKey(name).WithWindowsVirtualKeyCode(code)
	for _, m := range modifiers {
		press.Modifiers |= m
	}
	release := *press
	release.Type = input.KeyUp
	s.do(press, &release)
}

// command is a key with what the browser itself does for it.
func (s stage) command(key, does string) {
	s.t.Helper()
	s.do(input.DispatchKeyEvent(input.KeyRawDown).WithKey(key).WithModifiers(input.ModifierCtrl).
		WithWindowsVirtualKeyCode(int64(strings.ToUpper(key)[0])).WithCommands([]string{does}))
}

func quoted(text string) string {
	b, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return string(b)
}
