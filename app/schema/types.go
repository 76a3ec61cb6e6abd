package schema

import "toolyard/app/jsondoc"

// typeSet is a set of JSON Schema's types. Integers and other numbers are apart:
// number is both.
type typeSet uint8

const anyType typeSet = 1<<7 - 1

// setOf is a type by its name, none where that is no type.
func setOf(name string) typeSet {
	switch name {
	case null:
		return 1
	case "boolean":
		return 2
	case "integer":
		return 4
	case "number":
		return 4 | 8
	case "string":
		return 16
	case "array":
		return 32
	case "object":
		return 64
	}
	return 0
}

// maxRefs bounds how many $refs are followed one after another.
const maxRefs = 3

// typeSet is the types that a schema allows, as far as its own keywords, its
// branches and what it refers to say it. None means that nothing satisfies it.
func (s Schema) typeSet(n *jsondoc.Node, refs int) typeSet {
	set := anyType
	if n.Kind == jsondoc.Bool && s.Doc.Raw(n) == "false" {
		return 0
	}
	for i, m := range n.Members {
		if n.Index(m.Name) == i {
			set &= s.saidBy(m.Name, m.Value, refs)
		}
	}
	return set
}

// saidBy is the types that one keyword allows.
func (s Schema) saidBy(keyword string, value *jsondoc.Node, refs int) typeSet {
	switch keyword {
	case "type":
		return s.listed(value)
	case "const":
		return s.typeOf(value)
	case "enum":
		if value.Kind == jsondoc.Array {
			var set typeSet
			for _, e := range value.Elements {
				set |= s.typeOf(e)
			}
			return set
		}
	case "anyOf", "oneOf", "allOf":
		return s.branches(keyword, value, refs)
	case "$ref":
		if target := s.target(value); target != nil && refs > 0 {
			return s.typeSet(target, refs-1)
		}
	}
	return anyType
}

// listed is what the keyword type says. What is no type doesn't count.
func (s Schema) listed(value *jsondoc.Node) typeSet {
	if name, ok := s.Doc.Str(value); ok && setOf(name) != 0 {
		return setOf(name)
	}
	var set typeSet
	for _, name := range s.strings(value) {
		set |= setOf(name)
	}
	if set == 0 {
		return anyType
	}
	return set
}

func (s Schema) branches(keyword string, list *jsondoc.Node, refs int) typeSet {
	if len(list.Elements) == 0 {
		return anyType
	}
	all, some := anyType, typeSet(0)
	for _, branch := range list.Elements {
		set := s.typeSet(branch, refs)
		all &= set
		some |= set
	}
	if keyword == "allOf" {
		return all
	}
	return some
}

// typeOf is the type of a value.
func (s Schema) typeOf(n *jsondoc.Node) typeSet {
	switch n.Kind {
	case jsondoc.Null:
		return setOf(null)
	case jsondoc.Bool:
		return setOf("boolean")
	case jsondoc.Number:
		if s.Doc.IsInteger(n) {
			return setOf("integer")
		}
		return setOf("number") &^ setOf("integer")
	case jsondoc.String:
		return setOf("string")
	case jsondoc.Array:
		return setOf("array")
	}
	return setOf("object")
}
