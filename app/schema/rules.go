package schema

import (
	"strings"
	"unicode/utf8"

	"toolyard/app/jsondoc"
)

// rules is every rule but that of texts that are not JSON. One more is one line
// here and one function.
var rules = []Rule{
	{"root-not-object", Error, nil, rootNotObject},
	{"root-type-missing", Warning, nil, rootTypeMissing},
	{"schema-value", Error, nil, schemaValue},

	{"parameter-name-empty", Error, nil, nameEmpty},
	{"parameter-name-repeated", Error, nil, nameRepeated},
	{"parameter-name", Warning, nil, nameRefused},
	{"parameter-description-missing", Info, nil, descriptionMissing},
	{"entry-repeated", Error, nil, entryRepeated},

	{"keyword-value", Error, nil, keywordValue},
	{"keyword-repeated", Warning, []string{onRepeated}, keywordRepeated},
	{"keyword-misspelt", Info, []string{onUnknown}, keywordMisspelt},
	{"keyword-unfit", Info, []string{"type"}, keywordUnfit},
	{"keyword-draft07", Info, []string{"definitions", "dependencies", "additionalItems", items}, keywordDraft07},
	{"nullable-unknown", Warning, []string{onUnknown}, nullableUnknown},
	{"type-unknown", Error, []string{"type"}, typeUnknown},

	{"required-unknown", Error, []string{"required"}, requiredUnknown},
	{"required-repeated", Warning, []string{"required"}, requiredRepeated},
	{"enum-empty", Error, []string{"enum"}, enumEmpty},
	{"enum-repeated", Warning, []string{"enum"}, enumRepeated},
	{"enum-refused", Warning, []string{"enum"}, enumRefused},

	{"default-refused", Warning, []string{"default"}, defaultRefused},
	{"example-refused", Warning, []string{"examples"}, exampleRefused},
	{"pattern-invalid", Error, []string{"pattern", "patternProperties"}, patternInvalid},
	{"pattern-unchecked", Info, []string{"pattern", "patternProperties"}, patternUnchecked},

	{"ref-unknown", Error, []string{"$ref"}, refUnknown},
	{"ref-remote", Warning, []string{"$ref"}, refRemote},
	{"ref-circular", Error, []string{"$ref"}, refCircular},
	{"definition-unused", Info, []string{"$defs", "definitions"}, definitionUnused},

	{"never-const", Error, []string{"const"}, neverConst},
	{"never-enum", Error, []string{"enum"}, neverEnum},
	{"never-range", Error, lowerLimits(), neverRange},
	{"never-required", Error, []string{"required"}, neverRequired},
	{"never-items", Error, []string{"contains", items}, neverItems},
	{"never-type", Error, []string{"allOf", "anyOf", "oneOf", "$ref"}, neverType},
	{"never-not", Error, []string{"not"}, neverNot},
}

// rootNotObject finds a root that does not take named arguments: no schema
// object, or one of another type.
func rootNotObject(x *Subject) {
	if !x.Root() {
		return
	}
	if x.Node.Kind != jsondoc.Object {
		x.Report(Finding{Start: x.Node.Start, End: x.Node.End})
		return
	}
	typ := x.Node.Get("type")
	if name, _ := x.Schema.Doc.Str(typ); typ != nil && name != "object" {
		x.Keyword("type", x.Schema.Doc.Raw(typ), fix(FixSetType, func() []jsondoc.Edit {
			return x.Schema.Doc.ReplaceValue(typ, `"object"`)
		}))
	}
}

// rootTypeMissing finds a root that doesn't say that it is an object: OpenAI
// refuses it ("schema must be a JSON Schema of 'type: "object"'").
func rootTypeMissing(x *Subject) {
	n := x.Node
	if x.Root() && n.Kind == jsondoc.Object && len(n.Members) > 0 && n.Get("type") == nil {
		x.Report(Finding{Start: n.Start, End: n.Start + 1, Fixes: fix(FixSetType, func() []jsondoc.Edit {
			return x.Schema.setBeside(n, "type", `"object"`, nil)
		})})
	}
}

