package pack

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// The rows of the function table count up: each function's number, where its record
// is and where its name is. Brotli sees different numbers there; it is given the
// differences, which are the same few, and a start function adds them up again
// before the program begins.

// sums is a table of words whose rows are written as differences.
type sums struct{ from, to, row int } // addresses, and a row's size, in bytes

// differences writes the tables that count up as differences, and returns the
// instructions that add them up.
func (m image) differences() ([]byte, error) {
	t, err := m.table()
	if err != nil {
		return nil, err
	}
	d, err := m.moduledata(t)
	if err != nil {
		return nil, err
	}
	if err := t.namesApart(); err != nil {
		return nil, err
	}
	functions := t.from + t.records
	tables := []sums{{functions, functions + 8*t.functions, 8}, {d.search, d.search + d.buckets*bucketSize, bucketSize}}
	var code []byte
	for _, s := range tables {
		for at := s.to - 4; at >= s.from+s.row; at -= 4 {
			putWord(m.bytes, at, word(m.bytes, at)-word(m.bytes, at-s.row))
		}
		code = append(code, s.code(m.base)...)
	}
	return append(code, t.recordsCode(m.base)...), nil
}

// namesApart writes where the names of the functions are as differences, and takes
// out of the records what the rows say, too: the function's number.
func (t table) namesApart() error {
	before := uint32(0)
	for i := range t.functions {
		f, err := t.function(i)
		if err != nil {
			return err
		}
		if word(f, 0) != word(t.bytes, t.records+8*i) {
			return fmt.Errorf("function %d has two numbers: %w", i, ErrLayout)
		}
		name := word(f, funcName)
		putWord(f, 0, 0)
		putWord(f, funcName, name-before)
		before = name
	}
	return nil
}

// Locals of the start function.
const (
	row = iota
	record
	name
	startLocals
)

const (
	typeI32  = 0x7f
	typeFunc = 0x60
	i32Load  = 0x28
	i32Store = 0x36
	i32Less  = 0x49 // unsigned
	i32Add   = 0x6a
)

// code adds a table up, word by word.
func (s sums) code(base int64) []byte {
	out := setConst(nil, row, base+int64(s.from))
	out = append(out, loop, noResult)
	out = append(out, localGet, row)
	out = append(out, localGet, row, i32Load, 2, byte(s.row))
	out = append(out, localGet, row, i32Load, 2, 0, i32Add)
	out = append(out, i32Store, 2, byte(s.row))
	return again(out, 4, base+int64(s.to-s.row))
}

// recordsCode gives each record its function's number and its name.
func (t table) recordsCode(base int64) []byte {
	first := base + int64(t.from+t.records)
	out := setConst(nil, row, first)
	out = append(out, loop, noResult)
	out = append(out, localGet, row, i32Load, 2, 4)
	out = append(appendInt(append(out, i32Const), first), i32Add, localTee, record)
	out = append(out, localGet, row, i32Load, 2, 0, i32Store, 2, 0)
	out = append(out, localGet, record)
	out = append(out, localGet, record, i32Load, 2, funcName, localGet, name, i32Add, localTee, name)
	out = append(out, i32Store, 2, funcName)
	return again(out, 8, first+int64(8*t.functions))
}

func setConst(out []byte, local byte, n int64) []byte {
	return append(appendInt(append(out, i32Const), n), localSet, local)
}

// again ends a loop over rows: one step on, up to an address.
func again(out []byte, step byte, to int64) []byte {
	out = append(out, localGet, row, i32Const, step, i32Add, localTee, row)
	return append(appendInt(append(out, i32Const), to), i32Less, branchIf, 0, end)
}

// startWith makes instructions the start function of a program that has none.
func startWith(sections []section, code []byte) ([]section, error) {
	at := slices.IndexFunc(sections, func(s section) bool { return s.id > startSection && s.id != countSection })
	if at < 0 || has(sections, startSection) {
		return nil, fmt.Errorf("a start function: %w", ErrLayout)
	}
	function := append([]byte{1, startLocals, typeI32}, code...)
	function = append(function, end)
	kind, err := appended(sections, typeSection, []byte{typeFunc, 0, 0})
	if err != nil {
		return nil, err
	}
	index, err := appended(sections, functionSection, binary.AppendUvarint(nil, kind))
	if err != nil {
		return nil, err
	}
	if _, err := appended(sections, codeSection, append(binary.AppendUvarint(nil, uint64(len(function))), function...)); err != nil {
		return nil, err
	}
	imported, err := importsOf(sections)
	start := section{startSection, binary.AppendUvarint(nil, imported+index)}
	return slices.Insert(sections, at, start), err
}

// appended appends an entry to a section, and returns its number.
func appended(sections []section, id byte, entry []byte) (uint64, error) {
	i := slices.IndexFunc(sections, func(s section) bool { return s.id == id })
	if i < 0 {
		return 0, fmt.Errorf("no section %d: %w", id, ErrLayout)
	}
	r := reader{rest: sections[i].body}
	count := r.uint()
	if r.short {
		return 0, fmt.Errorf("section %d is empty: %w", id, ErrLayout)
	}
	sections[i].body = slices.Concat(binary.AppendUvarint(nil, count+1), r.rest, entry)
	return count, nil
}

// importsOf is how many functions are imported; their numbers come first. Go
// imports nothing else.
func importsOf(sections []section) (uint64, error) {
	i := slices.IndexFunc(sections, func(s section) bool { return s.id == importSection })
	if i < 0 {
		return 0, nil
	}
	r := reader{rest: sections[i].body}
	count := r.uint()
	for range count {
		r.take(r.uint())
		r.take(r.uint())
		if kind := r.take(1)[0]; kind != 0 || r.short {
			return 0, fmt.Errorf("an import of kind %d: %w", kind, ErrLayout)
		}
		r.uint()
	}
	return count, nil
}
