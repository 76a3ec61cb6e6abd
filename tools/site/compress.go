package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"

	"github.com/andybalholm/brotli"
)

// encoding is a way to compress, with the ending that hosts look for.
type encoding struct {
	ending string
	writer func(io.Writer) io.WriteCloser
}

var encodings = []encoding{
	{".br", func(w io.Writer) io.WriteCloser {
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: 11, LGWin: 24})
	}},
	{".gz", func(w io.Writer) io.WriteCloser {
		z, _ := gzip.NewWriterLevel(w, gzip.BestCompression) // fails for unknown levels only
		return z
	}},
}

// compressible are the endings of what is worth it; pictures are not.
var compressible = map[string]bool{
	".wasm": true, ".js": true, ".css": true, ".html": true, ".svg": true, ".webmanifest": true,
}

// compress adds a compressed form beside each file that gains by it.
func (s *site) compress() error {
	for _, p := range s.paths() {
		if !compressible[path.Ext(p)] {
			continue
		}
		for _, e := range encodings {
			packed, err := e.cached(s.files[p])
			if err != nil {
				return fmt.Errorf("site: compressing %s: %w", p, err)
			}
			s.files[p+e.ending] = packed
		}
	}
	return nil
}

// cached compresses content, or takes what an earlier build made of the same:
// the best brotli of the browser binary takes twelve seconds and more.
func (e encoding) cached(content []byte) ([]byte, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return e.pack(content)
	}
	sum := sha256.Sum256(content)
	file := filepath.Join(dir, "toolyard", "packed", hex.EncodeToString(sum[:])+e.ending)
	if packed, err := os.ReadFile(file); err == nil {
		return packed, nil
	}
	packed, err := e.pack(content)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return nil, err
	}
	// Written aside and renamed: a build that is interrupted leaves no half file.
	if err := os.WriteFile(file+".new", packed, 0o644); err != nil {
		return nil, err
	}
	return packed, os.Rename(file+".new", file)
}

func (e encoding) pack(content []byte) ([]byte, error) {
	var packed bytes.Buffer
	w := e.writer(&packed)
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	err := w.Close()
	return packed.Bytes(), err
}
