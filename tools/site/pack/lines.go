package pack

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
)

// What follows is the layout of Go 1.20 to 1.26: runtime/symtab.go's pcHeader and
// runtime/runtime2.go's _func.
var (
	// headerStart is how a pcHeader begins: the magic number 0xfffffff1, two
	// zeros, instructions of 1 byte at least, pointers of 8.
	headerStart = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}
)

// Offsets in a _func, in bytes. Behind its fixed part stand the offsets of its
// pcdata tables, 4 bytes each.
const (
	funcStackPointer = 16 // pcsp
	funcFile         = 20 // pcfile
	funcLine         = 24 // pcln
	funcTables       = 28 // npcdata
	funcUnit         = 32 // cuOffset, for the names of files
	funcStart        = 36 // startLine
	funcID           = 40
	funcFixed        = 44
)

// table is the runtime's function table in an image. All offsets are into bytes.
type table struct {
	bytes     []byte
	functions int
	names     int // where the names of functions begin
	units     int // where the list of compilation units begins
	files     int // where the list of files begins
	steps     int // where pctab begins: tables of what changes at which instruction
	records   int // where the functions begin
}

// dropLines takes what only a stack trace needs out of the image: it is zeros
// then, and functions have no file and no line (offset 0), which the runtime
// prints as "?:0".
func (m image) dropLines() error {
	t, err := m.table()
	if err != nil {
		return err
	}
	used, lines := map[uint32]bool{0: true}, map[uint32]bool{}
	for i := range t.functions {
		f, err := t.function(i)
		if err != nil {
			return err
		}
		used[word(f, funcStackPointer)] = true
		for k := range word(f, funcTables) {
			used[word(f, funcFixed+4*int(k))] = true
		}
		lines[word(f, funcFile)], lines[word(f, funcLine)] = true, true
		clear(f[funcFile:funcTables])
		clear(f[funcUnit:funcID])
	}
	for at := range lines {
		if used[at] {
			continue
		}
		if err := t.clearSteps(int(at)); err != nil {
			return err
		}
	}
	clear(t.bytes[t.units:t.steps])
	t.clearNames()
	return nil
}

// keptNames begin the names that stay: the runtime compares those of itself and of
// reflect, and a stack trace tells a developer of this program what called what.
var keptNames = [][]byte{[]byte("runtime."), []byte("reflect."), []byte("internal/"), []byte("toolyard/"), []byte("main.")}

// clearNames clears the names of all other functions, each up to its zero byte.
func (t table) clearNames() {
	for names := t.bytes[t.names:t.units]; len(names) > 0; {
		end := bytes.IndexByte(names, 0)
		if end < 0 {
			end = len(names) - 1
		}
		name := names[:end]
		if !slices.ContainsFunc(keptNames, func(kept []byte) bool { return bytes.HasPrefix(name, kept) }) {
			clear(name)
		}
		names = names[end+1:]
	}
}

// table finds the function table: the one place that begins as it must and whose
// parts lie as they must.
func (m image) table() (table, error) {
	for from := 0; ; {
		i := bytes.Index(m.bytes[from:], headerStart)
		if i < 0 {
			return table{}, fmt.Errorf("no function table: %w", ErrLayout)
		}
		if t, ok := tableAt(m.bytes[from+i:]); ok {
			return t, nil
		}
		from += i + 1
	}
}

func tableAt(b []byte) (table, bool) {
	const fields, size = 8, 72
	if len(b) < size {
		return table{}, false
	}
	var field [fields]int // nfunc, nfiles, unused, names, units, files, steps, records
	for i := range field {
		field[i] = int(binary.LittleEndian.Uint64(b[len(headerStart)+8*i:]))
	}
	t := table{bytes: b, functions: field[0], names: field[3], units: field[4], files: field[5], steps: field[6], records: field[7]}
	inOrder := size <= field[3] && field[3] < t.units && t.units < t.files && t.files < t.steps && t.steps < t.records
	return t, inOrder && t.functions > 0 && t.functions < len(b) && t.records+8*t.functions < len(b)
}

// function is the record of a function.
func (t table) function(i int) ([]byte, error) {
	at := t.records + int(word(t.bytes, t.records+8*i+4))
	if at < 0 || at+funcFixed > len(t.bytes) {
		return nil, fmt.Errorf("function %d lies outside: %w", i, ErrLayout)
	}
	f := t.bytes[at:]
	if n := word(f, funcTables); n > 64 || funcFixed+4*int(n) > len(f) {
		return nil, fmt.Errorf("function %d has %d tables: %w", i, n, ErrLayout)
	}
	return f, nil
}

// clearSteps clears one table of pctab: pairs of variable-length numbers up to a
// first one of zero, which only the first pair may have.
func (t table) clearSteps(at int) error {
	from := t.steps + at
	if from >= t.records {
		return fmt.Errorf("a line table lies outside: %w", ErrLayout)
	}
	r := reader{rest: t.bytes[from:t.records]}
	for first := true; ; first = false {
		if value := r.uint(); value == 0 && !first {
			break
		}
		r.uint()
		if r.short {
			return fmt.Errorf("a line table does not end: %w", ErrLayout)
		}
	}
	clear(t.bytes[from : t.records-len(r.rest)])
	return nil
}

func word(b []byte, at int) uint32 { return binary.LittleEndian.Uint32(b[at:]) }
