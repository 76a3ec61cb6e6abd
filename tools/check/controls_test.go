package check

import (
	"go/ast"
	"testing"
)

// TestControlsAreGivenByShown: what a control shows is set in one place. It knows
// what a person has entered that the program has not heard of yet.
func TestControlsAreGivenByShown(t *testing.T) {
	exceptions := map[string]bool{
		"app/ui/shown.go":      true,
		"app/ui/jsoneditor.go": true, // knows the element's text by itself: held
	}
	files := goFiles(t, func(f goFile) bool {
		return under(f.path, "app/ui") && !f.test() && !exceptions[f.path]
	})
	for _, f := range files {
		ast.Inspect(f.tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 2 {
				return true
			}
			method, ok := call.Fun.(*ast.SelectorExpr)
			if property, is := literal(call.Args[0]); ok && is && method.Sel.Name == "Set" &&
				(property == "value" || property == "checked" || property == "selectedIndex") {
				t.Errorf("%s sets %s of an element: have a control's shown.give do it, or what is typed at that moment is lost", f.at(n), property)
			}
			return true
		})
	}
}
