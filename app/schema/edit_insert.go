package schema

import "toolyard/app/jsondoc"

const newParameter = `{"type":"string"}`

// Insert gives an object one more property, a string, that will be at that
// index; beyond the end it will be the last. It writes what is missing around
// it: a blank text, an empty schema and one that is no object become an object
// with that property.
func (s Schema) Insert(object Place, index int, name string) []jsondoc.Edit {
	return s.insert(object, index, name, newParameter)
}

func (s Schema) insert(object Place, index int, name, raw string) []jsondoc.Edit {
	if s.Blank() {
		return []jsondoc.Edit{{Start: 0, End: len(s.Doc.Text), Text: indented(wholeObject(name, raw, false))}}
	}
	at, ok := s.find(object)
	if !ok {
		return nil
	}
	return s.insertInto(at, index, name, raw)
}

// insertInto adds a property to an object, or makes one of what is none.
func (s Schema) insertInto(at spot, index int, name, raw string) []jsondoc.Edit {
	n := at.node
	if n.Kind != jsondoc.Object || len(n.Members) == 0 {
		return s.write(at, wholeObject(name, raw, false))
	}
	all := "{" + jsondoc.Quote(name) + ":" + raw + "}"
	switch existing := n.Get(properties); {
	case existing == nil:
		return s.addProperties(n, all)
	case existing.Kind != jsondoc.Object:
		return s.Doc.ReplaceValue(existing, s.Doc.Fit(n, all))
	default:
		return s.Doc.InsertMember(existing, max(index, 0), name, s.Doc.Fit(existing, raw))
	}
}

// wholeObject is the schema of an object with one property.
func wholeObject(name, raw string, required bool) string {
	whole := `{"type":"object","properties":{` + jsondoc.Quote(name) + ":" + raw + "}"
	if required {
		whole += `,"required":[` + jsondoc.Quote(name) + "]"
	}
	return whole + "}"
}

// addProperties gives a schema the keyword properties, and says that it is an
// object where it says no type.
func (s Schema) addProperties(n *jsondoc.Node, all string) []jsondoc.Edit {
	edits := s.setBeside(n, properties, all, nil)
	if n.Get("type") != nil {
		return edits
	}
	return jsondoc.Join(s.setBeside(n, "type", `"object"`, nil), edits)
}
