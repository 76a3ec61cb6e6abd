package schema

import (
	"slices"

	"toolyard/app/jsondoc"
)

// The edits are the fewest that say what changed. They are none where nothing
// does, where the text is not JSON, and where the place is not, or has no name
// to rename, require, move or duplicate.

// Rename gives a property another name, in required as well. A name that other
// properties carry too stays required for them.
func (s Schema) Rename(at Place, name string) []jsondoc.Edit {
	property, ok := s.property(at)
	if !ok || property.name() == name {
		return nil
	}
	edits := s.Doc.RenameMember(property.properties, property.index, name)
	required := property.owner.Get("required")
	for _, i := range s.requiredEntries(property) {
		edits = append(edits, s.Doc.ReplaceValue(required.Elements[i], jsondoc.Quote(name))...)
	}
	return jsondoc.Join(edits)
}

// Describe writes the description; no text takes the keyword away.
func (s Schema) Describe(at Place, text string) []jsondoc.Edit {
	found, ok := s.find(at)
	switch old, has := s.Doc.Str(found.node.Get("description")); {
	case !ok || has && old == text:
		return nil
	case text == "":
		return s.unset(found.node, "description")
	}
	return s.set(found, "description", jsondoc.Quote(text))
}

// Require puts a property's name into required, or takes it out. A list that
// would be empty goes with its keyword.
func (s Schema) Require(at Place, on bool) []jsondoc.Edit {
	property, ok := s.property(at)
	if !ok {
		return nil
	}
	list := property.owner.Get("required")
	entries := s.entries(list, property.name())
	switch {
	case !on:
		return s.removeRequired(property.owner, entries)
	case len(entries) > 0:
		return nil
	case list != nil && list.Kind == jsondoc.Array:
		return s.Doc.InsertElement(list, len(list.Elements), jsondoc.Quote(property.name()))
	}
	return s.setBeside(property.owner, "required", "["+jsondoc.Quote(property.name())+"]", nil)
}

// Remove takes a property away with its entry in required, or an array's items.
func (s Schema) Remove(at Place) []jsondoc.Edit {
	found, ok := s.find(at)
	switch {
	case !ok || found.owner == nil:
		return nil
	case found.properties == nil:
		return s.unset(found.owner, items)
	}
	return jsondoc.Join(
		s.Doc.RemoveMember(found.properties, found.index),
		s.removeRequired(found.owner, s.requiredEntries(found)),
	)
}

// Move takes the property at index from of an object to index to.
func (s Schema) Move(object Place, from, to int) []jsondoc.Edit {
	found, ok := s.find(object)
	if !ok {
		return nil
	}
	return s.Doc.MoveMember(found.node.Get("properties"), from, to)
}

// Duplicate puts a copy of a property after it, under a name that is free. It is
// required if the property is.
func (s Schema) Duplicate(at Place) []jsondoc.Edit {
	property, ok := s.property(at)
	if !ok {
		return nil
	}
	name := Unique(property.name(), property.names()...)
	edits := s.Doc.InsertMember(property.properties, property.index+1, name, s.Doc.Raw(property.node))
	required := property.owner.Get("required")
	if entries := s.entries(required, property.name()); len(entries) > 0 {
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

// requiredEntries is the entries in required that are this property's own. Of
// several properties with one name each has its own only where there are as many
// entries: then typing across another's name loses neither.
func (s Schema) requiredEntries(property spot) []int {
	entries := s.entries(property.owner.Get("required"), property.name())
	switch all, before := property.namesakes(); {
	case all == 1:
		return entries
	case all == len(entries):
		return entries[before : before+1]
	}
	return nil
}

func (s Schema) removeRequired(owner *jsondoc.Node, entries []int) []jsondoc.Edit {
	list := owner.Get("required")
	if len(entries) > 0 && len(entries) == len(list.Elements) {
		return s.unset(owner, "required")
	}
	return s.Doc.RemoveElements(list, slices.Clip(entries)...)
}
