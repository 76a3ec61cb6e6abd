// Package doctor finds out why a request came to nothing. A browser says no
// more than "TypeError", whatever the cause; but what it lets a page see of
// other requests tells most causes apart.
//
// A probe is one such request: free of charge, without the key, without a body,
// to the endpoint's own origin. Facts are what is known: the page, the request
// that failed, and what each probe so far brought. Next is the next probe worth
// its time; Diagnose is what the facts mean. A diagnosis is one cause, with what
// it concerns; a remedy is one way to mend it, with lines to copy where there
// are any. A space is how far a host is away: this device (loopback), its own
// network (local), or beyond it (public).
//
// What Chromium 156 and Firefox 153 do in each case was measured in November
// 2026; tools/e2e provokes every diagnosis in Chromium. A name that doesn't
// exist, a closed port and a bad certificate look the same to a page: where the
// address itself doesn't tell, the diagnosis names all three.
package doctor

import (
	"net/url"
	"slices"
	"strings"
	"time"
)

// Kinds of probes.
const (
	Page        = "page"        // nothing is sent: what the browser says of itself
	Models      = "models"      // the list of models, by a request that needs no preflight
	Reach       = "reach"       // the same, so that no answer can be read, but any resolves
	Options     = "options"     // what the server answers to preflights, read as an answer
	Headers     = "headers"     // the list of models, with all headers of the failed request
	Header      = "header"      // with one of them
	Completions = "completions" // the address of the failed request
	Path        = "path"        // the list of models at another path
)

// Probe is one request to the endpoint's own origin, without cookies and cache.
type Probe struct {
	Kind   string
	Method string // GET or OPTIONS
	URL    string // "" sends nothing
	Opaque bool   // an answer shows only that it came (no-cors)
	// Headers are sent with empty values. Any of them makes the browser ask the
	// server first, by a preflight that holds their names alone, so a name is
	// all that a probe needs: what follows the preflight carries no credential,
	// nor anything that looks like one and could count as a failed login.
	Headers []string
	// Permission is the browser's name for the permission to reach the
	// endpoint's space, "" where none is needed.
	Permission string
}

// Limit is how long a probe may take.
const Limit = 4 * time.Second

// Outcome is how a probe ended.
type Outcome string

const (
	Nothing  Outcome = "nothing"  // the browser lets nothing be seen: a TypeError
	Late     Outcome = "late"     // not within Limit
	Opaque   Outcome = "opaque"   // an answer came, and stays hidden
	Redirect Outcome = "redirect" // to another address; it is not followed
	Answer   Outcome = "answer"   // one that the page may read
)

// Result is what a probe brought, and what the browser said of itself then.
type Result struct {
	Outcome     Outcome
	Status      int
	ContentType string
	Text        string // the beginning of the body
	Took        time.Duration
	Online      bool
	Secure      bool   // the page is one that may ask for permissions
	Permission  string // granted, denied or prompt; "" where the browser doesn't tell
}

// Tried is a probe with its result.
type Tried struct {
	Probe
	Result
}

// Facts are all that is known of a failed request.
type Facts struct {
	Page    string   // address of the page
	URL     string   // of the request; its query never goes into a probe, it may hold a key
	Headers []string // names of its headers
	Preset  string   // id of the provider
	Status  int      // of its answer; 0 where none could be read
	HTML    bool     // its answer was a web page
	Title   string   // of that
	Tried   []Tried  // oldest first
}

// With is the facts and what one more probe brought.
func (f Facts) With(p Probe, r Result) Facts {
	f.Tried = append(slices.Clip(f.Tried), Tried{p, r})
	return f
}

// Origin is the page's origin, as a server has to name it.
func (f Facts) Origin() string { return originOf(parse(f.Page)) }

// Target is the request's address; an unreadable one is an empty one.
func (f Facts) Target() *url.URL { return parse(f.URL) }

// Path is what a probe asks for, without scheme and host.
func (p Probe) Path() string { return parse(p.URL).EscapedPath() }

// of finds the last probe of a kind.
func (f Facts) of(kind string) (Tried, bool) {
	for i := len(f.Tried) - 1; i >= 0; i-- {
		if f.Tried[i].Kind == kind {
			return f.Tried[i], true
		}
	}
	return Tried{}, false
}

// last is what the browser said of itself most recently.
func (f Facts) last() Result {
	if n := len(f.Tried); n > 0 {
		return f.Tried[n-1].Result
	}
	return Result{Online: true}
}

// Permission is the browser's name for the permission that the page needs to
// reach the endpoint, and the state of it; both are "" where it needs none, or
// where the browser doesn't tell.
func (f Facts) Permission() (name, state string) {
	n := len(f.Tried)
	if n == 0 || !f.farther() || f.Tried[n-1].Result.Permission == "" {
		return "", ""
	}
	return f.Tried[n-1].Probe.Permission, f.Tried[n-1].Result.Permission
}

// farther says whether the endpoint is in a space that the page is not from.
func (f Facts) farther() bool {
	return spaceOf(f.Target().Hostname()) > spaceOf(parse(f.Page).Hostname())
}

// Found says whether a probe met the list of models, or one who guards it.
func (t Tried) Found() bool {
	return t.Outcome == Answer && strings.Contains(t.ContentType, "json") &&
		(t.Status == 200 || t.Status == 401 || t.Status == 403)
}

// html says whether a web page was the answer.
func (t Tried) html() bool {
	return t.Outcome == Answer && (strings.Contains(t.ContentType, "html") || strings.HasPrefix(strings.TrimSpace(t.Text), "<"))
}
