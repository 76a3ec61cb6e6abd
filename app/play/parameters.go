package play

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"toolyard/app/jsondoc"
	"toolyard/app/schema"
	"toolyard/app/tool"
)

// Valid is the schema of a tool as it was before its text stopped being JSON.
type Valid struct {
	Tool   int
	Schema schema.Schema
}

// Typing is the list of an enum's values as it is being typed, with the comma
// that no value follows yet. The zero Typing is of no tool.
type Typing struct {
	Tool int
	At   schema.Place
	Text string
}

// ParameterField is the id of the field of a parameter's name.
func ParameterField(at schema.Place) string { return "parameter-" + string(at) }

// Form is the schema that the form of a tool shows. It is live while the text is
// JSON, or blank; else it is the last one that was, to be read only.
func (m Model) Form(t tool.Tool) (shown schema.Schema, live bool) {
	if t.Parameters.Doc.OK() || t.Parameters.Blank() {
		return t.Parameters, true
	}
	for _, v := range m.View.Valid {
		if v.Tool == t.ID {
			return v.Schema, false
		}
	}
	return t.Parameters, false
}

// EnumText is the list of a parameter's values: as it was typed, as long as it
// still means what the schema says.
func (v View) EnumText(id int, p schema.Parameter) string {
	typing := v.Typing
	if typing.Tool == id && typing.At == p.Place &&
		slices.Equal(readValues(typing.Text, p.Type, p.Nullable, p.Enum), p.Enum) {
		return typing.Text
	}
	return writeValues(p.Enum, p.Type, p.Nullable)
}

// withParameters is the Model with another text as the schema of a tool.
func (m Model) withParameters(id int, text string) Model {
	old, _ := m.toolByID(id)
	return m.withSchema(id, old.Parameters.To(text))
}

// withSchema is withParameters of a text that was read. Back is the edits that
// take it to the text before, where they are known.
func (m Model) withSchema(id int, now schema.Schema, back ...jsondoc.Edit) Model {
	if old, _ := m.toolByID(id); old.Parameters.Doc.OK() && !now.Doc.OK() {
		others := slices.DeleteFunc(slices.Clone(m.View.Valid), func(v Valid) bool { return v.Tool == id })
		m.View.Valid = append(others, Valid{id, old.Parameters})
	}
	m.history.last = change{id, back, m.history.last.times + 1}
	return m.withTool(id, func(t tool.Tool) tool.Tool { t.Parameters = now; return t })
}

// edit makes the edits of a schema as one step of undo. Without edits nothing
// happened: made is false.
func (m Model) edit(id int, change string, edits func(schema.Schema) []jsondoc.Edit) (next Model, made bool) {
	t, ok := m.toolByID(id)
	if !ok {
		return m, false
	}
	list := edits(t.Parameters)
	if len(list) == 0 {
		return m, false
	}
	return m.step(change).withSchema(id, t.Parameters.After(list), jsondoc.Invert(t.Parameters.Doc.Text, list)...), true
}

// typed names the step that typing in one control of a parameter is.
func typed(control string, id int, at schema.Place) string {
	return "parameter-" + control + " " + strconv.Itoa(id) + " " + string(at)
}

// parameter finds a row of the form of a tool.
func (m Model) parameter(id int, at schema.Place) (schema.Parameter, bool) {
	t, _ := m.toolByID(id)
	return t.Parameters.Parameter(at)
}

// properties is how many properties the object at a place has.
func (m Model) properties(id int, object schema.Place) int {
	p, _ := m.parameter(id, object)
	return p.Properties
}

// ParametersTyped: the JSON text of a tool's parameters was typed.
type ParametersTyped struct {
	ID   int
	Text string
}

// With is the message with the text that was typed.
func (p ParametersTyped) With(text string) Msg { p.Text = text; return p }

