package schema

import (
	"slices"

	"toolyard/app/jsondoc"
)

// Parameter is one row of the form.
type Parameter struct {
	Place       Place
	Pointer     Pointer // /properties/city; of repeated names all have the same
	Object      Place   // the object or array that holds it
	Index       int     // among the properties of Object; -1 for items
	Last        bool    // no property of Object follows it
	Depth       int     // 0 for a property of the root
	Name        string  // "" for items
	Repeated    bool    // an earlier property of Object has the same name
	Item        bool    // it is what an array's items are
	Type        string  // one of Types, or "" where the text says none or several
	Types       []string
	Nullable    bool // "null" is among Types
	Required    bool
	Description string
	Enum        []string // raw JSON texts; nil without the keyword
	HasItems    bool     // its items are the row that follows
	Properties  int      // how many properties it has itself
}

// row is a parameter and where it is in the tree.
type row struct {
	Parameter
	spot
}

// Parameters is the rows of the form, in the order of the text, each followed by
// those inside it. It reads properties and items at any depth, and leaves what
// stands under other keywords to the text.
func (s Schema) Parameters() []Parameter {
	parameters := make([]Parameter, 0, s.fewestRows())
	s.walk(func(r row) { parameters = append(parameters, r.Parameter) })
	return parameters
}

// fewestRows is how many rows there are without the nested ones.
func (s Schema) fewestRows() int {
	if properties := s.Doc.Root.Get("properties"); properties != nil {
		return len(properties.Members)
	}
	return 0
}

func (s Schema) walk(visit func(row)) {
	if s.Doc.Root != nil {
		s.walkInside(Parameter{Depth: -1}, s.Doc.Root, visit)
	}
}

// walkInside visits what is inside the parameter whose schema is n.
func (s Schema) walkInside(outer Parameter, n *jsondoc.Node, visit func(row)) {
	if properties := n.Get("properties"); properties != nil {
		required := s.requiredNames(n)
		pointer := outer.Pointer.Child("properties")
		for i, m := range properties.Members {
			_, needed := required[m.Name]
			s.visitRow(Parameter{
				Place: outer.Place.Property(i), Object: outer.Place, Index: i, Last: i == len(properties.Members)-1,
				Pointer: pointer.Child(m.Name), Name: m.Name, Repeated: m.Repeated, Required: needed,
				Depth: outer.Depth + 1,
			}, spot{n, properties, i, m.Value}, visit)
		}
	}
	if node := itemsOf(n); node != nil {
		s.visitRow(Parameter{
			Place: outer.Place.Items(), Object: outer.Place, Index: -1, Last: true, Item: true,
			Pointer: outer.Pointer.Child(items), Depth: outer.Depth + 1,
		}, spot{owner: n, index: -1, node: node}, visit)
	}
}

// visitRow fills in what the parameter's own schema says, and goes on inside.
func (s Schema) visitRow(p Parameter, at spot, visit func(row)) {
	n := at.node
	p.Types = s.types(n)
	p.Type = single(p.Types)
	p.Nullable = slices.Contains(p.Types, "null")
	p.Description, _ = s.Doc.Str(n.Get("description"))
	p.Enum = s.enum(n)
	p.HasItems = itemsOf(n) != nil
	if properties := n.Get("properties"); properties != nil {
		p.Properties = len(properties.Members)
	}
	visit(row{p, at})
	s.walkInside(p, n, visit)
}

// single is the one type beside null that the form can show, or "".
func single(types []string) string {
	found := ""
	for _, typ := range types {
		if typ == "null" {
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

func (s Schema) requiredNames(n *jsondoc.Node) map[string]struct{} {
	names := s.strings(n.Get("required"))
	set := make(map[string]struct{}, len(names))
	for _, name := range names {
		set[name] = struct{}{}
	}
	return set
}
