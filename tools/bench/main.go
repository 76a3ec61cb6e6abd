// Command bench measures, in a real browser, how long the page takes to draw
// what an input does.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

// options are what the command line says.
type options struct {
	root, only, rows string
	n                int
	usual            limits
}

func main() {
	var o options
	flag.StringVar(&o.root, "root", "..", "the repository's `folder`")
	flag.StringVar(&o.only, "only", "", "measure this `subject` alone: toolyard or jsonjoy")
	flag.StringVar(&o.rows, "rows", "", "measure only the rows whose name contains this `text`")
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

// subject is what is measured.
type subject struct {
	name string
	open func(n int) (*tab, []action, error)
}

func run(o options) error {
	c, err := startChromium()
	if err != nil {
		return err
	}
	defer c.close()
	var subjects []subject
	if o.only != "jsonjoy" {
		site, err := serveToolyard(o.root)
		if err != nil {
			return err
		}
		defer site.Close()
		subjects = append(subjects, subject{"Toolyard", func(n int) (*tab, []action, error) { return openToolyard(c, site.URL+"/", n) }})
	}
	if o.only != "toolyard" {
		page, err := servePeer(o.root)
		if err != nil && (o.only != "" || !errors.Is(err, errNoPeer)) {
			return err
		}
		if err != nil {
			fmt.Println(err)
		} else {
			defer page.Close()
			subjects = append(subjects, subject{"jsonjoy-builder 1.0.4", func(n int) (*tab, []action, error) { return openJsonjoy(c, page.URL+"/", n) }})
		}
	}
	sizes := []int{2000, 50}
	if o.n > 0 {
		sizes = []int{o.n}
	}
	for _, n := range sizes {
		for _, s := range subjects {
			t, actions, err := s.open(n)
			if err != nil {
				return err
			}
			fmt.Printf("%s, %d properties, %s\n", s.name, n, c.version)
			for _, a := range actions {
				if !strings.Contains(a.name, o.rows) {
					continue
				}
				r := t.measure(a, o.usual)
				fmt.Printf("%-32s %4d %8.1f %8.1f  longest task %4.0f ms  %v %s\n", r.name, len(r.times), median(r.times), p95(r.times), r.longest, r.views, r.missing)
			}
			t.close()
		}
	}
	return nil
}
