package chat

// NoChoice is the Choice of a delta that belongs to no choice: it carries
// only an id, a model, usage or repairs.
const NoChoice = -1

// Delta is one piece of an answer. The zero value of a field adds nothing.
type Delta struct {
	Event  int  // index of the event it came in; -1 where the body is no stream
	Choice int  // as the provider numbers it, or NoChoice
	Whole  bool // it is the whole message, and replaces what the choice held

	ID, Model string
	Content   Content
	Text      string
	Parts     string // raw JSON array where Content is ContentParts
	Reasoning string // for reading only: what goes back stands in Extra
	Refusal   string // for reading only, likewise
	Calls     []CallDelta
	Finish    string
	Usage     Usage
	Extra     []Member // other fields of the message, verbatim
	Repairs   []Repair // needed to decode it; their Event is set by the fold
}

// Says reports whether the delta adds anything to a message.
func (d Delta) Says() bool {
	return d.Content != ContentAbsent || d.Reasoning != "" || d.Refusal != "" || len(d.Calls) > 0 || len(d.Extra) > 0
}

// CallDelta is one piece of a tool call, or a whole one.
type CallDelta struct {
	Index     int
	Indexed   bool // Index was sent; without it, the index is not 0 but unknown
	Legacy    bool // it is a function_call: there is one at most, and it has no id
	ID        string
	Name      string
	Arguments string
	Replace   bool     // Arguments came as a JSON value, which no piece can continue
	Extra     []Member // other fields of the call, verbatim
	Function  []Member // other fields inside its "function", verbatim
}

// empty reports whether the piece says nothing that could begin a call.
func (d CallDelta) empty() bool {
	return d.ID == "" && d.Name == "" && d.Arguments == "" && len(d.Extra) == 0 && len(d.Function) == 0
}
