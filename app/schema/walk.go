package schema

import "toolyard/app/jsondoc"

// parts calls see for each schema directly inside n, in the order of the text.
// Of a repeated keyword the last counts.
func parts(n *jsondoc.Node, see func(spot)) {
	for i := range n.Members {
		k, ok := holderOf(n.Members[i].Name)
		if !ok || n.Index(k.Name) != i {
			continue
		}
		v := n.Members[i].Value
		if k.Kind.one(v) {
			see(spot{n, k.Name, nil, -1, v})
			continue
		}
		for i := range k.Kind.several(v) {
			if a := (spot{n, k.Name, v, i, v.Child(i)}); k.Kind != KindDependencies || a.node.Kind != jsondoc.Array {
				see(a)
			}
		}
	}
}

// holdsSchemas reports whether there are schemas inside n, or a keyword for them.
func holdsSchemas(n *jsondoc.Node) bool {
	for i := range n.Members {
		if _, ok := holderOf(n.Members[i].Name); ok {
			return true
		}
	}
	return false
}

// each calls see for every schema of the text: the root first, each followed by
// those inside it. A path goes from the root, and is good until see returns.
func (s Schema) each(see func(path []spot)) {
	if s.Doc.Root == nil {
		return
	}
	path := make([]spot, 1, 16)
	path[0] = spot{node: s.Doc.Root, index: -1}
	var inside func(path []spot)
	inside = func(path []spot) {
		see(path)
		n := path[len(path)-1].node
		parts(n, func(a spot) { inside(append(path, a)) })
	}
	inside(path)
}

// eachSame calls see for n and every schema inside it that is held against the
// same value.
func eachSame(n *jsondoc.Node, see func(n *jsondoc.Node)) {
	if n == nil {
		return
	}
	see(n)
	parts(n, func(a spot) {
		if sameValue(a.keyword) {
			eachSame(a.node, see)
		}
	})
}
