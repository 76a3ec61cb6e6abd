package share

import (
	"strconv"

	"toolyard/app/jsondoc"
)

// place is a value of a file with the way to it. The first fault that any of
// the file's places finds is kept; what is read after it is of no matter.
type place struct {
	file *file
	node *jsondoc.Node
	at   string // JSON pointer
}

type file struct {
	doc   jsondoc.Doc
	fault *Error
}

func (p place) fail(fault error, detail string) {
	if p.file.fault == nil {
		p.file.fault = &Error{fault, p.at, detail}
	}
}

// get is a member's place; its node is nil where there is none.
func (p place) get(name string) place {
	return place{p.file, p.node.Get(name), p.at + "/" + name}
}

// is tells whether a place holds one of the kinds; a place with something else
// is corrupt, one with nothing is not.
func (p place) is(kinds ...jsondoc.Kind) bool {
	if p.node == nil {
		return false
	}
	for _, k := range kinds {
		if p.node.Kind == k {
			return true
		}
	}
	p.fail(ErrCorrupt, "has the wrong type")
	return false
}

func (p place) text(name, absent string) string {
	if v := p.get(name); v.is(jsondoc.String) {
		s, _ := p.file.doc.Str(v.node)
		return s
	}
	return absent
}

func (p place) flag(name string) bool {
	v := p.get(name)
	return v.is(jsondoc.Bool) && p.file.doc.Raw(v.node) == "true"
}

// choice reads true or false as its text, "" where there is neither.
func (p place) choice(name string) string {
	v := p.get(name)
	if !v.is(jsondoc.Bool) {
		return ""
	}
	return p.file.doc.Raw(v.node)
}

// number reads a whole number from 0 up.
func (p place) number(name string, absent int) int {
	v := p.get(name)
	if !v.is(jsondoc.Number) {
		return absent
	}
	n, err := strconv.ParseInt(p.file.doc.Raw(v.node), 10, 32)
	if err != nil || n < 0 {
		v.fail(ErrCorrupt, "is not a number that counts")
	}
	return int(n)
}

func (p place) object(name string) (place, bool) {
	v := p.get(name)
	return v, v.is(jsondoc.Object)
}

// list is the places of an array's elements, which must all be of a kind.
func (p place) list(name string, limit int, kind jsondoc.Kind) []place {
	v := p.get(name)
	if !v.is(jsondoc.Array) {
		return nil
	}
	if len(v.node.Elements) > limit {
		v.fail(ErrTooLarge, strconv.Itoa(len(v.node.Elements))+" are more than "+strconv.Itoa(limit))
		return nil
	}
	places := make([]place, len(v.node.Elements))
	for i, e := range v.node.Elements {
		places[i] = place{p.file, e, v.at + "/" + strconv.Itoa(i)}
		if !places[i].is(kind) {
			return nil
		}
	}
	return places
}
