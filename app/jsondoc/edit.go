package jsondoc

import (
	"cmp"
	"slices"
	"strings"
)

// Edit replaces the bytes from Start up to End by Text. A list of edits counts
// bytes of the text before all of them; its edits ascend and do not overlap. An
// insertion may stand where the next edit begins.
type Edit struct {
	Start, End int
	Text       string
}

// Apply is the text after the edits.
func Apply(text string, edits []Edit) string {
	if len(edits) == 0 {
		return text
	}
	size := len(text)
	for _, e := range edits {
		size += len(e.Text)
	}
	var b strings.Builder
	b.Grow(size)
	at := 0
	for _, e := range edits {
		b.WriteString(text[at:e.Start])
		b.WriteString(e.Text)
		at = e.End
	}
	b.WriteString(text[at:])
	return b.String()
}

// Invert is the edits that take the text after the edits back to text.
func Invert(text string, edits []Edit) []Edit {
	inverse := make([]Edit, 0, len(edits))
	shift := 0
	for _, e := range edits {
		start := e.Start + shift
		inverse = append(inverse, Edit{start, start + len(e.Text), text[e.Start:e.End]})
		shift += len(e.Text) - (e.End - e.Start)
	}
	return inverse
}

// Join makes one list of several that change different places of the same text.
// Edits that touch become one: so all lists are joined at once, and none to a
// joined one.
func Join(lists ...[]Edit) []Edit {
	all := slices.Concat(lists...)
	slices.SortStableFunc(all, func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	var joined []Edit
	for _, e := range all {
		if last := len(joined) - 1; last >= 0 && joined[last].End == e.Start {
			joined[last].End = e.End
			joined[last].Text += e.Text
			continue
		}
		joined = append(joined, e)
	}
	return joined
}
