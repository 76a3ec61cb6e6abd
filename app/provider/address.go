package provider

import (
	"net/netip"
	"net/url"
	"strings"
)

// completions is what follows a base URL.
const completions = "/chat/completions"

// URL is where completions of the endpoint are posted. It reads what people
// paste: a base URL with or without scheme, "/v1" and trailing slash, or the
// whole address. A query is kept. Its error is a *FieldError.
func (e Endpoint) URL() (string, error) {
	if e.Simulated() {
		return "simulator:/v1" + completions, nil
	}
	u, err := e.address()
	if err != nil {
		return "", err
	}
	path := strings.TrimRight(u.EscapedPath(), "/")
	if path == "" {
		path = "/v1"
	}
	full := u.Scheme + "://" + u.Host + strings.TrimSuffix(path, completions) + completions
	if u.RawQuery != "" {
		full += "?" + u.RawQuery
	}
	return full, nil
}

// Origin is the scheme, host and port that a key belongs to, "" where the base
// URL can't be read. Two spellings of one origin are equal.
func (e Endpoint) Origin() string {
	if e.Simulated() {
		return "simulator:"
	}
	u, err := e.address()
	if err != nil {
		return ""
	}
	return u.Scheme + "://" + e.Host()
}

// Host is the host of the endpoint, and its port unless that is the scheme's
// own; "" where the base URL can't be read.
func (e Endpoint) Host() string {
	if e.Simulated() {
		return Simulator
	}
	u, err := e.address()
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Host)
	if u.Scheme == "https" {
		return strings.TrimSuffix(host, ":443")
	}
	return strings.TrimSuffix(host, ":80")
}

// address reads the base URL. No error repeats it: it could hold a password.
func (e Endpoint) address() (*url.URL, error) {
	text := strings.TrimSpace(e.BaseURL)
	if text == "" {
		return nil, &FieldError{FieldBaseURL, RuleAddressMissing, ""}
	}
	if !strings.Contains(text, "://") {
		text = scheme(text) + "://" + strings.TrimPrefix(text, "//")
	}
	u, err := url.Parse(text)
	switch {
	case err != nil:
		return nil, &FieldError{FieldBaseURL, RuleAddressInvalid, ""}
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, &FieldError{FieldBaseURL, RuleAddressScheme, u.Scheme}
	case u.User != nil:
		return nil, &FieldError{FieldBaseURL, RuleAddressUser, ""}
	case u.Hostname() == "":
		return nil, &FieldError{FieldBaseURL, RuleAddressInvalid, ""}
	}
	if host := u.Hostname(); !strings.Contains(host, ":") {
		u.Host = asCalled(host) + strings.TrimPrefix(u.Host, host)
	}
	return u, nil
}

// scheme is the one that an address without scheme most likely has: servers on
// one's own machine have no certificate.
func scheme(text string) string {
	host, _, _ := strings.Cut(strings.TrimPrefix(text, "//"), "/")
	u, err := url.Parse("http://" + host)
	if err != nil {
		return "https"
	}
	ip, err := netip.ParseAddr(u.Hostname())
	if u.Hostname() == "localhost" || err == nil && (ip.IsLoopback() || ip.IsUnspecified()) {
		return "http"
	}
	return "https"
}
