package e2e

import (
	"flag"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/network"

	"toolyard/app/sample"
	"toolyard/app/share"
	"toolyard/tools/serve/static"
)

// The page's program comes in two parts (tools/site/pack, Parts). This file holds
// the first one to what a person does before the rest is there.

var renewEarly = flag.Bool("early", false, "write tools/site/early.txt anew")

// comings are how a person comes: each opens the page anew.
var comings = map[string]struct {
	visit
	query string
	link  bool // comes by a link
	used  bool // has been here, and left a conversation
}{
	"wide":      {visit: visit{language: "en-US", width: 1440, height: 900}},
	"narrow":    {visit: visit{language: "zh-CN", width: 390, height: 800}},
	"by a link": {visit: visit{language: "en-US", width: 1440, height: 900}, link: true},
	"embedded":  {visit: visit{language: "en-US", width: 800, height: 600}, query: "?embed=1"},
	"again":     {visit: visit{language: "en-US", width: 1440, height: 900}, used: true},
}

// restless serves a site, and from a moment on without the rest of the program.
type restless struct {
	site http.Handler
	off  atomic.Bool
}

func (s *restless) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.off.Load() && strings.HasPrefix(r.URL.Path, "/assets/rest.") {
		http.Error(w, "not now", http.StatusServiceUnavailable)
		return
	}
	s.site.ServeHTTP(w, r)
}

func serveRestless(t *testing.T, files fs.FS) (*restless, string) {
	t.Helper()
	site, err := static.New(files, "/")
	if err != nil {
		t.Fatal(err)
	}
	s := &restless{site: site}
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	return s, server.URL + "/"
}

// TestEarly opens the page and types into it while the rest can't be had: nothing
// asks for it. Then it arrives by itself. With -early, the list of the functions of
// the first part is written anew before.
func TestEarly(t *testing.T) {
	if *renewEarly {
		writeEarly(t)
	}
	for name, coming := range comings {
		t.Run(name, func(t *testing.T) {
			s, address := serveRestless(t, os.DirFS(builtFolder(t)))
			s.off.Store(!coming.used)
			p := begin(t, address+coming.query+fragmentOf(t, coming.link), coming.visit, missing)
			t.Cleanup(func() { sayMissed(t, p) })
			if coming.used {
				leaveConversation(t, p)
				s.off.Store(true)
				comeAgain(t, p)
			}
			typeEarly(t, p, coming.visit)
			if js[int](t, p, "toolyard.waited") != 0 {
				t.Fatal("the page asked for the rest of its program")
			}
			s.off.Store(false)
			holds(t, p, "toolyard.whole()")
		})
	}
}

// TestRestIsWaitedFor calls a function of the rest before it has come: the program
// waits for it, and goes on.
func TestRestIsWaitedFor(t *testing.T) {
	s, address := serveRestless(t, os.DirFS(builtFolder(t)))
	s.off.Store(true)
	asked := `window.confirm = (text) => { window.asked = text; fetch("about:blank").catch(() => {}); return !!window.patient; };`
	p := begin(t, address, visit{language: "zh-CN", width: 1440, height: 900}, asked)
	holds(t, p, isReady)
	s.off.Store(false)
	enact(t, p, "press examples-open", "shows examples")
	if n := js[int](t, p, "toolyard.waited"); n != 1 {
		t.Errorf("the program waited %d times for its rest", n)
	}
	if text := js[string](t, p, "window.asked ?? ''"); text != "" {
		t.Errorf("the person was asked %q", text)
	}
	faultless(t, p)
}

// missing notes who called a function of the rest, which can't be had.
const missing = `const instantiate = WebAssembly.instantiate;
	WebAssembly.instantiate = (program, imports) => {
		if (imports?.toolyard) {
			const { rest } = imports.toolyard;
			imports = { ...imports, toolyard: { rest() { window.missed ??= new Error().stack; rest(); } } };
		}
		return instantiate.call(WebAssembly, program, imports);
	};
	window.confirm = () => false;`

// sayMissed says why a test failed, if it did for want of a function.
func sayMissed(t *testing.T, p *BrowserPage) {
	if !t.Failed() {
		return
	}
	if by := js[string](t, p, "window.missed ?? ''"); by != "" {
		t.Errorf("a function of the rest was called: run make early. It was called by\n%s", by)
	}
}

func fragmentOf(t *testing.T, wanted bool) string {
	t.Helper()
	if !wanted {
		return ""
	}
	link, err := share.Encode(sample.First("en").Snapshot)
	if err != nil {
		t.Fatal(err)
	}
	return "#" + link
}

