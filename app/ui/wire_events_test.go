package ui

import (
	"testing"
	"time"

	"toolyard/app/play"
	"toolyard/app/provider"
)

// rested is a completion of number 1 whose answer is over.
func rested(body string, events int) play.Completion {
	return play.Completion{ID: 1, State: play.AtRest, Status: 200, ContentType: "text/event-stream", Body: play.Body{body},
		Endpoint: provider.Endpoint{Dialect: "chat-tools"}, At: make([]time.Duration, events)}
}

// TestEventsAreThoseOfTheAnswer: another tab's work has completions of the same
// numbers; what was read of one is not shown as another's.
func TestEventsAreThoseOfTheAnswer(t *testing.T) {
	w := wireBody{Tab: "events"}
	for _, answer := range []struct {
		body string
		at   int
		want string
	}{
		{"data: {\"a\":1}\n\ndata: {\"b\":1}\n\n", 2, `{"b":1}`},
		{"data: {\"c\":1}\n\n", 1, `{"c":1}`},
		{"data: {\"a\":1}\n\ndata: {\"b\":1}\n\n", 1, `{"a":1}`},
	} {
		w.Completion = rested(answer.body, answer.at)
		events := w.all()
		if len(events) != answer.at || events[len(events)-1].Data != answer.want {
			t.Errorf("%q: %d events, want %d that end with %s: %+v", answer.body, len(events), answer.at, answer.want, events)
		}
	}
}
