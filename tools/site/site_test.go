package main

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"toolyard/tools/site/policy"
)

// built builds the site of this repository around bytes that stand for the
// browser binary.
func built(t *testing.T, dev bool) *site {
	t.Helper()
	s, err := build(options{root: "../..", base: "/yard/", dev: dev}, programs{page: []byte("wasm"), workshop: []byte("workshop")})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestBuildIsDeterministic(t *testing.T) {
	first, second := built(t, false), built(t, false)
	if !maps.EqualFunc(first.files, second.files, bytes.Equal) {
		t.Error("the same sources gave two sites")
	}
}

// TestPage holds the page to its policy and to addresses that any path bears.
func TestPage(t *testing.T) {
	s := built(t, false)
	page := string(s.files["index.html"])
	meta := regexp.MustCompile(`<meta [^>]*>`).FindString(page)
	if !strings.Contains(meta, "Content-Security-Policy") || !strings.Contains(meta, policy.Content) {
		t.Errorf("the first meta is %s", meta)
	}
	if strings.Contains(page, "<script>") || strings.Contains(page, " style=") || strings.Contains(page, " onclick=") {
		t.Error("the page holds code or style inline, which the policy refuses")
	}
	for _, match := range regexp.MustCompile(`(?:href|src)="([^"#][^"]*)"`).FindAllStringSubmatch(page, -1) {
		if s.files[match[1]] == nil {
			t.Errorf("the page names %q, which is not a file of the site", match[1])
		}
	}
	body := page[strings.Index(page, "<body>")+len("<body>"):]
	if !strings.HasPrefix(strings.TrimSpace(body), "<div") {
		t.Error("go-app replaces the body's first element: it must be the first view")
	}
}

func TestWorker(t *testing.T) {
	s := built(t, false)
	worker := string(s.files["sw.js"])
	for p := range s.files {
		keeps := strings.Contains(worker, `"`+p+`"`)
		beside := strings.HasPrefix(p, "screenshots/") || slices.Contains([]string{"index.html", "sw.js", "_headers", ".nojekyll"}, p)
		if want := !beside; keeps != want {
			t.Errorf("the worker keeps %s: %v", p, keeps)
		}
	}
	if !strings.Contains(worker, `"./"`) {
		t.Error("the worker does not keep the page")
	}
	if line, _, _ := strings.Cut(string(built(t, true).files["sw.js"]), "\n"); line != `const release = {"version":"none","files":[]};` {
		t.Errorf("a developer's worker begins with %s", line)
	}
}

func TestHeaders(t *testing.T) {
	rules := string(built(t, false).files["_headers"])
	for _, want := range []string{
		"/yard/*\n  Content-Security-Policy: default-src 'none'; ",
		"/yard/\n  Cache-Control: no-cache", "/yard/assets/*\n  Cache-Control: public, max-age=31536000, immutable",
	} {
		if !strings.Contains(rules, want) {
			t.Errorf("no %q in\n%s", want, rules)
		}
	}
}

// TestHostsMayEmbed: a rule of a static host can't tell the page from the one
// that is to be embedded, so it refuses frames to neither.
func TestHostsMayEmbed(t *testing.T) {
	if rules := string(built(t, false).files["_headers"]); strings.Contains(rules, "frame-ancestors") {
		t.Errorf("no page could embed the site:\n%s", rules)
	}
}

func TestCompress(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	for range 2 { // packed, then taken from the cache
		s := newSite()
		s.files["a.js"] = bytes.Repeat([]byte("again "), 500)
		s.files["a.png"] = []byte("picture")
		if err := s.compress(); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(s.paths(), " "); got != "a.js a.js.br a.js.gz a.png" {
			t.Errorf("the files are %s", got)
		}
		if n := len(s.files["a.js.br"]); n == 0 || n > 100 {
			t.Errorf("brotli made %d bytes", n)
		}
	}
}

func TestBudget(t *testing.T) {
	s := newSite()
	limits := budget{page: 10, workshop: 20}
	weigh := func(name string, size int) {
		s.addAsset(name, []byte(name))
		s.files[s.assets[name]+".br"] = make([]byte, size)
	}
	weigh("app.wasm", 10)
	weigh("workshop.wasm", 20)
	if err := checkBudget(s, limits); err != nil {
		t.Errorf("within the budget: %v", err)
	}
	for name, most := range map[string]int{"app.wasm": 10, "workshop.wasm": 20} {
		weigh(name, most+1)
		if err := checkBudget(s, limits); err == nil || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), "1 over") {
			t.Errorf("%s one byte over the budget: %v", name, err)
		}
		weigh(name, most)
	}
}

func TestBundleStyle(t *testing.T) {
	web := fstest.MapFS{
		"style/order.txt":   {Data: []byte("b.css\nparts/a.css\n")},
		"style/b.css":       {Data: []byte("b")},
		"style/parts/a.css": {Data: []byte("a")},
		"shell.css":         {Data: []byte("shell")},
	}
	bundle, err := bundleStyle(web)
	if err != nil || string(bundle) != "@layer tokens, base, layout, parts;\nb\na\nshell\n" {
		t.Errorf("got %q, %v", bundle, err)
	}
	web["style/forgotten.css"] = &fstest.MapFile{}
	if _, err := bundleStyle(web); err == nil || !strings.Contains(err.Error(), "forgotten.css") {
		t.Errorf("a file that is not listed: %v", err)
	}
}

func TestWriteLeavesOtherFoldersAlone(t *testing.T) {
	dir := t.TempDir()
	theirs := filepath.Join(dir, "thesis.txt")
	if err := os.WriteFile(theirs, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	s := newSite()
	s.files["sw.js"] = nil
	if err := s.write(dir); err == nil {
		t.Error("it wrote over a folder that is not a site")
	}
	if _, err := os.Stat(theirs); err != nil {
		t.Error(err)
	}
	out := filepath.Join(dir, "site")
	for range 2 {
		if err := s.write(out); err != nil {
			t.Error(err)
		}
	}
}

func TestSums(t *testing.T) {
	s := built(t, false)
	s.addSums()
	list := string(s.files[sumsFile])
	if n := strings.Count(list, "\n"); n != len(s.files)-1 {
		t.Errorf("%d lines for %d files", n, len(s.files))
	}
	for _, p := range []string{"index.html", "sw.js", s.assets["app.wasm"]} {
		if line := sum(s.files[p]) + "  " + p + "\n"; !strings.Contains(list, line) {
			t.Errorf("no line %s", line)
		}
	}
}
