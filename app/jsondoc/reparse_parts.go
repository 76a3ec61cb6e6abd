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

// someAgain reads those parts of n anew that the edit is in, and what is beside
// it: a member that comes, goes or moves takes none with it. What can't be read so
// is read whole.
func (r *reparser) someAgain(n *Node, depth int) *Node {
	first, last := n.partsAround(r.edit)
	if first < 0 {
		return r.again(n, depth)
	}
	open, close, stub := "{", "}", `"":[]`
	if n.Kind == Array {
		open, close, stub = "[", "]", "[]"
	}
	from, before := n.part(first)
	after, to := n.part(last)
	to += r.by
	head, tail := "", "" // stand for parts that the edit is only beside
	if n.Child(first).closed() && before <= r.edit.Start {
		head, from, first = stub, before, first+1
	}
	if last >= first && r.edit.End <= after {
		tail, to, last = stub, after+r.by, last-1
	}
	p := parser{text: open + head + r.text[from:to] + tail + close, open: make([]byte, depth)}
	some := p.value()
	stubs := (len(head) + len(tail)) / len(stub)
	if len(p.errors) > 0 || some.End != len(p.text) || some.parts() == 0 || some.parts() < stubs {
		return r.again(n, depth)
	}
	some.shift(from - len(open) - len(head))
	return r.splice(n, first, last, some.without(len(head)/len(stub), len(tail)/len(stub)))
}

// without is a node of n's kind that has none of its first and last parts.
func (n *Node) without(first, last int) *Node {
	if n.Kind == Array {
		return &Node{Kind: Array, Elements: n.Elements[first : len(n.Elements)-last]}
	}
	return &Node{Kind: Object, Members: n.Members[first : len(n.Members)-last]}
}

// splice is n with the parts of another node in the place of those from first to
// last.
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
