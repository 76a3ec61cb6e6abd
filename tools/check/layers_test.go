package check

import (
	"go/ast"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const (
	goApp   = "github.com/maxence-charriere/go-app/v10/"
	safejs  = "github.com/hack-pad/"
	schemas = "github.com/santhosh-tekuri/jsonschema/v6"
	xtext   = "golang.org/x/text/"
)

// arrows says what a package of the root module may import of the project and
// from other modules. Arrows point down: what stands in a line stands above
// everything that the line names.
var arrows = map[string][]string{
	"app/jsondoc":   {},
	"app/sse":       {},
	"app/locale":    {},
	"app/chat":      {"app/jsondoc"},
	"app/schema":    {"app/jsondoc"},
	"app/validate":  {"app/jsondoc", schemas, xtext},
	"app/tool":      {"app/schema", "app/jsondoc"},
	"app/provider":  {"app/tool", "app/chat", "app/sse", "app/jsondoc"},
	"app/share":     {"app/provider", "app/tool", "app/schema", "app/chat", "app/jsondoc"},
	"app/past":      {"app/share", "app/provider", "app/tool", "app/schema", "app/chat", "app/jsondoc"},
	"app/sample":    {"app/share", "app/tool", "app/chat", "app/provider", "app/jsondoc"},
	"app/importer":  {"app/past", "app/share", "app/provider", "app/tool", "app/schema", "app/chat", "app/jsondoc"},
	"app/simulator": {"app/provider", "app/tool", "app/schema", "app/chat", "app/validate", "app/jsondoc"},
	"app/doctor":    {"app/provider"},
	"app/play": {"app/doctor", "app/past", "app/sample", "app/importer", "app/share", "app/simulator", "app/provider", "app/validate",
		"app/tool", "app/schema", "app/chat", "app/sse", "app/jsondoc"},
	"app/ui": {"app/play", "app/doctor", "app/past", "app/locale", "app/importer", "app/sample", "app/share", "app/provider", "app/validate",
		"app/tool", "app/schema", "app/chat", "app/jsondoc", goApp},
	"wasm/browser": {"app/play", "app/doctor", "app/provider", safejs},
	"wasm":         {"wasm/browser", "app/ui", "app/play", "app/locale", goApp},
}

// outside is what portable code reaches only through play.Host.
var outside = []string{"syscall/js", "net", "net/http", "math/rand", "math/rand/v2", "crypto/rand", "os", "os/exec"}

// clocks are the functions of package time that ask what time it is, or wait.
var clocks = []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker"}

// folderOf is the entry of arrows that a folder belongs to: its own, or that of
// the nearest folder above it.
func folderOf(dir string) string {
	for dir != "." && dir != "" {
		if _, ok := arrows[dir]; ok {
			return dir
		}
		dir = dir[:max(strings.LastIndex(dir, "/"), 0)]
	}
	return ""
}

func TestArrowsPointDown(t *testing.T) {
	files := goFiles(t, func(f goFile) bool {
		return (under(f.dir, "app") || under(f.dir, "wasm")) && !under(f.dir, "app/validate/xtext") && !f.test()
	})
	for _, f := range files {
		from := folderOf(f.dir)
		if from == "" {
			t.Errorf("%s: give %s a line in arrows (tools/check) and its place in the tree of docs", f.path, f.dir)
			continue
		}
		for _, spec := range f.tree.Imports {
			if to, _ := literal(spec.Path); !mayImport(from, to) {
				t.Errorf("%s: %s may not import %s; move the code to where the arrow points down, or pass a value in", f.at(spec), from, to)
			}
		}
	}
}

// mayImport reports whether the table lets a folder import a path.
func mayImport(from, to string) bool {
	local, ours := strings.CutPrefix(to, "toolyard/")
	if !ours && !strings.Contains(strings.Split(to, "/")[0], ".") {
		return true // the standard library; TestBorder has its exceptions
	}
	return slices.ContainsFunc(arrows[from], func(allowed string) bool {
		if ours {
			return local == allowed || under(local, from) || under(local, allowed)
		}
		return strings.HasPrefix(to, allowed)
	}) || ours && under(local, from)
}

func TestBorder(t *testing.T) {
	portable := func(f goFile) bool { return under(f.dir, "app") && !f.test() }
	for _, f := range goFiles(t, portable) {
		for _, spec := range f.tree.Imports {
			if to, _ := literal(spec.Path); slices.Contains(outside, to) {
				t.Errorf("%s: %s under app/; ask play.Host for it, and implement it in wasm/browser", f.at(spec), to)
			}
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && dotted(s.X) == "time" && slices.Contains(clocks, s.Sel.Name) {
				t.Errorf("%s: time.%s under app/; take the time from play.Host", f.at(s), s.Sel.Name)
			}
			return true
		})
	}
	for _, f := range goFiles(t, func(f goFile) bool { return !under(f.dir, "wasm/browser") && !f.test() }) {
		for _, spec := range f.tree.Imports {
			if to, _ := literal(spec.Path); to == "syscall/js" || strings.HasPrefix(to, safejs) {
				t.Errorf("%s: JavaScript stays in wasm/browser; give play.Host a method", f.at(spec))
			}
		}
	}
}

func TestGoAppStaysInTheView(t *testing.T) {
	for _, f := range goFiles(t, func(goFile) bool { return true }) {
		if under(f.dir, "app/ui") || f.dir == "wasm" || under(f.dir, "tools/site") {
			continue
		}
		for _, spec := range f.tree.Imports {
			if to, _ := literal(spec.Path); strings.HasPrefix(to, goApp) {
				t.Errorf("%s: go-app is the view's; keep this in values that app/ui draws", f.at(spec))
			}
		}
	}
}

// linked are the modules that the browser's binary may be made of.
var linked = []string{"toolyard/app/", "toolyard/wasm", goApp, safejs, schemas, xtext, "github.com/google/uuid"}

func TestBinaryIsSmall(t *testing.T) {
	if testing.Short() {
		t.Skip("asks the go command")
	}
	cmd := exec.Command("go", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", "./wasm")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWORK=off")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list ./wasm: %v", err)
	}
	for _, dep := range strings.Fields(string(out)) {
		if !slices.ContainsFunc(linked, func(p string) bool { return strings.HasPrefix(dep+"/", p) || strings.HasPrefix(dep, p) }) {
			t.Errorf("the browser's binary links %s; drop it, or weigh it and name it in linked (tools/check)", dep)
		}
	}
}
