package simulator

import (
	"strings"

	"toolyard/app/jsondoc"
)

// request is what the simulator understands of a body.
type request struct {
	body     string
	doc      jsondoc.Doc
	model    string
	stream   bool
	legacy   bool // functions instead of tools
	parallel bool // several calls in one message are allowed
	choice   string
	forced   string // the name where choice is choiceNamed
	offers   []offer
	messages []message

	weights []map[string]int // of each offer, see weigh
	common  map[string]int   // in how many offers a term stands
}

// Values of request.choice.
const (
	choiceAuto     = "auto"
	choiceNone     = "none"
	choiceRequired = "required"
	choiceNamed    = "named"
)

// offer is a tool that may be called.
type offer struct {
	name, description string
	parameters        *jsondoc.Node // nil where the tool takes none
}

type message struct {
	role, text   string
	calls        []call
	callID, name string // of a tool result
}

// call is a tool call on the wire; a legacy one has no id.
type call struct{ id, name, arguments string }

// read understands a body, or refuses it.
func read(body string) (request, *refusal) {
	d := jsondoc.Parse(body)
	if !d.OK() || d.Root.Kind != jsondoc.Object {
		return request{}, refuse("", "We could not parse the JSON body of your request.")
	}
	root := d.Root
	r := request{
		body:     body,
		doc:      d,
		model:    text(d, root.Get("model")),
		stream:   isTrue(d, root.Get("stream")),
		parallel: !isFalse(d, root.Get("parallel_tool_calls")),
		legacy:   root.Get("functions") != nil || root.Get("function_call") != nil,
	}
	if r.model == "" {
		return r, refuse("model", "you must provide a model parameter")
	}
	if r.legacy {
		r.parallel = false
	}
	r.readOffers()
	if refused := r.readChoice(); refused != nil {
		return r, refused
	}
	for _, m := range elements(root.Get("messages")) {
		r.messages = append(r.messages, readMessage(d, m))
	}
	return r, nil
}

func (r *request) readOffers() {
	list := elements(r.doc.Root.Get("functions"))
	for _, t := range elements(r.doc.Root.Get("tools")) {
		if f := t.Get("function"); f != nil {
			list = append(list, f)
		}
	}
	for _, f := range list {
		r.offers = append(r.offers, offer{
			name:        text(r.doc, f.Get("name")),
			description: text(r.doc, f.Get("description")),
			parameters:  f.Get("parameters"),
		})
	}
}

func (r *request) readChoice() *refusal {
	param, n := "tool_choice", r.doc.Root.Get("tool_choice")
	if r.legacy {
		param, n = "function_call", r.doc.Root.Get("function_call")
	}
	r.choice = choiceAuto
	switch {
	case n == nil || n.Kind == jsondoc.Null:
		return nil
	case n.Kind == jsondoc.String:
		r.choice = text(r.doc, n)
	default:
		r.choice, r.forced = choiceNamed, text(r.doc, n.Get("name"))
		if f := n.Get("function"); f != nil {
			r.forced = text(r.doc, f.Get("name"))
		}
		if _, ok := r.offer(r.forced); !ok {
			return refuse(param, "Tool choice '"+r.forced+"' not found in '"+r.offering()+"' parameter.")
		}
		return nil
	}
	switch {
	case r.choice != choiceAuto && r.choice != choiceNone && r.choice != choiceRequired:
		return refuse(param, "Invalid value: '"+r.choice+"'. Supported values are: 'none', 'auto', and 'required'.")
	case len(r.offers) == 0 && r.choice != choiceNone:
		return refuse(param, "'"+param+"' is only allowed when '"+r.offering()+"' are specified.")
	}
	return nil
}

// offering is the field that offers stand in.
func (r *request) offering() string {
	if r.legacy {
		return "functions"
	}
	return "tools"
}

func (r *request) offer(name string) (offer, bool) {
	for _, o := range r.offers {
		if o.name == name {
			return o, true
		}
	}
	return offer{}, false
}

func readMessage(d jsondoc.Doc, n *jsondoc.Node) message {
	m := message{
		role:   text(d, n.Get("role")),
		text:   text(d, n.Get("content")),
		callID: text(d, n.Get("tool_call_id")),
		name:   text(d, n.Get("name")),
	}
	for _, c := range elements(n.Get("tool_calls")) {
		f := c.Get("function")
		m.calls = append(m.calls, call{text(d, c.Get("id")), text(d, f.Get("name")), text(d, f.Get("arguments"))})
	}
	if f := n.Get("function_call"); f != nil && f.Kind == jsondoc.Object {
		m.calls = append(m.calls, call{"", text(d, f.Get("name")), text(d, f.Get("arguments"))})
	}
	return m
}

// text is a string, or the text parts of an array joined; "" for all else.
func text(d jsondoc.Doc, n *jsondoc.Node) string {
	if n == nil {
		return ""
	}
	if n.Kind == jsondoc.Array {
		var parts []string
		for _, part := range n.Elements {
			parts = append(parts, text(d, part.Get("text")))
		}
		return strings.Join(parts, "\n")
	}
	s, _ := d.Str(n)
	return s
}

func elements(n *jsondoc.Node) []*jsondoc.Node {
	if n == nil {
		return nil
	}
	return n.Elements
}

func isTrue(d jsondoc.Doc, n *jsondoc.Node) bool  { return n != nil && d.Raw(n) == "true" }
func isFalse(d jsondoc.Doc, n *jsondoc.Node) bool { return n != nil && d.Raw(n) == "false" }
