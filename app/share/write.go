package share

import (
	"strconv"
	"strings"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
	"toolyard/app/provider"
	"toolyard/app/tool"
)

// version is the one that Marshal writes, and the newest that Unmarshal reads.
const version = 1

// What an endpoint has where the file says nothing.
const (
	defaultProvider = "custom"
	defaultAuth     = string(provider.AuthBearer)
	defaultDialect  = "chat-tools"
)

// Marshal writes a snapshot as compact JSON, defaults left out.
func Marshal(s Snapshot) string {
	var o object
	o.number("toolyard", version)
	o.text("title", s.Title, "")
	o.object("endpoint", endpoint(s.Endpoint))
	o.object("options", options(s.Options))
	o.text("system", s.System, "")
	o.text("prompt", s.Prompt, "")
	o.list("tools", tools(s.Tools))
	o.list("messages", messages(s.Nodes))
	if s.Tip != lastID(s.Nodes) {
		o.number("tip", int(s.Tip))
	}
	return o.String()
}

func endpoint(e provider.Endpoint) object {
	var o object
	if e == (provider.Endpoint{}) {
		return o
	}
	o.text("provider", e.Provider, defaultProvider)
	o.text("url", e.BaseURL, "")
	o.text("auth", string(e.Auth), defaultAuth)
	o.text("dialect", e.Dialect, defaultDialect)
	o.text("model", e.Model, "")
	o.text("echo", string(e.Echo), "")
	if o.empty() {
		o.text("model", "", "-") // an endpoint of defaults is not the zero one
	}
	return o
}

func options(opts provider.Options) object {
	var o object
	if opts.Stream == "true" || opts.Stream == "false" {
		o.raw("stream", opts.Stream)
	}
	o.text("temperature", opts.Temperature, "")
	o.text("max_tokens", opts.MaxTokens, "")
	o.text("tool_choice", opts.ToolChoice, "")
	o.text("parallel_tool_calls", opts.ParallelToolCalls, "")
	o.text("extra", opts.Extra, "")
	return o
}

func tools(list []tool.Tool) []object {
	written := make([]object, len(list))
	previous := 0
	for i, t := range list {
		o := &written[i]
		if t.ID != previous+1 {
			o.number("id", t.ID)
		}
		previous = t.ID
		o.text("name", t.Name, "")
		o.text("description", t.Description, "")
		if text := t.Parameters.Doc.Text; text != "" {
			o.raw("parameters", parameters(text))
		}
		o.flag("strict", t.Strict)
		o.flag("off", t.Off)
	}
	return written
}

// parameters is the text of a schema as a value of the file: itself, compact,
// if it is an object as this program indents it; else a string.
func parameters(text string) string {
	d := jsondoc.Parse(text)
	if !d.OK() || d.Root.Kind != jsondoc.Object || tooDeep(d.Root, maxValueDepth) || indented(d, d.Root) != text {
		return jsondoc.Quote(text)
	}
	return jsondoc.Compact(d, d.Root)
}

// indented is the form of parameters that a file needs no string for.
func indented(d jsondoc.Doc, n *jsondoc.Node) string { return jsondoc.Indent(d, n, "", "  ") }

// compact tells whether a text is JSON of a kind without white space.
func compact(text string, kinds ...jsondoc.Kind) bool {
	d := jsondoc.Parse(text)
	if !d.OK() || tooDeep(d.Root, maxValueDepth) || jsondoc.Compact(d, d.Root) != text {
		return false
	}
	for _, k := range kinds {
		if d.Root.Kind == k {
			return true
		}
	}
	return len(kinds) == 0
}

// maxValueDepth keeps a value readable inside the file, which adds levels of its own.
const maxValueDepth = 500

func tooDeep(n *jsondoc.Node, levels int) bool {
	if levels == 0 {
		return true
	}
	for _, m := range n.Members {
		if tooDeep(m.Value, levels-1) {
			return true
		}
	}
	for _, e := range n.Elements {
		if tooDeep(e, levels-1) {
			return true
		}
	}
	return false
}

func lastID(nodes []chat.Node) chat.NodeID {
	if len(nodes) == 0 {
		return 0
	}
	return nodes[len(nodes)-1].ID
}

// object writes the members of a JSON object in order. The zero object is {}.
type object struct{ members []byte }

func (o *object) empty() bool { return len(o.members) == 0 }

func (o *object) String() string { return "{" + string(o.members) + "}" }

func (o *object) raw(name, value string) {
	if !o.empty() {
		o.members = append(o.members, ',')
	}
	o.members = append(o.members, jsondoc.Quote(name)...)
	o.members = append(o.members, ':')
	o.members = append(o.members, value...)
}

// text writes a string, unless it is what a reader takes it for anyway.
func (o *object) text(name, value, absent string) {
	if value != absent {
		o.raw(name, jsondoc.Quote(value))
	}
}

func (o *object) number(name string, value int) { o.raw(name, strconv.Itoa(value)) }

func (o *object) flag(name string, value bool) {
	if value {
		o.raw(name, "true")
	}
}

func (o *object) object(name string, value object) {
	if !value.empty() {
		o.raw(name, value.String())
	}
}

func (o *object) list(name string, values []object) {
	if len(values) == 0 {
		return
	}
	texts := make([]string, len(values))
	for i := range values {
		texts[i] = values[i].String()
	}
	o.raw(name, "["+strings.Join(texts, ",")+"]")
}
