package play

import (
	"math"
	"strconv"

	"toolyard/app/jsondoc"
	"toolyard/app/schema"
)

// ValueAdded: the list of a keyword has one more value, raw JSON or a name that
// was picked. Entry is the 1-based position of the list among several, 0 where
// the keyword itself is the list.
type ValueAdded struct {
	ID      int
	At      schema.Place
	Keyword string
	Entry   int
	Raw     string
}

// With is the message with the name that was picked.
func (v ValueAdded) With(name string) Msg { v.Raw = jsondoc.Quote(name); return v }

func (v ValueAdded) apply(m Model) (Model, []Effect) {
	x, ok := m.keyword(v.ID, v.At, v.Keyword)
	if !ok {
		return m, nil
	}
	m, made := m.edit(v.ID, "value-added", func(s schema.Schema) []jsondoc.Edit {
		if v.Entry > 0 {
			list := entryList(s, v.At, v.Keyword, v.Entry)
			return s.Doc.InsertElement(list, math.MaxInt, v.Raw)
		}
		return s.InsertValue(v.At, v.Keyword, math.MaxInt, v.Raw)
	})
	if !made || x.line.Control != ControlValues {
		return m, nil
	}
	return m, []Effect{Focus{ValueField(v.At, v.Keyword, len(x.line.Values))}}
}

// entryList is the list that one entry of a keyword is, nil where it is none.
func entryList(s schema.Schema, at schema.Place, keyword string, entry int) *jsondoc.Node {
	p, _ := s.PointerOf(at)
	n := s.Doc.At(string(p)).Get(keyword)
	if n == nil || entry < 1 || entry > len(n.Members) {
		return nil
	}
	return n.Members[entry-1].Value
}

// ValueTyped: one value in the list of a keyword was typed.
type ValueTyped struct {
	ID      int
	At      schema.Place
	Keyword string
	Index   int
	Text    string
}

// With is the message with the text that was typed.
func (v ValueTyped) With(text string) Msg { v.Text = text; return v }

func (v ValueTyped) apply(m Model) (Model, []Effect) {
	x, ok := m.keyword(v.ID, v.At, v.Keyword)
	if !ok || x.line.Control != ControlValues {
		return m, nil
	}
	if raw, means := readText(ControlValues, v.Text, x.parameter); means {
		change := "value-set " + strconv.Itoa(v.ID) + " " + ValueField(v.At, v.Keyword, v.Index)
		m, _ = m.edit(v.ID, change, func(s schema.Schema) []jsondoc.Edit { return s.SetValue(v.At, v.Keyword, v.Index, raw) })
	}
	return m.keep(x, v.Index, v.Text), nil
}

// ValueMoved: a value went up (By < 0) or down in the list of a keyword.
type ValueMoved struct {
	ID      int
	At      schema.Place
	Keyword string
	Index   int
	By      int
}

func (v ValueMoved) apply(m Model) (Model, []Effect) {
	x, ok := m.keyword(v.ID, v.At, v.Keyword)
	to := v.Index + v.By
	if !ok || to < 0 || to >= len(x.line.Values) {
		return m, nil
	}
	m, made := m.edit(v.ID, "value-moved", func(s schema.Schema) []jsondoc.Edit { return s.MoveValue(v.At, v.Keyword, v.Index, to) })
	if !made {
		return m, nil
	}
	return m, []Effect{Focus{ValueField(v.At, v.Keyword, to)}}
}

// ValueRemoved: a value left the list of a keyword.
type ValueRemoved struct {
	ID      int
	At      schema.Place
	Keyword string
	Entry   int // as of ValueAdded
	Index   int
}

func (v ValueRemoved) apply(m Model) (Model, []Effect) {
	x, _ := m.keyword(v.ID, v.At, v.Keyword)
	m, made := m.edit(v.ID, "value-removed", func(s schema.Schema) []jsondoc.Edit {
		if v.Entry > 0 {
			return s.Doc.RemoveElement(entryList(s, v.At, v.Keyword, v.Entry), v.Index)
		}
		return s.RemoveValue(v.At, v.Keyword, v.Index)
	})
	switch left := len(x.line.Values) - 1; {
	case !made:
		return m, nil
	case left > 0:
		return m, []Effect{Focus{ValueField(v.At, v.Keyword, min(v.Index, left-1))}}
	}
	return m, m.toKeyword(v.ID, v.At, v.Keyword)
}

// EntryAdded: the object of a keyword has one more entry: a schema, whose row
// has the focus, or an empty list under a name that was picked.
type EntryAdded struct {
	ID      int
	At      schema.Place
	Keyword string
	Name    string
}

// With is the message with the name that was picked.
func (e EntryAdded) With(name string) Msg { e.Name = name; return e }

func (e EntryAdded) apply(m Model) (Model, []Effect) {
	x, ok := m.keyword(e.ID, e.At, e.Keyword)
	if !ok {
		return m, nil
	}
	name, raw := e.Name, "{}"
	if x.line.Control == ControlEntries {
		raw = "[]"
	} else if name == "" {
		name = entryName(e.Keyword, x.schema, x.parameter)
	}
	m, made := m.edit(e.ID, "entry-added", func(s schema.Schema) []jsondoc.Edit { return s.AddEntry(e.At, e.Keyword, name, raw) })
	if !made || raw == "[]" {
		return m, nil
	}
	return m.unfold(e.ID, e.At), []Effect{Focus{ParameterField(e.At.Nth(e.Keyword, len(x.line.Names)))}}
}

// EntryRemoved: the object of a keyword has an entry less, the last one with the
// keyword. Entry is its 1-based position.
type EntryRemoved struct {
	ID      int
	At      schema.Place
	Keyword string
	Entry   int
}

func (e EntryRemoved) apply(m Model) (Model, []Effect) {
	x, ok := m.keyword(e.ID, e.At, e.Keyword)
	if !ok {
		return m, nil
	}
	if len(x.line.Entries) == 1 {
		return KeywordRemoved{e.ID, e.At, e.Keyword}.apply(m)
	}
	m, made := m.edit(e.ID, "entry-removed", func(s schema.Schema) []jsondoc.Edit {
		return s.Doc.RemoveMember(s.Doc.At(string(x.parameter.Pointer)).Get(e.Keyword), e.Entry-1)
	})
	if !made {
		return m, nil
	}
	return m, []Effect{Focus{KeywordField(e.At, e.Keyword)}}
}

// BranchAdded: a list of schemas has one more, whose row has the focus.
type BranchAdded struct {
	ID      int
	At      schema.Place
	Keyword string
}

func (b BranchAdded) apply(m Model) (Model, []Effect) {
	x, ok := m.keyword(b.ID, b.At, b.Keyword)
	if !ok {
		return m, nil
	}
	m, made := m.edit(b.ID, "branch-added", func(s schema.Schema) []jsondoc.Edit {
		return s.InsertValue(b.At, b.Keyword, math.MaxInt, "{}")
	})
	if !made {
		return m, nil
	}
	return m.unfold(b.ID, b.At), []Effect{Focus{MoreField(b.At.Nth(b.Keyword, x.line.Count))}}
}
