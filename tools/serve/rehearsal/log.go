package rehearsal

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"slices"
	"sync"
)

// kept is how many requests are remembered.
const kept = 100

// Request is one request that was received. Preflights are not kept.
type Request struct {
	Method string
	Path   string      // with the query
	Header http.Header // what carries a key holds Mask of it
	Body   []byte
	// Aborted says that the other side went away before the answer's end.
	Aborted bool
}

// Requests returns the last requests, the oldest first. It is how a test sees
// what the page sent; over HTTP they can't be had.
func (h *Handler) Requests() []Request {
	h.log.mu.Lock()
	defer h.log.mu.Unlock()
	requests := make([]Request, 0, len(h.log.entries))
	for _, r := range h.log.entries {
		requests = append(requests, *r)
	}
	return requests
}

// Mask returns what stands in a Request for a header that carries a key: enough
// to compare by, nothing to use.
func Mask(value string) string {
	sum := sha256.Sum256([]byte(value))
	return "sha256:" + hex.EncodeToString(sum[:8])
}

// secretHeaders are the headers in which providers take a key.
var secretHeaders = []string{"Authorization", "X-Api-Key", "Api-Key", "X-Goog-Api-Key", "Cookie"}

// log remembers requests. Its zero value is empty.
type log struct {
	mu      sync.Mutex
	entries []*Request
}

func (l *log) add(r *http.Request, body []byte) *Request {
	header := r.Header.Clone()
	for _, name := range secretHeaders {
		if value := header.Get(name); value != "" {
			header.Set(name, Mask(value))
		}
	}
	entry := &Request{Method: r.Method, Path: r.URL.RequestURI(), Header: header, Body: body}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.entries = append(l.entries, entry)
	if over := len(l.entries) - kept; over > 0 {
		l.entries = slices.Delete(l.entries, 0, over)
	}
	return entry
}

func (l *log) abort(entry *Request) {
	l.mu.Lock()
	defer l.mu.Unlock()
	entry.Aborted = true
}
