package play

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"toolyard/app/schema"
)

// keywordCases are messages about the schema of one parameter, p, and what that
// is after each. The text is that of the parameter; "…" leads the whole text.
var keywordCases = []struct {
	name   string
	before string
	msg    Msg
	after  string
	focus  string
}{
	// typed, by control
	{"text", `{"type":"string"}`, KeywordTyped{3, "0", "format", "uri"}, `{"type":"string","format":"uri"}`, ""},
	{"text to nothing at hand", `{"type":"string","format":"uri"}`, KeywordTyped{3, "0", "format", ""}, `{"type":"string"}`, ""},
	{"text to nothing", `{"title":"t"}`, KeywordTyped{3, "0", "title", ""}, `{"title":""}`, ""},
	{"text with a quote", `{"$comment":""}`, KeywordTyped{3, "0", "$comment", "a \"b\"\nc"}, `{"$comment":"a \"b\"\nc"}`, ""},
	{"pattern", `{"type":"string"}`, KeywordTyped{3, "0", "pattern", `^\d+$`}, `{"type":"string","pattern":"^\\d+$"}`, ""},
	{"number", `{"type":"number"}`, KeywordTyped{3, "0", "minimum", "1.50"}, `{"type":"number","minimum":1.50}`, ""},
	{"number beyond float", `{"type":"number","maximum":1}`, KeywordTyped{3, "0", "maximum", " 12345678901234567890123.0 "},
		`{"type":"number","maximum":12345678901234567890123.0}`, ""},
	{"no number", `{"type":"number","maximum":1}`, KeywordTyped{3, "0", "maximum", "1,5"}, `{"type":"number","maximum":1}`, ""},
	{"no number, but JSON", `{"type":"number","maximum":1}`, KeywordTyped{3, "0", "maximum", `"2"`}, `{"type":"number","maximum":1}`, ""},
	{"number to nothing at hand", `{"type":"number","maximum":1}`, KeywordTyped{3, "0", "maximum", ""}, `{"type":"number"}`, ""},
	{"number to nothing", `{"type":"number","multipleOf":1}`, KeywordTyped{3, "0", "multipleOf", ""}, `{"type":"number","multipleOf":1}`, ""},
	{"draft-04's boolean limit", `{"exclusiveMinimum":true}`, KeywordTyped{3, "0", "exclusiveMinimum", "false"}, `{"exclusiveMinimum":false}`, ""},
	{"string's default", `{"type":"string"}`, KeywordTyped{3, "0", "default", "12"}, `{"type":"string","default":"12"}`, ""},
	{"string's default null", `{"type":["string","null"]}`, KeywordTyped{3, "0", "default", "null"}, `{"type":["string","null"],"default":null}`, ""},
	{"empty string as default", `{"type":"string"}`, KeywordTyped{3, "0", "default", `""`}, `{"type":"string","default":""}`, ""},
	{"number's default", `{"type":"number"}`, KeywordTyped{3, "0", "default", "1e3"}, `{"type":"number","default":1e3}`, ""},
	{"any const", `{}`, KeywordTyped{3, "0", "const", `{"a": 1.0}`}, `{"const":{"a": 1.0}}`, ""},
	{"any const, not yet JSON", `{"const":1}`, KeywordTyped{3, "0", "const", `{"a"`}, `{"const":1}`, ""},
	{"unknown", `{"x-a":1,"type":"string"}`, KeywordTyped{3, "0", "x-a", `"b"`}, `{"x-a":"b","type":"string"}`, ""},
	{"unknown bare word", `{"x-a":1,"type":"string"}`, KeywordTyped{3, "0", "x-a", `b`}, `{"x-a":1,"type":"string"}`, ""},
	{"dependencies", `{"dependencies":{"a":["b"]}}`, KeywordTyped{3, "0", "dependencies", `{"a":["c"]}`}, `{"dependencies":{"a":["c"]}}`, ""},
	{"of no place", `{}`, KeywordTyped{3, "9", "title", "x"}, `{}`, ""},

	// set
	{"boolean", `{"type":"array"}`, KeywordSet{3, "0", "uniqueItems", "true"}, `{"type":"array","uniqueItems":true}`, ""},
	{"schema true", `{"not":{"a":1}}`, KeywordSet{3, "0", "not", "true"}, `{"not":true}`, ""},
	{"schema stays", `{"not":{"a":1}}`, KeywordSet{3, "0", "not", "{}"}, `{"not":{"a":1}}`, ""},
	{"schema", `{"not":false}`, KeywordSet{3, "0", "not", "{}"}, `{"not":{}}`, ""},
	{"to nothing", `{"type":"boolean","default":true}`, KeywordSet{3, "0", "default", ""}, `{"type":"boolean"}`, "keyword-0-default"},
	{"to the same", `{"not":false}`, KeywordSet{3, "0", "not", "false"}, `{"not":false}`, ""},

	// added and removed
	{"added", `{"type":"string"}`, KeywordAdded{3, "0", "title"}, `{"title":"","type":"string"}`, "keyword-0-title"},
	{"added twice", `{"title":"t"}`, KeywordAdded{3, "0", "title"}, `{"title":"t"}`, ""},
	{"added nothing", `{}`, KeywordAdded{3, "0", ""}, `{}`, ""},
	{"examples added", `{"type":"integer"}`, KeywordAdded{3, "0", "examples"}, `{"type":"integer","examples":[0]}`, "keyword-0-examples-0"},
	{"map added", `{"type":"object"}`, KeywordAdded{3, "0", "patternProperties"}, `{"type":"object","patternProperties":{"^x-":{}}}`, "keyword-0-patternProperties"},
	{"dependentSchemas added", `{"properties":{"a":{}}}`, KeywordAdded{3, "0", "dependentSchemas"},
		`{"properties":{"a":{}},"dependentSchemas":{"a":{}}}`, "keyword-0-dependentSchemas"},
	{"removed", `{"title":"t","type":"string"}`, KeywordRemoved{3, "0", "title"}, `{"type":"string"}`, "keyword-0-"},
	{"removed, but at hand", `{"type":"string","minLength":1}`, KeywordRemoved{3, "0", "minLength"}, `{"type":"string"}`, "keyword-0-minLength"},
	{"removed what is not there", `{}`, KeywordRemoved{3, "0", "title"}, `{}`, ""},

	// types
	{"type on", `{"type":"string"}`, TypeChosen{3, "0", "integer", true}, `{"type":["string","integer"]}`, ""},
	{"type off", `{"type":["string","integer"],"minLength":1}`, TypeChosen{3, "0", "string", false}, `{"type":"integer"}`, ""},
	{"last type off", `{"title":"t","type":"string"}`, TypeChosen{3, "0", "string", false}, `{"title":"t"}`, ""},

	// lists
	{"value added", `{"enum":[1]}`, ValueAdded{3, "0", "enum", 0, "null"}, `{"enum":[1,null]}`, "keyword-0-enum-1"},
	{"value typed", `{"type":"string","enum":["a","b"]}`, ValueTyped{3, "0", "enum", 1, "c"}, `{"type":"string","enum":["a","c"]}`, ""},
	{"value typed to nothing", `{"type":"string","enum":["a","b"]}`, ValueTyped{3, "0", "enum", 1, ""}, `{"type":"string","enum":["a",""]}`, ""},
	{"value typed as JSON", `{"enum":[1]}`, ValueTyped{3, "0", "enum", 0, "1.0"}, `{"enum":[1.0]}`, ""},
	{"value not yet JSON", `{"enum":[1]}`, ValueTyped{3, "0", "enum", 0, "1."}, `{"enum":[1]}`, ""},
	{"value moved", `{"enum":[1,2,3]}`, ValueMoved{3, "0", "enum", 2, -1}, `{"enum":[1,3,2]}`, "keyword-0-enum-1"},
	{"value moved beyond", `{"enum":[1,2]}`, ValueMoved{3, "0", "enum", 1, 1}, `{"enum":[1,2]}`, ""},
	{"value removed", `{"enum":[1,2]}`, ValueRemoved{3, "0", "enum", 0, 1}, `{"enum":[1]}`, "keyword-0-enum-0"},
	{"last value removed", `{"title":"t","enum":[1]}`, ValueRemoved{3, "0", "enum", 0, 0}, `{"title":"t"}`, "keyword-0-"},
	{"name picked", `{"required":["a"]}`, ValueAdded{ID: 3, At: "0", Keyword: "required"}.With("b"), `{"required":["a","b"]}`, ""},
	{"name picked first", `{"title":""}`, ValueAdded{ID: 3, At: "0", Keyword: "required"}.With("b"), `{"title":"","required":["b"]}`, ""},
	{"last name removed", `{"type":"object","required":["a"]}`, ValueRemoved{3, "0", "required", 0, 0}, `{"type":"object"}`, "keyword-0-required"},
	{"entry picked", `{"dependentRequired":{}}`, EntryAdded{ID: 3, At: "0", Keyword: "dependentRequired"}.With("a"), `{"dependentRequired":{"a":[]}}`, ""},
	{"name picked in an entry", `{"dependentRequired":{"a":[],"b":[]}}`,
		ValueAdded{ID: 3, At: "0", Keyword: "dependentRequired", Entry: 2}.With("a"), `{"dependentRequired":{"a":[],"b":["a"]}}`, ""},
	{"name removed in an entry", `{"dependentRequired":{"a":["x","y"]}}`,
		ValueRemoved{3, "0", "dependentRequired", 1, 0}, `{"dependentRequired":{"a":["y"]}}`, "keyword-0-dependentRequired"},
	{"entry removed", `{"dependentRequired":{"a":[],"b":[]}}`, EntryRemoved{3, "0", "dependentRequired", 1},
		`{"dependentRequired":{"b":[]}}`, "keyword-0-dependentRequired"},
	{"last entry removed", `{"title":"","dependentRequired":{"a":[]}}`, EntryRemoved{3, "0", "dependentRequired", 1}, `{"title":""}`, "keyword-0-"},
	{"no such entry", `{"dependentRequired":{"a":[]}}`, ValueAdded{3, "0", "dependentRequired", 7, `"x"`}, `{"dependentRequired":{"a":[]}}`, ""},

	// schemas
	{"branch", `{"anyOf":[{}]}`, BranchAdded{3, "0", "anyOf"}, `{"anyOf":[{},{}]}`, "parameter-more-0.anyOf/1"},
	{"position of draft-07", `{"items":[{}]}`, BranchAdded{3, "0", "items"}, `{"items":[{},{}]}`, "parameter-more-0.items/1"},
	{"pattern of a name", `{"patternProperties":{"^x-":{}}}`, EntryAdded{ID: 3, At: "0", Keyword: "patternProperties"},
		`{"patternProperties":{"^x-":{},"^x-_2":{}}}`, "parameter-0.patternProperties/1"},

	// unions and references
	{"united", `{"type":["string","null"],"title":"t"}`, Remade{3, "0", AUnion, ""}, `{"title":"t","anyOf":[{"type":"string"},{"type":"null"}]}`, "keyword-0-"},
	{"unified", `{"anyOf":[{"type":"string"},{"type":"null"}]}`, Remade{3, "0", OneSchema, ""}, `{"type":["string","null"]}`, "keyword-0-"},
	{"not unified", `{"anyOf":[{"type":"string"},{"type":"string"}]}`, Remade{3, "0", OneSchema, ""}, `{"anyOf":[{"type":"string"},{"type":"string"}]}`, ""},
}

