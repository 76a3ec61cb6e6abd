package slim

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// mirror makes a folder hold these files, and no other that Go would compile.
func mirror(dir string, files map[string][]byte) error {
	for p, content := range files {
		if err := put(filepath.Join(dir, filepath.FromSlash(p)), content); err != nil {
			return err
		}
	}
	return filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(p, ".go") {
			return err
		}
		rel, err := filepath.Rel(dir, p)
		if err != nil || files[filepath.ToSlash(rel)] != nil {
			return err
		}
		return os.Remove(p)
	})
}

// put makes a file hold this content. One that does is not touched, and another
// is replaced at once: a build beside this one never sees half a file.
func put(file string, content []byte) error {
	if old, err := os.ReadFile(file); err == nil && bytes.Equal(old, content) {
		return nil
	}
	if err := replace(file, content); err != nil {
		return fmt.Errorf("slim: writing: %w", err)
	}
	return nil
}

func replace(file string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(file), ".slim-*") // which Go does not compile
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) // nothing, once it is renamed
	_, err = temp.Write(content)
	if mode := temp.Chmod(0o644); err == nil {
		err = mode
	}
	if closing := temp.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return os.Rename(temp.Name(), file)
}
