package chat

import "toolyard/app/jsondoc"

// draft is a choice while deltas are folded into it.
type draft struct {
	choice                   Choice
	text, reasoning, refusal grown
	parts                    *value // the content where it is an array, nil until a part is added
	extra                    fields
	calls                    []*callDraft
}

func openDraft(c Choice) *draft {
	d := &draft{choice: c}
	d.text.set(c.Message.Text)
	d.reasoning.set(c.Message.Reasoning)
	d.refusal.set(c.Message.Refusal)
	d.extra.was = c.Message.Extra
	for _, call := range c.Message.Calls {
		d.calls = append(d.calls, openCall(call))
	}
	return d
}

// reset makes room for a whole message.
func (c *draft) reset() {
	*c = draft{choice: Choice{Index: c.choice.Index, Finish: c.choice.Finish}}
}

func (c *draft) add(d Delta) {
	c.reasoning.add(d.Reasoning)
	c.refusal.add(d.Refusal)
	if d.Whole {
		c.extra.was = d.Extra
		c.choice.Message.Content, c.choice.Message.Parts = d.Content, d.Parts
		c.text.add(d.Text)
		return
	}
	c.extra.merge(d.Extra)
	c.addContent(d)
}

// addContent keeps to the form that the content came in: null until there is a
// text, a text until there are parts.
func (c *draft) addContent(d Delta) {
	m := &c.choice.Message
	parts := d.Parts
	switch {
	case d.Content == ContentParts && m.Content != ContentParts:
		c.openParts(textPart(c.text.String()))
	case d.Content == ContentText && m.Content == ContentParts:
		parts = textPart(d.Text)
	}
	m.Content = max(m.Content, d.Content)
	c.text.add(d.Text)
	if m.Content == ContentParts && parts != "" {
		if c.parts == nil {
			c.openParts(m.Parts)
		}
		doc := jsondoc.Parse(parts)
		c.parts.merge(doc, doc.Root)
	}
}

func (c *draft) openParts(raw string) {
	if raw == "" {
		raw = "[]"
	}
	c.parts = &value{kind: jsondoc.Array, content: true, raw: raw}
}

// textPart is a text as an array of content parts, "" where it is empty.
func textPart(text string) string {
	if text == "" {
		return ""
	}
	return `[{"type":"text","text":` + jsondoc.Quote(text) + `}]`
}

// done is the choice as it stands after the batch.
func (c *draft) done() Choice {
	m := &c.choice.Message
	m.Text, m.Reasoning, m.Refusal = c.text.String(), c.reasoning.String(), c.refusal.String()
	m.Extra = c.extra.members()
	if c.parts != nil {
		m.Parts = c.parts.String()
	}
	m.Calls = nil
	for _, call := range c.calls {
		m.Calls = append(m.Calls, call.call())
	}
	return c.choice
}
