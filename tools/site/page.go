package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"text/template"

	"toolyard/tools/site/policy"
)

// addPage adds index.html, with the names of the assets, the policy and the
// first view in it. Packed says whether compressed forms will lie beside them.
func (s *site) addPage(file string, packed bool) error {
	source, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	t, err := template.New("index.html").Funcs(template.FuncMap{
		"asset": s.asset,
		"view":  firstView,
		"size":  func(name string) int { return len(s.files[s.assets[name]]) },
	}).Parse(string(source))
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	var page bytes.Buffer
	_, cut := s.assets["rest.wasm"]
	if err := t.Execute(&page, struct {
		Policy string
		Packed bool
		Cut    bool // the program is in two parts
	}{policy.Content, packed, cut}); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	s.files["index.html"] = page.Bytes()
	return nil
}

// release is what the service worker keeps.
type release struct {
	Version string   `json:"version"`          // changes with any byte of any file
	Files   []string `json:"files"`            // relative to the site's root; "./" is the page
	Sums    []string `json:"sums,omitempty"`   // SHA-256 of each, in hex
	Packed  bool     `json:"packed,omitempty"` // .gz lies beside what is large
}

// addWorker adds the service worker with the release of the files so far. An
// empty one makes it remove itself, and what an earlier one kept: a developer
// then sees each build at once.
func (s *site) addWorker(file string, empty bool) error {
	source, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	r := release{Version: "none", Files: []string{}}
	if !empty {
		r = s.release(source)
	}
	line, err := json.Marshal(r)
	if err != nil {
		return err
	}
	s.files["sw.js"] = append(fmt.Appendf(nil, "const release = %s;\n", line), source...)
	return nil
}

// release is that of the files so far, under a worker of this source.
func (s *site) release(worker []byte) release {
	r := release{Packed: true}
	all := bytes.NewBuffer(bytes.Clone(worker))
	for _, p := range s.paths() {
		fmt.Fprintf(all, "%s %s\n", p, digest(s.files[p]))
		r.Sums = append(r.Sums, sum(s.files[p]))
		if p == "index.html" {
			p = "./"
		}
		r.Files = append(r.Files, p)
	}
	r.Version = digest(all.Bytes())
	return r
}

// addHostFiles adds what static hosts read: header rules (Netlify, Cloudflare)
// and the wish that nothing be processed (GitHub Pages).
func (s *site) addHostFiles(base string) {
	var rules strings.Builder
	fmt.Fprintf(&rules, "%s*\n", base)
	for _, h := range policy.Security {
		fmt.Fprintf(&rules, "  %s: %s\n", h.Name, h.Value)
	}
	for _, p := range []string{"", "sw.js", policy.Assets + "*"} {
		fmt.Fprintf(&rules, "%s%s\n  Cache-Control: %s\n", base, p, policy.Cache(p))
	}
	s.files["_headers"] = []byte(rules.String())
	s.files[".nojekyll"] = nil
}
