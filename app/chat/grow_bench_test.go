package chat

import (
	"strings"
	"testing"
)

// BenchmarkGrow is 1 MB of arguments that come in batches of 32 KB.
func BenchmarkGrow(b *testing.B) {
	piece := Delta{Calls: []CallDelta{{Indexed: true, ID: "c", Name: "f", Arguments: strings.Repeat("word", 8<<10)}}}
	b.ReportAllocs()
	for b.Loop() {
		var a Answer
		for range 32 {
			a = a.Add(piece)
		}
	}
}
