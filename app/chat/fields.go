package chat

import "toolyard/app/jsondoc"

// fields are the members of a message or call while deltas are folded into it.
type fields struct {
	was  []Member
	root *value // nil until a field is merged
}

func (f *fields) merge(members []Member) {
	if f.root == nil && len(members) > 0 {
		f.root = &value{kind: jsondoc.Object}
		for _, m := range f.was {
			f.root.members = append(f.root.members, &value{name: m.Name, kind: kindOf(m.Raw), raw: m.Raw})
		}
	}
	for _, m := range members {
		d := jsondoc.Parse(m.Raw)
		if d.Root != nil {
			f.root.mergeMember(d, m.Name, d.Root)
		}
	}
}

func (f *fields) members() []Member {
	if f.root == nil {
		return f.was
	}
	var members []Member
	for _, m := range f.root.members {
		members = append(members, Member{m.name, m.String()})
	}
	return members
}

// kindOf tells the kind of a JSON text by its first byte: these texts were
// parsed before, and can be long.
func kindOf(raw string) jsondoc.Kind {
	switch {
	case raw == "":
		return jsondoc.Invalid
	case raw[0] == '"':
		return jsondoc.String
	case raw[0] == '{':
		return jsondoc.Object
	case raw[0] == '[':
		return jsondoc.Array
	case raw[0] == 't' || raw[0] == 'f':
		return jsondoc.Bool
	case raw[0] == 'n':
		return jsondoc.Null
	}
	return jsondoc.Number
}
