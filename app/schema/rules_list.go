package schema

import "toolyard/app/jsondoc"

// requiredUnknown finds names that no property has: neither the schema's own, nor
// those that the schemas around or beside it give the same value.
func requiredUnknown(x *Subject) {
	list := x.Node.Get("required")
	if x.inOrder(list) {
		return
	}
	var names map[string]bool
	sure := true
	for i, e := range list.Elements {
		name, ok := x.Schema.Doc.Str(e)
		if !ok {
			continue
		}
		if names == nil {
			names, sure = x.declared()
		}
		if sure && !names[name] {
			x.Element("required", i, x.unknownName(list, i, name))
		}
	}
}

func (x *Subject) unknownName(list *jsondoc.Node, i int, name string) func() []Fix {
	n := x.Node
	path := x.path[:x.sameValueAs()+1]
	return func() []Fix {
		object := path[len(path)-1].node
		return []Fix{
			{ID: FixAddParameter, Edits: x.Schema.Insert(place(path), len(memberNames(object.Get(properties))), name)},
			{ID: FixRemoveValue, Edits: x.Schema.dropElements(n, "required", list, i)},
		}
	}
}

// dropElements takes elements of a keyword's list away, all of them with the
// keyword.
func (s Schema) dropElements(n *jsondoc.Node, keyword string, list *jsondoc.Node, indices ...int) []jsondoc.Edit {
	if len(indices) == len(list.Elements) {
		return s.unset(n, keyword)
	}
	return s.Doc.RemoveElements(list, indices...)
}

// sameValueAs is where in the path the outermost schema is that is held against
// the same value.
func (x *Subject) sameValueAs() int {
	outermost := len(x.path) - 1
	for outermost > 0 && sameValue(x.path[outermost].keyword) {
		outermost--
	}
	return outermost
}

// declared is the names of the properties that the schema's value may be known to
// have, and whether those are all.
func (x *Subject) declared() (names map[string]bool, sure bool) {
	names, sure = map[string]bool{}, true
	gather := func(n *jsondoc.Node) {
		if all := n.Get(properties); all != nil {
			for _, m := range all.Members {
				names[m.Name] = true
			}
		}
		sure = sure && n.Get("patternProperties") == nil && n.Get("$dynamicRef") == nil
	}
	eachSame(x.path[x.sameValueAs()].node, func(n *jsondoc.Node) {
		gather(n)
		ref := n.Get("$ref")
		if ref == nil {
			return
		}
		target := x.doc.target(ref)
		sure = sure && target != nil
		eachSame(target, func(n *jsondoc.Node) {
			gather(n)
			sure = sure && n.Get("$ref") == nil
		})
	})
	return names, sure
}

// inOrder reports whether a list names properties of the schema in their order:
// then it names nothing else, and nothing twice.
func (x *Subject) inOrder(list *jsondoc.Node) bool {
	all := x.Node.Get(properties)
	if all == nil {
		return false
	}
	at := 0
	for _, e := range list.Elements {
		name, ok := x.Schema.Doc.Str(e)
		for ok && at < len(all.Members) && (all.Members[at].Name != name || all.Members[at].Repeated) {
			at++
		}
		if !ok || at == len(all.Members) {
			return false
		}
		at++
	}
	return true
}

func requiredRepeated(x *Subject) {
	if x.inOrder(x.Node.Get("required")) {
		return
	}
	x.repeated("required", func(list *jsondoc.Node) []int {
		seen := make(map[string]bool, len(list.Elements))
		var again []int
		for i, e := range list.Elements {
			name, ok := x.Schema.Doc.Str(e)
			if ok && seen[name] {
				again = append(again, i)
			}
			seen[name] = ok
		}
		return again
	})
}

func enumEmpty(x *Subject) {
	if list := x.Node.Get("enum"); list.Kind == jsondoc.Array && len(list.Elements) == 0 {
		x.Keyword("enum", "", x.without("enum"))
	}
}

func enumRepeated(x *Subject) {
	x.repeated("enum", func(list *jsondoc.Node) []int {
		seen := make(map[string]bool, len(list.Elements))
		var again []int
		for i, e := range list.Elements {
			raw := x.Schema.Doc.Raw(e)
			if seen[raw] || e.Kind != jsondoc.String && x.Schema.equalBefore(list, i) {
				again = append(again, i)
			}
			seen[raw] = true
		}
		return again
	})
}

// fewValues is up to where the values of a list are compared with each other:
// 1 and 1.0 are the same, and their texts don't say so.
const fewValues = 200

func (s Schema) equalBefore(list *jsondoc.Node, i int) bool {
	if i > fewValues {
		return false
	}
	for _, e := range list.Elements[:i] {
		if jsondoc.Equal(s.Doc, e, s.Doc, list.Elements[i]) {
			return true
		}
	}
	return false
}

// repeated reports the elements of a keyword's list that stand there already.
func (x *Subject) repeated(keyword string, again func(list *jsondoc.Node) []int) {
	list := x.Node.Get(keyword)
	indices := again(list)
	for _, i := range indices {
		x.Element(keyword, i, fix(FixRemoveValue, func() []jsondoc.Edit { return x.Schema.Doc.RemoveElements(list, indices...) }))
	}
}

// enumRefused finds values that another keyword refuses: they are never allowed.
// Where all are, nothing is, and neverEnum says so.
func enumRefused(x *Subject) {
	list := x.Node.Get("enum")
	refused := x.refusedValues("enum", list)
	if len(refused) == len(list.Elements) {
		return
	}
	for _, i := range refused {
		x.Element("enum", i, fix(FixRemoveValue, func() []jsondoc.Edit { return x.Schema.Doc.RemoveElements(list, i) }))
	}
}

// refusedValues is where the list of a keyword has values that the others refuse.
func (x *Subject) refusedValues(keyword string, list *jsondoc.Node) []int {
	var refused []int
	for i, e := range list.Elements {
		if x.judge(e, keyword) == refuses {
			refused = append(refused, i)
		}
	}
	return refused
}
