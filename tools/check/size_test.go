package check

import (
	"go/ast"
	"regexp"
	"strings"
	"testing"
)

// Limits, in lines, parameters and levels.
const (
	sourceLines = 300
	testLines   = 500
	mainLines   = 60
	funcLines   = 60
	parameters  = 4
	levels      = 4
)

// tables are files that may be as long as their subject.
var tables = regexp.MustCompile(`^app/locale/|_gen\.go$|^app/provider/presets?(_\w+)?\.go$`)

// long are functions that may break a limit, each with its reason.
var long = map[string]string{}

func TestFilesFitTheMind(t *testing.T) {
	for _, f := range goFiles(t, func(f goFile) bool { return !tables.MatchString(f.path) }) {
		limit := sourceLines
		switch {
		case f.path == "wasm/main.go":
			limit = mainLines
		case f.test():
			limit = testLines
		}
		if n := strings.Count(f.text, "\n"); n > limit {
			t.Errorf("%s: %d lines, at most %d; split it by meaning, into files that each have a subject", f.path, n, limit)
		}
	}
}

func TestFunctionsFitTheEye(t *testing.T) {
	for _, f := range goFiles(t, func(goFile) bool { return true }) {
		for _, d := range f.tree.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Body == nil || long[f.dir+"."+fn.Name.Name] != "" {
				continue
			}
			checkFunction(t, f, fn)
		}
	}
}

func checkFunction(t *testing.T, f goFile, fn *ast.FuncDecl) {
	if n := f.lines(fn); n > funcLines && !tables.MatchString(f.path) {
		t.Errorf("%s: %s has %d lines, at most %d; name its steps as functions", f.at(fn), fn.Name.Name, n, funcLines)
	}
	if n := counted(fn.Type.Params); n > parameters {
		t.Errorf("%s: %s has %d parameters, at most %d; make those that belong together a type", f.at(fn), fn.Name.Name, n, parameters)
	}
	if n := depth(fn.Body) - 1; n > levels && !f.test() {
		t.Errorf("%s: %s nests %d deep, at most %d; return early, or name the inside as a function", f.at(fn), fn.Name.Name, n, levels)
	}
}

// counted are the parameters that a reader must keep apart: not the context or
// the test that go in front of them by custom.
func counted(params *ast.FieldList) int {
	n := 0
	for _, field := range params.List {
		switch e := field.Type.(type) {
		case *ast.StarExpr:
			if dotted(e.X) == "testing.T" || dotted(e.X) == "testing.B" || dotted(e.X) == "testing.F" {
				continue
			}
		case *ast.SelectorExpr:
			if dotted(e) == "context.Context" || dotted(e) == "testing.TB" {
				continue
			}
		}
		n += max(len(field.Names), 1)
	}
	return n
}

// depth counts the deepest nesting of blocks: if, for, switch, select and
// function literals; an else-if and a case are no level of their own.
func depth(n ast.Node) int {
	deepest := 0
	ast.Inspect(n, func(child ast.Node) bool {
		switch child := child.(type) {
		case *ast.IfStmt:
			if e, ok := child.Else.(*ast.IfStmt); ok {
				deepest = max(deepest, depth(child.Body), depth(e)) // its own parts, not one in the other
				return false
			}
		case *ast.BlockStmt:
			if child == n {
				return true
			}
			deepest = max(deepest, depth(child))
			return false
		}
		return true
	})
	if _, ok := n.(*ast.BlockStmt); ok {
		deepest++
	}
	return deepest
}

// TestDepth holds the counting against bodies of known depth.
func TestDepth(t *testing.T) {
	for body, want := range map[string]int{
		`{}`:               0,
		`{ if a { b() } }`: 1,
		`{ if a { } else if b { } else { c() } }`: 1,
		`{ for { if a { } } }`:                    2,
		`{ switch a { case 1: if b { } } }`:       2,
		`{ f(func() { if a { } }) }`:              2,
	} {
		fn := parse(t, "func f() "+body).tree.Decls[0].(*ast.FuncDecl)
		if got := depth(fn.Body) - 1; got != want {
			t.Errorf("%s nests %d deep, want %d", body, got, want)
		}
	}
}
