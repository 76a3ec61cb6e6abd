package relay

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// notAKey stands for the person's key. It must be in no log and in no answer
// of the relay's own.
const notAKey = "not-a-key-but-as-secret"

// stage is a relay on a server of its own, and what it logged.
type stage struct {
	*httptest.Server
	logged *lines
	token  string
}

// lines is a log that a test reads while it is written.
type lines struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// brisk are timeouts that a test can wait for; calm ones never end where a
// machine is merely busy.
var (
	brisk = Timeouts{Connect: 2 * time.Second, Body: 10 * time.Second, Header: 300 * time.Millisecond, Idle: 300 * time.Millisecond}
	calm  = Timeouts{Connect: 10 * time.Second, Body: 30 * time.Second, Header: 10 * time.Second, Idle: 10 * time.Second}
)

// newStage starts a relay to the listed hosts. No test logs a key.
func newStage(t testing.TB, list string, o Options) *stage {
	t.Helper()
	var err error
	if o.Hosts, err = ParseHosts(list); err != nil {
		t.Fatal(err)
	}
	s := &stage{logged: &lines{}}
	o.Log = s.logged
	if o.Timeouts == (Timeouts{}) {
		o.Timeouts = calm
	}
	r := New(o)
	mux := http.NewServeMux()
	mux.Handle(Path, r)
	s.Server, s.token = httptest.NewServer(mux), r.token
	t.Cleanup(s.Close)
	t.Cleanup(func() {
		if strings.Contains(s.logged.String(), notAKey) {
			t.Errorf("the log holds a key:\n%s", s.logged)
		}
	})
	return s
}

// asking is the page's question whether there is a relay; edit may be nil.
func (s *stage) asking(edit func(*http.Request)) *http.Request {
	req, _ := http.NewRequest(http.MethodGet, s.URL+Path, nil)
	req.Header.Set("Sec-Fetch-Site", "same-origin")
	req.Header.Set(askHeader, "ask")
	if edit != nil {
		edit(req)
	}
	return req
}

// posting is the page's request for a completion of an upstream; edit may be nil.
func (s *stage) posting(to, body string, edit func(*http.Request)) *http.Request {
	req, _ := http.NewRequest(http.MethodPost, s.URL+Path, strings.NewReader(body))
	for name, value := range map[string]string{
		"Origin": s.URL, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json", "Authorization": "Bearer " + notAKey,
		toHeader: to, methodHeader: "POST", tokenHeader: s.token,
	} {
		req.Header.Set(name, value)
	}
	if edit != nil {
		edit(req)
	}
	return req
}

// answer is what came back, whole.
type answer struct {
	*http.Response
	body    string
	refusal Refusal // its Rule is "" where the upstream answered
}

func do(t testing.TB, req *http.Request) answer {
	t.Helper()
	response, err := plain.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	a := answer{Response: response, body: string(body)}
	if response.Header.Get(answerHeader) != "refused" {
		return a
	}
	var own struct {
		Refusal Refusal `json:"toolyard_relay"`
	}
	if err := json.Unmarshal(body, &own); err != nil || own.Refusal.Rule == "" || own.Refusal.Message == "" {
		t.Fatalf("a refusal without its words: %v in %s", err, body)
	}
	if response.StatusCode/100 != 4 && response.StatusCode != http.StatusBadGateway {
		t.Errorf("a refusal of status %d", response.StatusCode)
	}
	if strings.Contains(a.body, notAKey) {
		t.Errorf("a refusal holds a key: %s", body)
	}
	a.refusal = own.Refusal
	return a
}

