package schema

import (
	"slices"

	"toolyard/app/jsondoc"
)

// nullable reports whether a schema says that its value may be null: as one of
// its types, or without any of its union's branches, or of its values. One that
// says none of those may be anything, and is not called so.
func (s Schema) nullable(n *jsondoc.Node, types []string) bool {
	if len(types) > 0 || n.Get("type") != nil {
		return slices.Contains(types, null)
	}
	if union := n.Get(unionOf(n)); union != nil {
		return slices.ContainsFunc(union.Elements, func(b *jsondoc.Node) bool { return s.nullable(b, s.types(b)) })
	}
	if enum := n.Get("enum"); enum != nil {
		return slices.ContainsFunc(enum.Elements, isNull)
	}
	only := n.Get("const")
	return only != nil && isNull(only)
}

func isNull(n *jsondoc.Node) bool { return n.Kind == jsondoc.Null }

// onlyNull reports whether a schema allows null and nothing else.
func (s Schema) onlyNull(n *jsondoc.Node) bool {
	return s.typeSet(n, maxRefs) == setOf(null)
}

// unionOf is the keyword that n has its branches under, "" without one.
func unionOf(n *jsondoc.Node) string {
	for _, keyword := range []string{"anyOf", "oneOf"} {
		if list := n.Get(keyword); list != nil && list.Kind == jsondoc.Array {
			return keyword
		}
	}
	return ""
}

// Nullable lets a parameter be null or not, in the spelling that is there: in
// its list of types and its enum, as a branch of its union, or beside its $ref
// as a union of both. A parameter that says none of those may be anything
// already.
func (s Schema) Nullable(at Place, on bool) []jsondoc.Edit {
	found, ok := s.find(at)
	if !ok {
		return nil
	}
	n := found.node
	types := s.types(n)
	switch keyword := unionOf(n); {
	case s.nullable(n, types) == on:
		return nil
	case n.Get("type") != nil:
		if !on && len(types) == 1 {
			return nil
		}
		return jsondoc.Join(s.nullType(n, on), s.nullValue(n.Get("enum"), on))
	case keyword != "":
		return s.nullBranch(n, keyword, on)
	case n.Get("enum") != nil:
		return s.nullValue(n.Get("enum"), on)
	case on && n.Get("$ref") != nil:
		i := n.Index("$ref")
		list := `[{"$ref":` + s.Doc.Raw(n.Members[i].Value) + `},{"type":"null"}]`
		return s.respell(n, i, "anyOf", s.Doc.Fit(n, list))
	}
	return nil
}

// respell gives a member another name and value, where it stands.
func (s Schema) respell(n *jsondoc.Node, i int, name, raw string) []jsondoc.Edit {
	return jsondoc.Join(s.Doc.RenameMember(n, i, name), s.Doc.ReplaceValue(n.Members[i].Value, raw))
}

func (s Schema) nullType(n *jsondoc.Node, on bool) []jsondoc.Edit {
	keyword := n.Get("type")
	if keyword.Kind == jsondoc.String {
		return s.Doc.ReplaceValue(keyword, s.Doc.Fit(n, "["+s.Doc.Raw(keyword)+`,"null"]`))
	}
	if on {
		return s.Doc.InsertElement(keyword, len(keyword.Elements), `"null"`)
	}
	nulls := s.entries(keyword, null)
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

// nullValue lets an enum have null as one of its values, or not. It takes out no
// value that is the only one.
func (s Schema) nullValue(enum *jsondoc.Node, on bool) []jsondoc.Edit {
	if enum == nil || len(enum.Elements) == 0 {
		return nil
	}
	var nulls []int
	for i, e := range enum.Elements {
		if isNull(e) {
			nulls = append(nulls, i)
		}
	}
	switch {
	case on && len(nulls) == 0:
		return s.Doc.InsertElement(enum, len(enum.Elements), null)
	case on || len(nulls) == len(enum.Elements):
		return nil
	}
	return s.Doc.RemoveElements(enum, nulls...)
}

// nullBranch lets a union have null as one of its branches, or not. A $ref that
// is left alone stands by itself again.
func (s Schema) nullBranch(n *jsondoc.Node, keyword string, on bool) []jsondoc.Edit {
	list := n.Get(keyword)
	if on {
		return s.Doc.InsertElement(list, len(list.Elements), s.Doc.Fit(list, `{"type":"null"}`))
	}
	var gone []int
	var rest []*jsondoc.Node
	var edits []jsondoc.Edit
	for i, branch := range list.Elements {
		if s.onlyNull(branch) {
			gone = append(gone, i)
			continue
		}
		rest = append(rest, branch)
		if types := s.types(branch); slices.Contains(types, null) {
			edits = append(edits, jsondoc.Join(s.nullType(branch, false), s.nullValue(branch.Get("enum"), false))...)
		}
	}
	if len(rest) == 0 {
		return nil
	}
	if ref := rest[0].Get("$ref"); len(rest) == 1 && ref != nil && len(rest[0].Members) == 1 && n.Get("$ref") == nil {
		return s.respell(n, n.Index(keyword), "$ref", s.Doc.Raw(ref))
	}
	return jsondoc.Join(edits, s.Doc.RemoveElements(list, gone...))
}
