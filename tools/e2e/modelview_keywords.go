package e2e

import (
	"slices"
	"strconv"

	"toolyard/app/play"
	"toolyard/app/schema"
)

// more draws the button that opens a schema's keywords, and those where it is
// pressed.
func (s *sketch) more(id int, form schema.Schema, p schema.Parameter) {
	s.button("parameter-more", true, play.Folded{What: play.More(id, p.Pointer)})
	b := s.m.View.Block(id, form, p.Place)
	if !b.Open {
		return
	}
	for _, l := range b.Lines {
		state := map[string]string{"keyword": l.Keyword.Name}
		s.inside(field("keyword", state), func() { s.keyword(id, p, l) })
	}
	s.control("keyword-add", "", play.KeywordAdded{ID: id, At: p.Place})
	for _, a := range []struct {
		can bool
		id  string
		msg play.Msg
	}{
		{b.Unite, "parameter-unite", play.Remade{ID: id, At: p.Place, How: play.AUnion}},
		{b.Unify, "parameter-unify", play.Remade{ID: id, At: p.Place, How: play.OneSchema}},
		{b.Inline, "parameter-inline", play.Remade{ID: id, At: p.Place, How: play.InPlace}},
		{b.Extract, "parameter-extract", play.Remade{ID: id, At: p.Place, How: play.ADefinition}},
		{b.Leads, "parameter-target", play.RowSought{ID: id, At: b.LeadsTo}},
	} {
		if a.can {
			s.button(a.id, true, a.msg)
		}
	}
	if len(b.Definitions) > 0 {
		s.control("parameter-refer", "", play.Remade{ID: id, At: p.Place, How: play.AReference})
	}
}

// keyword draws one line: its control, and what takes it away.
func (s *sketch) keyword(id int, p schema.Parameter, l play.Line) {
	name := l.Keyword.Name
	set := play.KeywordSet{ID: id, At: p.Place, Keyword: name}
	if l.Stated {
		s.button("keyword-remove", true, play.KeywordRemoved{ID: id, At: p.Place, Keyword: name})
	}
	switch l.Control {
	case play.ControlToggle:
		s.box("keyword-value", l.Raw == "true", set.With("true"), set.With("false"))
	case play.ControlSchema:
		s.control("keyword-value", l.Raw, set)
	case play.ControlTypes:
		for _, t := range append(schema.Types(), "null") {
			on := slices.Contains(l.Names, t)
			s.add(widget{Element: Element{ID: "keyword-type", State: map[string]string{"type": t, "aria-pressed": strconv.FormatBool(on)}},
				press: play.TypeChosen{ID: id, At: p.Place, Type: t, On: !on}})
		}
	case play.ControlSchemas:
		s.button("keyword-entry-add", true, play.BranchAdded{ID: id, At: p.Place, Keyword: name})
	case play.ControlSchemaMap:
		s.button("keyword-entry-add", true, play.EntryAdded{ID: id, At: p.Place, Keyword: name})
	case play.ControlValues:
		s.values(id, p, l)
	case play.ControlNames:
		s.names(id, p.Place, l, 0)
	case play.ControlEntries:
		for i, e := range l.Entries {
			s.inside(field("keyword-entry", map[string]string{"name": e.Name}), func() {
				s.button("keyword-entry-remove", true, play.EntryRemoved{ID: id, At: p.Place, Keyword: name, Entry: i + 1})
				s.names(id, p.Place, l, i+1)
			})
		}
		s.control("keyword-entry-add", "", play.EntryAdded{ID: id, At: p.Place, Keyword: name})
	default:
		state := map[string]string{}
		if l.Invalid {
			state["aria-invalid"] = "true"
		}
		edit := play.Edit(play.KeywordTyped{ID: id, At: p.Place, Keyword: name})
		if l.Picks() {
			edit = set
		}
		s.add(widget{Element: Element{ID: "keyword-value", Text: l.Text, State: state}, edit: edit})
	}
	if l.Keyword.Kind == schema.KindPattern && l.Stated {
		s.control("keyword-sample", l.Sample, play.SampleTyped{ID: id, At: p.Place})
		s.add(field("keyword-match", map[string]string{"match": l.Match}))
	}
}

func (s *sketch) values(id int, p schema.Parameter, l play.Line) {
	name := l.Keyword.Name
	for i, v := range l.Values {
		s.inside(field("keyword-item", map[string]string{"index": strconv.Itoa(i)}), func() {
			s.control("keyword-value", v.Text, play.ValueTyped{ID: id, At: p.Place, Keyword: name, Index: i})
			s.button("keyword-item-up", i > 0, play.ValueMoved{ID: id, At: p.Place, Keyword: name, Index: i, By: -1})
			s.button("keyword-item-down", i < len(l.Values)-1, play.ValueMoved{ID: id, At: p.Place, Keyword: name, Index: i, By: 1})
			s.button("keyword-item-remove", true, play.ValueRemoved{ID: id, At: p.Place, Keyword: name, Index: i})
		})
	}
	s.button("keyword-item-add", true, play.ValueAdded{ID: id, At: p.Place, Keyword: name, Raw: play.Fresh(p.Type)})
}

func (s *sketch) names(id int, at schema.Place, l play.Line, entry int) {
	names, keyword := l.Names, l.Keyword.Name
	if entry > 0 {
		names = l.Entries[entry-1].Names
	}
	for i, name := range names {
		s.inside(field("keyword-item", map[string]string{"name": name}), func() {
			s.button("keyword-item-remove", true, play.ValueRemoved{ID: id, At: at, Keyword: keyword, Entry: entry, Index: i})
		})
	}
	s.control("keyword-item-add", "", play.ValueAdded{ID: id, At: at, Keyword: keyword, Entry: entry})
}
