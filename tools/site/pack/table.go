package pack

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// What follows is the layout of Go 1.20 to 1.26: runtime/symtab.go's pcHeader and
// runtime/runtime2.go's _func.

// headerStart is how a pcHeader begins: the magic number 0xfffffff1, two zeros,
// instructions of 1 byte at least, pointers of 8.
var headerStart = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// Offsets in a _func, in bytes. Behind its fixed part stand where its pcdata tables
// are in pctab, and its funcdata in gofunc, 4 bytes each.
const (
	funcName         = 4
	funcStackPointer = 16 // pcsp
	funcFile         = 20 // pcfile
	funcLine         = 24 // pcln
	funcTables       = 28 // npcdata
	funcUnit         = 32 // cuOffset, for the names of files
	funcStart        = 36 // startLine
	funcID           = 40
	funcData         = 43 // nfuncdata, a byte
	funcFixed        = 44
)

// wrapperID is the funcID of a method that the compiler made (abi.FuncIDWrapper).
const wrapperID = 23

// Fields of moduledata (runtime/symtab.go), in words of 8 bytes.
const (
	moduleNames  = 1
	moduleSearch = 19 // findfunctab, then minpc and maxpc
	moduleFirst  = 20
	moduleLast   = 21
	moduleData   = 40 // gofunc
	moduleWords  = 70
)

// moduledata is what the runtime knows of the program besides.
type moduledata struct {
	search  int // where findfunctab begins in the image
	buckets int // how many rows it has
	data    int // where gofunc begins in the image
}

// Rows of findfunctab: the first function in each 4096 addresses, and where the
// others begin.
const (
	bucketAddresses = 4096
	bucketSize      = 20
)

// moduledata finds it by what points to the function table.
func (m image) moduledata(t table) (d moduledata, err error) {
	header := binary.LittleEndian.AppendUint64(nil, uint64(m.base)+uint64(t.from))
	header = binary.LittleEndian.AppendUint64(header, uint64(m.base)+uint64(t.from+t.names))
	i := bytes.Index(m.bytes, header)
	if i < 0 || i+8*moduleWords > len(m.bytes) {
		return d, fmt.Errorf("no moduledata: %w", ErrLayout)
	}
	field := func(n int) int { return int(binary.LittleEndian.Uint64(m.bytes[i+8*n:])) }
	d.search, d.data = field(moduleSearch)-int(m.base), field(moduleData)-int(m.base)
	d.buckets = (field(moduleLast) - field(moduleFirst)) / bucketAddresses
	inOrder := field(moduleFirst) == firstAddress && t.from < d.data && d.data < d.search
	if !inOrder || d.buckets < 0 || d.search+d.buckets*bucketSize > len(m.bytes) {
		return d, fmt.Errorf("moduledata: %w", ErrLayout)
	}
	return d, nil
}

// table is the runtime's function table in an image. All offsets are into bytes.
type table struct {
	bytes     []byte
	from      int // where the table begins in the image
	functions int
	names     int // where the names of functions begin
	units     int // where the list of compilation units begins
	files     int // where the list of files begins
	steps     int // where pctab begins: tables of what changes at which instruction
	records   int // where the functions begin
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
			t.from = from + i
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
	n, more := word(f, funcTables), int(f[funcData])
	if n > 64 || funcFixed+4*(int(n)+more) > len(f) {
		return nil, fmt.Errorf("function %d has %d tables: %w", i, n, ErrLayout)
	}
	return f[:funcFixed+4*(int(n)+more)], nil
}

func word(b []byte, at int) uint32 { return binary.LittleEndian.Uint32(b[at:]) }

func putWord(b []byte, at int, n uint32) { binary.LittleEndian.PutUint32(b[at:], n) }