func oneParameter(raw string) string { return `{"type":"object","properties":{"p":` + raw + `}}` }

func TestKeywordMessages(t *testing.T) {
	for _, c := range keywordCases {
		t.Run(c.name, func(t *testing.T) {
			m, effects := Update(withSchema(oneParameter(c.before)), c.msg)
			s, _ := m.Tool()
			if got := s.Parameters.Copy("0"); got != c.after && tight(got) != tight(c.after) {
				t.Errorf("got  %s\nwant %s", got, c.after)
			}
			checkFocus(t, effects, c.focus)
			if m.CanUndo() != (c.before != c.after) {
				t.Errorf("can undo: %v", m.CanUndo())
			}
		})
	}
}

func tight(text string) string {
	return strings.NewReplacer("\n", "", ": ", ":", ", ", ",", "  ", "").Replace(text)
}

// What every keyword begins with is of its kind, and is shown by the control of
// that kind.
func TestKeywordsBeginAsTheirKind(t *testing.T) {
	of := map[schema.Kind]Control{}
	for _, c := range controls {
		if _, ok := of[c.kind]; !ok {
			of[c.kind] = c.control
		}
	}
	for _, k := range schema.Keywords() {
		typ := "string"
		if k.Types != nil {
			typ = k.Types[0]
		}
		if k.Name == "type" {
			continue // which is there already
		}
		m, effects := Update(withSchema(oneParameter(`{"type":"`+typ+`"}`)), KeywordAdded{3, "0", k.Name})
		x, _ := m.keyword(3, "0", k.Name)
		want := of[k.Kind]
		if want == "" {
			want = ControlJSON
		}
		if !x.line.Stated || x.line.Control != want || x.line.Invalid || len(effects) != 1 {
			t.Errorf("%s began as %s, edited as %s, effects %v", k.Name, x.line.Raw, x.line.Control, effects)
		}
	}
}

