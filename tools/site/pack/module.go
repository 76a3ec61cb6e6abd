package pack

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// module is a wasm file, taken apart as far as it takes to cut it in two.
type module struct {
	sections []section
	imported int      // how many functions are imported: they are counted first
	kinds    []uint64 // the type of each function of its own
	code     [][]byte // and its locals and instructions
	table    int      // where the first of them stands in the table; the others follow
	inTable  int      // how many do: all but the start function
}

// moduleOf reads a file that Go's linker wrote, packed or not.
func moduleOf(wasm []byte) (m module, err error) {
	if m.sections, err = read(wasm); err != nil {
		return m, err
	}
	imported, err := importsOf(m.sections)
	if err != nil {
		return m, err
	}
	m.imported = int(imported)
	for _, s := range m.sections {
		r := reader{rest: s.body}
		switch s.id {
		case functionSection:
			for range r.count() {
				m.kinds = append(m.kinds, r.uint())
			}
		case elementSection:
			err = m.readTable(&r)
		case codeSection:
			for range r.count() {
				m.code = append(m.code, r.take(r.uint()))
			}
		}
		if r.short || err != nil {
			return m, fmt.Errorf("section %d: %w", s.id, ErrLayout)
		}
	}
	if len(m.code) == 0 || len(m.code) != len(m.kinds) || m.inTable > len(m.code) {
		return m, fmt.Errorf("%d functions of %d types, %d in the table: %w", len(m.code), len(m.kinds), m.inTable, ErrLayout)
	}
	return m, nil
}

// readTable reads the one list of functions that Go's linker puts into the table:
// all of its own, in order.
func (m *module) readTable(r *reader) error {
	lists, flags, before := r.uint(), r.uint(), r.take(1)[0]
	m.table = int(r.int())
	after, count := r.take(1)[0], r.count()
	if r.short || lists != 1 || flags != 0 || before != i32Const || after != end {
		return ErrLayout
	}
	m.inTable = count
	for i := range count {
		if r.uint() != uint64(m.imported+i) {
			return ErrLayout
		}
	}
	return nil
}

// entries are those of a section, as they are written, behind their number.
func (m *module) entries(id byte) []byte {
	r := reader{rest: m.body(id)}
	r.uint()
	return r.rest
}

// body is the section with this id, nil without.
func (m *module) body(id byte) []byte {
	for _, s := range m.sections {
		if s.id == id {
			return s.body
		}
	}
	return nil
}

// with is the file with other sections in place of those with their ids: what has
// none yet comes where the standard has it, and one without a body goes.
func (m *module) with(others ...section) []byte {
	sections := slices.Clone(m.sections)
	for _, other := range others {
		i := slices.IndexFunc(sections, func(s section) bool { return s.id == other.id })
		if i >= 0 {
			sections[i] = other
			continue
		}
		i = slices.IndexFunc(sections, func(s section) bool { return s.id > other.id && s.id != countSection })
		if i < 0 {
			i = len(sections)
		}
		sections = slices.Insert(sections, i, other)
	}
	return write(slices.DeleteFunc(sections, func(s section) bool { return s.body == nil }))
}

// list is the body of a section of entries.
func list(entries [][]byte) []byte {
	return append(binary.AppendUvarint(nil, uint64(len(entries))), slices.Concat(entries...)...)
}

// sized is an entry with its length before it.
func sized(entry []byte) []byte {
	return append(binary.AppendUvarint(nil, uint64(len(entry))), entry...)
}

// more is the body of a section with more entries at its end.
func more(body []byte, entries ...[]byte) []byte {
	r := reader{rest: body}
	count := r.uint()
	return slices.Concat(binary.AppendUvarint(nil, count+uint64(len(entries))), r.rest, slices.Concat(entries...))
}

// named is a text as wasm writes it.
func named(text string) []byte { return sized([]byte(text)) }
