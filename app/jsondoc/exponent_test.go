package jsondoc

import (
	"math/big"
	"strings"
	"testing"
)

// TestExponent compares with math/big, around every place where a digit is carried.
func TestExponent(t *testing.T) {
	texts := []string{"0", "-0", "+7", "007", "12", "-12"}
	for _, size := range []int{1, 16, 17, 18, 19, 36, 37, 60} {
		for _, text := range []string{strings.Repeat("9", size), "1" + strings.Repeat("0", size), "1" + strings.Repeat("0", size-1) + "5"} {
			texts = append(texts, text, "-"+text)
		}
	}
	type both struct {
		own   exponent
		exact *big.Int
	}
	var all []both
	for _, text := range texts {
		for _, more := range []int{0, 1, -1, 7, -7, 1 << 40, -1 << 40} {
			exact, ok := new(big.Int).SetString(strings.TrimPrefix(text, "+"), 10)
			if !ok {
				t.Fatal(text)
			}
			all = append(all, both{readExponent(text, more), exact.Add(exact, big.NewInt(int64(more)))})
		}
	}
	for _, a := range all {
		for _, b := range all {
			if got, want := a.own.compare(b.own), a.exact.Cmp(b.exact); got != want {
				t.Fatalf("%v beside %v is %d, want %d (%+v, %+v)", a.exact, b.exact, got, want, a.own, b.own)
			}
			if equal := a.own == b.own; equal != (a.exact.Cmp(b.exact) == 0) {
				t.Fatalf("%v and %v: equal is %v", a.exact, b.exact, equal)
			}
		}
	}
}
