package provider

import (
	"strings"

	"toolyard/app/jsondoc"
	"toolyard/app/tool"
)

// body writes the request's body.
func (d chatDialect) body(c Completion) (object, error) {
	var o object
	model := strings.TrimSpace(c.Endpoint.Model)
	if model == "" {
		return nil, &FieldError{FieldModel, RuleModelMissing, ""}
	}
	o.text("model", model)
	o.raw("messages", array(d.messages(c.echo())))
	if err := d.tools(&o, c.Tools); err != nil {
		return nil, err
	}
	if err := d.choice(&o, c.Options, c.Tools); err != nil {
		return nil, err
	}
	if err := settings(&o, c.Options); err != nil {
		return nil, err
	}
	return o, merge(&o, c.Options.Extra)
}

func (d chatDialect) tools(o *object, tools []tool.Tool) error {
	var list []string
	for _, t := range tools {
		f, err := function(t)
		if err != nil {
			return err
		}
		switch {
		case d.legacy && t.Strict:
			return &FieldError{FieldToolStrict, RuleStrictUnsupported, t.Name}
		case d.legacy:
			list = append(list, f.String())
			continue
		case t.Strict:
			f.raw("strict", "true")
		}
		var wrapped object
		wrapped.text("type", "function")
		wrapped.raw("function", f.String())
		list = append(list, wrapped.String())
	}
	switch {
	case len(list) == 0:
	case d.legacy:
		o.raw("functions", array(list))
	default:
		o.raw("tools", array(list))
	}
	return nil
}

// function writes what a tool offers. Its schema keeps its tokens: numbers,
// order and unknown keywords go out as they were typed.
func function(t tool.Tool) (object, error) {
	var f object
	if t.Name == "" {
		return nil, &FieldError{FieldToolName, RuleNameMissing, ""}
	}
	f.text("name", t.Name)
	if t.Description != "" {
		f.text("description", t.Description)
	}
	doc := t.Parameters.Doc
	switch {
	case t.Parameters.Blank():
		return f, nil
	case !doc.OK():
		return nil, &FieldError{FieldSchema, RuleJSONInvalid, t.Name}
	case doc.Root.Kind != jsondoc.Object:
		return nil, &FieldError{FieldSchema, RuleObjectExpected, t.Name}
	}
	f.raw("parameters", jsondoc.Compact(doc, doc.Root))
	return f, nil
}

// choice writes which tools may, must or must not be called.
func (d chatDialect) choice(o *object, s Options, tools []tool.Tool) error {
	member := "tool_choice"
	if d.legacy {
		member = "function_call"
	}
	name, named := strings.CutPrefix(s.ToolChoice, "tool:")
	switch {
	case s.ToolChoice == "":
	case named && !offered(tools, name):
		return &FieldError{FieldToolChoice, RuleChoiceToolAbsent, name}
	case named:
		o.raw(member, d.only(name))
	case s.ToolChoice == "required" && d.legacy:
		return &FieldError{FieldToolChoice, RuleChoiceUnsupported, s.ToolChoice}
	case s.ToolChoice == "auto" || s.ToolChoice == "none" || s.ToolChoice == "required":
		o.text(member, s.ToolChoice)
	default:
		return &FieldError{FieldToolChoice, RuleChoiceUnknown, s.ToolChoice}
	}
	switch {
	case s.ParallelToolCalls == "":
	case d.legacy:
		return &FieldError{FieldParallel, RuleParallelUnsupported, ""}
	case s.ParallelToolCalls != "true" && s.ParallelToolCalls != "false":
		return &FieldError{FieldParallel, RuleTruthInvalid, s.ParallelToolCalls}
	default:
		o.raw("parallel_tool_calls", s.ParallelToolCalls)
	}
	return nil
}

func offered(tools []tool.Tool, name string) bool {
	for _, t := range tools {
		if t.Name == name {
			return true
		}
	}
	return false
}

// only is the choice of one function.
func (d chatDialect) only(name string) string {
	var f object
	f.text("name", name)
	if d.legacy {
		return f.String()
	}
	var o object
	o.text("type", "function")
	o.raw("function", f.String())
	return o.String()
}

func settings(o *object, s Options) error {
	switch s.Stream {
	case "":
	case "true", "false":
		o.raw("stream", s.Stream)
	default:
		return &FieldError{FieldStream, RuleTruthInvalid, s.Stream}
	}
	if text := strings.TrimSpace(s.Temperature); text != "" {
		if n := jsondoc.Parse(text); !n.OK() || n.Root.Kind != jsondoc.Number {
			return &FieldError{FieldTemperature, RuleNumberInvalid, text}
		}
		o.raw("temperature", text)
	}
	if text := strings.TrimSpace(s.MaxTokens); text != "" {
		if strings.Trim(text, "0123456789") != "" || text[0] == '0' {
			return &FieldError{FieldMaxTokens, RuleIntegerInvalid, text}
		}
		o.raw("max_tokens", text)
	}
	return nil
}

// merge puts the members of a free object into the body: in the place of what
// the body has by the same name, else at the end.
func merge(o *object, extra string) error {
	if strings.TrimSpace(extra) == "" {
		return nil
	}
	d := jsondoc.Parse(extra)
	switch {
	case !d.OK():
		return &FieldError{FieldExtra, RuleJSONInvalid, ""}
	case d.Root.Kind != jsondoc.Object:
		return &FieldError{FieldExtra, RuleObjectExpected, ""}
	}
	for _, m := range d.Root.Members {
		o.replace(m.Name, jsondoc.Compact(d, m.Value))
	}
	return nil
}
