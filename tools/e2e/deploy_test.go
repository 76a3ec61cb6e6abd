package e2e

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/brotli"
	"github.com/chromedp/chromedp"

	"toolyard/tools/site/policy"
)

// This file tries what docs/deploy.md says, with the very files of docs/deploy.

// published is a folder with the site as it is released: compressed forms lie
// beside what is large, and the worker keeps it. Compressing well takes minutes,
// and no host sees a difference.
func published(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	files := release(t, builtFolder(t)).(fstest.MapFS)
	page := string(files["index.html"].Data)
	files["index.html"].Data = []byte(strings.Replace(page, `data-gzip="false"`, `data-gzip="true"`, 1))
	for name, file := range files {
		write(t, filepath.Join(dir, name), file.Data)
		switch filepath.Ext(name) {
		case ".wasm", ".js", ".css", ".html", ".svg", ".webmanifest":
			var gz, br bytes.Buffer
			z := gzip.NewWriter(&gz)
			z.Write(file.Data)
			z.Close()
			b := brotli.NewWriterLevel(&br, 1)
			b.Write(file.Data)
			b.Close()
			write(t, filepath.Join(dir, name+".gz"), gz.Bytes())
			write(t, filepath.Join(dir, name+".br"), br.Bytes())
		}
	}
	return dir
}

func write(t *testing.T, file string, content []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

// promise is what a host keeps of what tools/serve does.
type promise struct {
	encoding string // of the program, for a browser that takes all of them
	headers  bool   // the policy and the times to keep
}

// try opens a published site, plays the main loop, and goes offline.
func try(t *testing.T, address string, want promise) {
	t.Helper()
	wasm := filepath.Base(assetOf(t, builtFolder(t), "app.", ".wasm"))
	program := get(t, address+"assets/"+wasm)
	if got := program.Header.Get("Content-Type"); got != "application/wasm" {
		t.Errorf("the program is said to be %q", got)
	}
	if got := program.Header.Get("Content-Encoding"); got != want.encoding {
		t.Errorf("the program is sent in %q, want %q", got, want.encoding)
	}
	manifest := get(t, address+"manifest.webmanifest")
	if got := manifest.Header.Get("Content-Type"); want.headers && got != "application/manifest+json" {
		t.Errorf("the manifest is said to be %q", got)
	}
	if want.headers {
		page := get(t, address)
		for _, h := range policy.Security {
			unframed := h.Value == policy.Content && page.Header.Get(h.Name) == policy.Unframed // where the server reads queries
			if got := page.Header.Values(h.Name); len(got) != 1 || got[0] != h.Value && !unframed {
				t.Errorf("%s is sent as %q, want %q", h.Name, got, h.Value)
			}
		}
		for name, answer := range map[string]*http.Response{"": page, "assets/" + wasm: program, "sw.js": get(t, address+"sw.js")} {
			if got := answer.Header.Values("Cache-Control"); len(got) != 1 || got[0] != policy.Cache(name) {
				t.Errorf("%q may be kept as %q, want %q", name, got, policy.Cache(name))
			}
		}
	}
	p, err := theBrowser(t).Open(address, Opening{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	enactOn(t, p, "press send", "wait waiting")
	js[bool](t, p, `navigator.serviceWorker.ready.then((r) => new Promise((done) => {
		const look = () => r.active.state === "activated" ? done(true) : setTimeout(look, 20);
		look();
	}))`)
	run(t, p, chromedp.ActionFunc(offline))
	if err := p.Reload(); err != nil {
		t.Fatal("offline: ", err)
	}
	enactOn(t, p, "shows app[run=waiting]")
	faultless(t, p)
}

// get asks as a browser does, and leaves the body compressed.
func get(t *testing.T, address string) *http.Response {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Accept-Encoding", "gzip, deflate, br, zstd")
	answer, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		t.Fatalf("%s answers %s", address, answer.Status)
	}
	return answer
}

func assetOf(t *testing.T, dir, stem, ext string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "assets", stem+"*"+ext))
	if err != nil || len(found) != 1 {
		t.Fatalf("%s*%s: %v, %v", stem, ext, found, err)
	}
	return found[0]
}

