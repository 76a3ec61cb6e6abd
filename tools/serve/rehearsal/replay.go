package rehearsal

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"
)

// proxyPage is what a person meets when something between them and the provider
// answers in its place.
const proxyPage = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n" +
	"<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"

// perform sends an answer as the options say. An error means that the other
// side has gone. Where the body is to be cut, it ends the connection by a panic
// that net/http knows.
func perform(ctx context.Context, w http.ResponseWriter, a answer, o options) error {
	if o.noCORS {
		w.Header().Del("Access-Control-Allow-Origin")
		w.Header().Del("Access-Control-Allow-Credentials")
	}
	if err := sleep(ctx, o.delay); err != nil {
		return err
	}
	a = a.replaced(o)
	parts := pieces(a, o)
	w.Header().Set("Content-Type", a.contentType)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(a.status)
	if err := send(ctx, w, parts, o.pace); err != nil {
		return err
	}
	if o.cuts {
		panic(http.ErrAbortHandler)
	}
	return nil
}

// replaced returns the answer, or the failure that is asked for in its place.
func (a answer) replaced(o options) answer {
	switch {
	case o.html:
		status := http.StatusBadGateway
		if o.status != 0 {
			status = o.status
		}
		return answer{status: status, contentType: contentTypes[".html"], body: []byte(proxyPage)}
	case o.status != 0:
		body := mustJSON(map[string]any{"error": map[string]any{
			"message": fmt.Sprintf("The rehearsal was asked to answer %d %s.", o.status, http.StatusText(o.status)),
			"type":    "rehearsal_error", "param": nil, "code": nil,
		}})
		return answer{status: o.status, contentType: contentTypes[".json"], body: []byte(body)}
	}
	return a
}

// pieces divides an answer's body into what is written at a time.
func pieces(a answer, o options) [][]byte {
	parts := [][]byte{a.body}
	if strings.HasPrefix(a.contentType, "text/event-stream") {
		parts = events(a.body)
	}
	if o.badJSON > 0 && o.badJSON <= len(parts) {
		parts[o.badJSON-1] = broken(parts[o.badJSON-1])
	}
	if o.cuts {
		body := bytes.Join(parts, nil)
		parts = cut(parts, min(o.cut, len(body)))
	}
	if o.chunk > 0 {
		parts = slices.Collect(slices.Chunk(bytes.Join(parts, nil), o.chunk))
	}
	return parts
}

// events divides a stream behind each blank line.
func events(body []byte) [][]byte {
	var parts [][]byte
	var event []byte
	for line := range bytes.Lines(body) {
		event = append(event, line...)
		if len(bytes.TrimRight(line, "\r\n")) == 0 {
			parts = append(parts, event)
			event = nil
		}
	}
	if len(event) > 0 {
		parts = append(parts, event)
	}
	return parts
}

// broken takes the last brace away.
func broken(piece []byte) []byte {
	at := bytes.LastIndexByte(piece, '}')
	if at < 0 {
		return piece
	}
	return slices.Concat(piece[:at], piece[at+1:])
}

// cut keeps the first n bytes.
func cut(parts [][]byte, n int) [][]byte {
	var kept [][]byte
	for _, p := range parts {
		if n <= 0 {
			break
		}
		p = p[:min(n, len(p))]
		n -= len(p)
		kept = append(kept, p)
	}
	return kept
}

func send(ctx context.Context, w http.ResponseWriter, parts [][]byte, pace time.Duration) error {
	out := http.NewResponseController(w)
	for i, part := range parts {
		if i > 0 {
			if err := sleep(ctx, pace); err != nil {
				return err
			}
		}
		if _, err := w.Write(part); err != nil {
			return err
		}
		if err := out.Flush(); err != nil {
			return err
		}
	}
	return nil
}

func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}
