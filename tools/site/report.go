package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// budget is the most that the browser binaries may weigh in brotli, in bytes.
// Bytes decide how soon the page answers: on a 10 Mbit/s line each 100 KB is
// 80 ms. docs/size.md says what is in them.
type budget struct {
	page     int // app.wasm: nothing can be pressed before it is there
	workshop int // workshop.wasm, which loads after it
}

// releaseBudget and wholeBudget are for what is released and of a build with
// -whole, which is what to fall back on, and may not grow past use.
var (
	releaseBudget = budget{page: 1_428_500, workshop: 758_500}
	wholeBudget   = budget{page: 2_300_000, workshop: 1_400_000}
)

// first names the assets that the first press waits for, beside the page itself.
var first = []string{"app.wasm", "data.wasm", "warm.js", "wasm_exec.js", "loader.js", "rows.js", "grips.js", "jobs.js", "style.css"}

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
		name string
		most int
	}{{"app.wasm", b.page}, {"workshop.wasm", b.workshop}} {
		if weight := len(s.files[s.assets[limit.name]+".br"]); weight > limit.most {
			return fmt.Errorf("site: %s weighs %d bytes in brotli, %d over its budget; "+
				"docs/size.md says what is in it and how to look", limit.name, weight, weight-limit.most)
		}
	}
	return nil
}
