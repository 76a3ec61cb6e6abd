package schema

import (
	"slices"

	"toolyard/app/jsondoc"
)

// Stated is a keyword as a schema has it.
type Stated struct {
	Keyword
	Raw      string // its value, as written
	Index    int    // among the members of the schema
	Known    bool   // JSON Schema has it; else it is kept, and edited as any JSON
	Applies  bool   // to one of the schema's types
	Repeated bool   // a later member of the schema has the same name: this one doesn't count
}

// Keywords is what the schema at a place says, in the order of the text.
func (s Schema) Keywords(at Place) []Stated {
	found, ok := s.find(at)
	if !ok {
		return nil
	}
	types := s.types(found.node)
	stated := make([]Stated, len(found.node.Members))
	for i, m := range found.node.Members {
		k, is := known(m.Name)
		stated[i] = Stated{k, s.Doc.Raw(m.Value), i, is, k.AppliesTo(types...), found.node.Index(m.Name) != i}
	}
	return stated
}

// Keyword is the raw value of one keyword at a place.
func (s Schema) Keyword(at Place, keyword string) (raw string, ok bool) {
	found, ok := s.find(at)
	n := found.node.Get(keyword)
	return s.Doc.Raw(n), ok && n != nil
}

// fits reports whether the value n has that type; null, whether it may be null.
func (s Schema) fits(n *jsondoc.Node, typ string, nullable bool) bool {
	switch n.Kind {
	case jsondoc.Null:
		return nullable
	case jsondoc.Bool:
		return typ == "boolean"
	case jsondoc.Number:
		return typ == "number" || typ == "integer" && s.Doc.IsInteger(n)
	case jsondoc.String:
		return typ == "string"
	case jsondoc.Array:
		return typ == "array"
	}
	return typ == "object"
}

// set gives a schema a keyword, in place or where the table has it. A schema
// that is no object, true for one, becomes an object.
func (s Schema) set(at spot, keyword, raw string) []jsondoc.Edit {
	if at.node.Kind != jsondoc.Object || len(at.node.Members) == 0 {
		return s.write(at, "{"+jsondoc.Quote(keyword)+":"+raw+"}")
	}
	return s.setBeside(at.node, keyword, raw, nil)
}

// setBeside is set where some members are about to be removed.
func (s Schema) setBeside(n *jsondoc.Node, keyword, raw string, removed []int) []jsondoc.Edit {
	if n.Index(keyword) >= 0 {
		return s.Doc.SetMember(n, keyword, raw)
	}
	return s.Doc.InsertMember(n, position(n, keyword, removed), keyword, s.Doc.Fit(n, raw))
}

// position is where a new keyword goes among the members that stay: an unknown
// one last.
func position(n *jsondoc.Node, keyword string, removed []int) int {
	rank, ok := rankOf(keyword)
	if !ok {
		return len(n.Members)
	}
	at := 0
	for i, m := range n.Members {
		r, is := rankOf(m.Name)
		if is && r < rank && !slices.Contains(removed, i) {
			at = i + 1
		}
	}
	return at
}

// unset takes a keyword away, however often it is there.
func (s Schema) unset(n *jsondoc.Node, keyword string) []jsondoc.Edit {
	return s.Doc.RemoveMembers(n, membersOf(n, keyword)...)
}

// membersOf is where n has members of that name.
func membersOf(n *jsondoc.Node, name string) []int {
	if n == nil {
		return nil
	}
	var indices []int
	for i, m := range n.Members {
		if m.Name == name {
			indices = append(indices, i)
		}
	}
	return indices
}

// write puts a whole new schema in the place of another, laid out like its
// surroundings; the root on lines of its own.
func (s Schema) write(at spot, raw string) []jsondoc.Edit {
	if at.holder() == nil {
		return s.Doc.ReplaceValue(at.node, indented(raw))
	}
	return s.Doc.ReplaceValue(at.node, s.Doc.Fit(at.holder(), raw))
}

func indented(raw string) string {
	d := jsondoc.Parse(raw)
	return jsondoc.Indent(d, d.Root, "", "  ")
}
