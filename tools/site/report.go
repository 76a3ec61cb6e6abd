package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// budget is the most that the browser binaries may weigh in brotli, in bytes.
// Bytes decide how soon the page answers: on a 10 Mbit/s line each 100 KB is
// 80 ms. docs/size.md says what is in them.
type budget struct {
	page     int // app.wasm and data.wasm: nothing can be pressed before they are there
	rest     int // rest.wasm, which comes while the page is set up
	workshop int // workshop.wasm, which loads after it
}

// releaseBudget and wholeBudget are for what is released and of a build with
// -whole, which is what to fall back on, and may not grow past use.
var (
	releaseBudget = budget{page: 1_010_000, rest: 660_000, workshop: 760_000}
	wholeBudget   = budget{page: 2_300_000, workshop: 1_400_000}
)

// first names the assets that the first press waits for, beside the page itself.
var first = []string{"app.wasm", "data.wasm", "warm.js", "wasm_exec.js", "loader.js", "page.js", "style.css"}

// report prints the size of each compressed file, and of all that the first
// press waits for, and fails over a budget.
func report(w io.Writer, s *site, b budget) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "raw\tgzip\tbrotli\t")
	for _, p := range s.paths() {
		if br, ok := s.files[p+".br"]; ok {
			fmt.Fprintf(table, "%d\t%d\t%d\t  %s\n", len(s.files[p]), len(s.files[p+".gz"]), len(br), p)
		}
	}
	raw, gz, br := s.firstLoad()
	fmt.Fprintf(table, "%d\t%d\t%d\t  %s\n", raw, gz, br, "the first load")
	if err := table.Flush(); err != nil {
		return err
	}
	return checkBudget(s, b)
}

// firstLoad is the size of all that the first press waits for.
func (s *site) firstLoad() (raw, gz, br int) {
	files := []string{"index.html"}
	for _, name := range first {
		files = append(files, s.assets[name])
	}
	for _, p := range files {
		raw, gz, br = raw+len(s.files[p]), gz+len(s.files[p+".gz"]), br+len(s.files[p+".br"])
	}
	return raw, gz, br
}

func checkBudget(s *site, b budget) error {
	for _, limit := range []struct {
		names []string
		most  int
	}{{[]string{"app.wasm", "data.wasm"}, b.page}, {[]string{"rest.wasm"}, b.rest}, {[]string{"workshop.wasm"}, b.workshop}} {
		weight := 0
		for _, name := range limit.names {
			weight += len(s.files[s.assets[name]+".br"])
		}
		if weight > limit.most {
			return fmt.Errorf("site: %s: %d bytes in brotli, %d over their budget; "+
				"docs/size.md says what is in them and how to look", strings.Join(limit.names, " and "), weight, weight-limit.most)
		}
	}
	return nil
}
