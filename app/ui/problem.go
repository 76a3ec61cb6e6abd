package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/schema"
)

// Severities is how many problems of each weight there are.
type Severities struct{ Errors, Warnings int }

// severities counts problems. What is only worth knowing is not counted.
func severities(problems []schema.Problem) Severities {
	var s Severities
	for _, p := range problems {
		switch p.Severity {
		case schema.Error:
			s.Errors++
		case schema.Warning:
			s.Warnings++
		}
	}
	return s
}

// ofFact are the problems of the fact of a tool that a control is for: their
// rules begin with its id.
func ofFact(problems []schema.Problem, control string) []schema.Problem {
	var found []schema.Problem
	for _, p := range problems {
		if strings.HasPrefix(p.Rule, control) {
			found = append(found, p)
		}
	}
	return found
}

// counts shows how many problems something has, where there are any.
func counts(t *locale.Text, s Severities) []app.UI {
	var shown []app.UI
	for _, c := range []struct {
		severity schema.Severity
		n        int
		label    string
	}{{schema.Error, s.Errors, t.Problems.Errors(s.Errors)}, {schema.Warning, s.Warnings, t.Problems.Warnings(s.Warnings)}} {
		if c.n > 0 {
			shown = append(shown, of("span", "count").DataSet("severity", string(c.severity)).Title("%s", c.label).Body(
				icon("warn"), el("span").Aria("hidden", "true").Text(c.n), of("span", "visually-hidden").Text(c.label)))
		}
	}
	return shown
}

// problemLimit bounds how many problems stand in one place unasked: beyond it
// they hide what they are about. A press shows problemsMore more of them.
const (
	problemLimit = 5
	problemsMore = 100
)

// problemList is the sentences of what is wrong in one place, each with its
// fixes, as one element with an id that a control is described by.
type problemList struct {
	p        *Program
	t        *locale.Text
	id       string // of the control
	tool     int
	problems []schema.Problem
	mending  Mending
	leads    bool // a press on a sentence leads to what it speaks of
}

func (l problemList) draw() app.UI {
	list := of("div", "problems")
	if len(l.problems) == 0 {
		return list
	}
	most := max(l.mending.Most, problemLimit)
	var shown []app.UI
	for _, i := range worst(l.problems, most) {
		shown = append(shown, l.problem(i))
	}
	return list.ID("%s", problemsID(l.id)).TabIndex(-1).Body(
		of("div", "each").Body(shown...),
		el("div").Body(l.rest(most)...),
	)
}

// worst are the first problems by severity, as many as are wanted.
func worst(problems []schema.Problem, most int) []int {
	var order []int
	for _, severity := range []schema.Severity{schema.Error, schema.Warning, schema.Info} {
		for i, p := range problems {
			if p.Severity == severity && len(order) < most {
				order = append(order, i)
			}
		}
	}
	return order
}

func (l problemList) problem(i int) app.UI {
	p, w := l.problems[i], play.WrongAt(l.tool, l.problems, i)
	e := of("div", "problem").DataSet("testid", "problem").DataSet("rule", p.Rule).
		DataSet("severity", string(p.Severity)).DataSet("pointer", string(p.Pointer))
	open := l.mending.Fix
	if open.Wrong != w {
		open = play.Remedy{}
	} else {
		e = e.OnKeyDown(l.p.escaped)
	}
	return e.Body(
		icon("warn"),
		l.sentence(p, w),
		of("div", "row").Body(l.fixes(p, w, open)...),
		of("div", "fixing").Body(l.open(open)...),
	)
}

func (l problemList) sentence(p schema.Problem, w play.Wrong) app.UI {
	text := l.t.Problems.Sentence(p.Rule, p.Detail)
	if !l.leads {
		return el("span").Text(text)
	}
	return button().Class("leads").DataSet("testid", "problem-show").OnClick(l.p.on(play.ProblemShown{Wrong: w})).Text(text)
}

// rest is the button that shows more problems, or as few as usual again.
func (l problemList) rest(most int) []app.UI {
	left, w := len(l.problems)-most, l.t.Fixes
	next, label := play.Listed{List: l.id, Most: most + problemsMore}, w.Fewer
	switch {
	case left > 0:
		label = w.More(min(left, problemsMore))
	case most > problemLimit:
		next = play.Listed{}
	default:
		return nil
	}
	return []app.UI{l.p.button("problems-more", "quiet", label, play.ProblemsListed{Listed: next}).DataSet("size", "small")}
}

func problemsID(id string) string { return play.ProblemsField(id) }

// troubled is the look of a control with the problems that stand under it.
func troubled(l Look, problems []schema.Problem) Look {
	if len(problems) > 0 {
		l.Describes = problemsID(l.ID)
	}
	for _, p := range problems {
		l.Invalid = l.Invalid || p.Severity == schema.Error
	}
	return l
}
