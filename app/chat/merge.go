package chat

import (
	"strings"

	"toolyard/app/jsondoc"
)

// A field that streams is put together by what it is: null adds nothing; a text
// that is told in pieces is joined; any other text, number or truth value is
// replaced by the next one; objects join member by member, arrays element by
// element where an "index" and a "type" say which belong together.

// toldInPieces are the names of fields whose texts are pieces of one text, and
// partsInPieces those that are so inside the elements of an array: in
// reasoning_details, and in the parts of a content.
var (
	toldInPieces = map[string]bool{
		"reasoning_content": true, "reasoning": true, "reasoning_text": true, "thinking": true,
		"cot_summary": true, "refusal": true,
	}
	partsInPieces = map[string]bool{"text": true, "summary": true, "data": true}
)

// inPieces are the types of content parts that go on in the next part.
var inPieces = map[string]bool{`"text"`: true, `"thinking"`: true}

// value is a JSON value under construction.
type value struct {
	name     string // of the member it is, "" for an element
	part     bool   // it stands somewhere inside an element
	content  bool   // it is an array of content parts: neighbours of one type are one
	kind     jsondoc.Kind
	raw      string // a whole value that nothing was merged into yet
	inner    grown  // of a text that is told in pieces: what stands between its quotes
	members  []*value
	elements []*value
}

// merge puts the next piece of the value to it.
func (v *value) merge(d jsondoc.Doc, piece *jsondoc.Node) {
	switch {
	case piece.Kind == jsondoc.Null:
	case v.kind != piece.Kind:
		v.kind, v.raw = piece.Kind, jsondoc.Compact(d, piece)
		v.inner, v.members, v.elements = grown{}, nil, nil
	case piece.Kind == jsondoc.String && (toldInPieces[v.name] || v.part && partsInPieces[v.name]):
		v.open()
		raw := d.Raw(piece)
		v.inner.add(raw[1 : len(raw)-1])
	case piece.Kind == jsondoc.String && d.Raw(piece) == `""`:
	case piece.Kind == jsondoc.Object:
		v.open()
		for _, m := range piece.Members {
			v.mergeMember(d, m.Name, m.Value)
		}
	case piece.Kind == jsondoc.Array:
		v.open()
		for _, e := range piece.Elements {
			if e.Kind == jsondoc.Null {
				v.elements = append(v.elements, &value{kind: e.Kind, raw: "null"})
				continue
			}
			v.element(d, e).merge(d, e)
		}
	default:
		v.raw = d.Raw(piece)
	}
}

// open takes a whole value apart, so that pieces can be put to it.
func (v *value) open() {
	raw := v.raw
	v.raw = ""
	switch {
	case raw == "":
	case v.kind == jsondoc.String:
		v.inner.set(raw[1 : len(raw)-1])
	default:
		d := jsondoc.Parse(raw)
		for _, m := range d.Root.Members {
			child := v.member(m.Name)
			child.kind, child.raw = m.Value.Kind, d.Raw(m.Value)
		}
		for _, e := range d.Root.Elements {
			v.elements = append(v.elements, &value{part: true, kind: e.Kind, raw: d.Raw(e)})
		}
	}
}

// mergeMember puts the next piece of a member to an object. Null makes none.
func (v *value) mergeMember(d jsondoc.Doc, name string, piece *jsondoc.Node) {
	if piece.Kind != jsondoc.Null {
		v.member(name).merge(d, piece)
	}
}

func (v *value) member(name string) *value {
	if found := v.find(name); found != nil {
		return found
	}
	v.members = append(v.members, &value{name: name, part: v.part, content: v.part && name == "thinking"})
	return v.members[len(v.members)-1]
}

func (v *value) find(name string) *value {
	for _, m := range v.members {
		if m.name == name {
			return m
		}
	}
	return nil
}

// element finds what an element of an array continues, or makes room for it.
func (v *value) element(d jsondoc.Doc, piece *jsondoc.Node) *value {
	index, kind := d.Raw(piece.Get("index")), d.Raw(piece.Get("type"))
	if index == "" && v.content && inPieces[kind] && len(v.elements) > 0 {
		if last := v.elements[len(v.elements)-1]; last.belongs("", kind) {
			return last
		}
	}
	for i := len(v.elements) - 1; i >= 0 && index != ""; i-- {
		if v.elements[i].belongs(index, kind) {
			return v.elements[i]
		}
	}
	v.elements = append(v.elements, &value{part: true})
	return v.elements[len(v.elements)-1]
}

// belongs compares the index and the type of an element, raw, "" for none.
func (v *value) belongs(index, kind string) bool {
	if v.kind != jsondoc.Object {
		return false
	}
	v.open()
	return v.is("index", index) && v.is("type", kind)
}

// is compares a member with a JSON text; a missing one is "".
func (v *value) is(name, raw string) bool {
	m := v.find(name)
	if m == nil {
		return raw == ""
	}
	return m.String() == raw
}

// String is the JSON text of the value, "" where nothing came yet.
func (v *value) String() string {
	var b strings.Builder
	v.write(&b)
	return b.String()
}

func (v *value) write(b *strings.Builder) {
	switch {
	case v.raw != "":
		b.WriteString(v.raw)
	case v.kind == jsondoc.String:
		b.WriteString(`"` + v.inner.String() + `"`)
	case v.kind == jsondoc.Object:
		b.WriteByte('{')
		for i, m := range v.members {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(jsondoc.Quote(m.name) + ":")
			m.write(b)
		}
		b.WriteByte('}')
	case v.kind == jsondoc.Array:
		b.WriteByte('[')
		for i, e := range v.elements {
			if i > 0 {
				b.WriteByte(',')
			}
			e.write(b)
		}
		b.WriteByte(']')
	}
}
