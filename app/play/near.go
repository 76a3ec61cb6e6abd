package play

import (
	"slices"
	"strconv"
	"strings"

	"toolyard/app/schema"
)

// BlockRows is how many rows of a form stand in one block: a block is drawn when
// it is near what is on the screen, and all of a form that has few rows.
const (
	BlockRows = 8
	fewRows   = 4 * BlockRows
)

// Near is the blocks of a tool's form that are near the screen, in order.
type Near struct {
	Tool   int
	Blocks []int
}

// BlocksNeared: these blocks of a tool's form are near the screen, and no others.
// Its text is their numbers, with spaces between them.
type BlocksNeared struct {
	ID   int
	Text string
}

// With is the message with the numbers.
func (b BlocksNeared) With(text string) Msg { b.Text = text; return b }

func (b BlocksNeared) apply(m Model) (Model, []Effect) {
	var blocks []int
	for _, word := range strings.Fields(b.Text) {
		if n, err := strconv.Atoi(word); err == nil {
			blocks = append(blocks, n)
		}
	}
	if m.View.Near.Tool != b.ID || !slices.Equal(m.View.Near.Blocks, blocks) {
		m.View.Near = Near{b.ID, blocks}
	}
	return m, nil
}

// Drawn says whether a block of a form is drawn that has so many rows, of which
// the one that is held has that index, or -1.
func (v View) Drawn(block, rows, held int) bool {
	switch {
	case rows <= fewRows, held >= 0 && block == held/BlockRows:
		return true
	case v.Near.Tool != v.Tool:
		return block < 3
	}
	return slices.Contains(v.Near.Blocks, block)
}

// holding is the Model in which the row is drawn that is about to have the focus,
// or to be brought into view.
func (m Model) holding(effects []Effect) Model {
	for _, e := range effects {
		id := ""
		switch e := e.(type) {
		case Focus:
			id = e.ID
		case Reveal:
			id = e.ID
		}
		if strings.HasPrefix(id, "parameter-") {
			m.View.Held = schema.Place(id[strings.LastIndexByte(id, '-')+1:])
		}
	}
	return m
}
