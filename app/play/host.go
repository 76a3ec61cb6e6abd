package play

import (
	"context"
	"errors"
	"io"
	"time"

	"toolyard/app/doctor"
	"toolyard/app/provider"
)

// Host is everything a playground needs from the world outside: network,
// storage, clock, clipboard and page. It has one implementation in a browser
// (wasm/browser) and one for scripts (in this package's tests).
//
// Methods may block, so only effects call them. An error says what failed in
// words for a developer; the message that reports it holds the person's words.
type Host interface {
	// Send makes a request and returns as soon as the response's headers are
	// there. Cancelling ctx ends the request and its body at once. An answer of
	// any status is a Response; an error means that there is none to read.
	Send(ctx context.Context, r provider.Request) (Response, error)
	// Probe makes a request of the doctor's, within its limit, without the key,
	// cookies or cache. A failure is what a probe is for: part of its result.
	Probe(ctx context.Context, p doctor.Probe) doctor.Result

	// Load reads what Store kept; ok is false where nothing was.
	Load(ctx context.Context, at Place, key string) (value string, ok bool, err error)
	Store(ctx context.Context, at Place, key, value string) error
	Erase(ctx context.Context, at Place, key string) error
	// Change does all of a change to the device, or nothing of it. Done is false
	// where the change was not to be made.
	Change(ctx context.Context, c Change) (done bool, err error)
	// List reads all that the device keeps under keys with this beginning.
	List(ctx context.Context, prefix string) (map[string]string, error)
	// Jot notes something on the device before it returns, as well as it can: for
	// a page that is about to go. Jotted are all notes, those of other tabs too;
	// Unjot drops one.
	Jot(key, value string)
	Jotted() map[string]string
	Unjot(key string)

	// Unique is a text that is no one else's: no tab makes the same one.
	Unique() string
	// Tell says something to the other tabs that this page is open in.
	Tell(text string)

	// Copy puts a text on the clipboard.
	Copy(ctx context.Context, text string) error
	// Download offers a file to the person.
	Download(name, mediaType, content string) error
	// Focus moves the focus to the element with this id once it is drawn.
	Focus(id string)
	// Invite is Focus, unless the person writes elsewhere.
	Invite(id string)
	// Reveal scrolls to the element with this id once it is drawn.
	Reveal(id string)
	// Dress sets the page's language (BCP 47) and its theme: "", light or dark.
	Dress(language, theme string)

	// Work has the workshop do a job of package job. It waits for the workshop; an
	// error says why there is none, or why the job failed.
	Work(ctx context.Context, job string, input []byte) (output []byte, err error)
	// LoadEditor brings the editor of JSON text, and says whether it is there.
	LoadEditor(ctx context.Context) bool

	// Address is the page's own address without its fragment.
	Address() string
	// Fragment is what stands behind the # of the address; SetFragment replaces
	// it and adds no entry to the browser's history.
	Fragment() string
	SetFragment(fragment string)
	// Framed says whether the page stands inside another one.
	Framed() bool
	// Opening is what the page was opened for, by a shortcut or by what another
	// program shared; its Open is "" where by nothing in particular.
	Opening(ctx context.Context) Opening
	// OnRelease calls f when a newer release of the program waits, or was found to
	// be broken, and at once where that is so already.
	OnRelease(f func(whole bool))
	// Renew changes to the newer release: the page loads anew.
	Renew()
	// Languages are the person's languages, the preferred one first (BCP 47).
	Languages() []string

	// Now is the time of day.
	Now() time.Time
	// Sleep waits, or returns early with the error of ctx.
	Sleep(ctx context.Context, d time.Duration) error
}

// Place says how long something is kept.
type Place uint8

const (
	Tab    Place = iota // until the tab closes
	Device              // until it is erased
	Vault               // likewise, and encrypted: what is read there and can't be decrypted is ErrSealed
)

// Change is something done to what the device keeps: what is put there, by key,
// and what is erased. If May is given, it decides, by what stands under Guard at
// that moment ("" where nothing does), whether the change is made; nothing comes
// between the look and the change.
type Change struct {
	Put   map[string]string
	Erase []string
	Guard string
	May   func(now string) bool
}

// ErrFull is the error of a Host that has no room: what was kept before still is.
var ErrFull = errors.New("storage is full")

// Response is an answer whose headers have arrived.
type Response struct {
	Status      int
	ContentType string
	RequestID   string // x-request-id, where the browser may read it
	RetryAfter  string // retry-after, likewise
	Relay       string // toolyard-relay: whose answer it is, of one that came through a relay
	Body        io.ReadCloser
}
