package e2e

import (
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
)

// standIn is a server that behaves as one of those that people run: the same
// status, headers and bodies, as far as a browser can tell. It remembers what
// it was sent.
type standIn struct {
	*httptest.Server
	mu   sync.Mutex
	sent []Received
}

// stand starts a stand-in, which ends with the test.
func stand(t *testing.T, behave http.HandlerFunc) *standIn {
	s := &standIn{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		s.mu.Lock()
		s.sent = append(s.sent, Received{Method: r.Method, Path: r.URL.RequestURI(), Header: r.Header.Clone(), Body: string(body)})
		s.mu.Unlock()
		behave(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// received are the requests so far.
func (s *standIn) received() []Received {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.sent)
}

const (
	listOfModels = `{"object":"list","data":[{"id":"m","object":"model","created":1,"owned_by":"library"}]}`
	wrongKey     = `{"error":{"message":"无效的令牌 (request id: 20261121)","type":"one_api_error"}}`
)

func say(w http.ResponseWriter, status int, contentType, body string) {
	w.Header().Set("Content-Type", contentType)
	w.WriteHeader(status)
	io.WriteString(w, body)
}

func sayJSON(w http.ResponseWriter, status int, body string) {
	say(w, status, "application/json; charset=utf-8", body)
}

// models answers as an endpoint without CORS does.
func models(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.Method == http.MethodOptions:
		say(w, http.StatusMethodNotAllowed, "text/plain; charset=utf-8", "Method Not Allowed\n")
	case strings.HasSuffix(r.URL.Path, "/v1/models"):
		sayJSON(w, http.StatusOK, listOfModels)
	default:
		sayJSON(w, http.StatusNotFound, `{"error":{"message":"not found","type":"invalid_request_error"}}`)
	}
}

// ollama is Ollama 0.40.5 as api.md §5.2 has it: gin-contrib/cors with a list of
// origins. One that is not on it gets 403, no headers and no body, from preflights
// and requests alike; no Origin, as with opaque requests, is no concern of CORS.
func ollama(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	local := strings.HasPrefix(origin, "http://127.0.0.1:") || strings.HasPrefix(origin, "http://localhost:")
	switch {
	case origin != "" && !local:
		w.Header()["Content-Type"] = nil
		w.WriteHeader(http.StatusForbidden)
		return
	case origin != "":
		w.Header().Set("Access-Control-Allow-Origin", origin)
		w.Header().Set("Vary", "Origin")
	}
	if r.URL.Path == "/" {
		say(w, http.StatusOK, "text/plain; charset=utf-8", "Ollama is running")
		return
	}
	models(w, r)
}

// oneAPI is one-api's and new-api's CORS: all origins, all headers, credentials.
func oneAPI(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Access-Control-Allow-Credentials", "true")
	if r.Method == http.MethodOptions {
		h.Set("Access-Control-Allow-Headers", "*")
		h.Set("Access-Control-Allow-Methods", "GET,POST,PUT,DELETE,OPTIONS")
		h.Set("Access-Control-Max-Age", "43200")
		w.WriteHeader(http.StatusNoContent)
		return
	}
	sayJSON(w, http.StatusUnauthorized, wrongKey)
}

// forgetful is nginx with add_header and without "always": preflights pass, and
// errors lack the header.
func forgetful(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodOptions {
		oneAPI(w, r)
		return
	}
	sayJSON(w, http.StatusUnauthorized, wrongKey)
}

// admitting allows pages, and in preflights these headers.
func admitting(headers string, then http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		if r.Method == http.MethodOptions && headers != "" {
			w.Header().Set("Access-Control-Allow-Headers", headers)
			w.WriteHeader(http.StatusNoContent)
			return
		}
		then(w, r)
	}
}

// partly admits pages to everything but completions.
func partly(w http.ResponseWriter, r *http.Request) {
	if strings.HasSuffix(r.URL.Path, "/chat/completions") && r.Method != http.MethodOptions {
		models(w, r)
		return
	}
	admitting("*, authorization", models)(w, r)
}

// once hides the answer to a completion, and is an endpoint in all else.
func once(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost {
		say(w, http.StatusBadGateway, "text/html", "<html>502 Bad Gateway</html>")
		return
	}
	admitting("*, authorization", models)(w, r)
}

// proxied lists models, and has nothing in the place of completions.
func proxied(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost {
		say(w, http.StatusNotFound, "text/plain; charset=utf-8", "404 page not found")
		return
	}
	models(w, r)
}

// proxyPage is a login page that stands before everything.
func proxyPage(w http.ResponseWriter, _ *http.Request) {
	say(w, http.StatusOK, "text/html; charset=utf-8", "<!doctype html><html><head><title>Sign in – Acme</title></head><body>…</body></html>")
}

// elsewhere has its endpoint below another path.
func elsewhere(w http.ResponseWriter, r *http.Request) {
	if strings.HasPrefix(r.URL.Path, "/api/v1/") {
		models(w, r)
		return
	}
	say(w, http.StatusNotFound, "text/plain; charset=utf-8", "404 page not found")
}

// redirecting sends everything on.
func redirecting(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "https://elsewhere.example"+r.URL.Path, http.StatusMovedPermanently)
}

// silent breaks preflights off, so that a completion fails, and never answers
// anything else. It returns its address.
func silent(t *testing.T) string {
	quiet := make(chan struct{})
	s := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodOptions {
			panic(http.ErrAbortHandler)
		}
		<-quiet
	}))
	t.Cleanup(func() { close(quiet); s.Close() })
	return s.URL
}
