package relay

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// target is where a request goes on to.
type target struct {
	method string // GET or POST; "" where the page named neither
	host   Host   // zero where the page named none that is listed
	url    *url.URL
}

// readTarget reads what the page wants. With a refusal, the target holds what
// was right: the log names it.
func readTarget(hosts []Host, h http.Header) (target, *Refusal) {
	var t target
	switch m := h.Get(methodHeader); m {
	case http.MethodGet, http.MethodPost:
		t.method = m
	default:
		return t, wrong("method-wrong", methodHeader+" is POST or GET.")
	}
	u, err := url.Parse(h.Get(toHeader))
	switch {
	case err != nil: // its words are the page's, and may hold a key
		return t, wrong("url-wrong", toHeader+" can't be read as an address.")
	case u.Scheme != "http" && u.Scheme != "https":
		return t, wrong("url-wrong", toHeader+" begins with https:// or http://.")
	case u.User != nil:
		return t, wrong("url-wrong", "A name or a password in the address is not relayed; keys go in a header.")
	case u.Opaque != "" || u.Fragment != "" || u.Host == "":
		return t, wrong("url-wrong", toHeader+" is https://host/path.")
	}
	return t.listed(hosts, u)
}

// listed completes t with a URL if its host is in the list.
func (t target) listed(hosts []Host, u *url.URL) (target, *Refusal) {
	name, err := canonical(u.Hostname())
	if err != nil {
		return t, wrong("url-wrong", "The host of the address is neither a name nor an address.")
	}
	digits := u.Port()
	if digits == "" {
		digits = map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	port, err := parsePort(digits)
	if err != nil {
		return t, wrong("url-wrong", "A port is a number from 1 to 65535.")
	}
	host, ports, ok := find(hosts, name, port)
	asked := Host{Name: name, Port: port}.String()
	switch {
	case ok:
		t.host, t.url = host, u
		t.url.Host = host.String() // one spelling, so that what was checked is what is dialled
		return t, nil
	case len(ports) > 0:
		return t, &Refusal{Rule: "port-unlisted", Host: asked, Status: http.StatusForbidden,
			Message: fmt.Sprintf("The relay's list has this host with port %s only; add %s to it.", strings.Join(ports, " and "), asked)}
	}
	return t, &Refusal{Rule: "host-unlisted", Host: asked, Status: http.StatusForbidden,
		Message: "The relay's list does not have this host; who runs the relay adds " + asked + " to it."}
}

func wrong(rule, message string) *Refusal {
	return &Refusal{Rule: rule, Status: http.StatusBadRequest, Message: message}
}

// readBody holds the whole request before anything is sent on: what is too large
// costs no one anything, and the server sees from then on when the page leaves.
// Only then may the request last: its deadline, which hurry set, goes.
func readBody(w http.ResponseWriter, req *http.Request) ([]byte, *Refusal) {
	large := &Refusal{Rule: "body-large", Status: http.StatusRequestEntityTooLarge,
		Message: fmt.Sprintf("A request may weigh %d MB.", MaxBody>>20)}
	if req.ContentLength > MaxBody {
		w.Header().Set("Connection", "close") // the rest is not read
		return nil, large
	}
	var body bytes.Buffer
	_, err := io.Copy(&body, http.MaxBytesReader(w, req.Body, MaxBody))
	var over *http.MaxBytesError
	switch {
	case errors.As(err, &over):
		return nil, large
	case err != nil:
		w.Header().Set("Connection", "close")
		return nil, wrong("body-broken", "The request did not arrive whole.")
	}
	_ = http.NewResponseController(w).SetReadDeadline(time.Time{})
	return body.Bytes(), nil
}

// hurry gives a request a time to arrive whole. A refused one too: the server
// reads what is left of it.
func hurry(w http.ResponseWriter, within time.Duration) {
	if within > 0 {
		_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(within)) // a server without deadlines waits
	}
}
