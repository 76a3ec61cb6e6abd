package rehearsal

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

const question = `{"role":"user","content":"weather?"}`

// post asks an endpoint for a completion and reads the whole answer.
func post(t *testing.T, address, body string) (*http.Response, string, error) {
	t.Helper()
	response, err := http.Post(address, "application/json", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	return response, string(answer), err
}

func asking(model string, messages ...string) string {
	return `{"model":` + mustJSON(model) + `,"messages":[` + strings.Join(messages, ",") + `]}`
}

func start(t *testing.T, shelves ...fs.FS) (*Handler, string) {
	t.Helper()
	h := New(shelves...)
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return h, server.URL + "/v1/chat/completions"
}

func recorded(t *testing.T, file string) string {
	t.Helper()
	content, err := fs.ReadFile(own(), file)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestReplay(t *testing.T) {
	shelf := fstest.MapFS{
		"there/late/response.txt": {Data: []byte("text")},
		"there/late/meta.json":    {Data: []byte(`{"http_status":503}`)},
		"there/meta.txt":          {Data: []byte("not a recording")},
	}
	_, address := start(t, shelf)
	calls := recorded(t, "parallel-calls/1.sse")
	assistant := `{"role":"assistant","tool_calls":[{"id":"a"},{"id":"b"}]}`
	results := `{"role":"tool","tool_call_id":"b"},{"role":"tool","tool_call_id":"a"}`
	tests := []struct {
		name, body  string
		status      int
		contentType string
		want        string
	}{
		{"first completion", asking("parallel-calls", question), 200, "text/event-stream", calls},
		{"second completion", asking("parallel-calls", question, assistant, results), 200, "text/event-stream", recorded(t, "parallel-calls/2.sse")},
		{"the last repeats", asking("parallel-calls", question, assistant, results, assistant, results), 200, "text/event-stream", recorded(t, "parallel-calls/2.sse")},
		{"the next turn begins anew", asking("parallel-calls", question, assistant, results, `{"role":"assistant"}`, question), 200, "text/event-stream", calls},
		{"any chunking is the same", asking("parallel-calls?chunk=1", question), 200, "text/event-stream", calls},
		{"names in a row", asking("single-call,plain", question, `{"role":"assistant"}`, `{"role":"assistant"}`), 200, "text/event-stream", recorded(t, "plain/response.sse")},
		{"status of meta.txt", asking("unauthorized", question), 401, "application/json", recorded(t, "unauthorized/response.json")},
		{"another shelf, status of meta.json", asking("there/late", question), 503, "text/plain; charset=utf-8", "text"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			response, body, err := post(t, address, test.body)
			if err != nil {
				t.Fatal(err)
			}
			if response.StatusCode != test.status || response.Header.Get("Content-Type") != test.contentType {
				t.Errorf("answered %d %s, want %d %s", response.StatusCode, response.Header.Get("Content-Type"), test.status, test.contentType)
			}
			if body != test.want {
				t.Errorf("body:\n%s\nwant:\n%s", body, test.want)
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	_, address := start(t)
	assistant := `{"role":"assistant","tool_calls":[{"id":"a"},{"id":"b"}]}`
	result := func(id string) string { return `{"role":"tool","tool_call_id":"` + id + `"}` }
	tests := []struct {
		name, body string
		status     int
		param      string
		message    string // a part of it
	}{
		{"no JSON", `{`, 400, "", "could not parse"},
		{"no model", `{"messages":[` + question + `]}`, 400, "model", "must provide a model"},
		{"unknown model", asking("nothing", question), 404, "model", "`nothing` does not exist"},
		{"a path out of the shelf", asking("../rehearsal", question), 404, "model", "does not exist"},
		{"unknown option", asking("plain?pacing=1s", question), 400, "model", `no option "pacing"`},
		{"unreadable option", asking("plain?pace=soon", question), 400, "model", "option pace"},
		{"no messages", asking("plain"), 400, "messages", "empty array"},
		{"a call without result", asking("plain", question, assistant, result("a"), question), 400, "messages.[1].role", "response messages: b"},
		{"no result at the end", asking("plain", question, assistant), 400, "messages.[1].role", "response messages: a, b"},
		{"a result without call", asking("plain", question, result("a")), 400, "messages.[1].tool_call_id", "must be a response"},
		{"one result twice", asking("plain", question, assistant, result("a"), result("a")), 400, "messages.[3].tool_call_id", "must be a response"},
		{"a function's result without call", asking("plain", question, `{"role":"function","name":"f"}`), 400, "messages.[1].role", "must follow"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			response, body, _ := post(t, address, test.body)
			var got struct {
				Error struct{ Message, Param string }
			}
			if err := json.Unmarshal([]byte(body), &got); err != nil {
				t.Fatalf("%v in %q", err, body)
			}
			if response.StatusCode != test.status || got.Error.Param != test.param || !strings.Contains(got.Error.Message, test.message) {
				t.Errorf("answered %d, param %q, %q", response.StatusCode, got.Error.Param, got.Error.Message)
			}
		})
	}
}

func TestFaults(t *testing.T) {
	_, address := start(t)
	stream := recorded(t, "plain/response.sse")
	t.Run("cut", func(t *testing.T) {
		_, body, err := post(t, address, asking("plain?cut=300&chunk=64", question))
		if !errors.Is(err, io.ErrUnexpectedEOF) || body != stream[:300] {
			t.Errorf("got %d bytes and %v, want the first 300 and an unexpected end", len(body), err)
		}
	})
	t.Run("status", func(t *testing.T) {
		response, body, _ := post(t, address, asking("plain?status=429", question))
		if response.StatusCode != 429 || !strings.Contains(body, "429 Too Many Requests") {
			t.Errorf("answered %d %s", response.StatusCode, body)
		}
	})
	t.Run("html", func(t *testing.T) {
		response, body, _ := post(t, address, asking("plain?html", question))
		if response.StatusCode != 502 || body != proxyPage {
			t.Errorf("answered %d %s", response.StatusCode, body)
		}
	})
	t.Run("badjson", func(t *testing.T) {
		_, body, _ := post(t, address, asking("plain?badjson=2", question))
		for i, event := range events([]byte(body)) {
			data := bytes.TrimSpace(bytes.TrimPrefix(event, []byte("data: ")))
			if valid := json.Valid(data) || string(data) == "[DONE]"; valid != (i != 1) {
				t.Errorf("event %d is valid: %v", i+1, valid)
			}
		}
	})
	t.Run("delay and pace", func(t *testing.T) {
		began := time.Now()
		post(t, address, asking("plain?delay=50ms&pace=10ms", question))
		least := 50*time.Millisecond + time.Duration(len(events([]byte(stream)))-1)*10*time.Millisecond
		if took := time.Since(began); took < least {
			t.Errorf("took %v, want %v at least", took, least)
		}
	})
	t.Run("options in the address", func(t *testing.T) {
		response, _, _ := post(t, address+"?status=500", asking("plain?status=503", question))
		if response.StatusCode != 503 {
			t.Errorf("answered %d, want the model's own option to win", response.StatusCode)
		}
	})
}

func TestOrigins(t *testing.T) {
	_, address := start(t)
	preflight := func(address string) http.Header {
		request, _ := http.NewRequest(http.MethodOptions, address, nil)
		request.Header.Set("Origin", "http://127.0.0.1:1")
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != http.StatusNoContent {
			t.Errorf("a preflight was answered with %d", response.StatusCode)
		}
		return response.Header
	}
	const origin, headers = "Access-Control-Allow-Origin", "Access-Control-Allow-Headers"
	if h := preflight(address); h.Get(origin) != "*" || h.Get(headers) != "*" {
		t.Errorf("preflight: %v", h)
	}
	if h := preflight(address + "?nocors"); h.Get(origin) != "" || h.Get(headers) != "" {
		t.Errorf("preflight without CORS: %v", h)
	}
	if response, _, _ := post(t, address, asking("unauthorized", question)); response.Header.Get(origin) != "*" {
		t.Error("an error must be readable, too")
	}
	if response, _, _ := post(t, address, asking("plain?nocors", question)); response.Header.Get(origin) != "" {
		t.Error("nocors still lets other origins read")
	}
}

func TestRequests(t *testing.T) {
	h, address := start(t)
	body := asking("slow?pace=5s", question)
	request, _ := http.NewRequest(http.MethodPost, address, strings.NewReader(body))
	request.Header.Set("Authorization", "Bearer sk-secret")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close() // with the stream still running
	deadline := time.Now().Add(5 * time.Second)
	for !h.Requests()[0].Aborted {
		if time.Now().After(deadline) {
			t.Fatal("the endpoint did not learn that its reader left")
		}
		time.Sleep(5 * time.Millisecond)
	}
	got := h.Requests()[0]
	if got.Method != "POST" || got.Path != "/v1/chat/completions" || string(got.Body) != body {
		t.Errorf("logged %s %s %s", got.Method, got.Path, got.Body)
	}
	if key := got.Header.Get("Authorization"); key != Mask("Bearer sk-secret") || strings.Contains(key, "secret") {
		t.Errorf("the key was logged as %q", key)
	}
	for range kept {
		post(t, address, asking("plain", question))
	}
	if n := len(h.Requests()); n != kept || h.Requests()[0].Aborted {
		t.Errorf("%d requests are kept, want the last %d", n, kept)
	}
}

// TestRecordings holds every recording to what its ending promises.
func TestRecordings(t *testing.T) {
	names := recordings([]fs.FS{own()})
	if len(names) < 20 {
		t.Fatalf("only %d recordings: %v", len(names), names)
	}
	for _, name := range names {
		for i, file := range bodies(own(), name) {
			a, err := findAnswer([]fs.FS{own()}, []string{name}, i)
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			switch path.Ext(file) {
			case ".json":
				if !json.Valid(a.body) {
					t.Errorf("%s/%s is not JSON", name, file)
				}
			case ".sse":
				if !bytes.HasSuffix(a.body, []byte("data: [DONE]\n\n")) {
					t.Errorf("%s/%s has no end", name, file)
				}
			}
		}
	}
}

// TestModels asks for the list as the page does.
func TestModels(t *testing.T) {
	_, address := start(t, fstest.MapFS{"more/one/response.sse": {}})
	response, err := http.Get(strings.Replace(address, "chat/completions", "models", 1))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var list struct {
		Data []struct{ ID string }
	}
	if err := json.NewDecoder(response.Body).Decode(&list); err != nil {
		t.Fatal(err)
	}
	ids := ""
	for _, m := range list.Data {
		ids += m.ID + " "
	}
	if !strings.Contains(ids, "parallel-calls ") || !strings.Contains(ids, "more/one ") {
		t.Errorf("the models are %s", ids)
	}
}

// TestFixtures replays every recorded case of the shared fixtures.
func TestFixtures(t *testing.T) {
	dir := os.Getenv("TOOLYARD_FIXTURES")
	if dir == "" {
		t.Skip("TOOLYARD_FIXTURES names no folder")
	}
	shelf := os.DirFS(dir)
	_, address := start(t, shelf)
	names := recordings([]fs.FS{shelf})
	if len(names) == 0 {
		t.Fatal("no recordings there")
	}
	for _, name := range names {
		want, err := fs.ReadFile(shelf, path.Join(name, bodies(shelf, name)[0]))
		if err != nil {
			t.Fatal(err)
		}
		if _, body, err := post(t, address, asking(name+"?chunk=1000", question)); err != nil || body != string(want) {
			t.Errorf("%s: %d bytes of %d, %v", name, len(body), len(want), err)
		}
	}
	t.Logf("%d cases", len(names))
}
