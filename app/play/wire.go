package play

import (
	"encoding/json"
	"time"

	"toolyard/app/chat"
	"toolyard/app/provider"
)

// wireLimit bounds the bytes of request and response bodies that are kept on
// the device: the newest stay.
const wireLimit = 4 << 20

// exchange is a completion as it is kept: what was sent, without the key, and
// what came. Events, answer and error are read again from the body.
type exchange struct {
	ID          int               `json:"id"`
	After       chat.NodeID       `json:"after,omitempty"`
	Node        chat.NodeID       `json:"node,omitempty"`
	Endpoint    provider.Endpoint `json:"endpoint"`
	Options     provider.Options  `json:"options"`
	Relayed     bool              `json:"relayed,omitempty"`
	Method      string            `json:"method"`
	URL         string            `json:"url"`
	Header      [][2]string       `json:"header"` // name and value, the key masked
	Request     string            `json:"request"`
	Base        int               `json:"base,omitempty"` // its request begins and ends as that one's does
	Head        int               `json:"head,omitempty"`
	Tail        int               `json:"tail,omitempty"`
	Status      int               `json:"status,omitempty"`
	ContentType string            `json:"contentType,omitempty"`
	RequestID   string            `json:"requestId,omitempty"`
	Stopped     bool              `json:"stopped,omitempty"`
	Body        string            `json:"body"`
	At          []int64           `json:"at,omitempty"` // milliseconds
	First       int64             `json:"first"`
	Took        int64             `json:"took"`
	Error       *provider.Error   `json:"error,omitempty"` // where no body tells it
}

// marshalWire writes the newest completions that fit. Of a request it writes what
// is kept of it, where the one that tells the rest is written, too.
func marshalWire(completions []*Completion) string {
	from, size := len(completions), 0
	for ; from > 0; from-- {
		c := completions[from-1]
		if size += c.Body.Len() + len(c.sentOwn()); size > wireLimit {
			break
		}
	}
	exchanges := make([]exchange, 0, len(completions)-from)
	written := map[*sentText]bool{}
	for _, c := range completions[from:] {
		x := c.exchange()
		if s := c.sent; s != nil && s.base != nil && written[s.base] {
			x.Base, x.Head, x.Tail, x.Request = s.base.of, s.head, s.tail, s.own
		}
		written[c.sent] = true
		exchanges = append(exchanges, x)
	}
	return marshal(exchanges)
}

func (c Completion) exchange() exchange {
	x := exchange{
		ID: c.ID, After: c.After, Node: c.Node, Endpoint: c.Endpoint, Options: c.Options, Relayed: c.Relayed,
		Method: c.request.Method, URL: c.request.URL, Request: c.sent.String(),
		Status: c.Status, ContentType: c.ContentType, RequestID: c.RequestID,
		Stopped: c.Stopped, Body: c.Body.String(), First: c.First.Milliseconds(), Took: c.Took.Milliseconds(),
	}
	for _, h := range c.request.Header {
		value := h.Prefix
		if h.Secret != "" {
			value += h.Secret.String()
		}
		x.Header = append(x.Header, [2]string{h.Name, value})
	}
	for _, at := range c.At {
		x.At = append(x.At, at.Milliseconds())
	}
	if c.Error != nil && (c.Error.Kind == provider.KindNetwork || c.Error.Kind == provider.KindWorkshop || c.Error.Kind == provider.KindStream || c.Error.Family == relayFamily) {
		x.Error = c.Error
	}
	return x
}

// unmarshalWire reads completions back, and the highest id among them and born.
// A text that is none gives no completions.
func unmarshalWire(text string, born int) ([]*Completion, int) {
	var exchanges []exchange
	if json.Unmarshal([]byte(text), &exchanges) != nil {
		return nil, born
	}
	var completions []*Completion
	sent := map[int]*sentText{}
	for _, x := range exchanges {
		c := x.completion()
		c.sent = x.sent(sent[x.Base])
		sent[x.ID] = c.sent
		completions = append(completions, &c)
		born = max(born, x.ID)
	}
	return completions, born
}

// sent is the body of the request.
func (x exchange) sent(base *sentText) *sentText {
	if base == nil || min(x.Head, x.Tail) < 0 || x.Head+x.Tail > base.size {
		return &sentText{of: x.ID, own: x.Request, size: len(x.Request)}
	}
	return &sentText{x.ID, base, x.Head, x.Tail, x.Request, x.Head + len(x.Request) + x.Tail}
}

func (x exchange) completion() Completion {
	c := Completion{
		ID: x.ID, After: x.After, Node: x.Node, Endpoint: x.Endpoint, State: AtRest, Stopped: x.Stopped,
		Options: x.Options, Relayed: x.Relayed, Kept: true,
		request: provider.Request{Method: x.Method, URL: x.URL},
		Status:  x.Status, ContentType: x.ContentType, RequestID: x.RequestID,
		First: time.Duration(x.First) * time.Millisecond,
	}
	for _, h := range x.Header {
		header := provider.Header{Name: h[0], Prefix: h[1]}
		c.request.Header = append(c.request.Header, header)
	}
	c.Error = failure(c.replay(x), x.Status)
	if x.Error != nil || x.Stopped {
		c.Error = x.Error
	}
	c.Took = time.Duration(x.Took) * time.Millisecond
	return c.rested()
}

// replay reads the kept body as it was read when it arrived.
func (c *Completion) replay(x exchange) provider.Outcome {
	if x.Body != "" {
		c.Body = Body{x.Body}
	}
	events, batches, outcome := c.reread()
	for _, b := range batches {
		c.Answer = c.Answer.Add(b.Deltas...)
	}
	c.At = make([]time.Duration, len(events))
	for i := range min(len(c.At), len(x.At)) {
		c.At[i] = time.Duration(x.At[i]) * time.Millisecond
	}
	return outcome
}
