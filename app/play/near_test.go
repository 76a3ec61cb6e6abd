package play

import (
	"fmt"
	"testing"
)

func TestNear(t *testing.T) {
	m := large(200)
	drawn := func(held int) string {
		text := ""
		for block := range 200 / BlockRows {
			if m.View.Drawn(block, 200, held) {
				text += fmt.Sprint(block, " ")
			}
		}
		return text
	}
	if got := drawn(-1); got != "0 1 2 " {
		t.Errorf("at first %s", got)
	}
	m, _ = Update(m, BlocksNeared{ID: 100}.With("7 8 x"))
	if got := drawn(-1); got != "7 8 " {
		t.Errorf("near: %s", got)
	}
	before := m.View.Near
	m, _ = Update(m, BlocksNeared{ID: 100}.With("7 8"))
	if &before.Blocks[0] != &m.View.Near.Blocks[0] {
		t.Error("the same blocks are not the same value")
	}
	m, _ = Update(m, ParameterAdded{ID: 100})
	if m.View.Held != "200" {
		t.Errorf("%q is held", m.View.Held)
	}
	if got := drawn(20 * BlockRows); got != "7 8 20 " {
		t.Errorf("with what has the focus: %s", got)
	}
	if !m.View.Drawn(3, 4*BlockRows, -1) {
		t.Error("a few rows are not all drawn")
	}
	m, _ = Update(m, ToolSelected{m.Tools[0].ID})
	if m.View.Near.Tool != 0 || m.View.Held != "" {
		t.Error("another tool has what was near")
	}
}
