package importer

import (
	"slices"
	"strings"

	"toolyard/app/jsondoc"
	"toolyard/app/tool"
)

// defaultName is what a tool is called that nothing names.
const defaultName = "imported_tool"

// keywords are those of JSON Schema, drafts 4 to 2020-12, and OpenAPI's.
var keywords = strings.Fields(`$schema $id $ref $anchor $dynamicRef $dynamicAnchor $vocabulary $comment $defs
	definitions id title description default examples example type enum const properties required
	additionalProperties patternProperties propertyNames minProperties maxProperties dependencies
	dependentRequired dependentSchemas unevaluatedProperties items prefixItems additionalItems contains
	minContains maxContains minItems maxItems uniqueItems unevaluatedItems minLength maxLength pattern format
	contentEncoding contentMediaType contentSchema minimum maximum exclusiveMinimum exclusiveMaximum multipleOf
	allOf anyOf oneOf not if then else readOnly writeOnly deprecated nullable strict propertyOrdering`)

func jsonType(name string) bool {
	return slices.Contains([]string{"string", "number", "integer", "boolean", "array", "object", "null"}, name)
}

// isSchema knows a JSON Schema: by its name of the draft, by properties that are
// schemas, or by a type among keywords only. A sample can have a member named
// type as well.
func isSchema(d jsondoc.Doc, n *jsondoc.Node) bool {
	if !isObject(n) {
		return false
	}
	if isText(n.Get("$schema")) {
		return true
	}
	known := !slices.ContainsFunc(n.Members, func(m jsondoc.Member) bool {
		return !slices.Contains(keywords, m.Name) && !strings.HasPrefix(m.Name, "x-")
	})
	properties := n.Get("properties")
	switch {
	case properties != nil && !schemasOnly(properties):
		return false
	case typed(d, n.Get("type")):
		return known || properties != nil
	case n.Get("type") != nil:
		return false
	}
	return known && (properties != nil || isText(n.Get("$ref")) || isList(n.Get("anyOf")) || isList(n.Get("oneOf")) ||
		isList(n.Get("allOf")) || isObject(n.Get("$defs")))
}

func schemasOnly(properties *jsondoc.Node) bool {
	return isObject(properties) && !slices.ContainsFunc(properties.Members, func(m jsondoc.Member) bool {
		return m.Value.Kind != jsondoc.Object && m.Value.Kind != jsondoc.Bool
	})
}

// typed reports whether a value is what the keyword type can have.
func typed(d jsondoc.Doc, n *jsondoc.Node) bool {
	if name, ok := d.Str(n); ok {
		return jsonType(name)
	}
	return isList(n) && len(n.Elements) > 0 && !slices.ContainsFunc(n.Elements, func(e *jsondoc.Node) bool {
		name, _ := d.Str(e)
		return !jsonType(name)
	})
}

// schema reads the parameters of one tool, which their title names.
func (r *reading) schema(n *jsondoc.Node) {
	before := len(r.found.Notes)
	title := r.text(n.Get("title"))
	name := nameOf(title)
	if name == "" {
		name = defaultName
		r.noteAt(RuleDefaultName, name, n)
	} else {
		r.noteAt(RuleTitled, title, n.Get("title"))
	}
	description := r.text(n.Get("description"))
	if description != "" {
		r.noteAt(RuleDescribed, "", n.Get("description"))
	}
	t := tool.New(0, name, description, jsondoc.Indent(r.doc, n, "", "  "))
	r.add(t, "", n, before)
}

// nameOf makes a tool's name of a title: what no provider takes becomes "_".
func nameOf(title string) string {
	var b strings.Builder
	gap := false
	for _, c := range title {
		if c < 0x80 && (isWord(byte(c)) || c == '-') && c != '$' {
			if gap && b.Len() > 0 {
				b.WriteByte('_')
			}
			b.WriteRune(c)
			gap = false
			continue
		}
		gap = true
	}
	name := b.String()
	if strings.Contains(strings.TrimSpace(title), " ") {
		name = strings.ToLower(name)
	}
	return name[:min(len(name), 64)]
}
