// Package sse reads server-sent events from bytes that arrive in pieces.
//
// A line ends with LF, CR or CRLF. An event is the lines up to an empty line.
// A comment is an event of nothing but lines that begin with a colon: servers
// send them to keep a connection alive. The data of an event are its "data"
// lines, joined with LF.
//
// Where the pieces end makes no difference: any split of the same bytes gives
// the same events. An event surfaces only when it is over, so a character that
// was split between two pieces is whole again by then.
//
// Reference: https://html.spec.whatwg.org/multipage/server-sent-events.html.
// Unlike there, an event without data and one that the end of the body cuts
// off are returned too: people want to see them.
package sse

import (
	"bytes"
	"strings"
)

// Event is one server-sent event, or a comment.
type Event struct {
	Name    string // of its "event" line, "" where there is none
	ID      string // of its "id" line
	Data    string // its "data" lines, joined with LF
	Raw     string // its lines as they stood; the end of the last one is left off
	Comment bool   // nothing but comment lines
}

// Reader reads the events of one body. The zero Reader is at its beginning.
type Reader struct {
	begun  bool   // the place where a byte order mark may stand is behind
	held   []byte // what may yet turn out to be a byte order mark
	line   []byte // the line that is not over yet
	afterR bool   // a CR was the last byte: a LF that follows belongs to it
	event  draft
}

// draft is the event that is not over yet. Its memory serves the next one, too.
type draft struct {
	Event
	raw    []byte
	data   []byte // joined, of more lines than one
	from   int    // where the data of the last "data" line begins in raw
	to     int
	datas  int  // how many "data" lines there were
	fields bool // a line stood in it that is no comment
}

const mark = "\ufeff"

// Feed takes the next bytes of the body and returns the events that they end.
func (r *Reader) Feed(p []byte) []Event {
	if !r.begun {
		if p = r.begin(p); p == nil {
			return nil
		}
	}
	var events []Event
	for len(p) > 0 {
		if r.afterR {
			r.afterR = false
			if p[0] == '\n' {
				r.event.endLine('\n')
				p = p[1:]
				continue
			}
		}
		end := lineLength(p)
		r.line = append(r.line, p[:end]...)
		if end == len(p) {
			break
		}
		r.afterR = p[end] == '\r'
		events = r.endLine(events, p[end])
		p = p[end+1:]
	}
	return events
}

// lineLength is where the first line ends, or where the bytes do.
func lineLength(p []byte) int {
	for i, c := range p {
		if c == '\n' || c == '\r' {
			return i
		}
	}
	return len(p)
}

// End takes the end of the body and returns the event that it cut off, if any.
func (r *Reader) End() []Event {
	r.begun = true
	events := r.Feed(r.held)
	r.held = nil
	if len(r.line) > 0 {
		events = r.endLine(events, '\n')
	}
	return r.event.end(events)
}

// begin drops a byte order mark at the very start of the body. It returns nil
// as long as more bytes are needed to tell.
func (r *Reader) begin(p []byte) []byte {
	r.held = append(r.held, p...)
	if len(r.held) < len(mark) && strings.HasPrefix(mark, string(r.held)) {
		return nil
	}
	r.begun = true
	p = bytes.TrimPrefix(r.held, []byte(mark))
	r.held = nil
	return p
}

// endLine takes the end of a line; an empty one ends the event.
func (r *Reader) endLine(events []Event, terminator byte) []Event {
	if len(r.line) == 0 {
		return r.event.end(events)
	}
	r.event.take(r.line)
	r.event.endLine(terminator)
	r.line = r.line[:0]
	return events
}

// take reads one line of the event.
func (d *draft) take(line []byte) {
	d.raw = append(d.raw, line...)
	name, value, _ := bytes.Cut(line, []byte(":"))
	if len(name) == 0 {
		return
	}
	d.fields = true
	value = bytes.TrimPrefix(value, []byte(" "))
	switch string(name) {
	case "event":
		d.Name = string(value)
	case "id":
		d.ID = string(value)
	case "data":
		if d.datas == 1 {
			d.data = append(d.data, d.raw[d.from:d.to]...)
		}
		d.from, d.to = len(d.raw)-len(value), len(d.raw)
		if d.datas++; d.datas > 1 {
			d.data = append(append(d.data, '\n'), value...)
		}
	}
}

// endLine keeps a line's end: another line of the event may follow. Between
// two events there is nothing to keep it for.
func (d *draft) endLine(terminator byte) {
	if len(d.raw) > 0 {
		d.raw = append(d.raw, terminator)
	}
}

// end hands the event over and begins the next one.
func (d *draft) end(events []Event) []Event {
	if len(d.raw) == 0 {
		return events
	}
	d.Raw = string(bytes.TrimRight(d.raw, "\r\n"))
	switch d.datas {
	case 0:
	case 1:
		d.Data = d.Raw[d.from:d.to] // no line ends with what is trimmed
	default:
		d.Data = string(d.data)
	}
	d.Comment = !d.fields
	events = append(events, d.Event)
	*d = draft{raw: d.raw[:0], data: d.data[:0]}
	return events
}
