package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// releaseBudget is the most that the browser binary may weigh in brotli, in
// bytes. Bytes decide how soon the page answers: on a 10 Mbit/s line each 100 KB
// is 80 ms. docs/size.md says what is in it.
const releaseBudget = 1_750_000

// wholeBudget is the same for a build with -whole, which is not released: it is
// what to fall back on, and may not grow past use.
const wholeBudget = 2_400_000

// report prints the size of each compressed file and fails over the budget of the
// browser binary, in bytes.
func report(w io.Writer, s *site, budget int) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "raw\tgzip\tbrotli\t")
	for _, p := range s.paths() {
		if br, ok := s.files[p+".br"]; ok {
			fmt.Fprintf(table, "%d\t%d\t%d\t  %s\n", len(s.files[p]), len(s.files[p+".gz"]), len(br), p)
		}
	}
	if err := table.Flush(); err != nil {
		return err
	}
	return checkBudget(s, budget)
}

func checkBudget(s *site, budget int) error {
	weight := len(s.files[s.assets["app.wasm"]+".br"])
	if weight <= budget {
		return nil
	}
	return fmt.Errorf("site: the browser binary weighs %d bytes in brotli, %d over its budget; "+
		"docs/size.md says what is in it and how to look", weight, weight-budget)
}
