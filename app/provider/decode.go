package provider

import (
	"errors"
	"strconv"
	"strings"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
)

// errUndecodable is the error of Decode for what is no JSON object.
var errUndecodable = errors.New("provider: not a JSON object")

// decoder reads one object of a chat completion: an event, or the whole. Nothing
// it returns is written to later.
type decoder struct {
	jsondoc.Doc
	whole  bool // the object is the whole answer, not an event
	legacy bool // the request spoke of functions, not of tools
}

func (d decoder) deltas() ([]chat.Delta, error) {
	if !d.OK() || d.Root.Kind != jsondoc.Object {
		return nil, errUndecodable
	}
	choices := elements(d.Root.Get("choices"))
	envelope := chat.Delta{Choice: chat.NoChoice}
	envelope.ID, envelope.Model = str(d.Doc, d.Root.Get("id")), str(d.Doc, d.Root.Get("model"))
	envelope.Usage = usageOf(d.Doc, choices)
	deltas := make([]chat.Delta, 0, 1+len(choices))
	if envelope.ID != "" || envelope.Model != "" || envelope.Usage.Raw != "" {
		deltas = append(deltas, envelope)
	}
	for i, choice := range choices {
		if choice.Kind == jsondoc.Object {
			deltas = append(deltas, d.choice(choice, i))
		}
	}
	if e := failure(d.Doc, choices, envelope.Usage.Raw != ""); e != nil {
		return deltas, e
	}
	return deltas, nil
}

// failure finds the error that an object reports. Where it has choices or
// tokens, only an "error" member makes it one.
func failure(d jsondoc.Doc, choices []*jsondoc.Node, used bool) *Error {
	if truthy(d, d.Root.Get("error")) || len(choices) == 0 && !used {
		return recognise(d)
	}
	for _, c := range choices {
		e := &Error{Family: "openrouter", Body: d.Text}
		if truthy(d, c.Get("error")) && e.readObject(d, c.Get("error")) {
			return e
		}
	}
	return nil
}

// usageOf finds the token counts: at the top, or where Groq and Moonshot put
// them in streams.
func usageOf(d jsondoc.Doc, choices []*jsondoc.Node) chat.Usage {
	found := d.Root.Get("usage")
	if found == nil || found.Kind != jsondoc.Object {
		found = d.Root.Get("x_groq").Get("usage")
	}
	for _, c := range choices {
		if found == nil || found.Kind != jsondoc.Object {
			found = c.Get("usage")
		}
	}
	if found == nil || found.Kind != jsondoc.Object {
		return chat.Usage{}
	}
	return chat.Usage{
		Prompt:     count(d, found.Get("prompt_tokens")),
		Completion: count(d, found.Get("completion_tokens")),
		Total:      count(d, found.Get("total_tokens")),
		Raw:        d.Raw(found),
	}
}

// count reads a number of tokens, and 12.0 as well as 12; what can't be one is 0.
func count(d jsondoc.Doc, n *jsondoc.Node) int64 {
	whole, fraction, _ := strings.Cut(d.Raw(n), ".")
	if strings.Trim(fraction, "0") != "" {
		return 0
	}
	v, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		return 0
	}
	return v
}

// choice reads one choice. A stream has deltas; where there is none, the
// message so far stands for it. A whole answer has a message, sometimes under
// the name of delta.
func (d decoder) choice(n *jsondoc.Node, position int) chat.Delta {
	delta := chat.Delta{Choice: indexOf(d.Doc, n, position), Finish: str(d.Doc, n.Get("finish_reason"))}
	message := messageOf(n, d.whole)
	if message == nil {
		return delta
	}
	delta.Whole = d.whole
	if !d.whole && message == n.Get("message") {
		delta.Whole = true
		repair(&delta, chat.RuleMessageForDelta, "")
	}
	d.message(&delta, message)
	return delta
}

// messageOf is what a choice brings: an event's delta, or a whole message.
func messageOf(choice *jsondoc.Node, whole bool) *jsondoc.Node {
	first, second := choice.Get("delta"), choice.Get("message")
	if whole {
		first, second = second, first
	}
	switch {
	case isObject(first) && (len(first.Members) > 0 || !isObject(second)):
		return first
	case isObject(second):
		return second
	}
	return nil
}

func indexOf(d jsondoc.Doc, choice *jsondoc.Node, position int) int {
	if index, err := strconv.Atoi(d.Raw(choice.Get("index"))); err == nil && index >= 0 {
		return index
	}
	return position
}

func repair(d *chat.Delta, rule, detail string) {
	d.Repairs = append(d.Repairs, chat.Repair{Rule: rule, Detail: detail})
}

func isObject(n *jsondoc.Node) bool { return n != nil && n.Kind == jsondoc.Object }

// elements are those of an array; other values have none.
func elements(n *jsondoc.Node) []*jsondoc.Node {
	if n == nil {
		return nil
	}
	return n.Elements
}

// str is a string, decoded, and "" for any other value.
func str(d jsondoc.Doc, n *jsondoc.Node) string {
	s, _ := d.Str(n)
	return s
}

// truthy reports whether a member says anything: null, false, "" and {} don't.
func truthy(d jsondoc.Doc, n *jsondoc.Node) bool {
	switch {
	case n == nil || n.Kind == jsondoc.Null:
		return false
	case n.Kind == jsondoc.Object:
		return len(n.Members) > 0
	case n.Kind == jsondoc.Array:
		return len(n.Elements) > 0
	}
	raw := d.Raw(n)
	return raw != "false" && raw != `""` && raw != "0"
}
