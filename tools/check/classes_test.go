package check

import (
	"go/ast"
	"regexp"
	"strings"
	"testing"
)

var (
	selectorClass = regexp.MustCompile(`\.([a-zA-Z][\w-]*)`)
	htmlClass     = regexp.MustCompile(`class="([^"]*)"`)
	inlineStyle   = regexp.MustCompile(`\sstyle="`)
)

// prepared are classes with a look and no use yet, each with the reason why they stay.
var prepared = map[string]string{}

// definedClasses are the classes that style sheets give a look.
func definedClasses(t *testing.T) map[string]string {
	defined := map[string]string{}
	for _, s := range sheets(t) {
		start := 0
		for i, c := range s.text {
			switch c {
			case '{':
				for _, m := range selectorClass.FindAllStringSubmatch(s.text[start:i], -1) {
					defined[m[1]] = s.path
				}
				start = i + 1
			case '}', ';':
				start = i + 1
			}
		}
	}
	return defined
}

// usedClasses are the classes that the view and the shell put on elements, with
// a place where they do: arguments of Class, values of fields named Class, and
// class="…" in markup.
func usedClasses(t *testing.T) map[string]string {
	used := map[string]string{}
	add := func(where, names string) {
		for _, name := range strings.Fields(names) {
			used[name] = where
		}
	}
	for _, f := range goFiles(t, func(f goFile) bool { return under(f.dir, "app/ui") && !f.test() }) {
		ast.Inspect(f.tree, func(n ast.Node) bool {
			for _, e := range classExpressions(n) {
				ast.Inspect(e, func(n ast.Node) bool {
					if e, ok := n.(ast.Expr); ok {
						if s, ok := literal(e); ok {
							add(f.at(n), s)
						}
					}
					return true
				})
			}
			return true
		})
		literals(f, func(at node, s string) {
			for _, m := range htmlClass.FindAllStringSubmatch(s, -1) {
				add(f.at(at), m[1])
			}
		})
	}
	for _, p := range list("web", ".html") {
		for _, m := range htmlClass.FindAllStringSubmatch(read(t, p), -1) {
			add(p, m[1])
		}
	}
	return used
}

// classExpressions are the expressions of a node whose strings are classes.
func classExpressions(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.CallExpr:
		if s, ok := n.Fun.(*ast.SelectorExpr); ok && s.Sel.Name == "Class" {
			return n.Args
		}
		if f, ok := n.Fun.(*ast.Ident); ok && f.Name == "of" && len(n.Args) == 2 {
			return n.Args[1:]
		}
	case *ast.KeyValueExpr:
		if k, ok := n.Key.(*ast.Ident); ok && k.Name == "Class" {
			return []ast.Expr{n.Value}
		}
	}
	return nil
}

func TestClassesHaveALook(t *testing.T) {
	defined := definedClasses(t)
	for name, where := range usedClasses(t) {
		if defined[name] == "" {
			t.Errorf("%s: class %q has no rule in %s; add its part, or drop the class", where, name, styles)
		}
	}
}

// TestLooksAreUsed takes any word of a string in the view for a use, so that
// classes handed through a helper count. It needs a view that draws all panes.
func TestLooksAreUsed(t *testing.T) {
	words := map[string]bool{}
	used := usedClasses(t)
	for name := range used {
		words[name] = true
	}
	for _, part := range []string{"param", "call", "composer", "event", "dialog"} {
		if used[part] == "" {
			t.Skipf("no element of class %q: app/ui doesn't draw every pane yet", part)
		}
	}
	for _, f := range goFiles(t, func(f goFile) bool { return under(f.dir, "app/ui") && !f.test() }) {
		literals(f, func(_ node, s string) {
			for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \"'<>=", r) }) {
				words[w] = true
			}
		})
	}
	for _, p := range list("web", ".js") {
		for _, w := range regexp.MustCompile(`[\w-]+`).FindAllString(read(t, p), -1) {
			words[w] = true
		}
	}
	defined := definedClasses(t)
	for name := range prepared {
		if used[name] != "" || defined[name] == "" {
			t.Errorf("class %q is in use, or has no rules; drop its line in prepared (tools/check)", name)
		}
	}
	for name, where := range defined {
		if !words[name] && prepared[name] == "" {
			t.Errorf("%s: class %q is on no element; drop its rules, or say in prepared (tools/check) why they stay", where, name)
		}
	}
}

func TestNoStyleAttributes(t *testing.T) {
	for _, f := range goFiles(t, func(f goFile) bool { return under(f.dir, "app/ui") }) {
		ast.Inspect(f.tree, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && (s.Sel.Name == "Style" || s.Sel.Name == "Styles") {
				t.Errorf("%s: the page's policy forbids style attributes; use a class, or a data attribute and a rule", f.at(s))
			}
			return true
		})
		literals(f, func(at node, s string) {
			if inlineStyle.MatchString(s) {
				t.Errorf("%s: the page's policy forbids style attributes; use a class", f.at(at))
			}
		})
	}
	for _, p := range list("web", ".html", ".svg") {
		if inlineStyle.MatchString(read(t, p)) {
			t.Errorf("%s: the page's policy forbids style attributes; use a class or presentation attributes", p)
		}
	}
}
