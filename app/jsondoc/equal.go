package jsondoc

import (
	"math/big"
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
		return readDecimal(a.Raw(an)).equal(readDecimal(b.Raw(bn)))
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
	value := readDecimal(d.Raw(n))
	return value.exponent.Cmp(big.NewInt(int64(len(value.digits)))) >= 0
}

// decimal is a number as sign × 0.digits × 10^exponent, its digits without
// zeros at either end: equal numbers have equal decimals. Zero has no digits.
type decimal struct {
	negative bool
	digits   string
	exponent *big.Int // its size is the person's to choose
}

func readDecimal(raw string) decimal {
	raw, negative := strings.CutPrefix(raw, "-")
	exponent := new(big.Int)
	if i := strings.IndexAny(raw, "eE"); i >= 0 {
		exponent.SetString(raw[i+1:], 10)
		raw = raw[:i]
	}
	whole, fraction, _ := strings.Cut(raw, ".")
	significant := strings.TrimLeft(whole+fraction, "0")
	leading := len(whole) + len(fraction) - len(significant)
	exponent.Add(exponent, big.NewInt(int64(len(whole)-leading)))
	significant = strings.TrimRight(significant, "0")
	if significant == "" {
		return decimal{exponent: new(big.Int)}
	}
	return decimal{negative, significant, exponent}
}

func (d decimal) equal(e decimal) bool {
	return d.negative == e.negative && d.digits == e.digits && d.exponent.Cmp(e.exponent) == 0
}
