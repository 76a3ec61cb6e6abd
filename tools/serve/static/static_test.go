package static

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"toolyard/tools/site/policy"
)

var built = fstest.MapFS{
	"index.html":           {Data: []byte("page")},
	"index.html.br":        {Data: []byte("page br")},
	"index.html.gz":        {Data: []byte("page gz")},
	"assets/app.1.wasm":    {Data: []byte("wasm")},
	"assets/app.1.wasm.br": {Data: []byte("wasm br")},
	"icons/mark.svg":       {Data: []byte("svg")},
	"sw.js":                {Data: []byte("worker")},
}

func get(t *testing.T, s *Site, path string, header ...string) *http.Response {
	t.Helper()
	request := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	recorder := httptest.NewRecorder()
	s.ServeHTTP(recorder, request)
	return recorder.Result()
}

func newTestSite(t *testing.T, base string) *Site {
	t.Helper()
	s, err := New(built, base)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestServing(t *testing.T) {
	const html, wasm = "text/html; charset=utf-8", "application/wasm"
	tests := []struct {
		name, base, path, accepted           string
		status                               int
		body, contentType, encoding, caching string
	}{
		{"plain", "/", "/", "", 200, "page", html, "", policy.Revalidate},
		{"brotli first", "/", "/", "gzip, deflate, br, zstd", 200, "page br", html, "br", policy.Revalidate},
		{"gzip alone", "/", "/?x=1", "gzip", 200, "page gz", html, "gzip", policy.Revalidate},
		{"brotli refused", "/", "/", "br;q=0, gzip;q=0.5", 200, "page gz", html, "gzip", policy.Revalidate},
		{"asset", "/", "/assets/app.1.wasm", "gzip, br", 200, "wasm br", wasm, "br", policy.Immutable},
		{"asset, no gzip built", "/", "/assets/app.1.wasm", "gzip", 200, "wasm", wasm, "", policy.Immutable},
		{"under a path", "/yard/", "/yard/icons/mark.svg", "", 200, "svg", "image/svg+xml", "", policy.Revalidate},
		{"page under a path", "/yard/", "/yard/", "", 200, "page", html, "", policy.Revalidate},
		{"embedded", "/", "/?embed=1", "", 200, "page", html, "", policy.Revalidate},
		{"worker", "/", "/sw.js", "", 200, "worker", "text/javascript; charset=utf-8", "", policy.Revalidate},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			response := get(t, newTestSite(t, test.base), test.path, "Accept-Encoding", test.accepted)
			body, _ := io.ReadAll(response.Body)
			h := response.Header
			got := []any{response.StatusCode, string(body), h.Get("Content-Type"), h.Get("Content-Encoding"), h.Get("Cache-Control")}
			want := []any{test.status, test.body, test.contentType, test.encoding, test.caching}
			for i := range want {
				if got[i] != want[i] {
					t.Errorf("got %v, want %v", got[i], want[i])
				}
			}
			for _, must := range policy.Security {
				if must.Name == "Content-Security-Policy" && test.name != "embedded" {
					must.Value = policy.Unframed
				}
				if h.Get(must.Name) != must.Value {
					t.Errorf("%s: %s", must.Name, h.Get(must.Name))
				}
			}
		})
	}
}

func TestNotServed(t *testing.T) {
	s := newTestSite(t, "/yard/")
	for _, path := range []string{"/", "/yard/nothing", "/yard/icons", "/yard/icons/", "/yard/../sw.js", "/yardsw.js"} {
		if response := get(t, s, path); response.StatusCode != http.StatusNotFound {
			t.Errorf("%s answered %d", path, response.StatusCode)
		}
	}
	if response := get(t, s, "/yard"); response.StatusCode != http.StatusMovedPermanently || response.Header.Get("Location") != "/yard/" {
		t.Errorf("without its slash: %d %s", response.StatusCode, response.Header.Get("Location"))
	}
	recorder := httptest.NewRecorder()
	s.ServeHTTP(recorder, httptest.NewRequest(http.MethodPost, "/yard/", nil))
	if recorder.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST answered %d", recorder.Code)
	}
}

func TestETag(t *testing.T) {
	s := newTestSite(t, "/")
	plain, packed := get(t, s, "/").Header.Get("ETag"), get(t, s, "/", "Accept-Encoding", "br").Header.Get("ETag")
	if plain == "" || plain == packed {
		t.Errorf("the tags are %q plain and %q packed", plain, packed)
	}
	if response := get(t, s, "/", "If-None-Match", plain); response.StatusCode != http.StatusNotModified {
		t.Errorf("asked again: %d", response.StatusCode)
	}
	if response := get(t, s, "/", "If-None-Match", `"old"`); response.StatusCode != http.StatusOK {
		t.Errorf("asked with an old tag: %d", response.StatusCode)
	}
}

func TestNew(t *testing.T) {
	if _, err := New(built, "yard"); err == nil || !strings.Contains(err.Error(), "slash") {
		t.Errorf("a base without slashes: %v", err)
	}
	if _, err := New(fstest.MapFS{}, "/"); err == nil || !strings.Contains(err.Error(), "make site") {
		t.Errorf("no site: %v", err)
	}
}
