package jsondoc

import "slices"

// partsAround is the parts between whose outer ends the edit is, or -1.
func (n *Node) partsAround(e Edit) (first, last int) {
	low, high := 0, n.parts()
	for low < high {
		middle := (low + high) / 2
		if start, _ := n.part(middle); start <= e.Start {
			low = middle + 1
		} else {
			high = middle
		}
	}
	first = low - 1
	for last = max(first, 0); last < n.parts(); last++ {
		if _, end := n.part(last); end >= e.End {
			return first, last
		}
	}
	return -1, -1
}

// someAgain reads those parts of n anew that the edit is in, or between: a member
// that comes, goes or moves takes no more than its neighbours with it. What can't
// be read so is read whole.
func (r *reparser) someAgain(n *Node, depth int) *Node {
	first, last := n.partsAround(r.edit)
	if first < 0 {
		return r.again(n, depth)
	}
	open, close := "{", "}"
	if n.Kind == Array {
		open, close = "[", "]"
	}
	start, _ := n.part(first)
	_, end := n.part(last)
	piece := open + r.text[start:end+r.by] + close
	p := parser{text: piece, open: make([]byte, depth)}
	some := p.value()
	if len(p.errors) > 0 || some.End != len(piece) || some.parts() == 0 {
		return r.again(n, depth)
	}
	some.shift(start - len(open))
	return r.splice(n, first, last, some)
}

// splice is n with the parts of another node in the place of some of its own.
func (r *reparser) splice(n *Node, first, last int, some *Node) *Node {
	now := &Node{Kind: n.Kind, Start: n.Start, End: n.End + r.by}
	if n.Kind == Array {
		now.Elements = slices.Concat(n.Elements[:first], some.Elements, n.Elements[last+1:])
		for j := first + len(some.Elements); j < len(now.Elements); j++ {
			now.Elements[j] = r.moved(now.Elements[j])
		}
		return now
	}
	now.Members = slices.Concat(n.Members[:first], some.Members, n.Members[last+1:])
	for j := first + len(some.Members); j < len(now.Members); j++ {
		now.Members[j] = r.movedMember(now.Members[j])
	}
	if touched := slices.Concat(n.Members[first:last+1], some.Members); len(touched) <= fewMembers {
		for _, m := range touched {
			markName(now.Members, m.Name)
		}
	} else {
		for j := range now.Members {
			now.Members[j].Repeated = false
		}
		markRepeated(now.Members)
	}
	return now
}
