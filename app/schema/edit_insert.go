package schema

import "toolyard/app/jsondoc"

const newParameter = `{"type":"string"}`

// Insert gives an object one more property, a string, that will be at that
// index; beyond the end it will be the last. It writes what is missing around
// it: a blank text, an empty schema and one that is no object become an object
// with that property.
func (s Schema) Insert(object Place, index int, name string) []jsondoc.Edit {
	properties := "{" + jsondoc.Quote(name) + ":" + newParameter + "}"
	whole := `{"type":"object","properties":` + properties + "}"
	if s.Blank() {
		return []jsondoc.Edit{{Start: 0, End: len(s.Doc.Text), Text: indented(whole)}}
	}
	at, ok := s.find(object)
	if !ok {
		return nil
	}
	n := at.node
	if n.Kind != jsondoc.Object || len(n.Members) == 0 {
		return s.write(at, whole)
	}
	switch existing := n.Get("properties"); {
	case existing == nil:
		return s.addProperties(n, properties)
	case existing.Kind != jsondoc.Object:
		return s.Doc.ReplaceValue(existing, s.Doc.Fit(n, properties))
	default:
		return s.Doc.InsertMember(existing, max(index, 0), name, s.Doc.Fit(existing, newParameter))
	}
}

// addProperties gives a schema the keyword properties, and says that it is an
// object where it says no type.
func (s Schema) addProperties(n *jsondoc.Node, properties string) []jsondoc.Edit {
	edits := s.setBeside(n, "properties", properties, nil)
	if n.Get("type") != nil {
		return edits
	}
	return jsondoc.Join(s.setBeside(n, "type", `"object"`, nil), edits)
}
