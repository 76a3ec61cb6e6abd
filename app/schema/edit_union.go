package schema

import (
	"slices"
	"strings"

	"toolyard/app/jsondoc"
)

// Unite makes a union of a schema that means the same: a branch for each of its
// types, with what applies to it. What the schema says of the parameter, and
// what holds whatever the type, stays outside. The root, which must be an object,
// and a union stay as they are, and so does what references lead into.
func (s Schema) Unite(at Place) []jsondoc.Edit {
	found, ok := s.find(at)
	n := found.node
	if !ok || at == "" || len(n.Members) == 0 || unionOf(n) != "" || s.ledInto(at) {
		return nil
	}
	var inside []int
	for i, m := range n.Members {
		if branchable(m.Name) {
			inside = append(inside, i)
		}
	}
	branches := s.branchesOf(n, inside)
	if len(inside) == 0 || len(branches) == 0 {
		return nil
	}
	list := "[" + strings.Join(branches, ",") + "]"
	if len(inside) == len(n.Members) {
		return s.write(found, `{"anyOf":`+list+"}")
	}
	return jsondoc.Join(s.Doc.RemoveMembers(n, inside...), s.setBeside(n, "anyOf", list, inside))
}

// branchable reports whether a keyword says something that may differ from one
// branch of a union to the other.
func branchable(name string) bool {
	switch name {
	case "type", "enum", "const", "$ref":
		return true
	}
	k, ok := known(name)
	return ok && k.Types != nil
}

// branchesOf is the raw schemas that members of n make, one for each of its
// types that has a value left.
func (s Schema) branchesOf(n *jsondoc.Node, members []int) []string {
	types := s.types(n)
	if len(types) < 2 {
		return []string{s.object(n, members)}
	}
	var branches []string
	for _, typ := range types {
		if raw, ok := s.branchOf(n, members, typ); ok {
			branches = append(branches, raw)
		}
	}
	return branches
}

func (s Schema) object(n *jsondoc.Node, members []int) string {
	var all []pair
	for _, i := range members {
		all = append(all, pair{n.Members[i].Name, s.Doc.Raw(n.Members[i].Value)})
	}
	return rawObject(all)
}

func rawObject(all []pair) string {
	texts := make([]string, len(all))
	for i, k := range all {
		texts[i] = jsondoc.Quote(k.name) + ":" + k.raw
	}
	return "{" + strings.Join(texts, ",") + "}"
}

// branchOf is what members of n say of one type; it is false where they leave no
// value of it.
func (s Schema) branchOf(n *jsondoc.Node, members []int, typ string) (raw string, ok bool) {
	var all []pair
	for _, i := range members {
		m := n.Members[i]
		switch {
		case m.Name == "type":
			all = append(all, pair{"type", jsondoc.Quote(typ)})
		case m.Name == "const" && !s.isOf(m.Value, typ):
			return "", false
		case m.Name == "enum":
			values := s.valuesOf(m.Value, typ)
			if len(values) == 0 {
				return "", false
			}
			if typ != null {
				all = append(all, pair{"enum", "[" + strings.Join(values, ",") + "]"})
			}
		case appliesTo(m.Name, typ):
			all = append(all, pair{m.Name, s.Doc.Raw(m.Value)})
		}
	}
	return rawObject(all), true
}

func (s Schema) isOf(n *jsondoc.Node, typ string) bool { return s.typeOf(n)&setOf(typ) != 0 }

func (s Schema) valuesOf(list *jsondoc.Node, typ string) []string {
	var values []string
	for _, e := range list.Elements {
		if s.isOf(e, typ) {
			values = append(values, s.Doc.Raw(e))
		}
	}
	return values
}

// Unify takes a union back into one schema, where that means the same: it has one
// branch, or its branches have a type each, or only values. Else there is no
// edit, nor where references lead into it.
func (s Schema) Unify(at Place) []jsondoc.Edit {
	found, ok := s.find(at)
	n := found.node
	keyword := unionOf(n)
	if !ok || keyword == "" || s.ledInto(at) {
		return nil
	}
	list := n.Get(keyword)
	var merged []pair
	if len(list.Elements) == 1 && list.Elements[0].Kind == jsondoc.Object {
		merged = s.pairs(list.Elements[0])
	} else {
		merged = s.unified(list)
	}
	if len(merged) == 0 {
		return nil
	}
	if len(n.Members) == 1 {
		return s.write(found, rawObject(merged))
	}
	return s.merge(n, n.Index(keyword), merged)
}

// unified is what one schema says that allows what the branches allow, nil where
// none does.
func (s Schema) unified(list *jsondoc.Node) []pair {
	var u union
	for _, branch := range list.Elements {
		if branch.Kind != jsondoc.Object || !s.take(&u, branch) {
			return nil
		}
	}
	valued := len(u.values) > 0
	if len(list.Elements) == 0 || valued && u.open || len(u.types) > 0 && u.untyped || repeats(u.values) {
		return nil
	}
	var all []pair
	if len(u.types) > 0 {
		all = append(all, pair{"type", quotedList(u.types)})
	}
	if valued && u.null {
		u.values = append(u.values, null)
	}
	if valued {
		all = append(all, pair{"enum", "[" + strings.Join(u.values, ",") + "]"})
	}
	return append(all, u.rest...)
}

// union is what branches have in sum.
type union struct {
	set     typeSet
	types   []string
	untyped bool     // a branch says no type
	values  []string // raw
	open    bool     // a branch allows more than listed values
	null    bool     // a branch is null's
	rest    []pair
}

// take adds a branch, and is false where it can't stand with the others.
func (s Schema) take(u *union, branch *jsondoc.Node) bool {
	typ, typed := s.Doc.Str(branch.Get("type"))
	if branch.Get("type") != nil && (!typed || u.set&setOf(typ) != 0 || setOf(typ) == 0) {
		return false
	}
	if typed {
		u.set |= setOf(typ)
		u.types = append(u.types, typ)
	}
	u.untyped = u.untyped || !typed
	var own []string
	for _, m := range branch.Members {
		k, _ := known(m.Name)
		switch {
		case m.Repeated:
			return false
		case m.Name == "type":
		case m.Name == "const" && own == nil:
			own = []string{s.Doc.Raw(m.Value)}
		case m.Name == "enum" && own == nil && m.Value.Kind == jsondoc.Array:
			own = s.enum(branch)
		case typed && k.Types != nil && k.AppliesTo(typ):
			u.rest = append(u.rest, pair{m.Name, s.Doc.Raw(m.Value)})
		default:
			return false
		}
	}
	if typed && slices.ContainsFunc(own, func(raw string) bool { d := Read(raw); return !d.isOf(d.Doc.Root, typ) }) {
		return false
	}
	switch {
	case own == nil && typ == null:
		u.null = true
	case own == nil:
		u.open = true
	}
	u.values = append(u.values, own...)
	return own == nil || len(own) > 0
}

func repeats(raws []string) bool {
	for i, raw := range raws {
		if slices.Contains(raws[:i], raw) {
			return true
		}
	}
	return false
}
