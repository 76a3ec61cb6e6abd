package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
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

// problemLimit bounds how many problems stand in one place: beyond it they hide
// what they are about.
const problemLimit = 5

// problemList is the sentences of what is wrong, as one element with an id that
// a control is described by.
func problemList(t *locale.Text, id string, problems []schema.Problem) app.UI {
	list := of("div", "problems")
	if len(problems) == 0 {
		return list
	}
	var shown []app.UI
	for _, p := range problems[:min(len(problems), problemLimit)] {
		shown = append(shown, of("div", "problem").DataSet("testid", "problem").DataSet("rule", p.Rule).
			DataSet("severity", string(p.Severity)).DataSet("pointer", string(p.Pointer)).
			Body(icon("warn"), el("span").Text(t.Problems.Sentence(p.Rule, p.Detail))))
	}
	return list.ID("%s", problemsID(id)).Body(shown...)
}

func problemsID(id string) string { return id + "-problems" }

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
