package engine

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// webkit is a screen on which WebKitGTK's MiniBrowser is shown. A driver has one
// session, and a session one browser, so that each tab is a browser of its own,
// whose profile is only in memory.
type webkit struct {
	driver, browser string // programs
	screen          *process
	display         string
	config          string // a folder: GTK's settings
}

// settings have GTK's bars stand beside what they scroll: over it, they would
// take the presses on its last 21 pixels.
const settings = "[Settings]\ngtk-overlay-scrolling=0\n"

func startWebKit() (Engine, error) {
	w := &webkit{}
	screen, err := w.programs()
	if err != nil {
		return nil, err
	}
	if err := w.configure(); err != nil {
		return nil, err
	}
	size := fmt.Sprintf("%dx%dx24", Width+160, Height+300)
	// What Xvfb writes where it is told to is the number of a display that was free.
	w.screen, err = start(screen, []string{"-displayfd", "2", "-screen", "0", size, "-nolisten", "tcp"}, nil)
	if err != nil {
		return nil, err
	}
	number, err := w.screen.number()
	if err != nil {
		w.Close()
		return nil, err
	}
	w.display = ":" + number
	return w, nil
}

func (w *webkit) configure() (err error) {
	if w.config, err = os.MkdirTemp("", "toolyard-gtk-"); err != nil {
		return err
	}
	for _, version := range []string{"gtk-3.0", "gtk-4.0"} {
		dir := filepath.Join(w.config, version)
		if err := os.Mkdir(dir, 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, "settings.ini"), []byte(settings), 0o600); err != nil {
			return err
		}
	}
	return nil
}

// number waits for a line that is one.
func (p *process) number() (string, error) {
	for {
		line, err := p.saying("")
		if err != nil {
			return "", err
		}
		if _, err := strconv.Atoi(line); err == nil {
			return line, nil
		}
	}
}

// programs finds what is needed, and returns the one that makes the screen.
func (w *webkit) programs() (string, error) {
	var err error
	if w.driver, err = exec.LookPath("WebKitWebDriver"); err != nil {
		return "", ErrMissing
	}
	for _, place := range []string{"/usr/lib/*/webkit2gtk-4.*/MiniBrowser", "/usr/libexec/webkit2gtk-4.*/MiniBrowser",
		"/usr/lib*/webkit2gtk-4.*/MiniBrowser", "/usr/lib/*/webkitgtk-6.*/MiniBrowser"} {
		if found, _ := filepath.Glob(place); len(found) > 0 {
			w.browser = found[0]
		}
	}
	screen, err := exec.LookPath("Xvfb")
	if err != nil || w.browser == "" {
		return "", ErrMissing
	}
	return screen, nil
}

func (w *webkit) Name() string { return "webkit" }

func (w *webkit) Close() {
	w.screen.end()
	os.RemoveAll(w.config)
}

// Open tries again where a browser starts and never answers its driver, which
// MiniBrowser now and then does.
func (w *webkit) Open(watcher Watcher) (tab Tab, err error) {
	for range 3 {
		if tab, err = w.open(watcher); err == nil {
			return tab, nil
		}
	}
	return nil, err
}

func (w *webkit) open(watcher Watcher) (Tab, error) {
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	environment := []string{"DISPLAY=" + w.display, "GDK_BACKEND=x11", "LANGUAGE=en_US", "XDG_CONFIG_HOME=" + w.config}
	driver, err := start(w.driver, []string{"-p", port}, environment)
	if err != nil {
		return nil, err
	}
	t := &webkitTab{driver: driver, watcher: watcher}
	t.session, err = newClassic("http://127.0.0.1:"+port, object{
		"webkitgtk:browserOptions": object{"binary": w.browser, "args": []string{"--automation"}}})
	if err == nil {
		err = t.resize()
	}
	if err != nil {
		t.Close()
		return nil, err
	}
	return t, nil
}

// freePort is a port that was free a moment ago.
func freePort() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer listener.Close()
	_, port, err := net.SplitHostPort(listener.Addr().String())
	return port, err
}

// webkitTab is one MiniBrowser and its driver.
type webkitTab struct {
	driver  *process
	session *classic
	watcher Watcher
}

// resize gives the page its size: the window's, less what stands around the page.
func (t *webkitTab) resize() error {
	wanted := object{"width": Width, "height": Height}
	for range 2 {
		if err := t.session.post("/window/rect", wanted); err != nil {
			return err
		}
		var inner struct{ W, H int }
		text, err := t.session.evaluate("({W: innerWidth, H: innerHeight})")
		if err != nil {
			return err
		}
		if err := json.Unmarshal(text, &inner); err != nil {
			return err
		}
		wanted = object{"width": 2*Width - inner.W, "height": 2*Height - inner.H}
	}
	return nil
}

// watching is a script that has a page note what it does, once.
//
//go:embed watching.js
var watching string

func (t *webkitTab) Navigate(address string) error {
	t.Drain() // a page that is gone tells nothing
	if err := t.session.post("/url", object{"url": address}); err != nil {
		return err
	}
	_, err := t.session.evaluate(watching)
	return err
}

func (t *webkitTab) Reload() error {
	t.Drain()
	if err := t.session.post("/refresh", object{}); err != nil {
		return err
	}
	_, err := t.session.evaluate(watching)
	return err
}

func (t *webkitTab) Evaluate(expression string) ([]byte, error) {
	return t.session.evaluate(expression)
}

func (t *webkitTab) Perform(gestures ...Gesture) error {
	return t.session.post("/actions", object{"actions": sources(gestures)})
}

// Paste is more than the protocol can: a script may not write to the clipboard
// without a press that asked for it.
func (t *webkitTab) Paste(string) error { return ErrNoClipboard }

// Drain reads what the page noted.
func (t *webkitTab) Drain() error {
	text, err := t.session.evaluate(`window.watched?.() ?? []`)
	if err != nil {
		return err
	}
	var notes [][2]string
	if err := json.Unmarshal(text, &notes); err != nil {
		return err
	}
	for _, note := range notes {
		switch note[0] {
		case "failed":
			t.watcher.Failed(note[1])
		case "asked":
			t.watcher.Asked(note[1])
		default:
			t.watcher.Wrote(note[0], note[1])
		}
	}
	return nil
}

func (t *webkitTab) Close() {
	if t.session != nil {
		t.session.do(http.MethodDelete, "", nil, nil)
	}
	t.driver.end()
}
