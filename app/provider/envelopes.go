package provider

import (
	"slices"
	"strings"

	"toolyard/app/jsondoc"
)

// envelope is one shape that errors come in. Its read fills in what it finds,
// or reports that this is not its shape.
type envelope struct {
	family string
	read   func(e *Error, d jsondoc.Doc) bool
}

// envelopes are tried in order, whatever the status: the first that fits holds.
// A shape stands before those that it is a special case of.
var envelopes = []envelope{
	{"anthropic", func(e *Error, d jsondoc.Doc) bool {
		e.RequestID = str(d, d.Root.Get("request_id"))
		return str(d, d.Root.Get("type")) == "error" && e.readObject(d, d.Root.Get("error"))
	}},
	{"google", func(e *Error, d jsondoc.Doc) bool {
		inner := d.Root.Get("error")
		e.Type = str(d, inner.Get("status"))
		return e.Type != "" && isNumber(inner.Get("code")) && e.readObject(d, inner)
	}},
	{"one-api", func(e *Error, d jsondoc.Doc) bool {
		return e.readObject(d, d.Root.Get("error")) && (slices.Contains(relayTypes, e.Type) || e.RequestID != "")
	}},
	{"openrouter", func(e *Error, d jsondoc.Doc) bool {
		inner := d.Root.Get("error")
		return isNumber(inner.Get("code")) && count(d, inner.Get("code")) >= 400 && e.readObject(d, inner)
	}},
	{"openai", func(e *Error, d jsondoc.Doc) bool {
		e.RequestID = str(d, d.Root.Get("request_id"))
		return e.readObject(d, d.Root.Get("error"))
	}},
	{"bingcheng", func(e *Error, d jsondoc.Doc) bool {
		e.Code, e.Message = scalar(d, d.Root.Get("codes")), str(d, d.Root.Get("mess"))
		e.Kind = bingchengKinds[e.Code]
		return e.Code != "" && d.Root.Get("mess") != nil
	}},
	{"minimax", func(e *Error, d jsondoc.Doc) bool {
		resp := d.Root.Get("base_resp")
		e.Code, e.Message = scalar(d, resp.Get("status_code")), str(d, resp.Get("status_msg"))
		e.Kind = minimaxKinds[e.Code]
		return e.Code != "" && e.Code != "0"
	}},
	{"siliconflow", func(e *Error, d jsondoc.Doc) bool {
		return d.Root.Get("code") != nil && d.Root.Get("data") != nil && e.readFlat(d, "message")
	}},
	{"xai", func(e *Error, d jsondoc.Doc) bool {
		return d.Root.Get("code") != nil && e.readFlat(d, "error")
	}},
	{"mistral", func(e *Error, d jsondoc.Doc) bool {
		return str(d, d.Root.Get("object")) == "error" && e.readFlat(d, "message")
	}},
	{"fastapi", readDetail},
	{"new-api", func(e *Error, d jsondoc.Doc) bool {
		return d.Raw(d.Root.Get("success")) == "false" && e.readFlat(d, "message")
	}},
	{"cohere", func(e *Error, d jsondoc.Doc) bool {
		e.RequestID = str(d, d.Root.Get("id"))
		return e.readFlat(d, "message")
	}},
	{"ollama", func(e *Error, d jsondoc.Doc) bool { return e.readFlat(d, "error") }},
	{"relay", readUnknown},
}

// relayTypes are error types that only relays of the one-api family use.
var relayTypes = []string{"one_api_error", "new_api_error", "upstream_error", "shell_api_error", "chatanywhere_error"}

// bingchengKinds are the codes that 冰橙 documents, all under HTTP 200.
var bingchengKinds = map[string]Kind{
	"900": KindKey, "300": KindQuota, "402": KindContent, "400": KindRequest,
}

// minimaxKinds are codes of MiniMax; 0 is success.
var minimaxKinds = map[string]Kind{
	"1002": KindRate, "1004": KindKey, "1008": KindQuota, "1026": KindContent, "1027": KindContent,
	"1039": KindContext, "2013": KindRequest, "2049": KindKey,
}

