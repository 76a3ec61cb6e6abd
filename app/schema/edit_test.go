package schema

import (
	"strconv"
	"strings"
	"testing"

	"toolyard/app/jsondoc"
)

const weather = `{
  "type": "object",
  "properties": {
    "city": {
      "type": "string",
      "description": "Where"
    },
    "unit": {
      "type": "string",
      "enum": ["c", "f"]
    }
  },
  "required": ["city"]
}`

const nested = `{"type":"object","properties":{"a":{"type":"object","properties":{"x":{"type":"string"},"x":{"type":"number"}},"required":["x"]},` +
	`"list":{"type":"array","items":{"type":"object","properties":{"":{"type":"string"},"y":{}}}}}}`

// editCases are a text, an edit in words (see edited), what of the text it
// replaces, and by what. A case with several replacements separates them by "¦".
var editCases = []struct{ text, edit, old, new string }{
	{weather, `rename 0 town`, `"city": {¦"city"]`, `"town": {¦"town"]`},
	{weather, `rename 1 `, `"unit": {`, `"": {`},
	{weather, `rename 0 city`, ``, ``},
	{weather, `rename 9 town`, ``, ``},
	{nested, `rename 0.0 z`, `{"x":{"type":"string"`, `{"z":{"type":"string"`},
	{nested, `rename 0.1 z`, `"x":{"type":"number"`, `"z":{"type":"number"`},
	{nested, `rename 1.items.0 z`, `{"":{`, `{"z":{`},
	{nested, `rename 1.items z`, ``, ``},
	{`{"properties":{"x":{},"x":{}},"required":["x","x"]}`, `rename 1 y`, `"x":{}},"required":["x","x"]`, `"y":{}},"required":["x","y"]`},

	{weather, `describe 0 There`, `"Where"`, `"There"`},
	{weather, `describe 0 `, ",\n      \"description\": \"Where\"", ``},
	{weather, `describe 1 Of "it"`, `"string",` + "\n      \"enum\"", "\"string\",\n      \"description\": \"Of \\\"it\\\"\",\n      \"enum\""},
	{weather, `describe 1 `, ``, ``},
	{weather, `describe  All`, `"object",`, "\"object\",\n  \"description\": \"All\","},
	{nested, `describe 1.items.1 Why`, `"y":{}`, `"y":{"description":"Why"}`},
	{`{"properties":{"a":true}}`, `describe 0 Why`, `true`, `{"description":"Why"}`},

	{weather, `require 1`, `["city"]`, `["city", "unit"]`},
	{weather, `require 0`, ``, ``},
	{weather, `unrequire 0`, ",\n  \"required\": [\"city\"]", ``},
	{weather, `unrequire 1`, ``, ``},
	{nested, `require 1`, "}}}}}}", `}}}}},"required":["list"]}`},
	{nested, `require 1.items.1`, `"y":{}}`, `"y":{}},"required":["y"]`},
	{`{"properties":{"a":{},"b":{}},"required":["b","a"]}`, `unrequire 1`, `"b","a"`, `"a"`},
	{`{"required":true,"properties":{"a":{}}}`, `require 0`, `true`, `["a"]`},

	{weather, `retype 1 integer`, `"string",` + "\n      \"enum\": [\"c\", \"f\"]", `"integer"`},
	{weather, `retype 0 string`, ``, ``},
	{weather, `retype 0 array`, `"string",` + "\n      \"description\": \"Where\"",
		"\"array\",\n      \"description\": \"Where\",\n      \"items\": {\n        \"type\": \"string\"\n      }"},
	{weather, `retype 1 object`, `"string",` + "\n      \"enum\": [\"c\", \"f\"]", "\"object\",\n      \"properties\": {}"},
	{weather, `retype 1 tuple`, ``, ``},
	{weather, `retype 1 `, "{\n      \"type\": \"string\",\n      \"enum\"", "{\n      \"enum\""},
	{nested, `retype 0 array`, `"object","properties":{"x":{"type":"string"},"x":{"type":"number"}},"required":["x"]`, `"array","items":{"type":"string"}`},
	{nested, `retype 1.items string`, `"object","properties":{"":{"type":"string"},"y":{}}`, `"string"`},
	{nested, `retype 1.items.1 number`, `"y":{}`, `"y":{"type":"number"}`},
	{`{"properties":{"a":{"type":["null","string"]}}}`, `retype 0 number`, `"string"`, `"number"`},
	{`{"properties":{"a":{"type":["string","number"]}}}`, `retype 0 number`, `["string","number"]`, `"number"`},
	{`{"properties":{"a":{"type":["string","number","null"]}}}`, `retype 0 boolean`, `["string","number","null"]`, `["boolean","null"]`},
	{`{"properties":{"a":{"type":"null"}}}`, `retype 0 boolean`, `"null"`, `["boolean","null"]`},
	{`{"properties":{"a":{"enum":[1,"b",2.0,2.5]}}}`, `retype 0 integer`, `{"enum":[1,"b",2.0,2.5]}`, `{"type":"integer","enum":[1,2.0]}`},
	{`{"properties":{"a":{"type":["string","null"],"enum":["b",null]}}}`, `retype 0 boolean`, `"string","null"],"enum":["b",null]`, `"boolean","null"]`},
	{`{"properties":{"a":{"enum":[1,"b",true,[2],{}]}}}`, `retype 0 array`, `"enum":[1,"b",true,[2],{}]`, `"type":"array","enum":[[2]],"items":{"type":"string"}`},
	{`{"properties":{"a":{"enum":[1,"b",true,[2],{}]}}}`, `retype 0 object`, `"enum":[1,"b",true,[2],{}]`, `"type":"object","enum":[{}],"properties":{}`},
	{`{"properties":{"a":{"enum":[1,"b",true,[2],{}]}}}`, `retype 0 boolean`, `"enum":[1,"b",true,[2],{}]`, `"type":"boolean","enum":[true]`},
	{`{"properties":{"a":{"const":1,"default":"1","x-y":1}}}`, `retype 0 string`, `"const":1,`, `"type":"string",`},
	{`{"properties":{"a":{"type":"integer","minimum":1,"default":1}}}`, `retype 0 number`, `"integer"`, `"number"`},
	{`{"properties":{"a":{"items": {} }}}`, `retype 0 object`, `{"items": {} }`, `{"type": "object", "properties": {}}`},
	{`{"properties":{"a":false}}`, `retype 0 array`, `false`, `{"type":"array","items":{"type":"string"}}`},

	{weather, `nullable 0`, `"string",` + "\n      \"desc", `["string", "null"],` + "\n      \"desc"},
	{weather, `nullable 1`, `"string",` + "\n      \"enum\": [\"c\", \"f\"]", `["string", "null"],` + "\n      \"enum\": [\"c\", \"f\", null]"},
	{`{"properties":{"a":{"type":["string","null"],"enum":["b",null]}}}`, `unnullable 0`, `["string","null"],"enum":["b",null]`, `"string","enum":["b"]`},
	{`{"properties":{"a":{"type":["string","null","number"]}}}`, `unnullable 0`, `"null",`, ``},
	{`{"properties":{"a":{"type":["string","number"]}}}`, `nullable 0`, `"number"]`, `"number","null"]`},
	{`{"properties":{"a":{"type":"null"}}}`, `unnullable 0`, ``, ``},
	{`{"properties":{"a":{}}}`, `nullable 0`, ``, ``},

	{weather, `enum 1 "c" "k" "f"`, `"c", "f"`, `"c", "k", "f"`},
	{weather, `enum 1 "c" "f" "k" 1.0`, `"f"]`, `"f", "k", 1.0]`},
	{weather, `enum 1 "k" "f"`, `"c"`, `"k"`},
	{weather, `enum 1 "f"`, `"c", "f"`, `"f"`},
	{weather, `enum 1 "c" "f"`, ``, ``},
	{weather, `enum 1 oops`, ``, ``},
	{weather, `noenum 1`, ",\n      \"enum\": [\"c\", \"f\"]", ``},
	{weather, `enum 0 "a" "b"`, `"Where"`, "\"Where\",\n      \"enum\": [\"a\", \"b\"]"},
	{`{"properties":{"a":{"enum":[]}}}`, `enum 0 1 2`, `[]`, `[1,2]`},
	{`{"properties":{"a":{"enum":[1]}}}`, `enum 0`, `[1]`, `[]`},

	{weather, `insert 1  day`, "    \"unit\"", "    \"day\": {\n      \"type\": \"string\"\n    },\n    \"unit\""},
	{weather, `insert 9  day`, "[\"c\", \"f\"]\n    }", "[\"c\", \"f\"]\n    },\n    \"day\": {\n      \"type\": \"string\"\n    }"},
	{nested, `insert 0 1.items `, `{"":{`, `{"":{"type":"string"},"":{`},
	{nested, `insert 0 1.items.1 z`, `"y":{}`, `"y":{"type":"object","properties":{"z":{"type":"string"}}}`},
	{`{"title":"T","additionalProperties":false}`, `insert 0  a`, `"T",`, `"T","type":"object","properties":{"a":{"type":"string"}},`},
	{`{"type": "object", "properties": null}`, `insert 0  a`, `null`, `{"a": {"type": "string"}}`},
	{`[1`, `insert 0  a`, ``, ``},

	{weather, `remove 0`, "    \"city\": {\n      \"type\": \"string\",\n      \"description\": \"Where\"\n    },\n¦,\n  \"required\": [\"city\"]", `¦`},
	{weather, `remove 1`, ",\n    \"unit\": {\n      \"type\": \"string\",\n      \"enum\": [\"c\", \"f\"]\n    }", ``},
	{nested, `remove 0.0`, `"x":{"type":"string"},`, ``},
	{nested, `remove 1.items`, `,"items":{"type":"object","properties":{"":{"type":"string"},"y":{}}}`, ``},
	{nested, `remove `, ``, ``},
	{`{"properties":{"a":{}},"required":["a","b"]}`, `remove 0`, `{"a":{}},"required":["a","b"]`, `{},"required":["b"]`},

	{nested, `move 0 1 0`, `"x":{"type":"string"},"x":{"type":"number"}`, `"x":{"type":"number"},"x":{"type":"string"}`},
	{nested, `move 1 0 1.items`, `"":{"type":"string"},"y":{}`, `"y":{},"":{"type":"string"}`},
	{nested, `move 0 2 `, ``, ``},

	{weather, `duplicate 0`, "Where\"\n    },¦[\"city\"]", "Where\"\n    },\n    \"city_2\": {\n      \"type\": \"string\",\n      \"description\": \"Where\"\n    },¦[\"city\", \"city_2\"]"},
	{nested, `duplicate 1.items.1`, `"y":{}`, `"y":{},"y_2":{}`},
	{nested, `duplicate 1.items`, ``, ``},
}

