package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"strconv"
	"strings"

	"toolyard/tools/serve/relay"
)

// wanted is what the command line and the environment ask for; its flags say
// what each is.
type wanted struct {
	addr, dir, base, recordings string
	quiet                       bool
	cert, key                   string

	relay  bool
	hosts  []relay.Host
	token  string // what a page must know before it is offered the relay
	origin string
}

// shortest is the least length of an access token: it is all that stands between
// the relay and everybody.
const shortest = 16

// parse reads the command line; what it doesn't name, the environment may.
func parse(args []string, env func(string) string) (wanted, error) {
	var w wanted
	var g given
	f := flag.NewFlagSet("serve", flag.ContinueOnError)
	f.SetOutput(io.Discard) // the error is printed once, after the flags
	f.Usage = func() { f.SetOutput(os.Stderr); f.PrintDefaults() }
	f.StringVar(&w.addr, "addr", "", "the `address` to listen on, host:port; without it the first free port from 8000 on this machine")
	f.StringVar(&w.dir, "dir", "../dist", "the `folder` of the built site")
	f.StringVar(&w.base, "base", "/", "the `path` to serve the site under; begins and ends with a slash")
	f.StringVar(&w.recordings, "recordings", env("TOOLYARD_FIXTURES"), "a `folder` of more recordings to rehearse")
	f.BoolVar(&w.quiet, "quiet", false, "print the address only")
	f.StringVar(&w.cert, "cert", "", "the `file` of a certificate: serve https, with -key")
	f.StringVar(&w.key, "key", "", "the `file` of the certificate's private key")
	f.BoolVar(&w.relay, "relay", false, "offer "+relay.Path+" to the page, for endpoints that refuse browsers; or RELAY=1")
	f.StringVar(&g.hosts, "relay-hosts", "", "the `hosts` that the relay may reach, as in api.example.com,192.168.1.20:8000,private:gpu.lan:8000, or @file; or RELAY_HOSTS")
	f.StringVar(&g.token, "token", "", "the access `token` that a page needs for the relay, where others can reach the server, or @file; or RELAY_TOKEN")
	f.StringVar(&w.origin, "origin", "", "the page's `origin` for the relay, where a proxy changes the Host header, as in https://tools.example.com; or RELAY_ORIGIN")
	if err := f.Parse(args); err != nil {
		return w, err
	}
	if f.NArg() > 0 {
		return w, fmt.Errorf("serve: %q is no flag", f.Arg(0))
	}
	g.on = env("RELAY")
	f.Visit(func(f *flag.Flag) {
		if f.Name == "relay" {
			g.on = "" // the flag goes before
		}
	})
	g.hosts, g.token = cmp.Or(g.hosts, env("RELAY_HOSTS")), cmp.Or(g.token, env("RELAY_TOKEN"))
	w.origin = cmp.Or(w.origin, env("RELAY_ORIGIN"))
	return w, w.complete(g)
}

// given are what the relay is set up with, as written. The flags have no defaults
// from the environment: a help text would print the token.
type given struct{ on, hosts, token string }

// complete reads what was given, in place: whether there is a relay, its hosts
// and its token.
func (w *wanted) complete(g given) error {
	var err error
	if g.on != "" {
		if w.relay, err = strconv.ParseBool(g.on); err != nil {
			return fmt.Errorf("serve: RELAY is 1 or 0, not %q", g.on)
		}
	}
	if !w.relay {
		return nil
	}
	hosts, err := content(g.hosts)
	if err != nil {
		return err
	}
	if w.hosts, err = relay.ParseHosts(hosts); err != nil {
		return err
	}
	if err := w.readToken(g.token); err != nil {
		return err
	}
	return w.checkOrigin()
}

// readToken keeps the token out of its errors. A file that turns out empty is no
// wish for a relay without one.
func (w *wanted) readToken(written string) error {
	if written == "" {
		return nil
	}
	text, err := content(written)
	if err != nil {
		return err
	}
	w.token = strings.TrimSpace(text)
	if len(w.token) < shortest || strings.ContainsFunc(w.token, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return fmt.Errorf("serve: an access token is %d ASCII characters or more, without spaces", shortest)
	}
	return nil
}

// checkOrigin wants an origin as a browser writes it, and a token beside it:
// whoever names an origin has a proxy in front.
func (w *wanted) checkOrigin() error {
	if w.origin == "" {
		return nil
	}
	u, err := url.Parse(w.origin)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || w.origin != u.Scheme+"://"+strings.ToLower(u.Host) {
		return fmt.Errorf("serve: an origin is like https://tools.example.com, without a path, not %q", w.origin)
	}
	if w.token == "" {
		return errors.New("serve: a page at another origin is reached by others: give the relay a -token, too")
	}
	return nil
}

// content is a value, or what is in the file that it names after an @.
func content(value string) (string, error) {
	name, ok := strings.CutPrefix(value, "@")
	if !ok {
		return value, nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return "", fmt.Errorf("serve: %w", err)
	}
	return string(text), nil
}

// checkRelay refuses to offer the relay to everybody.
func (w *wanted) checkRelay(addr net.Addr) error {
	if w.relay && w.token == "" && !loopback(addr) {
		return fmt.Errorf("serve: others can reach %s: give the relay a -token, or leave out -addr", addr)
	}
	return nil
}
