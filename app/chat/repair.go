package chat

// Rules of repairs: what had to be guessed, or what a strict reader would have
// read differently. Normal variations (comments, a repeated role, a missing
// type, arguments in one piece) are none. The page has one sentence a rule.
const (
	RuleCallIndexMissing     = "call-index-missing"      // a streamed call has no index: id, name and order told it from the others
	RuleCallIndexReused      = "call-index-reused"       // two calls came under one index: their ids or names told them apart
	RuleCallIDMissing        = "call-id-missing"         // a call has no id: the page made one up, Detail
	RuleCallIDNotString      = "call-id-not-string"      // the id was a number: it goes back as a string, Detail
	RuleCallIDRepeated       = "call-id-repeated"        // two calls have the same id, Detail: results pair by order
	RuleCallNameChanged      = "call-name-changed"       // a later piece gave another name, Detail: the first one holds
	RuleCallOtherDialect     = "call-other-dialect"      // function_call answered tools, or tool_calls answered functions
	RuleArgumentsMissing     = "arguments-missing"       // a whole call has no arguments: none were made up
	RuleArgumentsNotString   = "arguments-not-string"    // arguments were a JSON value instead of a string: its text was kept
	RuleArgumentsParameters  = "arguments-in-parameters" // arguments stood under "parameters"
	RuleMessageForDelta      = "message-for-delta"       // a stream brought messages so far instead of deltas: the last one holds
	RuleEventUndecodable     = "event-undecodable"       // the data of an event is not a JSON object: it was skipped, Detail
	RuleEventComment         = "event-comment"           // a comment was sent as data: it was skipped, Detail
	RuleEventLinesSplit      = "event-lines-split"       // several objects came as one event: each of its data lines was read alone
	RuleEventLinesJoined     = "event-lines-joined"      // lines of an event lacked their "data:": they were read as if they had it
	RuleEventAfterDone       = "event-after-done"        // data came after [DONE]: it was not read, Detail
	RuleContentTypeDisagrees = "content-type-disagrees"  // the body is a stream although its content type is JSON, or the reverse, Detail
)

// Rules lists every rule that a Repair can have.
var Rules = []string{
	RuleCallIndexMissing, RuleCallIndexReused,
	RuleCallIDMissing, RuleCallIDNotString, RuleCallIDRepeated,
	RuleCallNameChanged, RuleCallOtherDialect,
	RuleArgumentsMissing, RuleArgumentsNotString, RuleArgumentsParameters,
	RuleMessageForDelta,
	RuleEventUndecodable, RuleEventComment, RuleEventLinesSplit, RuleEventLinesJoined, RuleEventAfterDone,
	RuleContentTypeDisagrees,
}

// repairs is the list of an answer while deltas are folded into it. The same
// rule with the same detail is told once, where it was first needed.
type repairs struct {
	list []Repair
	told map[Repair]bool // by rule and detail; nil until a repair is added
}

func (r *repairs) add(rule, detail string, event int) {
	if r.told == nil {
		r.told = make(map[Repair]bool, len(r.list)+1)
		for _, known := range r.list {
			r.told[Repair{Rule: known.Rule, Detail: known.Detail}] = true
		}
		r.list = r.list[:len(r.list):len(r.list)]
	}
	key := Repair{Rule: rule, Detail: detail}
	if !r.told[key] {
		r.told[key] = true
		r.list = append(r.list, Repair{rule, detail, event})
	}
}

// drop takes back what turned out not to be needed.
func (r *repairs) drop(rule, detail string) {
	var kept []Repair
	for _, known := range r.list {
		if known.Rule != rule || known.Detail != detail {
			kept = append(kept, known)
		}
	}
	r.list, r.told = kept, nil
}
