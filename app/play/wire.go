package play

import (
	"encoding/json"
	"slices"
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

// marshalWire writes the newest completions that fit.
func marshalWire(completions []Completion) string {
	var exchanges []exchange
	size := 0
	for i := len(completions) - 1; i >= 0; i-- {
		c := completions[i]
		if size += c.Body.Len() + len(c.Request.Body); size > wireLimit {
			break
		}
		exchanges = append(exchanges, c.exchange())
	}
	slices.Reverse(exchanges)
	return marshal(exchanges)
}

func (c Completion) exchange() exchange {
	x := exchange{
		ID: c.ID, After: c.After, Node: c.Node, Endpoint: c.Endpoint, Options: c.Options, Relayed: c.Relayed,
		Method: c.Request.Method, URL: c.Request.URL, Request: c.Request.Body,
		Status: c.Status, ContentType: c.ContentType, RequestID: c.RequestID,
		Stopped: c.Stopped, Body: c.Body.String(), First: c.First.Milliseconds(), Took: c.Took.Milliseconds(),
	}
	for _, h := range c.Request.Header {
		value := h.Prefix
		if h.Secret != "" {
			value += h.Secret.String()
		}
		x.Header = append(x.Header, [2]string{h.Name, value})
	}
	for _, at := range c.At {
		x.At = append(x.At, at.Milliseconds())
	}
	if c.Error != nil && (c.Error.Kind == provider.KindNetwork || c.Error.Kind == provider.KindStream || c.Error.Family == relayFamily) {
		x.Error = c.Error
	}
	return x
}

// unmarshalWire reads completions back, and the highest id among them and born.
// A text that is none gives no completions.
func unmarshalWire(text string, born int) ([]Completion, int) {
	var exchanges []exchange
	if json.Unmarshal([]byte(text), &exchanges) != nil {
		return nil, born
	}
	var completions []Completion
	for _, x := range exchanges {
		completions = append(completions, x.completion())
		born = max(born, x.ID)
	}
	return completions, born
}

func (x exchange) completion() Completion {
	c := Completion{
		ID: x.ID, After: x.After, Node: x.Node, Endpoint: x.Endpoint, State: AtRest, Stopped: x.Stopped,
		Options: x.Options, Relayed: x.Relayed, Kept: true,
		Request: provider.Request{Method: x.Method, URL: x.URL, Body: x.Request},
		Status:  x.Status, ContentType: x.ContentType, RequestID: x.RequestID,
		First: time.Duration(x.First) * time.Millisecond,
	}
	for _, h := range x.Header {
		header := provider.Header{Name: h[0], Prefix: h[1]}
		c.Request.Header = append(c.Request.Header, header)
	}
	c.Error = failure(c.replay(x), x.Status)
	if x.Error != nil || x.Stopped {
		c.Error = x.Error
	}
	c.Took = time.Duration(x.Took) * time.Millisecond
	return c
}

// replay reads the kept body as it was read when it arrived.
func (c *Completion) replay(x exchange) provider.Outcome {
	dialect, ok := provider.ByName(x.Endpoint.Dialect)
	if !ok || x.Status == 0 {
		return provider.Outcome{}
	}
	reader := provider.NewReader(dialect, x.Status, x.ContentType)
	*c = c.with(PieceArrived{Body: x.Body, Batch: reader.Feed([]byte(x.Body))})
	batch, outcome := reader.End()
	*c = c.with(PieceArrived{Batch: batch})
	for i := range c.At {
		if i < len(x.At) {
			c.At[i] = time.Duration(x.At[i]) * time.Millisecond
		}
	}
	return outcome
}
