package main

import (
	_ "embed"
	"slices"
	"strings"
)

// earlyList names the functions that were called before the rest of the program
// arrived, a line each: while the page opened and where something was typed into it.
// `make early` writes it anew, by opening the page (TestEarly in tools/e2e).
//
//go:embed early.txt
var earlyList string

// alwaysEarly begin the names of functions that are called at moments of their own,
// which a list of what was called may not know: locks, what waits for the browser,
// and what compares messages, which a map does where their hashes happen to meet.
// (Of Go's runtime the list knows what was called in a whole conversation,
// while garbage was collected all the time.)
var alwaysEarly = []string{
	"internal/sync.", "sync.", "sync/atomic.", "context.", "syscall/js.",
	"type:.eq.toolyard/app/play.", "type:.hash.toolyard/app/play.",
	"github.com/hack-pad/safejs.", "github.com/hack-pad/go-indexeddb/idb.", "toolyard/wasm/browser.",
}

// early tells whether the function of this name belongs to the first part.
func early() func(name string) bool {
	called := map[string]bool{}
	for name := range strings.Lines(earlyList) {
		called[strings.TrimSuffix(name, "\n")] = true
	}
	return func(name string) bool {
		return called[name] || slices.ContainsFunc(alwaysEarly, func(begin string) bool { return strings.HasPrefix(name, begin) })
	}
}