func TestEdits(t *testing.T) {
	for _, c := range editCases {
		want := c.text
		news := strings.Split(c.new, "¦")
		for i, old := range strings.Split(c.old, "¦") {
			if old != "" && strings.Count(c.text, old) != 1 {
				t.Fatalf("%s: %q is not there once", c.edit, old)
			}
			want = strings.Replace(want, old, news[i], 1)
		}
		s := Read(c.text)
		edits := edited(t, s, c.edit)
		got := jsondoc.Apply(c.text, edits)
		if got != want {
			t.Errorf("%s of\n%s\n got %s\nwant %s", c.edit, c.text, got, want)
		}
		if got == c.text && len(edits) > 0 {
			t.Errorf("%s of\n%s\nis %v, which changes nothing", c.edit, c.text, edits)
		}
		if back := jsondoc.Apply(got, jsondoc.Invert(c.text, edits)); back != c.text {
			t.Errorf("%s of\n%s\ninverted is %s", c.edit, c.text, back)
		}
	}
}

// edited is the edits that the words name. Where a place comes first it may be
// "", the root; a name or text is the rest of the words.
func edited(t *testing.T, s Schema, edit string) []jsondoc.Edit {
	t.Helper()
	verb, rest, _ := strings.Cut(edit, " ")
	place, argument, hasArgument := strings.Cut(rest, " ")
	at := Place(place)
	number, _ := strconv.Atoi(place)
	switch verb {
	case "rename":
		return s.Rename(at, argument)
	case "describe":
		return s.Describe(at, argument)
	case "require", "unrequire":
		return s.Require(at, verb == "require")
	case "retype":
		return s.Retype(at, argument)
	case "nullable", "unnullable":
		return s.Nullable(at, verb == "nullable")
	case "noenum":
		return s.Enum(at, nil)
	case "enum":
		if !hasArgument {
			return s.Enum(at, []string{})
		}
		return s.Enum(at, strings.Split(argument, " "))
	case "insert": // index, object, name
		object, name, _ := strings.Cut(argument, " ")
		return s.Insert(Place(object), number, name)
	case "remove":
		return s.Remove(at)
	case "move": // from, to, object
		to, object, _ := strings.Cut(argument, " ")
		index, _ := strconv.Atoi(to)
		return s.Move(Place(object), number, index)
	case "duplicate":
		return s.Duplicate(at)
	}
	t.Fatalf("no edit is called %s", verb)
	return nil
}

// TestInsertFirst begins a schema from texts that are none.
func TestInsertFirst(t *testing.T) {
	const want = "{\n  \"type\": \"object\",\n  \"properties\": {\n    \"a\": {\n      \"type\": \"string\"\n    }\n  }\n}"
	for _, text := range []string{"", " \n", "{}", "{ }", "true", "[1, 2]", "null"} {
		if got := jsondoc.Apply(text, Read(text).Insert("", 3, "a")); got != want {
			t.Errorf("%q became\n%s\nwant\n%s", text, got, want)
		}
	}
	if got, want := jsondoc.Apply(" {} ", Read(" {} ").Insert("", 0, "a")), " "+want+" "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestTypingAcrossAName renames letter by letter over another property's name:
// neither loses that it is required.
func TestTypingAcrossAName(t *testing.T) {
	text := `{"properties":{"a":{},"b":{}},"required":["b","a"]}`
	for _, name := range []string{"", "b", "bc"} {
		text = jsondoc.Apply(text, Read(text).Rename("0", name))
	}
	for _, p := range Read(text).Parameters() {
		if !p.Required {
			t.Errorf("%s is not required any more: %s", p.Name, text)
		}
	}
}
