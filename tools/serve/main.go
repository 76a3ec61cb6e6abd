// Command serve serves the built site, and beside it a rehearsal endpoint: a
// provider of completions that replays recordings, for trying and testing the
// page without a key.
//
//	cd tools && go run ./serve -dir ../dist
//
// It listens on this machine only, unless an address is given. On an address
// that others can reach there is no rehearsal.
package main

import (
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"strconv"
	"time"

	"toolyard/tools/serve/rehearsal"
	"toolyard/tools/serve/static"
)

// firstPort is where the site is looked for; the next ones are tried where it
// is taken.
const (
	firstPort = 8000
	lastPort  = 8099
)

// wanted is what the command line asks for; its flags say what each is.
type wanted struct {
	addr, dir, base, recordings string
	quiet                       bool
}

func main() {
	var w wanted
	flag.StringVar(&w.addr, "addr", "", "the `address` to listen on, host:port; without it the first free port from 8000 on this machine")
	flag.StringVar(&w.dir, "dir", "../dist", "the `folder` of the built site")
	flag.StringVar(&w.base, "base", "/", "the `path` to serve the site under; begins and ends with a slash")
	flag.StringVar(&w.recordings, "recordings", os.Getenv("TOOLYARD_FIXTURES"), "a `folder` of more recordings to rehearse")
	flag.BoolVar(&w.quiet, "quiet", false, "print the address only")
	flag.Parse()
	if err := serve(w); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func serve(w wanted) error {
	site, err := static.New(os.DirFS(w.dir), w.base)
	if err != nil {
		return err
	}
	listener, err := listen(w.addr)
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.Handle("/", site)
	if loopback(listener.Addr()) {
		endpoint, err := newRehearsal(w.recordings)
		if err != nil {
			return err
		}
		mux.Handle("/rehearsal/", http.StripPrefix("/rehearsal", endpoint))
	}
	fmt.Printf("Toolyard is at http://%s%s\n", listener.Addr(), w.base)
	if !w.quiet && loopback(listener.Addr()) {
		fmt.Printf("A rehearsal endpoint is at http://%s/rehearsal/v1 (any key; see its /models)\n", listener.Addr())
	}
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second}
	return server.Serve(listener)
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
