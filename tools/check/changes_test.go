package check

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"toolyard/app/play"
)

// kindOfStep finds the kinds that a change of the Build is given in its source:
// the first word of what step and edit are called with.
var kindOfStep = regexp.MustCompile(`\.(?:step|edit)\((?:[^"\n]*?, )?"([a-z]+(?:-[a-z]+)*)`)

// TestChangesAreSaid: undo says what it took back, so every kind of change is one
// that play lists, and the catalogue has words for.
func TestChangesAreSaid(t *testing.T) {
	files, err := filepath.Glob("../../app/play/*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range kindOfStep.FindAllStringSubmatch(string(text), -1) {
			found++
			if !slices.Contains(play.Changes(), match[1]) {
				t.Errorf("%s: undo can't say what %q is: add it to changes in app/play/said.go, and words for it in app/locale/changes.go",
					filepath.Base(file), match[1])
			}
		}
	}
	if found < 20 {
		t.Errorf("only %d changes were found: does kindOfStep still match the source?", found)
	}
}
