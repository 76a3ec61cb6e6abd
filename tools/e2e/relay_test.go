package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"toolyard/tools/serve/relay"
	"toolyard/tools/serve/static"
)

// closedToPages is an endpoint that answers completions and lets no page read
// them: it knows no CORS.
func closedToPages(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodOptions {
		say(w, http.StatusMethodNotAllowed, "text/plain", "")
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	for _, piece := range []string{`{"role":"assistant","content":"Through "}`, `{"content":"the relay."}`} {
		fmt.Fprintf(w, "data: {\"choices\":[{\"index\":0,\"delta\":%s}]}\n\n", piece)
		w.(http.Flusher).Flush()
	}
	fmt.Fprint(w, "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n")
}

// relaying is the site with a relay beside it, as tools/serve has them.
func relaying(t *testing.T, access string, hosts string) string {
	t.Helper()
	site, err := static.New(os.DirFS(builtFolder(t)), "/")
	if err != nil {
		t.Fatal(err)
	}
	listed, err := relay.ParseHosts(hosts)
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/", site)
	mux.Handle(relay.Path, relay.New(relay.Options{Hosts: listed, Access: access, Timeouts: relay.Patient}))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL + "/"
}

// TestRelay: what a page may not ask itself, the relay of its own server asks,
// once the person switched it on; the page says so, and the key goes to that
// server and to the endpoint alone.
func TestRelay(t *testing.T) {
	endpoint, other := stand(t, closedToPages), stand(t, closedToPages)
	for _, c := range []struct {
		name, access, fragment string
		unlock                 []string
	}{
		{"on this machine", "", "", nil},
		{"with an access token in the address", "let-me-in", "#relay=let-me-in", nil},
		{"with an access token typed", "let-me-in", "", []string{"fill relay-access let-me-in", "press relay-open"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := len(endpoint.received())
			s := onStage(t, theBrowser(t), relaying(t, c.access, strings.TrimPrefix(endpoint.URL, "http://"))+c.fragment)
			fails(t, s, endpoint.URL+"/v1")
			steps := []string{"press setup-open", "shows relay"}
			steps = append(append(steps, c.unlock...), "tick relay on", "press setup-done", "press send", "wait idle",
				"is message[role=assistant]>message-text Through the relay.", "shows request-relay")
			if err := s.run(steps...); err != nil {
				t.Fatal(err)
			}
			got := endpoint.received()
			last := got[len(got)-1]
			if len(got) == before || last.Method != http.MethodPost || last.Header.Get("Authorization") != "Bearer "+doctorKey {
				t.Errorf("the endpoint was sent %s with %q", last.Method, last.Header.Get("Authorization"))
			}
			if own := last.Header.Get("Toolyard-Relay-Token"); own != "" || last.Header.Get("Origin") != "" {
				t.Errorf("the relay's own headers went on: %q, %q", own, last.Header.Get("Origin"))
			}
			err := s.run("press conversation-new", "press setup-open", "fill base-url "+other.URL+"/v1", "fill api-key "+doctorKey,
				"tick relay on", "press setup-done", "fill prompt Hello", "press send", "wait failed", "shows error[kind=relay]",
				"shows error-action[action=copy-command]")
			if err != nil {
				t.Error(err)
			}
			if n := len(other.received()); n > 0 {
				t.Errorf("a host that nobody listed was sent %d requests", n)
			}
			checkKey(t, s.Page.(*BrowserPage), doctorKey, false)
		})
	}
}
