package schema

import (
	"strconv"
	"strings"

	"toolyard/app/jsondoc"
)

// Place is the way from the root to a schema, by position: "2" is the third
// property of the root, "2.0" the first inside it, "2.items" the items of an
// array, "2.anyOf/1" the second branch of a union, "$defs/0" the first
// definition. The zero Place is the root. Places compare with ==, and stay what
// they are while names change.
type Place string

const (
	items      = "items"
	properties = "properties"
)

// Property is the place of the property at that index of the object p.
func (p Place) Property(index int) Place { return p.step(strconv.Itoa(index)) }

// Items is the place of the items of the array p.
func (p Place) Items() Place { return p.step(items) }

// Under is the place of the one schema that a keyword of p has: not, contains.
func (p Place) Under(keyword string) Place { return p.step(keyword) }

// Nth is the place of the schema at that index of a keyword of p that has
// several: anyOf, $defs. Of properties it is Property, and of an index below 0
// Under.
func (p Place) Nth(keyword string, index int) Place {
	switch {
	case index < 0:
		return p.step(keyword)
	case keyword == properties:
		return p.Property(index)
	}
	return p.step(keyword + "/" + strconv.Itoa(index))
}

func (p Place) step(step string) Place {
	if p == "" {
		return Place(step)
	}
	return p + "." + Place(step)
}

// Object is the place of the schema that holds p; the root's is "".
func (p Place) Object() Place {
	return p[:max(0, strings.LastIndexByte(string(p), '.'))]
}

// Index is the position of p among the properties of its object, and -1 for
// what is no property.
func (p Place) Index() int {
	i, err := strconv.Atoi(p.last())
	if err != nil {
		return -1
	}
	return i
}

// Step is the keyword that p stands under in its Object, and its index there: -1
// where the keyword has one schema. The root stands under "".
func (p Place) Step() (keyword string, index int) { return readStep(p.last()) }

func (p Place) last() string { return string(p[strings.LastIndexByte(string(p), '.')+1:]) }

// Inside reports whether p is outer or somewhere in it.
func (p Place) Inside(outer Place) bool {
	return outer == "" || p == outer || strings.HasPrefix(string(p), string(outer)+".")
}

func readStep(step string) (keyword string, index int) {
	keyword, number, ok := strings.Cut(step, "/")
	if i, err := strconv.Atoi(number); ok && err == nil {
		return keyword, i
	}
	if i, err := strconv.Atoi(step); err == nil {
		return properties, i
	}
	return step, -1
}

// spot is a schema in the tree.
type spot struct {
	owner   *jsondoc.Node // the schema that has it; nil for the root
	keyword string        // of owner that it stands under; "" for the root
	among   *jsondoc.Node // the list or object of schemas it is one of; nil where the keyword has one
	index   int           // in among; else -1
	node    *jsondoc.Node // its own schema
}

// holder is the node whose part the schema is: how that is laid out, the schema
// is.
func (a spot) holder() *jsondoc.Node {
	if a.among != nil {
		return a.among
	}
	return a.owner
}

// find goes to a place. It is false where the text is not JSON or has nothing.
func (s Schema) find(at Place) (spot, bool) {
	path, ok := s.path(at)
	if !ok {
		return spot{node: s.Doc.Root, index: -1}, false
	}
	return path[len(path)-1], true
}

// path is the way to a place, the root first.
func (s Schema) path(at Place) ([]spot, bool) {
	path := []spot{{node: s.Doc.Root, index: -1}}
	if !s.Doc.OK() {
		return nil, false
	}
	more := at != ""
	for rest := string(at); more; {
		var step string
		step, rest, more = strings.Cut(rest, ".")
		next, ok := path[len(path)-1].into(step)
		if !ok {
			return nil, false
		}
		path = append(path, next)
	}
	return path, true
}

func (a spot) into(step string) (spot, bool) {
	keyword, index := readStep(step)
	k, _ := known(keyword)
	value := a.node.Get(keyword)
	switch {
	case value == nil || !k.Kind.holds():
		return a, false
	case index < 0:
		return spot{a.node, keyword, nil, -1, value}, k.Kind.one(value)
	case index >= k.Kind.several(value):
		return a, false
	}
	return spot{a.node, keyword, value, index, value.Child(index)}, true
}

// property is find for parameters that have a name: no items, no root.
func (s Schema) property(place Place) (spot, bool) {
	at, ok := s.find(place)
	return at, ok && at.keyword == properties
}

// named reports whether the schema has a name: a property's, a definition's, a
// pattern.
func (a spot) named() bool { return a.among != nil && a.among.Kind == jsondoc.Object }

// name is "" for what has none.
func (a spot) name() string {
	if !a.named() {
		return ""
	}
	return a.among.Members[a.index].Name
}

// names is those of the schema and all beside it.
func (a spot) names() []string {
	names := make([]string, len(a.among.Members))
	for i, m := range a.among.Members {
		names[i] = m.Name
	}
	return names
}

// namesakes is how many beside the schema have its name, itself included, and
// how many of them stand before it.
func (a spot) namesakes() (all, before int) {
	name := a.name()
	for i, m := range a.among.Members {
		if m.Name == name {
			all++
			if i < a.index {
				before++
			}
		}
	}
	return all, before
}

// place is the way to the last of path, whose first is the root.
func place(path []spot) Place {
	var p Place
	for _, a := range path[1:] {
		p = p.Nth(a.keyword, a.index)
	}
	return p
}

// pointer is the JSON Pointer to the last of path.
func pointer(path []spot) Pointer {
	var p Pointer
	for _, a := range path[1:] {
		p = a.pointer(p)
	}
	return p
}

// pointer is the pointer to a, whose owner's is outer.
func (a spot) pointer(outer Pointer) Pointer {
	p := outer.Child(a.keyword)
	switch {
	case a.among == nil:
		return p
	case a.named():
		return p.Child(a.name())
	}
	return p.Child(strconv.Itoa(a.index))
}
