package schema

import (
	"slices"

	"toolyard/app/jsondoc"
)

// The edits are the fewest that say what changed. They are none where nothing
// does, where the text is not JSON, and where the place is not, or has no name
// to rename, require, move or duplicate.

// Describe writes the description; no text takes the keyword away.
func (s Schema) Describe(at Place, text string) []jsondoc.Edit {
	return s.say(at, "description", text)
}

// Title writes the title; no text takes the keyword away.
func (s Schema) Title(at Place, text string) []jsondoc.Edit { return s.say(at, "title", text) }

func (s Schema) say(at Place, keyword, text string) []jsondoc.Edit {
	found, ok := s.find(at)
	switch old, has := s.Doc.Str(found.node.Get(keyword)); {
	case !ok || has && old == text:
		return nil
	case text == "":
		return s.unset(found.node, keyword)
	}
	return s.set(found, keyword, jsondoc.Quote(text))
}

// Require puts a property's name into required, or takes it out. A list that
// would be empty goes with its keyword.
func (s Schema) Require(at Place, on bool) []jsondoc.Edit {
	property, ok := s.property(at)
	if !ok {
		return nil
	}
	entries := s.entries(property.owner.Get("required"), property.name())
	if !on {
		return s.removeRequired(property.owner, entries)
	}
	if len(entries) > 0 {
		return nil
	}
	return s.addRequired(property.owner, property.name())
}

// addRequired puts a name last in required.
func (s Schema) addRequired(owner *jsondoc.Node, name string) []jsondoc.Edit {
	list := owner.Get("required")
	if list != nil && list.Kind == jsondoc.Array {
		return s.Doc.InsertElement(list, len(list.Elements), jsondoc.Quote(name))
	}
	return s.setBeside(owner, "required", "["+jsondoc.Quote(name)+"]", nil)
}

// RequireWith lists what else is required where a property is there, in
// dependentRequired. No names take the entry away, and the last one the keyword.
func (s Schema) RequireWith(at Place, names []string) []jsondoc.Edit {
	property, ok := s.property(at)
	if !ok {
		return nil
	}
	const keyword = "dependentRequired"
	all := property.owner.Get(keyword)
	own := membersOf(all, property.name())
	switch {
	case len(names) > 0 && len(own) > 0:
		old := all.Members[own[len(own)-1]].Value
		return s.Doc.ReplaceValue(old, s.Doc.Fit(all, quotedList(names)))
	case len(names) > 0 && all != nil && all.Kind == jsondoc.Object:
		return s.Doc.SetMember(all, property.name(), s.Doc.Fit(all, quotedList(names)))
	case len(names) > 0:
		return s.setBeside(property.owner, keyword, "{"+jsondoc.Quote(property.name())+":"+quotedList(names)+"}", nil)
	case all != nil && len(own) == len(all.Members):
		return s.unset(property.owner, keyword)
	}
	return s.Doc.RemoveMembers(all, own...)
}

// Remove takes the schema at a place away: a property with its entry in
// required, one of several under a keyword, or the keyword with its schema. What
// refers to a definition stays as it is: see Uses.
func (s Schema) Remove(at Place) []jsondoc.Edit {
	found, ok := s.find(at)
	switch {
	case !ok || found.owner == nil:
		return nil
	case found.keyword == properties:
		return jsondoc.Join(
			s.Doc.RemoveMember(found.among, found.index),
			s.removeRequired(found.owner, s.requiredEntries(found)),
		)
	case found.among == nil || len(found.among.Members)+len(found.among.Elements) == 1:
		return s.unset(found.owner, found.keyword)
	case found.named():
		return s.Doc.RemoveMember(found.among, found.index)
	}
	return s.Doc.RemoveElement(found.among, found.index)
}

// Move takes the property at index from of an object to index to.
func (s Schema) Move(object Place, from, to int) []jsondoc.Edit {
	found, ok := s.find(object)
	if !ok {
		return nil
	}
	return s.Doc.MoveMember(found.node.Get(properties), from, to)
}

// Shift takes the schema at a place to index to among those under its keyword.
func (s Schema) Shift(at Place, to int) []jsondoc.Edit {
	found, ok := s.find(at)
	switch {
	case !ok || found.among == nil:
		return nil
	case found.named():
		return s.Doc.MoveMember(found.among, found.index, to)
	}
	return s.Doc.MoveElement(found.among, found.index, to)
}

// Duplicate puts a copy of a schema after it, under a name that is free where it
// has one. A property's copy is required if the property is.
func (s Schema) Duplicate(at Place) []jsondoc.Edit {
	found, ok := s.find(at)
	switch {
	case !ok || found.among == nil:
		return nil
	case !found.named():
		return s.Doc.InsertElement(found.among, found.index+1, s.Doc.Raw(found.node))
	}
	name := Unique(found.name(), found.names()...)
	edits := s.Doc.InsertMember(found.among, found.index+1, name, s.Doc.Raw(found.node))
	if found.keyword != properties {
		return edits
	}
	required := found.owner.Get("required")
	if entries := s.entries(required, found.name()); len(entries) > 0 {
		after := entries[len(entries)-1] + 1
		edits = jsondoc.Join(edits, s.Doc.InsertElement(required, after, jsondoc.Quote(name)))
	}
	return edits
}

// entries is where a list has that name.
func (s Schema) entries(list *jsondoc.Node, name string) []int {
	if list == nil {
		return nil
	}
	var indices []int
	for i, e := range list.Elements {
		if text, ok := s.Doc.Str(e); ok && text == name {
			indices = append(indices, i)
		}
	}
	return indices
}

func (s Schema) removeRequired(owner *jsondoc.Node, entries []int) []jsondoc.Edit {
	list := owner.Get("required")
	if len(entries) > 0 && len(entries) == len(list.Elements) {
		return s.unset(owner, "required")
	}
	return s.Doc.RemoveElements(list, slices.Clip(entries)...)
}
