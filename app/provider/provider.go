// Package provider turns a completion into the HTTP request of an endpoint, and
// the bytes that come back into deltas, events and errors.
//
// An endpoint is a base URL, an auth style, a dialect and a model. A provider is
// who runs it; a preset fills an endpoint in. A dialect is a wire format. A
// completion is one request and its answer. An event is one server-sent event
// of a streamed answer.
//
// Nothing here touches the network: a Request is a value that is sent, shown
// and tested alike, and a Reader is fed with bytes.
package provider

import (
	"fmt"

	"toolyard/app/chat"
	"toolyard/app/tool"
)

// Endpoint is where a completion goes. It holds no key.
type Endpoint struct {
	Provider string // id of the preset it was filled in from; "custom" where none
	BaseURL  string // as typed
	Auth     AuthStyle
	Dialect  string // Dialect.Name
	Model    string
	Echo     Echo // which reasoning goes back
}

// AuthStyle says which header carries the key, and how.
type AuthStyle string

const (
	AuthBearer  AuthStyle = "bearer"         // Authorization: Bearer KEY
	AuthRaw     AuthStyle = "raw"            // Authorization: KEY
	AuthXAPIKey AuthStyle = "x-api-key"      // x-api-key: KEY
	AuthGoogle  AuthStyle = "x-goog-api-key" // x-goog-api-key: KEY
	AuthAPIKey  AuthStyle = "api-key"        // api-key: KEY
	AuthNone    AuthStyle = "none"           // no key is sent
)

// AuthStyles lists every style in the order the page offers them.
var AuthStyles = []AuthStyle{AuthBearer, AuthRaw, AuthXAPIKey, AuthGoogle, AuthAPIKey, AuthNone}

// Secret is a key. Every way of printing it shows "•••"; only Reveal gives it away.
type Secret string

const mask = "•••"

func (s Secret) String() string               { return mask }
func (s Secret) GoString() string             { return mask }
func (s Secret) Format(f fmt.State, _ rune)   { fmt.Fprint(f, mask) }
func (s Secret) MarshalText() ([]byte, error) { return []byte(mask), nil }

// Reveal is the key itself: for the header of the request it was typed for.
func (s Secret) Reveal() string { return string(s) }

// Options are the settings of a completion, as typed. Empty means not sent.
type Options struct {
	Stream            string // "", true or false
	Temperature       string // a JSON number
	MaxTokens         string // a JSON integer
	ToolChoice        string // "", auto, none, required, or tool:NAME
	ParallelToolCalls string // "", true or false
	Extra             string // a JSON object whose members replace those of the body
}

// Completion is everything a request is made of.
type Completion struct {
	Endpoint Endpoint
	Key      Secret
	Options  Options
	Messages []chat.Message // a System first, if there is one
	Tools    []tool.Tool    // only those that are offered
}

// Header is one header field of a request. Its value is Prefix and Secret, so
// that the key never joins a plain string before it is sent.
type Header struct {
	Name, Prefix string
	Secret       Secret
}

// Request is a completion on the wire: sent, shown and exported, one value.
type Request struct {
	Method, URL string
	Header      []Header
	Body        string
}

// FieldError is a setting that can't be sent. Field is the data-testid of the
// control that holds it; Rule names the sentence; Detail is foreign text.
type FieldError struct{ Field, Rule, Detail string }

func (e *FieldError) Error() string {
	return fmt.Sprintf("provider: %s: %s %s", e.Field, e.Rule, e.Detail)
}

// Dialect is a wire format of completions.
type Dialect interface {
	// Name is the id that endpoints, links and the page know it by.
	Name() string
	// Request writes a completion; its error is a *FieldError.
	Request(Completion) (Request, error)
	// Decode reads one JSON object: an event of a stream, or a whole answer.
	// Its error is an *Error where the object says that the completion failed.
	Decode(object string, whole bool) ([]chat.Delta, error)
}
