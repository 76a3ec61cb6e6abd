package check

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// keys look like what providers give out. Keys in tests are short or spell out
// that they are none.
var keys = regexp.MustCompile(`\b(sk|pk|key|AIza|gsk|xai)[-_][A-Za-z0-9_-]{20,}\b`)

// registries are hosts that packages are fetched from: a lock file that names
// one works on one network only.
var registries = regexp.MustCompile(`(registry\.npmjs\.org|registry\.yarnpkg\.com|npmmirror\.com|goproxy\.(io|cn)|proxy\.golang\.org|sum\.golang\.org)`)

// foreign are addresses of assets that a page would fetch by itself.
var foreign = regexp.MustCompile(`(?i)(src|data|poster|action)\s*=\s*["']?(https?:)?//|url\(\s*["']?(https?:)?//|@import|<link[^>]+href=["']?(https?:)?//|import\(?\s*["']https?:`)

func TestNoKeysInTests(t *testing.T) {
	for _, p := range list("", ".golden", ".txtar", ".txt", ".json", ".http", ".sse", ".html", ".md", "_test.go") {
		if !strings.Contains(p, "testdata/") && !strings.HasSuffix(p, "_test.go") && !under(p, "docs") && p != "README.md" {
			continue
		}
		text := read(t, p)
		for _, at := range keys.FindAllStringIndex(text, -1) {
			t.Errorf("%s:%d: looks like a key; write one that is shorter, and say that it is none", p, lineOf(text, at[0]))
		}
	}
}

func TestNoRegistryHosts(t *testing.T) {
	for _, p := range list("", ".json", ".mod", ".yaml", ".yml", ".npmrc", ".sh", "Makefile", ".ci/run") {
		text := read(t, p)
		if at := registries.FindStringIndex(text); at != nil {
			t.Errorf("%s:%d: names a package registry; leave that to the machine's settings", p, lineOf(text, at[0]))
		}
		if strings.HasSuffix(p, "package-lock.json") && strings.Contains(text, `"resolved": "http`) {
			t.Errorf(`%s: holds "resolved" addresses; write it with npm's omit-lockfile-registry-resolved`, p)
		}
	}
}

func TestPageFetchesNothingForeign(t *testing.T) {
	for _, p := range list("web", ".html", ".css", ".js", ".svg", ".webmanifest") {
		text := read(t, p)
		for _, at := range foreign.FindAllStringIndex(text, -1) {
			t.Errorf("%s:%d: an asset of another host; every asset is local", p, lineOf(text, at[0]))
		}
	}
}

// TestKeyPattern holds the pattern against what it must find, put together here
// so that this file holds no key.
func TestKeyPattern(t *testing.T) {
	if !keys.MatchString("sk-" + strings.Repeat("a1", 12)) {
		t.Error("a key goes unseen")
	}
	if keys.MatchString("sk-test") {
		t.Error("a short stand-in counts as a key")
	}
}

func TestReadmeCommandsExist(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal("write README.md: what it is, one picture, try it, test it, deploy it, where to start reading")
	}
	verbs := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^([a-z-]+):`).FindAllStringSubmatch(read(t, "Makefile"), -1) {
		verbs[m[1]] = true
	}
	for _, m := range regexp.MustCompile("(?m)(?:^|`|\\$ )make ([a-z-]+)").FindAllStringSubmatch(string(readme), -1) {
		if !verbs[m[1]] {
			t.Errorf("README.md: make %s is no verb of the Makefile; add it there, or drop the line", m[1])
		}
	}
}
