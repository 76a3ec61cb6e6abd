package provider

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"

	"toolyard/app/chat"
)

// hard are texts that a shell, a heredoc or curl could read in another way.
var hard = []string{
	"plain", "it's \"quoted\" `id` $(id) $HOME ${HOME} !! \\n \\ %s", "第 1 行\nJSON\n第 3 行\u2028", "\nJSON_\n@file\n<<'JSON'\n",
	strings.Repeat("JSON\n", 3) + "'", "tab\tand\x00nul, 🙂, \ufeff",
}

func TestCurl(t *testing.T) {
	r, err := ChatTools.Request(full(ChatTools))
	if err != nil {
		t.Fatal(err)
	}
	a := readArchive(t, "testdata/curl.txtar")
	a.golden(t, "completion.sh", r.Curl())
	models, _ := ModelsRequest(Endpoint{BaseURL: "http://[::1]:11434/v1?a=[1]'", Auth: AuthXAPIKey}, testKey)
	a.golden(t, "models.sh", models.Curl())
	kept := Request{Method: "POST", URL: "https://a.example/v1", Header: []Header{{Name: "Authorization", Prefix: "Bearer " + mask}}, Body: "JSON\nJSON_"}
	a.golden(t, "kept.sh", kept.Curl())
	a.golden(t, "odd.sh", Request{Method: "PUT", URL: "https://a.example", Header: []Header{{Name: "x-'a", Prefix: "\"$HOME`\\ ", Secret: testKey}}}.Curl())
	if *update {
		a.write(t, "testdata/curl.txtar")
	}
	for _, name := range a.names {
		if strings.Contains(a.files[name], testKey.Reveal()) || strings.Contains(a.files[name], mask) {
			t.Errorf("a key in %s", a.files[name])
		}
		shell(t, a.files[name], "-n")
	}
}

// TestCurlSendsTheSameBytes runs the command and holds what arrives against
// what the request says.
func TestCurlSendsTheSameBytes(t *testing.T) {
	if _, err := exec.LookPath("curl"); err != nil {
		t.Skip("no curl: no command was run")
	}
	var got Request
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		got = Request{Method: r.Method, URL: r.URL.RequestURI(), Body: string(body)}
		for _, name := range []string{"Content-Type", "Authorization", "x-api-key"} {
			if v := r.Header.Get(name); v != "" {
				got.Header = append(got.Header, Header{Name: name, Prefix: v})
			}
		}
		io.WriteString(w, "answer")
	}))
	defer server.Close()
	for _, text := range hard {
		c := full(ChatTools)
		c.Endpoint.BaseURL = server.URL + "/v1?q=[a]{b}'$HOME"
		c.Messages = []chat.Message{chat.User{Text: text}}
		r, err := ChatTools.Request(c)
		if err != nil {
			t.Fatal(err)
		}
		check(t, "answer", shell(t, r.Curl()), "answer")
		check(t, "body", got.Body, r.Body+"\n")
		check(t, "method", got.Method, "POST")
		check(t, "address", got.URL, strings.TrimPrefix(r.URL, server.URL))
		check(t, "type", got.Header[0].Prefix, "application/json")
		check(t, "key", got.Header[1].Prefix, "Bearer the key's $HOME")
		raw := Request{Method: "POST", URL: server.URL, Header: []Header{{Name: "x-api-key", Prefix: "a'\"$HOME`b\\", Secret: testKey}}, Body: text}
		if !strings.Contains(text, "\x00") { // no shell can pass it on; JSON escapes it
			shell(t, raw.Curl())
			check(t, "raw body", got.Body, text+"\n")
			check(t, "odd header", got.Header[len(got.Header)-1].Prefix, "a'\"$HOME`b\\the key's $HOME")
		}
	}
	models, err := ModelsRequest(Endpoint{BaseURL: server.URL, Auth: AuthXAPIKey}, testKey)
	if err != nil {
		t.Fatal(err)
	}
	shell(t, models.Curl())
	check(t, "models", got.Method+" "+got.URL+got.Body, "GET /v1/models")
}

// shell runs a script with a key in its environment.
func shell(t *testing.T, script string, flags ...string) string {
	t.Helper()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash: no command was read")
	}
	command := exec.Command(bash, flags...)
	command.Stdin = strings.NewReader(script)
	if len(flags) == 0 {
		file := t.TempDir() + "/script"
		if err := os.WriteFile(file, []byte(script), 0o600); err != nil {
			t.Fatal(err)
		}
		command = exec.Command(bash, file)
	}
	command.Env = append(os.Environ(), "API_KEY=the key's $HOME", "no_proxy=*")
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s\n%s", err, out, script)
	}
	return string(out)
}
