// Command lighthouse lets Google's Lighthouse judge the built site, as tools/serve
// serves it, on a phone and on a desk, and prints a table. It fails where
// accessibility, best practices or SEO have less than the 100 that docs/deploy.md
// states; the speed is that of the machine, and only told.
//
//	cd tools && go run ./lighthouse -dir ../dist
//
// Lighthouse comes from npm, pinned by the lock file beside, into .build. A
// machine without npm can't run this; nothing else needs it.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"toolyard/tools/serve/static"
)

// perfect are the categories that have to be; the rest depends on the machine.
var perfect = []string{"accessibility", "best-practices", "seo"}

func main() {
	dir := flag.String("dir", "../dist", "the `folder` of the built site")
	flag.Parse()
	if err := run(*dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(dir string) error {
	cli, err := fetch("lighthouse", filepath.Join("..", ".build", "lighthouse"))
	if err != nil {
		return err
	}
	site, err := static.New(os.DirFS(dir), "/")
	if err != nil {
		return err
	}
	server := httptest.NewServer(site)
	defer server.Close()
	fmt.Println("| | performance | accessibility | best practices | SEO | first paint | total blocking | layout shift |")
	fmt.Println("|---|---|---|---|---|---|---|---|")
	var short []string
	for _, form := range []string{"mobile", "desktop"} {
		r, err := judge(cli, server.URL+"/", form)
		if err != nil {
			return err
		}
		fmt.Println(r.row(form))
		short = append(short, r.short(form)...)
	}
	if len(short) > 0 {
		return fmt.Errorf("lighthouse: %s", strings.Join(short, "; "))
	}
	return nil
}

// fetch installs what the lock file names, unless that is there, and returns the
// script that runs it.
func fetch(sources, dir string) (string, error) {
	lock, err := os.ReadFile(filepath.Join(sources, "package-lock.json"))
	if err != nil {
		return "", err
	}
	cli := filepath.Join(dir, "node_modules", "lighthouse", "cli", "index.js")
	if have, _ := os.ReadFile(filepath.Join(dir, "fetched")); bytes.Equal(have, lock) {
		return cli, nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	for _, name := range []string{"package.json", "package-lock.json"} {
		content, err := os.ReadFile(filepath.Join(sources, name))
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), content, 0o644)
		}
		if err != nil {
			return "", err
		}
	}
	npm := exec.Command("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
	npm.Dir = dir
	if out, err := npm.CombinedOutput(); err != nil {
		return "", fmt.Errorf("lighthouse: npm ci: %w; install Node.js 20 or newer\n%s", err, out)
	}
	return cli, os.WriteFile(filepath.Join(dir, "fetched"), lock, 0o644)
}

// result is the part of Lighthouse's report that is told.
type result struct {
	Categories map[string]struct {
		Score float64
		Refs  []struct {
			ID     string
			Weight float64
		} `json:"auditRefs"`
	}
	Audits map[string]struct {
		Title, DisplayValue string
		Score               *float64
		Details             json.RawMessage
	}
}

func judge(cli, address, form string) (result, error) {
	arguments := []string{cli, address, "--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"}
	if form == "desktop" {
		arguments = append(arguments, "--preset=desktop")
	}
	command := exec.Command("node", arguments...)
	command.Env = os.Environ()
	if chromium, err := exec.LookPath("chromium"); err == nil && os.Getenv("CHROME_PATH") == "" {
		command.Env = append(command.Env, "CHROME_PATH="+chromium)
	}
	var said bytes.Buffer
	command.Stderr = &said
	var r result
	out, err := command.Output()
	if err == nil {
		err = json.Unmarshal(out, &r)
	}
	if err != nil {
		return r, fmt.Errorf("lighthouse: %w\n%s", err, said.String())
	}
	return r, nil
}

func (r result) row(form string) string {
	cells := []string{form}
	for _, c := range append([]string{"performance"}, perfect...) {
		cells = append(cells, fmt.Sprintf("%.0f", 100*r.Categories[c].Score))
	}
	for _, a := range []string{"first-contentful-paint", "total-blocking-time", "cumulative-layout-shift"} {
		cells = append(cells, r.Audits[a].DisplayValue)
	}
	return "| " + strings.Join(cells, " | ") + " |"
}

// snippets are the elements that an audit is about.
var snippets = regexp.MustCompile(`"snippet":\s*"(?:[^"\\]|\\.)*"`)

// short says what keeps a category from 100.
func (r result) short(form string) []string {
	var short []string
	for _, c := range perfect {
		for _, ref := range r.Categories[c].Refs {
			a := r.Audits[ref.ID]
			if ref.Weight > 0 && a.Score != nil && *a.Score < 1 {
				what := fmt.Sprintf("%s, %s: %s (%s)", form, c, a.Title, ref.ID)
				for _, snippet := range snippets.FindAllString(string(a.Details), 8) {
					what += "\n  " + snippet
				}
				short = append(short, what)
			}
		}
	}
	return short
}
