package ui

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func TestUnits(t *testing.T) {
	text := `{"城":"a😀b"}`
	bytes := []int{0, 1, 2, 5, 8, 9, 13, 14, len(text), 99}
	units := []int{0, 1, 2, 3, 6, 7, 9, 10, 12, 12}
	if got := unitsOf(text, bytes); !slices.Equal(got, units) {
		t.Errorf("units %v, want %v", got, units)
	}
	if got := bytesOf(text, units); !slices.Equal(got, append(bytes[:9:9], len(text))) {
		t.Errorf("bytes %v", got)
	}
	if got := unitsOf(text, []int{9, 0, 5}); !slices.Equal(got, []int{7, 0, 3}) {
		t.Errorf("out of order %v", got)
	}
}

// FuzzUnits: there and back is the same place, wherever a character begins.
func FuzzUnits(f *testing.F) {
	f.Add("a城😀", 4)
	f.Fuzz(func(t *testing.T, text string, at int) {
		if !utf8.ValidString(text) || at < 0 || at >= len(text) || !utf8.RuneStart(text[at]) {
			return
		}
		if got := bytesOf(text, unitsOf(text, []int{at})); got[0] != at {
			t.Errorf("%q: %d became %d", text, at, got[0])
		}
	})
}
