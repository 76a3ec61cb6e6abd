package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/andybalholm/brotli"
)

// servePacked serves a folder as a good host would: compressed by brotli at its
// best, what lies in assets/ to be kept for ever, the rest to be asked for again.
func servePacked(dir, cache string) (*httptest.Server, error) {
	files := map[string]file{}
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		packed, err := packedOnce(content, cache)
		inside, _ := filepath.Rel(dir, name)
		files["/"+filepath.ToSlash(inside)] = file{packed, etag(content)}
		return err
	})
	if err != nil {
		return nil, err
	}
	files["/"] = files["/index.html"]
	return httptest.NewServer(host(files)), nil
}

// file is what is sent, and the mark that says whether it changed.
type file struct {
	packed []byte
	etag   string
}

// host serves files by their paths.
type host map[string]file

func (h host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f, ok := h[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	header := w.Header()
	header.Set("ETag", f.etag)
	header.Set("Cache-Control", "no-cache")
	if strings.HasPrefix(r.URL.Path, "/assets/") {
		header.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if r.Header.Get("If-None-Match") == f.etag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	kinds := map[string]string{".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
	kind := kinds[path.Ext(r.URL.Path)]
	if kind == "" {
		kind = "text/html"
	}
	header.Set("Content-Type", kind)
	header.Set("Content-Encoding", "br")
	w.Write(f.packed)
}

func etag(content []byte) string {
	sum := sha256.Sum256(content)
	return `"` + hex.EncodeToString(sum[:]) + `"`
}

// packedOnce compresses, or takes what was compressed before: it takes long.
func packedOnce(content []byte, cache string) ([]byte, error) {
	kept := filepath.Join(cache, strings.Trim(etag(content), `"`)+".br")
	if packed, err := os.ReadFile(kept); err == nil {
		return packed, nil
	}
	var packed bytes.Buffer
	w := brotli.NewWriterOptions(&packed, brotli.WriterOptions{Quality: 11, LGWin: 24})
	w.Write(content)
	if err := w.Close(); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return nil, err
	}
	return packed.Bytes(), os.WriteFile(kept, packed.Bytes(), 0o644)
}