// shown are the names of lines, those that are stated with *.
func shown(lines []Line) string {
	var all []string
	for _, l := range lines {
		name := l.Keyword.Name
		if l.Stated {
			name += "*"
		}
		all = append(all, name)
	}
	return strings.Join(all, " ")
}

func TestLinesAreWhatIsStatedOrAtHand(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{`{"type":"string"}`, "type* format const default pattern minLength maxLength"},
		{`{"x-b":1,"maxLength":1,"x-a":2,"type":"string","description":"d","title":"t"}`,
			"title* type* format const default pattern minLength maxLength* x-b* x-a*"},
		{`{"type":"integer"}`, "type* const default minimum maximum"},
		{`{"type":["integer","null"]}`, "type* const default minimum maximum"},
		{`{"type":"boolean"}`, "type* const default"},
		{`{"type":"array","items":{}}`, "type* const default items* minItems maxItems uniqueItems"},
		{`{"type":"object","properties":{"a":{}}}`, "type* const default additionalProperties required"},
		{`{"$ref":"#/$defs/a"}`, "$ref*"},
		{`{"anyOf":[{}]}`, "anyOf*"},
		{`{"enum":[1],"definitions":{"a":{}}}`, "type enum* const default definitions*"},
		{`{}`, "type const default"},
		{`{"description":1,"properties":2}`, "type description* const default properties*"},
		{`{"title":"a","title":"b"}`, "title* type const default"},
		{`true`, "type const default"},
	} {
		s := schema.Read(oneParameter(c.raw))
		if got := shown(View{}.Lines(3, s, "0")); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.raw, got, c.want)
		}
	}
	for text, want := range map[string]string{
		`{"type":"object","properties":{}}`: "additionalProperties required",
		`{"type":"array","title":"t"}`:      "title* type*",
		"":                                  "", // which is no object yet
	} {
		if got := shown(View{}.Lines(3, schema.Read(text), "")); got != want {
			t.Errorf("the root %s\n got %s\nwant %s", text, got, want)
		}
	}
}

