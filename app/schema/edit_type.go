package schema

import (
	"slices"
	"strings"

	"toolyard/app/jsondoc"
)

// Retype gives a parameter one of Types. What applies to the new type stays, and
// that it may be null; keywords and values of other types go, and a $ref or union
// that has nothing of it. An array gets items and an object properties where it
// has none. The type "" takes the keyword away and nothing else.
func (s Schema) Retype(at Place, typ string) []jsondoc.Edit {
	found, ok := s.find(at)
	n := found.node
	switch {
	case !ok || typ != "" && !offered(typ):
		return nil
	case typ == "":
		return s.unset(n, "type")
	case single(s.types(n)) == typ:
		return nil
	}
	lost, values := s.lost(n, typ)
	if n.Kind != jsondoc.Object || len(lost) == len(n.Members) {
		return s.write(found, wholeType(typ))
	}
	edits := [][]jsondoc.Edit{s.Doc.RemoveMembers(n, lost...), values, s.retyped(n, typ, lost)}
	if keyword, raw := inside(typ); keyword != "" && n.Index(keyword) < 0 {
		edits = append(edits, s.setBeside(n, keyword, raw, lost))
	}
	return jsondoc.Join(edits...)
}

// inside is the keyword that says what is inside a type, and how it begins.
func inside(typ string) (keyword, raw string) {
	switch typ {
	case "array":
		return items, newParameter
	case "object":
		return properties, "{}"
	}
	return "", ""
}

func wholeType(typ string) string {
	raw := `{"type":` + jsondoc.Quote(typ)
	if keyword, content := inside(typ); keyword != "" {
		raw += "," + jsondoc.Quote(keyword) + ":" + content
	}
	return raw + "}"
}

// lost is the members of n that do not apply to a type, and the edits that take
// out the values of enum and examples that do not.
func (s Schema) lost(n *jsondoc.Node, typ string) (members []int, values []jsondoc.Edit) {
	nullable := s.nullable(n, s.types(n))
	for i, m := range n.Members {
		unfit := !appliesTo(m.Name, typ)
		switch m.Name {
		case "const", "default":
			unfit = !s.fits(m.Value, typ, nullable)
		case "$ref", "anyOf", "oneOf":
			unfit = s.saidBy(m.Name, m.Value, maxRefs)&setOf(typ) == 0
		case "enum", "examples":
			var gone []int
			gone, unfit = s.unfitValues(m.Value, typ, nullable)
			if !unfit {
				values = append(values, s.Doc.RemoveElements(m.Value, gone...)...)
			}
		}
		if unfit {
			members = append(members, i)
		}
	}
	return members, values
}

// unfitValues is the values of a list that are not of a type, and whether none
// but null would be left without them.
func (s Schema) unfitValues(list *jsondoc.Node, typ string, nullable bool) (gone []int, all bool) {
	all = true
	for i, e := range list.Elements {
		if !s.fits(e, typ, nullable) {
			gone = append(gone, i)
		} else if e.Kind != jsondoc.Null {
			all = false
		}
	}
	return gone, all && len(gone) > 0
}

// retyped writes the type itself, and keeps null beside it.
func (s Schema) retyped(n *jsondoc.Node, typ string, lost []int) []jsondoc.Edit {
	types, keyword := s.types(n), n.Get("type")
	if !s.nullable(n, types) {
		return s.setBeside(n, "type", jsondoc.Quote(typ), lost)
	}
	if len(types) == 2 && len(keyword.Elements) == 2 {
		other := 1 - slices.Index(types, null)
		return s.Doc.ReplaceValue(keyword.Elements[other], jsondoc.Quote(typ))
	}
	list := "[" + jsondoc.Quote(typ) + `,"null"]`
	if keyword != nil {
		list = s.Doc.Fit(n, list)
	}
	return s.setBeside(n, "type", list, lost)
}

// SetTypes lists the types that a parameter may have, in their order; keywords
// that apply to none of them go. One type is written as a name, and no type
// takes the keyword away.
func (s Schema) SetTypes(at Place, types []string) []jsondoc.Edit {
	found, ok := s.find(at)
	n := found.node
	switch {
	case !ok || slices.Equal(types, s.types(n)):
		return nil
	case len(types) == 0:
		return s.unset(n, "type")
	}
	raw := jsondoc.Quote(types[0])
	if len(types) > 1 {
		raw = quotedList(types)
	}
	var lost []int
	for i, m := range n.Members {
		if k, _ := known(m.Name); !k.AppliesTo(types...) {
			lost = append(lost, i)
		}
	}
	if len(lost) == len(n.Members) {
		return s.write(found, `{"type":`+raw+"}")
	}
	if keyword := n.Get("type"); keyword != nil {
		raw = s.Doc.Fit(n, raw)
	}
	return jsondoc.Join(s.Doc.RemoveMembers(n, lost...), s.setBeside(n, "type", raw, lost))
}

func quotedList(texts []string) string {
	quoted := make([]string, len(texts))
	for i, text := range texts {
		quoted[i] = jsondoc.Quote(text)
	}
	return "[" + strings.Join(quoted, ",") + "]"
}