// plain is a client that shows what was sent, redirects and encodings too.
var plain = &http.Client{
	Transport:     &http.Transport{DisableCompression: true},
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

// upstream starts a provider; its address is host:port.
func upstream(t testing.TB, handle http.HandlerFunc) (address string) {
	t.Helper()
	server := httptest.NewServer(handle)
	t.Cleanup(server.Close)
	return server.Listener.Addr().String()
}

// untouched starts a provider that nothing may reach.
func untouched(t testing.TB) (address, port string) {
	address = upstream(t, func(_ http.ResponseWriter, r *http.Request) { t.Errorf("%s %s was reached", r.Method, r.URL) })
	_, port, _ = net.SplitHostPort(address)
	return address, port
}

func TestRelaying(t *testing.T) {
	type seen struct {
		method, path, host, body string
	}
	var got seen
	address := upstream(t, func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		got = seen{r.Method, r.URL.RequestURI(), r.Host, string(body)}
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.WriteHeader(http.StatusPaymentRequired)
		fmt.Fprint(w, `{"error":"balance"}`)
	})
	s := newStage(t, address, Options{})
	for _, test := range []struct {
		name, method, path string
		want               seen
	}{
		{"a completion", "POST", "/v1/chat/completions", seen{"POST", "/v1/chat/completions", address, `{"n":1.0}`}},
		{"the models", "GET", "/v1/models?after=%2Fa&b", seen{"GET", "/v1/models?after=%2Fa&b", address, ""}},
		{"an escaped path", "POST", "/a%2Fb//c", seen{"POST", "/a%2Fb//c", address, `{"n":1.0}`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := do(t, s.posting("http://"+address+test.path, `{"n":1.0}`, func(r *http.Request) { r.Header.Set(methodHeader, test.method) }))
			if got != test.want {
				t.Errorf("the upstream saw %v, want %v", got, test.want)
			}
			if a.StatusCode != 402 || a.body != `{"error":"balance"}` || a.Header.Get("Content-Type") != "application/json; charset=utf-8" || a.Header.Get(answerHeader) != "upstream" {
				t.Errorf("the page saw %d %s %v", a.StatusCode, a.body, a.Header)
			}
			if want := "relay: " + test.method + " " + address + " 402\n"; !strings.HasSuffix(s.logged.String(), want) {
				t.Errorf("logged %q, want %q", s.logged, want)
			}
		})
	}
}

func TestOffer(t *testing.T) {
	s := newStage(t, "b.example, private:a.lan:8000 [::1]:11434", Options{})
	a := do(t, s.asking(nil))
	want := fmt.Sprintf(`{"hosts":["b.example:443","a.lan:8000","[::1]:11434"],"token":%q}`, s.token)
	if a.StatusCode != 200 || strings.TrimSpace(a.body) != want || a.Header.Get(answerHeader) != "offered" {
		t.Errorf("offered %d %s", a.StatusCode, a.body)
	}
	if a := do(t, newStage(t, "", Options{}).asking(nil)); !strings.HasPrefix(a.body, `{"hosts":[],`) {
		t.Errorf("with an empty list, offered %s", a.body)
	}
	for name := range a.Header {
		if strings.HasPrefix(name, "Access-Control-") {
			t.Errorf("another origin is let in by %s", name)
		}
	}
	if len(s.token) < 26 || s.token == newStage(t, "", Options{}).token {
		t.Errorf("the token can be guessed: %s", s.token)
	}
}

// TestLog pins that nothing but method, host and status is logged, whatever the
// page says, and where it says it.
func TestLog(t *testing.T) {
	address := upstream(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) })
	s := newStage(t, address, Options{})
	do(t, s.posting("http://"+address+"/v1/"+notAKey+"?key="+notAKey, notAKey, set("X-Api-Key", notAKey)))
	if a, err := plain.Do(s.posting("https://"+notAKey+"/v1", "", nil)); err != nil || a.StatusCode != 403 {
		t.Errorf("a key for a host, which the page hears back: %v, %v", a, err)
	}
	do(t, s.posting("https://"+notAKey+":"+notAKey+"@"+address+"/", "", nil))
	do(t, s.posting("http://"+address+"/", "", set(methodHeader, notAKey)))
	do(t, s.posting("http://"+address+"/", "", set(tokenHeader, notAKey)))
	do(t, s.posting("http://"+address+"/", "", set("Origin", "https://"+notAKey)))
	want := "relay: POST " + address + " 418\nrelay: POST - 403\nrelay: POST - 400\nrelay: - - 400\nrelay: - - 401\nrelay: - - 403\n"
	if s.logged.String() != want {
		t.Errorf("logged\n%swant\n%s", s.logged, want)
	}
}
