package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"toolyard/tools/site/policy"
)

// site is everything to be written.
type site struct {
	files  map[string][]byte // by slash-separated path from the site's root
	assets map[string]string // path of each asset by the name it has in web/
}

func newSite() *site {
	return &site{files: map[string][]byte{}, assets: map[string]string{}}
}

// paths returns the paths of all files, in order.
func (s *site) paths() []string { return slices.Sorted(maps.Keys(s.files)) }

// addAsset adds content under a name that holds its hash.
func (s *site) addAsset(name string, content []byte) {
	ext := path.Ext(name)
	hashed := policy.Assets + strings.TrimSuffix(name, ext) + "." + digest(content) + ext
	s.files[hashed] = content
	s.assets[name] = hashed
}

// asset returns the path of the asset with this name in web/.
func (s *site) asset(name string) (string, error) {
	p, ok := s.assets[name]
	if !ok {
		return "", fmt.Errorf("site: the page names an asset %q that does not exist", name)
	}
	return p, nil
}

// copyTree adds a file, or a folder with all its files, under the path it has.
func (s *site) copyTree(dir, name string) error {
	return fs.WalkDir(os.DirFS(dir), name, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		s.files[p], err = os.ReadFile(filepath.Join(dir, p))
		return err
	})
}

// write replaces the folder's content with the site. A folder that holds
// something else than a site is left alone.
func (s *site) write(dir string) error {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		if _, err := os.Stat(filepath.Join(dir, "sw.js")); err != nil {
			return fmt.Errorf("site: %s holds something else than a site: empty it, or choose another folder", dir)
		}
	}
	if err := os.RemoveAll(dir); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	for _, p := range s.paths() {
		file := filepath.Join(dir, filepath.FromSlash(p))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return fmt.Errorf("site: %w", err)
		}
		if err := os.WriteFile(file, s.files[p], 0o644); err != nil {
			return fmt.Errorf("site: %w", err)
		}
	}
	return nil
}

// sumsFile lists the SHA-256 of each file, as sha256sum -c reads it.
const sumsFile = "SHA256SUMS"

// addSums adds the sums of all files but their own: who has the sources can build
// the site, and compare.
func (s *site) addSums() {
	var list strings.Builder
	for _, p := range s.paths() {
		fmt.Fprintf(&list, "%s  %s\n", sum(s.files[p]), p)
	}
	s.files[sumsFile] = []byte(list.String())
}

// sum is the SHA-256 of a content, in hex.
func sum(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// digest names a content: enough of its sum to tell releases apart.
func digest(content []byte) string { return sum(content)[:12] }
