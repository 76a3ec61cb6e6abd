// Package pack makes the browser binary that Go's linker wrote smaller to
// download. What it computes stays the same.
//
// A section is a part of a wasm file; a segment is a piece of the data section,
// with the address that it is written to when the program starts; the image is
// the memory that all segments make. The line table is what the runtime finds the
// file and the line of an instruction in, to print a stack trace.
//
//   - The linker cuts the data into 100,000 segments, at each few zeros, and each
//     has a header that nothing compresses. One segment, zeros and all, is a
//     megabyte longer and 120 KB shorter in brotli (image.go).
//   - The line table, and other tables beside it, are only read where a program that
//     broke says where. They are cleared, as are the names of foreign functions. The
//     names of the program's own stay, so a stack trace still tells what called what;
//     a build with -whole has all names, and the lines (lines.go).
//   - Tables that count up are written as differences (sums.go).
//   - Jumps and calls hold numbers that depend on where they stand. They are written
//     without (code.go), which is also faster.
//
// docs/size.md has the figures. A binary that isn't laid out as this package
// knows it is an error, never a guess.
package pack

import (
	"errors"
	"fmt"
	"slices"
)

// ErrLayout says that the binary is not laid out as the Go version that was read
// lays it out.
var ErrLayout = errors.New("the binary is not laid out as expected: another version of Go? " +
	"Read docs/size.md, \"When Go changes\", or build with -whole (make site WHOLE=1)")

// Pack returns the binary packed. What is packed can't be packed again.
func Pack(wasm []byte) ([]byte, error) {
	packed, err := packed(wasm)
	if err != nil {
		return nil, fmt.Errorf("pack: %w", err)
	}
	return packed, nil
}

func packed(wasm []byte) ([]byte, error) {
	sections, err := read(wasm)
	if err != nil {
		return nil, err
	}
	if !has(sections, codeSection) || !has(sections, dataSection) {
		return nil, fmt.Errorf("no code, or no data: %w", ErrLayout)
	}
	var start []byte
	for i, s := range sections {
		switch s.id {
		case codeSection:
			sections[i].body, err = shorterCode(s.body)
		case dataSection:
			sections[i].body, start, err = shorterData(s.body)
		}
		if err != nil {
			return nil, err
		}
	}
	sections, err = startWith(sections, start)
	return write(sections), err
}

// shorterData writes a data section as one segment, without what only stack traces
// need, and with differences; start are the instructions that add those up.
func shorterData(body []byte) (data, start []byte, err error) {
	m, err := imageOf(body)
	if err != nil {
		return nil, nil, err
	}
	if err := m.dropLines(); err != nil {
		return nil, nil, err
	}
	start, err = m.differences()
	return m.section(), start, err
}

func has(sections []section, id byte) bool {
	return slices.ContainsFunc(sections, func(s section) bool { return s.id == id })
}
