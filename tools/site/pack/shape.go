package pack

import "slices"

// The locals that every function of Go's has: which block to go on in (PC_B), and
// its copy of the stack pointer.
const (
	nextBlock    = 0
	stackPointer = 1
)

// firstAddress is that of a program's first function: its number
// (cmd/link/internal/wasm), before 16 bits for the place in it. No data lies there.
const (
	firstNumber  = 0x1000
	firstAddress = firstNumber << 16
)

// shape is how Go's compiler writes a function (cmd/internal/obj/wasm):
//
//	stack pointer: global 0 into local 1
//	block                    exit: calls that unwind the stack go to its end
//	  loop                   entry: a jump sets PC_B and goes here
//	    block … block        one for each point
//	      br_table PC_B      to the point that PC_B is mapped to
//	    end
//	    code end code end …  a point is the end of a block
//	  end
//	  unreachable
//	end
//	i32.const 1
//
// exit and loop are only there if something goes to them.
type shape struct {
	code   []instruction
	exit   bool
	loop   bool
	from   int   // the instruction behind br_table
	points []int // of each value of PC_B, its point
}

// count is how many points there are.
func (s *shape) count() int { return s.points[len(s.points)-1] + 1 }

// shapeOf recognizes a function. What isn't a Go function, or has no points, isn't.
func shapeOf(code []instruction) (*shape, bool) {
	if len(code) < 6 || !at(code, 0, globalGet, 0) || !at(code, 1, localSet, stackPointer) {
		return nil, false
	}
	i := 2
	for i < len(code) && (code[i].op == block || code[i].op == loop) {
		i++
	}
	blocks := i - 2
	if i+1 >= len(code) || !at(code, i, localGet, nextBlock) || code[i+1].op != branchTable {
		return nil, false
	}
	s := &shape{code: code, from: i + 2, points: tableOf(code[i+1])}
	if slices.Max(s.points) != s.count()-1 {
		return nil, false
	}
	switch blocks - s.count() {
	case 2:
		s.exit, s.loop = true, true
	case 1:
		s.loop = code[2].op == loop
		s.exit = !s.loop
	case 0:
	default:
		return nil, false
	}
	return s, s.endsPlainly() && s.plain()
}

// endsPlainly tells whether nothing goes on behind the last piece of code.
func (s *shape) endsPlainly() bool {
	last := len(s.code) - 2
	if s.exit {
		last -= 2
	}
	return last > s.from && s.code[last].op == unreachable
}

// tableOf are the targets of a br_table, the default last.
func tableOf(i instruction) []int {
	r := reader{rest: i.text[1:]}
	r.uint()
	var targets []int
	for len(r.rest) > 0 {
		targets = append(targets, int(r.uint()))
	}
	return targets
}

// plain tells whether all that leaves a piece of code is a jump or a call that
// unwinds: nothing else may count on how deep the blocks are, or on PC_B.
func (s *shape) plain() bool {
	ok := true
	s.walk(func(i, depth, point int) {
		switch x := s.code[i]; {
		case x.op == branch && s.jumps(i-2):
			ok = ok && x.number == int64(depth+s.count()-point)
		case x.op == branchIf && s.unwinds(i):
			ok = ok && s.exit && x.number == int64(depth+s.count()-point+number(s.loop))
		case x.op == branch, x.op == branchIf:
			ok = ok && x.number < int64(depth)
		case x.op == branchTable:
			ok = false
		case x.op == localTee && x.number == nextBlock:
			ok = false
		case x.op == localGet && x.number == nextBlock:
			ok = ok && at(s.code, i-2, localSet, nextBlock) // kept there for the length of an instruction
		}
	})
	return ok
}

// walk visits the instructions behind br_table, with how many blocks of its own
// each is in, and the number of the point that ends before it.
func (s *shape) walk(visit func(i, depth, point int)) {
	depth, point := 0, 0
	for i := s.from; i < len(s.code); i++ {
		visit(i, depth, point)
		switch s.code[i].op {
		case block, loop, ifThen:
			depth++
		case end:
			if depth > 0 {
				depth--
			} else {
				point++
			}
		}
	}
}

// jumps tells whether a jump begins here: PC_B set, and back to the entry.
func (s *shape) jumps(i int) bool {
	return i >= s.from && i+2 < len(s.code) && s.loop && s.code[i].op == i32Const &&
		at(s.code, i+1, localSet, nextBlock) && s.code[i+2].op == branch &&
		0 <= s.code[i].number && s.code[i].number < int64(len(s.points))
}

// target is the point that a jump leads to.
func (s *shape) target(i int) int { return s.points[s.code[i].number] }

// unwinds tells whether this is what stands behind a call: out of here if the
// stack unwinds.
func (s *shape) unwinds(i int) bool {
	called := i-3 >= s.from && (s.code[i-3].op == call || s.code[i-3].op == callTable)
	return called && s.code[i].op == branchIf && at(s.code, i-2, globalGet, 0) && at(s.code, i-1, localSet, stackPointer)
}

// returns tells whether this is where a call is to return to: a function's number
// and a value of PC_B, about to be put on the stack.
func (s *shape) returns(i int) bool {
	return i > s.from && i+1 < len(s.code) && s.code[i].op == i64Const && s.code[i].number >= firstAddress &&
		at(s.code, i-1, localGet, stackPointer) && s.code[i+1].op == i64Store
}

func at(code []instruction, i int, op byte, number int64) bool {
	return code[i].op == op && code[i].number == number
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}
