package doctor

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// world answers probes: by kind, or by kind and header name.
type world map[string]Result

var (
	nothing = Result{Outcome: Nothing, Took: time.Millisecond}
	late    = Result{Outcome: Late, Took: Limit}
	opaque  = Result{Outcome: Opaque}
	list    = Result{Outcome: Answer, Status: 200, ContentType: "application/json"}
	guarded = Result{Outcome: Answer, Status: 401, ContentType: "application/json"}
	missing = Result{Outcome: Answer, Status: 404, ContentType: "text/plain", Text: "404 page not found"}
	page    = Result{Outcome: Answer, Status: 200, ContentType: "text/html", Text: "<html><title> Sign in </title>"}
)

// browser is what the browser says of itself.
type browser struct {
	online, secure bool
	permission     string
}

func (w world) examine(t *testing.T, f Facts, b browser) (Diagnosis, Facts) {
	t.Helper()
	for range 20 {
		p, ok := Next(f)
		if !ok {
			return Diagnose(f), f
		}
		if p.URL != "" && !strings.HasPrefix(p.URL, originOf(f.Target())+"/") || strings.Contains(p.URL, "?") {
			t.Errorf("%s leaves the endpoint's origin, or carries a query: %s", p.Kind, p.URL)
		}
		r := w[p.Kind]
		for _, name := range p.Headers {
			if named, ok := w[p.Kind+" "+name]; ok {
				r = named
			}
		}
		if p.Kind == Path {
			r = missing
			if found, ok := w[p.Path()]; ok {
				r = found
			}
		}
		r.Online, r.Secure, r.Permission = b.online, b.secure, b.permission
		f = f.With(p, r)
	}
	t.Fatal("the examination does not end")
	return Diagnosis{}, f
}

var (
	up      = browser{true, true, ""}
	headers = []string{"Authorization", "Content-Type"}
)

const public, local = "https://toolyard.example/app/", "http://127.0.0.1:8000/"

// causes are what a browser shows of each cause.
var causes = []struct {
	page, url string
	browser   browser
	world     world
	want      string
}{
	{public, "https://api.llm.com/v1/chat/completions", browser{false, true, ""}, nil, Offline},
	{public, "http://localhost:1/v1/chat/completions", browser{false, true, "prompt"}, world{Models: nothing, Reach: opaque, Options: nothing}, CORSNone},
	{public, "http://api.llm.com/v1/chat/completions", up, world{Models: nothing, Reach: nothing}, Mixed},
	{public, "http://10.0.0.7:8000/v1/chat/completions", up, world{Models: nothing, Reach: nothing}, Mixed},
	{public, "http://10.0.0.7:8000/v1/chat/completions", browser{true, true, "denied"}, world{Models: nothing, Reach: nothing}, LocalDenied},
	{public, "http://nas.local:8000/v1/chat/completions", browser{true, true, "prompt"}, world{Models: late}, LocalPrompt},
	{public, "http://[::1]:11434/v1/chat/completions", browser{true, true, "prompt"}, world{Models: nothing, Reach: nothing}, LocalPrompt},
	{public, "http://127.0.0.1:8000/v1/chat/completions", browser{true, true, "granted"}, world{Models: nothing, Reach: nothing}, Closed},
	{public, "http://127.0.0.1:8000/v1/chat/completions", up, world{Models: nothing, Reach: nothing}, Closed},
	{"http://toolyard.example/", "http://192.168.1.2/v1/chat/completions", browser{true, false, "denied"}, world{Models: nothing, Reach: nothing}, LocalInsecure},
	{local, "http://127.0.0.1:6000/v1/chat/completions", up, world{Models: nothing, Reach: nothing}, Port},
	{local, "http://127.0.0.1:8000/v1/chat/completions", browser{true, true, "prompt"}, world{Models: nothing, Reach: nothing}, Closed},
	{local, "https://203.0.113.9/v1/chat/completions", up, world{Models: nothing, Reach: nothing}, Closed},
	{local, "https://api.opanai.com/v1/chat/completions", up, world{Models: nothing, Reach: nothing}, Name},
	{local, "http://ollama:11434/v1/chat/completions", browser{true, true, "prompt"}, world{Models: nothing, Reach: nothing}, Name},
	{local, "https://your-host.example/v1/chat/completions", up, world{Models: nothing, Reach: nothing}, Name},
	{local, "https://api.openai.com/v1/chat/completions", up, world{Models: nothing, Reach: nothing}, Unreachable},
	{local, "https://api.llm.com/v1/chat/completions", up, world{Models: late}, Timeout},
	{local, "https://api.llm.com/v1/chat/completions", up, world{Models: nothing, Reach: late}, Timeout},
	{local, "http://api.llm.com/v1/chat/completions", up, world{Models: {Outcome: Redirect}}, Redirected},
	{local, "https://api.llm.com/v1/chat/completions", up, world{Models: nothing, Reach: opaque, Options: nothing}, CORSNone},
	{local, "https://api.llm.com/v1/chat/completions", up, world{Models: nothing, Reach: opaque, Options: {Outcome: Answer, Status: 204}}, CORSErrors},
	{local, "https://api.llm.com/v1/chat/completions", up, world{Models: list, Headers: nothing, "header Authorization": nothing, "header Content-Type": list}, CORSHeader},
	{local, "https://api.llm.com/v1/chat/completions", up, world{Models: list, Headers: nothing, Header: nothing}, CORSPreflight},
	{local, "https://api.llm.com/v1/chat/completions", up, world{Models: list, Headers: nothing, Header: list}, CORSPreflight},
	{local, "https://api.llm.com/v1/chat/completions", up, world{Models: list, Headers: guarded, Completions: nothing}, CORSPath},
	{local, "https://api.llm.com/v1/chat/completions", up, world{Models: page, Headers: page, Completions: page}, HTMLPage},
	{local, "https://api.llm.com/v1/chat/completions", up, world{Models: list, Headers: list, Completions: page}, HTMLPage},
	{local, "https://api.llm.com/chat/completions", up, world{Models: missing, Headers: missing, Completions: missing, "/v1/models": guarded}, WrongPath},
	{local, "https://api.llm.com/v1/chat/completions", up, world{Models: guarded, Headers: guarded, Completions: missing}, Passing},
}

