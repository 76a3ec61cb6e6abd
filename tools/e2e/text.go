package e2e

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }

// same compares two texts, and shows where they part.
func same(what, got, want string) error {
	if got == want {
		return nil
	}
	at := 0
	for at < len(got) && at < len(want) && got[at] == want[at] {
		at++
	}
	line := 1 + strings.Count(want[:at], "\n")
	return fmt.Errorf("the %s differs from byte %d on (line %d); got:\n%s\nwant:\n%s", what, at, line, excerpt(got), excerpt(want))
}

// excerpt keeps a failure readable.
func excerpt(text string) string {
	const most = 4000
	if len(text) <= most {
		return text
	}
	return text[:most] + fmt.Sprintf("… (%d bytes)", len(text))
}

// plain writes a text on one line: as it is where that can be read, else quoted.
func plain(text string) string {
	if text == "" || text != strings.TrimSpace(text) || strings.ContainsAny(text, "\n\r\t") || text[0] == '"' {
		return strconv.Quote(text)
	}
	return text
}
