package simulator

import (
	"strings"
	"time"

	"toolyard/app/jsondoc"
)

// refusal is a request that a provider answers with 400.
type refusal struct{ param, message string }

func refuse(param, message string) *refusal { return &refusal{param, message} }

// script is the error as OpenAI words and shapes it.
func (f *refusal) script() Script {
	param := "null"
	if f.param != "" {
		param = jsondoc.Quote(f.param)
	}
	body := `{"error":{"message":` + jsondoc.Quote("(simulated) "+f.message) +
		`,"type":"invalid_request_error","param":` + param + `,"code":null}}`
	return Script{400, jsonType, []Chunk{{120 * time.Millisecond, body}}}
}

// check refuses conversations that no provider takes: a call without its
// result, a result without its call, no message at all.
func (r *request) check() *refusal {
	if len(r.messages) == 0 {
		return refuse("messages", "[] is too short - 'messages'")
	}
	var open []string // ids of calls that wait for a result
	for _, m := range r.messages {
		switch m.role {
		case "tool":
			rest, ok := without(open, m.callID)
			if !ok {
				return refuse("messages", "messages with role 'tool' must be a response to a preceding message with 'tool_calls'.")
			}
			open = rest
			continue
		case "function":
			if m.name == "" {
				return refuse("messages", "Missing parameter 'name': messages with role 'function' must have a 'name'.")
			}
		case "system", "developer", "user", "assistant":
		default:
			return refuse("messages", "Invalid value: '"+m.role+"'. Supported values are: 'system', 'assistant', 'user', 'function', 'tool', and 'developer'.")
		}
		if len(open) > 0 {
			return unanswered(open)
		}
		if !r.legacy {
			open = ids(m.calls)
		}
	}
	if len(open) > 0 {
		return unanswered(open)
	}
	return nil
}

func unanswered(open []string) *refusal {
	return refuse("messages", "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. "+
		"The following tool_call_ids did not have response messages: "+strings.Join(open, ", "))
}

// without takes the first id out; ok is false where it isn't there.
func without(list []string, id string) (rest []string, ok bool) {
	for i, other := range list {
		if other == id {
			return append(append(rest, list[:i]...), list[i+1:]...), true
		}
	}
	return list, false
}

func ids(calls []call) []string {
	var list []string
	for _, c := range calls {
		if c.id != "" {
			list = append(list, c.id)
		}
	}
	return list
}