// TestDiagnoses holds every diagnosis against what a browser shows of its cause.
func TestDiagnoses(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range causes {
		d, f := c.world.examine(t, Facts{Page: c.page, URL: c.url, Headers: headers}, c.browser)
		if d.ID != c.want {
			t.Errorf("%s from %s: %s, want %s", c.url, c.page, d.ID, c.want)
		}
		seen[d.ID] = true
		for _, r := range Remedies(d, f) {
			if strings.ContainsAny(r.Text, "{}") && r.ID != Nginx && r.ID != Caddy && r.ID != OneAPI {
				t.Errorf("%s: something is not filled in: %s", r.ID, r.Text)
			}
		}
	}
	answered := Facts{Page: local, URL: "https://api.llm.com/v1/chat/completions", Headers: headers, Status: 404}
	if d, _ := (world{Models: list}).examine(t, answered, up); d.ID != NoCompletions {
		t.Errorf("a list of models alone: %s", d.ID)
	} else {
		seen[d.ID] = true
	}
	if d, _ := (world{Models: nothing, Reach: nothing}).examine(t, answered, up); d.ID != WrongPath {
		t.Errorf("an answer that was read, and nothing else: %s", d.ID)
	}
	for _, id := range IDs {
		if !seen[id] {
			t.Errorf("no case of %s", id)
		}
	}
}

// TestDetails reads what a diagnosis concerns.
func TestDetails(t *testing.T) {
	f := Facts{Page: "https://toolyard.example/", URL: "https://api.llm.com/chat/completions?key=secret", Headers: headers}
	d, _ := world{Models: list, Headers: nothing, "header Authorization": nothing, "header Content-Type": list}.examine(t, f, up)
	if !slices.Equal(d.Names, []string{"Authorization"}) {
		t.Errorf("refused: %v", d.Names)
	}
	d, f = world{Models: missing, Headers: missing, Completions: missing, "/api/v1/models": guarded}.examine(t, f, up)
	if d.Base != "https://api.llm.com/api/v1" {
		t.Errorf("found: %q", d.Base)
	}
	if r := Remedies(d, f); len(r) == 0 || r[0].ID != UseBase || r[0].Text != d.Base {
		t.Errorf("remedies: %v", r)
	}
	d, _ = world{Models: page}.examine(t, Facts{Page: f.Page, URL: f.URL, Status: 200, HTML: true}, up)
	if d.ID != HTMLPage || d.Title != "Sign in" {
		t.Errorf("page: %v", d)
	}
	f.URL, f.Tried = "https://api.deepseak.com/chat/completions", nil
	d, f = world{Models: nothing, Reach: nothing}.examine(t, f, up)
	if d.Meant != "api.deepseek.com" && d.Meant != "" {
		t.Errorf("meant: %q", d.Meant)
	}
}

