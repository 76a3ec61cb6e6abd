package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// bundleStyle joins the style into one file: what style/order.txt lists, one
// path a line, and then the shell's own part. A file that the list leaves out
// would be missed without a word, so it is an error.
func bundleStyle(web fs.FS) ([]byte, error) {
	order, err := fs.ReadFile(web, "style/order.txt")
	if err != nil {
		return nil, err
	}
	listed := strings.Fields(string(order))
	if err := checkListed(web, listed); err != nil {
		return nil, err
	}
	var bundle bytes.Buffer
	bundle.WriteString("@layer tokens, base, layout, parts;\n")
	for _, file := range append(listed, "../shell.css") {
		content, err := fs.ReadFile(web, path.Join("style", file))
		if err != nil {
			return nil, err
		}
		bundle.Write(content)
		bundle.WriteByte('\n')
	}
	return bundle.Bytes(), nil
}

func checkListed(web fs.FS, listed []string) error {
	style, err := fs.Sub(web, "style")
	if err != nil {
		return err
	}
	return fs.WalkDir(style, ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && path.Ext(p) == ".css" && !slices.Contains(listed, p) {
			return fmt.Errorf("site: web/style/%s is not in web/style/order.txt", p)
		}
		return err
	})
}
