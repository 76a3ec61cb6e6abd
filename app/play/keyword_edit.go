package play

import (
	"slices"
	"strconv"
	"strings"

	"toolyard/app/jsondoc"
	"toolyard/app/schema"
)

// KeywordField is the id of the control of a keyword of the schema at a place;
// of no keyword it is the list of those that can be added.
func KeywordField(at schema.Place, keyword string) string {
	return "keyword-" + string(at) + "-" + strings.ReplaceAll(keyword, " ", "_")
}

// ValueField is the id of the control of one value in the list of a keyword.
func ValueField(at schema.Place, keyword string, index int) string {
	return KeywordField(at, keyword) + "-" + strconv.Itoa(index)
}

// stated is a keyword of a schema as messages find it.
type stated struct {
	tool      int
	schema    schema.Schema
	parameter *schema.Parameter
	line      Line
}

// keyword finds a keyword of the schema at a place, whether it says it or not.
func (m Model) keyword(id int, at schema.Place, name string) (stated, bool) {
	t, _ := m.toolByID(id)
	s := t.Parameters
	p, ok := s.Parameter(at)
	if !ok || !s.Doc.OK() {
		return stated{}, false
	}
	x := schema.Stated{Keyword: schema.Keyword{Name: name, Kind: schema.KindAny}}
	for _, k := range schema.Keywords() {
		if k.Name == name {
			x.Keyword, x.Known = k, true
		}
	}
	for _, said := range s.Keywords(at) {
		if said.Name == name && !said.Repeated {
			x = said
		}
	}
	return stated{id, s, &p, m.View.line(id, s, &p, &x)}, true
}

// set gives a keyword another value, if it is another.
func (m Model) set(x stated, change, raw string) Model {
	if x.line.Stated && x.line.Raw == raw {
		return m
	}
	m, _ = m.edit(x.tool, change, func(s schema.Schema) []jsondoc.Edit {
		return s.Set(x.parameter.Place, x.line.Keyword.Name, raw)
	})
	return m
}

// keep keeps a text as it was typed in a control of the keyword, where the schema
// would write it otherwise.
func (m Model) keep(x stated, index int, text string) Model {
	x, _ = m.keyword(x.tool, x.parameter.Place, x.line.Keyword.Name) // as it is now
	key := Keyed{x.tool, x.parameter.Pointer, x.line.Keyword.Name, index, x.line.Raw, text}
	if index >= 0 {
		d := jsondoc.Parse(x.line.Raw)
		if d.Root == nil || index >= len(d.Root.Elements) {
			return m
		}
		key.Raw = d.Raw(d.Root.Elements[index])
	}
	written := ""
	if key.Raw != "" {
		written = writeText(x.line.Control, key.Raw, x.parameter)
	}
	m.View = m.View.withKeyed(key, text != written)
	return m
}

// KeywordTyped: the value of a keyword was typed. What is no such value yet is
// kept as typed, and the schema as it is. Without text a keyword that is at hand
// anyway is not said.
type KeywordTyped struct {
	ID      int
	At      schema.Place
	Keyword string
	Text    string
}

// With is the message with the text that was typed.
func (k KeywordTyped) With(text string) Msg { k.Text = text; return k }

func (k KeywordTyped) apply(m Model) (Model, []Effect) {
	x, ok := m.keyword(k.ID, k.At, k.Keyword)
	if !ok {
		return m, nil
	}
	change := "keyword-set " + strconv.Itoa(k.ID) + " " + string(k.At) + " " + k.Keyword
	raw, means := readText(x.line.Control, k.Text, x.parameter)
	switch {
	case k.Text == "" && atHand(&x.line.Keyword, x.schema, x.parameter):
		m, _ = m.edit(k.ID, change, func(s schema.Schema) []jsondoc.Edit { return s.Unset(k.At, k.Keyword) })
	case means:
		m = m.set(x, change, raw)
	}
	return m.keep(x, itself, k.Text), nil
}

