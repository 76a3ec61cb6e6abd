package schema

import (
	"strings"

	"toolyard/app/jsondoc"
)

// The rules here find schemas that nothing satisfies, or nothing of one type,
// where that is plain to see.

// limits are pairs of keywords that bound the same from both sides; strict where
// both at once leave nothing.
var limits = []struct {
	low, high string
	strict    bool
}{
	{"minimum", "maximum", false},
	{"exclusiveMinimum", "maximum", true},
	{"minimum", "exclusiveMaximum", true},
	{"exclusiveMinimum", "exclusiveMaximum", true},
	{"minLength", "maxLength", false},
	{"minItems", "maxItems", false},
	{"minContains", "maxContains", false},
	{"minProperties", "maxProperties", false},
}

func lowerLimits() []string {
	var low []string
	for _, l := range limits {
		low = append(low, l.low)
	}
	return low
}

// neverRange finds a lower limit above the upper one.
func neverRange(x *Subject) {
	for _, l := range limits {
		low, high := x.Node.Get(l.low), x.Node.Get(l.high)
		if low == nil || high == nil || low.Kind != jsondoc.Number || high.Kind != jsondoc.Number {
			continue
		}
		order := jsondoc.Compare(x.Schema.Doc, low, x.Schema.Doc, high)
		switch {
		case order > 0:
			x.Keyword(l.low, l.low+" "+l.high, fix(FixSwap, func() []jsondoc.Edit { return x.Schema.swap(low, high) }))
		case order == 0 && l.strict:
			x.Keyword(l.low, l.low+" "+l.high, nil)
		}
	}
}

func (s Schema) swap(a, b *jsondoc.Node) []jsondoc.Edit {
	return jsondoc.Join(s.Doc.ReplaceValue(a, s.Doc.Raw(b)), s.Doc.ReplaceValue(b, s.Doc.Raw(a)))
}

// neverConst finds a const that the other keywords refuse.
func neverConst(x *Subject) {
	if value := x.Node.Get("const"); x.judge(value, "const") == refuses {
		x.Keyword("const", x.Schema.Doc.Raw(value), x.without("const"))
	}
}

// neverEnum finds an enum of which the other keywords refuse every value. Where
// there is a const, neverConst says so.
func neverEnum(x *Subject) {
	list := x.Node.Get("enum")
	if x.Node.Get("const") == nil && len(list.Elements) > 0 && len(x.refusedValues("enum", list)) == len(list.Elements) {
		x.Keyword("enum", "", x.without("enum"))
	}
}

// neverRequired finds a property that is required and forbidden.
func neverRequired(x *Subject) {
	all := x.Node.Get(properties)
	if all == nil {
		return
	}
	for i := range all.Members {
		if value := all.Members[i].Value; value.Kind == jsondoc.Bool && x.Schema.Doc.Raw(value) == "false" {
			x.forbidden(all.Members[i].Name, value)
		}
	}
}

// forbidden reports where the name of a property is required whose schema, of the
// last of that name, is false.
func (x *Subject) forbidden(name string, value *jsondoc.Node) {
	n, list := x.Node, x.Node.Get("required")
	if n.Get(properties).Get(name) != value {
		return
	}
	for _, entry := range x.Schema.entries(list, name) {
		x.Element("required", entry, func() []Fix {
			return []Fix{
				{ID: FixAllow, Edits: x.Schema.Doc.ReplaceValue(value, "{}")},
				{ID: FixRemoveValue, Edits: x.Schema.dropElements(n, "required", list, entry)},
			}
		})
	}
}

// neverItems finds elements that must be there and can't.
func neverItems(x *Subject) {
	n := x.Node
	if inner := n.Get("contains"); inner != nil && x.Schema.Doc.Raw(inner) == "false" && x.Schema.Doc.Raw(n.Get("minContains")) != "0" {
		x.Keyword("contains", "contains", x.without("contains"))
	}
	rest := n.Get(items)
	least := n.Get("minItems")
	if rest == nil || least == nil || x.Schema.Doc.Raw(rest) != "false" {
		return
	}
	places := 0
	if prefix := n.Get("prefixItems"); prefix != nil {
		places = len(prefix.Elements)
	}
	if x.Schema.holdSize(keywordOf{n, "minItems", least}, &jsondoc.Node{Kind: jsondoc.Array, Elements: make([]*jsondoc.Node, places)}) == refuses {
		x.Keyword("minItems", "minItems items", x.without("minItems"))
	}
}

// neverType finds keywords that leave no type in common, though each alone
// leaves one.
func neverType(x *Subject) {
	set := anyType
	var names []string
	for i, m := range x.Node.Members {
		if m.Repeated || x.Node.Index(m.Name) != i {
			continue
		}
		one := x.Schema.saidBy(m.Name, m.Value, maxRefs)
		if one == anyType {
			continue
		}
		if one == 0 && !x.disjoint(m) {
			return
		}
		set &= one
		names = append(names, m.Name)
	}
	if set == 0 && len(names) > 0 {
		x.Keyword(names[len(names)-1], strings.Join(names, " "), nil)
	}
}

// disjoint reports whether an allOf leaves nothing though each of its branches
// leaves something: then it is the allOf that is at fault.
func (x *Subject) disjoint(m jsondoc.Member) bool {
	if m.Name != "allOf" {
		return false
	}
	for _, branch := range m.Value.Elements {
		if x.Schema.typeSet(branch, maxRefs) == 0 {
			return false
		}
	}
	return true
}

// neverNot finds a not that excludes everything.
func neverNot(x *Subject) {
	n := x.Node.Get("not")
	if x.Schema.Doc.Raw(n) == "true" || n.Kind == jsondoc.Object && len(n.Members) == 0 {
		x.Keyword("not", "not", x.without("not"))
	}
}
