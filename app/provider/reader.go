package provider

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"toolyard/app/chat"
	"toolyard/app/sse"
)

// Event is one server-sent event of an answer, for the wire view.
type Event struct {
	Index   int // from 0, comments counted
	Name    string
	Data    string
	Raw     string   // its lines as they stood
	Comment bool     // a keep-alive
	Rules   []string // of the repairs that it needed
}

// Batch is what some bytes of an answer brought.
type Batch struct {
	Events []Event
	Deltas []chat.Delta
}

// Outcome is how an answer ended.
type Outcome struct {
	Error *Error // nil where there was none; what came before it still holds
	Done  bool   // a stream said [DONE]
	Cut   bool   // it ended early: no finish reason and no [DONE], or half a JSON text
}

// form is what a body turned out to be.
type form uint8

const (
	undecided form = iota
	stream
	text // one JSON text, or none at all
)

// Reader reads the body of an answer as it arrives. What the body is, it tells
// by its first bytes: servers answer with JSON where a stream was asked for,
// with a stream where it was not, and with errors of any form under any status.
// Where the pieces end makes no difference.
type Reader struct {
	dialect     Dialect
	status      int
	contentType string

	form  form
	held  []byte // what came before the form was clear; all of a text
	sse   sse.Reader
	batch Batch
	next  int // index of the next event

	done     bool
	failed   *Error
	skipped  string       // the first data that could not be decoded
	streamed map[int]bool // choices that came as deltas
	progress
}

// NewReader reads the answer of a request that this dialect wrote. The content
// type may be empty.
func NewReader(dialect Dialect, status int, contentType string) *Reader {
	return &Reader{dialect: dialect, status: status, contentType: contentType, streamed: map[int]bool{}}
}

// Feed takes the next bytes of the body.
func (r *Reader) Feed(p []byte) Batch {
	switch r.form {
	case undecided:
		r.held = append(r.held, p...)
		r.form = sniff(r.held)
		if r.form == stream {
			r.read(r.sse.Feed(r.held))
			r.held = nil
		}
	case stream:
		r.read(r.sse.Feed(p))
	case text:
		r.held = append(r.held, p...)
	}
	return r.hand()
}

// End takes the end of the body.
func (r *Reader) End() (Batch, Outcome) {
	if r.form == stream {
		r.read(r.sse.End())
	} else {
		r.readWhole()
	}
	return r.hand(), r.outcome()
}

// hand gives over what was read since the last time.
func (r *Reader) hand() Batch {
	b := r.batch
	r.batch = Batch{}
	return b
}

// sniff tells a stream by its first word. White space before it is what keeps
// connections alive.
func sniff(body []byte) form {
	body = bytes.TrimLeft(bytes.TrimPrefix(body, []byte("\ufeff")), " \t\r\n")
	start := string(body[:min(len(body), len("event:"))])
	if strings.HasPrefix(start, ":") {
		return stream
	}
	for _, word := range []string{"data:", "event:", "id:", "retry:"} {
		if strings.HasPrefix(start, word) {
			return stream
		}
		if strings.HasPrefix(word, start) {
			return undecided
		}
	}
	if strings.HasPrefix("\ufeff", start) {
		return undecided
	}
	return text
}

func (r *Reader) read(events []sse.Event) {
	r.batch.Events = slices.Grow(r.batch.Events, len(events))
	r.batch.Deltas = slices.Grow(r.batch.Deltas, 2*len(events)) // most have two: what names the answer, and a piece of it
	for _, e := range events {
		event := Event{Index: r.next, Name: e.Name, Data: e.Data, Raw: e.Raw, Comment: e.Comment}
		r.next++
		if event.Index == 0 {
			r.checkContentType(&event)
		}
		r.readEvent(&event)
		r.batch.Events = append(r.batch.Events, event)
	}
}

// readEvent decodes the data of an event; what can't be decoded is told.
func (r *Reader) readEvent(e *Event) {
	data := strings.TrimSpace(e.Data)
	switch {
	case data == "":
	case data == "[DONE]":
		r.done = true
	case r.done:
		r.tell(e, chat.RuleEventAfterDone, excerpt(data))
	case strings.HasPrefix(data, ":"):
		r.tell(e, chat.RuleEventComment, excerpt(data))
	case r.decode(e, data):
	case r.split(e, data) || r.join(e):
	case e.Name == "error":
		r.fail(brokenOff(data))
	default:
		r.tell(e, chat.RuleEventUndecodable, excerpt(data))
		if r.skipped == "" {
			r.skipped = data
		}
	}
}

// decode takes one JSON object of a stream, and reports whether it was one.
func (r *Reader) decode(e *Event, data string) bool {
	deltas, err := r.dialect.Decode(data, false)
	if errors.Is(err, errUndecodable) {
		return false
	}
	for _, d := range deltas {
		r.add(e, d)
	}
	var failure *Error
	if errors.As(err, &failure) {
		r.fail(failure)
	}
	return true
}

// add passes a delta on. Messages so far count only until the first delta:
// servers that send both say everything twice.
func (r *Reader) add(e *Event, d chat.Delta) {
	switch {
	case e.Index >= 0 && d.Whole && r.streamed[d.Choice]:
		d = chat.Delta{Choice: d.Choice, Finish: d.Finish}
	case !d.Whole && d.Says():
		r.streamed[d.Choice] = true
	}
	d.Event = e.Index
	for _, repair := range d.Repairs {
		e.Rules = append(e.Rules, repair.Rule)
	}
	r.see(d)
	r.batch.Deltas = append(r.batch.Deltas, d)
}

// tell passes on a repair that belongs to no choice.
func (r *Reader) tell(e *Event, rule, detail string) {
	d := chat.Delta{Choice: chat.NoChoice, Event: e.Index}
	repair(&d, rule, detail)
	r.batch.Deltas = append(r.batch.Deltas, d)
	e.Rules = append(e.Rules, rule)
}

// fail keeps the first error: later ones only follow from it.
func (r *Reader) fail(e *Error) {
	if r.failed == nil {
		e.Status = r.status
		e.classify()
		r.failed = e
	}
}
