package provider

import (
	"strings"

	"toolyard/app/jsondoc"
	"toolyard/app/tool"
)

// Change is a change of a request that is offered after an error: shown before
// it is made, and never made by itself.
type Change struct {
	ID    string // names its sentence: one of ChangeIDs
	Name  string // the tool, member or site that the sentence names
	Sets  []Set
	Only  string // the tool that alone stays offered; "" all stay
	Loose string // the tool that is no longer strict; "*" all of them
}

// Set is one setting that a change writes. Field is the data-testid of its
// control; an empty text is not sent.
type Set struct{ Field, From, To string }

// Apply is the completion with the change made.
func (ch Change) Apply(c Completion) Completion {
	for _, s := range ch.Sets {
		if at := c.setting(s.Field); at != nil {
			*at = s.To // of this copy
		}
	}
	if ch.Only == "" && ch.Loose == "" {
		return c
	}
	var tools []tool.Tool
	for _, t := range c.Tools {
		if ch.Only != "" && t.Name != ch.Only {
			continue
		}
		if ch.Loose == "*" || ch.Loose == t.Name {
			t.Strict = false
		}
		tools = append(tools, t)
	}
	c.Tools = tools
	return c
}

// setting is where a setting's text stands.
func (c *Completion) setting(field string) *string {
	switch field {
	case FieldPreset:
		return &c.Endpoint.Provider
	case FieldBaseURL:
		return &c.Endpoint.BaseURL
	case FieldAuth:
		return (*string)(&c.Endpoint.Auth)
	case FieldDialect:
		return &c.Endpoint.Dialect
	case FieldModel:
		return &c.Endpoint.Model
	case FieldEcho:
		return (*string)(&c.Endpoint.Echo)
	case FieldStream:
		return &c.Options.Stream
	case FieldTemperature:
		return &c.Options.Temperature
	case FieldMaxTokens:
		return &c.Options.MaxTokens
	case FieldToolChoice:
		return &c.Options.ToolChoice
	case FieldParallel:
		return &c.Options.ParallelToolCalls
	case FieldExtra:
		return &c.Options.Extra
	}
	return nil
}

// memberFields are the controls of members of a request.
var memberFields = [][2]string{
	{"stream", FieldStream}, {"temperature", FieldTemperature}, {"max_tokens", FieldMaxTokens},
	{"max_completion_tokens", FieldMaxTokens}, {"tool_choice", FieldToolChoice}, {"function_call", FieldToolChoice},
	{"parallel_tool_calls", FieldParallel}, {"model", FieldModel},
	{"tools", FieldSchema}, {"functions", FieldSchema},
}

// fieldOf is the control of a member that a request has: that of the free
// object, where it stands there.
func (c Completion) fieldOf(member string) string {
	if _, at := c.extra(member); at != nil {
		return FieldExtra
	}
	for _, f := range memberFields {
		if f[0] == member {
			return f[1]
		}
	}
	return ""
}

// extra is the free object, and the value of a member of it.
func (c Completion) extra(member string) (jsondoc.Doc, *jsondoc.Node) {
	d := jsondoc.Parse(c.Options.Extra)
	if !d.OK() || d.Root.Kind != jsondoc.Object {
		return jsondoc.Doc{}, nil
	}
	return d, d.Root.Get(member)
}

// edit collects the sets of a change while they are being made.
type edit struct {
	c    Completion
	sets []Set
}

func (e *edit) set(field, to string) {
	at := e.c.setting(field)
	if at == nil || *at == to {
		return
	}
	for i := range e.sets {
		if e.sets[i].Field == field { // a second change of the same text
			e.sets[i].To, *at = to, to
			return
		}
	}
	e.sets = append(e.sets, Set{field, *at, to})
	*at = to
}

// leaveOut takes a member out of the request, wherever it was set.
func (e *edit) leaveOut(member string) {
	for _, f := range memberFields {
		if f[0] == member && f[1] != FieldModel && f[1] != FieldSchema && member != "max_completion_tokens" {
			e.set(f[1], "")
		}
	}
	d, at := e.c.extra(member)
	if at == nil {
		return
	}
	var indices []int
	for i, m := range d.Root.Members {
		if m.Name == member {
			indices = append(indices, i)
		}
	}
	text := ""
	if len(indices) < len(d.Root.Members) {
		text = jsondoc.Apply(d.Text, d.RemoveMembers(d.Root, indices...))
	}
	e.set(FieldExtra, text)
}

// put writes a member of the free object.
func (e *edit) put(member, raw string) {
	if strings.TrimSpace(e.c.Options.Extra) == "" {
		e.set(FieldExtra, "{"+jsondoc.Quote(member)+": "+raw+"}")
		return
	}
	if d, _ := e.c.extra(member); d.Root != nil {
		e.set(FieldExtra, jsondoc.Apply(d.Text, d.SetMember(d.Root, member, raw)))
	}
}