// server is a program that must be installed: where it is not, the test says so
// and is left out, but not on CI.
func server(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err == nil {
		return path
	}
	if os.Getenv("CI") != "" {
		t.Fatalf("install %s: %v", name, err)
	}
	t.Skipf("%s is not installed (Debian: apt-get install %s); docs/deploy.md was not tried with it", name, name)
	return ""
}

// start runs a server until the test ends, and waits until it answers.
func start(t *testing.T, address string, command *exec.Cmd) {
	t.Helper()
	var said bytes.Buffer
	command.Stdout, command.Stderr = &said, &said
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { command.Process.Kill(); command.Wait() })
	err := eventually(func() error {
		answer, err := http.Get(address)
		if err == nil {
			answer.Body.Close()
		}
		return err
	})
	if err != nil {
		t.Fatalf("%v\n%s", err, said.String())
	}
}

// example is a file of docs/deploy, with replacements of which each must be there.
func example(t *testing.T, name string, replace ...string) string {
	t.Helper()
	content, err := os.ReadFile("../../docs/deploy/" + name)
	if err != nil {
		t.Fatal(err)
	}
	text := string(content)
	for i := 0; i < len(replace); i += 2 {
		if !strings.Contains(text, replace[i]) {
			t.Fatalf("docs/deploy/%s has no %q", name, replace[i])
		}
		text = strings.ReplaceAll(text, replace[i], replace[i+1])
	}
	return text
}

func TestDeployNginx(t *testing.T) {
	t.Parallel()
	nginx, site, dir := server(t, "nginx"), published(t), t.TempDir()
	at := freePort(t)
	want, load := promise{"br", true}, "load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;\n"
	conf := example(t, "nginx.conf", "listen 80;", "listen "+at+";", "/srv/toolyard", site)
	if _, err := os.Stat("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"); errors.Is(err, fs.ErrNotExist) {
		want.encoding, load, conf = "gzip", "", strings.Replace(conf, "brotli_static on;", "", 1)
	}
	write(t, filepath.Join(dir, "nginx.conf"), []byte(load+"pid "+dir+"/pid;\nerror_log stderr;\ndaemon off;\nmaster_process off;\nevents {}\nhttp {\naccess_log off;\n"+
		"client_body_temp_path "+dir+"/body;\nproxy_temp_path "+dir+"/proxy;\nfastcgi_temp_path "+dir+"/fast;\nuwsgi_temp_path "+dir+"/uwsgi;\nscgi_temp_path "+dir+"/scgi;\n"+
		"include /etc/nginx/mime.types;\n"+conf+"}\n"))
	start(t, "http://"+at, exec.Command(nginx, "-p", dir, "-c", filepath.Join(dir, "nginx.conf")))
	try(t, "http://"+at+"/", want)
}

func TestDeployCaddy(t *testing.T) {
	t.Parallel()
	caddy, site, dir := server(t, "caddy"), published(t), t.TempDir()
	at := freePort(t)
	_, port, _ := net.SplitHostPort(at)
	conf := example(t, "Caddyfile", ":80 {", "http://127.0.0.1:"+port+" {", "/srv/toolyard", site)
	write(t, filepath.Join(dir, "Caddyfile"), []byte("{\n\tadmin off\n\tauto_https off\n}\n"+conf))
	command := exec.Command(caddy, "run", "--adapter", "caddyfile", "--config", filepath.Join(dir, "Caddyfile"))
	command.Env = append(os.Environ(), "HOME="+dir, "XDG_DATA_HOME="+dir, "XDG_CONFIG_HOME="+dir)
	start(t, "http://"+at, command)
	try(t, "http://"+at+"/", promise{"br", true})
}

