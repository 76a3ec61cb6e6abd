package pack

// warm calls each function of the first part with a PC_B that it has no block for,
// at which it returns at once (code.go). A browser that compiles a function at its
// first call has compiled it then. So a worker that has the same program, and calls
// warm while the page's thread begins to run it, takes half of the compiling off
// that thread: see web/loader/warm.js.
func (c *cut) warm() []byte {
	out := []byte{0}
	for i, function := range c.code {
		if c.early[i] && c.kinds[i] == 0 && refuses(function) {
			out = append(appendOp(append(out, i32Const, minusOne), call, c.moved(i)), drop)
		}
	}
	return append(out, end)
}

// refuses tells whether a function returns at once for a PC_B that it has no block
// for: the default of its br_table leads out of the outermost block, behind which
// nothing is left to do.
func refuses(function []byte) bool {
	_, r := localsOf(function)
	code, err := instructionsOf(r.rest)
	if err != nil || len(code) < 8 || !at(code, 0, globalGet, 0) || !at(code, 1, localSet, stackPointer) {
		return false
	}
	from := 2
	if code[2].op == i64Const && code[3].op == localSet {
		from = 4
	}
	i := from
	for i < len(code) && (code[i].op == block || code[i].op == loop) {
		i++
	}
	if i == from || i+1 >= len(code) || code[from].op != block || !at(code, i, localGet, nextBlock) || code[i+1].op != branchTable {
		return false
	}
	targets := tableOf(code[i+1])
	return targets[len(targets)-1] == i-from-1 && closes(code, from) == len(code)-3 &&
		at(code, len(code)-2, i32Const, 1)
}

// closes is the end of the block that begins at an instruction.
func closes(code []instruction, from int) int {
	depth := 0
	for i := from; i < len(code); i++ {
		switch code[i].op {
		case block, loop, ifThen:
			depth++
		case end:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}
