package schema

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"toolyard/app/jsondoc"
)

// whole has a schema under every keyword that holds some.
const whole = `{
  "title": "Whole", "properties": {"p": {"anyOf": [{"const": "Blue"}, {"$ref": "#/$defs/d"}], "items": [{"title": "first"}]}, "q": true},
  "patternProperties": {"^x": {}}, "additionalProperties": {"enum": [1.50, "blue"]}, "propertyNames": {}, "unevaluatedProperties": false,
  "items": {"items": {}}, "prefixItems": [{}, {}], "contains": {}, "additionalItems": {}, "unevaluatedItems": {}, "contentSchema": {},
  "allOf": [{}], "oneOf": [{}], "not": {}, "if": {}, "then": {}, "else": {},
  "dependentSchemas": {"p": {}}, "dependencies": {"p": ["q"], "q": {"description": "BLUE dependency"}}, "$defs": {"d": {}}, "definitions": {"e/f": {}},
  "default": {"properties": {"no": {}}}, "x-y": {"properties": {"no": {}}}
}`

func TestOutline(t *testing.T) {
	s := Read(whole)
	var got []string
	for _, p := range s.Outline() {
		got = append(got, fmt.Sprintf("%s%s %s %s %q", strings.Repeat("  ", p.Depth), p.Place, p.Pointer, p.Keyword, p.Name))
		if again, ok := s.Parameter(p.Place); !ok || fmt.Sprint(again) != fmt.Sprint(p) {
			t.Errorf("%s is %+v alone, and %+v in the outline", p.Place, again, p)
		}
		if at, ok := s.PlaceOf(p.Pointer); !ok || at != p.Place {
			t.Errorf("%s is at %s", p.Pointer, at)
		}
		if at, ok := s.PointerOf(p.Place); !ok || at != p.Pointer {
			t.Errorf("%s is at %s", p.Place, at)
		}
		if node := s.Doc.At(string(p.Pointer)); s.PlaceAt(node.Start) != p.Place {
			t.Errorf("at byte %d is %s, want %s", node.Start, s.PlaceAt(node.Start), p.Place)
		}
		if keyword, index := p.Place.Step(); keyword != p.Keyword || index != p.Index || p.Object.Nth(keyword, index) != p.Place {
			t.Errorf("%s is %d of %s", p.Place, index, keyword)
		}
	}
	want := []string{
		`0 /properties/p properties "p"`, `  0.anyOf/0 /properties/p/anyOf/0 anyOf ""`, `  0.anyOf/1 /properties/p/anyOf/1 anyOf ""`,
		`  0.items/0 /properties/p/items/0 items ""`, `1 /properties/q properties "q"`,
		`patternProperties/0 /patternProperties/^x patternProperties "^x"`, `additionalProperties /additionalProperties additionalProperties ""`,
		`propertyNames /propertyNames propertyNames ""`, `unevaluatedProperties /unevaluatedProperties unevaluatedProperties ""`,
		`items /items items ""`, `  items.items /items/items items ""`, `prefixItems/0 /prefixItems/0 prefixItems ""`,
		`prefixItems/1 /prefixItems/1 prefixItems ""`, `contains /contains contains ""`, `additionalItems /additionalItems additionalItems ""`,
		`unevaluatedItems /unevaluatedItems unevaluatedItems ""`, `contentSchema /contentSchema contentSchema ""`,
		`allOf/0 /allOf/0 allOf ""`, `oneOf/0 /oneOf/0 oneOf ""`, `not /not not ""`, `if /if if ""`, `then /then then ""`, `else /else else ""`,
		`dependentSchemas/0 /dependentSchemas/p dependentSchemas "p"`, `dependencies/1 /dependencies/q dependencies "q"`,
		`$defs/0 /$defs/d $defs "d"`, `definitions/0 /definitions/e~1f definitions "e/f"`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestFind(t *testing.T) {
	s := Read(whole)
	for query, want := range map[string]string{
		"blue": "0.anyOf/0 additionalProperties dependencies/1", "WHOLE": "", "1.5": "additionalProperties", "first": "0.items/0",
		" p ": "0 dependentSchemas/0 dependencies/1", "no such": "-", "": "-", " ": "-", "e/f": "definitions/0",
	} {
		places := s.Find(query)
		var found []string
		for _, p := range places {
			found = append(found, string(p))
		}
		got := strings.Join(found, " ")
		if len(places) == 0 {
			got = "-"
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", query, got, want)
		}
	}
}

func TestPlaces(t *testing.T) {
	for place, want := range map[Place]Place{"": "", "2": "", "2.anyOf/1": "2", "2.items.0": "2.items", "$defs/0": ""} {
		if got := place.Object(); got != want {
			t.Errorf("%s stands in %q, want %q", place, got, want)
		}
	}
	for _, c := range []struct {
		inner, outer Place
		want         bool
	}{{"2", "", true}, {"2", "2", true}, {"2.0", "2", true}, {"20", "2", false}, {"2", "2.0", false}, {"2.anyOf/10", "2.anyOf/1", false}} {
		if got := c.inner.Inside(c.outer); got != c.want {
			t.Errorf("%s inside %s is %t", c.inner, c.outer, got)
		}
	}
	s := Read(whole)
	for _, place := range []Place{"9", "-1", "0.anyOf", "0.anyOf/2", "0.anyOf/-1", "items/0", "not/0", "title", "x-y", "x", "default.0", "0.", "dependencies", "0..1"} {
		if _, ok := s.find(place); ok {
			t.Errorf("%s is somewhere", place)
		}
	}
	for _, p := range []Pointer{"/title", "/properties", "/nowhere", "/default", "/default/properties/no", "/anyOf"} {
		if at, ok := s.PlaceOf(p); ok {
			t.Errorf("%s is the schema %s", p, at)
		}
	}
	if p, ok := s.Parameter(""); !ok || p.Title != "Whole" || p.Depth != -1 {
		t.Errorf("the root is %+v", p)
	}
}

func TestDefinitions(t *testing.T) {
	s := Read(`{"properties": {"a": {"$ref": "#/$defs/d"}, "b": {"items": {"$ref": "#/$defs/d/items"}}, "c": {"$ref": "#/definitions/e~1f"}, "d": {"$ref": "#/$defs/de"}},
		"$defs": {"d": {"items": {}}, "de": {}}, "definitions": {"e/f": {"$ref": "#/definitions/e~1f"}}}`)
	var got []string
	for _, d := range s.Definitions() {
		got = append(got, fmt.Sprint(d.Name, " ", d.Place, " ", d.Pointer, " ", d.Uses))
		if !slices.Equal(d.Uses, s.Uses(d.Place)) {
			t.Errorf("%s has the uses %v, and Uses says %v", d.Name, d.Uses, s.Uses(d.Place))
		}
	}
	want := []string{"d $defs/0 /$defs/d [0 1.items]", "de $defs/1 /$defs/de [3]", "e/f definitions/0 /definitions/e~1f [2 definitions/0]"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if s.Uses("9") != nil {
		t.Error("what is not there is used")
	}
}

func TestCopy(t *testing.T) {
	s := Read("{\n  \"properties\": {\n    \"a\": {\n      \"type\": \"string\",\n      \"x\": \"a\\n  b\"\n    }\n  }\n}")
	text, edits := s.Cut("0")
	if want := "{\n  \"type\": \"string\",\n  \"x\": \"a\\n  b\"\n}"; text != want {
		t.Errorf("copied %q, want %q", text, want)
	}
	cut := s.After(edits)
	if len(cut.Parameters()) != 0 {
		t.Errorf("cut, it is %s", cut.Doc.Text)
	}
	if back := cut.After(cut.Paste("", 0, "a", text)); !jsondoc.Equal(back.Doc, back.Doc.Root, s.Doc, s.Doc.Root) {
		t.Errorf("pasted back, it is %s", back.Doc.Text)
	}
	if s.Copy("3") != "" {
		t.Error("nothing can be copied")
	}
	if typed := s.To(s.Doc.Text + " "); !typed.Doc.OK() || typed.Doc.Text != s.Doc.Text+" " {
		t.Errorf("typed, it is %q", typed.Doc.Text)
	}
	blank := Read("")
	if got := blank.After(blank.Paste("", 0, "a", `{"x": 1.0}`)); len(got.Parameters()) != 1 {
		t.Errorf("pasted into nothing, it is %s", got.Doc.Text)
	}
}
