package play

import (
	"io"
	"strings"
	"testing"

	"toolyard/app/provider"
)

const twoModels = `{"data":[{"id":"m-1"},{"id":"m-2","name":"Second"}]}`

func TestModelsComeWhenAskedFor(t *testing.T) {
	s := newStage(newHost(twoModels))
	s.do(real()...)
	s.do(DialogOpened{Name: "setup"})
	if len(s.host.requests) != 0 {
		t.Fatal("something was sent before the press")
	}
	s.do(ModelsAsked{})
	r := s.host.requests[0]
	if r.Method != "GET" || !strings.HasSuffix(r.URL, "/models") || keyIn(r) == "" || r.Body != "" {
		t.Errorf("%+v", r)
	}
	if l := s.model.Models(); !l.Here || len(l.List) != 2 || l.Loading {
		t.Errorf("%+v", l)
	}
	if s.do(ModelsSearched{}.With("second")); len(s.model.Models().Found()) != 1 {
		t.Error("the search finds something else")
	}
	if s.do(SettingTyped{BaseURL, "https://elsewhere.example/v1"}, ModelsCame{ID: 99}); s.model.Models().Here {
		t.Error("the list of one address shows at another")
	}
	if len(s.model.Completions) != 0 {
		t.Error("a list is no completion")
	}
}

func TestModelsThatDoNotCome(t *testing.T) {
	h := newHost()
	h.answers = []Response{
		{Status: 401, Body: io.NopCloser(strings.NewReader(errorBody("Incorrect API key provided: sk-secret-of-a")))},
		{Status: 200, Body: io.NopCloser(failing{})},
	}
	s := newStage(h)
	s.do(real()...)
	s.do(ModelsAsked{})
	l, advice := s.model.Models(), s.model.ModelsAdvice()
	if l.Error == nil || l.Error.Kind != provider.KindKey || strings.Contains(l.Error.Message, "sk-secret-of-a") || advice.Actions[0].ID != provider.ActionKey {
		t.Errorf("%+v, %+v", l.Error, advice)
	}
	if s.do(Taking(0, advice.Actions[0])); s.focused() != "api-key" {
		t.Errorf("focus %s", s.focused())
	}
	if s.do(ModelsAsked{}); s.model.Models().Error.Kind != provider.KindStream {
		t.Errorf("%+v", s.model.Models().Error)
	}
	if s.do(Taking(0, provider.Action{ID: provider.ActionRetry})); s.model.Models().Error.Kind != provider.KindNetwork || len(h.requests) != 3 {
		t.Errorf("%+v, %d requests", s.model.Models().Error, len(h.requests))
	}
	if s.do(ModelsStopped{}); s.model.Models().Error != nil {
		t.Error("what was stopped shows")
	}
	s.do(SettingTyped{BaseURL, "https://a:b@c"}, ModelsAsked{})
	if len(h.requests) != 3 || s.focused() != "base-url" {
		t.Errorf("focus %s", s.focused())
	}
	s.do(PresetChosen{"simulator"}, ModelsAsked{})
	if len(h.requests) != 3 {
		t.Error("the simulator was asked over the network")
	}
}

func TestTwinKeepsTheModel(t *testing.T) {
	s := newStage(newHost())
	s.do(PresetChosen{"zhipu"}, SettingTyped{ModelName, "mine"}, TwinChosen{})
	if e := s.model.Endpoint; e.Provider != "zai" || !strings.Contains(e.BaseURL, "api.z.ai") || e.Model != "mine" {
		t.Errorf("%+v", e)
	}
	s.do(PresetChosen{"openai"}, TwinChosen{})
	if s.model.Endpoint.Provider != "openai" {
		t.Error("a site without a twin was left")
	}
}

// TestPresetStaysWhileItsAddressIsTyped: of programs that many run.
func TestPresetStaysWhileItsAddressIsTyped(t *testing.T) {
	s := newStage(newHost())
	s.do(PresetChosen{"one-api"})
	for _, text := range []string{"h", "https://relay.exa", "https://relay.example/v1"} {
		if s.do(SettingTyped{BaseURL, text}); s.model.Endpoint.Provider != "one-api" {
			t.Errorf("%q: %s", text, s.model.Endpoint.Provider)
		}
	}
	s.do(SettingTyped{Echo, "never"})
	if s.model.Text(Echo) != "never" {
		t.Error(s.model.Text(Echo))
	}
	if s.do(SettingTyped{Echo, "default"}); s.model.Endpoint.Echo != provider.EchoDefault {
		t.Error(s.model.Endpoint.Echo)
	}
}
