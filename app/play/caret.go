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
	t, ok := m.toolByID(c.ID)
	if !ok {
		return m, nil
	}
	was := m.View.Row()
	m.View.At = Spot{c.ID, t.Parameters.PlaceAt(c.Offset)}
	if row := m.View.Row(); m.View.both() && row != was && row != "" {
		return m, []Effect{Reveal{ParameterField(row)}}
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
	if m.View.both() {
		return m.selected(m.span()), nil
	}
	return m, nil
}

// The ways to show parameters.
const (
	asForm = "visual"
	asText = "json"
)

// both says whether form and text are seen, and text whether the text is.
func (v View) both() bool { return v.Schema == asForm && v.Beside }
func (v View) text() bool { return v.Schema == asText || v.Beside }

// Row is the row of the form where the person works, "" for none of the tool that
// is open.
func (v View) Row() schema.Place {
	if v.At.Tool != v.Tool {
		return ""
	}
	return v.At.At
}

// turned shows the parameters by form or as text, and the text beside the form
// or not, where the person works.
func (m Model) turned(view string, beside bool) (Model, []Effect) {
	was := m.View
	m.View.Schema, m.View.Beside = view, beside
	m.View.Fix, m.View.Select, m.View.Near = Remedy{}, Selection{}, Near{}
	row := m.View.Row()
	if was.Schema == view && was.Beside == beside || row == "" {
		return m, nil
	}
	if m.View.text() {
		m = m.selected(m.span())
	}
	switch {
	case view == asText:
		return m, []Effect{Focus{"schema-json"}}
	case was.Schema == asText && beside:
		return m.unfold(m.View.Tool, row.Object()), []Effect{Reveal{ParameterField(row)}}
	case was.Schema == asText:
		return m.unfold(m.View.Tool, row.Object()), []Effect{Focus{rowField(row)}}
	}
	return m, nil
}

// span is where the schema stands that the person works at.
func (m Model) span() (start, end int) {
	t, _ := m.toolByID(m.View.At.Tool)
	start, end, _ = t.Parameters.Span(m.View.At.At)
	return start, end
}

// lead brings the person to a schema of a tool, and where there is the text to a
// span of it. There is no effect where the form has no row for it.
func (m Model) lead(at Spot, start, end int) (Model, []Effect) {
	m.View.Tool, m.View.At = at.Tool, at
	row := m.View.Row()
	if m.View.text() {
		m = m.selected(start, end)
	}
	switch {
	case m.View.Schema == asText, m.View.both() && row == "":
		return m, []Effect{Focus{"schema-json"}}
	case row == "":
		return m, nil
	}
	return m.unfold(at.Tool, row.Object()), []Effect{Focus{rowField(row)}}
}

// selected selects a span of the text of the tool that is open.
func (m Model) selected(start, end int) Model {
	m, nth := m.next()
	m.View.Select = Selection{m.View.Tool, start, end, nth}
	return m
}