// KeywordSet: a keyword got a value, as raw JSON; "" takes it away. A schema
// that is there already stays what it is.
type KeywordSet struct {
	ID      int
	At      schema.Place
	Keyword string
	Raw     string
}

// With is the message with the value that was chosen.
func (k KeywordSet) With(raw string) Msg { k.Raw = raw; return k }

func (k KeywordSet) apply(m Model) (Model, []Effect) {
	x, ok := m.keyword(k.ID, k.At, k.Keyword)
	switch {
	case !ok || x.line.Control == ControlSchema && k.Raw == "{}" && strings.HasPrefix(x.line.Raw, "{"):
		return m, nil
	case k.Raw == "":
		return KeywordRemoved{k.ID, k.At, k.Keyword}.apply(m)
	}
	return m.set(x, "keyword-set", k.Raw), nil
}

// KeywordAdded: a schema says one more keyword, which has the focus.
type KeywordAdded struct {
	ID      int
	At      schema.Place
	Keyword string
}

// With is the message with the keyword that was chosen.
func (k KeywordAdded) With(keyword string) Msg { k.Keyword = keyword; return k }

func (k KeywordAdded) apply(m Model) (Model, []Effect) {
	x, ok := m.keyword(k.ID, k.At, k.Keyword)
	if !ok || x.line.Stated || k.Keyword == "" {
		return m, nil
	}
	m = m.set(x, "keyword-added", initial(&x.line.Keyword, x.schema, x.parameter))
	id := KeywordField(k.At, k.Keyword)
	if x.line.Keyword.Kind == schema.KindValues {
		id = ValueField(k.At, k.Keyword, 0)
	}
	return m, []Effect{Focus{id}}
}

// KeywordRemoved: a schema says a keyword no longer. Its control has the focus
// where it stays at hand, else the list of those that can be added.
type KeywordRemoved struct {
	ID      int
	At      schema.Place
	Keyword string
}

func (k KeywordRemoved) apply(m Model) (Model, []Effect) {
	m, made := m.edit(k.ID, "keyword-removed", func(s schema.Schema) []jsondoc.Edit { return s.Unset(k.At, k.Keyword) })
	if !made {
		return m, nil
	}
	return m, m.toKeyword(k.ID, k.At, k.Keyword)
}

// toKeyword moves the focus to a keyword's control where that is in the form,
// else to the list of those that can be added.
func (m Model) toKeyword(id int, at schema.Place, keyword string) []Effect {
	if x, ok := m.keyword(id, at, keyword); ok && (x.line.Stated || atHand(&x.line.Keyword, x.schema, x.parameter)) {
		return []Effect{Focus{KeywordField(at, keyword)}}
	}
	return []Effect{Focus{KeywordField(at, "")}}
}

// TypeChosen: a type is one of those that a parameter may have, or no longer.
type TypeChosen struct {
	ID   int
	At   schema.Place
	Type string
	On   bool
}

func (c TypeChosen) apply(m Model) (Model, []Effect) {
	x, ok := m.keyword(c.ID, c.At, "type")
	if !ok {
		return m, nil
	}
	types := slices.DeleteFunc(slices.Clone(x.line.Names), func(t string) bool { return t == c.Type })
	if c.On {
		types = append(types, c.Type)
	}
	m, _ = m.edit(c.ID, "keyword-types", func(s schema.Schema) []jsondoc.Edit { return s.SetTypes(c.At, types) })
	return m, nil
}

// SampleTyped: what a pattern is tried on was typed. It is no part of the schema.
type SampleTyped struct {
	ID   int
	At   schema.Place
	Text string
}

// With is the message with the text that was typed.
func (s SampleTyped) With(text string) Msg { s.Text = text; return s }

func (s SampleTyped) apply(m Model) (Model, []Effect) {
	t, _ := m.toolByID(s.ID)
	if at, ok := t.Parameters.PointerOf(s.At); ok {
		m.View = m.View.withKeyed(Keyed{Tool: s.ID, At: at, Index: aSample, Text: s.Text}, s.Text != "")
	}
	return m, nil
}
