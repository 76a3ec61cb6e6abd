package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// wasmBudget is the most that the browser binary may weigh in brotli, in bytes.
// go-app alone is 1.40 MB; what the page does should stay within a quarter of
// that, because bytes decide how soon the page answers: on a 10 Mbit/s line each
// 100 KB is 80 ms.
const wasmBudget = 1_750_000

// report prints the size of each compressed file and fails over the budget.
func report(w io.Writer, s *site) error {
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
	return checkBudget(s)
}

func checkBudget(s *site) error {
	weight := len(s.files[s.assets["app.wasm"]+".br"])
	if weight <= wasmBudget {
		return nil
	}
	return fmt.Errorf("site: the browser binary weighs %d bytes in brotli, %d over its budget; "+
		"GOOS=js GOARCH=wasm go list -deps ./wasm shows what is in it", weight, weight-wasmBudget)
}
