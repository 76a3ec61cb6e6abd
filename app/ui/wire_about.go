package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// aboutRequest says what can't be seen in a request: that it goes through the
// relay, and which reasoning stays out of it.
func (w *wireBody) aboutRequest() app.UI {
	about := of("div", "about")
	var lines []app.UI
	if w.Through != "" {
		lines = append(lines, of("p", "hint").DataSet("testid", "request-relay").Text(w.T.Relay.WireThrough(w.Through)))
	}
	for _, sent := range []bool{true, false} {
		var fields []string
		for _, e := range w.Echoed {
			if e.Sent == sent {
				for _, field := range e.Fields {
					fields = append(fields, "messages["+strconv.Itoa(e.Message)+"]."+field)
				}
			}
		}
		if len(fields) > 0 {
			lines = append(lines, of("p", "hint").DataSet("testid", "echoed").DataSet("sent", strconv.FormatBool(sent)).
				DataSet("count", strconv.Itoa(len(fields))).Text(w.T.Endpoints.Reasoning(sent, strings.Join(fields, ", "))))
		}
	}
	return about.Body(lines...)
}
