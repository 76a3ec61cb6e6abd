package e2e

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/schema"
)

// row is what can be dragged, and dragged to.
type row struct {
	tool int
	form schema.Schema
	at   schema.Place
}

// dropped is what a drag of a widget sends; to is "before TARGET", "after TARGET"
// or "inside TARGET".
func (p *modelPage) dropped(w widget, to string) (play.Msg, error) {
	where, text, _ := strings.Cut(to, " ")
	target, _, err := cutTarget(text)
	if err != nil {
		return nil, err
	}
	found, err := target.find(p)
	if err != nil {
		return nil, err
	}
	if len(found) != 1 {
		return nil, fmt.Errorf("%d elements are %s, want one", len(found), target)
	}
	on, err := p.widget(found[0])
	if err != nil {
		return nil, err
	}
	if w.row == nil || on.row == nil {
		return nil, fmt.Errorf("%s can't be dragged to %s", w.ID, on.ID)
	}
	drop := play.ParameterDropped{ID: w.row.tool, At: w.row.at, Object: on.row.at.Object(), Index: on.row.at.Index()}
	switch where {
	case "after":
		drop.Index++
	case "inside":
		drop.Object, _ = play.Inside(on.row.form, on.row.at)
		drop.Index = math.MaxInt
	}
	return drop, nil
}

// rowKeys is what keys send in the name of a parameter or on its grip.
func rowKeys(id int, at schema.Place, grip bool) map[string]play.Msg {
	keys := map[string]play.Msg{
		"Alt+ArrowUp":    play.ParameterMoved{ID: id, At: at, By: -1, Grip: grip},
		"Alt+ArrowDown":  play.ParameterMoved{ID: id, At: at, By: 1, Grip: grip},
		"Alt+ArrowRight": play.ParameterNested{ID: id, At: at, In: true, Grip: grip},
		"Alt+ArrowLeft":  play.ParameterNested{ID: id, At: at, Grip: grip},
	}
	if grip {
		keys["Ctrl+c"] = play.ParameterCopied{ID: id, At: at}
		keys["Ctrl+x"] = play.ParameterCut{ID: id, At: at}
	} else {
		keys["Enter"] = play.ParameterAddedAfter{ID: id, At: at}
	}
	return keys
}

// grip draws what moves and copies a row, and the buttons of its more.
func (s *sketch) grip(id int, form schema.Schema, p schema.Parameter) {
	s.add(widget{Element: Element{ID: "parameter-grip"}, edit: play.ParameterPasted{ID: id, At: p.Place},
		keys: rowKeys(id, p.Place, true), row: &row{id, form, p.Place}})
	if p.HasItems || p.Properties > 0 {
		fold := play.Fold(id, p.Pointer)
		s.add(widget{Element: Element{ID: "parameter-fold", State: map[string]string{
			"aria-expanded": strconv.FormatBool(!s.m.View.IsFolded(fold))}}, press: play.Folded{What: fold}})
	}
	if !s.m.View.IsFolded(play.More(id, p.Pointer)) {
		return
	}
	s.button("parameter-duplicate", true, play.ParameterDuplicated{ID: id, At: p.Place})
	s.button("parameter-copy", true, play.ParameterCopied{ID: id, At: p.Place})
	s.button("parameter-cut", true, play.ParameterCut{ID: id, At: p.Place})
	if s.m.View.Clip.Text != "" {
		s.button("parameter-paste", true, play.ParameterPasted{ID: id, At: p.Place})
	}
}

// overview draws what helps with many rows.
func (s *sketch) overview(id int, form schema.Schema) {
	v := s.m.View
	s.button("parameter-fold-all", true, play.AllFolded{ID: id, Fold: !v.AnyFolded(id)})
	if m := v.Moved; m.Nth > 0 {
		s.text("parameter-moved", locale.For(v.Language).Parameters.Moved(locale.Moved(m)))
	}
	if v.Search.Tool != id {
		s.button("parameter-search-open", len(form.Parameters()) > 8, play.SearchOpened{ID: id})
		return
	}
	s.button("parameter-search-open", true, play.SearchClosed{})
	if len(v.Search.Hits) > 0 {
		s.text("parameter-search-count", locale.For(v.Language).Parameters.Found(v.Search.Nth+1, len(v.Search.Hits)))
	}
	s.add(widget{Element: Element{ID: "parameter-search", Text: v.Search.Query}, edit: play.SearchTyped{ID: id},
		keys: map[string]play.Msg{"Enter": play.SearchStepped{By: 1}, "Shift+Enter": play.SearchStepped{By: -1}, "Escape": play.SearchClosed{}}})
	s.button("parameter-search-previous", len(v.Search.Hits) > 0, play.SearchStepped{By: -1})
	s.button("parameter-search-next", len(v.Search.Hits) > 0, play.SearchStepped{By: 1})
	s.button("parameter-search-close", true, play.SearchClosed{})
}

// unfolded are the rows that are not inside one that is closed.
func unfolded(v play.View, id int, rows []schema.Parameter) []schema.Parameter {
	var shown []schema.Parameter
	closed := math.MaxInt // how deep the closed one is
	for _, p := range rows {
		if p.Depth > closed {
			continue
		}
		if closed = math.MaxInt; v.IsFolded(play.Fold(id, p.Pointer)) {
			closed = p.Depth
		}
		shown = append(shown, p)
	}
	return shown
}
