package jsondoc

import (
	"slices"
	"strings"
)

// fewEdits is up to where one edit after the other beats reading all anew.
const fewEdits = 4

// Edit is Parse of the text after the edits, in less time: what stands before
// them is shared with d, what stands after them is moved along, and only the
// values around them are read again.
func (d Doc) Edit(edits []Edit) Doc {
	after := d
	if edits = gathered(d.Text, edits); len(edits) > fewEdits {
		return Parse(Apply(d.Text, edits))
	}
	for i := len(edits) - 1; i >= 0; i-- {
		next, ok := after.reparse(edits[i])
		if !ok {
			return Parse(Apply(d.Text, edits))
		}
		after = next
	}
	return after
}

// closeBy is how many bytes may stand between edits that are made as one: what
// moves by a place leaves all that follows where it is.
const closeBy = 1 << 10

// gathered is the edits with those that are close to each other as one.
func gathered(text string, edits []Edit) []Edit {
	var all []Edit
	for _, e := range edits {
		if last := len(all) - 1; last >= 0 && e.Start-all[last].End <= closeBy {
			between := text[all[last].End:e.Start]
			all[last].End = e.End
			all[last].Text += between + e.Text
			continue
		}
		all = append(all, e)
	}
	return all
}

// To is Parse of another text, read as an Edit of d where it is little else.
func (d Doc) To(text string) Doc {
	if text == d.Text {
		return d
	}
	return d.Edit([]Edit{Difference(d.Text, text)})
}

// reparse makes one edit inside a value. It is not ok where the text is not JSON
// before or after, and where the edit is not inside an array or object.
func (d Doc) reparse(e Edit) (Doc, bool) {
	if !d.OK() || !d.Root.encloses(e) {
		return d, false
	}
	r := reparser{text: Apply(d.Text, []Edit{e}), edit: e, by: len(e.Text) - (e.End - e.Start)}
	root := r.value(d.Root, 0)
	return Doc{Text: r.text, Root: root}, root != nil
}

// encloses reports whether the edit leaves the brackets of n alone.
func (n *Node) encloses(e Edit) bool {
	return (n.Kind == Object || n.Kind == Array) && n.Start < e.Start && e.End < n.End
}

// closed reports whether the value ends, and begins, with a character that takes
// nothing else in, as a digit takes the next one.
func (n *Node) closed() bool { return n.Kind == Object || n.Kind == Array || n.Kind == String }

type reparser struct {
	text string // after the edit
	edit Edit
	by   int // how far what follows the edit moves
	arena
}

// value is n after the edit that it encloses, nil if it is not JSON then.
func (r *reparser) value(n *Node, depth int) *Node {
	i := n.partAround(r.edit)
	if i < 0 {
		return r.someAgain(n, depth)
	}
	c := n.Child(i)
	if n.Kind == Object && n.Members[i].NameStart <= r.edit.Start && r.edit.End <= n.Members[i].NameEnd {
		return r.withName(n, i)
	}
	if c.encloses(r.edit) {
		return r.with(n, i, r.value(c, depth+1))
	}
	beside := c.closed() && (r.edit.Start >= c.End || r.edit.End <= c.Start)
	if !beside && c.Start <= r.edit.Start && r.edit.End <= c.End {
		if now := r.again(c, depth+1); now != nil {
			return r.with(n, i, now)
		}
	}
	return r.someAgain(n, depth)
}

// with is n with another value of part i, nil if that is not JSON.
func (r *reparser) with(n *Node, i int, value *Node) *Node {
	if value == nil {
		return nil
	}
	if n.Kind == Array {
		return r.withElement(n, i, value)
	}
	m := n.Members[i]
	m.Value = value
	return r.withMember(n, i, m)
}

// partAround is the part of n that the edit is inside of, or -1.
func (n *Node) partAround(e Edit) int {
	low, high := 0, n.parts()
	for low < high {
		middle := (low + high) / 2
		if _, end := n.part(middle); end < e.End {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == n.parts() {
		return -1
	}
	if start, _ := n.part(low); start > e.Start {
		return -1
	}
	return low
}

// again reads n anew, alone.
func (r *reparser) again(n *Node, depth int) *Node {
	piece := strings.Clone(r.text[n.Start : n.End+r.by]) // names are cut from it, and the whole text may go
	p := parser{text: piece, open: make([]byte, depth)}
	root := p.value()
	if len(p.errors) > 0 || root.Kind == Invalid || root.End != len(piece) {
		return nil
	}
	root.shift(n.Start)
	return root
}

// name is the name of a member after the edit, if it is one string still.
func (r *reparser) name(m Member) (string, bool) {
	piece := strings.Clone(r.text[m.NameStart : m.NameEnd+r.by])
	p := parser{text: piece}
	if p.peek() != '"' {
		return "", false
	}
	n := p.str()
	return unquote(piece), len(p.errors) == 0 && n.End == len(piece)
}

func (r *reparser) withName(n *Node, i int) *Node {
	m := n.Members[i]
	name, ok := r.name(m)
	if !ok {
		return nil
	}
	m.Name, m.NameEnd, m.Value = name, m.NameEnd+r.by, r.moved(m.Value)
	return r.withMember(n, i, m)
}

// withElement is n with another element i, and what follows it moved.
func (r *reparser) withElement(n *Node, i int, value *Node) *Node {
	elements := slices.Clone(n.Elements)
	elements[i] = value
	for j := i + 1; j < len(elements); j++ {
		elements[j] = r.moved(elements[j])
	}
	return &Node{Kind: Array, Start: n.Start, End: n.End + r.by, Elements: elements}
}

// withMember is n with another member i, and what follows it moved.
func (r *reparser) withMember(n *Node, i int, m Member) *Node {
	old := n.Members[i].Name
	members := slices.Clone(n.Members)
	members[i] = m
	for j := i + 1; j < len(members); j++ {
		members[j] = r.movedMember(members[j])
	}
	if old != m.Name {
		markName(members, old)
		markName(members, m.Name)
	}
	return &Node{Kind: Object, Start: n.Start, End: n.End + r.by, Members: members}
}

// markName is markRepeated for one name.
func markName(members []Member, name string) {
	seen := false
	for j := range members {
		if members[j].Name == name {
			members[j].Repeated = seen
			seen = true
		}
	}
}

func (r *reparser) movedMember(m Member) Member {
	if r.by == 0 {
		return m
	}
	m.NameStart, m.NameEnd, m.Value = m.NameStart+r.by, m.NameEnd+r.by, r.moved(m.Value)
	return m
}

// moved is n where it stands after the edit, which is before it.
func (r *reparser) moved(n *Node) *Node {
	if r.by == 0 {
		return n
	}
	m := r.node()
	*m = *n
	m.Start += r.by
	m.End += r.by
	if len(n.Elements) > 0 {
		m.Elements, r.keptRefs = reserved(len(n.Elements), r.keptRefs)
		for i, e := range n.Elements {
			m.Elements[i] = r.moved(e)
		}
	}
	if len(n.Members) > 0 {
		m.Members, r.kept = reserved(len(n.Members), r.kept)
		for i, inner := range n.Members {
			m.Members[i] = r.movedMember(inner)
		}
	}
	return m
}

// shift moves a node that nobody else has yet.
func (n *Node) shift(by int) {
	n.Start += by
	n.End += by
	for i := range n.Members {
		m := &n.Members[i]
		m.NameStart += by
		m.NameEnd += by
		m.Value.shift(by)
	}
	for _, e := range n.Elements {
		e.shift(by)
	}
}
