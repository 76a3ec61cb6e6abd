package schema

import (
	"slices"

	"toolyard/app/jsondoc"
)

// keywordOrder is where a new keyword goes: after those that come before it
// here, and else first.
var keywordOrder = []string{
	"$schema", "$id", "title", "type", "description", "enum", items, "properties", "required",
}

// typed is the type that a keyword applies to (JSON Schema 2020-12, Validation
// §6 to §8 and Core §10.3; draft-07's additionalItems and dependencies). What
// applies to numbers applies to integers. A keyword that is not here applies to
// every type.
var typed = map[string]string{
	"minLength": "string", "maxLength": "string", "pattern": "string", "format": "string",
	"contentEncoding": "string", "contentMediaType": "string", "contentSchema": "string",

	"minimum": "number", "maximum": "number", "exclusiveMinimum": "number",
	"exclusiveMaximum": "number", "multipleOf": "number",

	items: "array", "prefixItems": "array", "additionalItems": "array", "unevaluatedItems": "array",
	"contains": "array", "minContains": "array", "maxContains": "array",
	"minItems": "array", "maxItems": "array", "uniqueItems": "array",

	"properties": "object", "patternProperties": "object", "additionalProperties": "object",
	"unevaluatedProperties": "object", "propertyNames": "object", "minProperties": "object",
	"maxProperties": "object", "required": "object", "dependentRequired": "object",
	"dependentSchemas": "object", "dependencies": "object",
}

func appliesTo(keyword, typ string) bool {
	only, ok := typed[keyword]
	return !ok || only == typ || only == "number" && typ == "integer"
}

// fits reports whether the value n has that type; null, whether it may be null.
func (s Schema) fits(n *jsondoc.Node, typ string, nullable bool) bool {
	switch n.Kind {
	case jsondoc.Null:
		return nullable
	case jsondoc.Bool:
		return typ == "boolean"
	case jsondoc.Number:
		return typ == "number" || typ == "integer" && s.Doc.IsInteger(n)
	case jsondoc.String:
		return typ == "string"
	case jsondoc.Array:
		return typ == "array"
	}
	return typ == "object"
}

// set gives a schema a keyword, in place or where keywordOrder has it. A schema
// that is no object, true for one, becomes an object.
func (s Schema) set(at spot, keyword, raw string) []jsondoc.Edit {
	if at.node.Kind != jsondoc.Object || len(at.node.Members) == 0 {
		return s.write(at, "{"+jsondoc.Quote(keyword)+":"+raw+"}")
	}
	return s.setBeside(at.node, keyword, raw, nil)
}

// setBeside is set where some members are about to be removed.
func (s Schema) setBeside(n *jsondoc.Node, keyword, raw string, removed []int) []jsondoc.Edit {
	if n.Index(keyword) >= 0 {
		return s.Doc.SetMember(n, keyword, raw)
	}
	return s.Doc.InsertMember(n, position(n, keyword, removed), keyword, s.Doc.Fit(n, raw))
}

// position is where a new keyword goes among the members that stay.
func position(n *jsondoc.Node, keyword string, removed []int) int {
	rank := slices.Index(keywordOrder, keyword)
	at := 0
	for i, m := range n.Members {
		r := slices.Index(keywordOrder, m.Name)
		if r >= 0 && r < rank && !slices.Contains(removed, i) {
			at = i + 1
		}
	}
	return at
}

// unset takes a keyword away, however often it is there.
func (s Schema) unset(n *jsondoc.Node, keyword string) []jsondoc.Edit {
	var indices []int
	for i, m := range n.Members {
		if m.Name == keyword {
			indices = append(indices, i)
		}
	}
	return s.Doc.RemoveMembers(n, indices...)
}

// write puts a whole new schema in the place of another, laid out like its
// surroundings; the root on lines of its own.
func (s Schema) write(at spot, raw string) []jsondoc.Edit {
	if at.holder() == nil {
		return s.Doc.ReplaceValue(at.node, indented(raw))
	}
	return s.Doc.ReplaceValue(at.node, s.Doc.Fit(at.holder(), raw))
}

func indented(raw string) string {
	d := jsondoc.Parse(raw)
	return jsondoc.Indent(d, d.Root, "", "  ")
}
