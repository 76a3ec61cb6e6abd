package play

import (
	"context"
	"errors"
	"io"
	"maps"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"toolyard/app/doctor"
	"toolyard/app/provider"
	"toolyard/app/workshop"
)

// fakeHost is a world without a browser: what was asked of it can be read, and
// answers are what the test put there.
type fakeHost struct {
	mu       sync.Mutex
	now      time.Time
	answers  []Response // one a request, in order
	requests []provider.Request
	kept     map[Place]map[string]string
	jotted   map[string]string
	full     error // of Store
	closed   error // of Work
	copied   string
	files    [][2]string // that were downloaded: name, text
	told     []string    // to other tabs
	focus    []string
	invited  []string
	reveal   []string
	fragment string
	language string
	address  string // what follows the site's
	framed   bool
	brings   map[string]doctor.Result // by kind of probe
	probes   []doctor.Probe
	opening  Opening
	renewed  int
	slept    time.Duration

	relay       string // what the page's own server answers when it is asked for one
	relayStatus int
	relayAsks   []provider.Request
}

func newHost(answers ...string) *fakeHost {
	h := &fakeHost{kept: map[Place]map[string]string{Tab: {}, Device: {}, Vault: {}}, jotted: map[string]string{}, language: "en"}
	for _, a := range answers {
		h.answers = append(h.answers, Response{Status: 200, Body: io.NopCloser(strings.NewReader(a))})
	}
	return h
}

func (h *fakeHost) Send(_ context.Context, r provider.Request) (Response, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if r.URL == "https://toolyard.example/relay" && r.Method == "GET" {
		h.relayAsks = append(h.relayAsks, r)
		return Response{Status: h.relayStatus, Body: io.NopCloser(strings.NewReader(h.relay))}, nil
	}
	h.requests = append(h.requests, r)
	if len(h.answers) == 0 {
		return Response{}, errors.New("TypeError: Failed to fetch")
	}
	answer := h.answers[0]
	h.answers = h.answers[1:]
	return answer, nil
}

func (h *fakeHost) Probe(_ context.Context, p doctor.Probe) doctor.Result {
	h.probes = append(h.probes, p)
	r := h.brings[p.Kind]
	r.Online = true
	return r
}

func (h *fakeHost) Load(_ context.Context, at Place, key string) (string, bool, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	value, ok := h.kept[at][key]
	return value, ok, nil
}

func (h *fakeHost) Store(_ context.Context, at Place, key, value string) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.full == nil {
		h.kept[at][key] = value
	}
	return h.full
}

func (h *fakeHost) Erase(_ context.Context, at Place, key string) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.kept[at], key)
	return nil
}

func (h *fakeHost) Copy(_ context.Context, text string) error { h.copied = text; return nil }
func (h *fakeHost) Framed() bool                              { return h.framed }
func (h *fakeHost) Jot(key, value string)                     { h.jotted[key] = value }
func (h *fakeHost) Opening(context.Context) Opening           { return h.opening }
func (h *fakeHost) OnRelease(func(whole bool))                {}
func (h *fakeHost) Renew()                                    { h.renewed++ }
func (h *fakeHost) Jotted() map[string]string                 { return maps.Clone(h.jotted) }
func (h *fakeHost) Unjot(key string)                          { delete(h.jotted, key) }
func (h *fakeHost) Tell(text string)                          { h.told = append(h.told, text) }
func (h *fakeHost) LoadEditor(context.Context) bool           { return true }
func (h *fakeHost) Work(ctx context.Context, job string, input []byte) ([]byte, error) {
	if h.closed != nil {
		return nil, h.closed
	}
	return workshop.Work(ctx, job, input)
}
func (h *fakeHost) Download(name, _, text string) error {
	h.files = append(h.files, [2]string{name, text})
	return nil
}
func (h *fakeHost) Focus(id string)      { h.focus = append(h.focus, id) }
func (h *fakeHost) Invite(id string)     { h.invited = append(h.invited, id) }
func (h *fakeHost) Reveal(id string)     { h.reveal = append(h.reveal, id) }
func (h *fakeHost) Dress(_, _ string)    {}
func (h *fakeHost) Address() string      { return "https://toolyard.example/" + h.address }
func (h *fakeHost) Fragment() string     { return h.fragment }
func (h *fakeHost) SetFragment(f string) { h.fragment = f }
func (h *fakeHost) Languages() []string  { return []string{h.language} }

func (h *fakeHost) Now() time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.now = h.now.Add(time.Millisecond)
	return h.now
}

func (h *fakeHost) Sleep(ctx context.Context, d time.Duration) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.now, h.slept = h.now.Add(d), h.slept+d
	return ctx.Err()
}

// stage runs a Model as the program does, but performs effects one after the
// other, so that a test sees the state when everything is done.
type stage struct {
	host   *fakeHost
	model  Model
	runner *Runner
	posted []Msg
}

// newStage is a page that has started on a host.
func newStage(h *fakeHost) *stage {
	s := &stage{host: h, model: New("en")}
	s.runner = NewRunner(h, func(msg Msg) { s.posted = append(s.posted, msg) })
	s.perform([]Effect{Start{}})
	return s
}

// do sends messages and everything that follows from them.
func (s *stage) do(msgs ...Msg) {
	for _, msg := range msgs {
		s.update(msg)
	}
}

func (s *stage) update(msg Msg) {
	var effects []Effect
	s.model, effects = Update(s.model, msg)
	s.perform(effects)
}

func (s *stage) perform(effects []Effect) {
	for _, e := range effects {
		if n, ok := e.(noted); ok {
			n.note(s.runner)
		}
		e.perform(context.Background(), s.runner)
		for len(s.posted) > 0 {
			next := s.posted[0]
			s.posted = s.posted[1:]
			s.update(next)
		}
	}
}

func (h *fakeHost) Change(_ context.Context, c Change) (bool, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if c.May != nil && !c.May(h.kept[Device][c.Guard]) {
		return false, nil
	}
	if h.full != nil {
		return false, h.full
	}
	maps.Copy(h.kept[Device], c.Put)
	for _, key := range c.Erase {
		delete(h.kept[Device], key)
	}
	return true, nil
}

func (h *fakeHost) List(_ context.Context, prefix string) (map[string]string, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	found := map[string]string{}
	for key, text := range h.kept[Device] {
		if strings.HasPrefix(key, prefix) {
			found[key] = text
		}
	}
	return found, nil
}

// uniques is how many names were given to tabs and entries, in all hosts.
var uniques atomic.Int64

func (h *fakeHost) Unique() string { return "u" + itoa(int(uniques.Add(1))) }
