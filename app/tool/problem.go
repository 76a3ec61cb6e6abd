package tool

import (
	"strings"

	"toolyard/app/schema"
)

// rule is one thing to look for in a tool among others. One more is one line and
// one function.
type rule struct {
	id       string
	severity schema.Severity
	wrong    func(t Tool, others []Tool) bool
	rename   bool // a name that providers take is the fix
}

var rules = []rule{
	{"tool-name-empty", schema.Error, nameEmpty, false},
	{"tool-name", schema.Error, nameRefused, true},
	{"tool-name-repeated", schema.Error, nameRepeated, true},
	{"tool-description-missing", schema.Info, descriptionMissing, false},
}

// Problems is what is wrong with the tool itself; what is wrong with its
// parameters, Parameters.Problems says. Others may have the tool among them: it
// is known by its ID.
func (t Tool) Problems(others []Tool) []schema.Problem {
	var problems []schema.Problem
	for _, r := range rules {
		if r.wrong(t, others) {
			p := schema.Problem{Rule: r.id, Severity: r.severity, Detail: t.Name}
			if r.rename {
				p.Fixes = []schema.Fix{{ID: schema.FixRename, Name: t.free(others)}}
			}
			problems = append(problems, p)
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

// free is the tool's name as providers take it, and as no other tool has it.
func (t Tool) free(others []Tool) string {
	var taken []string
	for _, o := range others {
		if o.ID != t.ID {
			taken = append(taken, o.Name)
		}
	}
	return schema.SafeName(t.Name, "tool", taken...)
}

func nameEmpty(t Tool, _ []Tool) bool { return t.Name == "" }

const maxNameLength = 64

// nameRefused finds names that OpenAI and those who follow it refuse
// (^[a-zA-Z0-9_-]{1,64}$).
func nameRefused(t Tool, _ []Tool) bool {
	for _, c := range []byte(t.Name) {
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		if !letter && (c < '0' || c > '9') && c != '_' && c != '-' {
			return true
		}
	}
	return len(t.Name) > maxNameLength
}

func nameRepeated(t Tool, others []Tool) bool {
	if t.Off || t.Name == "" {
		return false
	}
	for _, o := range others {
		if o.ID != t.ID && !o.Off && o.Name == t.Name {
			return true
		}
	}
	return false
}

func descriptionMissing(t Tool, _ []Tool) bool { return strings.TrimSpace(t.Description) == "" }
