package main

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// addAssets adds the browser binaries, Go's support script for it, the style, and
// every script of web/ but the service worker, whose address must not change; and
// the bundle of the JSON editor. The files of web/loader are parts of the loader, and
// those of web/page of the script page.js: one request each brings them all.
func (s *site) addAssets(root string, built programs) error {
	s.addAsset("app.wasm", built.page)
	if built.rest != nil {
		s.addAsset("data.wasm", built.data)
		s.addAsset("rest.wasm", built.rest)
	}
	s.addAsset("workshop.wasm", built.workshop)
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
	page, err := withParts(nil, filepath.Join(root, "web", "page"))
	if err != nil {
		return err
	}
	s.addAsset("page.js", page)
	scripts, err := filepath.Glob(filepath.Join(root, "web", "*.js"))
	if err != nil {
		return err
	}
	scripts = append(scripts, filepath.Join(root, "web", "editor", "dist", "editor.js"))
	for _, file := range scripts {
		if filepath.Base(file) == "sw.js" {
			continue
		}
		content, err := os.ReadFile(file)
		if err == nil && filepath.Base(file) == "loader.js" {
			content, err = withParts(content, filepath.Join(root, "web", "loader"))
		}
		if err != nil {
			return err
		}
		s.addAsset(filepath.Base(file), content)
	}
	return nil
}

// withParts is a script with those of a folder behind it.
func withParts(script []byte, folder string) ([]byte, error) {
	parts, err := filepath.Glob(filepath.Join(folder, "*.js"))
	for _, part := range parts {
		content, failed := os.ReadFile(part)
		script, err = append(append(script, '\n'), content...), cmp.Or(err, failed)
	}
	return script, err
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
