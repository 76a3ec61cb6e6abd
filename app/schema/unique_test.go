package schema

import (
	"strings"
	"testing"
)

func TestUnique(t *testing.T) {
	for _, c := range []struct{ name, taken, want string }{
		{"a", "", "a"}, {"a", "a", "a_2"}, {"a", "a a_2", "a_3"}, {"a_2", "a_2", "a_3"}, {"a_9", "a_9", "a_10"},
		{"a_1", "a_1", "a_1_2"}, {"a_02", "a_02", "a_02_2"}, {"_2", "_2", "_2_2"}, {"get_x", "get_x", "get_x_2"},
		{"a", "a_2", "a"},
	} {
		if got := Unique(c.name, strings.Fields(c.taken)...); got != c.want {
			t.Errorf("Unique(%s) beside %s is %s, want %s", c.name, c.taken, got, c.want)
		}
	}
}
