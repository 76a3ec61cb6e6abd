// Command site writes the static site: the browser binary, the shell around it
// and the style, under names that any host can serve from any path.
//
//	cd tools && go run ./site -o ../dist
//
// An asset is a file whose name holds a hash of its content, so that it can be
// kept for ever; the page is the only place that knows these names. The same
// sources give the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// options are what the command line says.
type options struct {
	root  string // the repository
	out   string
	base  string // the path that the site will have on its host: begins and ends with a slash
	dev   bool
	whole bool
	watch bool
}

func main() {
	var o options
	flag.StringVar(&o.root, "root", "..", "the repository's `folder`")
	flag.StringVar(&o.out, "o", "../dist", "the `folder` to write; what is in it goes")
	flag.StringVar(&o.base, "base", "/", "the site's `path` on its host, for the header rules of static hosts")
	flag.BoolVar(&o.dev, "dev", false, "for a developer's own browser: nothing compressed, nothing kept for offline")
	flag.BoolVar(&o.whole, "whole", false, "build with go-app as it is and Go's own inlining; not the release, see docs/size.md")
	flag.BoolVar(&o.watch, "watch", false, "build a program that tells which of its functions were called, and functions.txt with their names: for early.txt")
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(o options) error {
	built, err := buildFor(o)
	if err != nil {
		return err
	}
	s, err := build(o, built)
	if err != nil {
		return err
	}
	if o.watch {
		s.files["functions.txt"] = []byte(strings.Join(built.names, "\n"))
	}
	if !o.dev {
		if err := s.compress(); err != nil {
			return err
		}
	}
	s.addSums()
	if err := s.write(o.out); err != nil {
		return err
	}
	if o.dev {
		return nil
	}
	limits := releaseBudget
	if o.whole {
		limits = wholeBudget
	}
	return report(os.Stdout, s, limits)
}

// build makes the site around the browser binaries, in memory.
func build(o options, built programs) (*site, error) {
	s := newSite()
	if err := s.addAssets(o.root, built); err != nil {
		return nil, err
	}
	if err := s.addPage(filepath.Join(o.root, "web", "index.html"), !o.dev); err != nil {
		return nil, err
	}
	for _, name := range []string{"manifest.webmanifest", "toolyard.schema.json", "badge.svg", "icons"} {
		if err := s.copyTree(filepath.Join(o.root, "web"), name); err != nil {
			return nil, err
		}
	}
	if err := s.addWorker(filepath.Join(o.root, "web", "sw.js"), o.dev); err != nil {
		return nil, err
	}
	// Shown by whoever offers to install the app, and needed by nobody offline.
	if err := s.copyTree(filepath.Join(o.root, "web"), "screenshots"); err != nil {
		return nil, err
	}
	s.addHostFiles(o.base)
	return s, nil
}
