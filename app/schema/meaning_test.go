package schema

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"toolyard/app/jsondoc"
	"toolyard/app/validate"
	"toolyard/app/validate/checker"
)

// sample is a schema and values of its instances.
type sample struct {
	name, schema string
	values       []string
	valid        []bool // nil: not known
}

// samples are own ones; the official suite's are added where it is.
var samples = []sample{
	{"union", `{"anyOf": [{"type": "string", "minLength": 2}, {"type": "integer", "minimum": 3}, {"type": "null"}]}`,
		[]string{`"a"`, `"ab"`, `2`, `3`, `3.5`, `null`, `true`}, nil},
	{"types", `{"type": ["string", "number", "null"], "enum": ["a", 1, null, true], "maxLength": 1}`,
		[]string{`"a"`, `"b"`, `1`, `1.0`, `null`, `true`}, nil},
	{"values", `{"oneOf": [{"const": 1}, {"enum": ["a", "b"]}]}`, []string{`1`, `1.0`, `"a"`, `2`}, nil},
	{"one branch", `{"title": "T", "anyOf": [{"type": "object", "required": ["a"]}]}`, []string{`{}`, `{"a": 1}`, `1`}, nil},
	{"references", `{"properties": {"a": {"$ref": "#/$defs/d"}, "b": {"$ref": "#/properties/c"}, "c": {"type": "integer"}}, "$defs": {"d": {"type": "string", "description": "D"}}}`,
		[]string{`{"a": 1}`, `{"a": "x"}`, `{"b": 1}`, `{"b": "x"}`, `{"c": "x"}`}, nil},
	{"a tree", `{"$ref": "#/$defs/node", "$defs": {"node": {"properties": {"next": {"$ref": "#/$defs/node"}, "value": {"type": "integer"}}}}}`,
		[]string{`{"next": {"value": 1}}`, `{"next": {"value": "x"}}`, `{"next": {"next": {"value": "x"}}}`}, nil},
}

func check(schema, value string) validate.State { return checker.Check(schema, value).State }

// meaningSamples adds what the suite requires of draft 2020-12.
func meaningSamples(t *testing.T) []sample {
	t.Helper()
	all := samples
	suite := os.Getenv("TOOLYARD_SCHEMA_SUITE")
	if suite == "" {
		t.Log("TOOLYARD_SCHEMA_SUITE does not name a folder: own samples only")
		return all
	}
	files, _ := filepath.Glob(filepath.Join(suite, "tests", "draft2020-12", "*.json"))
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d := jsondoc.Parse(string(text))
		for _, group := range d.Root.Elements {
			s := sample{name: filepath.Base(file) + ": " + d.Raw(group.Get("description")), schema: d.Raw(group.Get("schema"))}
			for _, test := range group.Get("tests").Elements {
				s.values = append(s.values, d.Raw(test.Get("data")))
				s.valid = append(s.valid, d.Raw(test.Get("valid")) == "true")
			}
			all = append(all, s)
		}
	}
	return all
}

// keepMeaning are the edits after which a schema takes what it took before.
var keepMeaning = map[string]func(Schema, Place) []jsondoc.Edit{
	"unite":   Schema.Unite,
	"unify":   Schema.Unify,
	"inline":  Schema.Inline,
	"extract": func(s Schema, at Place) []jsondoc.Edit { return s.Extract(at, "extracted definition") },
}

// TestEditsKeepMeaning makes those edits at every schema, and holds the same
// values against what comes out.
func TestEditsKeepMeaning(t *testing.T) {
	made := map[string]int{}
	for _, c := range meaningSamples(t) {
		s := Read(c.schema)
		if strings.Contains(c.schema, `$id"`) || strings.Contains(c.schema, "nchor") || strings.Contains(c.schema, "unevaluated") ||
			strings.Contains(c.schema, "dynamicRef") || strings.Contains(c.schema, "$vocabulary") {
			continue // another base or another scope is another meaning
		}
		for _, at := range append([]Parameter{{}}, s.Outline()...) {
			for name, edit := range keepMeaning {
				after := jsondoc.Apply(c.schema, edit(s, at.Place))
				if after == c.schema {
					continue
				}
				made[name]++
				for _, value := range c.values {
					if was, is := check(c.schema, value), check(after, value); was != is {
						t.Errorf("%s: %s at %q: %s is %s, and was %s\n%s\n%s", c.name, name, at.Place, value, is, was, c.schema, after)
					}
				}
			}
		}
	}
	t.Log(made)
	for name := range keepMeaning {
		if made[name] == 0 {
			t.Errorf("%s was never made", name)
		}
	}
}

