package schema

import (
	"slices"
	"strings"

	"toolyard/app/jsondoc"
)

// The ids of fixes. They are stable: the page has a word for each.
const (
	FixMend             = "mend"              // the text becomes JSON
	FixRename           = "rename"            // a name that providers take
	FixSetType          = "set-type"          // a type, or its right spelling
	FixRemoveKeyword    = "remove-keyword"    //
	FixRemoveValue      = "remove-value"      // an entry of a list
	FixRemoveDefinition = "remove-definition" //
	FixAddParameter     = "add-parameter"     // the one that is named
	FixDefine           = "define"            // the definition that is named
	FixRequire          = "require"           // in the list of the object
	FixSpell            = "spell"             // a keyword as JSON Schema has it
	FixConvert          = "convert"           // the same value, of the right kind
	FixCurrent          = "current"           // draft 2020-12's spelling
	FixNullable         = "nullable"          // null as a type
	FixSwap             = "swap"              // two limits
	FixAllow            = "allow"             // a property that was forbidden
)

// Fixes lists the ids of all fixes, for whoever must have a word for each.
func Fixes() []string {
	return []string{
		FixMend, FixRename, FixSetType, FixRemoveKeyword, FixRemoveValue, FixRemoveDefinition, FixAddParameter,
		FixDefine, FixRequire, FixSpell, FixConvert, FixCurrent, FixNullable, FixSwap, FixAllow,
	}
}

// SafeName is name as every provider takes it: letters, digits, _ and -, at most
// 64 of them, and not one of those that are taken. What is between becomes _, and
// a name that has none of them the fallback.
func SafeName(name, fallback string, taken ...string) string {
	safe := lettersOf(name)
	if safe == "" {
		safe = fallback
	}
	for short := min(len(safe), maxNameLength); ; short-- {
		if unique := Unique(safe[:short], taken...); len(unique) <= maxNameLength || short < 2 {
			return unique
		}
	}
}

func lettersOf(name string) string {
	var b strings.Builder
	gap := false
	for _, c := range name {
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		if !letter && (c < '0' || c > '9') && c != '_' && c != '-' {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('_')
		}
		gap = false
		b.WriteByte(byte(c))
	}
	return b.String()
}

// spelledType is the type that a word of other languages means, "" for none.
func spelledType(word string) string {
	word = strings.ToLower(strings.TrimSpace(word))
	if slices.Contains(Types(), word) || word == null {
		return word
	}
	switch word {
	case "str", "text", "char", "date", "datetime", "uuid", "uri", "url", "enum":
		return "string"
	case "int", "int32", "int64", "long", "uint", "short":
		return "integer"
	case "float", "float32", "float64", "double", "decimal", "numeric":
		return "number"
	case "bool":
		return "boolean"
	case "list", "tuple", "slice", "set":
		return "array"
	case "dict", "map", "struct", "record", "hash":
		return "object"
	case "none", "nil", "undefined", "void":
		return null
	}
	return ""
}

// converted is a value as the kind wants it, "" where that takes a guess.
func (s Schema) converted(n *jsondoc.Node, kind Kind) string {
	text, isText := s.Doc.Str(n)
	switch kind {
	case KindString, KindPattern:
		if n.Kind == jsondoc.Number || n.Kind == jsondoc.Bool {
			return jsondoc.Quote(s.Doc.Raw(n))
		}
	case KindBoolean:
		if lower := strings.ToLower(text); lower == "true" || lower == "false" {
			return lower
		}
	case KindNumber, KindPositive, KindCount:
		if d := jsondoc.Parse(text); isText && d.OK() && d.Root.Kind == jsondoc.Number && (Schema{d}).isKind(d.Root, kind) {
			return d.Raw(d.Root)
		}
	case KindValues:
		if n.Kind != jsondoc.Array && n.Kind != jsondoc.Object {
			return "[" + s.Doc.Raw(n) + "]"
		}
	case KindStrings:
		if isText {
			return "[" + s.Doc.Raw(n) + "]"
		}
	case KindSchemas:
		if n.Kind == jsondoc.Object {
			return "[" + s.Doc.Raw(n) + "]"
		}
	}
	return ""
}
