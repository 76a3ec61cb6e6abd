package share

import (
	"os"
	"testing"
)

// TestLength holds what a link costs: 400 characters for one typical tool, 1,260
// for three and 2,400 for ten. lz-string needs more than twice that for one.
func TestLength(t *testing.T) {
	for file, limit := range map[string]int{
		"testdata/setup-1.json":  400,
		"testdata/setup-3.json":  1260,
		"testdata/setup-10.json": 2400,
	} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, err := Unmarshal(string(text))
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		link, err := Encode(s)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		t.Logf("%s: %d characters for %d bytes", file, len(link), len(Marshal(s)))
		if len(link) > limit {
			t.Errorf("%s: %d characters, want at most %d", file, len(link), limit)
		}
	}
}
