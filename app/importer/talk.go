package importer

import (
	"slices"
	"strings"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
)

// talk is the conversation of a request while it is read.
type talk struct {
	*reading
	said []said
}

// said is a message and where it stands.
type said struct {
	chat.Message
	Span
}

func (t *talk) say(m chat.Message, n *jsondoc.Node) {
	t.said = append(t.said, said{m, Span{Start: n.Start, End: n.End}})
}

// assistant adds what the model said, in a dialect whose messages are not those
// of chat completions: a call that follows a text belongs to the same message.
func (t *talk) assistant(a chat.Assistant, n *jsondoc.Node) {
	last := len(t.said) - 1
	if last < 0 {
		t.say(a, n)
		return
	}
	before, ok := t.said[last].Message.(chat.Assistant)
	if !ok {
		t.say(a, n)
		return
	}
	if a.Content == chat.ContentText {
		if before.Content == chat.ContentText {
			t.noteAt(RuleMerged, "", n)
			a.Text = before.Text + "\n\n" + a.Text
		}
		before.Content, before.Text = chat.ContentText, a.Text
	}
	before.Calls = append(slices.Clip(before.Calls), a.Calls...)
	t.said[last] = said{before, Span{Start: t.said[last].Start, End: n.End}}
}

// result answers a call: by its id, or where there is none by the function's name.
func (t *talk) result(m chat.ToolResult, n *jsondoc.Node) {
	call, ok := t.answered(m)
	if !ok {
		t.noteAt(RuleUnpaired, firstText(m.CallID, m.Name), n)
	} else {
		m.CallID, m.Name = call.ID, call.Name
	}
	t.say(m, n)
}

// answered is the call that a result belongs to: of the last assistant message,
// with nothing but results since, and without a result so far.
func (t *talk) answered(m chat.ToolResult) (chat.ToolCall, bool) {
	var taken []string
	for _, s := range slices.Backward(t.said) {
		switch before := s.Message.(type) {
		case chat.ToolResult:
			taken = append(taken, before.CallID)
			continue
		case chat.Assistant:
			for _, c := range before.Calls {
				same := c.ID == m.CallID || m.CallID == "" && c.Name == m.Name
				if same && !slices.Contains(taken, c.ID) {
					return c, true
				}
			}
		}
		break
	}
	return chat.ToolCall{}, false
}

// finish makes of what was said a system prompt, a conversation, and a prompt:
// the user message that nothing follows.
func (t *talk) finish() {
	rest := t.said
	s := &t.found.Snapshot
	if len(rest) > 0 {
		if system, ok := rest[0].Message.(chat.System); ok && s.System == "" && system.Text != "" {
			s.System = system.Text
			t.part(PartSystem, "", rest[0].Start, rest[0].End)
			rest = rest[1:]
		}
	}
	if last := len(rest) - 1; last >= 0 {
		if user, ok := rest[last].Message.(chat.User); ok && strings.TrimSpace(user.Text) != "" {
			s.Prompt = user.Text
			t.part(PartPrompt, "", rest[last].Start, rest[last].End)
			rest = rest[:last]
		}
	}
	var c chat.Conversation
	for _, m := range rest {
		if _, isResult := m.Message.(chat.ToolResult); !isResult && len(c.Pending()) > 0 {
			t.note(RuleUnanswered, "", m.Start, m.End)
		}
		c, _ = c.Append(m.Message, 0)
		t.part(PartMessage, role(m.Message), m.Start, m.End)
	}
	if s.Prompt != "" && len(c.Pending()) > 0 {
		last := t.said[len(t.said)-1]
		t.note(RuleUnanswered, "", last.Start, last.End)
	}
	s.Nodes, s.Tip = c.Nodes(), c.Tip()
}

// flat is a content as one text. Parts of the given types are text; all others
// are told, and so is that there were parts.
func (t *talk) flat(n *jsondoc.Node, types ...string) string {
	switch {
	case isText(n):
		return t.text(n)
	case isObject(n): // one part that stands without its list
		return t.parts([]*jsondoc.Node{n}, types)
	case isList(n):
		if len(n.Elements) != 1 || isText(n.Elements[0]) {
			t.noteAt(RuleFlattened, "", n)
		}
		return t.parts(n.Elements, types)
	case n != nil && n.Kind != jsondoc.Null:
		t.noteAt(RuleFlattened, kindName(n.Kind), n)
		return t.doc.Raw(n)
	}
	return ""
}

func (t *talk) parts(parts []*jsondoc.Node, types []string) string {
	var texts []string
	for _, p := range parts {
		typ := t.text(p.Get("type"))
		text, ok := t.doc.Str(p.Get("text"))
		switch {
		case isText(p):
			texts = append(texts, t.text(p))
		case ok && slices.Contains(types, typ):
			texts = append(texts, text)
			t.rest(RuleMessageMember, p, "type", "text", "annotations")
		default:
			t.noteAt(RulePartLost, firstText(typ, kindName(p.Kind)), p)
		}
	}
	return strings.Join(texts, "\n\n")
}

func firstText(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
