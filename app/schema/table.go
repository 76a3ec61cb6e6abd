package schema

import (
	"slices"

	"toolyard/app/jsondoc"
)

// Kind is what the value of a keyword is, and so what edits it in a form.
type Kind string

// The kinds of values.
const (
	KindAny          Kind = "any"          // any JSON
	KindBoolean      Kind = "boolean"      //
	KindString       Kind = "string"       //
	KindPattern      Kind = "pattern"      // a string: a regular expression
	KindNumber       Kind = "number"       //
	KindPositive     Kind = "positive"     // a number above 0
	KindCount        Kind = "count"        // an integer, 0 or more; 2.0 is one
	KindTypes        Kind = "types"        // the name of a type, or a list of them
	KindValues       Kind = "values"       // a list of any JSON
	KindStrings      Kind = "strings"      // a list of strings
	KindStringsMap   Kind = "strings-map"  // an object of lists of strings
	KindFlags        Kind = "flags"        // an object of booleans
	KindSchema       Kind = "schema"       // an object, true or false
	KindSchemas      Kind = "schemas"      // a list of schemas, one or more
	KindSchemaMap    Kind = "schema-map"   // an object of schemas
	KindItems        Kind = "items"        // a schema; in draft-07 also a list of them
	KindDependencies Kind = "dependencies" // an object of schemas and lists of strings
)

// holds reports whether values of the kind are or have schemas.
func (k Kind) holds() bool {
	switch k {
	case KindSchema, KindSchemas, KindSchemaMap, KindItems, KindDependencies:
		return true
	}
	return false
}

// one reports whether a value of the kind is one schema.
func (k Kind) one(v *jsondoc.Node) bool {
	return k == KindSchema || k == KindItems && v.Kind != jsondoc.Array
}

// several is how many schemas, or lists of names among them, a value of the kind
// has in it.
func (k Kind) several(v *jsondoc.Node) int {
	switch k {
	case KindSchemas, KindItems:
		return len(v.Elements)
	case KindSchemaMap, KindDependencies:
		return len(v.Members)
	}
	return 0
}

// Keyword is what JSON Schema says of a member of a schema.
type Keyword struct {
	Name     string
	Kind     Kind
	Types    []string // that it says something of; nil for every type
	Everyday bool     // most parameters need no others
	Instead  string   // of a keyword of draft-07: what 2020-12 has for it
}

var (
	ofString = []string{"string"}
	ofNumber = []string{"number", "integer"}
	ofArray  = []string{"array"}
	ofObject = []string{"object"}
)

// keywords is those of draft 2020-12 (Core §8 to §11, Validation §6 to §9), and
// of draft-07 what 2020-12 spells otherwise. A new keyword goes after those that
// come before it here, and else first.
var keywords = []Keyword{
	{"$schema", KindString, nil, false, ""},
	{"$id", KindString, nil, false, ""},
	{"$anchor", KindString, nil, false, ""},
	{"$dynamicAnchor", KindString, nil, false, ""},
	{"$vocabulary", KindFlags, nil, false, ""},
	{"$ref", KindString, nil, false, ""},
	{"$dynamicRef", KindString, nil, false, ""},
	{"title", KindString, nil, false, ""},
	{"type", KindTypes, nil, true, ""},
	{"description", KindString, nil, true, ""},
	{"format", KindString, ofString, true, ""},
	{"enum", KindValues, nil, true, ""},
	{"const", KindAny, nil, true, ""},
	{"default", KindAny, nil, true, ""},
	{"examples", KindValues, nil, false, ""},

	{"pattern", KindPattern, ofString, true, ""},
	{"minLength", KindCount, ofString, true, ""},
	{"maxLength", KindCount, ofString, true, ""},
	{"contentEncoding", KindString, ofString, false, ""},
	{"contentMediaType", KindString, ofString, false, ""},
	{"contentSchema", KindSchema, ofString, false, ""},

	{"minimum", KindNumber, ofNumber, true, ""},
	{"exclusiveMinimum", KindNumber, ofNumber, false, ""},
	{"maximum", KindNumber, ofNumber, true, ""},
	{"exclusiveMaximum", KindNumber, ofNumber, false, ""},
	{"multipleOf", KindPositive, ofNumber, false, ""},

	{"prefixItems", KindSchemas, ofArray, false, ""},
	{items, KindItems, ofArray, true, ""},
	{"additionalItems", KindSchema, ofArray, false, items},
	{"unevaluatedItems", KindSchema, ofArray, false, ""},
	{"contains", KindSchema, ofArray, false, ""},
	{"minContains", KindCount, ofArray, false, ""},
	{"maxContains", KindCount, ofArray, false, ""},
	{"minItems", KindCount, ofArray, true, ""},
	{"maxItems", KindCount, ofArray, true, ""},
	{"uniqueItems", KindBoolean, ofArray, true, ""},

	{properties, KindSchemaMap, ofObject, true, ""},
	{"patternProperties", KindSchemaMap, ofObject, false, ""},
	{"additionalProperties", KindSchema, ofObject, true, ""},
	{"unevaluatedProperties", KindSchema, ofObject, false, ""},
	{"propertyNames", KindSchema, ofObject, false, ""},
	{"required", KindStrings, ofObject, true, ""},
	{"minProperties", KindCount, ofObject, false, ""},
	{"maxProperties", KindCount, ofObject, false, ""},
	{"dependentRequired", KindStringsMap, ofObject, false, ""},
	{"dependentSchemas", KindSchemaMap, ofObject, false, ""},
	{"dependencies", KindDependencies, ofObject, false, "dependentRequired, dependentSchemas"},

	{"anyOf", KindSchemas, nil, false, ""},
	{"oneOf", KindSchemas, nil, false, ""},
	{"allOf", KindSchemas, nil, false, ""},
	{"not", KindSchema, nil, false, ""},
	{"if", KindSchema, nil, false, ""},
	{"then", KindSchema, nil, false, ""},
	{"else", KindSchema, nil, false, ""},

	{"deprecated", KindBoolean, nil, false, ""},
	{"readOnly", KindBoolean, nil, false, ""},
	{"writeOnly", KindBoolean, nil, false, ""},
	{"$comment", KindString, nil, false, ""},
	{"$defs", KindSchemaMap, nil, false, ""},
	{"definitions", KindSchemaMap, nil, false, "$defs"},
}

