package provider

import (
	"fmt"
	"strings"

	"toolyard/app/jsondoc"
)

// Kind is what an error means to the person: each has an advice of its own.
type Kind string

const (
	KindKey        Kind = "key"        // the key is missing, wrong, or another site's
	KindQuota      Kind = "quota"      // no credit left: waiting does not help
	KindRate       Kind = "rate"       // too many requests: waiting helps
	KindModel      Kind = "model"      // no such model, or not for this key
	KindRequest    Kind = "request"    // something in the request is refused
	KindContent    Kind = "content"    // a content filter
	KindContext    Kind = "context"    // too long for the model
	KindEndpoint   Kind = "endpoint"   // no completion endpoint is at this address
	KindCORS       Kind = "cors"       // it refuses browsers
	KindNetwork    Kind = "network"    // no answer at all
	KindPermission Kind = "permission" // the key is right, but may not do this
	KindRelay      Kind = "relay"      // a relay failed on its own account
	KindProvider   Kind = "provider"   // the provider failed
	KindStream     Kind = "stream"     // the answer broke off or broke down on its way
	KindEmpty      Kind = "empty"      // an answer with nothing in it
	KindWorkshop   Kind = "workshop"   // the page's own part that simulates is not there
)

// Kinds lists every kind.
var Kinds = []Kind{
	KindKey, KindQuota, KindRate, KindModel, KindRequest, KindContent, KindContext, KindEndpoint,
	KindCORS, KindNetwork, KindPermission, KindRelay, KindProvider, KindStream, KindEmpty, KindWorkshop,
}

// Error is a completion that failed, in the words of whoever failed it. Fields
// are empty where the answer has nothing to put there.
type Error struct {
	Kind       Kind
	Family     string // which envelope it came in
	Status     int    // of HTTP: an error can come under 200, too
	Code, Type string // a code that is a number stands as its text
	Param      string // the member of the request that is at fault
	Message    string
	Upstream   string // what the provider behind a relay said, where it is passed on
	RequestID  string
	RetryAfter int    // seconds that it asks to wait, 0 where it says nothing
	Generation string // what Groq's model wrote when its call was refused
	Body       string // the whole body, verbatim; the data of the event in a stream

	declared string // the HTTP status that the body names
}

// Error never shows what looks like a key: see Redacted for the fields.
func (e *Error) Error() string {
	return fmt.Sprintf("provider: %s error (status %d): %s", e.Kind, e.Status, Redact(e.Message, ""))
}

// Redacted is the error without the key, which some providers repeat.
func (e *Error) Redacted(key Secret) *Error {
	r := *e
	for _, text := range []*string{&r.Message, &r.Upstream, &r.Generation, &r.Body} {
		*text = Redact(*text, key)
	}
	return &r
}

// ReadError reads the body of an answer that is known to have failed, whatever
// its form. The status decides only where the body says nothing.
func ReadError(status int, body string) *Error {
	text := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(body), "\ufeff"))
	var e *Error
	if d := jsondoc.Parse(text); d.OK() {
		e = recognise(d)
	}
	if e == nil {
		e = readText(status, text)
	}
	e.Status, e.Body = status, body
	e.classify()
	return e
}

// readText reads a body that is no envelope: a JSON string, plain text, the
// page of a proxy, or half of something. Its kind is set where the text alone
// tells it.
func readText(status int, body string) *Error {
	e := &Error{Family: "text", Status: status, Body: body}
	d := jsondoc.Parse(body)
	succeeded := status < 400
	switch {
	case body == "":
		if succeeded {
			e.Kind = KindEmpty
		}
	case strings.HasPrefix(body, "<"):
		e.Family, e.Message = "html", title(body)
		if status < 500 {
			e.Kind = KindEndpoint
		}
	case d.OK() && d.Root.Kind == jsondoc.String:
		e.Message = str(d, d.Root)
	case !d.OK() && (body[0] == '{' || body[0] == '['):
		e.Message = excerpt(body)
		if succeeded {
			e.Kind = KindStream
		}
	default:
		e.Message = excerpt(body)
		if succeeded && e.sign() == "" {
			e.Kind = KindEndpoint
		}
	}
	return e
}

// brokenOff is a stream that ended in plain text.
func brokenOff(text string) *Error {
	e := &Error{Family: "text", Message: excerpt(text), Body: text}
	if e.Kind = e.sign(); e.Kind == "" {
		e.Kind = KindStream
	}
	return e
}

// title is that of an HTML page, or its beginning.
func title(page string) string {
	lower := strings.ToLower(page)
	_, after, found := strings.Cut(lower, "<title>")
	if !found || len(lower) != len(page) {
		return excerpt(page)
	}
	end := strings.Index(after, "<")
	if end < 0 {
		end = len(after)
	}
	start := len(page) - len(after)
	return strings.TrimSpace(page[start : start+end])
}
