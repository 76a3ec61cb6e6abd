package e2e

import (
	"context"
	"io"
	"maps"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"toolyard/app/doctor"
	"toolyard/app/play"
	"toolyard/app/provider"
	"toolyard/app/workshop"
)

// siteAddress is where the Model believes to be.
const siteAddress = "http://toolyard.test/"

// profile is what a person's browser keeps: it outlives a page.
type profile struct {
	mu   sync.Mutex
	kept map[play.Place]map[string]string
	jots map[string]string
}

func newProfile() *profile {
	return &profile{kept: map[play.Place]map[string]string{play.Tab: {}, play.Device: {}, play.Vault: {}}, jots: map[string]string{}}
}

// host is a world without a browser: the network is real, the rest is memory.
type host struct {
	*profile
	page     context.Context // ends when the page is left
	fragment string
}

var _ play.Host = (*host)(nil)

// Send asks over HTTP, as fetch would. The request ends with the page.
func (h *host) Send(ctx context.Context, r provider.Request) (play.Response, error) {
	if strings.HasPrefix(r.URL, siteAddress) { // the site itself: it has no relay
		return play.Response{Status: http.StatusNotFound, Body: http.NoBody}, nil
	}
	ctx, cancel := context.WithCancel(ctx)
	context.AfterFunc(h.page, cancel)
	request, err := http.NewRequestWithContext(ctx, r.Method, r.URL, strings.NewReader(r.Body))
	if err != nil {
		return play.Response{}, err
	}
	for _, field := range r.Header {
		request.Header.Add(field.Name, field.Prefix+field.Secret.Reveal())
	}
	response, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		return play.Response{}, err
	}
	return play.Response{
		Status: response.StatusCode, ContentType: response.Header.Get("Content-Type"),
		RequestID: response.Header.Get("X-Request-Id"), RetryAfter: response.Header.Get("Retry-After"),
		Relay: response.Header.Get("Toolyard-Relay"), Body: response.Body,
	}, nil
}

// Probe asks over HTTP. There is no CORS here: what answers can be read.
func (h *host) Probe(ctx context.Context, p doctor.Probe) doctor.Result {
	result := doctor.Result{Online: true, Secure: true}
	if p.URL == "" {
		return result
	}
	ctx, cancel := context.WithTimeout(ctx, doctor.Limit)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, p.Method, p.URL, nil)
	if err != nil {
		return result
	}
	response, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		result.Outcome = doctor.Nothing
		return result
	}
	defer response.Body.Close()
	text, _ := io.ReadAll(io.LimitReader(response.Body, 2<<10))
	result.Outcome, result.Status, result.ContentType = doctor.Answer, response.StatusCode, response.Header.Get("Content-Type")
	result.Text = string(text)
	return result
}

// Load reads from the profile.
func (h *host) Load(_ context.Context, at play.Place, key string) (string, bool, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	value, ok := h.kept[at][key]
	return value, ok, nil
}

// Store writes to the profile.
func (h *host) Store(_ context.Context, at play.Place, key, value string) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.kept[at][key] = value
	return nil
}

// Erase takes out of the profile.
func (h *host) Erase(_ context.Context, at play.Place, key string) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.kept[at], key)
	return nil
}

// Copy, Download, Focus and Dress reach nobody: the browser's driver sees them.
func (h *host) Copy(context.Context, string) error { return nil }

// Download does nothing.
func (h *host) Download(_, _, _ string) error { return nil }

// Focus does nothing.
func (h *host) Focus(string) {}

// Invite is Focus.
func (h *host) Invite(string) {}

// Reveal does nothing.
func (h *host) Reveal(string) {}

// Dress does nothing.
func (h *host) Dress(_, _ string) {}

// Address is that of the site.
func (h *host) Address() string { return siteAddress }

// Framed is false: no page is around this one.
func (h *host) Framed() bool { return false }

// Fragment is what the page was opened with, until it is read.
func (h *host) Fragment() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.fragment
}

// Change does what the real one does, in memory.
func (h *host) Change(_ context.Context, c play.Change) (bool, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	device := h.kept[play.Device]
	if c.May != nil && !c.May(device[c.Guard]) {
		return false, nil
	}
	maps.Copy(device, c.Put)
	for _, key := range c.Erase {
		delete(device, key)
	}
	return true, nil
}

// List reads from the profile.
func (h *host) List(_ context.Context, prefix string) (map[string]string, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	found := map[string]string{}
	for key, text := range h.kept[play.Device] {
		if strings.HasPrefix(key, prefix) {
			found[key] = text
		}
	}
	return found, nil
}

// Jot, Jotted and Unjot keep notes in the profile.
func (h *host) Jot(key, value string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.jots[key] = value
}

func (h *host) Jotted() map[string]string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return maps.Clone(h.jots)
}

func (h *host) Unjot(key string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.jots, key)
}

// uniques is how many names were given.
var uniques atomic.Int64

func (h *host) Unique() string { return strconv.FormatInt(uniques.Add(1), 36) }

// Tell reaches nobody: the Model has one tab.
func (h *host) Tell(string) {}

// Work does jobs at once.
func (h *host) Work(ctx context.Context, job string, input []byte) ([]byte, error) {
	return workshop.Work(ctx, job, input)
}
func (h *host) Opening(context.Context) play.Opening { return play.Opening{} }

func (h *host) OnRelease(func(whole bool)) {}

func (h *host) Renew() {}

func (h *host) LoadEditor(context.Context) bool { return false }

// SetFragment replaces it.
func (h *host) SetFragment(fragment string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.fragment = fragment
}

// Languages are those of an English speaker.
func (h *host) Languages() []string { return []string{"en-US", "en"} }

// Now is the time of day.
func (h *host) Now() time.Time { return time.Now() }

// Sleep waits, or returns early with the error of ctx.
func (h *host) Sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
