package checker

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"toolyard/app/jsondoc"
	"toolyard/app/validate"
)

// reading turns the library's tree of errors, whose order is chance, into
// problems with places and texts.
type reading struct {
	program  *program
	value    jsondoc.Doc
	problems []validate.Problem
	cycle    bool // the schema refers to itself without end
}

// read adds the problems of an error and of its causes.
func (r *reading) read(e *jsonschema.ValidationError) {
	at := pointer(e.InstanceLocation)
	switch k := e.ErrorKind.(type) {
	case *kind.Schema, *kind.Group, *kind.Reference, *kind.AllOf:
		for _, cause := range e.Causes {
			r.read(cause)
		}
	case *kind.AnyOf:
		r.alternatives(e)
	case *kind.OneOf:
		if len(k.Subschemas) > 0 {
			r.add(e, at, "oneOf")
			return
		}
		r.alternatives(e)
	case *kind.RefCycle:
		r.cycle = true
	case *kind.Required:
		r.missing(e, "required", k.Missing)
	case *kind.DependentRequired:
		r.missing(e, "dependentRequired", k.Missing)
	case *kind.Dependency:
		r.missing(e, "dependencies", k.Missing)
	case *kind.AdditionalProperties:
		for _, name := range k.Properties {
			r.extra(e, at, "additionalProperties", name)
		}
	case *kind.PropertyNames:
		r.extra(e, r.owner(at, k.Property), "", k.Property)
	case *kind.Not:
		r.add(e, at, "not")
	case *kind.FalseSchema:
		r.add(e, at, "")
	default:
		r.add(e, at, k.KeywordPath()[0])
	}
}

func (r *reading) add(e *jsonschema.ValidationError, at, keyword string) {
	r.note(r.problem(e, at, keyword))
}

// problem says that the value at a pointer breaks a keyword; "" stands for a
// schema that allows nothing, which is named after the keyword it belongs to.
func (r *reading) problem(e *jsonschema.ValidationError, at, keyword string) validate.Problem {
	place := r.place(e, keyword)
	node := r.value.At(at)
	if node == nil {
		node = r.value.Root
	}
	if keyword == "" {
		keyword = falseKeyword(place)
	}
	return validate.Problem{
		Pointer: at, Start: node.Start, End: node.End, Keyword: keyword,
		Schema: place, Want: r.schemaText(place), Got: r.value.Raw(node),
	}
}

// missing notes one problem for each name that an object lacks.
func (r *reading) missing(e *jsonschema.ValidationError, keyword string, names []string) {
	at := pointer(e.InstanceLocation)
	node := r.value.At(at)
	for _, name := range names {
		r.note(validate.Problem{
			Pointer: at, Start: node.Start, End: node.End, Keyword: keyword,
			Schema: r.place(e, keyword), Want: jsondoc.Quote(name),
		})
	}
}

// extra notes a member whose name is not allowed; its span is the whole member.
func (r *reading) extra(e *jsonschema.ValidationError, object, keyword, name string) {
	p := validate.Problem{
		Pointer: object + "/" + escape(name), Keyword: cmp.Or(keyword, "propertyNames"),
		Schema: r.place(e, keyword), Got: jsondoc.Quote(name),
	}
	p.Want = r.schemaText(p.Schema)
	if node := r.value.At(object); node != nil {
		for _, m := range node.Members {
			if m.Name == name {
				p.Start, p.End = m.NameStart, m.Value.End
			}
		}
	}
	r.note(p)
}

// owner is the object that holds a name. The library overwrites the place of an
// error about names while it goes on, so the place is only a first guess.
func (r *reading) owner(guess, name string) string {
	if r.value.At(guess).Get(name) != nil {
		return guess
	}
	visit(r.value.Root, "", func(n *jsondoc.Node, at string) {
		if n.Get(name) != nil {
			guess = at
		}
	})
	return guess
}

// note keeps a problem, unless an unreadable pattern is to blame for it.
func (r *reading) note(p validate.Problem) {
	if rest, ok := strings.CutPrefix(p.Schema[patternsEnd(p.Schema):], "/"); ok {
		name, _, _ := strings.Cut(rest, "/")
		if !readable(unescape(name)) {
			return
		}
	}
	r.problems = append(r.problems, p)
}

// patternsEnd is where the names of patternProperties begin in a schema's
// pointer; its length where there are none.
func patternsEnd(place string) int {
	const keyword = "/patternProperties"
	if i := strings.Index(place, keyword+"/"); i >= 0 {
		return i + len(keyword)
	}
	return len(place)
}

// place is the JSON pointer to a keyword in the schema's text; "" for the whole
// of it, or where the schema is another document's.
func (r *reading) place(e *jsonschema.ValidationError, keyword string) string {
	fragment, ok := strings.CutPrefix(e.SchemaURL, home+"#")
	if !ok {
		return ""
	}
	place, err := url.PathUnescape(fragment)
	if err != nil {
		return ""
	}
	if keyword != "" {
		place += "/" + keyword
	}
	return place
}

func (r *reading) schemaText(place string) string {
	if node := r.program.doc.At(place); node != nil {
		return r.program.doc.Raw(node)
	}
	return ""
}

// unchecked are the patterns that were met, each place and pattern once.
func (r *reading) unchecked() []validate.Problem {
	var problems []validate.Problem
	for _, m := range r.program.guard.met {
		p := validate.Problem{Pointer: m.value, Keyword: validate.PatternUnchecked, Want: jsondoc.Quote(m.pattern)}
		if node := r.value.At(m.value); node != nil {
			p.Start, p.End, p.Got = node.Start, node.End, r.value.Raw(node)
		}
		problems = append(problems, p)
	}
	return problems
}

// inOrder sorts problems by their place in the value, what holds before what is
// held, and drops repetitions: several branches may blame the same thing.
func inOrder(problems []validate.Problem) []validate.Problem {
	slices.SortFunc(problems, func(a, b validate.Problem) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End),
			cmp.Compare(a.Pointer, b.Pointer), cmp.Compare(a.Keyword, b.Keyword),
			cmp.Compare(a.Want, b.Want), cmp.Compare(a.Schema, b.Schema))
	})
	return slices.CompactFunc(problems, func(a, b validate.Problem) bool {
		a.Schema, b.Schema = "", ""
		return a == b
	})
}

// falseKeyword names the keyword whose value is false: a property's own schema
// has none.
func falseKeyword(place string) string {
	last := place[strings.LastIndex(place, "/")+1:]
	switch last {
	case "additionalProperties", "unevaluatedProperties", "additionalItems", "unevaluatedItems", "items":
		return last
	}
	return validate.NothingAllowed
}

func unescape(token string) string {
	return strings.NewReplacer("~1", "/", "~0", "~").Replace(token)
}

// typeNames are the types of a kind.Type as the text of a JSON array.
func typeNames(names []string) string {
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = strconv.Quote(n)
	}
	return "[" + strings.Join(quoted, ",") + "]"
}
