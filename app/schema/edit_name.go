package schema

import "toolyard/app/jsondoc"

// Rename gives a property, a definition, a pattern or any schema under a name
// another one. What names a property goes along: required and the dependent…
// keywords of its object, those of the branches and conditions that its object
// is held against, and local references. A name that other properties carry too
// stays theirs.
func (s Schema) Rename(at Place, name string) []jsondoc.Edit {
	path, ok := s.path(at)
	if !ok {
		return nil
	}
	found := path[len(path)-1]
	if !found.named() || found.name() == name {
		return nil
	}
	lists := [][]jsondoc.Edit{s.Doc.RenameMember(found.among, found.index, name)}
	if found.keyword == properties {
		lists = append(lists, s.renameMentions(found, name))
	}
	if all, _ := found.namesakes(); all == 1 {
		outer := pointer(path[:len(path)-1]).Child(found.keyword)
		lists = append(lists, s.repoint(outer.Child(found.name()), outer.Child(name)))
	}
	return jsondoc.Join(lists...)
}

// renameMentions renames a property where the schemas that its object is held
// against name it.
func (s Schema) renameMentions(property spot, name string) []jsondoc.Edit {
	var edits []jsondoc.Edit
	eachSame(property.owner, func(n *jsondoc.Node) {
		edits = append(edits, s.renameIn(n.Get("required"), property, name)...)
		for _, keyword := range []string{"dependentRequired", "dependentSchemas", "dependencies"} {
			edits = append(edits, s.renameIn(n.Get(keyword), property, name)...)
			if dependents := n.Get(keyword); dependents != nil && keyword != "dependentSchemas" {
				for _, m := range dependents.Members {
					edits = append(edits, s.renameIn(listOnly(m.Value), property, name)...)
				}
			}
		}
		if n != property.owner {
			edits = append(edits, s.renameIn(n.Get(properties), property, name)...)
		}
	})
	return edits
}

func listOnly(n *jsondoc.Node) *jsondoc.Node {
	if n.Kind == jsondoc.Array {
		return n
	}
	return nil
}

// renameIn renames what is the property's own among the strings of a list, or
// the names of an object.
func (s Schema) renameIn(n *jsondoc.Node, property spot, name string) []jsondoc.Edit {
	if n == nil {
		return nil
	}
	var edits []jsondoc.Edit
	if n.Kind == jsondoc.Object {
		for _, i := range property.own(membersOf(n, property.name())) {
			edits = append(edits, s.Doc.RenameMember(n, i, name)...)
		}
		return edits
	}
	for _, i := range property.own(s.entries(n, property.name())) {
		edits = append(edits, s.Doc.ReplaceValue(n.Elements[i], jsondoc.Quote(name))...)
	}
	return edits
}

// requiredEntries is the entries in required that are this property's own.
func (s Schema) requiredEntries(property spot) []int {
	return property.own(s.entries(property.owner.Get("required"), property.name()))
}

// own is those of the mentions of a name that are the property's. Of several
// properties with one name each has its own only where there are as many
// mentions: then typing across another's name loses neither.
func (a spot) own(mentions []int) []int {
	if len(mentions) == 0 {
		return nil
	}
	switch all, before := a.namesakes(); {
	case all == 1:
		return mentions
	case all == len(mentions):
		return mentions[before : before+1]
	}
	return nil
}