// A value that is not of the keyword's kind is edited as the JSON that it is.
func TestOddValuesAreEditedAsJSON(t *testing.T) {
	for raw, want := range map[string]Control{
		`{"minLength":"3"}`:                  ControlJSON,
		`{"exclusiveMinimum":true}`:          ControlJSON,
		`{"exclusiveMinimum":1}`:             ControlNumber,
		`{"required":true}`:                  ControlJSON,
		`{"required":["a",1]}`:               ControlJSON,
		`{"required":["a"]}`:                 ControlNames,
		`{"enum":"a"}`:                       ControlJSON,
		`{"items":[{}]}`:                     ControlSchemas,
		`{"items":false}`:                    ControlSchema,
		`{"anyOf":{}}`:                       ControlJSON,
		`{"title":null}`:                     ControlJSON,
		`{"dependencies":{"a":["b"]}}`:       ControlJSON,
		`{"dependentRequired":{"a":"b"}}`:    ControlJSON,
		`{"dependentRequired":{"a":["b"]}}`:  ControlEntries,
		`{"definitions":{"a":{}}}`:           ControlSchemaMap,
		`{"type":["string",1]}`:              ControlJSON,
		`{"type":"strnig"}`:                  ControlTypes,
		`{"x":"a"}`:                          ControlJSON,
		`{"const":[1]}`:                      ControlValue,
		`{"$vocabulary":{"https://a":true}}`: ControlJSON,
	} {
		s := schema.Read(oneParameter(raw))
		for _, l := range (View{}).Lines(3, s, "0") {
			if l.Stated && l.Control != want {
				t.Errorf("%s is edited as %s, want %s", raw, l.Control, want)
			}
		}
	}
}

