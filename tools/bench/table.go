package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// column is the measurements of one subject, by the name of the row. A row that
// is not there was not asked for.
type column struct {
	subject string
	rows    map[string]row
}

// instead are the rows in whose place another one of the same subject stands
// where the subject has no such input: the text of Toolyard follows each key.
var instead = map[string]string{enterName: typingName, enterWords: typingWords}

// row is what was measured under a name, or instead of it.
func (c column) row(name string) (row, bool) {
	r, ok := c.rows[name]
	if !ok && instead[name] != "" {
		r, ok = c.rows[instead[name]]
	}
	return r, ok
}

// table writes the columns beside each other, in Markdown, and below it why
// something was not measured. With two columns it has the ratio of their
// medians: how often the first one fits into the second.
func table(columns []column) string {
	head := []string{"median and p95 in ms"}
	for _, c := range columns {
		head = append(head, c.subject, "p95", "presses", "longest task", "drawn in")
	}
	if len(columns) == 2 {
		head = append(head, "ratio")
	}
	lines := [][]string{head}
	var reasons []string
	for _, name := range rowNames {
		line, measured := []string{name}, false
		var medians []float64
		for _, c := range columns {
			r, _ := c.row(name)
			_, itself := c.rows[name]
			measured = measured || itself
			line = append(line, cells(r)...)
			medians = append(medians, median(r.times))
			if r.missing != "" {
				reasons = append(reasons, fmt.Sprintf("- %s, %s: %s\n", name, c.subject, r.missing))
			}
		}
		if len(columns) == 2 {
			line = append(line, ratio(medians[0], medians[1]))
		}
		if measured {
			lines = append(lines, line)
		}
	}
	text := markdown(lines)
	if len(reasons) > 0 {
		text += "\nNot measured, or not to the end:\n\n" + strings.Join(reasons, "")
	}
	return text
}

// none stands where there is no figure.
const none = "–"

// cells are the figures of a row.
func cells(r row) []string {
	if len(r.times) == 0 {
		return []string{none, none, none, none, none}
	}
	long := none
	if r.longs > 0 {
		long = milliseconds(r.longest)
	}
	return []string{milliseconds(median(r.times)), milliseconds(p95(r.times)), fmt.Sprint(len(r.times)), long,
		strings.Join(r.views, " and ")}
}

// milliseconds writes a time with as many places as say something.
func milliseconds(ms float64) string {
	if ms >= 100 {
		return fmt.Sprintf("%.0f", ms)
	}
	return fmt.Sprintf("%.1f", ms)
}

// ratio says how often the first time fits into the second.
func ratio(first, second float64) string {
	if !(first > 0 && second > 0) {
		return none
	}
	return fmt.Sprintf("%.1f×", second/first)
}

// markdown writes lines of cells, of which the first is the head; figures stand
// to the right.
func markdown(lines [][]string) string {
	widths := make([]int, len(lines[0]))
	for _, line := range lines {
		for i, cell := range line {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell), 3)
		}
	}
	var b strings.Builder
	for n, line := range lines {
		for i, cell := range line {
			space := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if i == 0 {
				cell, space = cell+space, ""
			}
			b.WriteString("| " + space + cell + " ")
		}
		b.WriteString("|\n")
		if n > 0 {
			continue
		}
		for i, width := range widths {
			rule := strings.Repeat("-", width)
			if i > 0 {
				rule = rule[1:] + ":"
			}
			b.WriteString("| " + rule + " ")
		}
		b.WriteString("|\n")
	}
	return b.String()
}
