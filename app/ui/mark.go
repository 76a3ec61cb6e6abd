package ui

import (
	"slices"
	"strconv"
	"strings"

	"toolyard/app/jsondoc"
	"toolyard/app/locale"
	"toolyard/app/schema"
)

// mark is a problem of a JSON text at its place, in bytes.
type mark struct {
	start, end   int
	severity     schema.Severity
	rule, detail string
}

// marks are those that the editor shows, in a language.
type marks struct {
	in   *locale.Text
	list []mark
}

// marksMost bounds them: where hundreds of lines are marked, one more says nothing.
const marksMost = 300

func marksOf(t *locale.Text, problems []schema.Problem) marks {
	m := marks{in: t}
	for _, i := range worst(problems, marksMost) {
		p := problems[i]
		m.list = append(m.list, mark{p.Start, p.End, p.Severity, p.Rule, p.Detail})
	}
	return m
}

func (m marks) equal(other marks) bool { return m.in == other.in && slices.Equal(m.list, other.list) }

// after is where the element has them once the text is edited: what follows an
// edit moves along, and what an edit touches is not known.
func (m marks) after(edits []jsondoc.Edit) marks {
	m.list = slices.Clone(m.list)
	for i, at := range m.list {
		by := 0
		for _, e := range edits {
			switch {
			case e.End < at.start:
				by += len(e.Text) - (e.End - e.Start)
			case e.Start <= at.end:
				return marks{}
			}
		}
		m.list[i].start, m.list[i].end = at.start+by, at.end+by
	}
	return m
}

// text is the marks as JSON, in units of the text that the editor has.
func (m marks) text(j *JSONEditor) string {
	offsets := make([]int, 0, 2*len(m.list))
	for _, at := range m.list {
		offsets = append(offsets, at.start, at.end)
	}
	units := j.units(offsets...)
	var b strings.Builder
	for i, at := range m.list {
		b.WriteString(map[bool]string{true: "[", false: ","}[i == 0])
		b.WriteString(`{"from":` + strconv.Itoa(units[2*i]) + `,"to":` + strconv.Itoa(units[2*i+1]) +
			`,"severity":"` + string(at.severity) + `","message":` + jsondoc.Quote(m.in.Problems.Sentence(at.rule, at.detail)) + `}`)
	}
	if b.Len() == 0 {
		return "[]"
	}
	return b.String() + "]"
}
