package schema

import (
	"slices"
	"strings"

	"toolyard/app/jsondoc"
)

// Retype gives a parameter one of Types. What applies to the new type stays,
// null in the list of types, too; keywords and values of other types go. An
// array gets items and an object properties where it has none. The type "" takes
// the keyword away and nothing else.
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
		return "properties", "{}"
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
// out the values of an enum that do not.
func (s Schema) lost(n *jsondoc.Node, typ string) (members []int, values []jsondoc.Edit) {
	nullable := slices.Contains(s.types(n), "null")
	for i, m := range n.Members {
		unfit := !appliesTo(m.Name, typ)
		switch m.Name {
		case "const", "default":
			unfit = !s.fits(m.Value, typ, nullable)
		case "enum":
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

// unfitValues is the values of an enum that are not of a type, and whether none
// but null would be left without them.
func (s Schema) unfitValues(enum *jsondoc.Node, typ string, nullable bool) (gone []int, all bool) {
	all = true
	for i, e := range enum.Elements {
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
	if !slices.Contains(types, "null") {
		return s.setBeside(n, "type", jsondoc.Quote(typ), lost)
	}
	if keyword.Kind == jsondoc.Array && len(keyword.Elements) == 2 && len(types) == 2 {
		other := 1 - slices.Index(types, "null")
		return s.Doc.ReplaceValue(keyword.Elements[other], jsondoc.Quote(typ))
	}
	return s.Doc.ReplaceValue(keyword, s.Doc.Fit(n, "["+jsondoc.Quote(typ)+`,"null"]`))
}

// Nullable lets a parameter be null or not: in its list of types, and in its
// enum. A parameter without a type may be anything already.
func (s Schema) Nullable(at Place, on bool) []jsondoc.Edit {
	found, ok := s.find(at)
	if !ok {
		return nil
	}
	types, keyword := s.types(found.node), found.node.Get("type")
	if keyword == nil || slices.Contains(types, "null") == on || !on && len(types) == 1 {
		return nil
	}
	return jsondoc.Join(s.nullType(found.node, on), s.nullValue(found.node.Get("enum"), on))
}

func (s Schema) nullType(n *jsondoc.Node, on bool) []jsondoc.Edit {
	keyword := n.Get("type")
	if keyword.Kind == jsondoc.String {
		return s.Doc.ReplaceValue(keyword, s.Doc.Fit(n, "["+s.Doc.Raw(keyword)+`,"null"]`))
	}
	if on {
		return s.Doc.InsertElement(keyword, len(keyword.Elements), `"null"`)
	}
	nulls := s.entries(keyword, "null")
	if len(keyword.Elements)-len(nulls) > 1 {
		return s.Doc.RemoveElements(keyword, nulls...)
	}
	for i, e := range keyword.Elements {
		if !slices.Contains(nulls, i) {
			return s.Doc.ReplaceValue(keyword, s.Doc.Raw(e))
		}
	}
	return nil
}

// nullValue lets an enum have null as one of its values, or not.
func (s Schema) nullValue(enum *jsondoc.Node, on bool) []jsondoc.Edit {
	if enum == nil || len(enum.Elements) == 0 {
		return nil
	}
	var nulls []int
	for i, e := range enum.Elements {
		if e.Kind == jsondoc.Null {
			nulls = append(nulls, i)
		}
	}
	if !on {
		return s.Doc.RemoveElements(enum, nulls...)
	}
	if len(nulls) > 0 {
		return nil
	}
	return s.Doc.InsertElement(enum, len(enum.Elements), "null")
}

// Enum writes the values that are allowed, as raw JSON texts: those that stay
// keep their bytes. Nil takes the keyword away. A text that is not JSON makes no
// edit.
func (s Schema) Enum(at Place, values []string) []jsondoc.Edit {
	found, ok := s.find(at)
	if !ok || slices.ContainsFunc(values, func(raw string) bool { return !jsondoc.Parse(raw).OK() }) {
		return nil
	}
	list := found.node.Get("enum")
	switch {
	case values == nil:
		return s.unset(found.node, "enum")
	case list == nil:
		return s.set(found, "enum", "["+strings.Join(values, ",")+"]")
	case list.Kind != jsondoc.Array || len(list.Elements) == 0:
		return s.Doc.ReplaceValue(list, s.Doc.Fit(found.node, "["+strings.Join(values, ",")+"]"))
	}
	return s.relist(list, values)
}

// relist edits a list's elements from the first that differs to the last.
func (s Schema) relist(list *jsondoc.Node, values []string) []jsondoc.Edit {
	old := make([]string, len(list.Elements))
	for i, e := range list.Elements {
		old[i] = s.Doc.Raw(e)
	}
	first := 0
	for first < min(len(old), len(values)) && old[first] == values[first] {
		first++
	}
	oldEnd, end := len(old), len(values)
	for oldEnd > first && end > first && old[oldEnd-1] == values[end-1] {
		oldEnd, end = oldEnd-1, end-1
	}
	var edits []jsondoc.Edit
	for ; first < oldEnd && first < end; first++ {
		edits = append(edits, s.Doc.ReplaceValue(list.Elements[first], values[first])...)
	}
	var gone []int
	for i := first; i < oldEnd; i++ {
		gone = append(gone, i)
	}
	edits = append(edits, s.Doc.RemoveElements(list, gone...)...)
	for _, value := range values[first:end] {
		edits = append(edits, s.Doc.InsertElement(list, oldEnd, value)...)
	}
	return jsondoc.Join(edits)
}
