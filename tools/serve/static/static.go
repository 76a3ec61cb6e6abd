// Package static serves a built site under a base path: each file in the
// smallest form that the browser takes, with the headers of the policy. Files
// are read at each request, so a new build shows at once.
package static

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"time"

	"toolyard/tools/site/policy"
)

// Site is the handler. Make it with New.
type Site struct {
	files fs.FS
	base  string
}

// New returns the handler of the site in files. The base path begins and ends
// with a slash; requests outside of it are not found.
func New(files fs.FS, base string) (*Site, error) {
	if !strings.HasPrefix(base, "/") || !strings.HasSuffix(base, "/") {
		return nil, fmt.Errorf("static: base path %q must begin and end with a slash", base)
	}
	if _, err := fs.Stat(files, "index.html"); err != nil {
		return nil, fmt.Errorf("static: no site here, build it with make site: %w", err)
	}
	return &Site{files: files, base: base}, nil
}

// encodings are the forms that a build may hold beside a file, the best first.
var encodings = []struct{ name, ending string }{{"br", ".br"}, {"gzip", ".gz"}}

// mediaTypes are given here because a machine's own table may differ, and a
// browser compiles while it loads only what is application/wasm.
var mediaTypes = map[string]string{
	".css":         "text/css; charset=utf-8",
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".txt":         "text/plain; charset=utf-8",
	".wasm":        "application/wasm",
	".webp":        "image/webp",
	".webmanifest": "application/manifest+json",
}

// ServeHTTP answers GET and HEAD.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, h := range policy.Security {
		w.Header().Set(h.Name, h.Value)
	}
	if !policy.Embedded(r.URL.Query()) {
		w.Header().Set("Content-Security-Policy", policy.Unframed)
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "a site is only read", http.StatusMethodNotAllowed)
		return
	}
	if r.URL.Path+"/" == s.base {
		http.Redirect(w, r, s.base, http.StatusMovedPermanently)
		return
	}
	name, ok := strings.CutPrefix(r.URL.Path, s.base)
	if !ok {
		http.NotFound(w, r)
		return
	}
	s.serveFile(w, r, name)
}

// serveFile answers with the file of this name, "" being the page.
func (s *Site) serveFile(w http.ResponseWriter, r *http.Request, name string) {
	file := name
	if file == "" {
		file = "index.html"
	}
	content, encoding, err := s.read(file, r.Header.Get("Accept-Encoding"))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		http.NotFound(w, r)
		return
	}
	if err != nil {
		http.Error(w, "the file could not be read", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Vary", "Accept-Encoding")
	h.Set("Cache-Control", policy.Cache(name))
	h.Set("Content-Type", mediaType(file))
	h.Set("ETag", etag(content))
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
	}
	http.ServeContent(w, r, file, time.Time{}, bytes.NewReader(content))
}

// read returns a file's content in the best encoding that is accepted and
// built; "" names the plain one. Folders are no files.
func (s *Site) read(file, accepted string) (content []byte, encoding string, err error) {
	info, err := fs.Stat(s.files, file)
	if err != nil {
		return nil, "", err
	}
	if info.IsDir() {
		return nil, "", fs.ErrNotExist
	}
	for _, e := range encodings {
		if !accepts(accepted, e.name) {
			continue
		}
		if content, err := fs.ReadFile(s.files, file+e.ending); err == nil {
			return content, e.name, nil
		}
	}
	content, err = fs.ReadFile(s.files, file)
	return content, "", err
}

// accepts says whether an Accept-Encoding header names an encoding and doesn't
// refuse it with a weight of zero.
func accepts(header, encoding string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, weight, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.TrimSpace(name) == encoding {
			return strings.Trim(strings.TrimSpace(weight), "q=0.") != "" || weight == ""
		}
	}
	return false
}

func mediaType(file string) string {
	ext := path.Ext(file)
	if t, ok := mediaTypes[ext]; ok {
		return t
	}
	if t := mime.TypeByExtension(ext); t != "" {
		return t
	}
	return "application/octet-stream"
}

func etag(content []byte) string {
	sum := sha256.Sum256(content)
	return `"` + hex.EncodeToString(sum[:8]) + `"`
}
