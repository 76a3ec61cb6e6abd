package schema

import "toolyard/app/jsondoc"

// Definition is a schema for a $ref to name.
type Definition struct {
	Name    string
	Place   Place
	Pointer Pointer
	Uses    []Place // the schemas that refer to it, or into it
}

// Definitions is what stands under $defs and definitions anywhere, in the order
// of the text.
func (s Schema) Definitions() []Definition {
	var all []Definition
	s.each(func(path []spot) {
		if a := path[len(path)-1]; a.keyword == "$defs" || a.keyword == "definitions" {
			all = append(all, Definition{Name: a.name(), Place: place(path), Pointer: pointer(path)})
		}
	})
	if len(all) == 0 {
		return nil
	}
	for _, r := range s.references() {
		p, ok := s.pointerOf(r.value)
		for i := range all {
			if _, in := p.under(all[i].Pointer); ok && in {
				all[i].Uses = append(all[i].Uses, r.at)
			}
		}
	}
	return all
}

// Uses is the places of the schemas that refer to the schema at a place, or into
// it: those that are left with nothing when it goes.
func (s Schema) Uses(at Place) []Place {
	outer, ok := s.PointerOf(at)
	if !ok {
		return nil
	}
	var uses []Place
	for _, r := range s.references() {
		p, local := s.pointerOf(r.value)
		if _, in := p.under(outer); local && in {
			uses = append(uses, r.at)
		}
	}
	return uses
}

// ledInto reports whether a reference leads inside the schema at a place, but
// not to one of its definitions.
func (s Schema) ledInto(at Place) bool {
	outer, _ := s.PointerOf(at)
	for _, r := range s.references() {
		p, local := s.pointerOf(r.value)
		if rest, in := p.under(outer); local && in && rest != "" && rest.definition() == "" {
			return true
		}
	}
	return false
}

// definitions is the keyword that the root has its definitions under.
func (s Schema) definitions() string {
	if s.Doc.Root.Get("$defs") == nil && s.Doc.Root.Get("definitions") != nil {
		return "definitions"
	}
	return "$defs"
}

// Define adds a definition to the root, its name numbered where taken.
func (s Schema) Define(name, raw string) []jsondoc.Edit {
	if s.Doc.Root == nil {
		return nil
	}
	return s.AddEntry("", s.definitions(), name, raw)
}

// Extract makes a definition of the schema at a place, its name numbered where
// taken, and refers to it from there. References into it follow.
func (s Schema) Extract(at Place, name string) []jsondoc.Edit {
	path, ok := s.path(at)
	if !ok || len(path) == 1 {
		return nil
	}
	keyword, root := s.definitions(), s.Doc.Root
	name = Unique(name, memberNames(root.Get(keyword))...)
	to := Pointer("").Child(keyword).Child(name)
	found := path[len(path)-1]
	raw, refs := s.carry(found.node, s.repoint(pointer(path), to))
	return jsondoc.Join(
		s.write(found, `{"$ref":`+jsondoc.Quote(to.Ref())+"}"),
		refs, s.AddEntry("", keyword, name, raw))
}

// Refer makes the schema at a place a $ref to the one at another. What says
// something about the parameter stays, what refuses values goes.
func (s Schema) Refer(at, to Place) []jsondoc.Edit {
	found, ok := s.find(at)
	target, there := s.PointerOf(to)
	if !ok || !there || at == "" {
		return nil
	}
	raw := jsondoc.Quote(target.Ref())
	n := found.node
	var gone []int
	for i, m := range n.Members {
		if !annotates(m.Name) && m.Name != "$ref" {
			gone = append(gone, i)
		}
	}
	if len(gone) == len(n.Members) {
		return s.write(found, `{"$ref":`+raw+"}")
	}
	return jsondoc.Join(s.Doc.RemoveMembers(n, gone...), s.setBeside(n, "$ref", raw, gone))
}

// Inline puts in the place of a $ref what it refers to. What stands beside the
// $ref stays and goes before what the definition says of the parameter; where
// both refuse values by one keyword, nothing is done, nor where the definition
// is what the $ref stands in.
func (s Schema) Inline(at Place) []jsondoc.Edit {
	found, ok := s.find(at)
	if !ok {
		return nil
	}
	n := found.node
	target := s.target(n.Get("$ref"))
	if target == nil || target.Start <= n.Start && n.End <= target.End {
		return nil
	}
	if len(n.Members) == 1 {
		return s.write(found, s.Doc.Raw(target))
	}
	if target.Kind != jsondoc.Object {
		return nil
	}
	return s.merge(n, n.Index("$ref"), s.pairs(target))
}

// pair is a keyword on its way, with its raw value.
type pair struct{ name, raw string }

// pairs is what a schema says; of a repeated keyword the last counts.
func (s Schema) pairs(n *jsondoc.Node) []pair {
	var all []pair
	for i, m := range n.Members {
		if n.Index(m.Name) == i {
			all = append(all, pair{m.Name, s.Doc.Raw(m.Value)})
		}
	}
	return all
}

// merge puts keywords in the place of member i. What n says of the parameter
// itself stays; it makes no edit where a keyword that refuses values meets its
// like.
func (s Schema) merge(n *jsondoc.Node, i int, incoming []pair) []jsondoc.Edit {
	lists := [][]jsondoc.Edit{s.Doc.RemoveMember(n, i)}
	for _, k := range incoming {
		beside := n.Index(k.name)
		if beside < 0 || beside == i {
			lists = append(lists, s.Doc.InsertMember(n, i, k.name, s.Doc.Fit(n, k.raw)))
		} else if !annotates(k.name) {
			return nil
		}
	}
	return jsondoc.Join(lists...)
}
