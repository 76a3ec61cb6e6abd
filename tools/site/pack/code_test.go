package pack

import (
	"bytes"
	"errors"
	"slices"
	"testing"
)

// Pieces of a function, as Go's compiler writes them; address is where the call
// returns to, out how many blocks there are around it.
var (
	opening = []byte{globalGet, 0, localSet, stackPointer}
	enter   = func(points ...byte) []byte {
		return append([]byte{localGet, nextBlock, branchTable, byte(len(points) - 1)}, points...)
	}
	callFrom = func(address int64) []byte {
		return append(appendLong([]byte{localGet, stackPointer, i64Const}, address), i64Store, 3, 0, i32Const, 0, call, 7)
	}
	called     = []byte{globalGet, 0, localSet, stackPointer}
	unwindsOut = func(out byte) []byte { return append(slices.Clone(called), branchIf, out) }
	unwinds    = append(slices.Clone(called), ifThen, noResult, i32Const, 1, leave, end)
	jumpTo     = func(pc, out byte) []byte { return []byte{i32Const, pc, localSet, nextBlock, branch, out} }
	condition  = []byte{localGet, 2}
)

func TestCode(t *testing.T) {
	const first = int64(firstAddress)
	blocks := func(n int) []byte { return bytes.Repeat([]byte{block, noResult}, n) }
	refused := []byte{end, i32Const, 1, end}                // a PC_B that there isn't
	ends := []byte{end, unreachable, end, i32Const, 1, end} // of the loop, of the exit, of the function
	for name, c := range map[string]struct{ before, after [][]byte }{
		"a jump ahead, a jump back, a call": {
			before: [][]byte{{1, 2, 0x7f}, opening, {block, noResult, loop, noResult}, blocks(3), enter(0, 1, 1, 2), {end},
				condition, {ifThen, noResult}, jumpTo(3, 3), {end}, callFrom(first + 1), unwindsOut(3), {end},
				condition, {ifThen, noResult}, jumpTo(0, 2), {end}, {end}, {i32Const, 0, leave}, ends},
			after: [][]byte{{2, 2, 0x7f, 1, typeI64}, opening, appendLong([]byte{i64Const}, first), {localSet, 3},
				{block, noResult, loop, noResult}, blocks(3), enter(0, 1, 1, 2, 4), {end},
				condition, {branchIf, 1}, {localGet, stackPointer, localGet, 3, i64Const, 1, i64Add, i64Store, 3, 0, i32Const, 0, call, 7},
				unwinds, {end}, condition, {ifThen, noResult}, jumpTo(0, 2), {end}, {end}, {i32Const, 0, leave}, {end, unreachable}, refused},
		},
		"a jump ahead only: no loop": {
			before: [][]byte{{0}, opening, {loop, noResult}, blocks(2), enter(0, 1), {end}, jumpTo(1, 1), {end}, {i32Const, 0, leave}, {end, unreachable, end}},
			after:  [][]byte{{0}, opening, blocks(3), enter(0, 1, 2), {end}, {branch, 0}, {end}, {i32Const, 0, leave}, {unreachable}, refused},
		},
		"no Go function": {
			before: [][]byte{{0}, {localGet, 0, i32Const, 1, leave, end}},
			after:  [][]byte{{0}, {localGet, 0, i32Const, 1, leave, end}},
		},
		"out of the blocks otherwise": {
			before: [][]byte{{0}, opening, blocks(2), enter(0, 1), {end}, {branch, 0}, {end}, {i32Const, 0, leave}, {unreachable, end}},
			after:  [][]byte{{0}, opening, blocks(2), enter(0, 1), {end}, {branch, 0}, {end}, {i32Const, 0, leave}, {unreachable, end}},
		},
	} {
		got, _, err := shorter(bytes.Join(c.before, nil))
		if want := bytes.Join(c.after, nil); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %v\n % x, want\n % x", name, err, got, want)
		}
	}
}

func TestCodeRefused(t *testing.T) {
	for name, section := range map[string][]byte{
		"cut short":              {1, 200, 1},
		"an unknown instruction": {1, 4, 0, 0xfd, 0, end},
		"no Go functions":        {1, 2, 0, end},
		"locals without end":     {1, 3, 100, 1, 0x7f},
	} {
		if _, err := shorterCode(section); !errors.Is(err, ErrLayout) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzCode(f *testing.F) {
	f.Add(bytes.Join([][]byte{{0}, opening, {loop, noResult, block, noResult, block, noResult}, enter(0, 1), {end}, jumpTo(1, 1), {end}, {end, unreachable, end}}, nil))
	f.Add(bytes.Join([][]byte{{0}, opening, {block, noResult, block, noResult}, enter(0), {end}, callFrom(firstAddress), unwindsOut(1), {end, i32Const, 1, end}}, nil))
	f.Fuzz(func(t *testing.T, function []byte) {
		if written, ok, err := shorter(function); err == nil && ok {
			if _, _, err := shorter(written); err != nil {
				t.Errorf("what is written does not read: %v", err)
			}
		}
	})
}
