package jsondoc

import "strings"

// Compact is the text of n without white space. Tokens stay as they are
// written. Of a text that is not OK nothing is known to be white space: the text
// of n comes back whole.
func Compact(d Doc, n *Node) string {
	return d.print(n, layout{comma: ",", colon: ":"})
}

// Indent is the text of n with each member and element on its own line, where
// lines begin with prefix and one indent a level. As with json.Indent the first
// line has no prefix and empty objects and arrays stay closed. Of a text that is
// not OK the text of n comes back.
func Indent(d Doc, n *Node, prefix, indent string) string {
	return d.print(n, layout{colon: ": ", newline: "\n" + prefix, indent: indent})
}

func (d Doc) print(n *Node, l layout) string {
	if n == nil || !d.OK() {
		return d.Raw(n)
	}
	var b strings.Builder
	b.Grow(n.End - n.Start)
	d.printTo(&b, n, l)
	return b.String()
}

func (d Doc) printTo(b *strings.Builder, n *Node, l layout) {
	if len(n.Members)+len(n.Elements) == 0 {
		d.printLeaf(b, n)
		return
	}
	opener, closer := d.Text[n.Start], d.Text[n.End-1]
	inner := l.inner()
	b.WriteByte(opener)
	for i, m := range n.Members {
		inner.separate(b, i)
		b.WriteString(d.Text[m.NameStart:m.NameEnd])
		b.WriteString(l.colon)
		d.printTo(b, m.Value, inner)
	}
	for i, e := range n.Elements {
		inner.separate(b, i)
		d.printTo(b, e, inner)
	}
	b.WriteString(l.newline)
	b.WriteByte(closer)
}

func (d Doc) printLeaf(b *strings.Builder, n *Node) {
	switch n.Kind {
	case Object:
		b.WriteString("{}")
	case Array:
		b.WriteString("[]")
	default:
		b.WriteString(d.Raw(n))
	}
}

func (l layout) separate(b *strings.Builder, i int) {
	switch {
	case i > 0 && l.newline != "":
		b.WriteByte(',')
	case i > 0:
		b.WriteString(l.comma)
	}
	b.WriteString(l.newline)
}
