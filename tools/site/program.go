package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"toolyard/tools/site/pack"
	"toolyard/tools/site/slim"
)

// The packages of the browser binaries: the page's program, and what is loaded
// once the page is usable.
const (
	program  = "./wasm"
	workshop = "./wasm/workshop"
)

// programs are the browser binaries.
type programs struct{ page, workshop []byte }

// lean are the compiler's flags for the release; of several that match a package
// the last one counts. A browser downloads every copy that inlining makes, so
// nothing is inlined (-l): 265 KB of brotli less. Go's runtime is, because all
// else calls it: 42 KB, without which the program takes twice its time, and
// jsondoc.Parse nearly three times; and jsondoc and go-app, which take most of
// what a keystroke takes: 24 KB. docs/size.md has the measurements.
var lean = []string{
	"-gcflags=all=-l",
	"-gcflags=runtime=",
	"-gcflags=internal/runtime/...=",
	"-gcflags=toolyard/app/jsondoc=",
	"-gcflags=github.com/maxence-charriere/go-app/v10/pkg/app=",
}

// buildPrograms builds the browser binaries of the repository in root.
func buildPrograms(root string, whole bool) (built programs, err error) {
	if built.page, err = buildProgram(root, program, whole); err == nil {
		built.workshop, err = buildProgram(root, workshop, whole)
	}
	return built, err
}

// buildProgram builds one of them: as it is released, or whole: go-app as it is,
// inlined as Go does it, and not packed.
func buildProgram(root, pkg string, whole bool) ([]byte, error) {
	if whole {
		return buildWasm(root, pkg)
	}
	if err := slim.Prepare(root); err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	wasm, err := buildWasm(root, pkg, append([]string{"-modfile=" + slim.Modfile}, lean...)...)
	if err != nil {
		return nil, err
	}
	return pack.Pack(wasm)
}

// buildWasm builds a package of the module in dir for the browser, without debug
// information and without paths of this machine: the same sources and flags give
// the same bytes.
func buildWasm(dir, pkg string, flags ...string) ([]byte, error) {
	temp, err := os.MkdirTemp("", "toolyard-site-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	file := filepath.Join(temp, "app.wasm")
	arguments := append([]string{"build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", file}, flags...)
	cmd := exec.Command("go", append(arguments, pkg)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("site: building %s: %w\n%s", pkg, err, out)
	}
	return os.ReadFile(file)
}
