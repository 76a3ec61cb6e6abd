package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// committed is a file of web/editor/dist.
func committed(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(source, "dist", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

const rebuild = "cd web/editor && npm ci && cd ../../tools && go run ./editor"

// TestCommittedIsBuilt needs the packages; without them TestSourcesAreBuilt holds.
func TestCommittedIsBuilt(t *testing.T) {
	if _, err := os.Stat(filepath.Join(source, "node_modules")); err != nil {
		t.Skip("web/editor/node_modules isn't there (npm ci): the hashes are compared instead")
	}
	files, err := build(source)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		if committed(t, name) != string(content) {
			t.Errorf("web/editor/dist/%s isn't what the sources build to: %s", name, rebuild)
		}
	}
}

func TestSourcesAreBuilt(t *testing.T) {
	got, err := hashes(source, []byte(committed(t, bundleFile)))
	if err != nil {
		t.Fatal(err)
	}
	if want := committed(t, hashesFile); got != want {
		t.Errorf("a source or the bundle isn't the one of web/editor/dist/%s: %s\nnow:\n%swas:\n%s", hashesFile, rebuild, got, want)
	}
}

func TestWeight(t *testing.T) {
	size, err := weight([]byte(committed(t, bundleFile)))
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes in brotli", size)
	if size > budget {
		t.Errorf("the editor weighs %d bytes in brotli, %d over its budget", size, size-budget)
	}
}

// TestLicences wants the notices where the code goes, and every package pinned.
func TestLicences(t *testing.T) {
	licences := committed(t, licencesFile)
	if !strings.HasPrefix(committed(t, bundleFile), "/*!\n"+licences) {
		t.Error("the bundle doesn't begin with its licences")
	}
	lock, err := os.ReadFile(filepath.Join(source, "package-lock.json"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(licences) {
		if name, _, ok := strings.Cut(line, " "); ok && strings.Contains(line, ": Copyright") &&
			!strings.Contains(string(lock), `"node_modules/`+name+`"`) {
			t.Errorf("%s is in the bundle and not in the lock file", name)
		}
	}
	if strings.Contains(string(lock), `"resolved"`) {
		t.Error("the lock file holds download addresses; web/editor/.npmrc leaves them out")
	}
}