// TestDeployPages is a host like GitHub Pages: below a path, gzip made on the
// way, ten minutes to keep, no header of ours.
func TestDeployPages(t *testing.T) {
	t.Parallel()
	files := http.StripPrefix("/toolyard/", http.FileServer(http.Dir(published(t))))
	pages := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "max-age=600")
		if !strings.HasPrefix(r.URL.Path, "/toolyard/") {
			http.NotFound(w, r)
			return
		}
		if strings.HasSuffix(r.URL.Path, ".gz") || !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			files.ServeHTTP(w, r)
			return
		}
		recorder := httptest.NewRecorder()
		r.Header.Del("Range")
		files.ServeHTTP(recorder, r)
		for name, values := range recorder.Header() {
			w.Header()[name] = values
		}
		w.Header().Del("Content-Length")
		w.Header().Set("Content-Encoding", "gzip")
		w.WriteHeader(recorder.Code)
		z := gzip.NewWriter(w)
		z.Write(recorder.Body.Bytes())
		z.Close()
	}))
	t.Cleanup(pages.Close)
	try(t, pages.URL+"/toolyard/", promise{"gzip", false})
}

// TestDeployStore puts the site into a store as docs/deploy/s3.sh does: files with
// the headers that were put beside each.
func TestDeployStore(t *testing.T) {
	t.Parallel()
	store, site := t.TempDir(), published(t)
	put := filepath.Join(store, "put")
	write(t, put, []byte("#!/bin/sh\nmkdir -p \"$(dirname \"$2\")\" && cp \"$1\" \"$2\" && shift && to=\"$1\" && shift && printf '%s\\n' \"$@\" > \"$to.headers\"\n"))
	if err := os.Chmod(put, 0o755); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("bash", "../../docs/deploy/s3.sh", store+"/bucket", site)
	command.Env = append(os.Environ(), "S3_PUT="+put)
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	bucket := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimSuffix(r.URL.Path, "/")
		if strings.HasSuffix(r.URL.Path, "/") {
			name += "/index.html" // the store's website mode
		}
		headers, err := os.ReadFile(filepath.Join(store, "bucket", name+".headers"))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		lines := strings.Split(strings.TrimSpace(string(headers)), "\n")
		for i := 0; i+1 < len(lines); i += 2 {
			w.Header().Set(strings.TrimPrefix(lines[i], "--"), lines[i+1])
		}
		content, _ := os.ReadFile(filepath.Join(store, "bucket", name))
		w.Write(content)
	}))
	t.Cleanup(bucket.Close)
	try(t, bucket.URL+"/", promise{"gzip", false})
}

// TestDeployPlain is the least that a host can be: files, and nothing else.
func TestDeployPlain(t *testing.T) {
	t.Parallel()
	plain := httptest.NewServer(http.FileServer(http.Dir(published(t))))
	t.Cleanup(plain.Close)
	try(t, plain.URL+"/", promise{"", false})
}

// TestDeployServe is tools/serve as one binary.
func TestDeployServe(t *testing.T) {
	t.Parallel()
	binary, at := filepath.Join(t.TempDir(), "serve"), freePort(t)
	if out, err := exec.Command("go", "build", "-o", binary, "../serve").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	start(t, "http://"+at, exec.Command(binary, "-quiet", "-addr", at, "-dir", published(t), "-base", "/tools/yard/"))
	try(t, "http://"+at+"/tools/yard/", promise{"br", true})
}

// TestDeployIsDocumented holds docs/deploy.md to naming every example.
func TestDeployIsDocumented(t *testing.T) {
	text, err := os.ReadFile("../../docs/deploy.md")
	if err != nil {
		t.Fatal(err)
	}
	examples, _ := filepath.Glob("../../docs/deploy/*")
	for _, file := range examples {
		if !bytes.Contains(text, []byte("(deploy/"+filepath.Base(file)+")")) {
			t.Errorf("docs/deploy.md does not link to deploy/%s", filepath.Base(file))
		}
	}
	container := example(t, "Containerfile")
	if !regexp.MustCompile(`(?m)^RUN make site$`).MatchString(container) {
		t.Error("the container builds no site")
	}
}

func freePort(t *testing.T) string {
	t.Helper()
	at, err := closedPort()
	if err != nil {
		t.Fatal(err)
	}
	return at
}
