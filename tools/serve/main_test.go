package main

import (
	"bufio"
	"debug/elf"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func TestListen(t *testing.T) {
	first, err := listen("")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := listen("")
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if first.Addr().String() == second.Addr().String() || !loopback(first.Addr()) {
		t.Errorf("listening on %s and %s", first.Addr(), second.Addr())
	}
	for address, want := range map[string]bool{"127.0.0.1": true, "::1": true, "0.0.0.0": false, "192.0.2.1": false} {
		if got := loopback(&net.TCPAddr{IP: net.ParseIP(address)}); got != want {
			t.Errorf("%s is this machine's alone: %v", address, got)
		}
	}
}

const token = "sixteen-or-more-characters"

// environment reads lines of "NAME=value".
func environment(lines ...string) func(string) string {
	return func(name string) string {
		for _, l := range lines {
			if value, ok := strings.CutPrefix(l, name+"="); ok {
				return value
			}
		}
		return ""
	}
}

func TestFlags(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return "@" + path
	}
	hosts, secret, empty := write("hosts", "a.example # the first\nb.example:81\n"), write("token", token+"\n"), write("empty", "\n")
	for _, test := range []struct {
		args, env []string
		want      string // or an error's part
	}{
		{nil, nil, "off"},
		{nil, []string{"RELAY=0", "RELAY_HOSTS=a.example"}, "off"},
		{nil, []string{"RELAY=1"}, "on"},
		{nil, []string{"RELAY=1", "RELAY_HOSTS=a.example,b.example:81", "RELAY_TOKEN=" + token}, "on a.example:443 b.example:81 " + token},
		{[]string{"-relay=false"}, []string{"RELAY=1"}, "off"},
		{[]string{"-relay"}, []string{"RELAY=0"}, "on"},
		{[]string{"-relay", "-relay-hosts", hosts, "-token", secret}, []string{"RELAY_HOSTS=c.example"}, "on a.example:443 b.example:81 " + token},
		{[]string{"-relay", "-token", token, "-origin", "https://tools.example:8443"}, nil, "on " + token + " https://tools.example:8443"},
		{nil, []string{"RELAY=yes"}, "RELAY is 1 or 0"},
		{[]string{"-relay", "-relay-hosts", "https://a.example"}, nil, "list the host alone"},
		{[]string{"-relay", "-relay-hosts", "@" + folder + "/none"}, nil, "no such file"},
		{[]string{"-relay", "-token", "short"}, nil, "16 ASCII"},
		{[]string{"-relay", "-token", token + " " + token}, nil, "16 ASCII"},
		{[]string{"-relay", "-token", empty}, nil, "16 ASCII"},
		{[]string{"-relay", "-origin", "https://tools.example"}, nil, "give the relay a -token"},
		{[]string{"-relay", "-token", token, "-origin", "https://tools.example/"}, nil, "without a path"},
		{[]string{"-relay", "-token", token, "-origin", "tools.example"}, nil, "without a path"},
		{[]string{"relay"}, nil, "is no flag"},
	} {
		w, err := parse(test.args, environment(test.env...))
		got := []string{map[bool]string{true: "on", false: "off"}[w.relay]}
		for _, h := range w.hosts {
			got = append(got, h.String())
		}
		text := strings.TrimSpace(strings.Join(append(got, w.token, w.origin), " "))
		if err != nil {
			text = err.Error()
			if strings.Contains(text, token) {
				t.Errorf("an error holds the token: %s", text)
			}
			if !strings.Contains(text, test.want) {
				t.Errorf("%q %q: %v, want %s", test.args, test.env, err, test.want)
			}
		} else if strings.Join(strings.Fields(text), " ") != test.want {
			t.Errorf("%q %q: %s, want %s", test.args, test.env, text, test.want)
		}
	}
}

// siteFolder is a built site of one page.
func siteFolder(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "index.html"), []byte("page"), 0o644); err != nil {
		t.Fatal(err)
	}
	return folder
}

