package schema

import (
	"strconv"
	"strings"

	"toolyard/app/jsondoc"
)

// Place is the way from the root to a parameter, by position: "2" is the third
// property of the root, "2.0" the first inside it, "2.items" the items of an
// array. The zero Place is the root. Places compare with ==, and stay what they
// are while names change.
type Place string

const items = "items"

// Property is the place of the property at that index of the object p.
func (p Place) Property(index int) Place { return p.step(strconv.Itoa(index)) }

// Items is the place of the items of the array p.
func (p Place) Items() Place { return p.step(items) }

func (p Place) step(step string) Place {
	if p == "" {
		return Place(step)
	}
	return p + "." + Place(step)
}

// Object is the place of the object or array that holds p; the root's is "".
func (p Place) Object() Place {
	return p[:max(0, strings.LastIndexByte(string(p), '.'))]
}

// Index is the position of p among the properties of its object, and -1 for the
// root and for items.
func (p Place) Index() int {
	i, err := strconv.Atoi(string(p[strings.LastIndexByte(string(p), '.')+1:]))
	if err != nil {
		return -1
	}
	return i
}

// spot is a parameter in the tree.
type spot struct {
	owner      *jsondoc.Node // the schema that has it under properties or items; nil for the root
	properties *jsondoc.Node // of owner; nil for the root and for items
	index      int           // among properties; -1 for the root and for items
	node       *jsondoc.Node // its own schema
}

// holder is the node whose part the parameter is: how that is laid out, the
// parameter's schema is.
func (a spot) holder() *jsondoc.Node {
	if a.properties != nil {
		return a.properties
	}
	return a.owner
}

// find goes to a place. It is false where the text is not JSON or has nothing.
func (s Schema) find(place Place) (spot, bool) {
	at := spot{node: s.Doc.Root, index: -1}
	if !s.Doc.OK() {
		return at, false
	}
	for rest := string(place); rest != ""; {
		step, more, _ := strings.Cut(rest, ".")
		next, ok := at.into(step)
		if !ok {
			return at, false
		}
		at, rest = next, more
	}
	return at, true
}

func (a spot) into(step string) (spot, bool) {
	if step == items {
		node := a.node.Get(items)
		return spot{owner: a.node, index: -1, node: node}, node != nil
	}
	properties := a.node.Get("properties")
	i, err := strconv.Atoi(step)
	if err != nil || properties == nil || i < 0 || i >= len(properties.Members) {
		return a, false
	}
	return spot{a.node, properties, i, properties.Members[i].Value}, true
}

// property is find for places that have a name: no items, no root.
func (s Schema) property(place Place) (spot, bool) {
	at, ok := s.find(place)
	return at, ok && at.properties != nil
}

func (a spot) name() string { return a.properties.Members[a.index].Name }

// names is those of the property and all beside it.
func (a spot) names() []string {
	names := make([]string, len(a.properties.Members))
	for i, m := range a.properties.Members {
		names[i] = m.Name
	}
	return names
}

// namesakes is how many properties of the same object have the same name, and
// how many of them stand before this one.
func (a spot) namesakes() (all, before int) {
	for i, m := range a.properties.Members {
		if m.Name == a.name() {
			all++
			if i < a.index {
				before++
			}
		}
	}
	return all, before
}
