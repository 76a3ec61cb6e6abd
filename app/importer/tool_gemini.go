package importer

import (
	"strings"

	"toolyard/app/jsondoc"
)

// declarations are the functions of one element of Gemini's tools. Its API takes
// both spellings.
var declarations = []string{"functionDeclarations", "function_declarations"}

// jsonSchemas are the members that hold JSON Schema, parameters one in capitals.
var jsonSchemas = []string{"parametersJsonSchema", "parameters_json_schema"}

func isGeminiTools(_ jsondoc.Doc, n *jsondoc.Node) bool {
	return firstOf(n, declarations) != nil
}

func (r *reading) geminiTools(n *jsondoc.Node) {
	for _, m := range r.members(n) {
		switch {
		case m.Name != declarations[0] && m.Name != declarations[1]:
			r.reject(RuleToolBuiltIn, m.Name, m.NameStart, m.Value.End)
		case !isList(m.Value):
			r.reject(RuleNoList, m.Name, m.NameStart, m.Value.End)
		default:
			r.geminiFunctions(m.Value)
		}
	}
}

func (r *reading) geminiFunctions(list *jsondoc.Node) {
	if len(list.Elements) == 0 {
		r.reject(RuleNothing, "", list.Start, list.End)
	}
	for _, f := range list.Elements {
		if !isObject(f) {
			r.rejectNode(RuleToolUnreadable, f)
			continue
		}
		r.geminiFunction(f)
	}
}

// isGeminiFunction knows a declaration by itself: its schema, or its types in
// capitals.
func isGeminiFunction(d jsondoc.Doc, n *jsondoc.Node) bool {
	return isText(n.Get("name")) && n.Get("type") == nil &&
		(isObject(firstOf(n, jsonSchemas)) || capital(d, n.Get("parameters")))
}

func (r *reading) geminiFunction(n *jsondoc.Node) {
	w := written{shape: ShapeGemini, tool: n, inner: n, schema: append([]string{"parameters"}, jsonSchemas...)}
	w.lower = !absent(n.Get("parameters"))
	r.function(w)
}

// capital knows a schema with a type in capitals.
func capital(d jsondoc.Doc, n *jsondoc.Node) bool {
	typ, ok := d.Str(n.Get("type"))
	return ok && jsonType(strings.ToLower(typ)) && !jsonType(typ)
}

// firstOf is the value of the first of the names that an object has.
func firstOf(n *jsondoc.Node, names []string) *jsondoc.Node {
	for _, name := range names {
		if m := n.Get(name); m != nil {
			return m
		}
	}
	return nil
}

// lowered is a schema with its types as JSON Schema spells them, which is told.
func (r *reading) lowered(text string, source *jsondoc.Node) string {
	d := jsondoc.Parse(text)
	var edits []jsondoc.Edit
	eachSchema(d.Root, func(n *jsondoc.Node) {
		typ := n.Get("type")
		if name, ok := d.Str(typ); ok && jsonType(strings.ToLower(name)) && !jsonType(name) {
			edits = append(edits, jsondoc.Edit{Start: typ.Start, End: typ.End, Text: jsondoc.Quote(strings.ToLower(name))})
		}
	})
	if len(edits) == 0 {
		return text
	}
	r.noteAt(RuleTypesLowered, count(len(edits)), source)
	return jsondoc.Apply(text, jsondoc.Join(edits))
}

// eachSchema visits a schema of Gemini's and those inside it; not what stands in
// enum, default or example.
func eachSchema(n *jsondoc.Node, visit func(*jsondoc.Node)) {
	if !isObject(n) {
		return
	}
	visit(n)
	for _, m := range n.Members {
		switch m.Name {
		case "items", "additionalProperties":
			eachSchema(m.Value, visit)
		case "anyOf", "oneOf", "allOf", "prefixItems":
			for _, e := range m.Value.Elements {
				eachSchema(e, visit)
			}
		case "properties", "$defs", "defs":
			for _, p := range m.Value.Members {
				eachSchema(p.Value, visit)
			}
		}
	}
}
