package slim

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// cut returns the files of the copy by their slash-separated paths: the Go files
// of go-app's packages but tests, without what is left out. A file that go-app
// comes to embed would be missing, and the build says so.
func (m module) cut() (map[string][]byte, error) {
	files, err := read(os.DirFS(m.Dir))
	if err != nil {
		return nil, fmt.Errorf("slim: %w", err)
	}
	delete(files, serverFile)
	delete(files, cipherFile)
	for file, text := range standIns {
		files[file] = []byte(text)
	}
	for _, p := range passages {
		if bytes.Count(files[p.file], []byte(p.read)) != 1 {
			return nil, fmt.Errorf("slim: %s has not one %s: %w", p.file, p.read, ErrChanged)
		}
		files[p.file] = bytes.Replace(files[p.file], []byte(p.read), []byte(p.ours), 1)
	}
	files[resourceFile], err = without(files[resourceFile], serving)
	return files, err
}

func read(from fs.FS) (map[string][]byte, error) {
	files := map[string][]byte{}
	err := fs.WalkDir(from, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		source := strings.HasPrefix(p, "pkg/") && strings.HasSuffix(p, ".go") && !strings.HasSuffix(p, "_test.go")
		if source || p == "go.mod" || p == "LICENSE" {
			files[p], err = fs.ReadFile(from, p)
		}
		return err
	})
	return files, err
}

// without returns a source without the functions and types of these names, the
// types' methods and the import of net/http, which only they need. A name that is
// not there is an error.
func without(source []byte, names []string) ([]byte, error) {
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, resourceFile, source, parser.ParseComments)
	if err != nil {
		return nil, fmt.Errorf("slim: %w", err)
	}
	var spans []span
	missing := slices.Clone(names)
	for _, d := range tree.Decls {
		name := declared(d)
		if slices.Contains(names, name) {
			spans = append(spans, span{from(d), d.End()})
			missing = slices.DeleteFunc(missing, func(m string) bool { return m == name })
		}
	}
	for _, i := range tree.Imports {
		if i.Path.Value == `"net/http"` {
			spans = append(spans, span{i.Pos(), i.End()})
		}
	}
	if len(missing) > 0 {
		return nil, fmt.Errorf("slim: %s has no %s: %w", resourceFile, strings.Join(missing, ", "), ErrChanged)
	}
	return format.Source(remove(source, set.File(tree.Pos()), spans))
}

// declared is the name that a declaration is about: of a method, its type's. A
// group has none.
func declared(d ast.Decl) string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			return d.Name.Name
		}
		receiver := d.Recv.List[0].Type
		if pointer, ok := receiver.(*ast.StarExpr); ok {
			receiver = pointer.X
		}
		if name, ok := receiver.(*ast.Ident); ok {
			return name.Name
		}
	case *ast.GenDecl:
		if spec, ok := d.Specs[0].(*ast.TypeSpec); ok && len(d.Specs) == 1 {
			return spec.Name.Name
		}
	}
	return ""
}

// from is where a declaration begins, its comment included.
func from(d ast.Decl) token.Pos {
	var doc *ast.CommentGroup
	switch d := d.(type) {
	case *ast.FuncDecl:
		doc = d.Doc
	case *ast.GenDecl:
		doc = d.Doc
	}
	if doc != nil {
		return doc.Pos()
	}
	return d.Pos()
}

type span struct{ start, end token.Pos }

// remove returns the source without the spans, which don't overlap.
func remove(source []byte, file *token.File, spans []span) []byte {
	slices.SortFunc(spans, func(a, b span) int { return int(a.start - b.start) })
	var kept bytes.Buffer
	at := 0
	for _, s := range spans {
		kept.Write(source[at:file.Offset(s.start)])
		at = file.Offset(s.end)
	}
	kept.Write(source[at:])
	return kept.Bytes()
}
