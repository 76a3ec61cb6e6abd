package provider

import (
	"errors"
	"strings"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
)

// progress is what an answer has brought so far: enough to tell at its end
// whether it said anything.
type progress struct {
	named    bool // an id, a model or tokens
	said     bool // text, reasoning, a refusal or a call
	finished bool // a finish reason
	broken   bool // the finish reason "error"
}

func (p *progress) see(d chat.Delta) {
	p.named = p.named || d.ID != "" || d.Model != "" || d.Usage.Total > 0
	p.said = p.said || d.Text != "" || d.Reasoning != "" || d.Refusal != "" || len(d.Calls) > 0
	p.finished = p.finished || d.Finish != ""
	p.broken = p.broken || d.Finish == "error"
}

// nothing reports whether there is no answer in the answer: neither a message
// nor the end of an empty one from a model that is named.
func (p *progress) nothing() bool { return !p.said && !(p.finished && p.named) }

// readWhole decodes a body that is one text.
func (r *Reader) readWhole() {
	body := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(string(r.held)), "\ufeff"))
	deltas, err := r.dialect.Decode(body, true)
	event := Event{Index: -1}
	var failure *Error
	switch {
	case errors.As(err, &failure):
		r.fail(failure)
	case err != nil:
		r.fail(ReadError(r.status, body))
	}
	for _, d := range deltas {
		r.add(&event, d)
	}
	if r.failed == nil && !r.nothing() {
		r.checkContentType(&event)
	}
}

// checkContentType tells where a strict reader would have misread the body.
func (r *Reader) checkContentType(e *Event) {
	kind := strings.ToLower(r.contentType)
	streamed := strings.Contains(kind, "event-stream")
	if streamed && r.form != stream || strings.Contains(kind, "json") && r.form == stream {
		r.tell(e, chat.RuleContentTypeDisagrees, r.contentType)
	}
}

// outcome judges the answer at its end.
func (r *Reader) outcome() Outcome {
	o := Outcome{Error: r.failed, Done: r.done}
	switch {
	case r.form == stream:
		o.Cut = !r.done && !r.finished && r.failed == nil
	default:
		o.Cut = r.failed != nil && r.failed.Kind == KindStream
	}
	if o.Error == nil {
		o.Error = r.judge()
	}
	if o.Error != nil && r.form != stream {
		o.Error.Body = string(r.held)
	}
	return o
}

// judge finds an error in an answer that names none.
func (r *Reader) judge() *Error {
	e := &Error{Status: r.status}
	body := strings.TrimSpace(string(r.held))
	switch {
	case r.broken:
		e.Kind = KindStream
	case !r.nothing():
		return nil
	case r.form == stream && r.skipped != "":
		e = brokenOff(r.skipped)
		e.Status = r.status
	case r.form == text && body != "" && !completion(body):
		e = ReadError(r.status, body)
	case r.status < 400:
		e.Kind = KindEmpty
	}
	e.classify()
	return e
}

// completion reports whether a body has the shape of one.
func completion(body string) bool {
	d := jsondoc.Parse(strings.TrimPrefix(body, "\ufeff"))
	return d.OK() && (d.Root.Get("choices") != nil || d.Root.Get("usage") != nil)
}
