package jsondoc

import (
	"cmp"
	"strconv"
	"strings"
)

// exponent is a whole number of any size. It is written out here because what it
// needs, comparing and adding the length of a text, is little, and math/big weighs
// more in the browser than the rest of this package.
type exponent struct {
	negative bool
	head     string // digits before the last 18, none of them a leading zero
	tail     int64  // the last 18
}

// tailSize is 10^18: one more than 18 digits say.
const tailSize = 1_000_000_000_000_000_000

// readExponent reads digits behind an optional sign, and adds to them. More is
// small beside 10^17: the length of a text.
func readExponent(text string, more int) exponent {
	digits, negative := strings.CutPrefix(text, "-")
	digits = strings.TrimLeft(digits, "+0")
	last := max(len(digits)-18, 0)
	head := digits[:last]
	tail, _ := strconv.ParseInt("0"+digits[last:], 10, 64)
	if negative {
		more = -more
	}
	tail += int64(more)
	switch {
	case tail < 0 && head == "":
		return exponent{negative: !negative, tail: -tail}
	case tail < 0:
		head, tail = step(head, '0', '9', -1), tail+tailSize
	case tail >= tailSize:
		head, tail = step("0"+head, '9', '0', 1), tail-tailSize
	}
	return exponent{negative && (head != "" || tail > 0), strings.TrimLeft(head, "0"), tail}
}

// step counts digits one up or down: those at the end that are over begin anew.
func step(digits string, over, anew byte, by int8) string {
	text := []byte(digits)
	for i := len(text) - 1; i >= 0; i-- {
		if text[i] != over {
			text[i] = byte(int8(text[i]) + by)
			break
		}
		text[i] = anew
	}
	return string(text)
}

func (e exponent) compare(f exponent) int {
	if e.negative != f.negative {
		return cmp.Compare(e.sign(), f.sign())
	}
	size := cmp.Or(cmp.Compare(len(e.head), len(f.head)), strings.Compare(e.head, f.head), cmp.Compare(e.tail, f.tail))
	return size * e.sign()
}

// sign is -1, or 1 for zero, too.
func (e exponent) sign() int {
	if e.negative {
		return -1
	}
	return 1
}