// buckets is the ranks of the keywords, their positions in the table, by hash.
// Every member of every schema is looked up at every keystroke: a map would take
// most of that time.
var buckets = func() (b [128][]int) {
	for i, k := range keywords {
		h := hash(k.Name)
		b[h] = append(b[h], i)
	}
	return b
}()

func hash(name string) int {
	n := len(name)
	return (n*7 + int(name[0])*3 + int(name[n/2])*5 + int(name[n-1])) & 127
}

// rankOf is where a keyword stands in the table, if it does.
func rankOf(name string) (int, bool) {
	if name == "" {
		return 0, false
	}
	for _, i := range buckets[hash(name)] {
		if keywords[i].Name == name {
			return i, true
		}
	}
	return 0, false
}

// holding says of each of keywords whether its values have schemas.
var holding = func() []bool {
	holding := make([]bool, len(keywords))
	for i, k := range keywords {
		holding[i] = k.Kind.holds()
	}
	return holding
}()

// holderOf is the keyword of that name, if its values have schemas.
func holderOf(name string) (*Keyword, bool) {
	i, ok := rankOf(name)
	if !ok || !holding[i] {
		return nil, false
	}
	return &keywords[i], true
}

// Keywords is every keyword there is, in the order in which a form has them.
func Keywords() []Keyword { return slices.Clone(keywords) }

// known is what JSON Schema says of a keyword.
func known(name string) (Keyword, bool) {
	i, ok := rankOf(name)
	if !ok {
		return Keyword{Name: name, Kind: KindAny}, false
	}
	return keywords[i], true
}

// AppliesTo reports whether the keyword says something of one of the types, or
// of any where there are none.
func (k Keyword) AppliesTo(types ...string) bool {
	if k.Types == nil || len(types) == 0 {
		return true
	}
	return slices.ContainsFunc(types, func(t string) bool { return slices.Contains(k.Types, t) })
}

func appliesTo(keyword, typ string) bool {
	k, _ := known(keyword)
	return k.AppliesTo(typ)
}

// annotates reports whether a keyword says something of a parameter without
// refusing any value. An unknown one does.
func annotates(name string) bool {
	switch name {
	case "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "$comment":
		return true
	}
	_, ok := known(name)
	return !ok
}

// sameValue reports whether the schemas under a keyword are held against the
// same value as the schema that has it.
func sameValue(keyword string) bool {
	switch keyword {
	case "anyOf", "oneOf", "allOf", "not", "if", "then", "else", "dependentSchemas", "dependencies":
		return true
	}
	return false
}
