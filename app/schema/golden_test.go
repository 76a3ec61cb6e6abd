package schema

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden runs a file of testdata: a line that begins with "# " is prose, one that
// begins with "  " is what came out of the line before it, every other line is
// handed to answer. What came out must be what the file has.
func golden(t *testing.T, path string, answer func(line string) []string) {
	t.Helper()
	old, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, line := range strings.Split(strings.TrimSuffix(string(old), "\n"), "\n") {
		if strings.HasPrefix(line, "  ") {
			continue
		}
		b.WriteString(line + "\n")
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		for _, out := range answer(line) {
			b.WriteString(strings.TrimRight("  "+out, " ") + "\n")
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	was, is := strings.Split(string(old), "\n"), strings.Split(b.String(), "\n")
	for i := range min(len(was), len(is)) {
		if was[i] != is[i] {
			t.Fatalf("%s:%d:\n got %s\nwant %s\n(go test -update, and look at the difference)", path, i+1, is[i], was[i])
		}
	}
	if len(was) != len(is) {
		t.Fatalf("%s: %d lines, want %d", path, len(is), len(was))
	}
}

// difference is what of old another text has replaced, and by what.
func difference(old, now string) (gone, come string) {
	start := 0
	for start < min(len(old), len(now)) && old[start] == now[start] {
		start++
	}
	end := 0
	for end < min(len(old), len(now))-start && old[len(old)-1-end] == now[len(now)-1-end] {
		end++
	}
	return old[start : len(old)-end], now[start : len(now)-end]
}
