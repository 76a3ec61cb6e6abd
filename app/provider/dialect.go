package provider

import (
	"sync"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
)

// The dialects. ChatFunctions is the form that chat completions had before
// tools: one call a message, without an id, answered by the function's name.
var (
	ChatTools     Dialect = chatDialect{name: "chat-tools"}
	ChatFunctions Dialect = chatDialect{name: "chat-functions", legacy: true}
)

// Dialects lists every dialect in the order the page offers them.
var Dialects = []Dialect{ChatTools, ChatFunctions}

// ByName finds a dialect by the name that endpoints and links know it by.
func ByName(name string) (Dialect, bool) {
	for _, d := range Dialects {
		if d.Name() == name {
			return d, true
		}
	}
	return nil, false
}

// scratches are where objects are read: most come by the thousand.
var scratches = sync.Pool{New: func() any { return new(jsondoc.Scratch) }}

// chatDialect is chat completions: with tools, or with legacy functions.
type chatDialect struct {
	name   string
	legacy bool
}

func (d chatDialect) Name() string { return d.name }

// Request writes a completion. Members stand in a readable order, and a setting
// that is empty is not sent. The body is indented, so that what a person reads
// is what goes out.
func (d chatDialect) Request(c Completion) (Request, error) {
	address, err := c.Endpoint.URL()
	if err != nil {
		return Request{}, err
	}
	body, err := d.body(c)
	if err != nil {
		return Request{}, err
	}
	return Request{Method: "POST", URL: address, Header: header(c.Endpoint.Auth, c.Key), Body: indented(body.String())}, nil
}

func indented(body string) string {
	d := jsondoc.Parse(body)
	return jsondoc.Indent(d, d.Root, "", "  ")
}

// Decode reads one JSON object of a body. Its error is an *Error where the
// object says that the completion failed; what else the object brought is
// returned all the same. It is errUndecodable where it is no JSON object.
func (d chatDialect) Decode(object string, whole bool) ([]chat.Delta, error) {
	s := scratches.Get().(*jsondoc.Scratch)
	defer scratches.Put(s) // deltas and errors hold strings alone
	return decoder{s.Parse(object), whole, d.legacy}.deltas()
}

// header is all that is ever sent: any other header would break the preflight
// of some provider.
func header(style AuthStyle, key Secret) []Header {
	h := []Header{{Name: "Content-Type", Prefix: "application/json"}}
	if key == "" {
		return h
	}
	switch style {
	case AuthBearer:
		return append(h, Header{Name: "Authorization", Prefix: "Bearer ", Secret: key})
	case AuthRaw:
		return append(h, Header{Name: "Authorization", Secret: key})
	case AuthXAPIKey, AuthGoogle, AuthAPIKey:
		return append(h, Header{Name: string(style), Secret: key})
	}
	return h
}
