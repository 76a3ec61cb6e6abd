package play

import "toolyard/app/schema"

// Spot is where a person works: a schema of a tool. The zero Spot is nowhere.
type Spot struct {
	Tool int
	At   schema.Place
}

// Selection is what the text of a tool's parameters is to select, in bytes.
// Every one has another Nth; the zero Selection asks for nothing.
type Selection struct {
	Tool, Start, End int
	Nth              int
}

// CaretMoved: the caret stands elsewhere in the text of a tool's parameters.
type CaretMoved struct{ ID, Offset int }

func (c CaretMoved) apply(m Model) (Model, []Effect) {
	if t, ok := m.toolByID(c.ID); ok {
		m.View.At = Spot{c.ID, t.Parameters.PlaceAt(c.Offset)}
	}
	return m, nil
}

// RowEntered: the focus is in the row of a parameter.
type RowEntered struct {
	ID int
	At schema.Place
}

func (r RowEntered) apply(m Model) (Model, []Effect) {
	m.View.At = Spot{r.ID, r.At}
	return m, nil
}

// turned shows the parameters by form or as text, where the person works.
func (m Model) turned(view string) (Model, []Effect) {
	if m.View.Schema == view {
		return m, nil
	}
	m.View.Schema, m.View.Fix = view, Remedy{}
	t, _ := m.Tool()
	if m.View.At.Tool != t.ID || m.View.At.At == "" {
		return m, nil
	}
	start, end, _ := t.Parameters.Span(m.View.At.At)
	return m.lead(t.ID, m.View.At.At, start, end)
}

// lead brings the person to a schema, and with the text to a span of it. There is
// no effect where the form has no row for it.
func (m Model) lead(id int, at schema.Place, start, end int) (Model, []Effect) {
	m.View.Tool, m.View.At = id, Spot{id, at}
	if m.View.Schema == "json" {
		return m.selected(start, end), []Effect{Focus{"schema-json"}}
	}
	row := at.Row()
	if row == "" {
		return m, nil
	}
	return m.unfold(id, row.Object()), []Effect{Focus{ParameterField(row)}}
}

// selected selects a span of the text of the tool that is open.
func (m Model) selected(start, end int) Model {
	m, nth := m.next()
	m.View.Select = Selection{m.View.Tool, start, end, nth}
	return m
}
