package main

import (
	"errors"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"

	"toolyard/tools/e2e"
)

// bench is one run: a browser, and the pages that it opens.
type bench struct {
	options
	*chromium
	toolyard string // its address, once it is served
	peers    *peers // once they are served
	missing  error  // why there are none
	servers  []*httptest.Server
	floor    row // a key in a page that does nothing, once it is measured
}

func newBench(o options) (*bench, error) {
	c, err := startChromium()
	if err != nil {
		return nil, err
	}
	return &bench{options: o, chromium: c}, nil
}

func (b *bench) close() {
	for _, s := range b.servers {
		s.CloseClientConnections()
		s.Close()
	}
	b.chromium.close()
}

// scratch is the folder of what a run needs and leaves.
func (b *bench) scratch(names ...string) string {
	return filepath.Join(append([]string{b.root, ".build", "bench"}, names...)...)
}

// ours is the address of Toolyard, built as it is released.
func (b *bench) ours() (string, error) {
	if b.toolyard != "" {
		return b.toolyard, nil
	}
	dir := b.site
	if dir == "" {
		out, err := filepath.Abs(b.scratch("dist"))
		if err != nil {
			return "", err
		}
		command := exec.Command("go", "run", "./site", "-o", out)
		command.Dir = filepath.Join(b.root, "tools")
		if output, err := command.CombinedOutput(); err != nil {
			return "", fmt.Errorf("the site can't be built: %w\n%s", err, output)
		}
		dir = out
	}
	site, err := e2e.Serve(os.DirFS(dir), "/")
	if err != nil {
		return "", err
	}
	b.servers = append(b.servers, site)
	b.toolyard = site.URL + "/"
	return b.toolyard, nil
}

// theirs are the peers' pages; nil where they are left out.
func (b *bench) theirs() (*peers, error) {
	if b.alone || b.peers != nil || b.missing != nil {
		return b.peers, nil
	}
	p, err := servePeers(b.root)
	if errors.Is(err, errNoPeer) {
		b.missing = err
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	b.peers = p
	b.servers = append(b.servers, p.servers...)
	return p, nil
}

// without is what a section says where the peers are left out.
func (b *bench) without() string {
	switch {
	case b.alone:
		return "\nThe peers were left out.\n"
	case b.missing != nil:
		return fmt.Sprintf("\nThe peers were left out: %v\n", b.missing)
	}
	return ""
}

// say tells on the way what was measured.
func say(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }
