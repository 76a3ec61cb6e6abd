package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// addAssets adds the browser binary, Go's support script for it, the style, and
// every script of web/ but the service worker, whose address must not change.
func (s *site) addAssets(root string, wasm []byte) error {
	s.addAsset("app.wasm", wasm)
	support, err := supportScript()
	if err != nil {
		return err
	}
	s.addAsset("wasm_exec.js", support)
	style, err := bundleStyle(os.DirFS(filepath.Join(root, "web")))
	if err != nil {
		return err
	}
	s.addAsset("style.css", style)
	scripts, err := filepath.Glob(filepath.Join(root, "web", "*.js"))
	if err != nil {
		return err
	}
	for _, file := range scripts {
		if filepath.Base(file) == "sw.js" {
			continue
		}
		content, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		s.addAsset(filepath.Base(file), content)
	}
	return nil
}

// buildWasm builds a package of the module in dir for the browser, without debug
// information and without paths of this machine: the same sources give the same
// bytes.
func buildWasm(dir, pkg string) ([]byte, error) {
	temp, err := os.MkdirTemp("", "toolyard-site-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	file := filepath.Join(temp, "app.wasm")
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", file, pkg)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("site: building %s: %w\n%s", pkg, err, out)
	}
	return os.ReadFile(file)
}

// supportScript returns wasm_exec.js of the Go that builds the binary: the two
// belong together.
func supportScript() ([]byte, error) {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("site: go env GOROOT: %w", err)
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "lib", "wasm", "wasm_exec.js"))
}
