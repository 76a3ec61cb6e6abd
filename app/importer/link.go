package importer

import (
	"errors"
	"regexp"
	"strings"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
	"toolyard/app/share"
)

// linkSign is how the fragment of a link begins, as it is or percent-encoded.
var linkSign = regexp.MustCompile(`(?:^|#|%(?:25)*23)s[0-9]+\.[0-9]`)

// isLink finds a link in a text that has no JSON before it.
func isLink(text string) bool {
	at := linkSign.FindStringIndex(strings.TrimSpace(text))
	return at != nil && strings.IndexAny(strings.TrimSpace(text)[:at[0]], "{[\"") < 0
}

// link reads a link, in the words that a message puts around it if must be.
func (r *reading) link() {
	start, end := trimmed(r.doc.Text)
	r.found.Kind = Link
	whole := r.doc.Text[start:end]
	s, err := share.Decode(whole)
	if err != nil {
		for _, word := range strings.Fields(whole) {
			if isLink(word) {
				start += strings.Index(whole, word)
				end = start + len(word)
				s, err = share.Decode(word)
				break
			}
		}
	}
	if err != nil {
		r.rejectShare(err, nil, Span{Start: start, End: end})
		return
	}
	if r.doc.Text[:start]+r.doc.Text[end:] != "" && strings.TrimSpace(r.doc.Text) != whole[:end-start] {
		r.note(RuleProse, "", 0, start)
	}
	r.take(s, func(int) Span { return Span{Start: start, End: end} })
	r.partsOf(s, func(...string) Span { return Span{Start: start, End: end} })
}

func trimmed(text string) (start, end int) {
	start = len(text) - len(strings.TrimLeft(text, " \t\r\n\ufeff"))
	return start, max(start, len(strings.TrimRight(text, " \t\r\n")))
}

// isPlayground knows the file of package share by its version.
func isPlayground(_ jsondoc.Doc, n *jsondoc.Node) bool { return n.Get("toolyard") != nil }

// playground reads the file of a playground.
func (r *reading) playground(n *jsondoc.Node) {
	d := jsondoc.Parse(r.doc.Raw(n))
	s, err := share.Unmarshal(d.Text)
	span := func(n *jsondoc.Node) Span {
		return Span{Start: r.doc.Root.Start + n.Start, End: r.doc.Root.Start + n.End}
	}
	if err != nil {
		r.rejectShare(err, func(pointer string) Span {
			at := d.At(pointer)
			if at == nil {
				at = d.Root
			}
			return span(at)
		}, span(d.Root))
		return
	}
	listed := elements(d.Root.Get("tools"))
	r.take(s, func(i int) Span { return span(listed[i]) })
	r.partsOf(s, func(names ...string) Span {
		for _, name := range names {
			if m := d.Root.Get(name); m != nil {
				return span(m)
			}
		}
		return span(d.Root)
	})
	r.rest(RuleMemberLeftOut, n, "toolyard", "title", "endpoint", "options", "system", "prompt", "tools", "messages", "tip")
}

// rejectShare rejects a playground for the reason of package share.
func (r *reading) rejectShare(err error, at func(pointer string) Span, whole Span) {
	var fault *share.Error
	detail := ""
	if errors.As(err, &fault) {
		detail = fault.Detail
		if fault.Pointer != "" && at != nil {
			whole = at(fault.Pointer)
		}
	}
	r.reject(share.Reason(err), detail, whole.Start, whole.End)
}

// take makes candidates of a snapshot's tools, and keeps the rest of it.
func (r *reading) take(s share.Snapshot, at func(tool int) Span) {
	for i, t := range s.Tools {
		r.candidate(Candidate{Tool: t, Span: at(i)})
	}
	s.Tools = nil
	r.found.Snapshot = s
}

// partsOf names what a snapshot holds.
func (r *reading) partsOf(s share.Snapshot, at func(members ...string) Span) {
	add := func(has bool, name string, span Span) {
		if has {
			r.part(name, "", span.Start, span.End)
		}
	}
	o := s.Options
	add(s.Title != "", PartTitle, at("title"))
	add(s.Endpoint.BaseURL != "" || s.Endpoint.Provider != "", PartEndpoint, at("endpoint"))
	add(s.Endpoint.Model != "", PartModel, at("endpoint"))
	add(o.Stream != "", PartStream, at("options"))
	add(o.Temperature != "", PartTemperature, at("options"))
	add(o.MaxTokens != "", PartMaxTokens, at("options"))
	add(o.ToolChoice != "", PartToolChoice, at("options"))
	add(o.ParallelToolCalls != "", PartParallel, at("options"))
	add(o.Extra != "", PartExtra, at("options"))
	add(s.System != "", PartSystem, at("system"))
	add(s.Prompt != "", PartPrompt, at("prompt"))
	for _, n := range s.Nodes {
		span := at("messages")
		r.part(PartMessage, role(n.Message), span.Start, span.End)
	}
}

// role is the word for a message that requests have.
func role(m chat.Message) string {
	switch m.(type) {
	case chat.System:
		return "system"
	case chat.User:
		return "user"
	case chat.Assistant:
		return "assistant"
	}
	return "tool"
}
