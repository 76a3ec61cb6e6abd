package play

import (
	"reflect"
	"testing"

	"toolyard/app/schema"
)

const wide = `{"description": "the city", "properties": {"city": {}, "b": {"description": "A City."},
  "o": {"type": "object", "properties": {"k": {"enum": ["city"]}, "n": {}}}}}`

func (m Model) found() (schema.Place, bool) {
	t, _ := m.Tool()
	form, _ := m.Form(t)
	return m.View.Search.Found(t.ID, form)
}

func TestSearch(t *testing.T) {
	m := withSchema(wide)
	m.View.Folded = []string{Fold(3, "/properties/o")}
	m, effects := Update(m, SearchOpened{3})
	checkFocus(t, effects, "parameter-search")
	m, effects = Update(m, SearchTyped{ID: 3}.With("CITY"))
	if !reflect.DeepEqual(effects, []Effect{Reveal{"parameter-0"}}) || len(m.View.Search.Hits) != 3 {
		t.Errorf("%v, %v", m.View.Search.Hits, effects)
	}
	for _, c := range []struct {
		by   int
		want schema.Place
	}{{1, "1"}, {1, "2.0"}, {1, "0"}, {-1, "2.0"}, {-1, "1"}} {
		m, effects = Update(m, SearchStepped{c.by})
		if at, ok := m.found(); !ok || at != c.want || !reflect.DeepEqual(effects, []Effect{Reveal{ParameterField(c.want)}}) {
			t.Errorf("found %s, want %s; %v", at, c.want, effects)
		}
	}
	if m.View.AnyFolded(3) {
		t.Error("what was found is folded away")
	}
	// A change of the text hides the mark; the next step looks again.
	m, _ = Update(m, ParameterDescribed{3, "0", "town"})
	if _, ok := m.found(); ok {
		t.Error("a row is marked that was found in another text")
	}
	m, _ = Update(m, SearchStepped{1})
	if at, _ := m.found(); at != "2.0" {
		t.Errorf("found %s", at)
	}
	m, effects = Update(m, SearchClosed{})
	checkFocus(t, effects, "parameter-2.0")
	if m.View.Search.Tool != 0 {
		t.Error("the search is open")
	}
}

func TestSearchFindsNothing(t *testing.T) {
	m, _ := Update(withSchema(wide), SearchTyped{3, "zzz"})
	m, effects := Update(m, SearchStepped{1})
	if _, ok := m.found(); ok || effects != nil {
		t.Errorf("found something: %v", effects)
	}
	_, effects = Update(m, SearchClosed{})
	checkFocus(t, effects, "parameter-search-open")
	if m, effects := Update(withSchema(wide), SearchStepped{1}); effects != nil || m.View.Search.Tool != 0 {
		t.Error("a search that is not open found something")
	}
}

func TestAllFolded(t *testing.T) {
	m := withSchema(nested)
	m.View.Folded = []string{"reasoning 1", Fold(1, "/properties/o"), Fold(3, "/properties/l")}
	m, _ = Update(m, AllFolded{3, true})
	want := []string{"reasoning 1", Fold(1, "/properties/o"), Fold(3, "/properties/o"), Fold(3, "/properties/l"),
		Fold(3, "/properties/l/items"), Fold(3, "/properties/u"), Fold(3, "/properties/u/anyOf/2")}
	if !reflect.DeepEqual(m.View.Folded, want) || !m.View.AnyFolded(3) {
		t.Errorf("folded %q", m.View.Folded)
	}
	if m, _ = Update(m, AllFolded{3, false}); !reflect.DeepEqual(m.View.Folded, want[:2]) || m.View.AnyFolded(3) {
		t.Errorf("folded %q", m.View.Folded)
	}
}

func TestReveal(t *testing.T) {
	s := newStage(newHost())
	s.perform([]Effect{Reveal{"x"}})
	if !reflect.DeepEqual(s.host.reveal, []string{"x"}) || s.host.focus != nil {
		t.Errorf("revealed %v, focus %v", s.host.reveal, s.host.focus)
	}
}
