package pack

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// firstPart is the file of the first part.
func (c *cut) firstPart() ([]byte, error) {
	globals, err := c.globals()
	if err != nil {
		return nil, err
	}
	whole := len(globals)
	code, err := c.firstCode(whole)
	if err != nil {
		return nil, err
	}
	exports, err := c.exports(whole)
	if err != nil {
		return nil, err
	}
	types := reader{rest: c.body(typeSection)}
	action := binary.AppendUvarint(nil, types.uint()) // the type of what takes and gives nothing
	table := append(appendInt([]byte{1, 0, i32Const}, int64(c.table)), end)
	table = binary.AppendUvarint(table, uint64(c.inTable))
	for i := range c.inTable {
		table = binary.AppendUvarint(table, uint64(c.moved(i)))
	}
	imports := [][]byte{
		c.memoryImport(),
		slices.Concat(named("toolyard"), named("rest"), []byte{exportFunction}, action),
	}
	return c.with(
		section{typeSection, more(c.body(typeSection), []byte{typeFunc, 0, 0})},
		section{importSection, more(c.body(importSection), imports...)},
		section{functionSection, more(c.body(functionSection), action)},
		section{globalSection, more(c.body(globalSection), []byte{typeI32, 1, i32Const, 0, end})},
		section{exportSection, exports},
		section{elementSection, table},
		section{codeSection, codeOf(code)},
		section{id: memorySection}, section{id: startSection}, section{id: dataSection},
	), nil
}

// moved is the index of a function of the first part: an import came before it.
func (c *cut) moved(number int) int { return c.imported + 1 + number }

// firstCode are the functions of the first part, stubs among them, and warm.
func (c *cut) firstCode(whole int) ([][]byte, error) {
	code := make([][]byte, len(c.code), len(c.code)+1)
	instead := func(index int) []byte {
		if index >= c.imported {
			index++
		}
		return appendOp(nil, call, index)
	}
	for i, function := range c.code {
		var err error
		switch {
		case i >= c.inTable: // the start function, which went with the data
			code[i] = []byte{0, end}
		case !c.early[i]:
			code[i] = c.stub(i, whole)
		default:
			code[i], err = calling(function, instead)
		}
		if err != nil {
			return nil, err
		}
	}
	return append(code, c.warm()), nil
}

// stub stands for a function of the rest.
func (c *cut) stub(number, whole int) []byte {
	out := appendOp([]byte{0}, globalGet, whole)
	out = append(out, i32IsZero, ifThen, noResult)
	out = append(appendOp(out, call, c.imported), end)
	out = appendInt(append(out, localGet, 0, i32Const), int64(c.table+number))
	return append(out, callTable, 0, 0, end)
}

// exports are those of the program, and what the rest needs.
func (c *cut) exports(whole int) ([]byte, error) {
	r := reader{rest: c.body(exportSection)}
	var all [][]byte
	for range r.count() {
		name, kind, index := r.take(r.uint()), r.take(1)[0], r.uint()
		if r.short {
			return nil, fmt.Errorf("an export: %w", ErrLayout)
		}
		if kind == exportFunction {
			index++
		}
		all = append(all, binary.AppendUvarint(append(sized(name), kind), index))
	}
	all = append(all,
		append(named("table"), exportTable, 0),
		binary.AppendUvarint(append(named("whole"), exportGlobal), uint64(whole)),
		binary.AppendUvarint(append(named("warm"), exportFunction), uint64(c.moved(len(c.code)))))
	for i := range whole {
		all = append(all, binary.AppendUvarint(append(named(globalName(i)), exportGlobal), uint64(i)))
	}
	return list(all), nil
}
