package jsondoc

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestDifferences(t *testing.T) {
	long := strings.Repeat(`"a member like any other": 1.0, `, 100)
	for _, tt := range []struct {
		name, old, text string
		want            []Edit
	}{
		{"none", "ab", "ab", []Edit{{2, 2, ""}}},
		{"near", "a1b2c", "a3b4c", []Edit{{1, 4, "3b4"}}},
		{"far", "<x" + long + "y>", "<zz" + long + ">", []Edit{{1, 2, "zz"}, {2 + len(long), 3 + len(long), ""}}},
		{"one of many", long + "x" + long, long + "yx" + long, []Edit{{len(long), len(long), "y"}}},
		{"all", strings.Repeat("a", 4000), strings.Repeat("b", 4000), []Edit{{0, 4000, strings.Repeat("b", 4000)}}},
	} {
		if got := Differences(tt.old, tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %.200s", tt.name, fmt.Sprint(got))
		}
	}
}

func FuzzDifferences(f *testing.F) {
	long := strings.Repeat("between, ", 300)
	f.Add("a"+long+"b"+long+"c", "x"+long+long+"z")
	f.Add(long, long+long)
	f.Add("", long)
	f.Fuzz(func(t *testing.T, old, text string) {
		edits := Differences(old, text)
		if got := Apply(old, edits); got != text {
			t.Errorf("%q becomes %q by %v, want %q", old, got, edits, text)
		}
	})
}
