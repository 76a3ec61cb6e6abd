package pack

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// WatchTable is the name under which a watched program exports its table of the
// functions that were called: at each one's number, null until then.
const WatchTable = "called"

const (
	tableSet    = 0x26
	refFunc     = 0xd2
	typeFuncref = 0x70

	exportFunction = 0x00
	exportTable    = 0x01
	exportMemory   = 0x02
	exportGlobal   = 0x03
)

// Watch returns the binary such that it tells which functions were called.
func Watch(wasm []byte) ([]byte, error) {
	m, err := moduleOf(wasm)
	if err != nil {
		return nil, fmt.Errorf("watch: %w", err)
	}
	code := slices.Clone(m.code)
	for i := range m.inTable {
		_, r := localsOf(code[i])
		if r.short {
			return nil, fmt.Errorf("watch: function %d: %w", i, ErrLayout)
		}
		locals := code[i][:len(code[i])-len(r.rest)]
		mark := appendInt([]byte{i32Const}, int64(i))
		mark = append(appendOp(mark, refFunc, m.imported+i), tableSet, 1)
		code[i] = slices.Concat(locals, mark, r.rest)
	}
	size := append([]byte{typeFuncref, 0}, binary.AppendUvarint(nil, uint64(m.inTable))...)
	return m.with(
		section{tableSection, more(m.body(tableSection), size)},
		section{exportSection, more(m.body(exportSection), append(named(WatchTable), exportTable, 1))},
		section{codeSection, codeOf(code)},
	), nil
}

// codeOf is a code section of functions.
func codeOf(functions [][]byte) []byte {
	entries := make([][]byte, len(functions))
	for i, f := range functions {
		entries[i] = sized(f)
	}
	return list(entries)
}

// Names are the names of the functions, by number, of a binary that is not packed:
// packing clears some. What has none there, such as a start function, has none here.
func Names(wasm []byte) ([]string, error) {
	m, err := moduleOf(wasm)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	data, err := imageOf(m.body(dataSection))
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	t, err := data.table()
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	names := make([]string, len(m.code))
	for i := range t.functions {
		f, err := t.function(i)
		if err != nil {
			return nil, fmt.Errorf("names: %w", err)
		}
		if n := int(word(f, 0)) - firstNumber; 0 <= n && n < len(names) {
			names[n] = t.name(f)
		}
	}
	return names, nil
}

// name is the name of the function with this record.
func (t table) name(record []byte) string {
	at := t.names + int(word(record, funcName))
	if at >= t.units {
		return ""
	}
	text := t.bytes[at:t.units]
	if n := slices.Index(text, 0); n >= 0 {
		text = text[:n]
	}
	return string(text)
}
