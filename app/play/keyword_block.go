package play

import (
	"slices"
	"strings"

	"toolyard/app/jsondoc"
	"toolyard/app/schema"
)

// Block is all that can be said of one schema beside its row.
type Block struct {
	Open    bool
	Lines   []Line
	Own     []string // keywords to add: those for its types
	General []string // and those for every type

	Unite, Unify, Extract, Inline bool // what can be made of it
	Definitions                   []schema.Definition
	Leads                         bool         // it has a $ref that leads to a schema
	LeadsTo                       schema.Place // which one
	LeadsToPointer                schema.Pointer
}

// Block is that of the schema at a place; the zero Block where it is not open.
func (v View) Block(id int, s schema.Schema, at schema.Place) Block {
	p, ok := s.Parameter(at)
	if !ok || !v.IsFolded(More(id, p.Pointer)) {
		return Block{}
	}
	b := Block{Open: true, Lines: v.Lines(id, s, at)}
	b.Own, b.General = additions(s, &p, b.Lines)
	if b.LeadsTo, b.Leads = s.LeadsTo(at); b.Leads {
		b.LeadsToPointer, _ = s.PointerOf(b.LeadsTo)
	}
	if at == "" {
		return b
	}
	defines := p.Keyword == "$defs" || p.Keyword == "definitions"
	b.Unite, b.Unify = len(s.Unite(at)) > 0, len(s.Unify(at)) > 0
	b.Extract = !defines && p.Ref == ""
	b.Inline = p.Ref != "" && len(s.Inline(at)) > 0
	if !defined(s) {
		return b
	}
	for _, d := range s.Definitions() {
		if d.Place != at && (!b.Leads || d.Place != b.LeadsTo) {
			d.Uses = nil
			b.Definitions = append(b.Definitions, d)
		}
	}
	return b
}

// defined reports whether a text may have definitions at all: most have none.
func defined(s schema.Schema) bool {
	return strings.Contains(s.Doc.Text, `$defs"`) || strings.Contains(s.Doc.Text, `definitions"`) || strings.Contains(s.Doc.Text, `\u`)
}

// additions are the keywords that a schema can be given.
func additions(s schema.Schema, p *schema.Parameter, lines []Line) (own, general []string) {
	types := p.Types
	if p.Depth < 0 && len(types) == 0 {
		types = []string{"object"} // which parameters are, whether they say so or not
	}
	for _, k := range schema.Keywords() {
		shown := slices.ContainsFunc(lines, func(l Line) bool { return l.Keyword.Name == k.Name })
		if _, stated := s.Keyword(p.Place, k.Name); stated || shown || !k.AppliesTo(types...) || k.Instead != "" {
			continue
		}
		switch k.Name {
		case "$schema", "$vocabulary", "description":
			if p.Depth >= 0 {
				continue
			}
		}
		if k.Types != nil && len(types) > 0 {
			own = append(own, k.Name)
		} else {
			general = append(general, k.Name)
		}
	}
	return own, general
}

// beginnings are the values that keywords begin with, by name or else by kind:
// each is of its kind, and says as little as such a value can.
var beginnings = [][2]string{
	{"$schema", `"https://json-schema.org/draft/2020-12/schema"`},
	{"$ref", `"#"`},
	{"additionalProperties", "false"},
	{"unevaluatedProperties", "false"},
	{"unevaluatedItems", "false"},
	{"maxLength", "1"},
	{"maxItems", "1"},
	{"maxContains", "1"},
	{"maxProperties", "1"},

	{"boolean", "true"},
	{"number", "0"},
	{"count", "0"},
	{"positive", "1"},
	{"strings", "[]"},
	{"schemas", "[{}]"},
	{"string", `""`},
	{"pattern", `""`},
	{"types", `"string"`},
}

// initial is the value that a keyword begins with.
func initial(k *schema.Keyword, s schema.Schema, p *schema.Parameter) string {
	raw := ""
	for _, b := range beginnings { // names come first
		if raw == "" && (b[0] == k.Name || b[0] == string(k.Kind)) {
			raw = b[1]
		}
	}
	switch {
	case k.Name == "$ref" && defined(s):
		if all := s.Definitions(); len(all) > 0 {
			raw = jsondoc.Quote(all[0].Pointer.Ref())
		}
	case k.Kind == schema.KindAny:
		raw = value(p)
	case k.Kind == schema.KindValues:
		raw = "[" + value(p) + "]"
	case k.Kind == schema.KindTypes && p.Depth < 0:
		raw = `"object"`
	case k.Kind == schema.KindSchemaMap:
		raw = "{" + jsondoc.Quote(entryName(k.Name, s, p)) + ":{}}"
	case raw == "":
		raw = "{}"
	}
	return raw
}

// ofType is a value of each type.
var ofType = map[string]string{"string": `""`, "number": "0", "integer": "0", "boolean": "false", "array": "[]", "object": "{}"}

// Fresh is the value that a list of values of a type grows by.
func Fresh(typ string) string {
	if raw, ok := ofType[typ]; ok {
		return raw
	}
	return "null"
}

// value is one that a parameter may have.
func value(p *schema.Parameter) string {
	if len(p.Enum) > 0 {
		return p.Enum[0]
	}
	return Fresh(p.Type)
}

// entryName is what a new entry of a keyword is called, until it is renamed.
func entryName(keyword string, s schema.Schema, p *schema.Parameter) string {
	switch keyword {
	case "patternProperties":
		return "^x-"
	case "dependentSchemas":
		entries := s.Doc.At(string(p.Pointer)).Get(keyword)
		for _, name := range propertyNames(s, p) {
			if entries.Get(name) == nil {
				return name
			}
		}
	case "$defs", "definitions":
		return "definition"
	}
	return "name"
}

// Uses is how many times a text refers to a definition, or into it, as it is
// spelled by this page. It reads no tree: every row of a definition asks for it.
func Uses(s schema.Schema, definition schema.Pointer) int {
	ref := definition.Ref()
	return strings.Count(s.Doc.Text, `"`+ref+`"`) + strings.Count(s.Doc.Text, `"`+ref+`/`)
}