// TestRemediesAreWhole reads the lines of the servers that people run.
func TestRemediesAreWhole(t *testing.T) {
	f := Facts{Page: "https://toolyard.example/app/", URL: "http://localhost:11434/v1/chat/completions", Headers: headers}
	all := Remedies(Diagnosis{ID: CORSNone}, f)
	if all[0].ID != Ollama || !all[0].Guessed || all[0].Platform != "macOS" {
		t.Errorf("the likeliest is %v", all[0])
	}
	for _, want := range []string{
		`launchctl setenv OLLAMA_ORIGINS "https://toolyard.example"`, `Environment="OLLAMA_ORIGINS=https://toolyard.example"`,
		`setx OLLAMA_ORIGINS "https://toolyard.example"`, "lms server start --cors", "--cors-origins https://toolyard.example",
		`--allowed-origins '["https://toolyard.example"]'`, `add_header Access-Control-Allow-Origin "https://toolyard.example" always;`,
		`Access-Control-Allow-Headers "authorization, content-type"`, "location /v1/ {", "localhost:11434 {", "RELAY=1 RELAY_HOSTS=private:localhost:11434 make run",
	} {
		if !slices.ContainsFunc(all, func(r Remedy) bool { return strings.Contains(r.Text, want) }) {
			t.Errorf("no remedy says %s", want)
		}
	}
	for _, way := range ways {
		id := way[0]
		for _, r := range Remedies(Diagnosis{ID: id, Base: "https://x/v1", Meant: "x"}, f) {
			if !slices.Contains(RemedyIDs, r.ID) {
				t.Errorf("%s has an unknown remedy %s", id, r.ID)
			}
		}
	}
}

// TestRemediesAreHarmless: a link may bring a base URL that someone wrote to be
// pasted into a terminal.
func TestRemediesAreHarmless(t *testing.T) {
	for _, address := range []string{"https://$(reboot)/v1", "https://x/';reboot;'/v1", "https://x/`reboot`/v1", "https://x/a;b}/v1", "https://x;y/v1"} {
		f := Facts{Page: "https://toolyard.example/", URL: address + "/chat/completions", Headers: headers}
		for _, id := range IDs {
			for _, r := range Remedies(Diagnosis{ID: id}, f) {
				if r.ID == UseHTTP || r.ID == UseHTTPS {
					continue // a base URL, which is typed and not pasted into a shell
				}
				for _, bad := range []string{"$(reboot", ";reboot", "`", "a;b", "x;y"} {
					if strings.Contains(r.Text, bad) {
						t.Errorf("%s of %s passes on %q: %s", r.ID, id, bad, r.Text)
					}
				}
			}
		}
	}
}

func TestSpaces(t *testing.T) {
	for host, want := range map[string]Space{
		"localhost": Loopback, "LOCALHOST.": Loopback, "api.localhost": Loopback, "127.8.9.1": Loopback, "::1": Loopback, "0.0.0.0": Loopback,
		"::ffff:127.0.0.1": Loopback, "10.1.2.3": Local, "172.16.0.1": Local, "192.168.1.1": Local, "169.254.1.1": Local, "fd00::1": Local,
		"nas.local": Local, "llm.acme.internal": Local, "nas": Local, "172.32.0.1": Public, "8.8.8.8": Public, "2001:db8::1": Public,
		"api.openai.com": Public, "local.example.com": Public,
	} {
		if got := spaceOf(host); got != want {
			t.Errorf("%s: %d, want %d", host, got, want)
		}
	}
}
