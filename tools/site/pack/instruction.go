package pack

import (
	"encoding/binary"
	"fmt"
)

// The instructions that are looked at (5.4), and two numbers that go with them.
const (
	unreachable = 0x00
	block       = 0x02
	loop        = 0x03
	ifThen      = 0x04
	branch      = 0x0c
	branchIf    = 0x0d
	branchTable = 0x0e
	leave       = 0x0f
	call        = 0x10
	callTable   = 0x11
	drop        = 0x1a
	localGet    = 0x20
	localSet    = 0x21
	localTee    = 0x22
	globalGet   = 0x23
	i64Store    = 0x37
	i32IsZero   = 0x45
	i64Const    = 0x42
	i64Add      = 0x7c

	noResult = 0x40 // the type of a block
	minusOne = 0x7f // as an operand
	typeI64  = 0x7e // the type of a local
)

// instruction is one of them.
type instruction struct {
	op     byte
	number int64  // the first number behind it, 0 without
	text   []byte // as it is written
}

// instructionsOf takes the code of a function apart: what stands behind its locals.
func instructionsOf(code []byte) ([]instruction, error) {
	list := make([]instruction, 0, len(code)/2)
	for r := (reader{rest: code}); len(r.rest) > 0; {
		before := r.rest
		i := instruction{op: r.take(1)[0]}
		if !r.operands(&i) || r.short {
			return nil, fmt.Errorf("instruction %#x: %w", i.op, ErrLayout)
		}
		i.text = before[:len(before)-len(r.rest)]
		list = append(list, i)
	}
	return list, nil
}

// operands reads what stands behind an instruction. It knows those that Go writes.
func (r *reader) operands(i *instruction) bool {
	switch op := i.op; {
	case op == block, op == loop, op == ifThen, op == i32Const, op == i64Const:
		i.number = r.long()
	case op == branch, op == branchIf, op == call, 0x20 <= op && op <= 0x24: // locals and globals
		i.number = int64(r.uint())
	case op == callTable:
		r.uint()
		r.uint()
	case op == branchTable:
		i.number = int64(r.uint())
		for range i.number + 1 {
			if r.uint(); r.short {
				return false
			}
		}
	case 0x28 <= op && op <= 0x3e: // memory: alignment, offset
		i.number = int64(r.uint())
		r.uint()
	case op == 0x3f, op == 0x40: // memory's size
		r.take(1)
	case op == 0x43: // f32.const
		r.take(4)
	case op == 0x44: // f64.const
		r.take(8)
	case op == 0xfc:
		return r.bulk(i)
	default:
		plain := op <= 0x01 || op == 0x05 || op == end || op == leave || op == 0x1a || op == 0x1b
		return plain || 0x45 <= op && op <= 0xc4 // arithmetic
	}
	return true
}

// bulk reads the second half of an instruction of two: saturating conversions,
// and memory in bulk.
func (r *reader) bulk(i *instruction) bool {
	switch i.number = int64(r.uint()); i.number {
	case 0, 1, 2, 3, 4, 5, 6, 7:
	case 10: // memory.copy
		r.take(2)
	case 11: // memory.fill
		r.take(1)
	default:
		return false
	}
	return true
}

// long is a signed number of 64 bits.
func (r *reader) long() int64 {
	var n int64
	for shift := 0; shift < 70; shift += 7 {
		b := r.take(1)[0]
		n |= int64(b&0x7f) << shift
		if b&0x80 == 0 {
			if b&0x40 != 0 && shift+7 < 64 {
				n |= -1 << (shift + 7)
			}
			return n
		}
	}
	r.short = true
	return 0
}

// appendLong is what long reads.
func appendLong(out []byte, n int64) []byte {
	for {
		b, sign := byte(n&0x7f), byte(n&0x40)
		n >>= 7
		if n == 0 && sign == 0 || n == -1 && sign != 0 {
			return append(out, b)
		}
		out = append(out, b|0x80)
	}
}

// appendOp appends an instruction with an unsigned number.
func appendOp(out []byte, op byte, n int) []byte {
	return binary.AppendUvarint(append(out, op), uint64(n))
}