// recognise finds the envelope of an error, nil where a JSON text is none.
// Google wraps its own in an array.
func recognise(d jsondoc.Doc) *Error {
	if list := elements(d.Root); len(list) == 1 {
		d = jsondoc.Parse(d.Raw(list[0]))
	}
	if !isObject(d.Root) {
		return nil
	}
	for _, shape := range envelopes {
		e := &Error{Family: shape.family, Body: d.Text}
		if shape.read(e, d) {
			e.unwrap()
			return e
		}
	}
	return nil
}

// readObject reads the object that an "error" member holds.
func (e *Error) readObject(d jsondoc.Doc, n *jsondoc.Node) bool {
	if !isObject(n) {
		return false
	}
	e.Code, e.Param = scalar(d, n.Get("code")), scalar(d, n.Get("param"))
	if t := scalar(d, n.Get("type")); t != "" {
		e.Type = t
	}
	for _, name := range []string{"message", "msg", "detail", "text"} {
		if e.Message == "" {
			e.Message = str(d, n.Get(name))
		}
	}
	for _, name := range []string{"code", "status_code", "status"} {
		if status := scalar(d, n.Get(name)); e.declared == "" && isStatus(status) {
			e.declared = status
		}
	}
	e.Generation = str(d, n.Get("failed_generation"))
	e.Upstream = str(d, n.Get("metadata").Get("raw"))
	e.takeRequestID()
	return true
}

// readFlat reads an envelope whose fields stand at the top.
func (e *Error) readFlat(d jsondoc.Doc, message string) bool {
	e.Message = str(d, d.Root.Get(message))
	e.Code, e.Param = scalar(d, d.Root.Get("code")), scalar(d, d.Root.Get("param"))
	e.Type = scalar(d, d.Root.Get("type"))
	if e.Type == "" {
		e.Type = scalar(d, d.Root.Get("error_type"))
	}
	e.takeRequestID()
	return e.Message != ""
}

// readDetail reads {"detail": "…"} and the list that FastAPI makes of a request
// that does not validate.
func readDetail(e *Error, d jsondoc.Doc) bool {
	detail := d.Root.Get("detail")
	if e.Message = str(d, detail); e.Message != "" {
		return true
	}
	for _, problem := range elements(detail) {
		if e.Message != "" {
			e.Message += "; "
		}
		e.Message += str(d, problem.Get("msg"))
		if where := elements(problem.Get("loc")); e.Param == "" && len(where) > 0 {
			e.Param = scalar(d, where[len(where)-1])
		}
		if e.Type == "" {
			e.Type = str(d, problem.Get("type"))
		}
	}
	return e.Message != ""
}

// readUnknown reads what one-api itself accepts from the servers behind it.
func readUnknown(e *Error, d jsondoc.Doc) bool {
	for _, pointer := range []string{"/msg", "/err", "/error_msg", "/header/message", "/response/error/message"} {
		if e.Message == "" {
			e.Message = str(d, d.At(pointer))
		}
	}
	e.Code = scalar(d, d.Root.Get("code"))
	return e.Message != ""
}

// takeRequestID moves the id that relays append to their messages.
func (e *Error) takeRequestID() {
	const open = "(request id: "
	if at := strings.LastIndex(e.Message, open); at >= 0 && strings.HasSuffix(e.Message, ")") {
		e.RequestID = strings.TrimSuffix(e.Message[at+len(open):], ")")
		e.Message = strings.TrimSpace(e.Message[:at])
	}
}

// unwrap reads an error inside an error: as JSON text in the message, or in what
// a relay passes on.
func (e *Error) unwrap() {
	for _, text := range []*string{&e.Upstream, &e.Message} {
		d := jsondoc.Parse(*text)
		if !d.OK() || !isObject(d.Root) {
			continue
		}
		if inner := recognise(d); inner != nil {
			*text = inner.Message
			if e.Code == "" || isStatus(e.Code) {
				e.Code = inner.Code
			}
		}
	}
}

func isNumber(n *jsondoc.Node) bool { return n != nil && n.Kind == jsondoc.Number }

// scalar is a string or a number as text.
func scalar(d jsondoc.Doc, n *jsondoc.Node) string {
	if isNumber(n) {
		return d.Raw(n)
	}
	return str(d, n)
}
