package relay

import (
	"bytes"
	"compress/gzip"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
)

func TestHeadersThatGo(t *testing.T) {
	var got http.Header
	address := upstream(t, func(_ http.ResponseWriter, r *http.Request) { got = r.Header.Clone() })
	s := newStage(t, address, Options{})
	want := http.Header{
		"Accept": {"text/event-stream"}, "Content-Type": {"application/json"}, "Authorization": {notAKey}, "X-Api-Key": {notAKey},
		"Api-Key": {notAKey}, "X-Goog-Api-Key": {notAKey}, "X-Goog-User-Project": {"p"}, "Anthropic-Version": {"2023-06-01"},
		"Anthropic-Beta": {"a", "b"}, "Anthropic-Dangerous-Direct-Browser-Access": {"true"}, "Openai-Organization": {"o"}, "X-Dashscope-Sse": {"enable"},
	}
	do(t, s.posting("http://"+address+"/", "{}", func(r *http.Request) {
		maps.Copy(r.Header, want)
		for _, name := range []string{"Cookie", "Referer", "Accept-Language", "Cache-Control", "Pragma", "Dnt", "Priority", "Te",
			"Sec-Fetch-Mode", "Sec-Ch-Ua", "X-Requested-With", "Proxy-Authorization", "Cf-Access-Jwt-Assertion", "X-Goog-Iap-Jwt-Assertion",
			"Idempotency-Key", "If-None-Match", "Range", "Toolyard-Else", "Access-Control-Request-Headers"} {
			r.Header.Set(name, "stays here")
		}
		r.Header.Set("User-Agent", "Browser/1")
		r.Header.Set("Accept-Encoding", "gzip, br, zstd")
	}))
	want["User-Agent"], want["Accept-Encoding"], want["Content-Length"] = []string{product}, []string{"identity"}, []string{"2"}
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if !slices.Equal(got[name], want[name]) {
			t.Errorf("the upstream is given %s: %q, want %q", name, got[name], want[name])
		}
	}
	for name := range want {
		if got[name] == nil {
			t.Errorf("%s does not go", name)
		}
	}
}

func TestHeadersThatCome(t *testing.T) {
	given := http.Header{
		"Content-Type": {"text/event-stream"}, "Retry-After": {"7"}, "X-Request-Id": {"r1"}, "Request-Id": {"r2"}, "Cf-Ray": {"r3"},
		"X-Oneapi-Request-Id": {"r4"}, "Apim-Request-Id": {"r5"}, "X-Amzn-Requestid": {"r6"}, "X-Generation-Id": {"r7"},
		"X-Ratelimit-Remaining-Requests": {"3"}, "Anthropic-Ratelimit-Tokens-Reset": {"soon"}, "X-New-Api-Version": {"v0"}, "Openai-Processing-Ms": {"5"},
	}
	address := upstream(t, func(w http.ResponseWriter, _ *http.Request) {
		maps.Copy(w.Header(), given)
		for _, name := range []string{"Set-Cookie", "Www-Authenticate", "Location", "Refresh", "Link", "Clear-Site-Data", "Strict-Transport-Security",
			"Access-Control-Allow-Origin", "Alt-Svc", "Report-To", "Nel", "Service-Worker-Allowed", "Toolyard-Relay", "Toolyard-Else", "Etag"} {
			w.Header().Set(name, "stays there")
		}
		w.Header().Set("Cache-Control", "public, max-age=9")
		w.Header().Set("Content-Security-Policy", "default-src *")
		w.WriteHeader(http.StatusUnauthorized)
	})
	a := do(t, newStage(t, address, Options{}).posting("http://"+address+"/", "{}", nil))
	want := given.Clone()
	for name, value := range guards {
		want.Set(name, value)
	}
	want.Set(answerHeader, "upstream")
	want.Set("Content-Length", "0")
	a.Header.Del("Date")
	for name := range a.Header {
		if !slices.Equal(a.Header[name], want[name]) {
			t.Errorf("the page is given %s: %q, want %q", name, a.Header[name], want[name])
		}
	}
	for name := range want {
		if a.Header[name] == nil {
			t.Errorf("%s does not come", name)
		}
	}
}

// TestNoTypeIsGuessed pins that a body without a type stays so.
func TestNoTypeIsGuessed(t *testing.T) {
	address := upstream(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header()["Content-Type"] = nil
		w.Write([]byte("<!doctype html><script>"))
	})
	a := do(t, newStage(t, address, Options{}).posting("http://"+address+"/", "", nil))
	if _, guessed := a.Header["Content-Type"]; guessed || a.Header.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("the page is given %v", a.Header)
	}
}

func TestCompressionIsPassedOn(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write([]byte(strings.Repeat(`{"a":1}`, 1000)))
	z.Close()
	address := upstream(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Content-Type", "application/json")
		w.Write(packed.Bytes())
	})
	a := do(t, newStage(t, address, Options{}).posting("http://"+address+"/", "", nil))
	if a.Header.Get("Content-Encoding") != "gzip" || a.body != packed.String() {
		t.Errorf("%d bytes came as %d with %v", packed.Len(), len(a.body), a.Header)
	}
}

// TestTypesGoAsTheyAre covers what comes without its type: the page's too.
func TestTypesGoAsTheyAre(t *testing.T) {
	var got http.Header
	address := upstream(t, func(_ http.ResponseWriter, r *http.Request) { got = r.Header.Clone() })
	do(t, newStage(t, address, Options{}).posting("http://"+address+"/", "", all(drop("Content-Type"), drop("Authorization"))))
	for _, name := range []string{"Content-Type", "Authorization"} {
		if got[name] != nil {
			t.Errorf("%s was made up: %q", name, got[name])
		}
	}
}
