package ui

import (
	"slices"
	"strings"
	"testing"

	"toolyard/app/schema"
)

// rowsNamed are rows of these names, with spaces between; one in capitals is large.
func rowsNamed(names string) []*Row {
	var rows []*Row
	for _, name := range strings.Fields(names) {
		rows = append(rows, &Row{Parameter: schema.Parameter{Pointer: schema.Pointer("/properties/" + name)}, More: name == strings.ToUpper(name)})
	}
	return rows
}

// block is what go-app and the browser make of a block: the elements by slot, and
// as they stand on the page.
type block struct {
	slots        slots
	made         int
	bySlot, page []int
}

// draw draws rows, and returns the element of each in the order of the page.
func (b *block) draw(t *testing.T, names string) []int {
	t.Helper()
	rows := rowsNamed(names)
	b.slots = b.slots.of(rows)
	for len(b.bySlot) > len(rows) {
		last := b.bySlot[len(b.bySlot)-1]
		b.bySlot = b.bySlot[:len(b.bySlot)-1]
		b.page = slices.DeleteFunc(b.page, func(e int) bool { return e == last })
	}
	for len(b.bySlot) < len(rows) {
		b.bySlot, b.page = append(b.bySlot, b.made), append(b.page, b.made)
		b.made++
	}
	moves, arranged := b.slots.moves()
	for _, m := range moves {
		e, at := b.page[m.from], len(b.page)-1
		if k := m.before(); k < len(b.page) { // as insertBefore does
			at = k
			if m.from < k {
				at--
			}
		}
		b.page = slices.Insert(slices.Delete(b.page, m.from, m.from+1), at, e)
	}
	b.slots = arranged
	for i := range rows {
		if b.bySlot[b.slots.order[i]] != b.page[i] {
			t.Errorf("%s: row %d is drawn elsewhere: %v, %v", names, i, b.slots, b.page)
		}
	}
	return b.page
}

// TestSlots: which element each row has after another drawing; they are numbered
// as they were made.
func TestSlots(t *testing.T) {
	for _, c := range []struct {
		name  string
		drawn []string
		want  []int
	}{
		{"one down", []string{"a b c", "b a c"}, []int{1, 0, 2}},
		{"and up again", []string{"a b c", "b a c", "a b c"}, []int{0, 1, 2}},
		{"to the end", []string{"a b c d", "b c d a"}, []int{1, 2, 3, 0}},
		{"to the front", []string{"a b c d", "d a b c"}, []int{3, 0, 1, 2}},
		{"renamed", []string{"a b c", "a x c"}, []int{0, 1, 2}},
		{"renamed as the next", []string{"a b c", "b b c"}, []int{0, 1, 2}},
		{"renamed as the one before", []string{"a b c", "a a c"}, []int{0, 1, 2}},
		{"one came over the edge", []string{"a b c", "x a b"}, []int{2, 0, 1}},
		{"removed", []string{"a b c", "b c"}, []int{1, 0}},
		{"renamed, after a move", []string{"a b c", "b a c", "b x c"}, []int{1, 0, 2}},
		{"added, after a move", []string{"a b", "b a", "b a c"}, []int{1, 0, 2}},
		{"removed, after a move", []string{"a b c", "c a b", "a b"}, []int{0, 1}},
		{"far and near again", []string{"a b", "b a", "", "a b"}, []int{2, 3}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b block
			var page []int
			for _, names := range c.drawn {
				page = b.draw(t, names)
			}
			if !slices.Equal(page, c.want) {
				t.Errorf("got %v, want %v", page, c.want)
			}
		})
	}
}

// TestFewestMoves: where one row comes or goes at an edge, the others stay.
func TestFewestMoves(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     []move
	}{
		{"a b c d", "a b c d", nil},
		{"a b c d", "a c b d", []move{{1, 2}}},
		{"a B c d", "a c B d", []move{{2, 1}}},
		{"a b C d", "a C b d", []move{{1, 2}}},
		{"A b c d", "b c d A", []move{{0, 3}}},
		{"a b c d", "b c d x", []move{{0, 3}}},
		{"a b c d", "x a b c", []move{{3, 0}}},
		{"a b c d", "d c b a", []move{{3, 0}, {3, 1}, {2, 3}}},
	} {
		moves, _ := slots{}.of(rowsNamed(c.from)).of(rowsNamed(c.to)).moves()
		if !slices.Equal(moves, c.want) {
			t.Errorf("%s to %s: got %v, want %v", c.from, c.to, moves, c.want)
		}
	}
}
