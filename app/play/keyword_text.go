package play

import (
	"slices"
	"strings"

	"toolyard/app/jsondoc"
	"toolyard/app/schema"
)

// Control is what edits the value of a keyword. It follows from the keyword's
// kind; a value that is of another kind is edited as JSON.
type Control string

const (
	ControlText      Control = "text"
	ControlNumber    Control = "number"
	ControlToggle    Control = "toggle"
	ControlTypes     Control = "types"
	ControlValue     Control = "value"      // one value of the parameter
	ControlValues    Control = "values"     // a list of them
	ControlNames     Control = "names"      // a list of names of properties
	ControlEntries   Control = "entries"    // such lists, each under a name
	ControlSchema    Control = "schema"     // everything, nothing, or a schema with a row of its own
	ControlSchemas   Control = "schemas"    // several of those, by position
	ControlSchemaMap Control = "schema-map" // by name
	ControlJSON      Control = "json"
)

// controls is the control of each kind of keyword, where its value is one of
// those kinds of JSON.
var controls = []struct {
	kind    schema.Kind
	control Control
	values  []jsondoc.Kind
}{
	{schema.KindAny, ControlValue, nil},
	{schema.KindBoolean, ControlToggle, []jsondoc.Kind{jsondoc.Bool}},
	{schema.KindString, ControlText, []jsondoc.Kind{jsondoc.String}},
	{schema.KindPattern, ControlText, []jsondoc.Kind{jsondoc.String}},
	{schema.KindNumber, ControlNumber, []jsondoc.Kind{jsondoc.Number}},
	{schema.KindPositive, ControlNumber, []jsondoc.Kind{jsondoc.Number}},
	{schema.KindCount, ControlNumber, []jsondoc.Kind{jsondoc.Number}},
	{schema.KindTypes, ControlTypes, []jsondoc.Kind{jsondoc.String, jsondoc.Array}},
	{schema.KindValues, ControlValues, []jsondoc.Kind{jsondoc.Array}},
	{schema.KindStrings, ControlNames, []jsondoc.Kind{jsondoc.Array}},
	{schema.KindStringsMap, ControlEntries, []jsondoc.Kind{jsondoc.Object}},
	{schema.KindSchema, ControlSchema, []jsondoc.Kind{jsondoc.Object, jsondoc.Bool}},
	{schema.KindItems, ControlSchema, []jsondoc.Kind{jsondoc.Object, jsondoc.Bool}},
	{schema.KindItems, ControlSchemas, []jsondoc.Kind{jsondoc.Array}},
	{schema.KindSchemas, ControlSchemas, []jsondoc.Kind{jsondoc.Array}},
	{schema.KindSchemaMap, ControlSchemaMap, []jsondoc.Kind{jsondoc.Object}},
}

// control is what edits a keyword of a kind whose value is n; nil where it is not stated.
func control(kind schema.Kind, d jsondoc.Doc, n *jsondoc.Node) Control {
	for _, c := range controls {
		if c.kind == kind && (n == nil || c.values == nil || slices.Contains(c.values, n.Kind)) && plain(c.control, n, d) {
			return c.control
		}
	}
	return ControlJSON
}

// plain reports whether what is inside a value is what its control shows: names
// in a list of names.
func plain(c Control, n *jsondoc.Node, d jsondoc.Doc) bool {
	if n == nil {
		return true
	}
	isString := func(e *jsondoc.Node) bool { return e.Kind == jsondoc.String }
	switch c {
	case ControlTypes, ControlNames:
		return !slices.ContainsFunc(n.Elements, func(e *jsondoc.Node) bool { return !isString(e) })
	case ControlEntries:
		return !slices.ContainsFunc(n.Members, func(m jsondoc.Member) bool {
			return m.Value.Kind != jsondoc.Array || !plain(ControlNames, m.Value, d)
		})
	}
	return true
}

// readText is what a text in a control means, as JSON. It is false where it
// means nothing yet. A value of a parameter that is a string is written bare.
func readText(c Control, text string, p *schema.Parameter) (raw string, ok bool) {
	word := (c == ControlValue || c == ControlValues) && p.Type == "string" &&
		!strings.HasPrefix(text, `"`) && (text != "null" || !p.Nullable)
	if c == ControlText || word {
		return jsondoc.Quote(text), true
	}
	d := jsondoc.Parse(text)
	switch {
	case d.OK() && (c != ControlNumber || d.Root.Kind == jsondoc.Number):
		return d.Raw(d.Root), true
	case c == ControlValue || c == ControlValues:
		return jsondoc.Quote(text), p.Type == "string"
	}
	return "", false
}

// writeText is how a control writes a value: bare, where reading that gives the
// value back, else as JSON with its lines set to the left.
func writeText(c Control, raw string, p *schema.Parameter) string {
	d := jsondoc.Parse(raw)
	if text, ok := d.Str(d.Root); ok && (text != "" || c != ControlValue) {
		if again, ok := readText(c, text, p); ok && again == jsondoc.Quote(text) {
			return text
		}
	}
	if d.OK() && strings.Contains(raw, "\n") {
		return jsondoc.Indent(d, d.Root, "", "  ")
	}
	return raw
}
