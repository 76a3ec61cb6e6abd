package check

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"
)

// node is any part of a Go file.
type node = ast.Node

func itoa(n int) string { return strconv.Itoa(n) }

// literal is the value of a string literal.
func literal(e ast.Expr) (string, bool) {
	b, ok := e.(*ast.BasicLit)
	if !ok || b.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(b.Value)
	return s, err == nil
}

// literals visits every string literal of a file but its imports.
func literals(f goFile, visit func(at node, text string)) {
	ast.Inspect(f.tree, func(n ast.Node) bool {
		if _, ok := n.(*ast.ImportSpec); ok {
			return false
		}
		if e, ok := n.(ast.Expr); ok {
			if s, ok := literal(e); ok {
				visit(n, s)
			}
		}
		return true
	})
}

// dotted writes a chain of names and selectors as the source does: a.b.c; ""
// for anything else.
func dotted(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.ParenExpr:
		return dotted(e.X)
	case *ast.SelectorExpr:
		if x := dotted(e.X); x != "" {
			return x + "." + e.Sel.Name
		}
	case *ast.IndexExpr:
		if x := dotted(e.X); x != "" {
			return x + "[]"
		}
	}
	return ""
}

// first is the name that a dotted chain starts with.
func first(chain string) string {
	name, _, _ := strings.Cut(chain, ".")
	name, _, _ = strings.Cut(name, "[")
	return name
}