func (p ParametersTyped) apply(m Model) (Model, []Effect) {
	if t, ok := m.toolByID(p.ID); !ok || t.Parameters.Doc.Text == p.Text {
		return m, nil
	}
	return m.step("parameters-text "+strconv.Itoa(p.ID)).withParameters(p.ID, p.Text), nil
}

// ParameterAdded: a parameter stands last in an object, its name to be typed.
type ParameterAdded struct {
	ID     int
	Object schema.Place // "" is the root
}

func (p ParameterAdded) apply(m Model) (Model, []Effect) {
	at := p.Object.Property(m.properties(p.ID, p.Object))
	m, made := m.edit(p.ID, "parameter-added", func(s schema.Schema) []jsondoc.Edit { return s.Insert(p.Object, math.MaxInt, "") })
	if !made {
		return m, nil
	}
	return m.unfold(p.ID, p.Object), []Effect{Focus{ParameterField(at)}}
}

// ParameterRemoved: a parameter left with everything in it; its neighbour has
// the focus.
type ParameterRemoved struct {
	ID int
	At schema.Place
}

func (p ParameterRemoved) apply(m Model) (Model, []Effect) {
	m, made := m.edit(p.ID, "parameter-removed", func(s schema.Schema) []jsondoc.Edit { return s.Remove(p.At) })
	if !made {
		return m, nil
	}
	neighbour, ok := m.neighbour(p.ID, p.At)
	if !ok {
		return m, []Effect{Focus{"parameter-add"}}
	}
	if neighbour.Index() < 0 { // items have no name to type
		neighbour = neighbour.Object()
	}
	return m, []Effect{Focus{ParameterField(neighbour)}}
}

// neighbour is the row next to where one was: the one that took its place, or
// the last before it, or else the one that held it. It is not ok where the root did.
func (m Model) neighbour(id int, was schema.Place) (at schema.Place, ok bool) {
	object := was.Object()
	if left := m.properties(id, object); left > 0 && was.Index() >= 0 {
		return object.Property(min(was.Index(), left-1)), true
	}
	return object, object != ""
}

// ParameterDuplicated: a copy of a parameter stands after it.
type ParameterDuplicated struct {
	ID int
	At schema.Place
}

func (p ParameterDuplicated) apply(m Model) (Model, []Effect) {
	m, made := m.edit(p.ID, "parameter-duplicated", func(s schema.Schema) []jsondoc.Edit { return s.Duplicate(p.At) })
	if !made {
		return m, nil
	}
	keyword, index := p.At.Step()
	twin, _ := m.row(p.ID, p.At.Object().Nth(keyword, index+1))
	return m, []Effect{Focus{rowFocus(twin, false)}}
}

// Fold names what Folded closes: the parameters inside one. A name that is
// typed takes its folds along.
func Fold(id int, at schema.Pointer) string { return "inside " + strconv.Itoa(id) + " " + string(at) }

// More names what Folded opens: the further controls of a parameter.
func More(id int, at schema.Pointer) string { return "more " + strconv.Itoa(id) + " " + string(at) }

// unfold opens a parameter and all that it stands in.
func (m Model) unfold(id int, at schema.Place) Model {
	for ; at != ""; at = at.Object() {
		if p, ok := m.parameter(id, at); ok && m.View.IsFolded(Fold(id, p.Pointer)) {
			m, _ = Folded{Fold(id, p.Pointer)}.apply(m)
		}
	}
	return m
}

// refold keeps what was folded, and what was not, under a parameter that has
// another pointer now.
func (m Model) refold(id int, from, to schema.Pointer) Model {
	folded := slices.Clone(m.View.Folded)
	for i, what := range folded {
		for _, name := range []func(int, schema.Pointer) string{Fold, More} {
			rest, ok := strings.CutPrefix(what, name(id, from))
			if ok && (rest == "" || rest[0] == '/') {
				folded[i] = name(id, to) + rest
			}
		}
	}
	m.View.Folded = folded
	return m
}
