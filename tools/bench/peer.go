package main

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

// errNoPeer says that the peer can't be measured on this machine.
var errNoPeer = errors.New("jsonjoy-builder is not measured")

// peerSources are the files of the peer's page, in tools/bench/peer.
var peerSources = []string{"package.json", "package-lock.json", "app.jsx", "index.html"}

// servePeer fetches the packages of the peer's page, bundles it, and serves it.
// Its error is errNoPeer where npm or the packages can't be had.
func servePeer(root string) (*httptest.Server, error) {
	dir, err := filepath.Abs(filepath.Join(root, ".build", "bench", "peer"))
	if err != nil {
		return nil, err
	}
	if err := fetchPeer(filepath.Join(root, "tools", "bench", "peer"), dir); err != nil {
		return nil, err
	}
	dist := filepath.Join(dir, "dist")
	if err := bundlePeer(dir, dist); err != nil {
		return nil, err
	}
	page, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(dist, "index.html"), page, 0o644); err != nil {
		return nil, err
	}
	return httptest.NewServer(http.FileServer(http.Dir(dist))), nil
}

// fetchPeer copies the sources to a folder of their own and fetches the packages
// there, unless it holds those of this very lock file.
func fetchPeer(sources, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	fetched, _ := os.ReadFile(filepath.Join(dir, "node_modules", "fetched"))
	var lock []byte
	for _, name := range peerSources {
		content, err := os.ReadFile(filepath.Join(sources, name))
		if err != nil {
			return err
		}
		if name == "package-lock.json" {
			lock = content
		}
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			return err
		}
	}
	if bytes.Equal(lock, fetched) {
		return nil
	}
	if _, err := exec.LookPath("npm"); err != nil {
		return fmt.Errorf("%w: npm is not on the PATH; install Node.js to have it beside", errNoPeer)
	}
	command := exec.Command("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
	command.Dir = dir
	if output, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: npm ci: %w\n%s", errNoPeer, err, output)
	}
	return os.WriteFile(filepath.Join(dir, "node_modules", "fetched"), lock, 0o644)
}

// bundlePeer joins the page and Monaco's two workers into scripts, as they are
// released: minified, React for production.
func bundlePeer(dir, dist string) error {
	const monaco = "node_modules/monaco-editor/esm/vs/"
	result := api.Build(api.BuildOptions{
		AbsWorkingDir: dir,
		EntryPointsAdvanced: []api.EntryPoint{
			{InputPath: "app.jsx", OutputPath: "app"},
			{InputPath: monaco + "editor/editor.worker.js", OutputPath: "editor.worker"},
			{InputPath: monaco + "language/json/json.worker.js", OutputPath: "json.worker"},
		},
		Outdir:            dist,
		Bundle:            true,
		Write:             true,
		Format:            api.FormatIIFE,
		Target:            api.ES2022,
		JSX:               api.JSXAutomatic,
		Define:            map[string]string{"process.env.NODE_ENV": `"production"`},
		Loader:            map[string]api.Loader{".ttf": api.LoaderDataURL},
		MinifySyntax:      true,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		LogLevel:          api.LogLevelError,
	})
	if len(result.Errors) > 0 {
		return fmt.Errorf("bench: the peer's page: %s", result.Errors[0].Text)
	}
	return nil
}
