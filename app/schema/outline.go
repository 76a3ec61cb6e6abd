package schema

import (
	"strings"

	"toolyard/app/jsondoc"
)

// Outline is every schema of the text but the root, in the order of the text:
// what Parameters has, and branches, definitions and whatever else keywords hold.
func (s Schema) Outline() []Parameter {
	var rows []Parameter
	s.outline(func(p Parameter, _ *jsondoc.Node) { rows = append(rows, p) })
	return rows
}

func (s Schema) outline(see func(Parameter, *jsondoc.Node)) {
	outers := []Parameter{{Depth: -1}}
	var owner *jsondoc.Node
	var required nameSet // of owner
	s.each(func(path []spot) {
		if len(path) == 1 {
			return
		}
		a := path[len(path)-1]
		p := s.parameter(outers[len(path)-2], a)
		if p.Keyword == properties {
			if owner != a.owner {
				owner, required = a.owner, nameSet{names: s.strings(a.owner.Get("required"))}
			}
			p.Required = required.has(p.Name)
		}
		outers = append(outers[:len(path)-1], p)
		see(p, a.node)
	})
}

// Parameter is the row of the schema at a place; the root's has Depth -1.
func (s Schema) Parameter(at Place) (Parameter, bool) {
	path, ok := s.path(at)
	if !ok {
		return Parameter{}, false
	}
	p := s.described(Parameter{Depth: -1, Index: -1, Last: true}, s.Doc.Root)
	for _, a := range path[1:] {
		p = s.parameter(p, a)
		p.Required = p.Keyword == properties && len(s.entries(a.owner.Get("required"), p.Name)) > 0
	}
	return p, true
}

// PointerOf is the JSON Pointer to the schema at a place.
func (s Schema) PointerOf(at Place) (Pointer, bool) {
	path, ok := s.path(at)
	if !ok {
		return "", false
	}
	return pointer(path), true
}

// PlaceOf is the place of the schema that a pointer names. It is false where the
// pointer names no schema, but a keyword or nothing.
func (s Schema) PlaceOf(p Pointer) (Place, bool) {
	target := s.Doc.At(string(p))
	if target == nil {
		return "", false
	}
	at, node := s.innermost(target.Start)
	return at, node == target
}

// PlaceAt is the place of the innermost schema around a byte of the text: where
// the caret is. A member's name belongs to the schema that it names.
func (s Schema) PlaceAt(offset int) Place {
	at, _ := s.innermost(offset)
	return at
}

func (s Schema) innermost(offset int) (Place, *jsondoc.Node) {
	var at Place
	node := s.Doc.Root
	for inside := node != nil; inside; {
		inside = false
		parts(node, func(a spot) {
			start := a.node.Start
			if a.named() {
				start = a.among.Members[a.index].NameStart
			}
			if !inside && start <= offset && offset < max(a.node.End, start+1) {
				at, node, inside = at.Nth(a.keyword, a.index), a.node, true
			}
		})
	}
	return at, node
}

// Find is the places of the schemas whose name, title, description or one of
// whose values holds the query, in whatever case, in the order of the text. No
// query finds nothing.
func (s Schema) Find(query string) []Place {
	query = strings.ToLower(strings.TrimSpace(query))
	if query == "" {
		return nil
	}
	var places []Place
	s.each(func(path []spot) {
		if s.speaksOf(path[len(path)-1], query) {
			places = append(places, place(path))
		}
	})
	return places
}

func (s Schema) speaksOf(a spot, query string) bool {
	holds := func(text string) bool { return strings.Contains(strings.ToLower(text), query) }
	value := func(n *jsondoc.Node) bool {
		if text, ok := s.Doc.Str(n); ok {
			return holds(text)
		}
		return n != nil && holds(s.Doc.Raw(n))
	}
	if holds(a.name()) || value(a.node.Get("title")) || value(a.node.Get("description")) || value(a.node.Get("const")) {
		return true
	}
	if enum := a.node.Get("enum"); enum != nil {
		for _, e := range enum.Elements {
			if value(e) {
				return true
			}
		}
	}
	return false
}