// leaveConversation goes once through the main loop.
func leaveConversation(t *testing.T, p *BrowserPage) {
	t.Helper()
	holds(t, p, isReady)
	stage := enact(t, p, "fill prompt How is the weather?", "press send", "shows tool-result")
	if err := stage.run("fill tool-result {}", "press results-send", "shows message[4]"); err != nil {
		t.Fatal(err)
	}
	untilStored(t, p, "How is the weather?")
}

// comeAgain opens the page anew, with nothing of it in the browser's cache. It waits
// for that: what is asked of a page right after a reload, the one before may answer.
func comeAgain(t *testing.T, p *BrowserPage) {
	t.Helper()
	run(t, p, network.SetCacheDisabled(true))
	if err := p.Reload(); err != nil {
		t.Fatal(err)
	}
}

// typeEarly waits until the page answers, and types into what it shows.
func typeEarly(t *testing.T, p *BrowserPage, v visit) {
	t.Helper()
	holds(t, p, isReady)
	targets := []string{"prompt"}
	if v.width > 1000 {
		targets = append(targets, "tool-description")
	}
	for _, target := range targets {
		if shown, err := p.Look(target); err == nil && len(shown) > 0 && !shown[0].Disabled {
			enact(t, p, "fill "+target+" Some words", "is "+target+" Some words", "key "+target+" End", "key "+target+" Tab")
		}
	}
	js[bool](t, p, twoFrames)
	js[bool](t, p, `new Promise((done) => setTimeout(() => done(true), 1000))`) // a pause of typing: it is kept
}

// writeEarly writes the list of the functions of the first part: those that a
// watched program saw called, now or when the list was written before. Go's runtime
// works beside all else, so what it calls later belongs to the first part, too.
func writeEarly(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	command := exec.Command("go", "run", "./site", "-dev", "-watch", "-o", dir)
	command.Dir = ".."
	if output, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	text, err := os.ReadFile(dir + "/functions.txt")
	if err != nil {
		t.Fatal(err)
	}
	names := strings.Split(string(text), "\n")
	_, address := serveRestless(t, os.DirFS(dir))
	early := alreadyEarly(t, names)
	for slower := range 3 { // what comes first is a matter of time
		for _, coming := range comings {
			coming.slower = float64(2*slower + 1)
			p := begin(t, address+coming.query+fragmentOf(t, coming.link), coming.visit, watching)
			if coming.used {
				leaveConversation(t, p)
				for _, i := range js[[]int](t, p, called) {
					runtime := strings.HasPrefix(names[i], "runtime.") || strings.HasPrefix(names[i], "internal/")
					early[names[i]] = early[names[i]] || runtime
				}
				comeAgain(t, p)
			}
			typeEarly(t, p, coming.visit)
			for _, i := range js[[]int](t, p, called) {
				early[names[i]] = true
			}
			p.Close()
		}
	}
	delete(early, "")
	list := make([]string, 0, len(early))
	for name, is := range early {
		if is {
			list = append(list, name+"\n")
		}
	}
	slices.Sort(list)
	if err := os.WriteFile("../site/early.txt", []byte(strings.Join(list, "")), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d of %d functions are early", len(list), len(names))
}

// alreadyEarly are the functions that the list has: which are called is a matter of
// time. Those that the program no longer has are left out.
func alreadyEarly(t *testing.T, names []string) map[string]bool {
	t.Helper()
	list, err := os.ReadFile("../site/early.txt")
	if err != nil {
		t.Fatal(err)
	}
	early := map[string]bool{}
	for name := range strings.Lines(string(list)) {
		if name = strings.TrimSpace(name); slices.Contains(names, name) {
			early[name] = true
		}
	}
	return early
}

// watching keeps the table of what was called, and has garbage collected all the
// time; called reads the table.
const (
	watching = `let made;
	Object.defineProperty(window, "Go", { configurable: true, get: () => made, set(Go) {
		made = class extends Go {
			constructor() {
				super();
				Object.defineProperty(this, "env", { get: () => ({ GOGC: "10" }), set() {} });
			}
		};
	} });
	const instantiate = WebAssembly.instantiate;
	WebAssembly.instantiate = async (...all) => {
		const made = await instantiate.apply(WebAssembly, all);
		window.watched ??= made.exports?.called;
		return made;
	};`
	called = `Array.from({ length: watched.length }, (_, i) => i).filter((i) => watched.get(i) !== null)`
)
