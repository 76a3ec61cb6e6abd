// Command bench measures, in a real browser, how long the page takes to draw
// what an input does.
package main

import (
	"flag"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"time"

	"toolyard/tools/e2e"
)

type options struct {
	root, only string
	n          int
	usual      limits
}

func main() {
	var o options
	flag.StringVar(&o.root, "root", "..", "the repository's `folder`")
	flag.StringVar(&o.only, "only", "", "measure this `subject` alone: toolyard or jsonjoy")
	flag.IntVar(&o.n, "n", 0, "measure a schema of this `number` of properties; without it 2000 and 50")
	flag.IntVar(&o.usual.presses, "presses", 40, "how often each thing is done")
	flag.DurationVar(&o.usual.time, "time", 20*time.Second, "a row ends after this time, once it has half its presses")
	flag.Parse()
	o.usual.enough = (o.usual.presses + 1) / 2
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(o options) error {
	site, err := serveToolyard(o.root)
	if err != nil {
		return err
	}
	defer site.Close()
	c, err := startChromium()
	if err != nil {
		return err
	}
	defer c.close()
	sizes := []int{2000, 50}
	if o.n > 0 {
		sizes = []int{o.n}
	}
	for _, n := range sizes {
		p, err := openToolyard(c, site.URL+"/", n)
		if err != nil {
			return err
		}
		fmt.Printf("Toolyard, %d properties, %s\n", n, c.version)
		for _, a := range p.actions() {
			r := p.measure(a, o.usual)
			fmt.Printf("%-32s %4d %8.1f %8.1f  longest task %4.0f ms  %v %s\n", r.name, len(r.times), median(r.times), p95(r.times), r.longest, r.views, r.missing)
		}
		p.close()
	}
	return nil
}

// serveToolyard builds the site of a repository, as it is released but for the
// compression, and serves it.
func serveToolyard(root string) (*httptest.Server, error) {
	dir, err := filepath.Abs(filepath.Join(root, ".build", "bench", "site"))
	if err != nil {
		return nil, err
	}
	if err := e2e.Build(filepath.Join(root, "tools"), dir); err != nil {
		return nil, err
	}
	return e2e.Serve(os.DirFS(dir), "/")
}
