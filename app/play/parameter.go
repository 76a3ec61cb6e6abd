package play

import (
	"toolyard/app/jsondoc"
	"toolyard/app/schema"
)

// ParameterRenamed: a parameter's name was typed.
type ParameterRenamed struct {
	ID   int
	At   schema.Place
	Text string
}

// With is the message with the text that was typed.
func (p ParameterRenamed) With(text string) Msg { p.Text = text; return p }

func (p ParameterRenamed) apply(m Model) (Model, []Effect) {
	before, _ := m.parameter(p.ID, p.At)
	m, made := m.edit(p.ID, typed("name", p.ID, p.At), func(s schema.Schema) []jsondoc.Edit { return s.Rename(p.At, p.Text) })
	if !made || len(m.View.Folded) == 0 {
		return m, nil
	}
	after, _ := m.parameter(p.ID, p.At)
	return m.refold(p.ID, before.Pointer, after.Pointer), nil
}

// ParameterRetyped: a parameter is of another type: one of schema.Types.
type ParameterRetyped struct {
	ID   int
	At   schema.Place
	Type string
}

// With is the message with the type that was chosen.
func (p ParameterRetyped) With(text string) Msg { p.Type = text; return p }

func (p ParameterRetyped) apply(m Model) (Model, []Effect) {
	m, _ = m.edit(p.ID, "parameter-type", func(s schema.Schema) []jsondoc.Edit { return s.Retype(p.At, p.Type) })
	return m, nil
}

// ParameterRequired: the model must give a parameter, or may leave it out.
type ParameterRequired struct {
	ID int
	At schema.Place
	On bool
}

func (p ParameterRequired) apply(m Model) (Model, []Effect) {
	m, _ = m.edit(p.ID, "parameter-required", func(s schema.Schema) []jsondoc.Edit { return s.Require(p.At, p.On) })
	return m, nil
}

// ParameterNullable: a parameter may be null, or no longer.
type ParameterNullable struct {
	ID int
	At schema.Place
	On bool
}

func (p ParameterNullable) apply(m Model) (Model, []Effect) {
	m, _ = m.edit(p.ID, "parameter-nullable", func(s schema.Schema) []jsondoc.Edit { return s.Nullable(p.At, p.On) })
	return m, nil
}

// ParameterDescribed: a parameter's description was typed.
type ParameterDescribed struct {
	ID   int
	At   schema.Place
	Text string
}

// With is the message with the text that was typed.
func (p ParameterDescribed) With(text string) Msg { p.Text = text; return p }

func (p ParameterDescribed) apply(m Model) (Model, []Effect) {
	m, _ = m.edit(p.ID, typed("description", p.ID, p.At), func(s schema.Schema) []jsondoc.Edit { return s.Describe(p.At, p.Text) })
	return m, nil
}

// ParameterEnumTyped: the list of the values that a parameter may have was
// typed. Without values every one is allowed.
type ParameterEnumTyped struct {
	ID   int
	At   schema.Place
	Text string
}

// With is the message with the text that was typed.
func (p ParameterEnumTyped) With(text string) Msg { p.Text = text; return p }

func (p ParameterEnumTyped) apply(m Model) (Model, []Effect) {
	row, ok := m.parameter(p.ID, p.At)
	if !ok {
		return m, nil
	}
	values := readValues(p.Text, row.Type, row.Nullable, row.Enum)
	m, _ = m.edit(p.ID, typed("enum", p.ID, p.At), func(s schema.Schema) []jsondoc.Edit { return s.Enum(p.At, values) })
	m.View.Typing = Typing{p.ID, p.At, p.Text}
	return m, nil
}
