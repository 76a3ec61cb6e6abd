package importer

import (
	"strings"

	"toolyard/app/jsondoc"
)

// guess is what was seen at one place of all samples.
type guess struct {
	first   *jsondoc.Node // the first value, where notes point to
	seen    [jsondoc.Object + 1]int
	decimal bool // a number had a fraction or an exponent
	members []*property
	names   map[string]*property
	items   *guess
	texts   texts
}

// property is a member that objects at a place have.
type property struct {
	guess
	name  string
	times int
}

// see adds one value to what was seen.
func (g *guess) see(r *reading, n *jsondoc.Node) {
	if g.first == nil {
		g.first = n
	}
	g.seen[n.Kind]++
	switch n.Kind {
	case jsondoc.Number:
		g.decimal = g.decimal || strings.ContainsAny(r.doc.Raw(n), ".eE")
	case jsondoc.String:
		g.texts.see(r.text(n))
	case jsondoc.Array:
		if g.items == nil {
			g.items = &guess{}
		}
		for _, e := range n.Elements {
			g.items.see(r, e)
		}
	case jsondoc.Object:
		for _, m := range r.members(n) {
			g.property(m.Name).see(r, m.Value)
		}
	}
}

// property finds a member by name and counts it.
func (g *guess) property(name string) *guess {
	p := g.names[name]
	if p == nil {
		p = &property{name: name}
		if g.names == nil {
			g.names = map[string]*property{}
		}
		g.names[name] = p
		g.members = append(g.members, p)
	}
	p.times++
	return &p.guess
}

// types are the JSON Schema types of what was seen, null last.
func (g *guess) types() []string {
	number := "integer"
	if g.decimal {
		number = "number"
	}
	var types []string
	for _, t := range []struct {
		kind jsondoc.Kind
		name string
	}{
		{jsondoc.String, "string"}, {jsondoc.Number, number}, {jsondoc.Bool, "boolean"},
		{jsondoc.Array, "array"}, {jsondoc.Object, "object"}, {jsondoc.Null, "null"},
	} {
		if g.seen[t.kind] > 0 {
			types = append(types, t.name)
		}
	}
	return types
}

// texts are the strings that were seen at one place.
type texts struct {
	all      int
	distinct []string // in order of appearance, at most one more than an enum may have
	not      map[string]bool
}

// Limits of an enum. It forbids what was not seen: so it is guessed only where a
// few short strings came again and again.
const (
	enumSeen    = 6  // strings at least
	enumMost    = 5  // distinct strings at most
	enumRepeats = 3  // times that each came on average, at least
	enumLength  = 24 // bytes of the longest
)

func (t *texts) see(text string) {
	t.all++
	for name, is := range formats {
		if !t.not[name] && !is(text) {
			if t.not == nil {
				t.not = make(map[string]bool, len(formats))
			}
			t.not[name] = true
		}
	}
	if len(t.distinct) > enumMost {
		return
	}
	for _, d := range t.distinct {
		if d == text {
			return
		}
	}
	t.distinct = append(t.distinct, text)
}

// format is the one that every string has, "" if there is none.
func (t *texts) format() string {
	for name := range formats {
		if t.all > 0 && !t.not[name] {
			return name // formats exclude each other
		}
	}
	return ""
}

// enum is what few distinct strings there are, nil if that is not sure enough.
func (t *texts) enum() []string {
	if t.all < enumSeen || len(t.distinct) > enumMost || len(t.distinct)*enumRepeats > t.all {
		return nil
	}
	for _, d := range t.distinct {
		if d == "" || len(d) > enumLength || strings.ContainsAny(d, "\r\n\t") {
			return nil
		}
	}
	return t.distinct
}
