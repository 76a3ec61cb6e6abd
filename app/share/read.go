package share

import (
	"strconv"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
	"toolyard/app/provider"
	"toolyard/app/schema"
	"toolyard/app/tool"
)

// Limits of what a file may hold: more is no playground that a page can show.
const (
	maxTools    = 1_000
	maxMessages = 10_000
	maxCalls    = 1_000 // of one message
)

// Unmarshal reads what Marshal wrote, and what a person wrote like it. Its
// error is an *Error.
func Unmarshal(text string) (Snapshot, error) {
	f := &file{doc: jsondoc.Parse(text)}
	if !f.doc.OK() {
		return Snapshot{}, notJSON(f.doc)
	}
	root := place{file: f, node: f.doc.Root}
	if fault := root.version(); fault != nil {
		return Snapshot{}, fault
	}
	s := Snapshot{
		Title:    root.text("title", ""),
		Endpoint: root.endpoint(),
		Options:  root.options(),
		System:   root.text("system", ""),
		Prompt:   root.text("prompt", ""),
		Tools:    root.tools(),
		Nodes:    root.messages(),
	}
	s.Tip = root.tip(s.Nodes)
	if f.fault != nil {
		return Snapshot{}, f.fault
	}
	return s, nil
}

func notJSON(d jsondoc.Doc) *Error {
	for _, e := range d.Errors {
		if e.Rule == jsondoc.RuleDepth {
			return &Error{Fault: ErrTooLarge, Detail: e.Error()}
		}
	}
	fault := &Error{Fault: ErrCorrupt}
	if len(d.Errors) > 0 {
		fault.Detail = d.Errors[0].Error()
	}
	return fault
}

func (p place) version() *Error {
	v := p.get("toolyard")
	if v.node == nil {
		return &Error{Fault: ErrForeign}
	}
	switch n := p.number("toolyard", 0); {
	case p.file.fault != nil:
		return p.file.fault
	case n > version:
		return &Error{Fault: ErrVersion, Detail: strconv.Itoa(n)}
	case n < 1:
		return &Error{Fault: ErrCorrupt, Pointer: v.at, Detail: "is no version"}
	}
	return nil
}

func (p place) endpoint() provider.Endpoint {
	e, ok := p.object("endpoint")
	if !ok {
		return provider.Endpoint{}
	}
	return provider.Endpoint{
		Provider: e.text("provider", defaultProvider),
		BaseURL:  e.text("url", ""),
		Auth:     provider.AuthStyle(e.text("auth", defaultAuth)),
		Dialect:  e.text("dialect", defaultDialect),
		Model:    e.text("model", ""),
		Echo:     provider.Echo(e.text("echo", "")),
	}
}

func (p place) options() provider.Options {
	o, ok := p.object("options")
	if !ok {
		return provider.Options{}
	}
	return provider.Options{
		Stream:            o.choice("stream"),
		Temperature:       o.text("temperature", ""),
		MaxTokens:         o.text("max_tokens", ""),
		ToolChoice:        o.text("tool_choice", ""),
		ParallelToolCalls: o.text("parallel_tool_calls", ""),
		Extra:             o.text("extra", ""),
	}
}

func (p place) tools() []tool.Tool {
	var tools []tool.Tool
	seen := map[int]bool{}
	previous := 0
	for _, t := range p.list("tools", maxTools, jsondoc.Object) {
		id := t.number("id", previous+1)
		if seen[id] {
			t.fail(ErrCorrupt, "has the id of another tool")
		}
		seen[id], previous = true, id
		tools = append(tools, tool.Tool{
			ID:          id,
			Name:        t.text("name", ""),
			Description: t.text("description", ""),
			Parameters:  schema.Read(t.parameters()),
			Strict:      t.flag("strict"),
			Off:         t.flag("off"),
		})
	}
	return tools
}

// parameters restores the text of a schema.
func (p place) parameters() string {
	v := p.get("parameters")
	if !v.is(jsondoc.Object, jsondoc.String) {
		return ""
	}
	if s, ok := p.file.doc.Str(v.node); ok {
		return s
	}
	return indented(p.file.doc, v.node)
}

// tip must name one of the messages, or none.
func (p place) tip(nodes []chat.Node) chat.NodeID {
	id := chat.NodeID(p.number("tip", int(lastID(nodes))))
	if id == 0 {
		return 0
	}
	for _, n := range nodes {
		if n.ID == id {
			return id
		}
	}
	p.get("tip").fail(ErrCorrupt, "names no message")
	return 0
}
