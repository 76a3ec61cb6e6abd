package main

import (
	"bytes"
	"errors"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

// errNoPeer says that the peers can't be measured on this machine.
var errNoPeer = errors.New("no peers")

// peerSources are the files of the peers' pages, in tools/bench/peer.
var peerSources = []string{"package.json", "package-lock.json", "app.jsx", "index.html", "accumulator.js", "accumulator.html"}

// peers are the addresses of the peers' pages.
type peers struct {
	jsonjoy, inspector, openai string
	servers                    []*httptest.Server
}

// servePeers fetches the packages of the peers' pages, bundles them, and serves
// them. Its error is errNoPeer where npm or the packages can't be had.
func servePeers(root string) (*peers, error) {
	dir, err := filepath.Abs(filepath.Join(root, ".build", "bench", "peer"))
	if err != nil {
		return nil, err
	}
	if err := fetchPeer(filepath.Join(root, "tools", "bench", "peer"), dir); err != nil {
		return nil, err
	}
	if err := bundlePeers(dir); err != nil {
		return nil, err
	}
	p := new(peers)
	for _, site := range []struct {
		dir     string
		address *string
	}{
		{filepath.Join(dir, "dist", "jsonjoy"), &p.jsonjoy},
		{filepath.Join(dir, "dist", "openai"), &p.openai},
		{filepath.Join(dir, "node_modules", "@modelcontextprotocol", "inspector-client", "dist"), &p.inspector},
	} {
		server, err := servePacked(site.dir, filepath.Join(dir, "packed"))
		if err != nil {
			return nil, err
		}
		p.servers = append(p.servers, server)
		*site.address = server.URL + "/"
	}
	return p, nil
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

// bundlePeers joins the pages and Monaco's two workers into scripts, as they are
// released: minified, React for production.
func bundlePeers(dir string) error {
	const monaco = "node_modules/monaco-editor/esm/vs/"
	for _, page := range []struct {
		name, html string
		entries    []api.EntryPoint
	}{
		{"jsonjoy", "index.html", []api.EntryPoint{
			{InputPath: "app.jsx", OutputPath: "assets/app"},
			{InputPath: monaco + "editor/editor.worker.js", OutputPath: "assets/editor.worker"},
			{InputPath: monaco + "language/json/json.worker.js", OutputPath: "assets/json.worker"},
		}},
		{"openai", "accumulator.html", []api.EntryPoint{{InputPath: "accumulator.js", OutputPath: "assets/accumulator"}}},
	} {
		dist := filepath.Join(dir, "dist", page.name)
		if err := bundle(dir, dist, page.entries); err != nil {
			return err
		}
		html, err := os.ReadFile(filepath.Join(dir, page.html))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dist, "index.html"), html, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func bundle(dir, dist string, entries []api.EntryPoint) error {
	result := api.Build(api.BuildOptions{
		AbsWorkingDir:       dir,
		EntryPointsAdvanced: entries,
		Outdir:              dist,
		Bundle:              true,
		Write:               true,
		Format:              api.FormatIIFE,
		Target:              api.ES2022,
		JSX:                 api.JSXAutomatic,
		Define:              map[string]string{"process.env.NODE_ENV": `"production"`},
		Loader:              map[string]api.Loader{".ttf": api.LoaderDataURL},
		MinifySyntax:        true,
		MinifyWhitespace:    true,
		MinifyIdentifiers:   true,
		LogLevel:            api.LogLevelError,
	})
	if len(result.Errors) > 0 {
		return fmt.Errorf("bench: a peer's page: %s", result.Errors[0].Text)
	}
	return nil
}
