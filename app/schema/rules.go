package schema

import (
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"toolyard/app/jsondoc"
)

// rules is every rule. One more is one line here and one function below.
var rules = []rule{
	{"json-syntax", Error, syntaxErrors},
	{"root-not-object", Error, rootNotObject},
	{"parameter-name-empty", Error, eachParameter(nameEmpty)},
	{"parameter-name-repeated", Error, eachParameter(nameRepeated)},
	{"parameter-name", Warning, eachParameter(nameRefused)},
	{"required-unknown", Error, eachSchema(requiredUnknown)},
	{"enum-empty", Error, eachSchema(enumEmpty)},
	{"type-unknown", Error, eachSchema(typeUnknown)},
}

func syntaxErrors(s view) (found []finding) {
	if s.Blank() {
		return nil
	}
	for _, e := range s.Doc.Errors {
		detail := fmt.Sprintf("%d:%d %s", e.Line, e.Column, e.Rule)
		found = append(found, finding{start: e.Offset, end: e.End, detail: detail})
	}
	return found
}

// rootNotObject finds a root that does not take named arguments: no schema
// object, or one of another type.
func rootNotObject(s view) []finding {
	root := s.Doc.Root
	if !s.Doc.OK() {
		return nil
	}
	typ := root.Get("type")
	switch name, _ := s.Doc.Str(typ); {
	case root.Kind != jsondoc.Object:
		return []finding{{start: root.Start, end: root.End}}
	case typ != nil && name != "object":
		return []finding{{pointer: "/type", start: typ.Start, end: typ.End, detail: s.Doc.Raw(typ)}}
	}
	return nil
}

func nameEmpty(r row) (string, bool) { return "", r.Name == "" }

func nameRepeated(r row) (string, bool) { return r.Name, r.Repeated }

const maxNameLength = 64

// nameRefused finds names that Anthropic refuses (^[a-zA-Z0-9_.-]{1,64}$).
func nameRefused(r row) (string, bool) {
	for _, c := range []byte(r.Name) {
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		if !letter && (c < '0' || c > '9') && c != '_' && c != '.' && c != '-' {
			return r.Name, true
		}
	}
	return r.Name, utf8.RuneCountInString(r.Name) > maxNameLength
}

func requiredUnknown(s Schema, n *jsondoc.Node) (found []finding) {
	list := n.Get("required")
	if list == nil {
		return nil
	}
	properties := n.Get("properties")
	known := map[string]bool{}
	if properties != nil {
		for _, m := range properties.Members {
			known[m.Name] = true
		}
	}
	for i, e := range list.Elements {
		if name, ok := s.Doc.Str(e); !ok || !known[name] {
			pointer := Pointer("/required/" + strconv.Itoa(i))
			found = append(found, finding{pointer: pointer, start: e.Start, end: e.End, detail: s.Doc.Raw(e)})
		}
	}
	return found
}

func enumEmpty(s Schema, n *jsondoc.Node) []finding {
	list := n.Get("enum")
	if list == nil || list.Kind != jsondoc.Array || len(list.Elements) > 0 {
		return nil
	}
	return []finding{{pointer: "/enum", start: list.Start, end: list.End}}
}

// typeUnknown finds a type that is none of JSON Schema's seven, or no type at all.
func typeUnknown(s Schema, n *jsondoc.Node) (found []finding) {
	keyword := n.Get("type")
	if keyword == nil {
		return nil
	}
	names := []*jsondoc.Node{keyword}
	if len(keyword.Elements) > 0 {
		names = keyword.Elements
	}
	for _, name := range names {
		if typ, ok := s.Doc.Str(name); !ok || typ != "null" && !slices.Contains(Types(), typ) {
			found = append(found, finding{pointer: "/type", start: name.Start, end: name.End, detail: s.Doc.Raw(name)})
		}
	}
	return found
}
