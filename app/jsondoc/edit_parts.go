package jsondoc

import "strings"

// A part is what an array or object holds: an element, or a member from its
// name to the end of its value. Parts are inserted, removed and moved alike.

func (n *Node) parts() int { return len(n.Members) + len(n.Elements) }

func (n *Node) part(i int) (start, end int) {
	if n.Kind == Object {
		m := n.Members[i]
		return m.NameStart, m.Value.End
	}
	return n.Elements[i].Start, n.Elements[i].End
}

// Child is the value of member i, or element i.
func (n *Node) Child(i int) *Node {
	if n.Kind == Object {
		return n.Members[i].Value
	}
	return n.Elements[i]
}

// insertPart puts text before part i, or last. It stands after the part before
// it rather than before the next: so it can be joined with removals of the next.
func (d Doc) insertPart(n *Node, i int, text string) []Edit {
	switch {
	case n.parts() == 0:
		return d.fill(n, text)
	case i <= 0:
		start, _ := n.part(0)
		return []Edit{{start, start, text + d.gap(n, 0)}}
	}
	i = min(i, n.parts())
	_, end := n.part(i - 1)
	return []Edit{{end, end, d.gap(n, i) + text}}
}

// gap is what shall stand between a part that comes to stand at i and its
// neighbour: the comma and white space that are already there between others.
func (d Doc) gap(n *Node, i int) string {
	if n.parts() > 1 {
		i = min(max(i, 1), n.parts()-1)
		_, end := n.part(i - 1)
		start, _ := n.part(i)
		return d.Text[end:start]
	}
	l := d.layoutOf(n)
	if l.newline != "" {
		return "," + l.newline
	}
	return l.comma
}

// fill makes text the only part of an empty n.
func (d Doc) fill(n *Node, text string) []Edit {
	l := d.layoutOf(n)
	if l.newline != "" {
		text = l.newline + text + strings.TrimSuffix(l.newline, l.indent)
	}
	return []Edit{{n.Start + 1, n.End - 1, text}}
}

// removeParts takes parts away with the commas and lines that were theirs. The
// indices ascend.
func (d Doc) removeParts(n *Node, indices []int) []Edit {
	var edits []Edit
	for len(indices) > 0 {
		run := 1
		for run < len(indices) && indices[run] == indices[0]+run {
			run++
		}
		edits = append(edits, d.removeRun(n, indices[0], indices[0]+run))
		indices = indices[run:]
	}
	return edits
}

// removeRun takes the parts from first up to end away.
func (d Doc) removeRun(n *Node, first, end int) Edit {
	if first == 0 && end == n.parts() {
		return Edit{n.Start + 1, n.End - 1, ""}
	}
	if end < n.parts() {
		from, _ := n.part(first)
		to, _ := n.part(end)
		return Edit{from, to, ""}
	}
	_, from := n.part(first - 1)
	_, to := n.part(end - 1)
	return Edit{from, to, ""}
}

// movePart takes part from to where it will be part to. Its bytes stay, and the
// comma and white space beside it go along.
func (d Doc) movePart(n *Node, from, to int) []Edit {
	if from == to {
		return nil
	}
	start, end := n.part(from)
	text := d.Text[start:end]
	if from < to {
		next, _ := n.part(from + 1)
		_, after := n.part(to)
		return []Edit{{start, next, ""}, {after, after, d.Text[end:next] + text}}
	}
	_, previous := n.part(from - 1)
	before, _ := n.part(to)
	return []Edit{{before, before, text + d.Text[previous:start]}, {previous, end, ""}}
}
