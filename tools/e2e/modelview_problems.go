package e2e

import (
	"strconv"
	"strings"

	"toolyard/app/play"
	"toolyard/app/schema"
	"toolyard/app/tool"
)

// problemLimit is how many problems stand in one place unasked.
const problemLimit = 5

// at are the problems of one row.
func at(problems []schema.Problem, place schema.Place) []schema.Problem {
	var found []schema.Problem
	for _, p := range problems {
		if p.At == place {
			found = append(found, p)
		}
	}
	return found
}

// problems draws a list of problems whose rules begin in one way, the worst first.
func (s *sketch) problems(control string, t tool.Tool, problems []schema.Problem, rules string) {
	most := problemLimit
	if s.m.View.Listed.List == control {
		most = max(most, s.m.View.Listed.Most)
	}
	shown := 0
	for _, severity := range []schema.Severity{schema.Error, schema.Warning, schema.Info} {
		for i, p := range problems {
			if p.Severity == severity && strings.HasPrefix(p.Rule, rules) && shown < most {
				shown++
				s.problem(t, p, play.WrongAt(t.ID, problems, i))
			}
		}
	}
	switch {
	case len(problems) > most:
		s.button("problems-more", true, play.ProblemsListed{Listed: play.Listed{List: control, Most: most + 100}})
	case most > problemLimit && len(problems) > problemLimit:
		s.button("problems-more", true, play.ProblemsListed{})
	}
}

func (s *sketch) problem(t tool.Tool, p schema.Problem, w play.Wrong) {
	state := map[string]string{"rule": p.Rule, "severity": string(p.Severity), "pointer": string(p.Pointer)}
	s.inside(field("problem", state), func() {
		s.button("problem-show", true, play.ProblemShown{Wrong: w})
		for _, f := range p.Fixes {
			remedy := play.Remedy{Wrong: w, Fix: f.ID}
			open := s.m.View.Fix == remedy
			s.add(widget{Element: Element{ID: "fix", State: map[string]string{"fix": f.ID, "aria-expanded": strconv.FormatBool(open)}},
				press: play.FixChosen{Remedy: remedy}})
			if open {
				var lines strings.Builder
				for _, line := range play.Diff(t.Parameters.Doc.Text, f, t.Name) {
					lines.WriteString(line.Text + "\n")
				}
				s.text("fix-diff", lines.String())
				s.button("fix-apply", true, play.FixApplied{Remedy: remedy})
				s.button("fix-cancel", true, play.FixDismissed{})
			}
		}
	})
}

// schemaText is the text of the parameters, with what the program selects in it.
func (s *sketch) schemaText(t tool.Tool) {
	text, selected := t.Parameters.Doc.Text, ""
	if sel := s.m.View.Select; sel.Tool == t.ID && sel.End <= len(text) {
		selected = text[sel.Start:sel.End]
	}
	s.add(widget{Element: Element{ID: "schema-json", Text: text, State: map[string]string{"selected": selected}},
		edit:  play.ParametersTyped{ID: t.ID},
		caret: func(before string) play.Msg { return play.CaretMoved{ID: t.ID, Offset: strings.Index(text, before)} }})
}
