package schema

import (
	"strings"

	"toolyard/app/jsondoc"
)

// keywordMisspelt finds unknown keywords that are surely meant to be known ones.
func keywordMisspelt(x *Subject) {
	for i, m := range x.Node.Members {
		right := meant(m.Name)
		if right == "" || x.Node.Get(right) != nil {
			continue
		}
		n := x.Node
		x.member(i, m.Name+" "+right, fix(FixSpell, func() []jsondoc.Edit { return x.Schema.spelled(n, i, right) }))
	}
}

// spelled gives a member a keyword's name, and its value the keyword's kind
// where it can have it.
func (s Schema) spelled(n *jsondoc.Node, i int, right string) []jsondoc.Edit {
	edits := s.Doc.RenameMember(n, i, right)
	value := n.Members[i].Value
	if k, _ := known(right); !s.isKind(value, k.Kind) {
		if raw := s.converted(value, k.Kind); raw != "" {
			edits = jsondoc.Join(edits, s.Doc.ReplaceValue(value, raw))
		}
	}
	return edits
}

// lowered is the keywords by their names in lower case, and words that are used
// for them elsewhere.
var lowered = func() map[string]string {
	names := map[string]string{
		"desc": "description", "regex": "pattern", "min": "minimum", "max": "maximum", "minlen": "minLength", "maxlen": "maxLength",
		"require": "required", "requires": "required", "ref": "$ref", "defs": "$defs", "schema": "$schema", "comment": "$comment",
	}
	for _, k := range keywords {
		names[strings.ToLower(k.Name)] = k.Name
	}
	return names
}()

// shortest is the length from which on one letter more, less or else is taken
// for a slip: shorter words are too near to each other.
const shortest = 5

// meant is the known keyword that an unknown one is a slip of, "" for none.
func meant(name string) string {
	if _, ok := known(name); ok {
		return ""
	}
	lower := strings.ToLower(name)
	if right := lowered[lower]; right != "" {
		return right
	}
	lower = strings.ReplaceAll(strings.ReplaceAll(lower, "_", ""), "-", "")
	if right := lowered[lower]; right != "" {
		return right
	}
	for _, k := range keywords {
		if len(k.Name) >= shortest && nearly(lower, strings.ToLower(k.Name)) {
			return k.Name
		}
	}
	return ""
}

// nearly reports whether a becomes b by one letter put in, taken out or changed,
// or by two neighbours that change places.
func nearly(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) != len(b) {
		return len(b)-len(a) == 1 && a[i:] == b[i+1:]
	}
	if i == len(a) || a[i+1:] == b[i+1:] {
		return i < len(a)
	}
	return a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
