package check

import (
	"go/ast"
	"strings"
	"testing"
)

func TestPackagesSayWhatTheyAreFor(t *testing.T) {
	documented := map[string]bool{}
	for _, f := range goFiles(t, func(f goFile) bool { return !f.test() }) {
		documented[f.dir] = documented[f.dir] || f.tree.Doc.Text() != ""
	}
	for dir, ok := range documented {
		if !ok {
			t.Errorf("%s: begin the package's main file with a comment that defines its words", dir)
		}
	}
}

func TestExportedNamesAreDocumented(t *testing.T) {
	for _, f := range goFiles(t, func(f goFile) bool { return !f.test() }) {
		for _, d := range f.tree.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && exportedReceiver(d) && !obvious(d) {
					wantDoc(t, f, d, d.Name.Name, d.Doc)
				}
			case *ast.GenDecl:
				checkGroup(t, f, d)
			}
		}
	}
}

// checkGroup wants a doc comment on each exported type, const and var.
func checkGroup(t *testing.T, f goFile, d *ast.GenDecl) {
	for _, s := range d.Specs {
		switch s := s.(type) {
		case *ast.TypeSpec:
			if s.Name.IsExported() {
				doc := s.Doc
				if doc == nil {
					doc = d.Doc
				}
				wantDoc(t, f, s, s.Name.Name, doc)
			}
		case *ast.ValueSpec:
			if s.Names[0].IsExported() && !explained(d, s) {
				wantDoc(t, f, s, s.Names[0].Name, d.Doc)
			}
		}
	}
}

// explained reports whether a const or var in a group is: by its own comment, by
// the group's, or, for the values of a named type, by the type's.
func explained(d *ast.GenDecl, s *ast.ValueSpec) bool {
	if !d.Lparen.IsValid() {
		return false
	}
	head, _ := d.Specs[0].(*ast.ValueSpec)
	return d.Doc != nil || s.Doc != nil || s.Comment != nil || head.Type != nil
}

// wantDoc wants a comment that starts with the name, after an article or not.
func wantDoc(t *testing.T, f goFile, n ast.Node, name string, doc *ast.CommentGroup) {
	text := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(doc.Text(), "A "), "An "), "The ")
	if !strings.HasPrefix(text, name) {
		t.Errorf("%s: give %s a comment that starts with its name and says what the name can't", f.at(n), name)
	}
}

// exportedReceiver reports whether a function is one, or a method of an exported type.
func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	e := d.Recv.List[0].Type
	if p, ok := e.(*ast.StarExpr); ok {
		e = p.X
	}
	if g, ok := e.(*ast.IndexExpr); ok {
		e = g.X
	}
	id, ok := e.(*ast.Ident)
	return ok && id.IsExported()
}

// obvious are methods whose interface has said everything already.
func obvious(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return false
	}
	switch d.Name.Name {
	case "Error", "Unwrap", "Is", "String", "GoString", "Format", "MarshalText", "UnmarshalText",
		"MarshalJSON", "UnmarshalJSON", "Render", "OnMount", "OnUpdate", "OnDismount", "With":
		return true
	}
	return false
}
