package engine

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
)

// firefox is one Firefox. Its profiles are what it calls containers: each has
// its own storage, cookies, caches and workers.
type firefox struct {
	process *process
	profile string // the folder
	session *bidi

	mu   sync.Mutex
	tabs map[string]*firefoxTab // by their contexts' ids
}

// preferences are those that BiDi does not set itself.
const preferences = `user_pref("intl.accept_languages", "en-US, en");
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("browser.translations.enable", false);
user_pref("ui.prefersReducedMotion", 1);
`

func startFirefox() (Engine, error) {
	program, err := firefoxProgram()
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp("", "toolyard-firefox-")
	if err != nil {
		return nil, err
	}
	f := &firefox{profile: profile, tabs: map[string]*firefoxTab{}}
	if err := f.start(program); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

func (f *firefox) start(program string) error {
	err := os.WriteFile(filepath.Join(f.profile, "user.js"), []byte(preferences), 0o600)
	if err != nil {
		return err
	}
	f.process, err = start(program, []string{"--headless", "--no-remote", "--profile", f.profile, "--remote-debugging-port=0"}, nil)
	if err != nil {
		return err
	}
	address, err := f.process.saying("WebDriver BiDi listening on ")
	if err != nil {
		return err
	}
	if f.session, err = dial(address+"/session", f.see); err != nil {
		return err
	}
	events := []string{"log.entryAdded", "network.beforeRequestSent"}
	if err := f.session.do("session.subscribe", object{"events": events}, nil); err != nil {
		return err
	}
	return f.session.do("script.addPreloadScript", object{"functionDeclaration": tellsOfPolicy}, nil)
}

// tellsOfPolicy has a page write to its console what its policy refuses, which
// Firefox tells only to people.
const tellsOfPolicy = `() => addEventListener("securitypolicyviolation", (e) =>
	console.error("Content Security Policy: " + e.violatedDirective + " refuses " + e.blockedURI))`

func firefoxProgram() (string, error) {
	for _, name := range []string{"firefox-esr", "firefox"} {
		if program, err := exec.LookPath(name); err == nil {
			return program, nil
		}
	}
	if program, found := firstOf("/Applications/Firefox.app/Contents/MacOS/firefox"); found {
		return program, nil
	}
	return "", ErrMissing
}

func (f *firefox) Name() string { return "firefox" }

func (f *firefox) Close() {
	if f.session != nil {
		f.session.do("browser.close", object{}, nil)
		f.session.conn.Close()
	}
	if f.process != nil {
		f.process.end()
	}
	os.RemoveAll(f.profile)
}

// Open opens a window in a profile of its own: a tab behind another is not drawn.
func (f *firefox) Open(watcher Watcher) (Tab, error) {
	var profile struct{ UserContext string }
	if err := f.session.do("browser.createUserContext", object{}, &profile); err != nil {
		return nil, err
	}
	var opened struct{ Context string }
	err := f.session.do("browsingContext.create", object{"type": "window", "userContext": profile.UserContext}, &opened)
	if err != nil {
		return nil, err
	}
	t := &firefoxTab{firefox: f, context: opened.Context, profile: profile.UserContext, watcher: watcher}
	f.mu.Lock()
	f.tabs[t.context] = t
	f.mu.Unlock()
	return t, t.resize()
}

// see takes an event.
func (f *firefox) see(method string, params json.RawMessage) {
	var e struct {
		Context             string
		Source              struct{ Context string }
		Type, Level, Method string
		Text                *string
		Request             struct{ URL string }
	}
	if json.Unmarshal(params, &e) != nil {
		return
	}
	f.mu.Lock()
	t := f.tabs[e.Context+e.Source.Context] // an event has one of them
	f.mu.Unlock()
	switch {
	case t == nil:
	case method == "network.beforeRequestSent":
		t.watcher.Asked(e.Request.URL)
	case e.Text == nil || strings.HasPrefix(*e.Text, "Cross-Origin Request Blocked"): // the page tells of it
	case e.Type == "javascript" && e.Level == "error":
		t.watcher.Failed(*e.Text)
	default:
		t.watcher.Wrote(e.Level, *e.Text)
	}
}

// firefoxTab is a window of Firefox.
type firefoxTab struct {
	firefox          *firefox
	context, profile string
	watcher          Watcher
}

func (t *firefoxTab) do(method string, params object, result any) error {
	params["context"] = t.context
	return t.firefox.session.do(method, params, result)
}

func (t *firefoxTab) resize() error {
	return t.do("browsingContext.setViewport", object{"viewport": object{"width": Width, "height": Height}}, nil)
}

func (t *firefoxTab) Navigate(address string) error {
	return t.do("browsingContext.navigate", object{"url": address, "wait": "complete"}, nil)
}

func (t *firefoxTab) Reload() error {
	return t.do("browsingContext.reload", object{"wait": "complete"}, nil)
}

func (t *firefoxTab) Evaluate(expression string) ([]byte, error) {
	return t.evaluate(expression, false)
}

// evaluate reads the value of an expression. A pressed one may do what a page
// may do only because a person pressed something.
func (t *firefoxTab) evaluate(expression string, pressed bool) ([]byte, error) {
	var came struct {
		Type             string
		Result           struct{ Value json.RawMessage }
		ExceptionDetails struct{ Text string }
	}
	err := t.firefox.session.do("script.evaluate", object{"expression": wrapped(expression),
		"target": object{"context": t.context}, "awaitPromise": true, "userActivation": pressed}, &came)
	if err != nil {
		return nil, err
	}
	if came.Type != "success" {
		return nil, errors.New(came.ExceptionDetails.Text)
	}
	var text string
	err = json.Unmarshal(came.Result.Value, &text)
	return []byte(text), err
}

func (t *firefoxTab) Perform(gestures ...Gesture) error {
	return t.do("input.performActions", object{"actions": sources(gestures)}, nil)
}

// Paste puts a text on the clipboard, which all windows share, and presses Ctrl+V.
func (t *firefoxTab) Paste(text string) error {
	quoted, err := json.Marshal(text)
	if err != nil {
		return err
	}
	if _, err := t.evaluate("navigator.clipboard.writeText("+string(quoted)+")", true); err != nil {
		return err
	}
	return t.Perform(Chord([]string{"Ctrl"}, "v")...)
}

// Drain has nothing to tell: Firefox tells everything at once.
func (t *firefoxTab) Drain() error { return nil }

func (t *firefoxTab) Close() {
	t.firefox.mu.Lock()
	delete(t.firefox.tabs, t.context)
	t.firefox.mu.Unlock()
	t.do("browsingContext.close", object{}, nil)
	t.firefox.session.do("browser.removeUserContext", object{"userContext": t.profile}, nil)
}
