package ui

import (
	"os"
	"testing"
)

// compareGolden compares what is drawn with a file, which -update writes anew.
func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not what is drawn now; go test -update, and read the difference\n%s", file, got)
	}
}
