package jsondoc

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkParse reads the schema of 2,000 properties, 280 KB, that the form must
// keep up with at each keystroke: 4 ms here are 20 ms in wasm.
func BenchmarkParse(b *testing.B) {
	text := largeSchema(2000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if d := Parse(text); !d.OK() {
			b.Fatal(d.Errors)
		}
	}
}

func largeSchema(properties int) string {
	var b strings.Builder
	b.WriteString("{\n  \"type\": \"object\",\n  \"properties\": {\n")
	for i := range properties {
		fmt.Fprintf(&b, "    \"property_%d\": {\n      \"type\": \"string\",\n"+
			"      \"description\": \"What property %d is for.\",\n      \"maxLength\": 200\n    },\n", i, i)
	}
	b.WriteString("    \"last\": {\"type\": [\"string\", \"null\"], \"enum\": [\"a\", \"b\", null]}\n  },\n  \"required\": [\"last\"]\n}\n")
	return b.String()
}
