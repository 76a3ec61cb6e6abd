package schema

import "toolyard/app/jsondoc"

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
	Place      Place  // the row to show it at: the parameter, or "" for the root
	Start, End int    // bytes of the text
	Detail     string // what in particular: a name, a value; for json-syntax "line:column rule" of the jsondoc.Error
}

// rule is one thing to look for, and all places where it is.
type rule struct {
	id       string
	severity Severity
	find     func(view) []finding
}

// view is a schema and its rows, read once for all rules. Without JSON it has no
// rows.
type view struct {
	Schema
	rows []row
}

// finding is a Problem without what its rule says.
type finding struct {
	place      Place
	pointer    Pointer
	start, end int
	detail     string
}

// Problems is what is wrong, rule by rule, each in the order of the text. While
// the text is not JSON there is nothing to say but that. A blank text has no
// problem.
func (s Schema) Problems() []Problem {
	v := view{Schema: s}
	if s.Doc.OK() {
		v.rows = make([]row, 0, s.fewestRows())
		s.walk(func(r row) { v.rows = append(v.rows, r) })
	}
	var problems []Problem
	for _, r := range rules {
		for _, f := range r.find(v) {
			problems = append(problems, Problem{r.id, r.severity, f.pointer, f.place, f.start, f.end, f.detail})
		}
	}
	return problems
}

// Rules lists the ids of all rules, for whoever must have a sentence for each.
func Rules() []string {
	ids := make([]string, len(rules))
	for i, r := range rules {
		ids[i] = r.id
	}
	return ids
}

// eachParameter makes a rule of a look at one row with a name.
func eachParameter(check func(row) (detail string, wrong bool)) func(view) []finding {
	return func(v view) (found []finding) {
		for _, r := range v.rows {
			if r.Item {
				continue
			}
			if detail, wrong := check(r); wrong {
				m := r.properties.Members[r.index]
				found = append(found, finding{r.Place, r.Pointer, m.NameStart, m.NameEnd, detail})
			}
		}
		return found
	}
}

// eachSchema makes a rule of a look at the root's schema and each row's. What it
// finds has pointers from there.
func eachSchema(check func(s Schema, n *jsondoc.Node) []finding) func(view) []finding {
	return func(v view) (found []finding) {
		if !v.Doc.OK() {
			return nil
		}
		found = check(v.Schema, v.Doc.Root)
		for _, r := range v.rows {
			for _, f := range check(v.Schema, r.node) {
				f.place, f.pointer = r.Place, r.Pointer+f.pointer
				found = append(found, f)
			}
		}
		return found
	}
}
