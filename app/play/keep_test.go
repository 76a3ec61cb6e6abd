package play

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"toolyard/app/share"
)

// reloaded is the same browser with the page opened anew.
func reloaded(s *stage, answers ...string) *stage {
	h := newHost(answers...)
	h.kept = map[Place]map[string]string{Tab: s.host.kept[Tab], Device: s.host.kept[Device], Vault: s.host.kept[Vault]}
	return newStage(h)
}

func TestReloadFindsEverything(t *testing.T) {
	s := newStage(newHost(twoCalls))
	s.do(real()...)
	s.do(ToolAdded{}, Sent{}, ThemeChosen{"dark"}, LanguageChosen{"zh"}, WireTabChosen{"response"}, PromptTyped{"next"})
	asking, _ := s.model.Conversation.Asking()
	s.do(ResultTyped{asking.ID, 1, "half typed"})
	again := reloaded(s, lastWord)
	if a, b := share.Marshal(s.model.Snapshot()), share.Marshal(again.model.Snapshot()); a != b {
		t.Errorf("the playground changed:\n%s\n%s", a, b)
	}
	if again.model.Draft(asking.ID, 1) != "half typed" || again.model.Run() != Waiting {
		t.Errorf("drafts %+v, run %s", again.model.Drafts, again.model.Run())
	}
	v := again.model.View
	if v.Theme != "dark" || v.Language != "zh" || v.WireTab != "response" {
		t.Errorf("view %+v", v)
	}
	if len(again.model.Completions) != 1 {
		t.Fatalf("%d completions", len(again.model.Completions))
	}
	was, is := s.model.Completions[0], again.model.Completions[0]
	if was.Body.String() != is.Body.String() || was.ToolCalls() != is.ToolCalls() || was.Request().HTTP() != is.Request().HTTP() {
		t.Errorf("the wire changed:\n%s\n%s", was.Request().HTTP(), is.Request().HTTP())
	}
	if !reflect.DeepEqual(was.Answer, is.Answer) {
		t.Errorf("answer %+v, was %+v", is.Answer, was.Answer)
	}
}

// TestKeyIsKeptOnlyWhereChosen reads every byte that is kept.
func TestKeyIsKeptOnlyWhereChosen(t *testing.T) {
	for _, keep := range Keeps {
		s := newStage(newHost(lastWord))
		s.do(real()...)
		s.do(KeyKept{keep}, Sent{})
		for place, kept := range s.host.kept {
			for name, text := range kept {
				chosen := name == keyKeys && (place == Tab && keep == InTab || place == Vault && keep == OnDevice)
				if strings.Contains(text, "sk-secret-of-a") != chosen {
					t.Errorf("keep %s: place %d, %s: %s", keep, place, name, text)
				}
			}
		}
		again := reloaded(s)
		if got := again.model.Keys.For(again.model.Endpoint); (got.Secret != "") != (keep != InMemory) {
			t.Errorf("keep %s: after a reload the key is there: %v", keep, got.Secret != "")
		}
		again.do(KeyForgotten{})
		if again.host.kept[Tab][keyKeys] != "" || again.host.kept[Vault][keyKeys] != "" {
			t.Errorf("keep %s: forgotten, and still kept", keep)
		}
	}
}

func TestFullDiskIsToldOnce(t *testing.T) {
	s := newStage(newHost())
	s.host.full = errors.New("QuotaExceededError")
	s.do(PromptTyped{"a"}, PromptTyped{"ab"})
	if n := s.model.Notices; len(n) != 1 || n[0].Kind != "store-failed" {
		t.Fatalf("notices %+v", n)
	}
	s.host.full = nil
	s.do(PromptTyped{"abc"})
	if len(s.model.Notices) != 0 || !strings.Contains(s.host.kept[Device][keyPlayground], "abc") {
		t.Errorf("notices %+v", s.model.Notices)
	}
}

func TestUnreadableFallsBack(t *testing.T) {
	for _, text := range []string{"{", "[]", `{"toolyard":99}`, "\x00"} {
		h := newHost()
		h.kept[Device] = map[string]string{keyPlayground: text, keyPage: text, keyWire: text, keyKeys: text}
		s := newStage(h)
		if !s.model.Ready || len(s.model.Tools) == 0 || len(s.model.Notices) == 0 {
			t.Errorf("%q: ready %v, notices %+v", text, s.model.Ready, s.model.Notices)
		}
	}
}

func TestLinkIsOfferedNotRun(t *testing.T) {
	s := newStage(newHost())
	s.do(real()...)
	link, err := s.model.Link()
	if err != nil || strings.Contains(link, "secret") {
		t.Fatal(link, err)
	}
	h := newHost()
	h.fragment = link
	other := newStage(h)
	if other.model.Offer == nil || other.model.Offer.Host() != "a.example" || other.model.Prompt == "What should I wear?" {
		t.Fatalf("offer %+v", other.model.Offer)
	}
	if len(h.requests) > 0 {
		t.Fatal("a link sent something")
	}
	other.do(OfferAccepted{})
	if a, b := share.Marshal(s.model.Snapshot()), share.Marshal(other.model.Snapshot()); a != b || h.fragment != "" {
		t.Errorf("opened:\n%s\nmade:\n%s\nfragment %q", b, a, h.fragment)
	}
	if other.model.Keys.For(other.model.Endpoint).Secret != "" {
		t.Error("a link brought a key")
	}
}
