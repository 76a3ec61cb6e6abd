package play

import (
	"io"
	"strings"
	"testing"

	"toolyard/app/provider"
)

const offered = `{"hosts":["a.example:443"],"token":"token-1"}`

// withRelay is a page whose server has a relay, and whose endpoint goes through it.
func withRelay(answers ...Response) *stage {
	h := newHost()
	h.relay, h.relayStatus, h.answers = offered, 200, answers
	s := newStage(h)
	s.do(real()...)
	s.do(DialogOpened{Name: "setup"}, RelaySwitched{true})
	return s
}

func through(status int, whose, body string) Response {
	return Response{Status: status, Relay: whose, Body: io.NopCloser(strings.NewReader(body))}
}

func TestRelayIsAskedForWhenTheSettingsOpen(t *testing.T) {
	for _, tt := range []struct {
		status int
		body   string
		want   RelayState
	}{
		{404, "not found", RelayNone}, {200, "<!doctype html>", RelayNone}, {200, offered, RelayOffered},
		{401, `{"toolyard_relay":{"rule":"token-missing"}}`, RelayLocked}, {403, `{"toolyard_relay":{"rule":"host-foreign"}}`, RelayNone},
	} {
		h := newHost()
		h.relay, h.relayStatus = tt.body, tt.status
		s := newStage(h)
		if len(h.relayAsks) != 0 {
			t.Fatal("asked at start-up")
		}
		s.do(DialogOpened{Name: "share"}, DialogOpened{Name: "setup"})
		if s.model.View.Relay.State != tt.want || len(h.relayAsks) != 1 {
			t.Errorf("%d %s: %q, asked %d times", tt.status, tt.body, s.model.View.Relay.State, len(h.relayAsks))
		}
		s.do(DialogOpened{Name: "setup"})
		if again := len(h.relayAsks) == 2; again != (tt.want == RelayLocked) {
			t.Errorf("%s: asked %d times", tt.body, len(h.relayAsks))
		}
	}
}

func TestThroughTheRelay(t *testing.T) {
	s := withRelay(through(200, "upstream", lastWord))
	s.do(Sent{})
	r := s.host.requests[0]
	got := map[string]string{}
	for _, h := range r.Header {
		got[h.Name] = h.Prefix + h.Secret.Reveal()
	}
	if r.URL != "https://toolyard.example/relay" || r.Method != "POST" || got["Toolyard-Relay-To"] != "https://a.example/v1/chat/completions" ||
		got["Toolyard-Relay-Method"] != "POST" || got["Toolyard-Relay-Token"] != "token-1" || got["Authorization"] != "Bearer sk-secret-of-a" {
		t.Errorf("%s %s %v", r.Method, r.URL, got)
	}
	c := s.model.Completions[0]
	if s.model.Run() != Idle || !c.Relayed || c.Request().URL != "https://a.example/v1/chat/completions" || r.Body != c.Request().Body {
		t.Errorf("run %s, %+v", s.model.Run(), c.Request())
	}
}

func TestRelayIsOfThePageAndNeverOfALink(t *testing.T) {
	s := withRelay()
	if link, _ := s.model.Link(); strings.Contains(link, "relay") {
		t.Error(link)
	}
	s.do(ThemeChosen{"dark"}, ThemeChosen{"light"})
	again := reloaded(s)
	if !again.model.IsRelayed(again.model.Endpoint) || again.model.View.Relay.State != "" {
		t.Errorf("%+v", again.model.View.Relayed)
	}
	again.host.relay, again.host.relayStatus = offered, 200
	again.host.answers = []Response{through(200, "upstream", lastWord)}
	again.do(Sent{}) // asks for the token first
	if again.model.Run() != Idle || len(again.host.relayAsks) != 1 {
		t.Errorf("run %s, asked %d times", again.model.Run(), len(again.host.relayAsks))
	}
	again.do(RelaySwitched{})
	if again.model.IsRelayed(again.model.Endpoint) {
		t.Error("it can't be switched off")
	}
}

// TestRelayRefuses: its rule is the error's code, and a token that it no longer
// knows is asked for once more.
func TestRelayRefuses(t *testing.T) {
	refused := func(rule string) Response {
		return through(403, "refused", `{"toolyard_relay":{"rule":"`+rule+`","message":"No.","host":"a.example:443"}}`)
	}
	s := withRelay(refused("host-unlisted"))
	s.do(Sent{})
	c, _ := s.model.Failure()
	advice := s.model.Advice(c)
	if e := c.Error; e.Kind != provider.KindRelay || !OwnRelay(e) || e.Code != "host-unlisted" || e.Status != 403 || e.Message != "No." || e.Body == "" {
		t.Errorf("%+v", e)
	}
	if advice.Actions[0].ID != provider.ActionCommand || !strings.Contains(advice.Actions[0].Text, "a.example:443") {
		t.Errorf("%+v", advice)
	}
	s.do(ThemeChosen{"dark"})
	if again, _ := reloaded(s).model.Failure(); again.Error == nil || again.Error.Code != "host-unlisted" {
		t.Error("after a reload the error is another one")
	}

	s = withRelay(refused("token-wrong"), through(200, "upstream", lastWord))
	s.do(Sent{})
	if s.model.Run() != Idle || len(s.host.requests) != 2 || len(s.host.relayAsks) != 2 {
		t.Errorf("run %s, %d requests", s.model.Run(), len(s.host.requests))
	}

	s = withRelay(refused("token-wrong"), refused("token-wrong"))
	s.do(Sent{})
	if c, _ := s.model.Failure(); c.Error.Code != "token-wrong" || len(s.host.requests) != 2 {
		t.Errorf("%+v", c.Error)
	}

	s = withRelay() // whose server does not answer
	s.do(Sent{})
	if c, _ := s.model.Failure(); c.Error.Code != "gone" || c.Error.Message == "" {
		t.Errorf("%+v", c.Error)
	}

	s = withRelay(through(200, "", "<!doctype html>"))
	s.do(Sent{})
	if c, _ := s.model.Failure(); c.Error == nil || c.Error.Code != "gone" {
		t.Errorf("a page answered: %+v", c.Error)
	}
}

func TestRelayWantsItsAccessToken(t *testing.T) {
	h := newHost()
	h.relay, h.relayStatus = `{"toolyard_relay":{"rule":"token-missing"}}`, 401
	s := newStage(h)
	s.do(DialogOpened{Name: "setup"}, RelayAccessTyped{}.With("open-sesame"))
	h.relay, h.relayStatus = offered, 200
	s.do(RelayOpened{})
	if last := h.relayAsks[len(h.relayAsks)-1]; s.model.View.Relay.State != RelayOffered || keyIn(last) != "open-sesame" {
		t.Errorf("%+v", s.model.View.Relay)
	}
	if !strings.Contains(h.kept[Tab][keyKeys], "open-sesame") || strings.Contains(h.kept[Device][keyKeys], "open-sesame") {
		t.Error("it is kept as long as the tab")
	}
	s.do(LinkOpened{"relay=another"})
	if s.model.RelayAccess() != "another" || s.model.Offer != nil {
		t.Error("the address gives it as well")
	}
}
