package jsondoc

import "slices"

// The edits follow the formatting that they find: on lines of their own with the
// siblings' indentation, or on one line. They are the fewest there are, none
// where nothing changes. They are none, too, when the Doc is not OK, the node is
// of another kind, or there is no part of that index. A raw text is put in as it
// is: see Doc.Fit.

// ReplaceValue puts raw in the place of n.
func (d Doc) ReplaceValue(n *Node, raw string) []Edit {
	if !d.OK() || n == nil || d.Raw(n) == raw {
		return nil
	}
	return []Edit{{n.Start, n.End, raw}}
}

// SetMember gives the last member of that name the value raw, or adds it at the
// end.
func (d Doc) SetMember(obj *Node, name, raw string) []Edit {
	if i := obj.Index(name); i >= 0 {
		return d.ReplaceValue(obj.Members[i].Value, raw)
	}
	if obj == nil {
		return nil
	}
	return d.InsertMember(obj, len(obj.Members), name, raw)
}

// InsertMember adds a member that will be member i, whether or not there is one
// of that name. Beyond the end it will be the last.
func (d Doc) InsertMember(obj *Node, i int, name, raw string) []Edit {
	if !d.editable(obj, Object) {
		return nil
	}
	return d.insertPart(obj, i, Quote(name)+d.layoutOf(obj).colon+raw)
}

// RenameMember writes another name for member i. The same name, however it is
// escaped, is no change.
func (d Doc) RenameMember(obj *Node, i int, name string) []Edit {
	if !d.editable(obj, Object) || !obj.has(i) || obj.Members[i].Name == name {
		return nil
	}
	m := obj.Members[i]
	return []Edit{{m.NameStart, m.NameEnd, Quote(name)}}
}

// RemoveMember takes member i away, with its comma and its line.
func (d Doc) RemoveMember(obj *Node, i int) []Edit { return d.RemoveMembers(obj, i) }

// RemoveMembers takes several members away, as RemoveMember one. Two removals
// from one object are not two lists joined: where they are neighbours they would
// both take the comma between them.
func (d Doc) RemoveMembers(obj *Node, indices ...int) []Edit {
	if !d.editable(obj, Object) {
		return nil
	}
	return d.removeParts(obj, obj.existing(indices))
}

// MoveMember takes member from to where it will be member to. Its bytes stay as
// they are.
func (d Doc) MoveMember(obj *Node, from, to int) []Edit {
	if !d.editable(obj, Object) || !obj.has(from) || !obj.has(to) {
		return nil
	}
	return d.movePart(obj, from, to)
}

// InsertElement adds an element that will be element i. Beyond the end it will
// be the last.
func (d Doc) InsertElement(arr *Node, i int, raw string) []Edit {
	if !d.editable(arr, Array) {
		return nil
	}
	return d.insertPart(arr, i, raw)
}

// RemoveElement takes element i away, with its comma and its line.
func (d Doc) RemoveElement(arr *Node, i int) []Edit { return d.RemoveElements(arr, i) }

// RemoveElements takes several elements away, see RemoveMembers.
func (d Doc) RemoveElements(arr *Node, indices ...int) []Edit {
	if !d.editable(arr, Array) {
		return nil
	}
	return d.removeParts(arr, arr.existing(indices))
}

// MoveElement takes element from to where it will be element to. Its bytes stay
// as they are.
func (d Doc) MoveElement(arr *Node, from, to int) []Edit {
	if !d.editable(arr, Array) || !arr.has(from) || !arr.has(to) {
		return nil
	}
	return d.movePart(arr, from, to)
}

func (d Doc) editable(n *Node, kind Kind) bool { return d.OK() && n != nil && n.Kind == kind }

func (n *Node) has(i int) bool { return 0 <= i && i < n.parts() }

// existing is the indices that n has, each once, ascending.
func (n *Node) existing(indices []int) []int {
	existing := slices.DeleteFunc(slices.Clone(indices), func(i int) bool { return !n.has(i) })
	slices.Sort(existing)
	return slices.Compact(existing)
}
