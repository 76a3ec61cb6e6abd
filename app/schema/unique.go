package schema

import (
	"slices"
	"strconv"
	"strings"
)

// Unique is name, or where it is taken name_2, name_3 and so on: the first that
// is free. A name that is numbered already counts on.
func Unique(name string, taken ...string) string {
	if !slices.Contains(taken, name) {
		return name
	}
	base, number := name, 1
	if i := strings.LastIndexByte(name, '_'); i > 0 {
		if n, err := strconv.Atoi(name[i+1:]); err == nil && n > 1 && strconv.Itoa(n) == name[i+1:] {
			base, number = name[:i], n
		}
	}
	for {
		number++
		if next := base + "_" + strconv.Itoa(number); !slices.Contains(taken, next) {
			return next
		}
	}
}
