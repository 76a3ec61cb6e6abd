package schema

import (
	"strings"

	"toolyard/app/jsondoc"
)

func defaultRefused(x *Subject) {
	if value := x.Node.Get("default"); x.refused(value) {
		x.Keyword("default", x.Schema.Doc.Raw(value), x.without("default"))
	}
}

func exampleRefused(x *Subject) {
	list := x.Node.Get("examples")
	for i, e := range list.Elements {
		if n := x.Node; x.refused(e) {
			x.Element("examples", i, fix(FixRemoveValue, func() []jsondoc.Edit { return x.Schema.dropElements(n, "examples", list, i) }))
		}
	}
}

// refused reports whether the schema refuses a value: plainly, or else as the
// profile has it.
func (x *Subject) refused(value *jsondoc.Node) bool {
	switch x.judge(value, "") {
	case refuses:
		return true
	case accepts:
		return false
	}
	if x.asks == nil {
		return false
	}
	text, ok := x.alone()
	return ok && x.asks(text, x.Schema.Doc.Raw(value))
}

// alone is the schema as a text of its own, with the definitions that it refers
// to. It is false where it refers to anything else.
func (x *Subject) alone() (text string, ok bool) {
	s := x.Schema
	raw := s.Doc.Raw(x.Node)
	if x.Root() || !strings.Contains(raw, "Ref\"") && !strings.Contains(raw, `$ref"`) {
		return raw, true
	}
	all := []pair{}
	for _, keyword := range []string{"$schema", "$defs", "definitions"} {
		if value := s.Doc.Root.Get(keyword); value != nil {
			all = append(all, pair{keyword, s.Doc.Raw(value)})
		}
	}
	for _, r := range x.doc.references() {
		p, local := s.pointerOf(r.value)
		if !local || !strings.HasPrefix(string(p), "/$defs/") && !strings.HasPrefix(string(p), "/definitions/") {
			return "", false
		}
	}
	return rawObject(append(all, pair{"allOf", "[" + raw + "]"})), true
}

func patternInvalid(x *Subject) { x.patterns(patternBroken) }

func patternUnchecked(x *Subject) { x.patterns(patternForeign) }

// patterns reports the regular expressions of a schema that are in that state.
func (x *Subject) patterns(state patternState) {
	if n := x.Node.Get("pattern"); n != nil {
		if text, ok := x.Schema.Doc.Str(n); ok && readPattern(text) == state {
			x.Keyword("pattern", text, nil)
		}
	}
	all := x.Node.Get("patternProperties")
	if all == nil {
		return
	}
	for _, m := range all.Members {
		if readPattern(m.Name) == state {
			x.Report(Finding{Pointer("/patternProperties").Child(m.Name), m.NameStart, m.NameEnd, m.Name, nil})
		}
	}
}
