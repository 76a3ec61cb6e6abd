package main

import (
	_ "embed"
	"strings"
)

// earlyList names the functions that are called before the rest of the program has
// arrived, a line each: while the page opens and where something is typed into it.
// `make early` writes it anew, by opening it (TestEarly in tools/e2e).
//
//go:embed early.txt
var earlyList string

func earlyNames() map[string]bool {
	early := map[string]bool{}
	for name := range strings.Lines(earlyList) {
		early[strings.TrimSuffix(name, "\n")] = true
	}
	return early
}