// schemaValue finds what stands where a schema must and is none.
func schemaValue(x *Subject) {
	if n := x.Node; !x.Root() && n.Kind != jsondoc.Object && n.Kind != jsondoc.Bool {
		x.Report(Finding{Start: n.Start, End: n.End, Detail: x.Schema.Doc.Raw(n), Fixes: fix(FixSetType, func() []jsondoc.Edit {
			word, _ := x.Schema.Doc.Str(n)
			if typ := spelledType(word); typ != "" {
				return x.Schema.write(x.last(), `{"type":`+jsondoc.Quote(typ)+"}")
			}
			return nil
		})})
	}
}

func nameEmpty(x *Subject) {
	if x.Under() == properties && x.Name() == "" {
		x.named("", nil)
	}
}

func nameRepeated(x *Subject) {
	if a := x.last(); a.keyword == properties && a.among.Members[a.index].Repeated {
		x.named(a.name(), x.renamed())
	}
}

// entryRepeated finds a definition or a pattern that stands there already.
func entryRepeated(x *Subject) {
	a := x.last()
	switch {
	case a.keyword == properties || !a.named() || !a.among.Members[a.index].Repeated:
	case a.keyword == "$defs" || a.keyword == "definitions":
		x.named(a.name(), x.renamed())
	default:
		x.named(a.name(), nil)
	}
}

// renamed is the fix that gives the schema a name that is free and that every
// provider takes.
func (x *Subject) renamed() func() []Fix {
	a := x.last()
	at := x.Place()
	return fix(FixRename, func() []jsondoc.Edit {
		return x.Schema.Rename(at, SafeName(a.name(), "parameter", a.names()...))
	})
}

const maxNameLength = 64

// nameRefused finds names that Anthropic refuses (^[a-zA-Z0-9_.-]{1,64}$).
func nameRefused(x *Subject) {
	if x.Under() != properties {
		return
	}
	name := x.Name()
	for _, c := range []byte(name) {
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		if !letter && (c < '0' || c > '9') && c != '_' && c != '.' && c != '-' {
			x.named(name, x.renamed())
			return
		}
	}
	if utf8.RuneCountInString(name) > maxNameLength {
		x.named(name, x.renamed())
	}
}

// descriptionMissing finds parameters of which the model is told no more than the
// name. What conditions say of them is no place for it.
func descriptionMissing(x *Subject) {
	if x.Under() != properties || x.Node.Kind != jsondoc.Object {
		return
	}
	for _, a := range x.path {
		if sameValue(a.keyword) || a.keyword == "contains" || a.keyword == "propertyNames" {
			return
		}
	}
	n := x.Node
	if ref := n.Get("$ref"); ref != nil && n.Get("description") == nil {
		if target := x.doc.target(ref); target != nil {
			n = target
		}
	}
	if text, _ := x.Schema.Doc.Str(n.Get("description")); strings.TrimSpace(text) == "" {
		x.named(x.Name(), nil)
	}
}

// typeUnknown finds a type that is none of JSON Schema's seven, or no type at all.
func typeUnknown(x *Subject) {
	keyword := x.Node.Get("type")
	if len(keyword.Elements) == 0 && !x.isType(keyword) {
		x.unknownType(keyword, x.without("type"))
	}
	for i, name := range keyword.Elements {
		if n := x.Node; !x.isType(name) {
			x.unknownType(name, fix(FixRemoveValue, func() []jsondoc.Edit { return x.Schema.dropElements(n, "type", keyword, i) }))
		}
	}
}

func (x *Subject) isType(name *jsondoc.Node) bool {
	typ, ok := x.Schema.Doc.Str(name)
	return ok && setOf(typ) != 0
}

// unknownType reports a type that is none. It is spelled right where that is
// plain, or else dropped.
func (x *Subject) unknownType(name *jsondoc.Node, drop func() []Fix) {
	x.Report(Finding{"/type", name.Start, name.End, x.Schema.Doc.Raw(name), func() []Fix {
		word, _ := x.Schema.Doc.Str(name)
		if right := spelledType(word); right != "" {
			return []Fix{{ID: FixSetType, Edits: x.Schema.Doc.ReplaceValue(name, jsondoc.Quote(right))}}
		}
		return drop()
	}})
}
