package check

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// root is the repository's, seen from this package.
const root = "../.."

// skipped are folders whose files are made, not written.
var skipped = []string{".git", ".build", "dist", "node_modules", "vendor"}

// goFile is one parsed Go file; dir and path are relative to the root, with slashes.
type goFile struct {
	path, dir string
	text      string
	set       *token.FileSet
	tree      *ast.File
}

func (f goFile) test() bool { return strings.HasSuffix(f.path, "_test.go") }

// at says where a node stands, as path:line.
func (f goFile) at(n ast.Node) string {
	p := f.set.Position(n.Pos())
	return f.path + ":" + itoa(p.Line)
}

// lines counts the lines from a node's first to its last.
func (f goFile) lines(n ast.Node) int {
	return f.set.Position(n.End()).Line - f.set.Position(n.Pos()).Line + 1
}

// sources are all Go files of the repository, parsed once for all checks.
var sources = sync.OnceValues(func() ([]goFile, error) {
	var all []goFile
	for _, p := range list("", ".go") {
		text, err := os.ReadFile(filepath.Join(root, p))
		if err != nil {
			return nil, err
		}
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, p, text, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		all = append(all, goFile{p, path.Dir(p), string(text), set, tree})
	}
	return all, nil
})

// goFiles are the Go files for which keep is true.
func goFiles(t *testing.T, keep func(goFile) bool) []goFile {
	t.Helper()
	all, err := sources()
	if err != nil {
		t.Fatalf("a Go file can't be parsed; mend it first: %v", err)
	}
	return slices.DeleteFunc(slices.Clone(all), func(f goFile) bool { return !keep(f) })
}

// under reports whether a path is a folder or stands in it.
func under(p, folder string) bool { return p == folder || strings.HasPrefix(p, folder+"/") }

// list names the files in a folder of the repository ("" is the root) that end
// in one of the suffixes; a folder that isn't there has none.
func list(folder string, suffixes ...string) []string {
	var found []string
	start := filepath.Join(root, folder)
	_ = filepath.WalkDir(start, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return fs.SkipDir
		}
		if d.IsDir() {
			if slices.Contains(skipped, d.Name()) {
				return fs.SkipDir
			}
			return nil
		}
		if slices.ContainsFunc(suffixes, func(s string) bool { return strings.HasSuffix(p, s) }) {
			rel, _ := filepath.Rel(root, p)
			found = append(found, filepath.ToSlash(rel))
		}
		return nil
	})
	return found
}

// read is the text of a file of the repository.
func read(t *testing.T, p string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(root, p))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// lineOf counts the line, from 1, of a byte of a text.
func lineOf(text string, at int) int { return 1 + strings.Count(text[:at], "\n") }
