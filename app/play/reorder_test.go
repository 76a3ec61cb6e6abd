package play

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"toolyard/app/schema"
)

// nested holds an object, an array of objects, a union and two properties of one
// name.
const nested = `{"type":"object","properties":{"a":{"type":"string"},` +
	`"o":{"type":"object","properties":{"x":{"type":"number"},"y":{"type":"number"}},"required":["y"]},` +
	`"l":{"type":"array","items":{"type":"object","properties":{"k":{}}}},` +
	`"u":{"anyOf":[{"type":"string"},{"type":"null"},{"type":"object","properties":{"v":{}}}]},` +
	`"a":{"type":"integer"}},"required":["a"],"$defs":{"D":{},"E":{}}}`

// rowNames are the rows of a tool: as deep as they stand, so many dots.
func rowNames(m Model) string {
	t, _ := m.Tool()
	var names []string
	for _, p := range t.Parameters.Outline() {
		name := p.Name
		if !Named(p) {
			name = p.Keyword + strings.Join(p.Types, "")
		}
		names = append(names, strings.Repeat(".", p.Depth)+name)
	}
	return strings.Join(names, " ")
}

// moves are messages about nested, and what the rows are then ("": as before),
// what has the focus, and what is said.
var moves = []struct {
	name  string
	msg   Msg
	want  string // "" for before
	focus string
	moved Moved
}{
	{"down", ParameterMoved{3, "0", 1, false}, "o .x .y a l .itemsobject ..k u .anyOfstring .anyOfnull .anyOfobject ..v a D E",
		"parameter-1", Moved{"a", 2, 5, ""}},
	{"up by its grip", ParameterMoved{3, "2", -1, true}, "a l .itemsobject ..k o .x .y u .anyOfstring .anyOfnull .anyOfobject ..v a D E",
		"parameter-grip-1", Moved{"l", 2, 5, ""}},
	{"up at the edge", ParameterMoved{3, "1.0", -1, false}, "a x o .y l .itemsobject ..k u .anyOfstring .anyOfnull .anyOfobject ..v a D E",
		"parameter-1", Moved{"x", 2, 6, ""}},
	{"down at the edge", ParameterMoved{3, "1.1", 1, false}, "a o .x y l .itemsobject ..k u .anyOfstring .anyOfnull .anyOfobject ..v a D E",
		"parameter-2", Moved{"y", 3, 6, ""}},
	{"out of items", ParameterMoved{3, "2.items.0", 1, false}, "a o .x .y l .itemsobject k u .anyOfstring .anyOfnull .anyOfobject ..v a D E",
		"parameter-3", Moved{"k", 4, 6, ""}},
	{"out of a branch", ParameterNested{3, "3.anyOf/2.0", false, false}, "a o .x .y l .itemsobject ..k u .anyOfstring .anyOfnull .anyOfobject v a D E",
		"parameter-4", Moved{"v", 5, 6, ""}},
	{"up at the top", ParameterMoved{3, "0", -1, false}, "", "", Moved{}},
	{"down at the bottom", ParameterMoved{3, "4", 1, false}, "", "", Moved{}},
	{"items", ParameterMoved{3, "2.items", 1, true}, "", "", Moved{}},
	{"a branch", ParameterMoved{3, "3.anyOf/0", 1, true}, "a o .x .y l .itemsobject ..k u .anyOfnull .anyOfstring .anyOfobject ..v a D E",
		"parameter-grip-3.anyOf/1", Moved{"anyOf", 2, 3, "u"}},
	{"a branch at the edge", ParameterMoved{3, "3.anyOf/0", -1, true}, "", "", Moved{}},
	{"a definition", ParameterMoved{3, "$defs/1", -1, false}, "a o .x .y l .itemsobject ..k u .anyOfstring .anyOfnull .anyOfobject ..v a E D",
		"parameter-$defs/0", Moved{"E", 1, 2, ""}},
	{"in", ParameterNested{3, "2", true, false}, "a o .x .y .l ..itemsobject ...k u .anyOfstring .anyOfnull .anyOfobject ..v a D E",
		"parameter-1.2", Moved{"l", 3, 3, "o"}},
	{"into items", ParameterNested{3, "3", true, true}, "a o .x .y l .itemsobject ..k ..u ...anyOfstring ...anyOfnull ...anyOfobject ....v a D E",
		"parameter-grip-2.items.1", Moved{"u", 2, 2, "l"}},
	{"into what holds nothing", ParameterNested{3, "1", true, false}, "", "", Moved{}},
	{"into nothing", ParameterNested{3, "0", true, false}, "", "", Moved{}},
	{"out of the root", ParameterNested{3, "0", false, false}, "", "", Moved{}},
	{"dropped inside", ParameterDropped{3, "0", "1", 1}, "o .x .a .y l .itemsobject ..k u .anyOfstring .anyOfnull .anyOfobject ..v a D E",
		"parameter-grip-0.1", Moved{"a", 2, 3, "o"}},
	{"dropped inside itself", ParameterDropped{3, "2", "2.items", 0}, "", "", Moved{}},
	{"dropped where it is", ParameterDropped{3, "1", "", 2}, "", "", Moved{}},
	{"a branch elsewhere", ParameterDropped{3, "3.anyOf/0", "1", 0}, "", "", Moved{}},
	{"nothing", ParameterDropped{3, "9", "", 0}, "", "", Moved{}},
	{"nowhere", ParameterDropped{3, "0", "9", 0}, "", "", Moved{}},
}

