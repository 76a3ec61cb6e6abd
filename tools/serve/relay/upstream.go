package relay

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"
)

// newTransport connects to listed hosts only, wherever it is pointed. It uses no
// proxy: the proxy would look up the names, and reach what it likes. It follows
// no redirects, and changes no encoding.
func newTransport(o Options) *http.Transport {
	dial := dialer{hosts: o.Hosts, net: net.Dialer{Timeout: o.Timeouts.Connect, Resolver: o.Resolver}}
	return &http.Transport{
		DialContext:            dial.dial,
		DisableCompression:     true,
		ForceAttemptHTTP2:      true,
		TLSClientConfig:        &tls.Config{RootCAs: o.Roots},
		TLSHandshakeTimeout:    o.Timeouts.Connect,
		ResponseHeaderTimeout:  o.Timeouts.Header,
		MaxResponseHeaderBytes: 256 << 10,
		MaxIdleConnsPerHost:    8,
		IdleConnTimeout:        90 * time.Second,
	}
}

// dialer opens connections to the hosts of its list.
type dialer struct {
	hosts []Host
	net   net.Dialer
}

// dial checks each address at the moment it is connected to: the answer that a
// name had a moment before doesn't count.
func (d dialer) dial(ctx context.Context, network, address string) (net.Conn, error) {
	name, digits, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	port, err := parsePort(digits)
	if err != nil {
		return nil, err
	}
	host, _, ok := find(d.hosts, name, port)
	if !ok {
		return nil, outside("host-unlisted", "The relay's list does not have this host.")
	}
	each := d.net
	each.ControlContext = func(_ context.Context, _, address string, _ syscall.RawConn) error { return host.check(address) }
	return each.DialContext(ctx, network, address)
}

// check refuses an address, with its port, that the host may not be reached at.
func (h Host) check(address string) error {
	to, err := netip.ParseAddrPort(address)
	if err == nil && to.Port() == h.Port && h.reaches(to.Addr()) {
		return nil
	}
	refusal := outside("address-private", "The name leads to an address that is not public; if it should, who runs the relay lists "+privateMark+h.String()+".")
	if err == nil && kindOf(to.Addr()) != private {
		refusal.Message = "The name leads to a special address, which the relay reaches only if the address itself is listed."
	}
	refusal.Host, refusal.Address = h.String(), to.Addr().Unmap().String()
	return refusal
}

// explain says why an upstream gave no answer. The errors' own words stay here.
func explain(h Host, err error) *Refusal {
	failure := func(rule, message string) *Refusal {
		return &Refusal{Rule: rule, Host: h.String(), Status: http.StatusBadGateway, Message: message}
	}
	var own *Refusal
	var name *net.DNSError
	var timeout net.Error
	switch {
	case errors.As(err, &own):
		return own
	case errors.As(err, &name) && name.IsNotFound:
		return failure("upstream-name", "There is no host of this name.")
	case errors.As(err, &name):
		return failure("upstream-name", "The name of the host could not be looked up from where the relay runs.")
	case errors.Is(err, syscall.ECONNREFUSED):
		return failure("upstream-refused", "The host takes no connections on this port.")
	case insecure(err):
		return failure("upstream-tls", "The host's certificate or its TLS is not in order, so nothing was sent.")
	case errors.As(err, &timeout) && timeout.Timeout():
		return failure("upstream-timeout", "The host did not answer in time.")
	}
	return failure("upstream-broken", "The connection to the host broke before it answered.")
}

// insecure reports whether the connection failed at its encryption.
func insecure(err error) bool {
	var certificate *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	var alert tls.AlertError
	var authority x509.UnknownAuthorityError
	var name x509.HostnameError
	return errors.As(err, &certificate) || errors.As(err, &record) || errors.As(err, &alert) ||
		errors.As(err, &authority) || errors.As(err, &name) || errors.Is(err, http.ErrSchemeMismatch)
}
