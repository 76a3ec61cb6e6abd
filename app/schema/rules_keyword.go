package schema

import (
	"strings"

	"toolyard/app/jsondoc"
)

// keywordValue finds values of another kind than their keyword has. Types have a
// rule of their own, and so has what stands where a schema must.
func keywordValue(x *Subject) {
	for i := range x.Node.Members {
		k, m := x.keyword(i), &x.Node.Members[i]
		if k == nil || x.Schema.isKind(m.Value, k.Kind) {
			continue
		}
		x.Report(Finding{Pointer("").Child(m.Name), m.Value.Start, m.Value.End, m.Name + " " + string(k.Kind), x.convert(i, k)})
	}
}

// convert is the fixes for the value of member i: where a property says for
// itself that it is required, as drafts before 04 had it, its object says so.
func (x *Subject) convert(i int, k *Keyword) func() []Fix {
	s, n, value := x.Schema, x.Node, x.Node.Members[i].Value
	at := x.Place()
	return func() []Fix {
		if k.Name == "required" && value.Kind == jsondoc.Bool && x.Under() == properties {
			edits := s.unset(n, k.Name)
			if s.Doc.Raw(value) == "true" {
				edits = jsondoc.Join(edits, s.Require(at, true))
			}
			return []Fix{{ID: FixRequire, Edits: edits}}
		}
		if wrong := notStrings(value); k.Kind == KindStrings && len(wrong) < len(value.Elements) {
			return []Fix{{ID: FixRemoveValue, Edits: s.Doc.RemoveElements(value, wrong...)}}
		}
		if raw := s.converted(value, k.Kind); raw != "" {
			return []Fix{{ID: FixConvert, Edits: s.Doc.ReplaceValue(value, raw)}}
		}
		return []Fix{{ID: FixRemoveKeyword, Edits: s.unset(n, k.Name)}}
	}
}

func notStrings(list *jsondoc.Node) []int {
	var wrong []int
	for i, e := range list.Elements {
		if e.Kind != jsondoc.String {
			wrong = append(wrong, i)
		}
	}
	return wrong
}

// isKind reports whether a value is of a kind, as far as schemas go not into it.
func (s Schema) isKind(n *jsondoc.Node, kind Kind) bool {
	switch kind {
	case KindBoolean:
		return n.Kind == jsondoc.Bool
	case KindString, KindPattern:
		return n.Kind == jsondoc.String
	case KindNumber:
		return n.Kind == jsondoc.Number
	case KindPositive:
		return n.Kind == jsondoc.Number && s.sign(n) > 0
	case KindCount:
		return s.Doc.IsInteger(n) && s.sign(n) >= 0
	case KindValues:
		return n.Kind == jsondoc.Array
	case KindStrings:
		return s.allOf(n, jsondoc.Array, jsondoc.String)
	case KindSchemas:
		return n.Kind == jsondoc.Array && len(n.Elements) > 0
	case KindItems:
		return n.Kind != jsondoc.Array || len(n.Elements) > 0
	case KindFlags:
		return s.allOf(n, jsondoc.Object, jsondoc.Bool)
	case KindSchemaMap, KindDependencies:
		return n.Kind == jsondoc.Object
	case KindStringsMap:
		if n.Kind != jsondoc.Object {
			return false
		}
		for _, m := range n.Members {
			if !s.allOf(m.Value, jsondoc.Array, jsondoc.String) {
				return false
			}
		}
	}
	return true
}

// allOf reports whether n is of one kind and all in it of another.
func (s Schema) allOf(n *jsondoc.Node, outer, inner jsondoc.Kind) bool {
	if n.Kind != outer {
		return false
	}
	for _, e := range n.Elements {
		if e.Kind != inner {
			return false
		}
	}
	for _, m := range n.Members {
		if m.Value.Kind != inner {
			return false
		}
	}
	return true
}

var zero = jsondoc.Parse("0")

func (s Schema) sign(n *jsondoc.Node) int { return jsondoc.Compare(s.Doc, n, zero, zero.Root) }

// keywordRepeated finds members of a schema whose name it has already: the last
// counts, for most readers.
func keywordRepeated(x *Subject) {
	n := x.Node
	for i, m := range n.Members {
		if !m.Repeated {
			continue
		}
		x.member(i, m.Name, fix(FixRemoveKeyword, func() []jsondoc.Edit {
			all := membersOf(n, m.Name)
			return x.Schema.Doc.RemoveMembers(n, all[:len(all)-1]...)
		}))
	}
}

// keywordUnfit finds keywords that say nothing of any of the schema's types.
// OpenAPI has formats of numbers.
func keywordUnfit(x *Subject) {
	types := x.Schema.types(x.Node)
	for _, typ := range types {
		if setOf(typ) == 0 {
			return
		}
	}
	for i := range x.Node.Members {
		if k := x.keyword(i); k != nil && k.Types != nil && !k.AppliesTo(types...) && k.Name != "format" {
			x.member(i, k.Name+" "+strings.Join(types, "|"), x.without(k.Name))
		}
	}
}
