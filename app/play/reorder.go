package play

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"toolyard/app/jsondoc"
	"toolyard/app/schema"
)

// ParameterGrip is the id of the button that a parameter is moved by.
func ParameterGrip(at schema.Place) string { return "parameter-grip-" + string(at) }

// Moved is where a parameter stood after it was moved, to be said to those who
// don't see it. The zero Moved says nothing.
type Moved struct {
	Name   string // of the parameter, or the keyword that it stands under
	Nth    int    // from 1
	Of     int    // how many there are beside it, itself included
	Object string // the name of what holds it, "" for the root
}

// ParameterMoved: a parameter went up (By < 0) or down one place among its
// siblings. At the edge of its object a property goes out: before or after what
// holds it.
type ParameterMoved struct {
	ID   int
	At   schema.Place
	By   int
	Grip bool // the focus was on its grip, else in its name, and stays there
}

func (p ParameterMoved) apply(m Model) (Model, []Effect) {
	row, ok := m.row(p.ID, p.At)
	switch {
	case !ok || row.Index < 0 || p.By == 0:
		return m, nil
	case p.By < 0 && row.Index == 0 || p.By > 0 && row.Last:
		return m.out(p.ID, p.At, p.By > 0).move(m, p.Grip)
	case p.By > 0:
		return ParameterDropped{p.ID, p.At, row.Object, row.Index + 2}.move(m, p.Grip)
	}
	return ParameterDropped{p.ID, p.At, row.Object, row.Index - 1}.move(m, p.Grip)
}

// ParameterNested: a property went into the object just above it, as the last
// one there, or out of its object and after it.
type ParameterNested struct {
	ID   int
	At   schema.Place
	In   bool
	Grip bool // as of ParameterMoved
}

func (p ParameterNested) apply(m Model) (Model, []Effect) {
	if !p.In {
		return m.out(p.ID, p.At, true).move(m, p.Grip)
	}
	t, _ := m.toolByID(p.ID)
	object, ok := schema.Place(""), false
	if i := p.At.Index(); i > 0 {
		object, ok = Inside(t.Parameters, p.At.Object().Property(i-1))
	}
	if !ok {
		return m, nil
	}
	return ParameterDropped{p.ID, p.At, object, math.MaxInt}.move(m, p.Grip)
}

// ParameterDropped: a parameter was dragged to an index among the properties of
// an object, counted before the move; beyond the end it is the last. What is no
// property stays under its keyword, and only changes its index there.
type ParameterDropped struct {
	ID     int
	At     schema.Place
	Object schema.Place
	Index  int
}

func (p ParameterDropped) apply(m Model) (Model, []Effect) { return p.move(m, true) }

// move makes the move and leaves the focus with what moved.
func (p ParameterDropped) move(m Model, grip bool) (Model, []Effect) {
	row, ok := m.row(p.ID, p.At)
	into, found := m.row(p.ID, p.Object)
	if !ok || !found {
		return m, nil
	}
	landed := p.At
	next, made := m.edit(p.ID, "parameter-moved", func(s schema.Schema) []jsondoc.Edit {
		if row.Keyword == "properties" {
			index := min(p.Index, into.Properties)
			landed = landing(p.At, p.Object, index)
			return s.MoveTo(p.At, p.Object, index)
		}
		if p.Object != row.Object || row.Index < 0 {
			return nil
		}
		to := p.Index
		if to > row.Index {
			to--
		}
		landed = p.Object.Nth(row.Keyword, to)
		return s.Shift(p.At, to)
	})
	if !made {
		return m, nil
	}
	now, _ := next.row(p.ID, landed)
	next = next.refold(p.ID, row.Pointer, now.Pointer).unfold(p.ID, now.Object)
	next.View.Moved = next.standing(p.ID, now)
	return next, []Effect{Focus{rowFocus(now, grip)}}
}

// landing is where a property stands after it went to an index of an object;
// that object itself may have moved up because of it.
func landing(at, object schema.Place, index int) schema.Place {
	from, left := at.Object(), at.Index()
	if object == from {
		if index > left {
			index--
		}
		return object.Property(index)
	}
	if object.Inside(from) {
		step, deeper, more := strings.Cut(strings.TrimPrefix(string(object[len(from):]), "."), ".")
		if i, err := strconv.Atoi(step); err == nil && i > left {
			object = from.Property(i - 1)
			if more {
				object += schema.Place("." + deeper)
			}
		}
	}
	return object.Property(index)
}

// out is the way of a property out of its object: before or after the property
// that holds it. Where none does, it is the way to where it stands.
func (m Model) out(id int, at schema.Place, after bool) ParameterDropped {
	holder := at.Object()
	for holder != "" && holder.Index() < 0 {
		holder = holder.Object()
	}
	if holder == "" || at.Index() < 0 {
		return ParameterDropped{id, at, at.Object(), at.Index()}
	}
	index := holder.Index()
	if after {
		index++
	}
	return ParameterDropped{id, at, holder.Object(), index}
}

// Inside is the object that a parameter inside of the one at a place would be
// added to: itself, or what the items of the array are.
func Inside(s schema.Schema, at schema.Place) (object schema.Place, ok bool) {
	p, ok := s.Parameter(at)
	if ok && p.Type == "array" && p.HasItems {
		p, ok = s.Parameter(at.Items())
	}
	return p.Place, ok && p.Type == "object"
}

// standing says where a row stands now.
func (m Model) standing(id int, row schema.Parameter) Moved {
	t, _ := m.toolByID(id)
	object, _ := t.Parameters.Parameter(row.Object)
	moved := Moved{row.Name, row.Index + 1, object.Properties, object.Name}
	if row.Keyword != "properties" {
		moved.Name = cmp.Or(row.Name, row.Keyword)
		for moved.Of = moved.Nth; !row.Last; moved.Of++ {
			row, _ = t.Parameters.Parameter(row.Object.Nth(row.Keyword, moved.Of))
		}
	}
	for object.Name == "" && object.Place != "" { // what stands in items or a branch
		object, _ = t.Parameters.Parameter(object.Object)
		moved.Object = object.Name
	}
	return moved
}

// row is the row of the schema of a tool at a place, the root's too.
func (m Model) row(id int, at schema.Place) (schema.Parameter, bool) {
	t, _ := m.toolByID(id)
	return t.Parameters.Parameter(at)
}

// rowFocus is the id of what has the focus in a row that it stays with.
func rowFocus(row schema.Parameter, grip bool) string {
	if grip {
		return ParameterGrip(row.Place)
	}
	return rowField(row.Place)
}

// Named reports whether a row has a name to type: a property's, a definition's,
// a pattern.
func Named(row schema.Parameter) bool {
	switch row.Keyword {
	case "properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "dependencies":
		return true
	}
	return false
}

// ParameterAddedAfter: a parameter stands after another one in the same object,
// its name to be typed. After one whose own name is still to be typed none comes.
type ParameterAddedAfter struct {
	ID int
	At schema.Place
}

func (p ParameterAddedAfter) apply(m Model) (Model, []Effect) {
	row, ok := m.row(p.ID, p.At)
	if !ok || row.Keyword != "properties" || row.Name == "" {
		return m, nil
	}
	m, made := m.edit(p.ID, "parameter-added", func(s schema.Schema) []jsondoc.Edit { return s.Insert(row.Object, row.Index+1, "") })
	if !made {
		return m, nil
	}
	return m, []Effect{Focus{ParameterField(row.Object.Property(row.Index + 1))}}
}
