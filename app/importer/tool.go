package importer

import (
	"slices"

	"toolyard/app/jsondoc"
	"toolyard/app/tool"
)

// written is how one tool stands in the text.
type written struct {
	shape  Shape
	tool   *jsondoc.Node // all of it
	outer  []string      // the members of tool that are understood, where the function is inside it
	inner  *jsondoc.Node // the object with its name
	schema []string      // the members of inner that can hold its schema: the first that is there counts
	known  []string      // the other members of inner that say nothing new
	lower  bool          // types are written in capitals, and become JSON Schema's
}

// function reads a tool: its name, description and strictness, and the text of
// its schema. What it has no place for is told.
func (r *reading) function(w written) {
	before := len(r.found.Notes)
	name := w.inner.Get("name")
	if !absent(name) && !isText(name) {
		r.reject(RuleToolName, kindName(name.Kind), w.tool.Start, w.tool.End)
		return
	}
	member, schema := w.schemaOf()
	parameters, ok := r.parameters(schema, w.lower)
	if !ok {
		r.found.Notes = r.found.Notes[:before]
		r.reject(RuleParameters, r.text(name), w.tool.Start, w.tool.End)
		return
	}
	t := tool.New(0, r.text(name), r.description(w.inner), parameters)
	t.Strict = r.doc.Raw(w.inner.Get("strict")) == "true"
	known := slices.Concat([]string{"name", "description", member}, w.known)
	if strict := w.inner.Get("strict"); absent(strict) || strict.Kind == jsondoc.Bool {
		known = append(known, "strict")
	}
	r.rest(RuleToolMember, w.inner, known...)
	if w.tool != w.inner {
		if absent(w.tool.Get("type")) {
			r.noteAt(RuleTypeAdded, "", w.tool)
		}
		r.rest(RuleToolMember, w.tool, w.outer...)
	}
	r.add(t, w.shape, w.tool, before)
}

// schemaOf is the member that holds the schema, and its value.
func (w written) schemaOf() (string, *jsondoc.Node) {
	for _, name := range w.schema {
		if n := w.inner.Get(name); !absent(n) {
			return name, n
		}
	}
	return w.schema[0], nil
}

func (r *reading) description(n *jsondoc.Node) string {
	d := n.Get("description")
	if !absent(d) && !isText(d) {
		r.noteAt(RuleDescription, kindName(d.Kind), d)
	}
	return r.text(d)
}

// parameters is the text of a schema, indented by two spaces: its tokens are
// those of the source. No schema is "".
func (r *reading) parameters(n *jsondoc.Node, lower bool) (string, bool) {
	switch {
	case absent(n):
		return "", true
	case isText(n):
		d := jsondoc.Parse(r.text(n))
		if !d.OK() || d.Root.Kind != jsondoc.Object {
			return "", false
		}
		r.noteAt(RuleInString, "", n)
		return jsondoc.Indent(d, d.Root, "", "  "), true
	case !isObject(n):
		return "", false
	}
	text := jsondoc.Indent(r.doc, n, "", "  ")
	if lower {
		text = r.lowered(text, n)
	}
	return text, true
}

// looksLikeSchema tells the schema of parameters from other objects.
func looksLikeSchema(d jsondoc.Doc, n *jsondoc.Node) bool {
	return isObject(n) && (len(n.Members) == 0 || isSchema(d, n) || isObject(n.Get("properties")) || capital(d, n))
}

// isNamed takes every object with a name for a tool: in a list of tools it is one.
func isNamed(_ jsondoc.Doc, n *jsondoc.Node) bool { return isText(n.Get("name")) }
