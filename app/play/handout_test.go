package play

import (
	"context"
	"errors"
	"strings"
	"testing"

	"toolyard/app/leak"
	"toolyard/app/share"
)

// pass looks like a secret because of what stands before it.
const pass = "password=a1b2c3d4e5"

func TestNothingToAsk(t *testing.T) {
	s := newStage(newHost())
	s.do(real()...)
	s.do(DialogOpened{Name: "share"}, CopyPressed{"link"})
	if s.model.View.Question != nil || !strings.HasPrefix(s.host.copied, "https://toolyard.example/#s1.") {
		t.Errorf("question %+v, copied %q", s.model.View.Question, s.host.copied)
	}
}

// TestHandoutAsks goes through every way out, with each of the three answers.
func TestHandoutAsks(t *testing.T) {
	ways := map[string]struct {
		before []Msg
		out    Msg
		place  leak.Place
	}{
		"request":   {[]Msg{SystemTyped{"Use " + pass}}, CopyPressed{"request"}, leak.Place{Kind: "message", Number: 1}},
		"lines":     {nil, LinesCopied{Text: pass}, leak.Place{Kind: "lines"}},
		"in use":    {[]Msg{SystemTyped{"It is sk-secret-of-a."}}, CopyPressed{"request"}, leak.Place{Kind: "message", Number: 1}},
		"extra":     {[]Msg{SettingTyped{ExtraBody, `{"api_key": "a1b2c3d4e5"}`}}, CopyPressed{"request"}, leak.Place{Kind: "field", Name: "api_key"}},
		"in a tool": {[]Msg{SystemTyped{""}, ToolAdded{}, DescriptionOf(pass)}, CopyPressed{"request"}, leak.Place{}},
	}
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			for _, answer := range []Msg{HandoutCanceled{}, DialogClosed{}, HandoutCleared{}, HandoutCleared{Mask: true}} {
				s := newStage(newHost())
				s.do(real()...)
				s.do(way.before...)
				s.do(way.out)
				q := s.model.View.Question
				if q == nil || s.host.copied != "" {
					t.Fatalf("not asked; copied %q", s.host.copied)
				}
				if way.place != (leak.Place{}) && q.Findings[0].Place != way.place {
					t.Errorf("place %+v, want %+v", q.Findings[0].Place, way.place)
				}
				s.do(answer)
				cleared, given := answer.(HandoutCleared)
				if s.model.View.Question != nil || given != (s.host.copied != "") {
					t.Errorf("%T: question %v, copied %q", answer, s.model.View.Question, s.host.copied)
				}
				plain := strings.Contains(s.host.copied, "a1b2c3d4e5") || strings.Contains(s.host.copied, "sk-secret-of-a")
				if given && plain == cleared.Mask || given && cleared.Mask && !strings.Contains(s.host.copied, leak.Mask) {
					t.Errorf("%+v: copied %q", answer, s.host.copied)
				}
			}
		})
	}
}

// DescriptionOf is the message that describes the selected tool of a test.
func DescriptionOf(text string) Msg { return describe{text} }

type describe struct{ text string }

func (d describe) apply(m Model) (Model, []Effect) {
	return ToolDescribed{ID: m.View.Tool, Text: d.text}.apply(m)
}

func TestDownloadAsks(t *testing.T) {
	m := New("en")
	m.System = "Use " + pass
	write := func(s []share.Snapshot) string { return share.Marshal(s[0]) }
	m, effects := m.handOut(Handout{Kind: "file", Snapshots: []share.Snapshot{m.Snapshot()}, Write: write, File: "a.json", MediaType: "application/json"})
	if m.View.Question == nil || m.View.Question.Findings[0].Place.Kind != "system" {
		t.Fatalf("question %+v, effects %v", m.View.Question, effects)
	}
	_, effects = HandoutCleared{Mask: true}.apply(m)
	d, ok := effects[0].(Download)
	if !ok || d.Name != "a.json" || strings.Contains(d.Content, "a1b2c3d4e5") || !strings.Contains(d.Content, "password="+leak.Mask) {
		t.Errorf("effects %+v", effects)
	}
	if m.System != "Use "+pass {
		t.Error("the playground itself was masked")
	}
}

// TestShownLinkAsks: the link is in the dialog once what is in it was decided on,
// and whenever more is in it, the question stands there again.
func TestShownLinkAsks(t *testing.T) {
	s := newStage(newHost(twoCalls))
	s.do(real()...)
	s.do(Sent{})
	asking, _ := s.model.Conversation.Asking()
	s.do(ResultTyped{asking.ID, 0, pass}, ResultTyped{asking.ID, 1, "{}"}, ResultsSent{}, DialogOpened{Name: "share"})
	if s.model.View.Question != nil {
		t.Fatalf("the setup holds no results: %+v", s.model.View.Question)
	}
	s.do(ShareKindChosen{"session"})
	q := s.model.View.Question
	if q == nil || q.Findings[0].Place.Kind != "result" || q.Findings[0].Place.Name != "get_weather" {
		t.Fatalf("question %+v", q)
	}
	s.do(HandoutCleared{Mask: true})
	link, _ := s.model.Link()
	shown, err := share.Decode(link)
	if err != nil || strings.Contains(share.Marshal(shown), "a1b2c3d4e5") || s.model.View.Question != nil {
		t.Fatalf("shown: %s, %v", share.Marshal(shown), err)
	}
	s.do(CopyPressed{"link"})
	if !strings.HasSuffix(s.host.copied, "#"+link) || link == "" {
		t.Errorf("copied %q, shown %q", s.host.copied, link)
	}
	s.do(SystemTyped{"secret=z9y8x7w6v5"})
	if s.model.View.Question == nil {
		t.Error("more came in, and nobody asked")
	}
	s.do(HandoutCanceled{})
	if s.model.View.Dialog != "" {
		t.Error("canceled, and the link is shown")
	}
}

