package jsondoc

import (
	"cmp"
	"strconv"
	"strings"
)

// Equal reports whether two nodes are the same JSON value: numbers by their
// exact value (1.0 is 1, 1e2 is 100, -0 is 0), strings decoded, objects whatever
// the order of members. Of repeated names the last counts. Nil equals nil, and
// what is not JSON equals the same bytes.
func Equal(a Doc, an *Node, b Doc, bn *Node) bool {
	if an == nil || bn == nil {
		return an == bn
	}
	if an.Kind != bn.Kind {
		return false
	}
	switch an.Kind {
	case Object:
		return equalObjects(a, an, b, bn)
	case Array:
		return equalArrays(a, an, b, bn)
	case Number:
		return Compare(a, an, b, bn) == 0
	case String:
		as, _ := a.Str(an)
		bs, _ := b.Str(bn)
		return as == bs
	}
	return a.Raw(an) == b.Raw(bn)
}

func equalObjects(a Doc, an *Node, b Doc, bn *Node) bool {
	am, bm := lastOfEachName(an), lastOfEachName(bn)
	if len(am) != len(bm) {
		return false
	}
	for name, value := range am {
		other, ok := bm[name]
		if !ok || !Equal(a, value, b, other) {
			return false
		}
	}
	return true
}

func lastOfEachName(n *Node) map[string]*Node {
	last := make(map[string]*Node, len(n.Members))
	for _, m := range n.Members {
		last[m.Name] = m.Value
	}
	return last
}

func equalArrays(a Doc, an *Node, b Doc, bn *Node) bool {
	if len(an.Elements) != len(bn.Elements) {
		return false
	}
	for i, e := range an.Elements {
		if !Equal(a, e, b, bn.Elements[i]) {
			return false
		}
	}
	return true
}

// IsInteger reports whether n is a number without a fraction, by its value: 1.0
// and 1e2 are, too.
func (d Doc) IsInteger(n *Node) bool {
	if n == nil || n.Kind != Number {
		return false
	}
	if _, ok := small(d.Raw(n)); ok {
		return true
	}
	value := readDecimal(d.Raw(n))
	return value.exponent.compare(exponent{tail: int64(len(value.digits))}) >= 0
}

// decimal is a number as sign × 0.digits × 10^exponent, its digits without
// zeros at either end: equal numbers have equal decimals. Zero has no digits.
type decimal struct {
	negative bool
	digits   string
	exponent exponent // its size is the person's to choose
}

func readDecimal(raw string) decimal {
	raw, negative := strings.CutPrefix(raw, "-")
	power := ""
	if i := strings.IndexAny(raw, "eE"); i >= 0 {
		raw, power = raw[:i], raw[i+1:]
	}
	whole, fraction, _ := strings.Cut(raw, ".")
	significant := strings.TrimLeft(whole+fraction, "0")
	leading := len(whole) + len(fraction) - len(significant)
	significant = strings.TrimRight(significant, "0")
	if significant == "" {
		return decimal{}
	}
	return decimal{negative, significant, readExponent(power, len(whole)-leading)}
}

// Compare is below 0 where the number an is less than the number bn, 0 where
// they are equal, else above 0, by their exact values. What is no number is 0.
func Compare(a Doc, an *Node, b Doc, bn *Node) int {
	if an == nil || bn == nil || an.Kind != Number || bn.Kind != Number {
		return 0
	}
	if ai, ok := small(a.Raw(an)); ok {
		if bi, ok := small(b.Raw(bn)); ok {
			return cmp.Compare(ai, bi)
		}
	}
	return readDecimal(a.Raw(an)).compare(readDecimal(b.Raw(bn)))
}

// small is a number of few digits and no more than those: what most are.
func small(raw string) (value int64, ok bool) {
	if len(raw) > 18 {
		return 0, false
	}
	value, err := strconv.ParseInt(raw, 10, 64)
	return value, err == nil
}

func (d decimal) sign() int {
	switch {
	case d.digits == "":
		return 0
	case d.negative:
		return -1
	}
	return 1
}

func (d decimal) compare(e decimal) int {
	if d.sign() != e.sign() || d.sign() == 0 {
		return cmp.Compare(d.sign(), e.sign())
	}
	size := cmp.Or(d.exponent.compare(e.exponent), strings.Compare(d.digits, e.digits))
	return size * d.sign()
}
