package simulator

import (
	"slices"
	"strings"

	"toolyard/app/jsondoc"
	"toolyard/app/validate"
	"toolyard/app/validate/checker"
)

// filler writes the arguments of one call.
type filler struct {
	doc   jsondoc.Doc   // the request
	root  *jsondoc.Node // the schema that "#/…" points into
	ask   string        // the part of the ask that this call is about
	about string        // what earlier messages tell: names of tables and the like
	today string        // YYYY-MM-DD
	facts []fact        // of the ask, in order; each fills one argument
	lean  bool          // required members only, and no facts: what satisfies a schema soonest
	must  bool          // the member that is being written is required
	depth int
}

// maxDepth ends schemas that hold themselves.
const maxDepth = 12

// arguments satisfy the schema wherever simple means can.
func (f filler) arguments() string {
	if f.root == nil || f.root.Kind != jsondoc.Object {
		return "{}"
	}
	schema := f.doc.Raw(f.root)
	first := f.object(f.root)
	if f.satisfied(schema, first) {
		return first
	}
	f.lean, f.facts = true, nil
	if second := f.object(f.root); f.satisfied(schema, second) {
		return second
	}
	return first
}

func (f filler) satisfied(schema, value string) bool {
	state := checker.Check(schema, value).State
	return state == validate.Valid || state == validate.Unchecked
}

// fits is true for a value that a part of the schema allows; parts that refer
// elsewhere are judged with the whole.
func (f filler) fits(n *jsondoc.Node, value string) bool {
	part := f.doc.Raw(n)
	return strings.Contains(part, `"$ref"`) || f.satisfied(part, value)
}

// members are the properties of the schema that can be read.
func (f *filler) members() []jsondoc.Member {
	properties := f.root.Get("properties")
	if properties == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(properties.Members), func(m jsondoc.Member) bool {
		part := f.resolve(m.Value)
		return part == nil || part.Kind != jsondoc.Object
	})
}

// value writes what a part of the schema allows; name and its description say
// what for.
func (f *filler) value(name string, n *jsondoc.Node) string {
	n, f.depth = f.resolve(n), f.depth+1
	defer func() { f.depth-- }()
	if n == nil || n.Kind != jsondoc.Object || f.depth > maxDepth {
		return "null"
	}
	if fixed := n.Get("const"); fixed != nil {
		return jsondoc.Compact(f.doc, fixed)
	}
	if values := elements(n.Get("enum")); len(values) > 0 {
		return f.oneOf(n, values)
	}
	if given, ok := f.given(name, n); ok {
		return given
	}
	if prepared := f.prepared(n); prepared != nil {
		return jsondoc.Compact(f.doc, prepared)
	}
	if branch := f.branch(name, n); branch != "" {
		return branch
	}
	switch f.typeOf(n) {
	case "object":
		return f.object(n)
	case "array":
		return f.array(name, n)
	case "integer", "number":
		return f.number(name, n)
	case "boolean":
		return "false"
	case "null":
		return "null"
	}
	return f.text(name, n)
}

// oneOf picks the value that the ask names, the default, or the first.
func (f *filler) oneOf(n *jsondoc.Node, values []*jsondoc.Node) string {
	if named := f.named(values); named != nil {
		return jsondoc.Compact(f.doc, named)
	}
	if fixed := n.Get("default"); fixed != nil && f.fits(n, f.doc.Raw(fixed)) {
		return jsondoc.Compact(f.doc, fixed)
	}
	return jsondoc.Compact(f.doc, values[0])
}

// named is the value of an enum that the ask mentions, by any of its words, or
// by the code of a currency.
func (f *filler) named(values []*jsondoc.Node) *jsondoc.Node {
	if f.lean {
		return nil
	}
	for i := range f.facts {
		for _, v := range values {
			if fa := &f.facts[i]; !fa.taken && fa.kind == currency && text(f.doc, v) == fa.value {
				fa.taken = true
				return v
			}
		}
	}
	asked := terms(f.ask)
	for _, v := range values {
		value := strings.ToLower(text(f.doc, v))
		words := strings.FieldsFunc(value, func(r rune) bool { return r == '_' || r == '-' || r == ' ' })
		if value != "" && (asked[stem(value)] || !isLatin(value) && strings.Contains(f.ask, value)) {
			return v
		}
		if slices.ContainsFunc(meanings[value], func(w string) bool { return strings.Contains(strings.ToLower(f.ask), w) }) {
			return v
		}
		if len(words) > 1 && asked[stem(words[0])] && asked[stem(words[len(words)-1])] {
			return v
		}
	}
	return nil
}