// keywordText is what stands in the control of a keyword of p.
func keywordText(t *testing.T, m Model, keyword string) Input {
	t.Helper()
	x, ok := m.keyword(3, "0", keyword)
	if !ok {
		t.Fatalf("no %s", keyword)
	}
	return x.line.Input
}

func TestWhatMeansNothingYetIsKept(t *testing.T) {
	m := withSchema(oneParameter(`{"type":"number","minimum":1,"x":[1]}`))
	m, _ = Update(m, KeywordTyped{3, "0", "minimum", "1."})
	m, _ = Update(m, KeywordTyped{3, "0", "maximum", "many"})
	m, _ = Update(m, KeywordTyped{3, "0", "x", "[1,"})
	for keyword, want := range map[string]Input{"minimum": {"1.", true}, "maximum": {"many", true}, "x": {"[1,", true}} {
		if got := keywordText(t, m, keyword); got != want {
			t.Errorf("%s shows %v, want %v", keyword, got, want)
		}
	}
	m, _ = Update(m, KeywordTyped{3, "0", "x", "[1,\n2]"})
	if got := keywordText(t, m, "x"); got != (Input{"[1,\n2]", false}) {
		t.Errorf("what was typed is %v now", got)
	}
	m, _ = Update(m, ParametersTyped{3, oneParameter(`{"type":"number","minimum":2}`)})
	if got := keywordText(t, m, "minimum"); got != (Input{"2", false}) {
		t.Errorf("the schema says 2, the field %v", got)
	}
	if len(m.View.Keyed) > 3 {
		t.Errorf("kept %v", m.View.Keyed)
	}
}

func TestSampleIsTriedOnThePattern(t *testing.T) {
	for _, c := range []struct{ pattern, sample, want string }{
		{`^[A-Z]`, "Paris", "yes"}, {`^[A-Z]`, "paris", "no"}, {`a`, "banana", "yes"},
		{`(?<=a)b`, "ab", "unread"}, {`^[A-Z]`, "", ""},
	} {
		m := withSchema(oneParameter(`{"type":"string"}`))
		m, _ = Update(m, KeywordTyped{3, "0", "pattern", c.pattern})
		text := m.schemaText(3)
		m, effects := Update(m, SampleTyped{3, "0", c.sample})
		x, _ := m.keyword(3, "0", "pattern")
		if x.line.Match != c.want || x.line.Sample != c.sample {
			t.Errorf("%s on %q: %q", c.pattern, c.sample, x.line.Match)
		}
		if m.schemaText(3) != text || effects != nil {
			t.Error("a sample is no part of the schema")
		}
	}
}

