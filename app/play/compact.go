package play

import (
	"slices"
	"strings"
	"unicode/utf8"

	"toolyard/app/provider"
)

// This file keeps the wire small without losing a byte of it: what can be told
// from something else is told from it when somebody looks.
//
// A request holds all that was said before, so in a long conversation the bodies
// would weigh as much as the square of the talk. Each is kept as what it has
// beyond the request before it. An answer is kept as its body, once and in one
// piece; its events are read from that again.

// sentText is the body of a request: the beginning of another one's, a text of
// its own, and the end of that other one's. Without another, it is all its own.
type sentText struct {
	of         int // id of the completion
	base       *sentText
	head, tail int // bytes of the base's text at either end
	own        string
	size       int // of the whole text
}

// sentAfter is a text told by that of a base, where that spares at least half.
func sentAfter(base *sentText, of int, text string) *sentText {
	if base != nil {
		was := base.String()
		head := common(was, text)
		tail := commonEnd(was[head:], text[head:])
		if own := text[head : len(text)-tail]; len(own) <= len(text)/2 {
			return &sentText{of, base, head, tail, strings.Clone(own), len(text)}
		}
	}
	return &sentText{of: of, own: text, size: len(text)}
}

// common is the length of the beginning that two texts have in common, and no
// part of a character.
func common(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(b) && !utf8.RuneStart(b[n]) {
		n--
	}
	return n
}

// commonEnd is the length of the end that two texts have in common, likewise.
func commonEnd(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	for n > 0 && !utf8.RuneStart(b[len(b)-n]) {
		n--
	}
	return n
}

// String is the whole text.
func (s *sentText) String() string {
	if s == nil {
		return ""
	}
	if s.base == nil {
		return s.own
	}
	var b strings.Builder
	b.Grow(s.size)
	s.write(&b, 0, s.size)
	return b.String()
}

// write writes a part of the text.
func (s *sentText) write(b *strings.Builder, from, to int) {
	for s.base != nil && to <= s.head { // a long way down, so no recursion
		s = s.base
	}
	if s.base == nil {
		b.WriteString(s.own[from:to])
		return
	}
	behind := s.head + len(s.own) // where the end of the base begins
	if from < s.head {
		s.base.write(b, from, s.head)
	}
	if from < behind && to > s.head {
		b.WriteString(s.own[max(from-s.head, 0) : min(to, behind)-s.head])
	}
	if to > behind {
		shift := s.base.size - s.size
		s.base.write(b, max(from, behind)+shift, to+shift)
	}
}

// Request is what was sent, to the byte.
func (c Completion) Request() provider.Request {
	r := c.request
	r.Body = c.sent.String()
	return r
}

// sending is the completion with its request, told by an earlier one of the same
// conversation. Only there: a conversation that is let go takes its texts along.
func (m Model) sending(c Completion, r provider.Request) Completion {
	root := m.Conversation.Root(c.After)
	var base *sentText
	for i := len(m.Completions) - 1; i >= 0 && base == nil; i-- {
		if before := m.Completions[i]; m.Conversation.Root(before.After) == root {
			base = before.sent
		}
	}
	c.sent = sentAfter(base, c.ID, r.Body)
	c.request, c.request.Body = r, ""
	return c
}

// rested is a completion that nothing more comes for. Its tools matter only to
// the advice that follows an error.
func (c Completion) rested() Completion {
	body := c.Body.String()
	if body != "" {
		c.Body = Body{body}
	}
	c.events = nil
	c.At = slices.Clone(c.At)
	c.Answer.ID, c.Answer.Model = strings.Clone(c.Answer.ID), strings.Clone(c.Answer.Model) // of the events' text
	if c.Error == nil {
		c.Tools = nil
	} else if c.Error.Body == body && body != "" {
		e := *c.Error
		e.Body, c.Error = body, &e
	}
	return c
}

// Events are the server-sent events of the answer. Of one that is over they are
// read anew each time.
func (c Completion) Events() []provider.Event {
	if c.events != nil || len(c.At) == 0 {
		return c.events
	}
	events, _, _ := c.reread()
	return events[:min(len(c.At), len(events))] // one that was cut by the person's stop was none
}

// reread reads the body as it was read when it arrived.
func (c Completion) reread() ([]provider.Event, []provider.Batch, provider.Outcome) {
	dialect, ok := provider.ByName(c.Endpoint.Dialect)
	if !ok || c.Status == 0 {
		return nil, nil, provider.Outcome{}
	}
	reader := provider.NewReader(dialect, c.Status, c.ContentType)
	first := reader.Feed([]byte(c.Body.String()))
	last, outcome := reader.End()
	return append(first.Events, last.Events...), []provider.Batch{first, last}, outcome
}

// weight is how many bytes a completion keeps.
func (c Completion) weight() int { return c.Body.Len() + len(c.sentOwn()) + 8*len(c.At) }

func (c Completion) sentOwn() string {
	if c.sent == nil {
		return ""
	}
	return c.sent.own
}
