package check

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"
)

// testIDs are the ids that the view puts on elements, each with a place that
// does. An id stands where it is given, or is an argument of a helper, or a
// field of a struct, that hands it on, or is the name of a setting. Prefixes
// are of ids that end in a string said elsewhere: "schema-view-" + view.
type testIDs struct {
	ids, prefixes map[string]string
	said          map[string]bool // every string of the view
}

// has reports whether an element has the id.
func (t testIDs) has(id string) bool {
	if t.ids[id] != "" {
		return true
	}
	for prefix := range t.prefixes {
		if end, ok := strings.CutPrefix(id, prefix); ok && t.said[end] {
			return true
		}
	}
	return false
}

// testIDsOf reads them from the files of one package.
func testIDsOf(files []goFile) testIDs {
	given := testIDs{map[string]string{}, map[string]string{}, map[string]bool{}}
	carriers := map[string]int{}
	for _, f := range files {
		ast.Inspect(f.tree, func(n ast.Node) bool {
			addCarrier(carriers, n)
			return true
		})
	}
	for _, f := range files {
		literals(f, func(_ node, s string) { given.said[s] = true })
		ast.Inspect(f.tree, func(n ast.Node) bool {
			e := idExpression(n, carriers)
			if id, ok := literal(e); ok && id != "" {
				given.ids[id] = f.at(n)
			}
			if sum, ok := e.(*ast.BinaryExpr); ok && sum.Op == token.ADD {
				if prefix, ok := literal(sum.X); ok {
					given.prefixes[prefix] = f.at(n)
				}
			}
			return true
		})
	}
	return given
}

// addCarrier notes a helper or a struct that hands an id on, with the position
// of the parameter or field that holds it.
func addCarrier(carriers map[string]int, n ast.Node) {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if at := idParameter(n.Type, n.Body); at >= 0 {
			carriers[n.Name.Name] = at
		}
	case *ast.AssignStmt:
		for i, e := range n.Rhs {
			if f, ok := e.(*ast.FuncLit); ok {
				if at := idParameter(f.Type, f.Body); at >= 0 {
					carriers[dotted(n.Lhs[i])] = at
				}
			}
		}
	case *ast.TypeSpec:
		if s, ok := n.Type.(*ast.StructType); ok {
			if at := slices.Index(names(s.Fields), "testID"); at >= 0 {
				carriers[n.Name.Name] = at
			}
		}
	}
}

// idParameter is the position of the parameter that a function gives as an id,
// or that it calls one; -1 without.
func idParameter(f *ast.FuncType, body *ast.BlockStmt) int {
	parameters := names(f.Params)
	at := slices.Index(parameters, "testID")
	ast.Inspect(body, func(n ast.Node) bool {
		if name, ok := idExpression(n, nil).(*ast.Ident); ok && at < 0 {
			at = slices.Index(parameters, name.Name)
		}
		return true
	})
	return at
}

// names are those of parameters or fields, in order.
func names(fields *ast.FieldList) []string {
	var all []string
	for _, f := range fields.List {
		for _, name := range f.Names {
			all = append(all, name.Name)
		}
	}
	return all
}

// idExpression is the expression that a node gives as an id, nil if it gives
// none: DataSet("testid", …), TestID: …, a setting's name, or what is handed to a
// carrier.
func idExpression(n ast.Node, carriers map[string]int) ast.Expr {
	switch n := n.(type) {
	case *ast.CallExpr:
		name := called(n.Fun)
		if name == "DataSet" && len(n.Args) == 2 {
			if key, _ := literal(n.Args[0]); key == "testid" {
				return n.Args[1]
			}
		}
		return handed(carriers, name, n.Args)
	case *ast.CompositeLit:
		return handed(carriers, called(n.Type), n.Elts)
	case *ast.ValueSpec:
		if n.Type != nil && dotted(n.Type) == "Setting" && len(n.Values) == 1 {
			return n.Values[0]
		}
	case *ast.KeyValueExpr:
		if key := dotted(n.Key); key == "TestID" || key == "testID" {
			return n.Value
		}
	}
	return nil
}

func handed(carriers map[string]int, name string, given []ast.Expr) ast.Expr {
	if at, ok := carriers[name]; ok && at < len(given) {
		return given[at]
	}
	return nil
}

// called is the last name of a.b.c or f().c; "" for anything else.
func called(e ast.Expr) string {
	if s, ok := e.(*ast.SelectorExpr); ok {
		return s.Sel.Name
	}
	name, _ := e.(*ast.Ident)
	if name == nil {
		return ""
	}
	return name.Name
}
