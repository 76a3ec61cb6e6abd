package schema

import (
	"net/url"
	"strings"

	"toolyard/app/jsondoc"
)

// A local reference is a $ref that begins with "#": a pointer from the root, or
// an anchor. A schema with an $id of its own inside the text is another document
// (Core §9.1.2), and what it refers to is not looked for.

// reference is a $ref and the schema that has it.
type reference struct {
	at      Place
	pointer Pointer       // of at
	value   *jsondoc.Node // a string
}

// refers reports whether the text may have a $ref at all: most have none.
func (s Schema) refers() bool {
	return strings.Contains(s.Doc.Text, `$ref"`) || strings.Contains(s.Doc.Text, `\u`)
}

// references is every $ref of the text, in its order.
func (s Schema) references() []reference {
	if !s.refers() {
		return nil
	}
	var found []reference
	s.each(func(path []spot) {
		if value := path[len(path)-1].node.Get("$ref"); value != nil && value.Kind == jsondoc.String {
			found = append(found, reference{place(path), pointer(path), value})
		}
	})
	return found
}

// pointerOf is the pointer that a local reference is, and whether it is one.
func (s Schema) pointerOf(ref *jsondoc.Node) (Pointer, bool) {
	text, _ := s.Doc.Str(ref)
	fragment, ok := strings.CutPrefix(text, "#")
	if !ok || fragment != "" && fragment[0] != '/' {
		return "", false
	}
	if decoded, err := url.PathUnescape(fragment); err == nil {
		fragment = decoded
	}
	return Pointer(fragment), true
}

// target is what a local reference refers to, nil if it is nothing.
func (s Schema) target(ref *jsondoc.Node) *jsondoc.Node {
	if p, ok := s.pointerOf(ref); ok {
		return s.Doc.At(string(p))
	}
	text, _ := s.Doc.Str(ref)
	name, ok := strings.CutPrefix(text, "#")
	if !ok {
		return nil
	}
	var found *jsondoc.Node
	s.each(func(path []spot) {
		if n := path[len(path)-1].node; found == nil && s.anchored(n, name) {
			found = n
		}
	})
	return found
}

// anchored reports whether a schema has that anchor; in draft-07 it is an $id.
func (s Schema) anchored(n *jsondoc.Node, name string) bool {
	for _, keyword := range []string{"$anchor", "$dynamicAnchor"} {
		if anchor, ok := s.Doc.Str(n.Get(keyword)); ok && anchor == name {
			return true
		}
	}
	id, ok := s.Doc.Str(n.Get("$id"))
	return ok && id == "#"+name
}

// fragmentEscaper is what a fragment can't hold (RFC 3986 §3.5).
var fragmentEscaper = strings.NewReplacer("%", "%25", " ", "%20", `"`, "%22", "<", "%3C", ">", "%3E",
	`\`, "%5C", "^", "%5E", "`", "%60", "{", "%7B", "|", "%7C", "}", "%7D", "#", "%23")

// Ref is p as the text of a $ref.
func (p Pointer) Ref() string { return "#" + fragmentEscaper.Replace(string(p)) }

// under is what follows outer in p, and whether p is outer or inside it.
func (p Pointer) under(outer Pointer) (rest Pointer, ok bool) {
	after, ok := strings.CutPrefix(string(p), string(outer))
	return Pointer(after), ok && (after == "" || after[0] == '/')
}

// repoint makes the local references to what is at from, and to what is in it,
// lead to to.
func (s Schema) repoint(from, to Pointer) []jsondoc.Edit {
	var edits []jsondoc.Edit
	for _, r := range s.references() {
		p, ok := s.pointerOf(r.value)
		if rest, inside := p.under(from); ok && inside {
			edits = append(edits, s.Doc.ReplaceValue(r.value, jsondoc.Quote((to+rest).Ref()))...)
		}
	}
	return edits
}

// carry is the raw text of n with those of the edits made that are inside it,
// and the others. So what leaves its place takes its changes along.
func (s Schema) carry(n *jsondoc.Node, edits []jsondoc.Edit) (raw string, others []jsondoc.Edit) {
	var inner []jsondoc.Edit
	for _, e := range edits {
		if n.Start <= e.Start && e.End <= n.End {
			e.Start, e.End = e.Start-n.Start, e.End-n.Start
			inner = append(inner, e)
		} else {
			others = append(others, e)
		}
	}
	return jsondoc.Apply(s.Doc.Raw(n), inner), others
}