func TestParametersMove(t *testing.T) {
	const before = "a o .x .y l .itemsobject ..k u .anyOfstring .anyOfnull .anyOfobject ..v a D E"
	for _, c := range moves {
		t.Run(c.name, func(t *testing.T) {
			m, effects := Update(withSchema(nested), c.msg)
			if want := c.want; want == "" && rowNames(m) != before || want != "" && rowNames(m) != want {
				t.Errorf("the rows are %s", rowNames(m))
			}
			checkFocus(t, effects, c.focus)
			if m.View.Moved != c.moved {
				t.Errorf("it stands at %+v", m.View.Moved)
			}
			if m.CanUndo() != (c.want != "") {
				t.Error("undo")
			}
			if m, _ = Update(m, Undone{}); m.schemaText(3) != nested {
				t.Error("undo did not bring the text back")
			}
		})
	}
}

// Wherever a property is dropped, the focus goes where it is, and it is required
// as before.
func TestDroppedIsWhereTheFocusIs(t *testing.T) {
	s := schema.Read(strings.Replace(nested, `"a":{"type":"integer"}`, `"z":{"type":"integer"}`, 1))
	all := s.Outline()
	for _, p := range all {
		if p.Keyword != "properties" {
			continue
		}
		for _, object := range append(slices.Clone(all), schema.Parameter{}) {
			for index := range object.Properties + 2 {
				m, effects := Update(withSchema(s.Doc.Text), ParameterDropped{3, p.Place, object.Place, index})
				if len(effects) == 0 {
					continue
				}
				at := schema.Place(strings.TrimPrefix(effects[0].(Focus).ID, "parameter-grip-"))
				if now, _ := m.row(3, at); now.Name != p.Name || now.Required != p.Required {
					t.Errorf("%s to %d of %q: at %s stands %s", p.Place, index, object.Place, at, now.Name)
				}
			}
		}
	}
}

// What was folded stays so where it goes, and what something goes into opens.
func TestFoldsFollowMoves(t *testing.T) {
	m := withSchema(nested)
	m.View.Folded = []string{Fold(3, "/properties/o"), Fold(3, "/properties/l")}
	m, _ = Update(m, ParameterNested{3, "2", true, false})
	if want := []string{Fold(3, "/properties/o/properties/l")}; !reflect.DeepEqual(m.View.Folded, want) {
		t.Errorf("folded %q", m.View.Folded)
	}
}

// Of two parameters with one name, only the one that is meant changes.
func TestRepeatedNamesAreTwo(t *testing.T) {
	const text = `{"properties":{"a":{"type":"string"},"b":{"type":"object"},"a":{"type":"integer"}},"required":["a"]}`
	for _, c := range []struct {
		msg  Msg
		want string
	}{
		{ParameterRenamed{3, "2", "c"}, `{"properties":{"a":{"type":"string"},"b":{"type":"object"},"c":{"type":"integer"}},"required":["a"]}`},
		{ParameterRetyped{3, "0", "boolean"}, `{"properties":{"a":{"type":"boolean"},"b":{"type":"object"},"a":{"type":"integer"}},"required":["a"]}`},
		{ParameterDescribed{3, "2", "x"}, `{"properties":{"a":{"type":"string"},"b":{"type":"object"},"a":{"type":"integer","description":"x"}},"required":["a"]}`},
		{ParameterRemoved{3, "0"}, `{"properties":{"b":{"type":"object"},"a":{"type":"integer"}},"required":["a"]}`},
		{ParameterRemoved{3, "2"}, `{"properties":{"a":{"type":"string"},"b":{"type":"object"}},"required":["a"]}`},
		{ParameterMoved{ID: 3, At: "2", By: -1}, `{"properties":{"a":{"type":"string"},"a":{"type":"integer"},"b":{"type":"object"}},"required":["a"]}`},
		{ParameterCut{3, "0"}, `{"properties":{"b":{"type":"object"},"a":{"type":"integer"}},"required":["a"]}`},
	} {
		if m, _ := Update(withSchema(text), c.msg); m.schemaText(3) != c.want {
			t.Errorf("%T: %s", c.msg, m.schemaText(3))
		}
	}
	for i, p := range schema.Read(text).Parameters() {
		if p.Repeated != (i == 2) {
			t.Errorf("%s repeated: %v", p.Place, p.Repeated)
		}
	}
}

func TestParameterAddedAfter(t *testing.T) {
	m, effects := Update(withSchema(nested), ParameterAddedAfter{3, "1.0"})
	checkFocus(t, effects, "parameter-1.1")
	if want := "a o .x . .y l"; !strings.HasPrefix(rowNames(m), want) {
		t.Errorf("the rows are %s", rowNames(m))
	}
	for _, at := range []schema.Place{"1.1", "2.items", "$defs/0", "9"} { // 1.1 has no name yet
		if n, effects := Update(m, ParameterAddedAfter{3, at}); effects != nil || n.schemaText(3) != m.schemaText(3) {
			t.Errorf("one came after %s", at)
		}
	}
}

func TestDuplicatesOfWhatHasNoName(t *testing.T) {
	for at, focus := range map[schema.Place]string{"3.anyOf/0": "parameter-more-3.anyOf/1", "$defs/0": "parameter-$defs/1"} {
		_, effects := Update(withSchema(nested), ParameterDuplicated{3, at})
		checkFocus(t, effects, focus)
	}
}

func ExampleParameterField() {
	fmt.Println(ParameterField("2.items.0"), ParameterGrip("2.items.0"))
	// Output: parameter-2.items.0 parameter-grip-2.items.0
}
