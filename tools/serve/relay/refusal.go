package relay

import (
	"encoding/json"
	"net/http"
)

// Refusal is an answer of the relay's own. Rule is a stable id for the page's
// sentence; Message is English, for who reads the wire. It holds no header and
// no query of the request: keys are there.
type Refusal struct {
	Rule     string `json:"rule"`
	Message  string `json:"message"`
	Host     string `json:"host,omitempty"`     // as the page named it, or as it is listed
	Address  string `json:"address,omitempty"`  // that a name led to, of address-private
	Upstream int    `json:"status,omitempty"`   // the upstream's own, of redirect
	Location string `json:"location,omitempty"` // where a redirect leads, without its query
	Status   int    `json:"-"`                  // of the answer
}

func (r *Refusal) Error() string { return "relay: " + r.Rule }

// answerHeader says whose an answer is: the upstream's, or the relay's own.
const answerHeader = "Toolyard-Relay"

// guards are on every answer. What an upstream sends is data for the page, even
// if it comes as a document or a script.
var guards = map[string]string{
	"Cache-Control":                "no-store",
	"Content-Security-Policy":      "default-src 'none'; sandbox; frame-ancestors 'none'",
	"Cross-Origin-Resource-Policy": "same-origin",
	"X-Content-Type-Options":       "nosniff",
	"X-Accel-Buffering":            "no", // nginx in front hands on each piece
}

// refuse answers and logs.
func (r *Relay) refuse(w http.ResponseWriter, said line, refusal *Refusal) {
	r.log(said, refusal.Status)
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set(answerHeader, "refused")
	w.WriteHeader(refusal.Status)
	json.NewEncoder(w).Encode(map[string]*Refusal{"toolyard_relay": refusal})
}
