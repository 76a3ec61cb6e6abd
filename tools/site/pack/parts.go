package pack

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// Parts are a program that was cut in three: its memory, with all data; the
// functions that opening the page calls; and the rest, which may come later.
//
// The first part has the table, and a stub in the place of each function of the
// rest: it calls what stands at the function's number in the table, and before
// that, until the rest is there, the import
//
//	toolyard.rest()    must bring the rest before it returns, or throw
//
// The rest imports what the first part exports, as the module "first", and puts
// its functions into the table when it is instantiated. Then the export "whole" of
// the first part is to be set to 1. It calls the first part by the table, too.
//
// Both import the memory from the module "data". It is apart so that the functions
// may come before it, and be compiled while it arrives (warm.go).
type Parts struct{ Data, First, Rest []byte }

// RestLimit is how many bytes the rest may have, raw: as many as Chromium compiles
// without a promise, for the day on which a stub can't wait.
const RestLimit = 8 << 20

// errRest says that the rest has grown past its limit.
var errRest = errors.New("the rest is larger than a browser compiles at once: cut it in two, or name more functions as early")

// plain is the type that Go's functions have: the first one.
var plain = []byte{typeFunc, 1, typeI32, 1, typeI32}

// cut is a program about to be cut.
type cut struct {
	module
	early []bool // by a function's number
	rest  []int  // the place of each among those of the rest, -1 for one of the first part
	count int    // how many the rest has
}

// Cut cuts a packed program. Early says by its name whether a function
// belongs to the first part; names are those of all, by number (Names). What can't be called by the
// table alone stays in the first part, too.
func Cut(wasm []byte, names []string, early func(name string) bool) (Parts, error) {
	m, err := moduleOf(wasm)
	if err != nil {
		return Parts{}, fmt.Errorf("cut: %w", err)
	}
	c := &cut{module: m}
	if err := c.choose(names, early); err != nil {
		return Parts{}, fmt.Errorf("cut: %w", err)
	}
	first, err := c.firstPart()
	if err != nil {
		return Parts{}, fmt.Errorf("cut: %w", err)
	}
	rest, err := c.restPart()
	if err == nil && len(rest) > RestLimit {
		err = errRest
	}
	if err != nil {
		return Parts{}, fmt.Errorf("cut: %w", err)
	}
	return Parts{c.dataPart(), first, rest}, nil
}

// choose says which functions are early.
func (c *cut) choose(names []string, early func(name string) bool) error {
	types := c.body(typeSection)
	if len(names) != c.inTable || len(types) < 1+len(plain) || !slices.Equal(types[1:1+len(plain)], plain) {
		return fmt.Errorf("%d names of %d functions, or no type as expected: %w", len(names), c.inTable, ErrLayout)
	}
	c.early, c.rest = make([]bool, len(c.code)), make([]int, len(c.code))
	for i, function := range c.code {
		outside, err := c.callsOutside(function)
		if err != nil {
			return err
		}
		c.early[i] = i >= c.inTable || early(names[i]) || outside || c.kinds[i] != 0
		if c.rest[i] = -1; !c.early[i] {
			c.rest[i] = c.count
			c.count++
		}
	}
	return nil
}

// callsOutside tells whether a function calls JavaScript, whose functions are not
// in the table.
func (c *cut) callsOutside(function []byte) (bool, error) {
	found := false
	_, err := calling(function, func(index int) []byte {
		found = found || index < c.imported
		return nil
	})
	return found, err
}

// calling writes a function anew, with something else for its calls of each
// function, which is given by its index.
func calling(function []byte, instead func(index int) []byte) ([]byte, error) {
	_, r := localsOf(function)
	code, err := instructionsOf(r.rest)
	if err != nil {
		return nil, err
	}
	out := append(make([]byte, 0, len(function)+len(function)/8), function[:len(function)-len(r.rest)]...)
	for _, i := range code {
		if i.op == call {
			out = append(out, instead(int(i.number))...)
		} else {
			out = append(out, i.text...)
		}
	}
	return out, nil
}

// restPart is the file of the rest.
func (c *cut) restPart() ([]byte, error) {
	globals, err := c.globals()
	if err != nil {
		return nil, err
	}
	imports := [][]byte{
		c.memoryImport(),
		slices.Concat(named("first"), named("table"), []byte{exportTable}, c.entries(tableSection)),
	}
	for i, kind := range globals {
		imports = append(imports, slices.Concat(named("first"), named(globalName(i)), []byte{exportGlobal}, kind))
	}
	var kinds, code [][]byte
	for i, function := range c.code {
		if c.early[i] {
			continue
		}
		function, err := calling(function, c.callOfRest)
		if err != nil {
			return nil, err
		}
		kinds, code = append(kinds, []byte{0}), append(code, function)
	}
	return write([]section{
		{typeSection, c.body(typeSection)},
		{importSection, list(imports)},
		{functionSection, list(kinds)},
		{elementSection, c.elements()},
		{codeSection, codeOf(code)},
	}), nil
}

// callOfRest is how the rest calls a function: directly one of its own, and one of
// the first part by the table.
func (c *cut) callOfRest(index int) []byte {
	i := index - c.imported
	if at := c.rest[i]; at >= 0 {
		return appendOp(nil, call, at)
	}
	out := appendInt([]byte{i32Const}, int64(c.table+i))
	return append(appendOp(out, callTable, int(c.kinds[i])), 0)
}

// elements puts the functions of the rest where they belong in the table: those
// that follow one another at once.
func (c *cut) elements() []byte {
	var runs [][]byte
	for i := 0; i < len(c.rest); i++ {
		if c.rest[i] < 0 {
			continue
		}
		from := i
		for i+1 < len(c.rest) && c.rest[i+1] >= 0 {
			i++
		}
		run := append(appendInt([]byte{0, i32Const}, int64(c.table+from)), end)
		run = binary.AppendUvarint(run, uint64(i+1-from))
		for at := c.rest[from]; at <= c.rest[i]; at++ {
			run = binary.AppendUvarint(run, uint64(at))
		}
		runs = append(runs, run)
	}
	return list(runs)
}

// globals are the types of the global variables.
func (c *cut) globals() (kinds [][]byte, err error) {
	r := reader{rest: c.body(globalSection)}
	for range r.count() {
		kinds = append(kinds, r.take(2))
		r.take(1)
		r.long()
		r.take(1)
	}
	if r.short || len(r.rest) > 0 {
		return nil, fmt.Errorf("the global variables: %w", ErrLayout)
	}
	return kinds, nil
}

func globalName(i int) string { return fmt.Sprintf("g%d", i) }
