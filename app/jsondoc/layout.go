package jsondoc

import (
	"sort"
	"strings"
)

// layout is the white space of a text: around commas and colons on one line, or
// with a newline that begins each member and element.
type layout struct {
	comma, colon string
	newline      string // "\n" and the indentation at hand; "" puts all on one line
	indent       string // what one more level adds to newline
}

// ordinary is the layout where the text shows none.
var ordinary = layout{comma: ", ", colon: ": ", indent: "  "}

// inner is the layout one level deeper.
func (l layout) inner() layout {
	if l.newline != "" {
		l.newline += l.indent
	}
	return l
}

// Fit lays raw out as a member of obj would be: like the nearest value of the
// same kind there, else objects on lines of their own where obj has its members
// so, and arrays on one line. What is not JSON comes back as it is.
func (d Doc) Fit(obj *Node, raw string) string {
	value := Parse(raw)
	if !d.OK() || !value.OK() || obj == nil {
		return raw
	}
	l := d.layoutOf(obj)
	newline := l.newline
	if like := d.alike(obj, value.Root.Kind); like != nil {
		l = d.layoutOf(like)
	} else if value.Root.Kind == Array {
		l.newline = ""
	}
	if l.newline != "" {
		l.newline = newline
	}
	return value.print(value.Root, l)
}

// alike is the last value in n of that kind that shows how it is laid out.
func (d Doc) alike(n *Node, kind Kind) *Node {
	for i := len(n.Members) - 1; i >= 0; i-- {
		if v := n.Members[i].Value; v.Kind == kind && v.parts() > 0 {
			return v
		}
	}
	return nil
}

// layoutOf is how the parts of n are laid out. What n does not show, it takes
// after what holds it.
func (d Doc) layoutOf(n *Node) layout {
	l := ordinary
	for _, outer := range d.path(n) {
		l = d.shown(outer, l.inner())
	}
	return l
}

// shown is l with what the inside of n shows otherwise.
func (d Doc) shown(n *Node, l layout) layout {
	if n.parts() == 0 {
		if newline := lastLine(d.Text[n.Start+1 : n.End-1]); newline != "" {
			l.newline = newline + l.indent
		}
		return l
	}
	start, end := n.part(0)
	l.newline = lastLine(d.Text[n.Start+1 : start])
	if l.newline != "" {
		_, own, _ := strings.Cut(l.newline, "\n")
		if indent, ok := strings.CutPrefix(own, d.indentation(n.Start)); ok && indent != "" {
			l.indent = indent
		}
	}
	if n.Kind == Object {
		l = l.withColon(d.Text[n.Members[0].NameEnd:n.Members[0].Value.Start])
	}
	if n.parts() > 1 {
		next, _ := n.part(1)
		if comma := d.Text[end:next]; !strings.Contains(comma, "\n") {
			l.comma = comma
		}
	}
	return l
}

// withColon takes a colon with its spaces, and a comma to match.
func (l layout) withColon(colon string) layout {
	if strings.Contains(colon, "\n") {
		return l
	}
	l.colon, l.comma = colon, ", "
	if colon == ":" {
		l.comma = ","
	}
	return l
}

// lastLine is the last line break in space with the indentation after it, "" if
// there is none.
func lastLine(space string) string {
	i := strings.LastIndexByte(space, '\n')
	if i < 0 {
		return ""
	}
	if i > 0 && space[i-1] == '\r' {
		i--
	}
	return space[i:]
}

// indentation is the white space that begins the line of offset.
func (d Doc) indentation(offset int) string {
	line := d.Text[strings.LastIndexByte(d.Text[:offset], '\n')+1 : offset]
	return line[:len(line)-len(strings.TrimLeft(line, " \t"))]
}

// path is the nodes from the root to n.
func (d Doc) path(n *Node) []*Node {
	path := []*Node{d.Root}
	for at := d.Root; at != n && at.parts() > 0; path = append(path, at) {
		i := sort.Search(at.parts(), func(i int) bool { _, end := at.part(i); return end > n.Start })
		if i == at.parts() {
			break
		}
		at = at.Child(i)
	}
	return path
}
