package schema

import (
	"strings"

	"toolyard/app/jsondoc"
)

// Copy is the JSON text of the schema at a place with everything under it, its
// lines set to the left. It is "" where there is nothing.
func (s Schema) Copy(at Place) string {
	found, ok := s.find(at)
	if !ok {
		return ""
	}
	text := s.Doc.Text
	line := text[strings.LastIndexByte(text[:found.node.Start], '\n')+1 : found.node.Start]
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	return strings.ReplaceAll(s.Doc.Raw(found.node), "\n"+indent, "\n") // a string of JSON has no line break
}

// Cut is Copy, and the edits that take away what was copied.
func (s Schema) Cut(at Place) (text string, edits []jsondoc.Edit) { return s.Copy(at), s.Remove(at) }

// Paste gives an object one more property, that will be at that index, with the
// JSON text as its schema; beyond the end it will be the last. A name that is
// taken gets a number. What is not JSON, or no schema, makes no edit.
func (s Schema) Paste(object Place, index int, name, text string) []jsondoc.Edit {
	d := jsondoc.Parse(text)
	if !d.OK() || d.Root.Kind != jsondoc.Object && d.Root.Kind != jsondoc.Bool {
		return nil
	}
	found, ok := s.find(object)
	if ok {
		name = Unique(name, memberNames(found.node.Get(properties))...)
	}
	return s.insert(object, index, name, d.Raw(d.Root))
}

// MoveTo takes a property with all under it to an index among the properties of
// an object, counted before the move; within its own object it is Move. It stays
// required, a name that is taken there gets a number, and references to it and
// into it follow. Into itself it can't go.
func (s Schema) MoveTo(at, object Place, index int) []jsondoc.Edit {
	property, ok := s.property(at)
	target, found := s.find(object)
	switch {
	case !ok || !found || object.Inside(at):
		return nil
	case object == at.Object():
		if index > at.Index() {
			index--
		}
		return s.Move(object, at.Index(), min(index, len(property.among.Members)-1))
	}
	name := Unique(property.name(), memberNames(target.node.Get(properties))...)
	raw, refs := s.follow(at, object, name)
	required := s.requiredEntries(property)
	return jsondoc.Join(
		s.Doc.RemoveMember(property.among, property.index), s.removeRequired(property.owner, required),
		refs, s.receive(target, index, member{name, raw, len(required) > 0}))
}

// member is a property on its way.
type member struct {
	name, raw string
	required  bool
}

// receive gives an object a property with its entry in required.
func (s Schema) receive(target spot, index int, m member) []jsondoc.Edit {
	n := target.node
	if m.required && (n.Kind != jsondoc.Object || len(n.Members) == 0) {
		return s.write(target, wholeObject(m.name, m.raw, true))
	}
	edits := s.insertInto(target, index, m.name, m.raw)
	if m.required {
		return jsondoc.Join(edits, s.addRequired(n, m.name))
	}
	return edits
}

// follow is the raw text of a property that will stand under a name in an
// object, with the references in it rewritten, and the edits of those outside.
func (s Schema) follow(at, object Place, name string) (raw string, outside []jsondoc.Edit) {
	path, _ := s.path(at)
	from := pointer(path)
	to, _ := s.PointerOf(object)
	property := path[len(path)-1]
	var edits []jsondoc.Edit
	if all, _ := property.namesakes(); all == 1 {
		edits = s.repoint(from, to.Child(properties).Child(name))
	}
	return s.carry(property.node, edits)
}
