package schema

import "toolyard/app/jsondoc"

// Rows is an Outline of which only what is asked for is written out: a form of
// thousands of rows shows a few at a time. It is of one text, and for one
// goroutine.
type Rows struct {
	Properties int  // how many there are in the text, those inside what is folded too
	Nested     bool // some row is inside another one, folded or not

	schema   Schema
	seats    []seat
	required map[*jsondoc.Node]*nameSet // by the schema that has the list
}

// seat is the schema of one row.
type seat struct {
	spot
	outer int // the row that holds it; -1 for the root
}

// Rows are the rows of the Outline but those inside what is folded: nil folds
// nothing.
func (s Schema) Rows(folded func(Pointer) bool) Rows {
	r := Rows{schema: s, seats: make([]seat, 0, s.fewestRows()), required: map[*jsondoc.Node]*nameSet{}}
	if s.Doc.Root == nil {
		return r
	}
	var inside func(n *jsondoc.Node, outer int, at Pointer, shown bool)
	inside = func(n *jsondoc.Node, outer int, at Pointer, shown bool) {
		parts(n, func(a spot) {
			if a.keyword == properties {
				r.Properties++
			}
			r.Nested = r.Nested || outer >= 0
			if shown {
				r.seats = append(r.seats, seat{a, outer})
			}
			if !holdsSchemas(a.node) {
				return
			}
			inner, open := at, shown
			if shown && folded != nil {
				inner = a.pointer(at)
				open = !folded(inner)
			}
			inside(a.node, len(r.seats)-1, inner, open)
		})
	}
	inside(s.Doc.Root, -1, "", true)
	return r
}

// Len is how many rows there are.
func (r Rows) Len() int { return len(r.seats) }

// Slice is the rows from one up to, not including, another.
func (r Rows) Slice(from, to int) []Parameter {
	rows := make([]Parameter, 0, to-from)
	outer, held := Parameter{Depth: -1}, -1
	for _, a := range r.seats[from:to] {
		if a.outer != held {
			outer, held = r.outer(a.outer), a.outer
		}
		p := r.schema.parameter(outer, a.spot)
		p.Required = a.keyword == properties && r.requires(a.owner, p.Name)
		rows = append(rows, p)
	}
	return rows
}

// outer is as much of row i as those inside it are told by.
func (r Rows) outer(i int) Parameter {
	if i < 0 {
		return Parameter{Depth: -1}
	}
	a := r.seats[i]
	p := r.outer(a.outer)
	return Parameter{Place: p.Place.Nth(a.keyword, a.index), Pointer: a.pointer(p.Pointer), Depth: p.Depth + 1}
}

// requires reads each list once, and notes it in place.
func (r Rows) requires(owner *jsondoc.Node, name string) bool {
	set, ok := r.required[owner]
	if !ok {
		set = &nameSet{names: r.schema.strings(owner.Get("required"))}
		r.required[owner] = set
	}
	return set.has(name)
}

// Depth is that of row i.
func (r Rows) Depth(i int) int {
	depth := -1
	for ; i >= 0; i = r.seats[i].outer {
		depth++
	}
	return depth
}

// Index is the row of the schema at a place, -1 where it has none.
func (r Rows) Index(at Place) int {
	a, ok := r.schema.find(at)
	if !ok || at == "" {
		return -1
	}
	for i := range r.seats {
		if r.seats[i].node == a.node {
			return i
		}
	}
	return -1
}
