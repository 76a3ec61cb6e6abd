// Command serve serves the built site, and beside it, for this machine, a
// rehearsal endpoint: a provider of completions that replays recordings, for
// trying and testing the page without a key. Where it is asked to, it also
// relays: the page's requests go on to endpoints that refuse browsers.
//
//	cd tools && go run ./serve -dir ../dist
//	cd tools && go run ./serve -dir ../dist -relay -relay-hosts api.example.com
//
// It listens on this machine only, unless an address is given. On an address
// that others can reach, or with an access token, there is no rehearsal, and
// the relay wants that token. docs/relay.md says how to host it.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	"toolyard/tools/serve/rehearsal"
	"toolyard/tools/serve/relay"
	"toolyard/tools/serve/static"
)

// firstPort is where the site is looked for; the next ones are tried where it
// is taken.
const (
	firstPort = 8000
	lastPort  = 8099
)

func main() {
	w, err := parse(os.Args[1:], os.Getenv)
	if errors.Is(err, flag.ErrHelp) {
		return
	}
	if err == nil {
		err = serve(w)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func serve(w wanted) error {
	listener, err := listen(w.addr)
	if err != nil {
		return err
	}
	handler, err := newHandler(w, listener.Addr(), os.Stderr)
	if err != nil {
		return err
	}
	if w.relay {
		log.SetOutput(io.Discard) // net/http logs addresses and what upstreams send; a relay logs its own lines only
	}
	announce(os.Stdout, w, listener.Addr())
	server := newServer(handler)
	if w.cert != "" || w.key != "" {
		return server.ServeTLS(listener, w.cert, w.key)
	}
	return server.Serve(listener)
}

// newServer bounds what a request may hold before it is looked at. It has no
// limit for an answer: streams last.
func newServer(handler http.Handler) *http.Server {
	return &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: relay.MaxHeader}
}

// newHandler is everything that is served on an address. The relay's lines go to
// said.
func newHandler(w wanted, addr net.Addr, said io.Writer) (http.Handler, error) {
	if err := w.checkRelay(addr); err != nil {
		return nil, err
	}
	site, err := static.New(os.DirFS(w.dir), w.base)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/", site)
	if w.rehearses(addr) {
		endpoint, err := newRehearsal(w.recordings)
		if err != nil {
			return nil, err
		}
		mux.Handle("/rehearsal/", http.StripPrefix("/rehearsal", endpoint))
	}
	if w.relay {
		mux.Handle(relay.Path, relay.New(relay.Options{Hosts: w.hosts, Access: w.token, Origin: w.origin, Log: said, Timeouts: relay.Patient}))
	}
	return mux, nil
}

// rehearses says whether there is a rehearsal: it remembers requests, so it is
// for those alone who can see them anyway.
func (w *wanted) rehearses(addr net.Addr) bool { return loopback(addr) && w.token == "" }

// announce prints where everything is; never the token.
func announce(out io.Writer, w wanted, addr net.Addr) {
	scheme := "http"
	if w.cert != "" {
		scheme = "https"
	}
	fmt.Fprintf(out, "Toolyard is at %s://%s%s\n", scheme, addr, w.base)
	if w.quiet {
		return
	}
	if w.rehearses(addr) {
		fmt.Fprintf(out, "A rehearsal endpoint is at %s://%s/rehearsal/v1 (any key; see its /models)\n", scheme, addr)
	}
	if !w.relay {
		return
	}
	hosts := []string{}
	for _, h := range w.hosts {
		hosts = append(hosts, h.String())
	}
	switch {
	case len(hosts) == 0:
		fmt.Fprintln(out, "The relay is on, and reaches no host yet: list them with -relay-hosts, or RELAY_HOSTS")
	default:
		fmt.Fprintf(out, "The relay is on, and reaches %s\n", strings.Join(hosts, ", "))
	}
	if w.token != "" {
		fmt.Fprintln(out, "The page asks for the relay's access token, or takes it from its address: open it with #relay= and the token")
	}
	if !loopback(addr) && w.cert == "" {
		fmt.Fprintln(out, "Others need https to use the relay: put a proxy in front, or give -cert and -key")
	}
}

func newRehearsal(recordings string) (*rehearsal.Handler, error) {
	if recordings == "" {
		return rehearsal.New(), nil
	}
	if _, err := os.Stat(recordings); err != nil {
		return nil, fmt.Errorf("serve: recordings: %w", err)
	}
	return rehearsal.New(os.DirFS(recordings)), nil
}

// listen opens addr, or the first port of this machine that is free.
func listen(addr string) (net.Listener, error) {
	if addr != "" {
		return net.Listen("tcp", addr)
	}
	var taken error
	for port := firstPort; port <= lastPort; port++ {
		listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		if err == nil {
			return listener, nil
		}
		taken = err
	}
	return nil, fmt.Errorf("serve: no free port from %d to %d: %w", firstPort, lastPort, taken)
}

// loopback says whether only this machine can reach an address.
func loopback(addr net.Addr) bool {
	tcp, ok := addr.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}
