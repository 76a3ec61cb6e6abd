package play

import (
	"slices"
	"strconv"

	"toolyard/app/jsondoc"
	"toolyard/app/schema"
	"toolyard/app/tool"
)

// Wrong names a problem of a tool: the one of Nth among those that break a rule
// at a schema. It holds no offsets, which move with every letter.
type Wrong struct {
	Tool int
	Rule string
	At   schema.Place
	Nth  int
}

// Remedy names one fix of a problem. The zero Remedy is none.
type Remedy struct {
	Wrong Wrong
	Fix   string // one of schema.Fixes
}

// Field is the id of the button that opens the remedy.
func (r Remedy) Field() string {
	w := r.Wrong
	return "fix-" + w.Rule + "-" + string(w.At) + "-" + strconv.Itoa(w.Nth) + "-" + r.Fix
}

// WrongAt names problem i of a tool. Those of its rule and schema before it must
// be among the problems.
func WrongAt(id int, problems []schema.Problem, i int) Wrong {
	w := Wrong{Tool: id, Rule: problems[i].Rule, At: problems[i].At}
	for _, p := range problems[:i] {
		if p.Rule == w.Rule && p.At == w.At {
			w.Nth++
		}
	}
	return w
}

// Of is the problem that w names among those of its tool.
func (w Wrong) Of(problems []schema.Problem) (schema.Problem, bool) {
	nth := 0
	for _, p := range problems {
		if p.Rule != w.Rule || p.At != w.At {
			continue
		}
		if nth == w.Nth {
			return p, true
		}
		nth++
	}
	return schema.Problem{}, false
}

// Of is the fix that r names among the problems of its tool, as it is now.
func (r Remedy) Of(problems []schema.Problem) (schema.Fix, bool) {
	p, _ := r.Wrong.Of(problems)
	for _, f := range p.Fixes {
		if f.ID == r.Fix {
			return f, true
		}
	}
	return schema.Fix{}, false
}

// problems is all that is wrong with a tool: itself, and its parameters.
func (m Model) problems(t tool.Tool) []schema.Problem {
	return slices.Concat(t.Problems(m.Tools), m.Problems(t))
}

// FixChosen: a fix shows what it would change. The same one again closes it.
type FixChosen struct{ Remedy Remedy }

func (f FixChosen) apply(m Model) (Model, []Effect) {
	if m.View.Fix == f.Remedy {
		return FixDismissed{}.apply(m)
	}
	m.View.Fix = f.Remedy
	return m, []Effect{Focus{"fix-apply"}}
}

// FixDismissed: the fix that was shown is not made; the focus is back on what
// opened it.
type FixDismissed struct{}

func (FixDismissed) apply(m Model) (Model, []Effect) {
	field := m.View.Fix.Field()
	m.View.Fix = Remedy{}
	return m, []Effect{Focus{field}}
}

// FixApplied: the fix that was shown is made, as one step of undo. The focus is
// on what it mended.
type FixApplied struct{ Remedy Remedy }

func (f FixApplied) apply(m Model) (Model, []Effect) {
	m.View.Fix = Remedy{}
	id := f.Remedy.Wrong.Tool
	t, _ := m.toolByID(id)
	fix, ok := f.Remedy.Of(m.problems(t))
	switch {
	case !ok:
		return m, nil
	case fix.Name != "":
		return m.step("problem-fixed").named(id, fix.Name), []Effect{Focus{"tool-name"}}
	}
	m, _ = m.edit(id, "problem-fixed", func(schema.Schema) []jsondoc.Edit { return fix.Edits })
	start, end := touched(fix.Edits)
	m, effects := m.lead(Spot{id, f.Remedy.Wrong.At}, start, end)
	if len(effects) == 0 {
		effects = []Effect{Focus{"parameter-add"}}
	}
	return m, effects
}

// touched is the span of the text after the edits from the first to the last of
// them.
func touched(edits []jsondoc.Edit) (start, end int) {
	shift := 0
	for i, e := range edits {
		if i == 0 {
			start = e.Start
		}
		end = e.Start + shift + len(e.Text)
		shift += len(e.Text) - (e.End - e.Start)
	}
	return start, end
}

// ProblemPassed: the person wants to see the next problem of a tool's parameters,
// in the order of the text; behind the last comes the first.
type ProblemPassed struct{ ID int }

func (p ProblemPassed) apply(m Model) (Model, []Effect) {
	t, _ := m.toolByID(p.ID)
	problems := m.Problems(t)
	last, _ := m.View.Wrong.Of(problems)
	first, ahead := -1, -1
	for i, x := range problems {
		switch {
		case x.Severity == schema.Info:
			continue
		case first < 0 || before(x, problems[first]):
			first = i
		}
		if m.View.Wrong.Tool == p.ID && before(last, x) && (ahead < 0 || before(x, problems[ahead])) {
			ahead = i
		}
	}
	if first < 0 {
		return m, nil
	}
	if ahead < 0 {
		ahead = first
	}
	return ProblemShown{WrongAt(p.ID, problems, ahead)}.apply(m)
}

// before is the order in which problems are passed.
func before(a, b schema.Problem) bool {
	return a.Start < b.Start || a.Start == b.Start && (a.Rule < b.Rule || a.Rule == b.Rule && a.Detail < b.Detail)
}

// ProblemShown: the person wants to see where a problem is. What keeps a text
// from being JSON is seen in the text alone.
type ProblemShown struct{ Wrong Wrong }

func (p ProblemShown) apply(m Model) (Model, []Effect) {
	t, _ := m.toolByID(p.Wrong.Tool)
	found, ok := p.Wrong.Of(m.Problems(t))
	if !ok {
		return m, nil
	}
	m.View.Wrong = p.Wrong
	if !m.View.text() && !t.Parameters.Doc.OK() {
		m.View.Schema = asText
	}
	m, effects := m.lead(Spot{t.ID, found.At}, found.Start, found.End)
	if len(effects) == 0 {
		effects = []Effect{Focus{ProblemsField("parameters")}}
	}
	return m, effects
}

// ProblemsField is the id of the list of the problems of a control.
func ProblemsField(control string) string { return control + "-problems" }

// Listed is how many problems one list shows, where that is not the usual number.
type Listed struct {
	List string // its id
	Most int
}

// ProblemsListed: a list of problems shows more of them, or with Most 0 as many
// as usual.
type ProblemsListed struct{ Listed Listed }

func (p ProblemsListed) apply(m Model) (Model, []Effect) {
	m.View.Listed = p.Listed
	return m, nil
}
