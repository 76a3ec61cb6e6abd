// Command bench measures, in a real browser, how soon Toolyard answers, and its
// peers beside it: MCP Inspector's client, jsonjoy-builder, and for streams the
// accumulator of the openai package, all as npm has them (peer/package.json).
//
//	cd tools && go run ./bench                          all, in about twenty minutes
//	cd tools && go run ./bench -only start,stream       some parts
//	cd tools && go run ./bench -o ../docs/figures.md    and the page of figures
//
// The parts, each a file with its words:
//
//	start    opening the page                           start.go
//	keys     from a key to its effect                   keys.go
//	stream   5,000 deltas, and one argument of 1 MB     stream.go
//	body     the raw view of an answer of 1 MB          body.go
//	link     opening and making links                   link.go
//	memory   200 turns                                  memory.go
//	builder  the schema builder, 50 and 2,000 properties   builder.go
//
// A subject is a page that is measured. It has a profile of its own in one
// browser, and nothing else open. Inputs are made by the browser's debugger, and
// the page can't tell them from a person's; all that they are made of is
// generated here, the same in every run. Toolyard is measured as it is released.
// Peers are left out where npm or their packages can't be had, which is said.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"
)

// options are what the command line says.
type options struct {
	root, site, only, rows, out string
	alone                       bool
	n, visits                   int
	usual                       limits
}

func main() {
	var o options
	flag.StringVar(&o.root, "root", "..", "the repository's `folder`")
	flag.StringVar(&o.site, "site", "", "measure the site in this `folder`, built by make site; without it, one is built")
	flag.StringVar(&o.only, "only", "", "measure these `parts`: start,keys,stream,body,link,memory,builder")
	flag.BoolVar(&o.alone, "alone", false, "leave the peers out")
	flag.StringVar(&o.rows, "rows", "", "measure only the rows whose name contains this `text`")
	flag.IntVar(&o.n, "n", 0, "builder: a schema of this `number` of properties; without it 2000 and 50")
	flag.IntVar(&o.visits, "visits", 5, "start: how often each page is opened, cold and warm")
	flag.StringVar(&o.out, "o", "", "write the page of figures to this `file`: what was measured now, and of the other parts what was measured last")
	flag.IntVar(&o.usual.presses, "presses", 40, "how often each thing is done")
	flag.DurationVar(&o.usual.time, "time", 10*time.Second, "a row ends after this time, once it has a quarter of its presses")
	flag.Parse()
	o.usual.enough = (o.usual.presses + 3) / 4
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// part is one kind of measurement. Measure returns its section of the page, in
// Markdown.
type part struct {
	name, title string
	measure     func(*bench) (string, error)
}

var parts = []part{
	{"start", "Opening", measureStart},
	{"keys", "Typing", measureKeys},
	{"stream", "Streams", measureStream},
	{"body", "An answer of 1 MB", measureBody},
	{"link", "Links", measureLink},
	{"memory", "Memory", measureMemory},
	{"builder", "The schema builder", measureBuilder},
}

// wanted are the parts that -only names; all without it.
func (o options) wanted() ([]part, error) {
	if o.only == "" {
		return parts, nil
	}
	var some []part
	for name := range strings.SplitSeq(o.only, ",") {
		at := slices.IndexFunc(parts, func(p part) bool { return p.name == name })
		if at < 0 {
			return nil, fmt.Errorf("bench: there is no part %q", name)
		}
		some = append(some, parts[at])
	}
	return some, nil
}

func run(o options) error {
	wanted, err := o.wanted()
	if err != nil {
		return err
	}
	b, err := newBench(o)
	if err != nil {
		return err
	}
	defer b.close()
	for _, p := range wanted {
		begun := time.Now()
		about := b.about()
		text, err := p.measure(b)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		text = fmt.Sprintf("## %s\n\n%s\n\n%s", p.title, about, text)
		fmt.Println(text)
		fmt.Fprintf(os.Stderr, "%s took %v\n", p.name, time.Since(begun).Round(time.Second))
		if err := b.keep(p, text); err != nil {
			return err
		}
	}
	if o.out == "" {
		return nil
	}
	return os.WriteFile(o.out, []byte(b.document()), 0o644)
}
