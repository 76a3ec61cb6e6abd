package play

import (
	"toolyard/app/jsondoc"
	"toolyard/app/schema"
)

// remade makes edits that turn a schema into one of another shape, and leaves the
// focus in its block.
func (m Model) remade(id int, at schema.Place, change string, edits func(schema.Schema) []jsondoc.Edit) (Model, []Effect) {
	m, made := m.edit(id, change, edits)
	if !made {
		return m, nil
	}
	return m, []Effect{Focus{KeywordField(at, "")}}
}

// United: a schema became a union that means the same.
type United struct {
	ID int
	At schema.Place
}

func (u United) apply(m Model) (Model, []Effect) {
	return m.remade(u.ID, u.At, "schema-united", func(s schema.Schema) []jsondoc.Edit { return s.Unite(u.At) })
}

// Unified: a union became one schema that means the same.
type Unified struct {
	ID int
	At schema.Place
}

func (u Unified) apply(m Model) (Model, []Effect) {
	return m.remade(u.ID, u.At, "schema-unified", func(s schema.Schema) []jsondoc.Edit { return s.Unify(u.At) })
}

// Extracted: a schema became a definition, whose name is ready to be typed, and
// refers to it.
type Extracted struct {
	ID int
	At schema.Place
}

func (e Extracted) apply(m Model) (Model, []Effect) {
	t, _ := m.toolByID(e.ID)
	p, _ := t.Parameters.Parameter(e.At)
	m, effects := m.remade(e.ID, e.At, "schema-extracted", func(s schema.Schema) []jsondoc.Edit {
		return s.Extract(e.At, schema.SafeName(p.Name, "definition"))
	})
	t, _ = m.toolByID(e.ID)
	if to, ok := t.Parameters.LeadsTo(e.At); ok && effects != nil {
		effects = []Effect{Focus{ParameterField(to)}}
	}
	return m, effects
}

// Referred: a schema became a reference to a definition.
type Referred struct {
	ID int
	At schema.Place
	To schema.Place
}

// With is the message with the place of the definition that was chosen.
func (r Referred) With(to string) Msg { r.To = schema.Place(to); return r }

func (r Referred) apply(m Model) (Model, []Effect) {
	return m.remade(r.ID, r.At, "schema-referred", func(s schema.Schema) []jsondoc.Edit { return s.Refer(r.At, r.To) })
}

// Inlined: what a reference led to stands in its place.
type Inlined struct {
	ID int
	At schema.Place
}

func (i Inlined) apply(m Model) (Model, []Effect) {
	return m.remade(i.ID, i.At, "schema-inlined", func(s schema.Schema) []jsondoc.Edit { return s.Inline(i.At) })
}

// RowSought: the person goes to another row of the form: where a reference leads,
// or the schema of a keyword.
type RowSought struct {
	ID int
	At schema.Place
}

func (r RowSought) apply(m Model) (Model, []Effect) {
	if r.At == "" {
		return m, []Effect{Focus{RootMore}}
	}
	return m.unfold(r.ID, r.At.Object()), []Effect{Focus{ParameterField(r.At)}}
}

// RootMore is the id of the button that opens what can be said of the parameters
// as a whole.
const RootMore = "parameters-more"