const withDefinition = `{"type":"object","properties":{"p":{"$ref":"#/$defs/day"},"q":{"type":"string"}},"$defs":{"day":{"type":"string","format":"date"}}}`

func TestDefinitions(t *testing.T) {
	m := withSchema(withDefinition)
	m, _ = Update(m, Folded{More(3, "/properties/p")})
	m, _ = Update(m, Folded{More(3, "/properties/q")})
	tl, _ := m.Tool()
	p := m.View.Block(3, tl.Parameters, "0")
	q := m.View.Block(3, tl.Parameters, "1")
	if !p.Leads || p.LeadsTo != "$defs/0" || p.LeadsToPointer != "/$defs/day" || !p.Inline || p.Extract || len(p.Definitions) != 0 {
		t.Errorf("the block of a reference is %+v", p)
	}
	if q.Leads || q.Inline || !q.Extract || !q.Unite || q.Unify || len(q.Definitions) != 1 {
		t.Errorf("the block of a string is %+v", q)
	}
	if got := Uses(tl.Parameters, "/$defs/day"); got != 1 {
		t.Errorf("%d references lead to the definition", got)
	}
	m, effects := Update(m, Remade{3, "1", ADefinition, ""})
	checkFocus(t, effects, "parameter-$defs/1")
	m, effects = Update(m, Remade{ID: 3, At: "1", How: AReference}.With("$defs/0"))
	checkFocus(t, effects, "keyword-1-")
	if !strings.Contains(m.schemaText(3), `"q":{"$ref":"#/$defs/day"}`) {
		t.Error(m.schemaText(3))
	}
	m, effects = Update(m, Remade{3, "0", InPlace, ""})
	checkFocus(t, effects, "keyword-0-")
	if !strings.Contains(m.schemaText(3), `"p":{"type":"string","format":"date"}`) {
		t.Error(m.schemaText(3))
	}
	_, effects = Update(m, RowSought{3, "$defs/0"})
	checkFocus(t, effects, "parameter-$defs/0")
	_, effects = Update(m, RowSought{3, "0.anyOf/1"})
	checkFocus(t, effects, "parameter-more-0.anyOf/1")
	_, effects = Update(m, RowSought{3, ""})
	checkFocus(t, effects, RootMore)
}

func TestAdditionsAreWhatIsNotThere(t *testing.T) {
	s := schema.Read(oneParameter(`{"type":"string","title":"t"}`))
	m := View{Folded: []string{More(3, "/properties/p"), More(3, "")}}
	b := m.Block(3, s, "0")
	if want := []string{"contentEncoding", "contentMediaType", "contentSchema"}; !reflect.DeepEqual(b.Own, want) {
		t.Errorf("for a string: %q", b.Own)
	}
	for _, not := range []string{"title", "minLength", "minimum", "definitions", "$schema", "description"} {
		if slices.Contains(b.General, not) {
			t.Errorf("%s can be added", not)
		}
	}
	if !slices.Contains(b.General, "enum") || !slices.Contains(b.General, "not") {
		t.Errorf("for any type: %q", b.General)
	}
	root := m.Block(3, s, "")
	if !slices.Contains(root.Own, "propertyNames") || slices.Contains(root.General, "pattern") || !slices.Contains(root.General, "$schema") || root.Unite {
		t.Errorf("for the root: %q %q", root.Own, root.General)
	}
	if closed := (View{}).Block(3, s, "0"); closed.Open || closed.Lines != nil {
		t.Error("a block that is not open has nothing in it")
	}
}
