package e2e

import (
	"encoding/json"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// noRelease is the first line of the service worker of a developer's build.
const noRelease = `const release = {"version":"none","files":[]};`

// release is a built site whose service worker keeps its files, whichever build
// it was. Compressing a real release takes minutes, and what the site tool makes
// of one has tests of its own.
func release(t *testing.T, dir string) fs.FS {
	t.Helper()
	files, kept := fstest.MapFS{}, []string{"./"}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(dir + "/" + name)
		files[name] = &fstest.MapFile{Data: content}
		if strings.HasPrefix(name, "assets/") || strings.HasPrefix(name, "icons/") {
			kept = append(kept, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	worker := string(files["sw.js"].Data)
	if rest, dev := strings.CutPrefix(worker, noRelease); dev {
		list, err := json.Marshal(kept)
		if err != nil {
			t.Fatal(err)
		}
		worker = `const release = {"version":"test","files":` + string(list) + `};` + rest
	}
	files["sw.js"] = &fstest.MapFile{Data: []byte(worker)}
	return files
}
