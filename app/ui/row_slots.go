package ui

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/schema"
)

// go-app matches children by position: a row that moves would be written over the
// one that stood there, with all that is open in either. So the rows of a block
// have slots. A slot is a position in the eyes of go-app; a row keeps its slot, and
// with it its elements, which then are put in the order of the rows (arrange).

// slots are those of a block's rows.
type slots struct {
	rows  []schema.Pointer // the row in each slot
	order []int            // the slot of each row
	drawn []int            // the slots as their elements follow each other on the page
	large []bool           // whether the row in each slot has much inside, which to move takes long
}

// of are the slots of other rows: a row that has one keeps it, the others take
// what is left. Where names are repeated, the row that stays is the one that has it.
func (s slots) of(rows []*Row) slots {
	next := slots{rows: make([]schema.Pointer, len(rows)), order: make([]int, len(rows)), large: make([]bool, len(rows))}
	for _, slot := range s.drawn {
		if slot < len(rows) { // go-app takes the last slots away, and adds new ones at the end
			next.drawn = append(next.drawn, slot)
		}
	}
	for slot := len(next.drawn); slot < len(rows); slot++ {
		next.drawn = append(next.drawn, slot)
	}
	placed, taken := make([]bool, len(rows)), make([]bool, len(rows))
	seat := func(wanted func(row, slot int) bool) {
		for row := range rows {
			for i := 0; i < len(rows) && !placed[row]; i++ {
				if slot := next.drawn[i]; !taken[slot] && wanted(row, i) {
					next.order[row], next.rows[slot], next.large[slot] = slot, rows[row].Parameter.Pointer, rows[row].More
					placed[row], taken[slot] = true, true
				}
			}
		}
	}
	had := func(row, i int) bool {
		slot := next.drawn[i]
		return slot < len(s.rows) && s.rows[slot] == rows[row].Parameter.Pointer
	}
	seat(func(row, i int) bool { return row == i && had(row, i) })
	seat(had)
	seat(func(row, i int) bool { return row == i })
	seat(func(int, int) bool { return true })
	return next
}

// move takes an element from one place among its siblings to another.
type move struct{ from, to int }

// moves lead from what is drawn to the order of the rows, one after the other. An
// element that only stands in the way goes where it belongs, and the others stay; of
// two that change places, a large one stays.
func (s slots) moves() (moves []move, arranged slots) {
	s.drawn = slices.Clone(s.drawn)
	for at := 0; at < len(s.order); {
		m := move{slices.Index(s.drawn, s.order[at]), at}
		switch m.from {
		case at:
			at++
			continue
		case at + 1:
			if belongs := slices.Index(s.order, s.drawn[at]); belongs != at+1 || !s.large[s.drawn[at]] {
				m = move{at, belongs}
			}
		}
		slot := s.drawn[m.from]
		s.drawn = slices.Insert(slices.Delete(s.drawn, m.from, m.from+1), m.to, slot)
		moves = append(moves, m)
	}
	return moves, s
}

// before is the place of the sibling that the element then stands before, while it
// has not gone yet.
func (m move) before() int {
	if m.from < m.to {
		return m.to + 1
	}
	return m.to
}

// arrange puts the rows' elements in their order.
func (b *RowBlock) arrange(app.Context) {
	moves, arranged := b.slots.moves()
	b.slots = arranged
	block := b.JSValue()
	if len(moves) == 0 || block == nil || !block.Truthy() {
		return
	}
	how := "insertBefore"
	if block.Get("moveBefore").Truthy() {
		how = "moveBefore" // what is moved keeps the focus
	}
	for _, m := range moves {
		rows := block.Get("children")
		block.Call(how, rows.Index(m.from), rows.Index(m.before())) // undefined: behind all
	}
}
