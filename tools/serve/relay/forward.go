package relay

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"
)

// gone is logged where the page left before the upstream answered.
const gone = 499

// sending is a request on its way.
type sending struct {
	target
	body []byte
}

// forward sends a request on and hands its answer back. The upstream's request
// ends when the page's does.
func (r *Relay) forward(w http.ResponseWriter, req *http.Request, s sending) {
	said := line{s.method, s.host}
	ctx, stop := context.WithCancel(req.Context())
	defer stop()
	up := (&http.Request{Method: s.method, URL: s.url, Host: hostHeader(s.url), Header: outgoing(req.Header)}).WithContext(ctx)
	if s.method == http.MethodPost && len(s.body) > 0 {
		up.Body, up.ContentLength = io.NopCloser(bytes.NewReader(s.body)), int64(len(s.body))
	}
	answer, err := r.transport.RoundTrip(up)
	switch {
	case err != nil && req.Context().Err() != nil:
		r.log(said, gone)
		panic(http.ErrAbortHandler)
	case err != nil:
		r.refuse(w, said, explain(s.host, err))
		return
	}
	defer answer.Body.Close()
	if refusal := notAnswer(s, answer); refusal != nil {
		r.refuse(w, said, refusal)
		return
	}
	r.log(said, answer.StatusCode)
	incoming(w.Header(), answer.Header)
	if answer.ContentLength >= 0 {
		w.Header().Set("Content-Length", fmt.Sprint(answer.ContentLength))
	}
	w.WriteHeader(answer.StatusCode)
	if !r.stream(w, answer.Body, stop) {
		panic(http.ErrAbortHandler) // the page must not take a part for the whole
	}
}

// hostHeader leaves out a port that the scheme says already: some upstreams
// choose their site by the header's very text.
func hostHeader(u *url.URL) string {
	if p := u.Port(); u.Scheme == "https" && p == "443" || u.Scheme == "http" && p == "80" {
		return u.Host[:len(u.Host)-len(p)-1]
	}
	return u.Host
}

// notAnswer refuses what the page could make nothing of: a redirect, which would
// take the key to a place that nobody listed, and a change of protocol.
func notAnswer(s sending, answer *http.Response) *Refusal {
	refusal := &Refusal{Host: s.host.String(), Status: http.StatusBadGateway, Upstream: answer.StatusCode}
	switch code := answer.StatusCode; {
	case code >= 300 && code < 400:
		refusal.Rule, refusal.Message = "redirect", "The host answered with a redirect, which the relay does not follow. Use the address that it leads to."
		if to, err := answer.Location(); err == nil {
			refusal.Location = (&url.URL{Scheme: to.Scheme, Host: to.Host, Path: to.Path, RawPath: to.RawPath}).String()
		}
		return refusal
	case code < 200:
		refusal.Rule, refusal.Message = "upstream-broken", "The host answered with a status that is no answer."
		return refusal
	}
	return nil
}

// stream hands on each piece as soon as it is there, until the end; false if
// there was none. stop ends the upstream's request after a long silence.
func (r *Relay) stream(w http.ResponseWriter, body io.Reader, stop func()) bool {
	control := http.NewResponseController(w)
	if control.Flush() != nil {
		return false
	}
	patience := r.options.Timeouts.Idle
	if patience > 0 {
		silence := time.AfterFunc(patience, stop)
		defer silence.Stop()
		body = &watched{body, func() { silence.Reset(patience) }}
	}
	piece := make([]byte, 32<<10)
	for {
		n, err := body.Read(piece)
		if n > 0 && !hand(w, control, piece[:n], patience) {
			return false
		}
		if err != nil {
			return err == io.EOF
		}
	}
}

// hand writes a piece through to the page; false if it can't be reached.
func hand(w io.Writer, control *http.ResponseController, piece []byte, patience time.Duration) bool {
	if patience > 0 {
		_ = control.SetWriteDeadline(time.Now().Add(patience)) // a server without deadlines waits
	}
	if _, err := w.Write(piece); err != nil {
		return false
	}
	return control.Flush() == nil
}

// watched tells of each read that has ended.
type watched struct {
	io.Reader
	alive func()
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.Reader.Read(p)
	w.alive()
	return n, err
}
