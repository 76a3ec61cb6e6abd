package check

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"
)

// immutable are the packages whose values are handed out: the view compares
// them by identity, so what is written in place keeps its old screen.
var immutable = []string{"app/chat", "app/play", "app/tool", "app/schema", "app/share", "app/provider"}

// sorters write into the slice that they are given.
var sorters = []string{"slices.Sort", "slices.SortFunc", "slices.SortStableFunc", "slices.Reverse",
	"slices.Delete", "slices.DeleteFunc", "slices.Insert", "slices.Replace", "slices.Compact", "clear", "delete", "copy"}

// TestValuesAreNotWrittenInPlace flags, in functions and methods with a value
// receiver, writes to an element that a parameter or the receiver reaches. It
// is a heuristic: a pointer parameter means that writing is the purpose, a name or
// field that was assigned before in the function counts as its own, and a
// function whose comment says "in place" is given what its caller owns.
func TestValuesAreNotWrittenInPlace(t *testing.T) {
	files := goFiles(t, func(f goFile) bool { return slices.Contains(immutable, f.dir) && !f.test() })
	for _, f := range files {
		writtenInPlace(f, func(n ast.Node, chain string) {
			t.Errorf("%s: writes into %s, which others may hold; clone first with slices.Clone (maps.Clone), or say \"in place\" in the comment of a function that is given its own", f.at(n), chain)
		})
	}
}

// writtenInPlace reports the writes of a file's functions.
func writtenInPlace(f goFile, report func(n ast.Node, chain string)) {
	for _, d := range f.tree.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil && !strings.Contains(fn.Doc.Text(), "in place") {
			w := writes{report, handedIn(fn), map[string]bool{}}
			ast.Inspect(fn.Body, w.visit)
		}
	}
}

// handedIn are the names of a function's value parameters and its value receiver.
func handedIn(fn *ast.FuncDecl) map[string]bool {
	names := map[string]bool{}
	fields := fn.Type.Params.List
	if fn.Recv != nil {
		fields = append(slices.Clip(fields), fn.Recv.List...)
	}
	for _, field := range fields {
		if _, pointer := field.Type.(*ast.StarExpr); pointer {
			continue
		}
		for _, n := range field.Names {
			names[n.Name] = true
		}
	}
	return names
}

// writes looks at one function's statements in their order.
type writes struct {
	found  func(n ast.Node, chain string)
	shared map[string]bool // names whose elements belong to others
	own    map[string]bool // chains that were given a value of their own since
}

func (w writes) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.AssignStmt:
		for i, left := range n.Lhs {
			w.element(left)
			if len(n.Lhs) == len(n.Rhs) {
				w.assigned(left, n.Rhs[i], n.Tok)
			}
		}
	case *ast.IncDecStmt:
		w.element(n.X)
	case *ast.CallExpr:
		if len(n.Args) > 0 && slices.Contains(sorters, dotted(n.Fun)) {
			w.report(n, dotted(n.Args[0]))
		}
	}
	return true
}

// element reports x.field[i] = … and x[i].f = ….
func (w writes) element(left ast.Expr) {
	chain := dotted(left)
	if i := strings.Index(chain, "[]"); i >= 0 {
		w.report(left, chain[:i])
	}
}

// assigned follows what names stand for: an alias of what is shared is shared,
// and anything else is the function's own.
func (w writes) assigned(left, right ast.Expr, tok token.Token) {
	name, source := dotted(left), dotted(right)
	if s, ok := right.(*ast.SliceExpr); ok {
		source = dotted(s.X)
	}
	if name == "" || name == "_" || strings.Contains(name, "[]") {
		return
	}
	if source != "" && w.shared[first(source)] && !w.owned(source) {
		if tok == token.DEFINE {
			w.shared[name] = true
		}
		return
	}
	w.own[name] = true
	w.embedded(name, right)
}

// embedded follows m.Build = Build{Tools: …}: an embedded struct's fields are
// written as the outer one's, m.Tools.
func (w writes) embedded(name string, right ast.Expr) {
	made, ok := right.(*ast.CompositeLit)
	if !ok || !strings.Contains(name, ".") || dotted(made.Type) != name[strings.LastIndex(name, ".")+1:] {
		return
	}
	outer := name[:strings.LastIndex(name, ".")]
	for _, e := range made.Elts {
		if field, ok := e.(*ast.KeyValueExpr); ok && dotted(field.Value) == "" {
			w.own[outer+"."+dotted(field.Key)] = true
		}
	}
}

func (w writes) owned(chain string) bool {
	for c := chain; c != ""; c = c[:max(strings.LastIndex(c, "."), 0)] {
		if w.own[c] {
			return true
		}
	}
	return false
}

func (w writes) report(n ast.Node, chain string) {
	if chain == "" || !w.shared[first(chain)] || w.owned(chain) {
		return
	}
	w.found(n, chain)
}

// TestInPlaceRules holds the heuristic against functions that it must tell apart.
func TestInPlaceRules(t *testing.T) {
	for body, wrong := range map[string]bool{
		`func (m M) f() { m.A[0] = 1 }`:                                   true,
		`func (m M) f() { m.A[0].B.C++ }`:                                 true,
		`func (m M) f() { a := m.A; a[0] = 1 }`:                           true,
		`func f(a []int) { a[0] = 1 }`:                                    true,
		`func f(m M) { slices.Sort(m.A) }`:                                true,
		`func f(m M) { delete(m.A, 1) }`:                                  true,
		`func (m *M) f() { m.A[0] = 1 }`:                                  false,
		`func (m M) f() { m.A = slices.Clone(m.A); m.A[0] = 1 }`:          false,
		`func (m M) f() { a := slices.Clone(m.A); a[0] = 1 }`:             false,
		`func (m M) f() { m.B = B{A: clone(m.A)}; m.A[0] = 1 }`:           false,
		`func (m M) f() { m.A = m.B }`:                                    false,
		"// f fills in place.\nfunc f(a []int) { a[0] = 1 }":              false,
		`func f(n int) []int { a := make([]int, n); a[0] = 1; return a }`: false,
	} {
		found := false
		writtenInPlace(parse(t, body), func(ast.Node, string) { found = true })
		if found != wrong {
			t.Errorf("%s: found %t, want %t", body, found, wrong)
		}
	}
}

// parse reads declarations as a file.
func parse(t *testing.T, body string) goFile {
	t.Helper()
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, "x.go", "package x\n"+body, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	return goFile{path: "x.go", set: set, tree: tree}
}
