package schema

import (
	"fmt"

	"toolyard/app/jsondoc"
)

// Severity says what a problem costs.
type Severity string

// The severities, worst first.
const (
	Error   Severity = "error"   // a provider refuses it, or it can't mean what it says
	Warning Severity = "warning" // some providers refuse it
	Info    Severity = "info"    // it works, but worse than it could
)

// Problem is one thing that is wrong, beside its cause.
type Problem struct {
	Rule       string // a stable id
	Severity   Severity
	Pointer    Pointer
	Place      Place  // the row of Parameters to show it at, or "" for the root
	At         Place  // the schema itself: Place, or inside it
	Start, End int    // bytes of the text
	Detail     string // what in particular: a name, a value; for json-syntax "line:column rule" of the jsondoc.Error
	Fixes      []Fix  // the likeliest first; only the first problems of a rule have theirs worked out
}

// Fix is one way to be rid of a problem.
type Fix struct {
	ID    string         // one of Fixes
	Edits []jsondoc.Edit // of the text that the problem is in
	Name  string         // where a tool is at fault: what it is called then
}

// Settled is the problem without what moves with every letter that is typed
// before it: its span, and the edits of its fixes.
func (p Problem) Settled() Problem {
	p.Start, p.End = 0, 0
	fixes := make([]Fix, len(p.Fixes))
	for i, f := range p.Fixes {
		fixes[i] = Fix{ID: f.ID, Name: f.Name}
	}
	p.Fixes = fixes
	if len(fixes) == 0 {
		p.Fixes = nil
	}
	return p
}

// Finding is a Problem as a rule reports it.
type Finding struct {
	Pointer    Pointer // from the schema that was looked at
	Start, End int
	Detail     string
	Fixes      func() []Fix // nil for none; called only when there is room
}

// Rule is one thing to look for.
type Rule struct {
	ID       string
	Severity Severity
	Keywords []string // a schema without any of these is passed over; nil: none is
	Look     func(*Subject)
}

// Profile is what a provider thinks of a schema. The zero Profile is nobody's.
type Profile struct {
	Name       string
	Severities map[string]Severity // of rules that the provider judges otherwise; "" is no problem
	Rules      []Rule              // that only this provider has

	// Refuses reports whether a value is refused by a schema, both as JSON. Rules
	// ask it where the keywords at hand do not say it plainly; without it they say
	// nothing then. It is asked at every keystroke: it should remember its answers.
	Refuses func(schema, value string) bool
}

// severity is what a rule's problems cost with the provider, "" for nothing.
func (p Profile) severity(r Rule) Severity {
	if severity, ok := p.Severities[r.ID]; ok {
		return severity
	}
	return r.Severity
}

// Problems is what is wrong for any provider, see ProblemsFor.
func (s Schema) Problems() []Problem { return s.ProblemsFor(Profile{}) }

// ProblemsFor is what is wrong, rule by rule, each in the order of the text.
// While the text is not JSON there is nothing to say but that. A blank text has
// no problem.
func (s Schema) ProblemsFor(p Profile) []Problem {
	switch {
	case s.Blank():
		return nil
	case !s.Doc.OK():
		return s.syntaxErrors(p)
	}
	x := newSubject(s, p)
	s.each(func(path []spot) {
		x.path, x.Node = path, path[len(path)-1].node
		x.look()
	})
	var problems []Problem
	for _, l := range x.lenses {
		problems = append(problems, l.found...)
	}
	return problems
}

// maxFixed bounds the problems of one rule that get fixes: each is worked out at
// every keystroke, and those fixed make room for the next.
const maxFixed = 50

const syntaxRule = "json-syntax"

func (s Schema) syntaxErrors(p Profile) []Problem {
	severity := p.severity(Rule{ID: syntaxRule, Severity: Error})
	if severity == "" {
		return nil
	}
	var problems []Problem
	for i, e := range s.Doc.Errors {
		problem := Problem{Rule: syntaxRule, Severity: severity, Start: e.Offset, End: e.End,
			Detail: fmt.Sprintf("%d:%d %s", e.Line, e.Column, e.Rule)}
		if edits := s.Doc.Mend(e); i < maxFixed && len(edits) > 0 {
			problem.Fixes = []Fix{{ID: FixMend, Edits: edits}}
		}
		problems = append(problems, problem)
	}
	return problems
}

// Rules lists the ids of all rules, for whoever must have a sentence for each.
func Rules() []string {
	ids := []string{syntaxRule}
	for _, r := range rules {
		ids = append(ids, r.ID)
	}
	return ids
}