// meanings are what people say for values that tools often know.
var meanings = map[string][]string{
	"celsius":    {"摄氏", "°c"},
	"fahrenheit": {"华氏", "°f"},
	"damaged":    {"损坏", "坏了", "broken"},
	"late":       {"迟到", "晚到", "太慢"},
	"wrong_item": {"发错", "wrong"},
	"price":      {"cheap", "价格从低到高", "最便宜"},
	"rating":     {"best", "评分", "评价"},
	"metric":     {"公制"},
	"open":       {"未解决", "未关闭"},
}

// prepared is a value that the schema itself offers.
func (f *filler) prepared(n *jsondoc.Node) *jsondoc.Node {
	candidates := append([]*jsondoc.Node{n.Get("default")}, elements(n.Get("examples"))...)
	for _, c := range candidates {
		if c != nil && c.Kind != jsondoc.Null && f.fits(n, f.doc.Raw(c)) {
			return c
		}
	}
	return nil
}

// branch writes the first alternative that the whole part allows.
func (f *filler) branch(name string, n *jsondoc.Node) string {
	for _, keyword := range []string{"anyOf", "oneOf"} {
		for _, b := range elements(n.Get(keyword)) {
			if f.typeOf(f.resolve(b)) == "null" {
				continue
			}
			value := f.value(name, b)
			if f.typeOf(n) == "object" {
				value = f.object(merge(n, f.resolve(b)))
			}
			if f.fits(n, value) {
				return value
			}
		}
	}
	if parts := elements(n.Get("allOf")); len(parts) > 0 {
		all := []*jsondoc.Node{n}
		for _, p := range parts {
			all = append(all, f.resolve(p))
		}
		whole := merge(all...)
		return f.value(name, whole)
	}
	return ""
}

// merge is a schema with the members of several, as far as one value may have
// to satisfy them all. Combinators are left behind.
func merge(parts ...*jsondoc.Node) *jsondoc.Node {
	whole := &jsondoc.Node{Kind: jsondoc.Object}
	for _, p := range parts {
		if p == nil {
			continue
		}
		for _, m := range p.Members {
			switch m.Name {
			case "anyOf", "oneOf", "allOf", "$ref":
				continue
			case "properties", "required":
				if at := whole.Index(m.Name); at >= 0 {
					old := whole.Members[at].Value
					whole.Members[at].Value = &jsondoc.Node{
						Kind:     m.Value.Kind,
						Members:  append(append([]jsondoc.Member{}, old.Members...), m.Value.Members...),
						Elements: append(append([]*jsondoc.Node{}, old.Elements...), m.Value.Elements...),
					}
					continue
				}
			}
			whole.Members = append(whole.Members, m)
		}
	}
	return whole
}

// resolve follows references inside the schema; nil where one leads nowhere.
func (f *filler) resolve(n *jsondoc.Node) *jsondoc.Node {
	for range maxDepth {
		ref := n.Get("$ref")
		if ref == nil {
			return n
		}
		target, ok := strings.CutPrefix(text(f.doc, ref), "#")
		if !ok {
			return n
		}
		if n = at(f.doc, f.root, target); n == nil {
			return nil
		}
	}
	return nil
}

// at follows a JSON pointer from a node.
func at(d jsondoc.Doc, n *jsondoc.Node, pointer string) *jsondoc.Node {
	if pointer == "" {
		return n
	}
	sub := jsondoc.Doc{Text: d.Text, Root: n}
	return sub.At(pointer)
}

// hints are keywords that tell a type where none is given.
var hints = []struct{ keyword, name string }{
	{"properties", "object"}, {"items", "array"}, {"minimum", "number"}, {"maximum", "number"},
}

// typeOf is the type that a part asks for, guessed where it does not say.
func (f *filler) typeOf(n *jsondoc.Node) string {
	if n == nil {
		return ""
	}
	t := n.Get("type")
	for _, e := range elements(t) {
		if name := text(f.doc, e); name != "null" {
			return name
		}
	}
	if name := text(f.doc, t); t != nil && t.Kind == jsondoc.String {
		return name
	}
	for _, hint := range hints {
		if n.Get(hint.keyword) != nil {
			return hint.name
		}
	}
	return "string"
}
