package rehearsal

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// request is what the endpoint looks at in a request.
type request struct {
	Model    string    `json:"model"`
	Messages []message `json:"messages"`
}

type message struct {
	Role       string `json:"role"`
	ToolCallID string `json:"tool_call_id"`
	ToolCalls  []struct {
		ID string `json:"id"`
	} `json:"tool_calls"`
	FunctionCall *struct{} `json:"function_call"`
}

// problem is why a request is refused.
type problem struct{ param, message string }

// given counts the completions that the turn has had.
func (r request) given() int {
	n := 0
	for _, m := range r.Messages {
		switch m.Role {
		case "user":
			n = 0
		case "assistant":
			n++
		}
	}
	return n
}

// check reads a request and refuses what strict providers refuse: no messages,
// a tool call without its one result before anything else is said, a result
// without its call.
func check(body []byte) (request, *problem) {
	var r request
	if err := json.Unmarshal(body, &r); err != nil {
		return r, &problem{"", "We could not parse the JSON body of your request: " + err.Error()}
	}
	if r.Model == "" {
		return r, &problem{"model", "you must provide a model parameter"}
	}
	if len(r.Messages) == 0 {
		return r, &problem{"messages", "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead."}
	}
	return r, checkResults(r.Messages)
}

// checkResults walks the messages with the ids that still wait for a result.
func checkResults(messages []message) *problem {
	var waiting []string
	asked := 0
	for i, m := range messages {
		if m.Role == "tool" {
			at := slices.Index(waiting, m.ToolCallID)
			if at < 0 {
				return &problem{param(i, "tool_call_id"), "Invalid parameter: messages with role 'tool' must be a response to a preceding message with 'tool_calls'."}
			}
			waiting = slices.Delete(waiting, at, at+1)
			continue
		}
		if len(waiting) > 0 {
			return unanswered(asked, waiting)
		}
		if m.Role == "function" && (i == 0 || messages[i-1].FunctionCall == nil) {
			return &problem{param(i, "role"), "Invalid parameter: a message with role 'function' must follow a message with 'function_call'."}
		}
		asked = i
		for _, call := range m.ToolCalls {
			waiting = append(waiting, call.ID)
		}
	}
	if len(waiting) > 0 {
		return unanswered(asked, waiting)
	}
	return nil
}

func unanswered(at int, ids []string) *problem {
	return &problem{param(at, "role"), "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. " +
		"The following tool_call_ids did not have response messages: " + strings.Join(ids, ", ")}
}

func param(message int, member string) string {
	return fmt.Sprintf("messages.[%d].%s", message, member)
}
