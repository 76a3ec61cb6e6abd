package play

import (
	"strings"
	"unicode/utf8"

	"toolyard/app/jsondoc"
	"toolyard/app/schema"
)

// DiffLine is one line of what a fix would change.
type DiffLine struct {
	Kind LineKind
	Nth  int // from 1, in the text that has it; 0 for a name and a gap
	Text string

	From, To int // the part of Text that changes, where only a part does
}

// LineKind says what becomes of a line.
type LineKind string

const (
	Kept    LineKind = ""
	Removed LineKind = "removed"
	Added   LineKind = "added"
	Gap     LineKind = "gap" // lines that are not shown
)

const (
	diffContext = 2   // lines around a change
	diffMost    = 12  // lines of one kind in one change
	lineMost    = 160 // bytes of a line
	linePart    = 40  // bytes beside the change in a line that is longer
)

// Diff is what a fix changes in a text, line by line; name is what the tool is
// called, where that is at fault.
func Diff(text string, fix schema.Fix, name string) []DiffLine {
	if fix.Name != "" {
		return []DiffLine{emphasised(DiffLine{Kind: Removed, Text: name}, fix.Name), emphasised(DiffLine{Kind: Added, Text: fix.Name}, name)}
	}
	var lines []DiffLine
	shown := 0 // up to where the text was dealt with
	shift := 0 // how many lines more there are after, up to here
	for _, h := range hunks(text, fix.Edits) {
		first := strings.Count(text[:h.start], "\n")
		before, after := cutLines(text[h.start:h.end]), cutLines(jsondoc.Apply(text[h.start:h.end], h.edits))
		lead := leading(text[shown:h.start])
		if len(lines) > 0 && len(strings.Join(lead, "\n"))+1 < h.start-shown {
			lines = append(lines, DiffLine{Kind: Gap})
		}
		lines = append(lines, numbered(Kept, first-len(lead)+1, lead)...)
		lines = append(lines, changed(before, after, first, shift)...)
		tail, end := trailing(text, h)
		lines = append(lines, numbered(Kept, first+len(before)+1, tail)...)
		shift += len(after) - len(before)
		shown = end
	}
	return lines
}

// hunk is a run of whole lines that edits are in, which count from its start.
type hunk struct {
	start, end int
	until      int // where the next hunk begins, or the text ends
	edits      []jsondoc.Edit
}

// hunks widens edits to whole lines, and joins those with few lines between.
func hunks(text string, edits []jsondoc.Edit) []hunk {
	var all []hunk
	for _, e := range edits {
		start, end := strings.LastIndexByte(text[:e.Start], '\n')+1, lineEnd(text, e.End)
		last := len(all) - 1
		if last < 0 || start > all[last].end && strings.Count(text[all[last].end:start], "\n") > 2*diffContext {
			if last >= 0 {
				all[last].until = start
			}
			all = append(all, hunk{start: start, until: len(text)})
			last++
		}
		h := &all[last]
		h.end = max(h.end, end)
		h.edits = append(h.edits, jsondoc.Edit{Start: e.Start - h.start, End: e.End - h.start, Text: e.Text})
	}
	return all
}

// lineEnd is behind the line that a place is in.
func lineEnd(text string, at int) int {
	if end := strings.IndexByte(text[at:], '\n'); end >= 0 {
		return at + end + 1
	}
	return len(text)
}

// cutLines are the lines of a text, without what ends them.
func cutLines(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}

// leading are the last lines of a text that ends with a line.
func leading(text string) []string {
	begin := len(text)
	for range diffContext {
		if begin > 0 {
			begin = strings.LastIndexByte(text[:begin-1], '\n') + 1
		}
	}
	return cutLines(text[begin:])
}

// trailing are the first lines behind a hunk, and where they end.
func trailing(text string, h hunk) ([]string, int) {
	end := h.end
	for range diffContext {
		if end < h.until {
			end = lineEnd(text, end)
		}
	}
	return cutLines(text[h.end:end]), end
}

// changed are the lines of one hunk. What it begins and ends with on both sides
// is kept.
func changed(before, after []string, first, shift int) []DiffLine {
	start, end := 0, 0
	for start < min(len(before), len(after)) && before[start] == after[start] {
		start++
	}
	for end < min(len(before), len(after))-start && before[len(before)-1-end] == after[len(after)-1-end] {
		end++
	}
	lines := numbered(Kept, first+1, before[:start])
	gone, come := before[start:len(before)-end], after[start:len(after)-end]
	if len(gone) == 1 && len(come) == 1 {
		lines = append(lines, emphasised(DiffLine{Kind: Removed, Nth: first + start + 1, Text: gone[0]}, come[0]),
			emphasised(DiffLine{Kind: Added, Nth: first + shift + start + 1, Text: come[0]}, gone[0]))
	} else {
		lines = append(lines, numbered(Removed, first+start+1, gone)...)
		lines = append(lines, numbered(Added, first+shift+start+1, come)...)
	}
	return append(lines, numbered(Kept, first+len(before)-end+1, before[len(before)-end:])...)
}

// numbered are lines of one kind, those in the middle of many left out.
func numbered(kind LineKind, nth int, texts []string) []DiffLine {
	var lines []DiffLine
	for i, text := range texts {
		switch {
		case len(texts) <= diffMost || i < diffMost-2 || i == len(texts)-1:
			lines = append(lines, DiffLine{Kind: kind, Nth: nth + i, Text: clipLine(text, lineMost)})
		case i == diffMost-2:
			lines = append(lines, DiffLine{Kind: Gap})
		}
	}
	return lines
}

// emphasised is a line that becomes the other, or came of it. A long one is cut
// to what is around the change.
func emphasised(l DiffLine, other string) DiffLine {
	e := jsondoc.Difference(l.Text, other)
	from, to := characterStart(l.Text, e.Start), e.End
	for to < len(l.Text) && !utf8.RuneStart(l.Text[to]) {
		to++
	}
	if from > 0 && to > from && to < len(l.Text) && l.Text[from-1] == '"' && l.Text[to-1] == '"' {
		from, to = from-1, to-1 // "b", and not b", "
	}
	head, middle, tail := l.Text[:from], clipLine(l.Text[from:to], lineMost), l.Text[to:]
	if len(l.Text) > lineMost {
		if len(head) > linePart {
			head = "…" + head[characterStart(head, len(head)-linePart):]
		}
		tail = clipLine(tail, linePart)
	}
	l.Text, l.From, l.To = head+middle+tail, len(head), len(head)+len(middle)
	return l
}

// clipLine is the beginning of a line that is too long.
func clipLine(text string, most int) string {
	if len(text) <= most {
		return text
	}
	return text[:characterStart(text, most)] + "…"
}

// characterStart is where the character begins that a place is in.
func characterStart(text string, at int) int {
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}
