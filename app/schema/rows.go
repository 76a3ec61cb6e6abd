package schema

import (
	"sort"

	"toolyard/app/jsondoc"
)

// Rows is an Outline of which only what is asked for is written out: a form of
// thousands of rows shows a few at a time. It is of one text, and for one
// goroutine.
type Rows struct {
	Properties int  // how many there are in the text, those inside what is folded too
	Nested     bool // some row is inside another one, folded or not

	schema   Schema
	runs     []run
	required map[*jsondoc.Node]*nameSet // by the schema that has the list
}

// run is rows that follow each other in one list, with none between them: most
// often a form has one.
type run struct {
	spot      // of the first row
	first int // that row
	count int
	outer int // the row that holds them; -1 for the root
}

// goesOn reports whether a schema inside a row is the next row of the run.
func (u *run) goesOn(a spot, outer int) bool {
	return a.among != nil && a.among == u.among && a.index == u.index+u.count && outer == u.outer
}

// at is the schema of the nth row of the run.
func (u *run) at(n int) spot {
	a := u.spot
	if n > 0 {
		a.index += n
		a.node = a.among.Child(a.index)
	}
	return a
}

// Rows are the rows of the Outline but those inside what is folded: nil folds
// nothing.
func (s Schema) Rows(folded func(Pointer) bool) Rows {
	r := Rows{schema: s, required: map[*jsondoc.Node]*nameSet{}}
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
				r.add(a, outer)
			}
			if !holdsSchemas(a.node) {
				return
			}
			inner, open := at, shown
			if shown && folded != nil {
				inner = a.pointer(at)
				open = !folded(inner)
			}
			inside(a.node, r.Len()-1, inner, open)
		})
	}
	inside(s.Doc.Root, -1, "", true)
	return r
}

func (r *Rows) add(a spot, outer int) {
	if last := len(r.runs) - 1; last >= 0 && r.runs[last].goesOn(a, outer) {
		r.runs[last].count++
		return
	}
	r.runs = append(r.runs, run{a, r.Len(), 1, outer})
}

// Len is how many rows there are.
func (r Rows) Len() int {
	if len(r.runs) == 0 {
		return 0
	}
	last := &r.runs[len(r.runs)-1]
	return last.first + last.count
}

// row is the schema of row i, and the row that holds it.
func (r Rows) row(i int) (a spot, outer int) {
	u := &r.runs[sort.Search(len(r.runs), func(j int) bool { return r.runs[j].first > i })-1]
	return u.at(i - u.first), u.outer
}

// Slice is the rows from one up to, not including, another.
func (r Rows) Slice(from, to int) []Parameter {
	rows := make([]Parameter, 0, to-from)
	outer, held := Parameter{Depth: -1}, -1
	for i := from; i < to; i++ {
		a, holder := r.row(i)
		if holder != held {
			outer, held = r.outer(holder), holder
		}
		p := r.schema.parameter(outer, a)
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
	a, holder := r.row(i)
	p := r.outer(holder)
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
	for ; i >= 0; _, i = r.row(i) {
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
	for i := range r.runs {
		u := &r.runs[i]
		switch n := a.index - u.index; {
		case u.node == a.node:
			return u.first
		case a.among != nil && a.among == u.among && n > 0 && n < u.count:
			return u.first + n
		}
	}
	return -1
}
