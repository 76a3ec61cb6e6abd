package importer

import "toolyard/app/jsondoc"

// textForm is a row of what a text can be before it is known to be JSON.
type textForm struct {
	recognise func(text string) bool
	read      func(*reading)
}

// textForms in the order they are asked; the last takes every text.
var textForms = []textForm{
	{isLink, (*reading).link},
	{func(string) bool { return true }, (*reading).json},
}

// form is a row of what a JSON value can be as a whole.
type form struct {
	kind      Kind
	recognise func(jsondoc.Doc, *jsondoc.Node) bool
	read      func(*reading, *jsondoc.Node)
}

// forms in the order they are asked: the surest signs first, and last the
// sample, which any object is.
var forms = []form{
	{Bundle, isBundle, (*reading).bundle},
	{Playground, isPlayground, (*reading).playground},
	{Gemini, isGemini, (*reading).gemini},
	{Anthropic, isAnthropic, (*reading).anthropic},
	{Responses, isResponses, (*reading).responses},
	{Chat, isChat, (*reading).chat},
	{Chat, isMessages, (*reading).messagesAlone},
	{Tools, isToolbox, (*reading).toolbox},
	{"", isUnsupported, (*reading).unsupported},
	{JSONSchema, isSchema, (*reading).schema},
	{Sample, isSample, (*reading).sample},
}

func formOf(d jsondoc.Doc, n *jsondoc.Node) (form, bool) {
	for _, f := range forms {
		if f.recognise(d, n) {
			return f, true
		}
	}
	return form{}, false
}

// json reads the JSON in a text as one value: several are a list.
func (r *reading) json() {
	values := r.values()
	if len(values) == 0 {
		return
	}
	r.doc.Root = values[0]
	if len(values) > 1 {
		values = r.first(values)
		r.doc.Root = joined(values)
	}
	if len(values) == 1 {
		r.doc.Root = values[0]
	}
	f, ok := formOf(r.doc, r.doc.Root)
	if !ok {
		r.rejectNode(RuleNothing, r.doc.Root)
		return
	}
	r.found.Kind = f.kind
	f.read(r, r.doc.Root)
}

// first is what is read of several values: all of them, or, as there is one
// playground only, the first that is one.
func (r *reading) first(values []*jsondoc.Node) []*jsondoc.Node {
	for i, v := range values {
		if f, ok := formOf(r.doc, v); ok && aloneKind(f.kind) {
			for j, other := range values {
				if j != i {
					r.rejectNode(RuleSecond, other)
				}
			}
			return values[i : i+1]
		}
	}
	r.noteAt(RuleJoined, count(len(values)), values[0])
	return values
}

// aloneKind reports whether a text of that kind fills a playground.
func aloneKind(k Kind) bool {
	switch k {
	case Playground, Bundle, Chat, Responses, Anthropic, Gemini:
		return true
	}
	return false
}

// joined is a list of values that has no brackets in the text.
func joined(values []*jsondoc.Node) *jsondoc.Node {
	return &jsondoc.Node{
		Kind: jsondoc.Array, Elements: values,
		Start: values[0].Start, End: values[len(values)-1].End,
	}
}

// isUnsupported knows what would otherwise pass for a sample.
func isUnsupported(d jsondoc.Doc, n *jsondoc.Node) bool { return unsupported(d, n) != "" }

func (r *reading) unsupported(n *jsondoc.Node) {
	r.reject(RuleUnsupported, unsupported(r.doc, n), n.Start, n.End)
}

func unsupported(d jsondoc.Doc, n *jsondoc.Node) string {
	_, openapi := d.Str(n.Get("openapi"))
	_, swagger := d.Str(n.Get("swagger"))
	call := n
	if n.Kind == jsondoc.Array && len(n.Elements) > 0 {
		call = n.Elements[0]
	}
	if f := call.Get("function"); f != nil {
		call = f
	}
	_, named := d.Str(call.Get("name"))
	choices := n.Get("choices")
	switch {
	case openapi || swagger:
		return "openapi"
	case named && call.Get("arguments") != nil:
		return "tool-call"
	case isList(choices) && len(choices.Elements) > 0 && choices.Elements[0].Get("finish_reason") != nil:
		return "response"
	}
	return ""
}
