// Package simulator plays a model's part inside the page: it reads the request
// that would have gone to a provider, and scripts the answer that might have
// come back. There is no model, no network, no clock and no chance in it, and
// every text it writes says that it is simulated.
//
// A request is the body of a chat completion, with tools or with legacy
// functions. An offer is a tool as the request offers it. The ask is the last
// user message; what was called and answered since then is its turn. A fact is
// something the ask names: a place, an amount, a date. A plan is the calls that
// the ask needs, in order. A reply is what the model says: a text, or calls. A
// script is the reply as bytes with pauses between them.
//
// The same body and language give the same script for ever.
package simulator

import (
	"fmt"
	"hash/fnv"
	"strings"
	"time"
)

// Script is a response, played one chunk after the other.
type Script struct {
	Status      int // of HTTP
	ContentType string
	Chunks      []Chunk
}

// Chunk is a piece of the response's body, sent after a pause.
type Chunk struct {
	Pause time.Duration
	Text  string
}

// Answer scripts the response to a request's body. The language (BCP 47) is the
// person's: Chinese for zh, English for every other.
func Answer(body, language string) Script {
	w := english
	if language == "zh" || strings.HasPrefix(language, "zh-") {
		w = chinese
	}
	r, refused := read(body)
	if refused == nil {
		refused = r.check()
	}
	if refused != nil {
		return refused.script()
	}
	return r.script(r.reply(w))
}

// hash names things after the body, so that ids differ from turn to turn and
// never from one playing to the next.
func hash(parts ...string) string {
	h := fnv.New64a()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return fmt.Sprintf("%016x", h.Sum64())
}
