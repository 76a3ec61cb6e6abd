package schema

import (
	"slices"
	"strings"

	"toolyard/app/jsondoc"
)

// A raw text in an edit is JSON; one that is not makes no edit. Its tokens stay
// as they are, and its white space follows what is around it.

// Set gives the schema at a place a keyword, known or not, with a raw value: in
// place, or else where the table of keywords has it.
func (s Schema) Set(at Place, keyword, raw string) []jsondoc.Edit {
	found, ok := s.find(at)
	raw, valid := token(raw)
	if !ok || !valid {
		return nil
	}
	return s.set(found, keyword, raw)
}

// Unset takes a keyword away from the schema at a place.
func (s Schema) Unset(at Place, keyword string) []jsondoc.Edit {
	found, ok := s.find(at)
	if !ok {
		return nil
	}
	return s.unset(found.node, keyword)
}

// Const writes the one value that is allowed, as raw JSON; "" takes it away.
func (s Schema) Const(at Place, raw string) []jsondoc.Edit { return s.setOrUnset(at, "const", raw) }

// Default writes the default as raw JSON; "" takes it away.
func (s Schema) Default(at Place, raw string) []jsondoc.Edit { return s.setOrUnset(at, "default", raw) }

func (s Schema) setOrUnset(at Place, keyword, raw string) []jsondoc.Edit {
	if strings.TrimSpace(raw) == "" {
		return s.Unset(at, keyword)
	}
	return s.Set(at, keyword, raw)
}

// Enum writes the values that are allowed, as raw JSON texts: those that stay
// keep their bytes. Nil takes the keyword away.
func (s Schema) Enum(at Place, values []string) []jsondoc.Edit { return s.list(at, "enum", values) }

// Examples writes the examples, as Enum the values.
func (s Schema) Examples(at Place, values []string) []jsondoc.Edit {
	return s.list(at, "examples", values)
}

// list writes the elements of a keyword.
func (s Schema) list(at Place, keyword string, values []string) []jsondoc.Edit {
	found, ok := s.find(at)
	if !ok || slices.ContainsFunc(values, func(raw string) bool { return !jsondoc.Parse(raw).OK() }) {
		return nil
	}
	list := found.node.Get(keyword)
	switch {
	case values == nil:
		return s.unset(found.node, keyword)
	case list == nil:
		return s.set(found, keyword, "["+strings.Join(values, ",")+"]")
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

// InsertValue adds an element to the list of a keyword, that will be element i;
// beyond the end it will be the last. Without the keyword it begins the list.
// Branches and positions are elements: of anyOf, of prefixItems.
func (s Schema) InsertValue(at Place, keyword string, i int, raw string) []jsondoc.Edit {
	found, ok := s.find(at)
	raw, valid := token(raw)
	if !ok || !valid {
		return nil
	}
	list := found.node.Get(keyword)
	if list == nil || list.Kind != jsondoc.Array {
		return s.set(found, keyword, "["+raw+"]")
	}
	return s.Doc.InsertElement(list, max(i, 0), s.Doc.Fit(list, raw))
}

// SetValue writes element i of the list of a keyword.
func (s Schema) SetValue(at Place, keyword string, i int, raw string) []jsondoc.Edit {
	list, raw, ok := s.element(at, keyword, i, raw)
	if !ok {
		return nil
	}
	return s.Doc.ReplaceValue(list.Elements[i], raw)
}

// RemoveValue takes element i of the list of a keyword away, the last one with
// the keyword.
func (s Schema) RemoveValue(at Place, keyword string, i int) []jsondoc.Edit {
	list, _, ok := s.element(at, keyword, i, null)
	if !ok {
		return nil
	}
	if len(list.Elements) == 1 {
		return s.Unset(at, keyword)
	}
	return s.Doc.RemoveElement(list, i)
}

// MoveValue takes element from of the list of a keyword to where it will be
// element to.
func (s Schema) MoveValue(at Place, keyword string, from, to int) []jsondoc.Edit {
	list, _, ok := s.element(at, keyword, from, null)
	if !ok {
		return nil
	}
	return s.Doc.MoveElement(list, from, to)
}

func (s Schema) element(at Place, keyword string, i int, raw string) (list *jsondoc.Node, value string, ok bool) {
	found, ok := s.find(at)
	list = found.node.Get(keyword)
	value, valid := token(raw)
	return list, value, ok && valid && list != nil && 0 <= i && i < len(list.Elements)
}

// AddEntry gives the object of a keyword one more member, the last: a pattern of
// patternProperties, a definition of $defs, a list of dependentRequired. A name
// that is taken gets a number. Without the keyword it begins the object.
func (s Schema) AddEntry(at Place, keyword, name, raw string) []jsondoc.Edit {
	found, ok := s.find(at)
	raw, valid := token(raw)
	if !ok || !valid {
		return nil
	}
	entries := found.node.Get(keyword)
	if entries == nil || entries.Kind != jsondoc.Object {
		return s.set(found, keyword, "{"+jsondoc.Quote(name)+":"+raw+"}")
	}
	name = Unique(name, memberNames(entries)...)
	return s.Doc.InsertMember(entries, len(entries.Members), name, s.Doc.Fit(entries, raw))
}

func memberNames(n *jsondoc.Node) []string {
	if n == nil {
		return nil
	}
	names := make([]string, len(n.Members))
	for i, m := range n.Members {
		names[i] = m.Name
	}
	return names
}

// token is a raw text without the white space around it, and whether it is JSON.
func token(raw string) (string, bool) {
	d := jsondoc.Parse(raw)
	return d.Raw(d.Root), d.OK()
}
