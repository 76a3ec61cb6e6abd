package play

import (
	"slices"
	"strings"

	"toolyard/app/schema"
)

// SearchField is the id of the field in which one searches.
const SearchField = "parameter-search"

// Search is what is looked for among the parameters of a tool. The zero Search
// is of no tool: nothing is looked for.
type Search struct {
	Tool  int
	Query string
	Text  string         // of the parameters in which it was found
	Hits  []schema.Place // in the order of the text
	Nth   int            // which of Hits is shown, from 0
}

// Found is the row that a search shows in a schema, and false where it shows
// none, or the text has changed since.
func (s Search) Found(id int, form schema.Schema) (schema.Place, bool) {
	if s.Tool != id || len(s.Hits) == 0 || s.Text != form.Doc.Text {
		return "", false
	}
	return s.Hits[s.Nth], true
}

// SearchOpened: the person wants to search the parameters of a tool.
type SearchOpened struct{ ID int }

func (o SearchOpened) apply(m Model) (Model, []Effect) {
	if m.View.Search.Tool != o.ID {
		m.View.Search = Search{Tool: o.ID}
	}
	return m, []Effect{Focus{SearchField}}
}

// SearchClosed: the search is over. The focus goes to what was found last.
type SearchClosed struct{}

func (SearchClosed) apply(m Model) (Model, []Effect) {
	focus := "parameter-search-open"
	if t, ok := m.toolByID(m.View.Search.Tool); ok {
		form, _ := m.Form(t)
		if at, ok := m.View.Search.Found(t.ID, form); ok {
			row, _ := form.Parameter(at)
			focus = rowFocus(row, false)
		}
	}
	m.View.Search = Search{}
	return m, []Effect{Focus{focus}}
}

// SearchTyped: what is searched for was typed. The first row that speaks of it is shown.
type SearchTyped struct {
	ID   int
	Text string
}

// With is the message with the text that was typed.
func (s SearchTyped) With(text string) Msg { s.Text = text; return s }

func (s SearchTyped) apply(m Model) (Model, []Effect) {
	m.View.Search = Search{Tool: s.ID, Query: s.Text}
	return m.searched(0)
}

// SearchStepped: the next row that was found is shown (By > 0), or the one
// before. After the last comes the first.
type SearchStepped struct{ By int }

func (s SearchStepped) apply(m Model) (Model, []Effect) { return m.searched(s.By) }

// searched looks again where the text has changed, and shows the row that is by
// so many after the one that is shown.
func (m Model) searched(by int) (Model, []Effect) {
	t, ok := m.toolByID(m.View.Search.Tool)
	if !ok {
		return m, nil
	}
	form, _ := m.Form(t)
	s := m.View.Search
	if s.Text != form.Doc.Text || s.Hits == nil {
		s.Text = form.Doc.Text
		s.Hits = slices.DeleteFunc(form.Find(s.Query), func(at schema.Place) bool { return at == "" })
	}
	if len(s.Hits) > 0 {
		s.Nth = (min(s.Nth, len(s.Hits)-1) + by + len(s.Hits)) % len(s.Hits)
	}
	m.View.Search = s
	if len(s.Hits) == 0 {
		return m, nil
	}
	at := s.Hits[s.Nth]
	return m.unfold(t.ID, at.Object()), []Effect{Reveal{ParameterField(at)}}
}

// AllFolded: everything that has something inside is closed, or open.
type AllFolded struct {
	ID   int
	Fold bool
}

func (a AllFolded) apply(m Model) (Model, []Effect) {
	t, ok := m.toolByID(a.ID)
	if !ok {
		return m, nil
	}
	prefix := Fold(a.ID, "")
	folded := slices.DeleteFunc(slices.Clone(m.View.Folded), func(what string) bool { return strings.HasPrefix(what, prefix) })
	if a.Fold {
		form, _ := m.Form(t)
		rows := form.Outline()
		for i, row := range rows {
			if i+1 < len(rows) && rows[i+1].Depth > row.Depth {
				folded = append(folded, Fold(a.ID, row.Pointer))
			}
		}
	}
	m.View.Folded = folded
	return m, nil
}

// AnyFolded says whether something of a tool is closed that AllFolded would open.
func (v View) AnyFolded(id int) bool {
	return slices.ContainsFunc(v.Folded, func(what string) bool { return strings.HasPrefix(what, Fold(id, "")) })
}
