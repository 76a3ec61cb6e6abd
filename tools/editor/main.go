// Command editor bundles the JSON editor: what web/editor says in small modules,
// and the CodeMirror that it imports, as one script.
//
//	cd web/editor && npm ci && cd ../../tools && go run ./editor
//
// The bundle, its licences and the hashes of what it was made of are committed
// in web/editor/dist, so that nothing but a change of the editor needs npm. The
// same sources give the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

// Files of web/editor/dist.
const (
	bundleFile   = "editor.js"
	licencesFile = "licences.txt"
	hashesFile   = "hashes.txt"
)

func main() {
	dir := flag.String("dir", "../web/editor", "the editor's `folder`")
	flag.Parse()
	if err := run(*dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(dir string) error {
	files, err := build(dir)
	if err != nil {
		return err
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, "dist", name), content, 0o644); err != nil {
			return fmt.Errorf("editor: %w", err)
		}
	}
	size, err := weight(files[bundleFile])
	if err != nil {
		return err
	}
	fmt.Printf("%d bytes, %d in brotli\n", len(files[bundleFile]), size)
	return nil
}

// build makes the files of dist, in memory.
func build(dir string) (map[string][]byte, error) {
	script, packages, err := bundle(dir)
	if err != nil {
		return nil, err
	}
	licences, err := licences(dir, packages)
	if err != nil {
		return nil, err
	}
	script = append([]byte("/*!\n"+licences+"*/\n"), script...)
	hashes, err := hashes(dir, script)
	if err != nil {
		return nil, err
	}
	return map[string][]byte{bundleFile: script, licencesFile: []byte(licences), hashesFile: []byte(hashes)}, nil
}
