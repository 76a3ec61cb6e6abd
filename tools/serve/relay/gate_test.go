package relay

import (
	"net/http"
	"strings"
	"testing"
)

const access = "an access token for tests"

// drop, set and add are edits of a request.
func drop(name string) func(*http.Request) { return func(r *http.Request) { r.Header.Del(name) } }

func set(name, value string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set(name, value) }
}

func add(name, value string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Add(name, value) }
}

func host(name string) func(*http.Request) { return func(r *http.Request) { r.Host = name } }

func method(name string) func(*http.Request) { return func(r *http.Request) { r.Method = name } }

func all(edits ...func(*http.Request)) func(*http.Request) {
	return func(r *http.Request) {
		for _, edit := range edits {
			edit(r)
		}
	}
}

func TestGate(t *testing.T) {
	address, _ := untouched(t)
	s := newStage(t, address, Options{})
	other := strings.Replace(s.URL, "127.0.0.1", "localhost", 1)
	for _, test := range []struct {
		name   string
		edit   func(*http.Request)
		status int
		rule   string
	}{
		{"another site", set("Origin", "https://evil.example"), 403, "origin-foreign"},
		{"another port of this machine", set("Origin", "http://127.0.0.1:1"), 403, "origin-foreign"},
		{"another name of this machine", set("Origin", other), 403, "origin-foreign"},
		{"a longer origin", set("Origin", s.URL+".evil.example"), 403, "origin-foreign"},
		{"an opaque origin", set("Origin", "null"), 403, "origin-foreign"},
		{"no origin", drop("Origin"), 403, "origin-foreign"},
		{"two origins", add("Origin", "https://evil.example"), 403, "origin-foreign"},
		{"a name that leads here", all(host("evil.example:8000"), set("Origin", "http://evil.example:8000")), 403, "host-foreign"},
		{"a name that looks like this machine", all(host("localhost.evil.example"), set("Origin", "http://localhost.evil.example")), 403, "host-foreign"},
		{"no Sec-Fetch-Site", drop("Sec-Fetch-Site"), 403, "site-missing"},
		{"cross-site", set("Sec-Fetch-Site", "cross-site"), 403, "site-foreign"},
		{"same-site", set("Sec-Fetch-Site", "same-site"), 403, "site-foreign"},
		{"the address bar", set("Sec-Fetch-Site", "none"), 403, "site-foreign"},
		{"a proxy in front", set("X-Forwarded-For", "192.0.2.1"), 403, "proxied"},
		{"no token", drop(tokenHeader), 401, "token-missing"},
		{"a wrong token", set(tokenHeader, "wrong"), 401, "token-wrong"},
		{"half a token", set(tokenHeader, s.token[:13]), 401, "token-wrong"},
		{"a preflight", all(method("OPTIONS"), set("Access-Control-Request-Method", "POST")), 405, "method-wrong"},
		{"a form's PUT", method("PUT"), 405, "method-wrong"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := do(t, s.posting("http://"+address+"/v1/models", "{}", test.edit))
			if a.StatusCode != test.status || a.refusal.Rule != test.rule {
				t.Errorf("answered %d %s, want %d %s", a.StatusCode, a.refusal.Rule, test.status, test.rule)
			}
			if a.Header.Get("Access-Control-Allow-Origin") != "" {
				t.Error("the other origin may read it")
			}
		})
	}
}

func TestGateOfTheOffer(t *testing.T) {
	local, hosted := newStage(t, "a.example", Options{}), newStage(t, "a.example", Options{Access: access})
	proxied := newStage(t, "a.example", Options{Access: access, Origin: "https://tools.example"})
	for _, test := range []struct {
		name  string
		stage *stage
		edit  func(*http.Request)
		rule  string // "" is offered
	}{
		{"the page", local, nil, ""},
		{"the page, with its origin", local, set("Origin", local.URL), ""},
		{"another page's origin", local, set("Origin", "https://evil.example"), "origin-foreign"},
		{"a script tag", local, all(drop(askHeader), set("Sec-Fetch-Site", "cross-site")), "site-foreign"},
		{"the address bar", local, all(drop(askHeader), set("Sec-Fetch-Site", "none")), "site-foreign"},
		{"no Sec-Fetch-Site", local, drop("Sec-Fetch-Site"), "site-missing"},
		{"without the header", local, drop(askHeader), "ask-missing"},
		{"a name that leads here", local, host("evil.example:8000"), "host-foreign"},
		{"a proxy in front", local, set("Forwarded", "for=192.0.2.1"), "proxied"},
		{"hosted", hosted, set(tokenHeader, access), ""},
		{"hosted, by its name", hosted, all(host("tools.example"), set(tokenHeader, access)), ""},
		{"hosted, without the token", hosted, nil, "token-missing"},
		{"hosted, with the page's token", hosted, set(tokenHeader, hosted.token), "token-wrong"},
		{"hosted, another origin", hosted, all(set("Origin", "https://evil.example"), set(tokenHeader, access)), "origin-foreign"},
		{"behind a proxy", proxied, all(set("Origin", "https://tools.example"), set("X-Forwarded-For", "192.0.2.1"), set(tokenHeader, access)), ""},
		{"behind a proxy, the server's own origin", proxied, all(set("Origin", proxied.URL), set(tokenHeader, access)), "origin-foreign"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := do(t, test.stage.asking(test.edit))
			if a.refusal.Rule != test.rule || (test.rule == "") != (a.StatusCode == 200) {
				t.Errorf("answered %d %q, want %q", a.StatusCode, a.refusal.Rule, test.rule)
			}
			if test.rule != "" && (strings.Contains(a.body, test.stage.token) || strings.Contains(a.body, "a.example")) {
				t.Errorf("the refusal gives away %s", a.body)
			}
		})
	}
}

// TestHosted pins that what a hosted page was offered is what it posts with, and
// that the access token alone is not.
func TestHosted(t *testing.T) {
	address := upstream(t, func(http.ResponseWriter, *http.Request) {})
	s := newStage(t, address, Options{Access: access})
	fromName := all(host("tools.example"), set("Origin", "https://tools.example"))
	if a := do(t, s.posting("http://"+address+"/", "", fromName)); a.StatusCode != 200 {
		t.Errorf("the page: %d %s", a.StatusCode, a.body)
	}
	if a := do(t, s.posting("http://"+address+"/", "", all(fromName, set(tokenHeader, access)))); a.refusal.Rule != "token-wrong" {
		t.Errorf("with the access token: %d %s", a.StatusCode, a.body)
	}
}
