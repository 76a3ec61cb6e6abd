package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/provider"
)

// eventRow is one server-sent event: what it changes in the answer and, open,
// its payload. Number, time and change are drawn from attributes, so that the
// row's text is the payload and the repairs behind it.
type eventRow struct {
	app.Compo
	P       *Program
	T       *locale.Text
	Event   provider.Event
	At      int64 // milliseconds
	Open    bool
	Dialect string
}

// Render draws one line, and everything below it where it is open.
func (r *eventRow) Render() app.UI {
	e := r.Event
	row := of("li", "event").DataSet("testid", "event").DataSet("index", e.Index)
	text := e.Data
	if e.Comment {
		text = strings.TrimRight(e.Raw, "\r\n")
		row = row.DataSet("kind", "comment")
	}
	if r.Open {
		row = row.DataSet("open", "true")
	}
	what, change := r.change()
	line := button().Class("line").Aria("expanded", strconv.FormatBool(r.Open)).
		Aria("label", strings.TrimSpace(what+" "+change)).DataSet("index", e.Index).DataSet("at", locale.Duration(r.At)).OnClick(r.P.on(play.EventChosen{Event: e.Index})).Body(
		el("code").Attr("translate", "no").Text(text),
		of("span", "what").DataSet("what", what),
		of("span", "change").DataSet("change", change),
	)
	repairs := make([]app.UI, 0, len(e.Rules))
	for _, rule := range e.Rules {
		repairs = append(repairs, of("span", "repair").DataSet("testid", "event-repair").DataSet("rule", rule).
			Body(icon("warn"), app.Text(r.T.Repairs.Sentence(rule))))
	}
	return row.Body(line, of("div", "repairs").Body(repairs...))
}

// change says in the words of the wire what an event adds to the answer, and to
// what: "call 1" and `arguments += "…"`.
func (r *eventRow) change() (what, change string) {
	t := r.T.Wire
	switch {
	case r.Event.Comment:
		return "", t.KeepAlive
	case strings.TrimSpace(r.Event.Data) == "[DONE]":
		return "", "[DONE]"
	}
	dialect, ok := provider.ByName(r.Dialect)
	if !ok {
		return "", ""
	}
	deltas, err := dialect.Decode(r.Event.Data, false)
	if err != nil {
		return t.ErrorEvent, ""
	}
	var changes []string
	for _, d := range deltas {
		to, text := changeOf(t, d)
		if what == "" {
			what = to
		}
		changes = append(changes, text...)
	}
	if len(changes) == 0 {
		return "", r.Event.Data // it changes nothing: it speaks for itself
	}
	return what, strings.Join(changes, "  ")
}

// changeOf is what one delta adds, and to what.
func changeOf(t locale.Wire, d chat.Delta) (what string, changes []string) {
	add := func(to, name, text string) {
		if text == "" {
			return
		}
		if what == "" {
			what = to
		}
		changes = append(changes, name+jsondoc.Quote(text))
	}
	add(t.ToText, "content += ", d.Text)
	add(t.ToReasoning, "reasoning += ", d.Reasoning)
	add(t.ToText, "refusal += ", d.Refusal)
	for _, c := range d.Calls {
		to := t.ToCall
		if c.Indexed {
			to += " " + strconv.Itoa(c.Index)
		}
		add(to, "id ", c.ID)
		add(to, "name ", c.Name)
		add(to, "arguments += ", c.Arguments)
	}
	add("", "finish_reason ", d.Finish)
	if d.Usage.Raw != "" {
		changes = append(changes, "usage "+d.Usage.Raw)
	}
	return what, changes
}