// TestOffers says what is offered on which address: the relay only if asked for,
// and to others only with a token; the rehearsal to this machine only.
func TestOffers(t *testing.T) {
	site := siteFolder(t)
	for _, test := range []struct {
		args, address        string
		relay, rehearsal     int // the status of asking for them
		refused, notAnnouced string
	}{
		{"", "127.0.0.1", 404, 200, "", "relay"},
		{"-relay", "127.0.0.1", 200, 200, "", "token"},
		{"-relay", "::1", 200, 200, "", "token"},
		{"-relay -token " + token, "127.0.0.1", 401, 404, "", token},
		{"", "192.0.2.1", 404, 404, "", "relay"},
		{"-relay", "192.0.2.1", 0, 0, "-token", ""},
		{"-relay", "0.0.0.0", 0, 0, "-token", ""},
		{"-relay -token " + token, "0.0.0.0", 401, 404, "", token},
	} {
		w, err := parse(append(strings.Fields(test.args), "-dir", site), environment())
		if err != nil {
			t.Fatal(err)
		}
		addr := &net.TCPAddr{IP: net.ParseIP(test.address), Port: 8000}
		handler, err := newHandler(w, addr, io.Discard)
		if test.refused != "" {
			if err == nil || !strings.Contains(err.Error(), test.refused) {
				t.Errorf("%s at %s: %v", test.args, test.address, err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		announce(&said, w, addr)
		if text := said.String(); test.notAnnouced != "" && strings.Contains(text, test.notAnnouced) {
			t.Errorf("%s at %s announces\n%s", test.args, test.address, text)
		}
		relay, rehearsal := ask(handler, "/relay"), ask(handler, "/rehearsal/v1/models")
		if relay != test.relay || rehearsal != test.rehearsal {
			t.Errorf("%s at %s: the relay answers %d, the rehearsal %d", test.args, test.address, relay, rehearsal)
		}
	}
}

// ask is the status that the page on this machine gets.
func ask(handler http.Handler, path string) int {
	req := httptest.NewRequest(http.MethodGet, "http://127.0.0.1:8000"+path, nil)
	req.Header.Set("Sec-Fetch-Site", "same-origin")
	req.Header.Set("Toolyard-Relay", "ask")
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, req)
	return recorder.Code
}

// TestBinary builds the one that a team hosts, and has it do all three: the site,
// the rehearsal and the relay. The relay's upstream is the rehearsal.
func TestBinary(t *testing.T) {
	binary := filepath.Join(t.TempDir(), "toolyard")
	build := exec.Command("go", "build", "-o", binary, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	checkStatic(t, binary)
	upstream := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.URL.Path) }))
	defer upstream.Close()
	address := upstream.Listener.Addr().String()
	command := exec.Command(binary, "-dir", siteFolder(t))
	command.Env = []string{"RELAY=1", "RELAY_HOSTS=" + address}
	var logged strings.Builder
	command.Stderr = &logged
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	first, _ := bufio.NewReader(out).ReadString('\n')
	url := regexp.MustCompile(`http://\S+`).FindString(first)
	var offer struct {
		Hosts []string
		Token string
	}
	if err := json.Unmarshal([]byte(fetch(t, "GET", url+"relay", "Toolyard-Relay: ask")), &offer); err != nil || !slices.Equal(offer.Hosts, []string{address}) {
		t.Errorf("offered %v, %v", offer, err)
	}
	if got := fetch(t, "GET", url); got != "page" {
		t.Errorf("the site is %q", got)
	}
	if got := fetch(t, "GET", url+"rehearsal/v1/models"); !strings.Contains(got, `"parallel-calls"`) {
		t.Errorf("the rehearsal has %q", got)
	}
	got := fetch(t, "POST", url+"relay", "Origin: "+strings.TrimSuffix(url, "/"), "Toolyard-Relay-To: "+upstream.URL+"/v1/models",
		"Toolyard-Relay-Method: GET", "Toolyard-Relay-Token: "+offer.Token, "Authorization: not a key")
	if got != "/v1/models" {
		t.Errorf("relayed, the models are %q", got)
	}
	command.Process.Kill()
	command.Wait()
	if want := "relay: GET " + address + " 200\n"; logged.String() != want {
		t.Errorf("logged %q, want %q", logged.String(), want)
	}
}

// fetch is a body, asked for as the page does; headers are "Name: value".
func fetch(t *testing.T, method, url string, headers ...string) string {
	t.Helper()
	req, err := http.NewRequest(method, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range append(headers, "Sec-Fetch-Site: same-origin") {
		name, value, _ := strings.Cut(h, ": ")
		req.Header.Set(name, value)
	}
	response, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, _ := io.ReadAll(response.Body)
	return string(body)
}

// checkStatic wants a binary that loads nothing: it runs in an empty container.
func checkStatic(t *testing.T, binary string) {
	t.Helper()
	if runtime.GOOS != "linux" {
		return
	}
	f, err := elf.Open(binary)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, p := range f.Progs {
		if p.Type == elf.PT_INTERP {
			t.Error("the binary wants a loader")
		}
	}
}
