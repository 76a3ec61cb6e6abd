package schema

import (
	"strings"

	"toolyard/app/jsondoc"
)

// foreignRef reports whether a $ref leads to another document, or may: inside a
// schema with an $id of its own, "#" is that schema (Core §9.2).
func (x *Subject) foreignRef() (text string, foreign bool) {
	text, _ = x.Schema.Doc.Str(x.Node.Get("$ref"))
	if !strings.HasPrefix(text, "#") {
		return text, true
	}
	for _, a := range x.path[1:] {
		if id, ok := x.Schema.Doc.Str(a.node.Get("$id")); ok && !strings.HasPrefix(id, "#") {
			return text, true
		}
	}
	return text, false
}

// refUnknown finds a $ref to nothing.
func refUnknown(x *Subject) {
	ref := x.Node.Get("$ref")
	text, foreign := x.foreignRef()
	if foreign || ref.Kind != jsondoc.String || x.doc.target(ref) != nil {
		return
	}
	x.Keyword("$ref", text, func() []Fix {
		return []Fix{{ID: FixDefine, Edits: x.defined(ref)}, {ID: FixRemoveKeyword, Edits: x.Schema.unset(x.Node, "$ref")}}
	})
}

// defined adds the definition that a $ref names, where its name is one that the
// root's definitions can have.
func (x *Subject) defined(ref *jsondoc.Node) []jsondoc.Edit {
	p, ok := x.Schema.pointerOf(ref)
	keyword, name, found := strings.Cut(strings.TrimPrefix(string(p), "/"), "/")
	if !ok || !found || keyword != "$defs" && keyword != "definitions" || strings.ContainsAny(name, "/~") {
		return nil
	}
	return x.Schema.AddEntry("", keyword, name, newParameter)
}

// refRemote finds a $ref to another document: a provider has only this one.
// What JSON Schema says of itself every reader knows.
func refRemote(x *Subject) {
	text, foreign := x.foreignRef()
	if !foreign || strings.HasPrefix(text, "#") || x.Node.Get("$ref").Kind != jsondoc.String ||
		strings.Contains(text, "json-schema.org/") || strings.Contains(x.Schema.Doc.Text, `$id"`) {
		return
	}
	x.Keyword("$ref", text, x.without("$ref"))
}

// refCircular finds a $ref that leads back to itself and says nothing on the way.
func refCircular(x *Subject) {
	start := x.Node
	seen := map[*jsondoc.Node]bool{}
	for n := start; n != nil && !seen[n]; {
		ref := n.Get("$ref")
		if ref == nil {
			return
		}
		seen[n] = true
		if n = x.doc.target(ref); n == start {
			text, _ := x.Schema.Doc.Str(start.Get("$ref"))
			x.Keyword("$ref", text, x.without("$ref"))
		}
	}
}

// definitionUnused finds definitions that no $ref names. A text that is only
// definitions is a library: somebody else names them.
func definitionUnused(x *Subject) {
	if !x.Root() || len(x.Node.Members) < 2 {
		return
	}
	for _, keyword := range []string{"$defs", "definitions"} {
		all := x.Node.Get(keyword)
		if all == nil || strings.Contains(x.Schema.Doc.Text, `$dynamicRef"`) || strings.Contains(x.Schema.Doc.Text, `"$anchor"`) ||
			strings.Contains(x.Schema.Doc.Text, `$id"`) {
			continue
		}
		for i, m := range all.Members {
			outer := Pointer("").Child(keyword).Child(m.Name)
			if !x.doc.used(outer) {
				at := Place("").Nth(keyword, i)
				x.Report(Finding{outer, m.NameStart, m.NameEnd, m.Name,
					fix(FixRemoveDefinition, func() []jsondoc.Edit { return x.Schema.Remove(at) })})
			}
		}
	}
}

// used reports whether a $ref that is not inside it leads to a definition of the
// root, or into it.
func (d *survey) used(definition Pointer) bool {
	if d.uses == nil {
		d.uses = map[Pointer]bool{}
		for _, r := range d.references() {
			p, ok := d.schema.pointerOf(r.value)
			if to := p.definition(); ok && to != "" && to != r.pointer.definition() {
				d.uses[to] = true
			}
		}
	}
	return d.uses[definition]
}

// definition is the first two tokens of p where they name a definition of the
// root, else "".
func (p Pointer) definition() Pointer {
	keyword, rest, ok := strings.Cut(strings.TrimPrefix(string(p), "/"), "/")
	if !ok || keyword != "$defs" && keyword != "definitions" {
		return ""
	}
	name, _, _ := strings.Cut(rest, "/")
	return Pointer("/" + keyword + "/" + name)
}
