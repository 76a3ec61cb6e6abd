// Package schema is a JSON text read as the schema of a tool's parameters.
//
// It is a view of a jsondoc: nothing is copied out and printed back, so what it
// does not understand stays where it is.
//
//   - A schema is a text and its tree. Every change of it is a list of text edits.
//   - A keyword is a member of a schema object: type, description, required.
//   - A parameter is one property of an object, or what an array's items are. It
//     is one row of the form, in the order of the text.
//   - A pointer is a JSON Pointer: what a place is called outside.
//   - A definition is a schema under $defs, for a $ref to name.
//   - A place is the way to a schema by position: names may be empty or repeated
//     while they are being typed, and a pointer can't tell those apart.
//   - A problem is what is wrong somewhere: a rule, a severity, a span, and the
//     fixes that there are.
//   - A profile is what a provider thinks of it: rules and severities.
package schema

import (
	"strings"

	"toolyard/app/jsondoc"
)

// Schema is a text as it was typed and its tree. The zero Schema is blank.
type Schema struct{ Doc jsondoc.Doc }

// Read takes a text as a schema, whatever it says.
func Read(text string) Schema { return Schema{jsondoc.Parse(text)} }

// After is Read of the text after the edits, in less time: see jsondoc.Doc.Edit.
func (s Schema) After(edits []jsondoc.Edit) Schema { return Schema{s.Doc.Edit(edits)} }

// To is Read of another text, in less time where it is little else.
func (s Schema) To(text string) Schema { return Schema{s.Doc.To(text)} }

// Blank reports whether the text says nothing: the tool takes no parameters.
func (s Schema) Blank() bool { return strings.TrimSpace(s.Doc.Text) == "" }

// Pointer is a JSON Pointer (RFC 6901); "" is the whole text.
type Pointer string

var pointerEscaper = strings.NewReplacer("~", "~0", "/", "~1")

// Child is the pointer to a member or element of what p points to.
func (p Pointer) Child(token string) Pointer {
	return p + "/" + Pointer(pointerEscaper.Replace(token))
}

// Types are the types that the form offers, in its order.
func Types() []string {
	return []string{"string", "number", "integer", "boolean", "array", "object"}
}

func offered(typ string) bool {
	switch typ {
	case "string", "number", "integer", "boolean", "array", "object":
		return true
	}
	return false
}

// alone is the types, to cut the list of one from: thousands are asked for.
var alone = append(Types(), null)

const null = "null"

// types is what the keyword type of a schema lists, nil if it has none.
func (s Schema) types(n *jsondoc.Node) []string {
	keyword := n.Get("type")
	if name, ok := s.Doc.Str(keyword); ok {
		for i := range alone {
			if alone[i] == name {
				return alone[i : i+1 : i+1]
			}
		}
		return []string{name}
	}
	if keyword == nil {
		return nil
	}
	return s.strings(keyword)
}

// strings is the elements of a list that are strings.
func (s Schema) strings(list *jsondoc.Node) []string {
	if list == nil || len(list.Elements) == 0 {
		return nil
	}
	texts := make([]string, 0, len(list.Elements))
	for _, e := range list.Elements {
		if text, ok := s.Doc.Str(e); ok {
			texts = append(texts, text)
		}
	}
	return texts
}
