package play

import (
	"toolyard/app/jsondoc"
	"toolyard/app/schema"
)

// What a schema can be made. The values are kinds of changes.
const (
	AUnion      = "schema-united"    // that means the same
	OneSchema   = "schema-unified"   // that means the same
	ADefinition = "schema-extracted" // and a reference to it
	AReference  = "schema-referred"  // to a definition
	InPlace     = "schema-inlined"   // what the reference led to
)

// Remade: a schema became something else. To is the place of the definition that
// it refers to then. A new definition has the focus, to be named.
type Remade struct {
	ID  int
	At  schema.Place
	How string
	To  schema.Place
}

// With is the message with the place of the definition that was chosen.
func (r Remade) With(to string) Msg { r.To = schema.Place(to); return r }

func (r Remade) apply(m Model) (Model, []Effect) {
	m, made := m.edit(r.ID, r.How, r.edits)
	if !made {
		return m, nil
	}
	id := KeywordField(r.At, "")
	t, _ := m.toolByID(r.ID)
	if to, ok := t.Parameters.LeadsTo(r.At); ok && r.How == ADefinition {
		id = ParameterField(to)
	}
	return m, []Effect{Focus{id}}
}

func (r Remade) edits(s schema.Schema) []jsondoc.Edit {
	switch r.How {
	case AUnion:
		return s.Unite(r.At)
	case OneSchema:
		return s.Unify(r.At)
	case AReference:
		return s.Refer(r.At, r.To)
	case InPlace:
		return s.Inline(r.At)
	}
	p, _ := s.Parameter(r.At)
	return s.Extract(r.At, schema.SafeName(p.Name, "definition"))
}

// RowSought: the person goes to another row of the form: where a reference leads,
// or the schema of a keyword.
type RowSought struct {
	ID int
	At schema.Place
}

func (r RowSought) apply(m Model) (Model, []Effect) {
	return m.unfold(r.ID, r.At.Object()), []Effect{Focus{rowField(r.At)}}
}

// rowField is the id of what has the focus in a row that is gone to: the field of
// its name, or where none can be typed the button that opens the rest.
func rowField(at schema.Place) string {
	if at == "" {
		return RootMore
	}
	under, _ := at.Step()
	for _, k := range schema.Keywords() {
		if k.Name == under && (k.Kind == schema.KindSchemaMap || k.Kind == schema.KindDependencies) {
			return ParameterField(at)
		}
	}
	return MoreField(at)
}

// MoreField is the id of the button that opens what else a row says: where its
// name can't be typed, it has the focus.
func MoreField(at schema.Place) string { return "parameter-more-" + string(at) }

// RootMore is the id of the button that opens what can be said of the parameters
// as a whole.
const RootMore = "parameters-more"
