package ui

import (
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
	"toolyard/app/provider"
)

// settings are the elements of the open settings.
func (t talk) settings() []element {
	return elements(app.HTMLString(el("div").Body(t.setupDialog()...)))
}

func TestProvidersStandInGroups(t *testing.T) {
	for _, language := range play.Languages {
		s := newTalk(language)
		all := s.settings()
		groups := 0
		var ids []string
		for _, e := range all {
			if e.tag == "optgroup" {
				groups++
			}
			if e.tag == "option" && len(ids) < len(provider.Presets) {
				ids = append(ids, e.attr["value"])
			}
		}
		for _, preset := range provider.Presets {
			if !slices.Contains(ids, preset.ID) {
				t.Errorf("%s: no %s", language, preset.ID)
			}
		}
		if groups != len(provider.Groups)-1 {
			t.Errorf("%s: %d groups", language, groups)
		}
	}
}

// TestEveryProviderSaysWhatIsKnown: its reach with the evidence, its quirks, and
// its other site.
func TestEveryProviderSaysWhatIsKnown(t *testing.T) {
	for _, preset := range provider.Presets {
		s := newTalk("en")
		s.do(play.PresetChosen{ID: preset.ID})
		all := s.settings()
		if got := attributes(all, "quirk", "data-quirk"); len(got) != len(preset.Quirks) {
			t.Errorf("%s: quirks %q", preset.ID, got)
		}
		if got := len(withID(all, "preset-twin")); got != len(strings.Fields(preset.Twin)) {
			t.Errorf("%s: %d other sites", preset.ID, got)
		}
		if got := attributes(all, "reach", "data-reach"); preset.Docs != "" && !slices.Equal(got, []string{string(preset.Browser.Reach)}) {
			t.Errorf("%s: reach %q", preset.ID, got)
		}
		if got := len(withID(all, "models-load")); (got == 0) != (preset.ID == provider.Simulator) {
			t.Errorf("%s: %d buttons that load models", preset.ID, got)
		}
	}
}

func TestModelsAreDrawnUpToALimit(t *testing.T) {
	s := newTalk("en")
	s.do(play.PresetChosen{ID: "openai"}, play.ModelsAsked{})
	list := provider.Models{List: []provider.ModelInfo{{ID: "first", Context: 128_000, Tools: provider.AbilityYes}, {ID: "second", Name: "Second <one>"}}}
	for range 300 {
		list.List = append(list.List, provider.ModelInfo{ID: "another"})
	}
	s.do(play.ModelsCame{ID: s.model.View.Models.ID, List: list})
	all := s.settings()
	if got := attributes(all, "model-option", "data-tools"); len(got) != modelsShown || got[0] != "yes" || got[1] != "unknown" {
		t.Errorf("%d rows: %q", len(got), got[:2])
	}
	if got := attributes(all, "models-status", "data-count"); !slices.Equal(got, []string{"302"}) {
		t.Errorf("count %q", got)
	}
	s.do(play.ModelsSearched{Text: "SECOND one"})
	if got := attributes(s.settings(), "model-option", "data-model"); !slices.Equal(got, []string{"second"}) {
		t.Errorf("found %q", got)
	}
}

func TestRelayStandsOnlyWhereThereIsOne(t *testing.T) {
	s := newTalk("zh")
	s.do(play.PresetChosen{ID: "openai"})
	shown := func() string { return strings.Join(attributes(s.settings(), "relay", "id"), "") }
	if shown() != "" {
		t.Error("a relay is offered before anybody asked for one")
	}
	s.do(play.RelayAnswered{Relay: play.Relay{State: play.RelayNone}})
	if shown() != "" {
		t.Error("a relay is offered where there is none")
	}
	s.do(play.RelayAnswered{Relay: play.Relay{State: play.RelayOffered, Hosts: []string{"api.openai.com:443"}}})
	if shown() != "relay" {
		t.Error("the relay is not offered")
	}
	s.do(play.RelaySwitched{On: true}, play.RelayAnswered{Relay: play.Relay{State: play.RelayNone}})
	if shown() != "relay" {
		t.Error("a relay that is gone can't be switched off")
	}
	bar := elements(app.HTMLString(s.bar()))
	if got := attributes(bar, "setup-open", "data-relay"); !slices.Equal(got, []string{"true"}) {
		t.Errorf("the bar says %q", got)
	}
	s.do(play.RelayAnswered{Relay: play.Relay{State: play.RelayLocked}})
	if len(withID(s.settings(), "relay-access")) != 1 {
		t.Error("no field for the access token")
	}
}

// TestChangeIsShownBeforeItIsMade: setting, from, to.
func TestChangeIsShownBeforeItIsMade(t *testing.T) {
	s := asked("en")
	f := failed{Endpoint: s.model.Endpoint, Error: &provider.Error{}, Tools: []string{"a", "b"}, Advice: provider.Advice{Actions: []provider.Action{
		{ID: provider.ActionChange, Change: provider.Change{ID: "only-tool", Name: "a", Only: "a",
			Sets: []provider.Set{{Field: provider.FieldToolChoice, From: "tool:a", To: "auto"}, {Field: provider.FieldTemperature, From: "1", To: ""}}}},
		{ID: provider.ActionTopUp}, {ID: provider.ActionChange, Change: provider.Change{ID: "strict-off", Loose: "*"}},
	}}}
	all := elements(app.HTMLString(el("div").Body(f.actions(s.Program, s.text())...)))
	var was, becomes []string
	for _, e := range all {
		switch e.tag {
		case "del":
			was = append(was, e.text)
		case "ins":
			becomes = append(becomes, e.text)
		}
	}
	if !slices.Equal(was, []string{"tool:a", "1", "a, b", "true"}) || !slices.Equal(becomes, []string{"auto", "not sent", "a", "not sent"}) {
		t.Errorf("%q → %q", was, becomes)
	}
	if got := attributes(all, "error-action", "data-change"); !slices.Equal(got, []string{"only-tool"}) {
		t.Errorf("the button makes %q", got)
	}
	link := withID(all, "error-other")[0]
	if link.tag != "a" || link.attr["rel"] != "noopener noreferrer" || link.attr["target"] != "_blank" {
		t.Errorf("%+v", link)
	}
}