func endpointAt(origin string) Msg { return SettingTyped{BaseURL, origin + "/v1"} }

// TestKeyBelongsToItsOrigin goes to another origin in every way there is: no
// request carries the key there before the person says so.
func TestKeyBelongsToItsOrigin(t *testing.T) {
	const elsewhere = "https://b.example"
	snapshot := share.Snapshot{}
	snapshot.Endpoint.BaseURL, snapshot.Endpoint.Provider, snapshot.Endpoint.Dialect = elsewhere+"/v1", "custom", "chat-tools"
	ways := map[string][]Msg{
		"typed":    {endpointAt(elsewhere)},
		"a link":   {LinkOpened{must(share.Encode(snapshot))}, OfferAccepted{}},
		"a file":   {ImportTyped{share.Marshal(snapshot)}, ImportTaken{}},
		"a preset": {PresetChosen{"openai"}},
	}
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			s := newStage(newHost())
			s.do(real()...)
			from := s.model.Endpoint.Origin()
			s.do(way...)
			to := s.model.Endpoint.Origin()
			if to == from || s.model.Keys.For(s.model.Endpoint).Secret != "" || s.model.upcoming().Key != "" {
				t.Fatalf("from %s to %s, with a key: %v", from, to, s.model.upcoming().Key != "")
			}
			if o := s.model.KeyOffer(); o != (KeyOffer{from, to}) {
				t.Fatalf("offer %+v", o)
			}
			back := s.model
			back, _ = endpointAt(from).apply(back)
			if back.upcoming().Key.Reveal() != "sk-secret-of-a" {
				t.Error("back at the first origin, its key is gone")
			}
			// A press means what stood there, not what the address became since.
			stale, _ := Update(s.model, endpointAt("https://c.example"))
			stale, _ = Update(stale, KeyCarried{KeyOffer{from, to}})
			if stale.upcoming().Key != "" {
				t.Error("an offer for one origin gave the key to another")
			}
			left, _ := Update(s.model, KeyLeft{})
			if left.KeyOffer() != (KeyOffer{}) || left.upcoming().Key != "" {
				t.Error("declined, and still there")
			}
			s.do(KeyCarried{s.model.KeyOffer()})
			if s.model.upcoming().Key.Reveal() != "sk-secret-of-a" || s.model.Keys.For(s.model.Endpoint).Keep != InMemory {
				t.Error("accepted, and there is no key in memory")
			}
		})
	}
}

func must(text string, err error) string {
	if err != nil {
		panic(err)
	}
	return text
}

// TestPlainKeysMove: an earlier version kept the device's keys as they are.
func TestPlainKeysMove(t *testing.T) {
	h := newHost()
	h.kept[Device][keyKeys] = `{"https://a.example":"sk-old","https://b.example":"sk-b"}`
	h.kept[Vault][keyKeys] = `{"https://a.example":"sk-new"}`
	s := newStage(h)
	if plain, ok := h.kept[Device][keyKeys]; ok {
		t.Errorf("still there: %s", plain)
	}
	if got := h.kept[Vault][keyKeys]; got != `{"https://a.example":"sk-new","https://b.example":"sk-b"}` {
		t.Errorf("in the vault: %s", got)
	}
	if len(s.model.Keys) != 2 || s.model.Keys[0].Keep != OnDevice || len(s.model.Notices) > 0 {
		t.Errorf("%d keys, notices %+v", len(s.model.Keys), s.model.Notices)
	}
	again := newHost()
	again.kept[Device][keyKeys] = `{"https://a.example":"sk-old"}`
	again.full = errors.New("no https")
	s = newStage(again)
	if len(s.model.Keys) != 1 || again.kept[Device][keyKeys] == "" || s.model.Notices[0].Kind != "key-plain" {
		t.Errorf("%d keys, notices %+v", len(s.model.Keys), s.model.Notices)
	}
	again.full = nil
	s.do(PresetChosen{"custom"}, SettingTyped{BaseURL, "https://a.example/v1"}, KeyForgotten{})
	if again.kept[Device][keyKeys] != "" || again.kept[Vault][keyKeys] != "" {
		t.Error("forgotten, and still kept")
	}
}

// TestKeyNotKept: where a key can't be kept, the page says that it is in memory.
func TestKeyNotKept(t *testing.T) {
	s := newStage(newHost())
	s.do(real()...)
	s.host.full = errors.New("no https")
	s.do(KeyKept{OnDevice})
	key := s.model.Keys.For(s.model.Endpoint)
	if key.Keep != InMemory || key.Secret == "" || s.model.Notices[len(s.model.Notices)-1].Kind != "key-not-kept" {
		t.Errorf("kept %s, notices %+v", key.Keep, s.model.Notices)
	}
}

// sealedHost has a vault that can't be read.
type sealedHost struct{ *fakeHost }

func (h sealedHost) Load(ctx context.Context, at Place, key string) (string, bool, error) {
	if at == Vault {
		return "", false, ErrSealed
	}
	return h.fakeHost.Load(ctx, at, key)
}

func TestSealedKeyIsTold(t *testing.T) {
	_, kind, err := deviceKeys(context.Background(), sealedHost{newHost()})
	if kind != "key-sealed" || !errors.Is(err, ErrSealed) {
		t.Errorf("%s, %v", kind, err)
	}
}
