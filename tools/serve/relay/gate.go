package relay

import (
	"crypto/sha256"
	"crypto/subtle"
	"net"
	"net/http"
	"net/netip"
)

// Headers of the page's requests.
const (
	askHeader    = answerHeader // "ask"
	toHeader     = "Toolyard-Relay-To"
	methodHeader = "Toolyard-Relay-Method"
	tokenHeader  = "Toolyard-Relay-Token"
)

// proxyHeaders are set by proxies: others than this machine may be behind them.
var proxyHeaders = []string{"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via"}

// admitAsking keeps out who may not know that there is a relay. A browser sends
// no Origin when a page asks its own server.
func (r *Relay) admitAsking(req *http.Request) *Refusal {
	if refusal := r.fromPage(req, req.Header.Get("Origin") == ""); refusal != nil {
		return refusal
	}
	if req.Header.Get(askHeader) != "ask" {
		return outside("ask-missing", "A page asks with the header "+askHeader+": ask.")
	}
	if r.options.Access == "" {
		return nil
	}
	return checkToken(req, r.options.Access)
}

// admit keeps out whoever was not offered the relay.
func (r *Relay) admit(req *http.Request) *Refusal {
	if refusal := r.fromPage(req, false); refusal != nil {
		return refusal
	}
	return checkToken(req, r.token)
}

// fromPage reports who is not the page of this server. The Host tells a page
// whose own name was made to lead here (DNS rebinding); with an access token
// such a page lacks that, and a proxy may have changed the Host.
func (r *Relay) fromPage(req *http.Request, originless bool) *Refusal {
	if r.options.Access == "" {
		for _, name := range proxyHeaders {
			if req.Header.Get(name) != "" {
				return outside("proxied", "The request came through a proxy; behind one, a relay needs an access token and the page's origin.")
			}
		}
		if !thisMachine(req.Host) {
			return outside("host-foreign", "Without an access token, the page must be opened by the name of this machine, as in http://127.0.0.1:8000/.")
		}
	}
	if !originless && !r.ownOrigin(req) {
		return outside("origin-foreign", "Only the page of this server may use its relay.")
	}
	switch req.Header.Get("Sec-Fetch-Site") {
	case "same-origin":
		return nil
	case "":
		return outside("site-missing", "The browser did not say where the request came from (Sec-Fetch-Site). Browsers say it only to https, and to http on this machine.")
	}
	return outside("site-foreign", "Only the page of this server may use its relay.")
}

// ownOrigin compares whole origins: another port is another page.
func (r *Relay) ownOrigin(req *http.Request) bool {
	values := req.Header.Values("Origin")
	if len(values) != 1 {
		return false
	}
	if r.options.Origin != "" {
		return values[0] == r.options.Origin
	}
	return values[0] == "http://"+req.Host || values[0] == "https://"+req.Host
}

// thisMachine reports whether a Host header can only mean this machine.
func thisMachine(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	if name == "localhost" {
		return true
	}
	addr, err := netip.ParseAddr(name)
	return err == nil && addr.IsLoopback()
}

// checkToken compares in a time that says nothing about either token.
func checkToken(req *http.Request, want string) *Refusal {
	given := req.Header.Get(tokenHeader)
	if given == "" {
		return &Refusal{Rule: "token-missing", Status: http.StatusUnauthorized, Message: "This relay wants a token in the header " + tokenHeader + "."}
	}
	a, b := sha256.Sum256([]byte(given)), sha256.Sum256([]byte(want))
	if subtle.ConstantTimeCompare(a[:], b[:]) != 1 {
		return &Refusal{Rule: "token-wrong", Status: http.StatusUnauthorized, Message: "This is not the relay's token, or no longer."}
	}
	return nil
}

func outside(rule, message string) *Refusal {
	return &Refusal{Rule: rule, Status: http.StatusForbidden, Message: message}
}
