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

// programs are the browser binaries. Where the page's is in one piece, its data and
// the rest are in it.
type programs struct {
	page, data, rest []byte
	workshop         []byte
	names            []string // of the page's functions, by number, where they are watched
}

// lean are the compiler's flags for the workshop, which nobody waits for but its
// jobs; of several that match a package the last one counts. A browser downloads
// every copy that inlining makes, so little is inlined (-l): 200 KB of brotli less.
// Go's runtime is, because all else calls it. The page's program, of which a part
// comes first, is inlined as Go does it. docs/size.md has the measurements.
var lean = []string{
	"-gcflags=all=-l",
	"-gcflags=runtime=",
	"-gcflags=internal/runtime/...=",
	"-gcflags=toolyard/app/jsondoc=",
}

// buildPrograms builds the browser binaries of the repository in root: as they are
// released, or whole: go-app as it is, inlined as Go does it, not packed and in one
// piece.
func buildPrograms(root string, whole bool) (built programs, err error) {
	if whole {
		if built.page, err = buildWasm(root, program); err == nil {
			built.workshop, err = buildWasm(root, workshop)
		}
		return built, err
	}
	names, packed, err := buildSlim(root, program)
	if err != nil {
		return built, err
	}
	parts, err := pack.Cut(packed, names, early())
	if err != nil {
		return built, err
	}
	built.page, built.data, built.rest = parts.First, parts.Data, parts.Rest
	_, built.workshop, err = buildSlim(root, workshop, lean...)
	return built, err
}

// buildFor builds the browser binaries that are asked for.
func buildFor(o options) (programs, error) {
	if o.watch {
		return buildWatched(o.root)
	}
	return buildPrograms(o.root, o.whole)
}

// buildWatched builds them as they are released, but the page's program in one
// piece, which tells what was called.
func buildWatched(root string) (built programs, err error) {
	if built.names, built.page, err = buildSlim(root, program); err != nil {
		return built, err
	}
	if built.page, err = pack.Watch(built.page); err == nil {
		_, built.workshop, err = buildSlim(root, workshop, lean...)
	}
	return built, err
}

// buildSlim builds a package without go-app's server and packed, in one piece. Names
// are those of its functions, by number.
func buildSlim(root, pkg string, flags ...string) (names []string, packed []byte, err error) {
	if err := slim.Prepare(root); err != nil {
		return nil, nil, fmt.Errorf("site: %w", err)
	}
	wasm, err := buildWasm(root, pkg, append([]string{"-modfile=" + slim.Modfile}, flags...)...)
	if err != nil {
		return nil, nil, err
	}
	if names, err = pack.Names(wasm); err == nil {
		packed, err = pack.Pack(wasm)
	}
	return names, packed, err
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
