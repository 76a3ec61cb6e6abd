// Command bench measures, in a real browser, how long the schema builder takes
// to draw what a person does, and the same in jsonjoy-builder 1.0.4 with
// monaco-editor 0.52.2.
//
//	cd tools && go run ./bench                            all, in about seven minutes
//	cd tools && go run ./bench -only toolyard -n 2000     one subject, one schema
//	cd tools && go run ./bench -o ../docs/bench.md        all, and the report
//
// A subject is a page with a schema builder. A view is its form or its JSON
// text. A press is one input: a key, or a click of the mouse; it comes from the
// browser's debugger, and the page can't tell it from a person's. An action is
// a press that is done again and again, a row its measurements.
//
// A press takes the time from the timeStamp of its event, which the browser
// gives it when the input arrives, to the end of the first frame in which its
// effect stands in all views that are on the screen. At each frame from the
// first change on, probe.js reads the views in the last moment before painting,
// and posts a message when the effect is there; when the message arrives, the
// frame is painted. What the page does in between counts. What a view shows is
// read from the document: a control's value, and the lines of text that the
// editor has drawn. So half a frame, 8 ms at 60 Hz, is the least there can be,
// and what the compositor needs afterwards is in no figure.
//
// Presses are 110 to 150 ms apart, counted from when the one before was drawn and
// read. They come in pairs of which the second takes the first one back, so that
// the schema stays as it is. The third property is the one that is worked on.
// Every subject has a profile of its own in one browser, and nothing else open.
// Beside them stands a key in a page that holds one text field: what the browser
// takes by itself.
//
// What a subject has no control for is shown as a dash, with the reason.
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
	root, only, rows, out string
	n                     int
	usual                 limits
}

func main() {
	var o options
	flag.StringVar(&o.root, "root", "..", "the repository's `folder`")
	flag.StringVar(&o.only, "only", "", "measure this `subject` alone: toolyard or jsonjoy")
	flag.StringVar(&o.rows, "rows", "", "measure only the rows whose name contains this `text`")
	flag.IntVar(&o.n, "n", 0, "measure a schema of this `number` of properties; without it 2000 and 50")
	flag.StringVar(&o.out, "o", "", "write the report to this `file`")
	flag.IntVar(&o.usual.presses, "presses", 40, "how often each thing is done")
	flag.DurationVar(&o.usual.time, "time", 10*time.Second, "a row ends after this time, once it has a quarter of its presses")
	flag.Parse()
	o.usual.enough = (o.usual.presses + 3) / 4
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// subject is what is measured.
type subject struct {
	name  string
	open  func(n int) (*tab, []action, error)
	close func()
}

func run(o options) error {
	c, err := startChromium()
	if err != nil {
		return err
	}
	defer c.close()
	r := newResult(c.version, o.root)
	subjects, err := subjects(c, o, &r)
	if err != nil {
		return err
	}
	if r.bare, err = floor(c, o.usual); err != nil {
		return err
	}
	for _, s := range subjects {
		defer s.close()
	}
	r.sizes = []int{2000, 50}
	if o.n > 0 {
		r.sizes = []int{o.n}
	}
	for _, n := range r.sizes {
		for _, s := range subjects {
			measured, err := s.measure(n, o)
			if err != nil {
				return err
			}
			r.columns[n] = append(r.columns[n], measured)
		}
	}
	fmt.Print(r.about(), r.tables())
	if o.out == "" {
		return nil
	}
	return os.WriteFile(o.out, []byte(r.document()), 0o644)
}

// subjects builds and serves what is to be measured. Where the peer can't be
// had, the result notes it.
func subjects(c *chromium, o options, r *result) ([]subject, error) {
	var all []subject
	if o.only != "jsonjoy" {
		site, err := serveToolyard(o.root)
		if err != nil {
			return nil, err
		}
		open := func(n int) (*tab, []action, error) { return openToolyard(c, site.URL+"/", n) }
		all = append(all, subject{"Toolyard", open, site.Close})
	}
	if o.only == "toolyard" {
		return all, nil
	}
	page, err := servePeer(o.root)
	if errors.Is(err, errNoPeer) && o.only == "" {
		r.notes = append(r.notes, err.Error())
		return all, nil
	}
	if err != nil {
		return nil, err
	}
	open := func(n int) (*tab, []action, error) { return openJsonjoy(c, page.URL+"/", n) }
	return append(all, subject{"jsonjoy-builder", open, page.Close}), nil
}

// measure measures a subject with a schema of n properties, and says on the way
// what it does.
func (s subject) measure(n int, o options) (column, error) {
	t, actions, err := s.open(n)
	if err != nil {
		return column{}, err
	}
	defer t.close()
	measured := column{s.name, map[string]row{}}
	for _, a := range actions {
		if !strings.Contains(a.name, o.rows) {
			continue
		}
		r := t.measure(a, o.usual)
		if r.missing != errTwice.Error() {
			measured.rows[a.name] = r
		}
		fmt.Fprintf(os.Stderr, "%s, %d: %s: %s\n", s.name, n, a.name, strings.Join(append(cells(r), r.missing), " "))
	}
	return measured, nil
}
