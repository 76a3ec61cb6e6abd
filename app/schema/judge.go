package schema

import (
	"strconv"
	"unicode/utf8"

	"toolyard/app/jsondoc"
)

// verdict is whether a schema takes a value, as far as that is plain: package
// validate, which knows, stands above this one.
type verdict uint8

const (
	accepts verdict = iota
	unsure
	refuses
)

// judge holds a value of the text against the schema, without one of its
// keywords.
func (x *Subject) judge(value *jsondoc.Node, without string) verdict {
	return x.Schema.judge(x.Node, value, without, maxRefs)
}

func (s Schema) judge(n, value *jsondoc.Node, without string, refs int) verdict {
	if n.Kind == jsondoc.Bool && s.Doc.Raw(n) == "false" {
		return refuses
	}
	worst := accepts
	for i, m := range n.Members {
		if m.Name == without || m.Repeated && n.Index(m.Name) != i {
			continue
		}
		worst = max(worst, s.hold(keywordOf{n, m.Name, m.Value}, value, refs))
		if worst == refuses {
			break
		}
	}
	return worst
}

// keywordOf is a keyword with its value, of a schema.
type keywordOf struct {
	schema *jsondoc.Node
	name   string
	value  *jsondoc.Node
}

// hold holds a value against one keyword.
func (s Schema) hold(k keywordOf, value *jsondoc.Node, refs int) verdict {
	switch k.name {
	case "type", "const", "enum":
		return s.holdValues(k, value)
	case "anyOf", "oneOf", "allOf", "$ref":
		return s.holdBranches(k, value, refs)
	case "$schema", "$id", "$anchor", "$defs", "definitions":
		return accepts
	}
	entry, ok := known(k.name)
	if !ok || annotates(k.name) || s.typeOf(value)&typesOf(entry) == 0 {
		return accepts
	}
	switch {
	case value.Kind == jsondoc.Number:
		return s.holdNumber(k, value)
	case value.Kind == jsondoc.String || entry.Kind == KindCount:
		return s.holdSize(k, value)
	case value.Kind == jsondoc.Object:
		return s.holdObject(k, value, refs)
	case value.Kind == jsondoc.Array && k.name == items && k.value.Kind != jsondoc.Array && k.schema.Get("prefixItems") == nil:
		worst := accepts
		for _, e := range value.Elements {
			worst = max(worst, s.judge(k.value, e, "", refs))
		}
		return worst
	}
	return unsure
}

func typesOf(k Keyword) typeSet {
	if k.Types == nil {
		return anyType
	}
	var set typeSet
	for _, typ := range k.Types {
		set |= setOf(typ)
	}
	return set
}

func verdictOf(ok bool) verdict {
	if ok {
		return accepts
	}
	return refuses
}

func (s Schema) holdValues(k keywordOf, value *jsondoc.Node) verdict {
	switch {
	case k.name == "type":
		return verdictOf(s.listed(k.value)&s.typeOf(value) != 0)
	case k.name == "const":
		return verdictOf(jsondoc.Equal(s.Doc, k.value, s.Doc, value))
	case k.value.Kind != jsondoc.Array:
		return unsure
	}
	for _, e := range k.value.Elements {
		if jsondoc.Equal(s.Doc, e, s.Doc, value) {
			return accepts
		}
	}
	return refuses
}

func (s Schema) holdBranches(k keywordOf, value *jsondoc.Node, refs int) verdict {
	if k.name == "$ref" {
		if target := s.target(k.value); target != nil && refs > 0 {
			return s.judge(target, value, "", refs-1)
		}
		return unsure
	}
	if len(k.value.Elements) == 0 {
		return unsure
	}
	best, worst, taken := refuses, accepts, 0
	for _, branch := range k.value.Elements {
		v := s.judge(branch, value, "", refs)
		best, worst = min(best, v), max(worst, v)
		if v == accepts {
			taken++
		}
	}
	switch {
	case k.name == "allOf":
		return worst
	case k.name == "oneOf" && taken > 1:
		return refuses
	case k.name == "oneOf" && taken == 1 && worst == unsure:
		return unsure
	}
	return best
}

func (s Schema) holdNumber(k keywordOf, value *jsondoc.Node) verdict {
	if k.value.Kind != jsondoc.Number {
		return unsure
	}
	order := jsondoc.Compare(s.Doc, value, s.Doc, k.value)
	switch k.name {
	case "minimum":
		return verdictOf(order >= 0)
	case "exclusiveMinimum":
		return verdictOf(order > 0)
	case "maximum":
		return verdictOf(order <= 0)
	case "exclusiveMaximum":
		return verdictOf(order < 0)
	}
	return unsure
}

// holdSize holds the length of a value against a keyword.
func (s Schema) holdSize(k keywordOf, value *jsondoc.Node) verdict {
	size := len(value.Elements) + len(value.Members)
	if text, ok := s.Doc.Str(value); ok {
		size = utf8.RuneCountInString(text)
	}
	limit, err := strconv.Atoi(s.Doc.Raw(k.value))
	if err != nil {
		return unsure
	}
	switch k.name {
	case "minLength", "minItems", "minProperties":
		return verdictOf(size >= limit)
	case "maxLength", "maxItems", "maxProperties":
		return verdictOf(size <= limit)
	}
	return unsure
}

func (s Schema) holdObject(k keywordOf, value *jsondoc.Node, refs int) verdict {
	worst := accepts
	switch k.name {
	case "required":
		for _, name := range s.strings(k.value) {
			worst = max(worst, verdictOf(value.Get(name) != nil))
		}
		return worst
	case properties:
		for i, m := range value.Members {
			if inner := k.value.Get(m.Name); inner != nil && value.Index(m.Name) == i {
				worst = max(worst, s.judge(inner, m.Value, "", refs))
			}
		}
		return worst
	case "additionalProperties":
		if k.schema.Get("patternProperties") != nil {
			return unsure
		}
		for _, m := range value.Members {
			if k.schema.Get(properties).Get(m.Name) == nil {
				worst = max(worst, s.judge(k.value, m.Value, "", refs))
			}
		}
		return worst
	}
	return unsure
}
