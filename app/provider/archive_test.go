package provider

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// archive is a txtar file: prose, then files that begin at "-- name --".
type archive struct {
	prose string
	names []string
	files map[string]string
}

func readArchive(t testing.TB, path string) archive {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	a := archive{files: map[string]string{}}
	name := ""
	for line := range strings.Lines(string(b)) {
		if inner, ok := strings.CutPrefix(strings.TrimSpace(line), "-- "); ok && strings.HasSuffix(inner, " --") {
			name = strings.TrimSuffix(inner, " --")
			a.names = append(a.names, name)
			a.files[name] = ""
		} else if name == "" {
			a.prose += line
		} else {
			a.files[name] += line
		}
	}
	return a
}

func (a archive) write(t testing.TB, path string) {
	t.Helper()
	b := a.prose
	for _, name := range a.names {
		b += "-- " + name + " --\n" + a.files[name]
	}
	if err := os.WriteFile(path, []byte(b), 0o644); err != nil {
		t.Fatal(err)
	}
}

// golden holds what a test got against the file that follows its input in the
// archive; with -update it becomes that file.
func (a *archive) golden(t testing.TB, name, got string) {
	t.Helper()
	if *update {
		if _, known := a.files[name]; !known {
			a.names = append(a.names, name)
		}
		a.files[name] = got
	} else if a.files[name] != got {
		t.Errorf("got\n%s\nwant\n%s", got, a.files[name])
	}
}

func archives(t testing.TB, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", pattern))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives %s: %v", pattern, err)
	}
	return paths
}
