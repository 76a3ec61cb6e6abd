package play

import (
	"slices"

	"toolyard/app/job"
	"toolyard/app/jsondoc"
	"toolyard/app/schema"
	"toolyard/app/tool"
	"toolyard/app/validate"
)

// Judged is what is wrong with the parameters of a tool, worked out once for
// each text. Of a long text it may be that of the text before: it is judged again
// once typing pauses.
type Judged struct {
	Tool             int
	Text             string // that was judged
	Problems         []schema.Problem
	ByPlace          map[schema.Place][]schema.Problem // settled, by the schema they are in
	Errors, Warnings int
	Properties       int // how many the text has, nested ones too

	asked  []job.Question // that only the workshop can answer
	said   []bool         // what the rules were told of each question that they had, in their order
	waits  bool           // for the workshop: until it answers, what was said before is said again
	broken bool           // the text is not JSON
}

const (
	judgedAtOnce = 32 << 10 // bytes of a text that is judged at each keystroke
	largestAsked = 32 << 10 // bytes of a schema that the workshop is asked about
)

// judge works out what is wrong with a text. What only the workshop can tell is
// taken from its answers; while there is none, from the judgement before, so that
// no problem flickers while its value is typed. While the text is not JSON, all
// else is as it was.
func judge(id int, s schema.Schema, last Judged, answers map[job.Question]validate.Result) Judged {
	j := Judged{Tool: id, Text: s.Doc.Text, broken: !s.Doc.OK() && !s.Blank()}
	if j.broken {
		j.Properties, j.ByPlace, j.said, j.asked = last.Properties, last.ByPlace, last.said, last.asked
		j.Problems = s.Problems()
		return j.counted()
	}
	j.Properties = s.Rows(nil).Properties
	j.Problems = s.ProblemsFor(schema.Profile{Refuses: func(schema, value string) bool {
		q := job.Question{Schema: schema, Value: value}
		r, known := answers[q]
		refused := r.State == validate.Mismatch
		if len(schema) <= largestAsked {
			j.asked = append(j.asked, q)
			if !known {
				j.waits = true
				refused = len(j.said) < len(last.said) && last.said[len(j.said)]
			}
		}
		j.said = append(j.said, refused)
		return refused
	}})
	j.ByPlace = map[schema.Place][]schema.Problem{}
	for _, p := range j.Problems {
		j.ByPlace[p.At] = append(j.ByPlace[p.At], p.Settled())
	}
	return j.counted()
}

// counted counts the problems.
func (j Judged) counted() Judged {
	for _, p := range j.Problems {
		switch p.Severity {
		case schema.Error:
			j.Errors++
		case schema.Warning:
			j.Warnings++
		}
	}
	return j
}

// At is what is wrong with the schema at a place.
func (j Judged) At(at schema.Place) []schema.Problem { return j.ByPlace[at] }

// In is the problems with their spans in a text that the judged one became.
// Those in what changed since are left out.
func (j Judged) In(text string) []schema.Problem {
	if j.Text == text || len(j.Problems) == 0 {
		return j.Problems
	}
	e := jsondoc.Difference(j.Text, text)
	var moved []schema.Problem
	for _, p := range j.Problems {
		switch by := len(e.Text) - (e.End - e.Start); {
		case p.Start >= e.End:
			p.Start, p.End = p.Start+by, p.End+by
		case p.End > e.Start:
			continue
		}
		p.Fixes = nil
		moved = append(moved, p)
	}
	return moved
}

// fits says whether the judgement is of that text.
func (j Judged) fits(s schema.Schema) bool { return j.Tool != 0 && j.Text == s.Doc.Text }

// Judged is what is wrong with the parameters of a tool, as far as that is
// worked out.
func (m Model) Judged(t tool.Tool) Judged {
	if j := m.lastJudged(t.ID, -1); j.Tool != 0 {
		return j
	}
	return judge(t.ID, t.Parameters, Judged{}, m.View.Checks.answers)
}

// Problems is what is wrong with the parameters of a tool now: of the text as it
// stands, whatever it takes to work that out.
func (m Model) Problems(t tool.Tool) []schema.Problem {
	j := m.Judged(t)
	if j.Text != t.Parameters.Doc.Text {
		j = judge(t.ID, t.Parameters, j, m.View.Checks.answers)
	}
	return j.Problems
}

// judged is the Model in which every tool is judged whose text is short, or is
// not JSON, and with all every other one, too. It says whether some are left.
func (m Model) judged(all bool) (next Model, left bool) {
	list := make([]Judged, len(m.Tools))
	for i, t := range m.Tools {
		j, s := m.lastJudged(t.ID, i), t.Parameters
		switch {
		case j.fits(s):
		case all || len(s.Doc.Text) <= judgedAtOnce || !s.Doc.OK():
			j = judge(t.ID, s, j, m.View.Checks.answers)
		case j.Tool == 0:
			j = Judged{Tool: t.ID, Properties: s.Rows(nil).Properties}
		case j.broken: // it no longer is, and what else is wrong takes a moment
			j.Problems, j.Errors, j.Warnings, j.broken, j.Text = nil, 0, 0, false, ""
		}
		list[i] = j
		left = left || !j.fits(s)
	}
	m.View.Judged = list
	return m, left
}

// judgedAgain is the Model with what the workshop answered in its judgements.
func (m Model) judgedAgain() Model {
	list := slices.Clone(m.View.Judged)
	for i, j := range list {
		if t, ok := m.toolByID(j.Tool); ok && j.waits && j.fits(t.Parameters) {
			list[i] = judge(t.ID, t.Parameters, j, m.View.Checks.answers)
		}
	}
	m.View.Judged = list
	return m
}

// lastJudged is the judgement of a tool, likely at that index.
func (m Model) lastJudged(id, likely int) Judged {
	if likely >= 0 && likely < len(m.View.Judged) && m.View.Judged[likely].Tool == id {
		return m.View.Judged[likely]
	}
	for _, j := range m.View.Judged {
		if j.Tool == id {
			return j
		}
	}
	return Judged{}
}
