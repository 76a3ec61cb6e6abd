package pack

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// magic begins every wasm file of version 1 (WebAssembly core specification, 5.5.16).
var magic = []byte("\x00asm\x01\x00\x00\x00")

// Sections by their ids, which say their order, but for countSection.
const (
	typeSection     = 1
	importSection   = 2
	functionSection = 3
	tableSection    = 4
	memorySection   = 5
	globalSection   = 6
	exportSection   = 7
	startSection    = 8
	elementSection  = 9
	codeSection     = 10
	dataSection     = 11
	countSection    = 12 // how many data segments there are: behind elements (9)
)

// section is one section of a file, its body not looked into.
type section struct {
	id   byte
	body []byte
}

func read(wasm []byte) ([]section, error) {
	rest, ok := bytes.CutPrefix(wasm, magic)
	if !ok {
		return nil, fmt.Errorf("not a wasm file: %w", ErrLayout)
	}
	var sections []section
	for r := (reader{rest: rest}); len(r.rest) > 0; {
		id := r.take(1)
		body := r.take(r.uint())
		if r.short {
			return nil, fmt.Errorf("a section is cut short: %w", ErrLayout)
		}
		sections = append(sections, section{id[0], body})
	}
	return sections, nil
}

func write(sections []section) []byte {
	out := bytes.Clone(magic)
	for _, s := range sections {
		out = append(out, s.id)
		out = binary.AppendUvarint(out, uint64(len(s.body)))
		out = append(out, s.body...)
	}
	return out
}

// reader takes a text apart from its beginning. Once something was missing, it is
// short, and what it gives means nothing.
type reader struct {
	rest  []byte
	short bool
}

func (r *reader) take(n uint64) []byte {
	if n > uint64(len(r.rest)) {
		r.short, r.rest = true, nil
		return make([]byte, 1)
	}
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}

// uint is an unsigned number as wasm writes it (LEB128).
func (r *reader) uint() uint64 {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 {
		r.short = true
		return 0
	}
	r.rest = r.rest[size:]
	return n
}

// count is how many entries follow, of a byte at least each.
func (r *reader) count() int {
	n := r.uint()
	if n > uint64(len(r.rest)) {
		r.short = true
		return 0
	}
	return int(n)
}

// int is a signed number as wasm writes it. Addresses are less than 2³¹.
func (r *reader) int() int64 {
	var n int64
	for shift := 0; shift < 35; shift += 7 {
		b := r.take(1)[0]
		n |= int64(b&0x7f) << shift
		if b&0x80 == 0 {
			if b&0x40 != 0 {
				n |= -1 << (shift + 7)
			}
			return n
		}
	}
	r.short = true
	return 0
}

// appendInt is what int reads, of numbers from 0.
func appendInt(out []byte, n int64) []byte {
	for ; n >= 0x40; n >>= 7 {
		out = append(out, byte(n)|0x80)
	}
	return append(out, byte(n))
}
