package check

import (
	"go/ast"
	"regexp"
	"strings"
	"testing"
)

// contract is the table of test ids that the page promises to keep.
const contract = "docs/automation.md"

var (
	tableRow = regexp.MustCompile("^\\| (`[^|]+`) \\|")
	inTicks  = regexp.MustCompile("`([a-z-]+)`")
	shellID  = regexp.MustCompile(`data-testid="([a-z-]+)"|dataset\.testid = "([a-z-]+)"|button\([^"]*"(ended-[a-z-]+)"`)
)

// promised reads a section's rows: the ids of its first column.
func promised(t *testing.T, section string) map[string]bool {
	t.Helper()
	ids := map[string]bool{}
	inside := false
	for _, line := range strings.Split(read(t, contract), "\n") {
		if title, ok := strings.CutPrefix(line, "## "); ok {
			inside = title == section
		}
		if m := tableRow.FindStringSubmatch(line); inside && m != nil && m[1] != "`data-testid`" {
			for _, id := range inTicks.FindAllStringSubmatch(m[1], -1) {
				ids[id[1]] = true
			}
		}
	}
	if len(ids) == 0 {
		t.Fatalf("%s: no rows under %q", contract, section)
	}
	return ids
}

// given are the ids that the view and the shell put on elements, and said is
// every string of the view and the Model: an id may reach its element through a
// helper, or be the name of a setting.
func given(t *testing.T) (ids map[string]string, said map[string]bool) {
	t.Helper()
	ids, said = map[string]string{}, map[string]bool{}
	view := func(f goFile) bool { return (f.dir == "app/ui" || f.dir == "app/play") && !f.test() }
	for _, f := range goFiles(t, view) {
		literals(f, func(_ node, s string) { said[s] = true })
		ast.Inspect(f.tree, func(n ast.Node) bool {
			if id := testID(n); id != "" {
				ids[id] = f.at(n)
			}
			return true
		})
	}
	for _, p := range list("web", ".html", ".js") {
		for _, m := range shellID.FindAllStringSubmatch(read(t, p), -1) {
			ids[m[1]+m[2]+m[3]] = p
		}
	}
	for id := range ids {
		said[id] = true
	}
	return ids, said
}

// testID is the id that a node gives: DataSet("testid", "…") or TestID: "…".
func testID(n ast.Node) string {
	switch n := n.(type) {
	case *ast.CallExpr:
		if s, ok := n.Fun.(*ast.SelectorExpr); ok && s.Sel.Name == "DataSet" && len(n.Args) == 2 {
			if key, _ := literal(n.Args[0]); key == "testid" {
				id, _ := literal(n.Args[1])
				return id
			}
		}
	case *ast.KeyValueExpr:
		if dotted(n.Key) == "TestID" {
			id, _ := literal(n.Value)
			return id
		}
	}
	return ""
}

func TestAutomationContractIsKept(t *testing.T) {
	present, later := promised(t, "On the page"), promised(t, "Reserved")
	ids, said := given(t)
	for id := range present {
		if !said[id] {
			t.Errorf("%s promises %q, and app/ui gives it to no element; an id is never renamed or dropped", contract, id)
		}
	}
	for id, where := range ids {
		if !present[id] {
			fix := "add its row"
			if later[id] {
				fix = "move its row from Reserved to On the page"
			}
			t.Errorf("%s: data-testid %q is not in %s; %s", where, id, contract, fix)
		}
	}
}
