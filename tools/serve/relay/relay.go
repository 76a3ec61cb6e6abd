// Package relay hands the page's requests on to endpoints that refuse browsers.
//
// The page is the site that the same server serves. The person is who started
// the server. A host is a name or an address, with a port, that the person
// listed: the relay reaches no other. The upstream is the host that a request
// goes on to. A refusal is an answer of the relay's own; everything else it
// answers is the upstream's.
//
// The page asks whether there is a relay, and is offered its hosts and a token:
//
//	GET /relay
//	Toolyard-Relay: ask
//	Toolyard-Relay-Token: ACCESS      only where the person set an access token
//
//	200 {"hosts":["api.example.com:443"],"token":"TOKEN"}
//
// Then it sends what it would have sent to the endpoint:
//
//	POST /relay
//	Toolyard-Relay-To: https://api.example.com/v1/chat/completions
//	Toolyard-Relay-Method: POST       or GET
//	Toolyard-Relay-Token: TOKEN
//	Authorization: Bearer KEY         as the endpoint wants it (headers.go)
//
//	BODY                              as the endpoint wants it
//
// An answer with "Toolyard-Relay: upstream" has the upstream's status and body,
// as they came and when they came. One with "Toolyard-Relay: refused" is
//
//	{"toolyard_relay":{"rule":"host-unlisted","message":"…","host":"…"}}
//
// An answer with neither is not from a relay.
//
// # Who is kept out
//
// Other pages of the person's browser: Origin, Host and Sec-Fetch-Site must be
// the page's own, the headers above can't be sent across origins without a
// preflight, which is refused, and the token can't be read (gate.go). Other
// people: the server listens on this machine only, or wants the access token. The
// page itself, from what it may not reach: hosts that aren't listed, and private
// addresses behind names that are, by the address that is really dialled
// (address.go). Nothing is stored. What is logged of a request is its method,
// its host and the status of the answer; a host that isn't listed is not named.
package relay

import (
	"crypto/rand"
	"crypto/x509"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"time"
)

// Path is where the server offers the relay, whatever the site's base is.
const Path = "/relay"

// Limits. A request is held whole until it is sent on; MaxHeader is for the
// http.Server in front.
const (
	MaxBody   = 16 << 20 // bytes
	MaxHeader = 64 << 10 // bytes
	maxAtOnce = 64       // requests
)

// Options say whom a relay serves, and whom it may reach. The zero value serves
// the page on this machine, and reaches nobody.
type Options struct {
	Hosts []Host
	// Access is what the page must know before it is offered anything; "" where
	// only this machine can reach the server.
	Access string
	// Origin is the page's, where the server can't tell it from the request's Host:
	// behind a proxy. Only with Access.
	Origin string
	// Log is given a line a request; nil logs nothing.
	Log io.Writer
	// Resolver looks up names; nil is the machine's.
	Resolver *net.Resolver
	// Roots are the authorities of upstreams' certificates; nil are the machine's.
	Roots    *x509.CertPool
	Timeouts Timeouts
}

// Timeouts are all about silence: none of them ends an answer that goes on.
type Timeouts struct {
	Connect time.Duration // to a host, and again for its TLS
	Body    time.Duration // to receive a request of the page
	Header  time.Duration // of the upstream, until its answer begins
	Idle    time.Duration // of the upstream within its answer, or of the page reading it
}

// Patient are the timeouts for models that think before they answer: the
// vendors' own clients wait for ten minutes.
var Patient = Timeouts{Connect: 15 * time.Second, Body: time.Minute, Header: 15 * time.Minute, Idle: 15 * time.Minute}

// Relay is the handler of Path. Make it with New.
type Relay struct {
	options   Options
	token     string // what the page was offered; lasts as long as the process
	transport *http.Transport
	busy      chan struct{} // holds one for each request on its way
	logging   sync.Mutex
}

// New returns a relay. Timeouts of zero never end.
func New(o Options) *Relay {
	return &Relay{
		options:   o,
		token:     rand.Text(),
		transport: newTransport(o),
		busy:      make(chan struct{}, maxAtOnce),
	}
}

// ServeHTTP offers the relay, or relays.
func (r *Relay) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	hurry(w, r.options.Timeouts.Body)
	for name, value := range guards {
		w.Header().Set(name, value)
	}
	switch req.Method {
	case http.MethodGet:
		r.offer(w, req)
	case http.MethodPost:
		r.relay(w, req)
	default:
		w.Header().Set("Allow", "GET, POST")
		r.refuse(w, line{}, &Refusal{Rule: "method-wrong", Status: http.StatusMethodNotAllowed, Message: "A relay is asked with GET and used with POST."})
	}
}

// offer tells the page what it needs.
func (r *Relay) offer(w http.ResponseWriter, req *http.Request) {
	if refusal := r.admitAsking(req); refusal != nil {
		r.refuse(w, line{}, refusal)
		return
	}
	offer := struct {
		Hosts []string `json:"hosts"`
		Token string   `json:"token"`
	}{[]string{}, r.token}
	for _, h := range r.options.Hosts {
		offer.Hosts = append(offer.Hosts, h.String())
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set(answerHeader, "offered")
	json.NewEncoder(w).Encode(offer)
}

// relay sends one request on.
func (r *Relay) relay(w http.ResponseWriter, req *http.Request) {
	if refusal := r.admit(req); refusal != nil {
		r.refuse(w, line{}, refusal)
		return
	}
	t, refusal := readTarget(r.options.Hosts, req.Header)
	said := line{t.method, t.host}
	if refusal != nil {
		r.refuse(w, said, refusal)
		return
	}
	select {
	case r.busy <- struct{}{}:
		defer func() { <-r.busy }()
	default:
		r.refuse(w, said, &Refusal{Rule: "busy", Status: http.StatusTooManyRequests, Message: fmt.Sprintf("The relay has %d requests on their way; wait for one to end.", maxAtOnce)})
		return
	}
	body, refusal := readBody(w, req)
	if refusal != nil {
		r.refuse(w, said, refusal)
		return
	}
	r.forward(w, req, sending{t, body})
}

// line is what the log says of a request, but for the status.
type line struct {
	method string
	host   Host
}

// log writes a line. The page's words are not in it: a key that was typed where
// an address belongs would be.
func (r *Relay) log(said line, status int) {
	if r.options.Log == nil {
		return
	}
	method, host := "-", "-"
	if said.method != "" {
		method = said.method
	}
	if said.host.Name != "" {
		host = said.host.String()
	}
	r.logging.Lock()
	defer r.logging.Unlock()
	fmt.Fprintf(r.options.Log, "relay: %s %s %d\n", method, host, status)
}