// TestRenameKeepsMeaning renames every property, in the values as well.
func TestRenameKeepsMeaning(t *testing.T) {
	const text = `{"properties": {"a": {"type": "integer"}, "b": {"$ref": "#/properties/a"}}, "required": ["a"], "dependentRequired": {"a": ["b"]},
		"if": {"properties": {"a": {"const": 1}}, "required": ["a"]}, "then": {"required": ["b"]}, "dependentSchemas": {"b": {"properties": {"a": {"minimum": 0}}}}}`
	after := jsondoc.Apply(text, Read(text).Rename("0", "renamed"))
	for _, value := range []string{`{}`, `{"a": 1}`, `{"a": 2, "b": 1}`, `{"a": 1, "b": 3}`, `{"a": -1, "b": 3}`, `{"a": "x", "b": 1}`, `{"a": 1, "b": "x"}`, `{"b": 1}`} {
		if was, is := check(text, value), check(after, strings.ReplaceAll(value, `"a"`, `"renamed"`)); was != is {
			t.Errorf("%s is %s, and was %s: %s", value, is, was, after)
		}
	}
}

// TestJudge holds values against schemas: what is plain must be so.
func TestJudge(t *testing.T) {
	plain, all := 0, 0
	for _, c := range meaningSamples(t) {
		if strings.Contains(c.schema, `$id"`) || strings.Contains(c.schema, "$vocabulary") {
			continue
		}
		for i, value := range c.values {
			s := Read(`{"schema":` + c.schema + `,"value":` + value + `}`)
			schema := s.Doc.Root.Get("schema")
			alone := Schema{jsondoc.Doc{Text: s.Doc.Text, Root: s.Doc.Root}}
			if strings.Contains(c.schema, "$ref") {
				continue // a reference from the root means another root here
			}
			valid := check(c.schema, value) == validate.Valid
			if c.valid != nil {
				valid = c.valid[i]
			}
			all++
			got := alone.judge(schema, s.Doc.Root.Get("value"), "", maxRefs)
			if got == accepts && !valid || got == refuses && valid {
				t.Errorf("%s: %s: judged %d, and valid is %t\n%s", c.name, value, got, valid, c.schema)
			}
			if got != unsure {
				plain++
			}
		}
	}
	t.Logf("%d of %d are plain", plain, all)
}

// TestNoFalseAlarm says that no rule calls the schemas of the suite, which all
// are valid, wrong; and that where a rule says that nothing satisfies one,
// nothing does.
func TestNoFalseAlarm(t *testing.T) {
	for _, c := range meaningSamples(t) {
		for _, p := range Read(c.schema).Problems() {
			switch p.Rule {
			case "schema-value", "keyword-value", "type-unknown", "ref-unknown", "ref-circular", "pattern-invalid", "keyword-misspelt":
				t.Errorf("%s: %+v\n%s", c.name, p, c.schema)
			case "never-const", "never-enum", "never-type", "never-not":
				for i, value := range c.values {
					if p.At == "" && c.valid != nil && c.valid[i] {
						t.Errorf("%s: %s satisfies what %s says nothing does\n%s", c.name, value, p.Rule, c.schema)
					}
				}
			}
		}
	}
}

// TestRefusesByValidator lets package validate decide what is not plain.
func TestRefusesByValidator(t *testing.T) {
	profile := Profile{Refuses: func(schema, value string) bool { return check(schema, value) == validate.Mismatch }}
	for text, want := range map[string]string{
		`{"properties": {"a": {"multipleOf": 2, "default": 3, "examples": [2, 5]}}}`:                                                                  "default-refused /properties/a/default, example-refused /properties/a/examples/1",
		`{"properties": {"a": {"pattern": "^x", "default": "y"}, "b": {"pattern": "^(?=x)", "default": "y"}}}`:                                        "default-refused /properties/a/default",
		`{"properties": {"a": {"$ref": "#/$defs/d", "default": ["x", "x"]}}, "$defs": {"d": {"uniqueItems": true}}}`:                                  "default-refused /properties/a/default",
		`{"properties": {"a": {"$ref": "#/$defs/d", "default": ["x", "y"]}}, "$defs": {"d": {"uniqueItems": true}}}`:                                  "",
		`{"definitions": {"d": {"not": {"$ref": "#/definitions/e"}}, "e": {"type": "string"}}, "items": {"$ref": "#/definitions/d", "default": "x"}}`: "default-refused /items/default",
	} {
		var got []string
		for _, p := range Read(text).ProblemsFor(profile) {
			if strings.HasSuffix(p.Rule, "-refused") {
				got = append(got, p.Rule+" "+string(p.Pointer))
			}
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}
