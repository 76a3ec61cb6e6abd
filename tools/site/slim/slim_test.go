package slim

import (
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const (
	root = "../../.." // the repository
	fake = "testdata/goapp"
)

func TestCut(t *testing.T) {
	files, err := module{Dir: fake}.cut()
	if err != nil {
		t.Fatal(err)
	}
	want := "LICENSE go.mod pkg/app/app.go pkg/app/context.go pkg/app/crypto_slim.go pkg/app/handler_slim.go pkg/app/id_slim.go " +
		"pkg/app/resource.go pkg/app/state.go pkg/app/wasm.go pkg/errors/errors.go"
	if got := strings.Join(slices.Sorted(maps.Keys(files)), " "); got != want {
		t.Errorf("the copy holds %s", got)
	}
	for _, p := range passages {
		if text := string(files[p.file]); !strings.Contains(text, p.ours) || strings.Contains(text, p.read) {
			t.Errorf("%s still has %s:\n%s", p.file, p.read, text)
		}
	}
	text := string(files[resourceFile])
	for _, gone := range []string{
		"func LocalDir(", "localResourceResolver", "PrefixedLocation", "prefixedResourceResolver", "GitHubPages", "http", "is cut",
	} {
		if strings.Contains(text, gone) {
			t.Errorf("%q is left in\n%s", gone, text)
		}
	}
	for _, stays := range []string{"// RemoteBucket stays.", "func (r remote) Resolve", "// Resolve stays", `"strings"`, "const LocalDirectory"} {
		if !strings.Contains(text, stays) {
			t.Errorf("%q is gone from\n%s", stays, text)
		}
	}
}

// TestCopyCompiles writes the cut module and asks Go what it links.
func TestCopyCompiles(t *testing.T) {
	files, err := module{Dir: fake}.cut()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	sums, err := os.ReadFile(filepath.Join(fake, "go.sum")) // the root's stands for it in a build
	if err != nil {
		t.Fatal(err)
	}
	files["go.sum"] = sums
	if err := mirror(dir, files); err != nil {
		t.Fatal(err)
	}
	for at, links := range map[string]bool{fake: true, dir: false} {
		cmd := exec.Command("go", "list", "-deps", "./pkg/app")
		cmd.Dir = at
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		for _, heavy := range []string{"net/http", "crypto/aes", "crypto/cipher", "database/sql/driver"} {
			if slices.Contains(strings.Fields(string(out)), heavy) != links {
				t.Errorf("%s links %s: %v", at, heavy, !links)
			}
		}
	}
	cmd := exec.Command("go", "vet", "./...")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestNamesThatAreGone(t *testing.T) {
	source := []byte("package app\n\nimport \"net/http\"\n\nfunc LocalDir() http.Dir { return \"\" }\n")
	_, err := without(source, []string{"LocalDir", "GitHubPages"})
	if !errors.Is(err, ErrChanged) || !strings.Contains(err.Error(), "no GitHubPages") {
		t.Errorf("got %v", err)
	}
	if _, err := without([]byte("package"), nil); err == nil {
		t.Error("a source that is none was cut")
	}
}

// TestChanged tries each way in which go-app may differ from what was read.
func TestChanged(t *testing.T) {
	real, err := find(root)
	if err != nil {
		t.Fatal(err)
	}
	if err := real.check(); err != nil {
		t.Fatalf("as it is required: %v", err)
	}
	for name, change := range map[string]func(t *testing.T, m *module){
		"v10.1.12":   func(_ *testing.T, m *module) { m.Version = "v10.1.12" },
		serverFile:   func(t *testing.T, m *module) { appendTo(t, m.Dir, serverFile) },
		resourceFile: func(t *testing.T, m *module) { appendTo(t, m.Dir, resourceFile) },
		appFile:      func(t *testing.T, m *module) { appendTo(t, m.Dir, appFile) },
		cipherFile:   func(t *testing.T, m *module) { appendTo(t, m.Dir, cipherFile) },
		stateFile:    func(t *testing.T, m *module) { appendTo(t, m.Dir, stateFile) },
		"http.go": func(t *testing.T, m *module) {
			if err := os.Remove(filepath.Join(m.Dir, serverFile)); err != nil {
				t.Fatal(err)
			}
		},
	} {
		m := module{Version: real.Version, Dir: t.TempDir()}
		for file := range digests {
			text, err := os.ReadFile(filepath.Join(real.Dir, file))
			if err == nil {
				err = put(filepath.Join(m.Dir, file), text)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		change(t, &m)
		err := m.check()
		if !errors.Is(err, ErrChanged) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, want := range []string{name, "docs/size.md", "-whole"} {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: no %q in %v", name, want, err)
			}
		}
	}
}

func appendTo(t *testing.T, dir, file string) {
	t.Helper()
	file = filepath.Join(dir, file)
	text, err := os.ReadFile(file)
	if err == nil {
		err = os.WriteFile(file, append(text, "// one more line\n"...), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestMirror prepares over what an earlier build left.
func TestMirror(t *testing.T) {
	dir := t.TempDir()
	old := map[string][]byte{"a.go": []byte("package a"), "gone/b.go": []byte("package b")}
	if err := mirror(dir, old); err != nil {
		t.Fatal(err)
	}
	kept := filepath.Join(dir, "a.go")
	before, err := os.Stat(kept)
	if err != nil {
		t.Fatal(err)
	}
	if err := mirror(dir, map[string][]byte{"a.go": old["a.go"], "c.go": []byte("package a")}); err != nil {
		t.Fatal(err)
	}
	if after, err := os.Stat(kept); err != nil || !os.SameFile(before, after) {
		t.Errorf("a file that was right was written again: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "gone", "b.go")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("what go-app no longer has is left: %v", err)
	}
	if err := mirror(dir, map[string][]byte{"a.go": []byte("package c")}); err != nil {
		t.Fatal(err)
	}
	if text, _ := os.ReadFile(kept); string(text) != "package c" {
		t.Errorf("a file that changed holds %q", text)
	}
}
