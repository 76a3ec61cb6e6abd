package simulator

import "strings"

// reply is what the model says: a text, or calls.
type reply struct {
	text   string
	calls  []call
	finish string
}

// turn is the ask and what came of it so far.
type turn struct {
	ask  string
	done []answered
}

// answered is a call of the turn with its result.
type answered struct {
	call   call
	result string
}

// turn reads the messages from the last user message on.
func (r *request) turn() turn {
	var t turn
	for _, m := range r.messages {
		switch m.role {
		case "user":
			t = turn{ask: m.text}
		case "assistant":
			for _, c := range m.calls {
				t.done = append(t.done, answered{call: c})
			}
		case "tool", "function":
			t.answer(m)
		}
	}
	return t
}

// answer puts a result to its call: by id, or, in the legacy dialect, to the
// last call.
func (t *turn) answer(m message) {
	for i := len(t.done) - 1; i >= 0; i-- {
		c := t.done[i].call
		if m.role == "tool" && c.id == m.callID || m.role == "function" && c.name == m.name {
			t.done[i].result = m.text
			return
		}
	}
}

// reply decides: the calls of the plan that are still to be made, or the answer.
// Who forces a call gets one every time, as with a real provider.
func (r *request) reply(w words) reply {
	t := r.turn()
	calls := r.plan(t.ask)
	forced := r.choice == choiceNamed || r.choice == choiceRequired
	if !forced {
		calls = calls[min(len(t.done), len(calls)):]
	}
	switch {
	case len(calls) > 0:
		if !r.parallel {
			calls = calls[:1]
		}
		return reply{calls: r.identified(calls), finish: r.finish()}
	case len(t.done) > 0:
		return reply{text: w.answer(t), finish: "stop"}
	}
	return reply{text: w.nothingFits(r, t.ask), finish: "stop"}
}

// identified gives each call its id.
func (r *request) identified(calls []call) []call {
	if r.legacy {
		return calls
	}
	for i := range calls {
		calls[i].id = "call_" + hash(r.body, strings.Repeat("i", i))[:12]
	}
	return calls
}

// finish is the finish_reason of calls; a forced one is said to just stop.
func (r *request) finish() string {
	switch {
	case r.choice == choiceNamed:
		return "stop"
	case r.legacy:
		return "function_call"
	}
	return "tool_calls"
}
