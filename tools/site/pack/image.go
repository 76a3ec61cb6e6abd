package pack

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
)

// The instructions around a segment's address (5.4.6): i32.const address end.
const (
	i32Const = 0x41
	end      = 0x0b
)

// mostMemory bounds the image, in bytes: what a binary of 10 MB has is 5 MB.
const mostMemory = 64 << 20

// image is the memory that a program starts with, from the address base.
type image struct {
	base  int64
	bytes []byte
}

// segment is a piece of the image.
type segment struct {
	address int64
	data    []byte
}

// imageOf puts the segments of a data section into one memory.
func imageOf(body []byte) (image, error) {
	segments, err := segmentsOf(body)
	if err != nil || len(segments) == 0 {
		return image{}, err
	}
	slices.SortFunc(segments, func(a, b segment) int { return cmp.Compare(a.address, b.address) })
	m := image{base: segments[0].address}
	for _, s := range segments {
		gap := s.address - m.base - int64(len(m.bytes))
		if gap < 0 || gap > mostMemory {
			return m, fmt.Errorf("segments lie over each other, or far apart: %w", ErrLayout)
		}
		m.bytes = append(m.bytes, make([]byte, gap)...)
		m.bytes = append(m.bytes, s.data...)
	}
	return m, nil
}

func segmentsOf(body []byte) ([]segment, error) {
	r := reader{rest: body}
	segments := make([]segment, 0, 100_000)
	for i := r.uint(); i > 0; i-- {
		if kind := r.uint(); kind != 0 {
			return nil, fmt.Errorf("a segment of kind %d: %w", kind, ErrLayout)
		}
		before := r.take(1)[0]
		s := segment{address: r.int()}
		after := r.take(1)[0]
		s.data = r.take(r.uint())
		if r.short || before != i32Const || after != end {
			return nil, fmt.Errorf("a segment without a plain address: %w", ErrLayout)
		}
		segments = append(segments, s)
	}
	if len(r.rest) > 0 {
		return nil, fmt.Errorf("something follows the segments: %w", ErrLayout)
	}
	return segments, nil
}

// section is the body of a data section with the image as its one segment.
func (m image) section() []byte {
	body := []byte{1, 0, i32Const}
	body = appendInt(body, m.base)
	body = append(body, end)
	body = binary.AppendUvarint(body, uint64(len(m.bytes)))
	return append(body, m.bytes...)
}
