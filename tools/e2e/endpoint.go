package e2e

import (
	"bytes"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"

	"toolyard/app/jsondoc"
	"toolyard/tools/serve/rehearsal"
)

// Endpoint is a rehearsal endpoint on a port of its own, which remembers what
// it was sent. Below /refuses/NAME/v1 it refuses some requests (refusals.go), and
// lists models as a relay does. Below /as/NAME/v1 it replays the recording of this name, whatever
// model is asked for: so a vendor's own request can be sent, to the letter.
type Endpoint struct {
	*httptest.Server
	// Recast, where it is set, names the recording and the faults of a completion
	// in place of the model that is asked for.
	Recast    func() string
	rehearsal http.Handler

	written atomic.Int64

	mu       sync.Mutex
	received []*Received
	refused  map[string]int // how often, by name (refusals.go)
}

// Received is one completion that was asked for, or one preflight.
type Received struct {
	Method  string
	Path    string
	Header  http.Header
	Body    string
	Aborted bool // the page went away before the answer's end
}

// NewEndpoint starts an endpoint with further recordings on shelves.
func NewEndpoint(shelves ...fs.FS) *Endpoint {
	e := &Endpoint{rehearsal: rehearsal.New(shelves...), refused: map[string]int{}}
	e.Server = httptest.NewServer(e)
	return e
}

// Received returns what was received by this method, the oldest first.
func (e *Endpoint) Received(method string) []Received {
	e.mu.Lock()
	defer e.mu.Unlock()
	var received []Received
	for _, r := range e.received {
		if r.Method == method {
			received = append(received, *r)
		}
	}
	return received
}

// Written is how many bytes of answers were written.
func (e *Endpoint) Written() int { return int(e.written.Load()) }

// counted counts what is written.
type counted struct {
	http.ResponseWriter
	written *atomic.Int64
}

func (c counted) Write(b []byte) (int, error) {
	c.written.Add(int64(len(b)))
	return c.ResponseWriter.Write(b)
}

// Unwrap lets a http.ResponseController reach what is inside.
func (c counted) Unwrap() http.ResponseWriter { return c.ResponseWriter }

// Flush does what it says.
func (c counted) Flush() { c.ResponseWriter.(http.Flusher).Flush() }

// ServeHTTP notes the request and lets the rehearsal answer it.
func (e *Endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w = counted{w, &e.written}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return // the page has gone
	}
	note := &Received{Method: r.Method, Path: r.URL.RequestURI(), Header: r.Header.Clone(), Body: string(body)}
	e.mu.Lock()
	e.received = append(e.received, note)
	e.mu.Unlock()
	defer func() {
		gone := r.Context().Err() != nil
		e.mu.Lock()
		note.Aborted = gone
		e.mu.Unlock()
	}()
	if e.refuse(w, r, string(body)) {
		return
	}
	if rest, ok := strings.CutPrefix(r.URL.Path, "/as/"); ok {
		name, path, _ := strings.Cut(rest, "/")
		r.URL.Path = "/" + path
		body = []byte(renamed(string(body), name))
	}
	if e.Recast != nil && r.Method == http.MethodPost {
		body = []byte(renamed(string(body), e.Recast()))
	}
	r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	e.rehearsal.ServeHTTP(w, r)
}

// renamed is a request's body with another model.
func renamed(body, model string) string {
	d := jsondoc.Parse(body)
	if !d.OK() {
		return body
	}
	return jsondoc.Apply(body, d.SetMember(d.Root, "model", jsondoc.Quote(model)))
}
