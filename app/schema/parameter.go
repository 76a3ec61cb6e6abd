package schema

import (
	"slices"

	"toolyard/app/jsondoc"
)

// Parameter is one row of the form.
type Parameter struct {
	Place       Place
	Pointer     Pointer // /properties/city; of repeated names all have the same
	Object      Place   // the schema that holds it
	Keyword     string  // of Object that it stands under: properties, items, anyOf
	Index       int     // among those under Keyword; -1 where that has one, as items
	Last        bool    // none under Keyword follows it
	Depth       int     // 0 for a property of the root
	Name        string  // of a property, a definition, a pattern; "" for items and branches
	Repeated    bool    // an earlier one under Keyword has the same name
	Item        bool    // it is what an array's items are
	Type        string  // one of Types, or "" where the text says none or several
	Types       []string
	Nullable    bool // null is one of its types, values or branches
	Required    bool
	Title       string
	Description string
	Ref         string   // its $ref, decoded; "" without one
	Enum        []string // raw JSON texts; nil without the keyword
	HasItems    bool     // one schema says what its items are
	ItemsType   string   // the Type of its items
	Properties  int      // how many properties it has itself
	Inside      int      // how many schemas it has itself, properties among them
	Shape       string   // where it has no Type, the keyword that says more than types: anyOf, $ref, enum
}

// Equal reports whether both say the same.
func (p *Parameter) Equal(q *Parameter) bool {
	return p.Place == q.Place && p.Pointer == q.Pointer && p.Object == q.Object && p.Keyword == q.Keyword &&
		p.Index == q.Index && p.Last == q.Last && p.Depth == q.Depth && p.Name == q.Name &&
		p.Repeated == q.Repeated && p.Item == q.Item && p.Type == q.Type && slices.Equal(p.Types, q.Types) &&
		p.Nullable == q.Nullable && p.Required == q.Required && p.Title == q.Title &&
		p.Description == q.Description && p.Ref == q.Ref &&
		slices.Equal(p.Enum, q.Enum) && (p.Enum == nil) == (q.Enum == nil) &&
		p.HasItems == q.HasItems && p.ItemsType == q.ItemsType && p.Properties == q.Properties &&
		p.Inside == q.Inside && p.Shape == q.Shape
}

// Parameters is the rows of the form, in the order of the text, each followed by
// those inside it. It reads properties and items at any depth; Outline has what
// stands under other keywords, too.
func (s Schema) Parameters() []Parameter {
	parameters := make([]Parameter, 0, s.fewestRows())
	if s.Doc.Root != nil {
		s.walkInside(Parameter{Depth: -1}, s.Doc.Root, func(p Parameter) { parameters = append(parameters, p) })
	}
	return parameters
}

// fewestRows is how many rows there are without the nested ones.
func (s Schema) fewestRows() int {
	if all := s.Doc.Root.Get(properties); all != nil {
		return len(all.Members)
	}
	return 0
}

// walkInside visits what is inside the parameter whose schema is n.
func (s Schema) walkInside(outer Parameter, n *jsondoc.Node, visit func(Parameter)) {
	if all := n.Get(properties); all != nil {
		required := nameSet{names: s.strings(n.Get("required"))}
		for i, m := range all.Members {
			p := s.parameter(outer, spot{n, properties, all, i, m.Value})
			p.Required = required.has(m.Name)
			visit(p)
			s.walkInside(p, m.Value, visit)
		}
	}
	if node := itemsOf(n); node != nil {
		p := s.parameter(outer, spot{n, items, nil, -1, node})
		visit(p)
		s.walkInside(p, node, visit)
	}
}

// parameter is the row of the schema a, but for whether it is required.
func (s Schema) parameter(outer Parameter, a spot) Parameter {
	p := Parameter{
		Place: outer.Place.Nth(a.keyword, a.index), Pointer: a.pointer(outer.Pointer), Object: outer.Place,
		Keyword: a.keyword, Index: a.index, Last: true, Depth: outer.Depth + 1, Item: a.keyword == items && a.among == nil,
	}
	if a.among != nil {
		p.Last = a.index == max(len(a.among.Members), len(a.among.Elements))-1
	}
	if a.named() {
		m := a.among.Members[a.index]
		p.Name, p.Repeated = m.Name, m.Repeated
	}
	return s.described(p, a.node)
}

// described fills in what the parameter's own schema says.
func (s Schema) described(p Parameter, n *jsondoc.Node) Parameter {
	p.Types = s.types(n)
	p.Type = single(p.Types)
	p.Nullable = s.nullable(n, p.Types)
	if p.Type == "" {
		p.Shape = shape(n)
	}
	if holdsSchemas(n) {
		parts(n, func(spot) { p.Inside++ })
	}
	for i := range n.Members { // the last of repeated ones counts
		value := n.Members[i].Value
		switch n.Members[i].Name {
		case "title":
			p.Title, _ = s.Doc.Str(value)
		case "description":
			p.Description, _ = s.Doc.Str(value)
		case "$ref":
			p.Ref, _ = s.Doc.Str(value)
		case "enum":
			p.Enum = s.enum(n)
		case items:
			if inner := itemsOf(n); inner != nil {
				p.HasItems, p.ItemsType = true, single(s.types(inner))
			}
		case properties:
			p.Properties = len(value.Members)
		}
	}
	return p
}

// shapes are the keywords that say what a schema is where no type does, the most
// telling first.
var shapes = [...]string{"$ref", "anyOf", "oneOf", "allOf", "not", "if", "enum", "const"}

func shape(n *jsondoc.Node) string {
	for _, keyword := range shapes {
		if n.Get(keyword) != nil {
			return keyword
		}
	}
	return ""
}

// single is the one type beside null that the form can show, or "".
func single(types []string) string {
	found := ""
	for _, typ := range types {
		if typ == null {
			continue
		}
		if found != "" || !offered(typ) {
			return ""
		}
		found = typ
	}
	return found
}

func (s Schema) enum(n *jsondoc.Node) []string {
	list := n.Get("enum")
	if list == nil || list.Kind != jsondoc.Array {
		return nil
	}
	raws := make([]string, len(list.Elements))
	for i, e := range list.Elements {
		raws[i] = s.Doc.Raw(e)
	}
	return raws
}

// itemsOf is the schema of all items. A list of schemas, one for each position
// (draft-07), is for the text.
func itemsOf(n *jsondoc.Node) *jsondoc.Node {
	node := n.Get(items)
	if node == nil || node.Kind != jsondoc.Object && node.Kind != jsondoc.Bool {
		return nil
	}
	return node
}

// nameSet is a set of names that is asked for them in the order in which they
// are listed, mostly.
type nameSet struct {
	names  []string
	next   int // in names
	looked int // how often it was not the next
	set    map[string]bool
}

// fewLooks is up to where going through a list beats making a set of it.
const fewLooks = 4

func (n *nameSet) has(name string) bool {
	if n.next < len(n.names) && n.names[n.next] == name {
		n.next++
		return true
	}
	// Who begins somewhere in the list, as a part of the rows does, goes on in order.
	if n.looked++; n.looked <= fewLooks {
		for i, listed := range n.names {
			if listed == name {
				n.next = i + 1
				return true
			}
		}
		return false
	}
	if n.set == nil {
		n.set = make(map[string]bool, len(n.names))
		for _, name := range n.names {
			n.set[name] = true
		}
	}
	return n.set[name]
}
