package pack

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
)

// shorterCode writes a code section so that it compresses better: 180 KB of brotli
// less. What repeats costs nothing, so what changes from
// one place to the next for no good reason is written in a way that doesn't:
//
//   - a jump ahead goes there, instead of by PC_B, the loop and br_table, which is
//     also faster;
//   - a call that unwinds the stack returns at once, instead of leaving as many
//     blocks as there happen to be around it;
//   - the address that a call returns to is a sum: the function's, which is kept
//     in a local, and the place in it.
//
// And a function that is called with a PC_B it has no block for returns at once,
// which Go never does: so it can be compiled before it is needed (warm.go).
func shorterCode(body []byte) ([]byte, error) {
	r := reader{rest: body}
	count := r.uint()
	out := binary.AppendUvarint(make([]byte, 0, len(body)), count)
	known := 0
	for range count {
		code := r.take(r.uint())
		if r.short {
			return nil, fmt.Errorf("a function is cut short: %w", ErrLayout)
		}
		written, ok, err := shorter(code)
		if err != nil {
			return nil, err
		}
		known += number(ok)
		out = binary.AppendUvarint(out, uint64(len(written)))
		out = append(out, written...)
	}
	if 2*known < int(count) {
		return nil, fmt.Errorf("%d of %d functions are written as expected: %w", known, count, ErrLayout)
	}
	return out, nil
}

// shorter writes one function anew, and tells whether it was recognized: others
// are as they were.
func shorter(function []byte) ([]byte, bool, error) {
	locals, r := localsOf(function)
	code, err := instructionsOf(r.rest)
	if err != nil || r.short {
		return nil, false, cmp.Or(err, ErrLayout)
	}
	s, ok := shapeOf(code)
	if !ok {
		return function, false, nil
	}
	w := writer{shape: s, address: -1}
	w.plan()
	w.begin(locals)
	s.walk(w.write)
	return w.out, true, nil
}

// locals are how many of which type, in order.
type locals []group

type group struct {
	count int
	kind  byte
}

func localsOf(function []byte) (l locals, r reader) {
	r = reader{rest: function}
	n := r.uint()
	if n > uint64(len(r.rest)) {
		r.short = true
		return nil, r
	}
	l = make(locals, n)
	for i := range l {
		l[i].count, l[i].kind = int(r.uint()), r.take(1)[0]
	}
	return l, r
}

// writer writes one function.
type writer struct {
	*shape
	out     []byte
	loop    bool  // jumps back need it
	address int64 // the function's, -1 where none is kept
	local   int   // that keeps it
	skip    int   // instructions that are written already
}

// plan finds out what the function needs.
func (w *writer) plan() {
	w.walk(func(i, _, point int) {
		if w.jumps(i) && w.target(i) < point {
			w.loop = true
		}
		if w.returns(i) {
			w.address = w.code[i].number &^ 0xffff
		}
	})
}

// begin writes what stands before the first piece of code.
func (w *writer) begin(l locals) {
	w.local = 1 // PC_B is local 0
	for _, group := range l {
		w.local += group.count
	}
	if w.address >= 0 {
		if last := len(l) - 1; last >= 0 && l[last].kind == typeI64 {
			l[last].count++
		} else {
			l = append(l, group{1, typeI64})
		}
	}
	w.out = binary.AppendUvarint(w.out, uint64(len(l)))
	for _, group := range l {
		w.out = append(binary.AppendUvarint(w.out, uint64(group.count)), group.kind)
	}
	w.copy(w.code[:2])
	if w.address >= 0 {
		w.out = appendOp(appendLong(append(w.out, i64Const), w.address), localSet, w.local)
	}
	w.out = append(w.out, block, noResult) // for a PC_B that there isn't
	if w.loop {
		w.out = append(w.out, loop, noResult)
	}
	w.out = append(w.out, bytes.Repeat([]byte{block, noResult}, w.count())...)
	w.copy(w.code[w.from-2 : w.from-1])
	w.out = appendOp(w.out, branchTable, len(w.points))
	for _, point := range w.points {
		w.out = binary.AppendUvarint(w.out, uint64(point))
	}
	w.out = binary.AppendUvarint(w.out, uint64(w.count()+number(w.loop)))
}

// write writes one instruction, or what stands for it and those that follow.
func (w *writer) write(i, depth, point int) {
	if w.skip > 0 {
		w.skip--
		return
	}
	x := w.code[i]
	switch {
	case x.op == end && depth == 0 && point >= w.count():
		w.close(point - w.count())
	case w.jumps(i) && w.target(i) >= point:
		w.out = appendOp(w.out, branch, depth+w.target(i)-point)
		w.skip = 2
	case x.op == ifThen && w.jumps(i+1) && w.target(i+1) >= point && i+4 < len(w.code) && w.code[i+4].op == end:
		w.out = appendOp(w.out, branchIf, depth+w.target(i+1)-point)
		w.skip = 4
	case w.unwinds(i):
		w.out = append(w.out, ifThen, noResult, i32Const, 1, leave, end)
	case w.returns(i) && w.address >= 0:
		w.out = append(appendOp(w.out, localGet, w.local), i64Const)
		w.out = append(appendLong(w.out, x.number-w.address), i64Add)
	default:
		w.copy(w.code[i : i+1])
	}
}

// close writes the n-th end behind the last point, from 0: of the loop, of the exit
// with its result, and of the function. A PC_B that there isn't ends up before that.
func (w *writer) close(n int) {
	isLoop, isExit := w.shape.loop && n == 0, w.exit && n == number(w.shape.loop)
	switch {
	case isExit:
		w.skip = 1
	case isLoop && w.loop:
		w.out = append(w.out, end)
	case !isLoop:
		w.out = append(w.out, end, i32Const, 1, end)
	}
}

func (w *writer) copy(list []instruction) {
	for _, i := range list {
		w.out = append(w.out, i.text...)
	}
}
