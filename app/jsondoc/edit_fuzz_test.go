package jsondoc

import (
	"slices"
	"testing"
)

// FuzzEdits makes one edit of a random kind and place and holds the result
// against what every edit promises: the text after it is JSON, inverting gives
// the text back, and the parts that it does not name keep their bytes and order.
func FuzzEdits(f *testing.F) {
	for i, c := range editCases {
		for verb := range uint8(5) {
			f.Add(c.text, uint(i), verb, i, i+1)
		}
	}
	f.Fuzz(func(t *testing.T, text string, at uint, verb uint8, i, j int) {
		d := Parse(text)
		containers := d.containers(d.Root, nil)
		if !d.OK() || len(containers) == 0 {
			t.Skip()
		}
		n := containers[at%uint(len(containers))]
		if n.parts() > 0 {
			i, j = int(uint(i)%uint(n.parts())), int(uint(j)%uint(n.parts()))
		}
		edits, parts := trial{d, n, i, j}.made(verb)

		after := Apply(text, edits)
		if back := Apply(after, Invert(text, edits)); back != text {
			t.Fatalf("%q became %q and inverted %q", text, after, back)
		}
		checkAscending(t, edits, len(text))
		a := Parse(after)
		if !a.OK() {
			t.Fatalf("%q became %q, which is not JSON: %v", text, after, a.Errors)
		}
		if got := a.rawParts(sameContainer(a, n)); !slices.Equal(got, parts) {
			t.Fatalf("%q became %q: parts %q, want %q", text, after, got, parts)
		}
	})
}

// containers is the arrays and objects of n, outermost first.
func (d Doc) containers(n *Node, found []*Node) []*Node {
	if n == nil || n.Kind != Array && n.Kind != Object {
		return found
	}
	found = append(found, n)
	for i := range n.parts() {
		found = d.containers(n.Child(i), found)
	}
	return found
}

// trial is an edit of part i of n: j is where it moves, or what goes with it.
type trial struct {
	Doc
	n    *Node
	i, j int
}

// made is the edits of a verb, and the raw parts that n must have after them.
func (e trial) made(verb uint8) ([]Edit, []string) {
	parts := e.rawParts(e.n)
	if len(parts) == 0 {
		verb = 0
	}
	verbs := []func([]string) ([]Edit, []string){e.inserted, e.removed, e.moved, e.replaced, e.renamed}
	return verbs[int(verb)%len(verbs)](parts)
}

func (e trial) inserted(parts []string) ([]Edit, []string) {
	i := min(max(e.i, 0), len(parts))
	if e.n.Kind == Array {
		return e.InsertElement(e.n, i, "[0]"), slices.Insert(parts, i, "[0]")
	}
	return e.InsertMember(e.n, i, "new", "0"), slices.Insert(parts, i, `"new"`+e.layoutOf(e.n).colon+"0")
}

func (e trial) removed(parts []string) ([]Edit, []string) {
	var kept []string
	for k, part := range parts {
		if k != e.i && k != e.j {
			kept = append(kept, part)
		}
	}
	if e.n.Kind == Array {
		return e.RemoveElements(e.n, e.i, e.j), kept
	}
	return e.RemoveMembers(e.n, e.i, e.j), kept
}

func (e trial) moved(parts []string) ([]Edit, []string) {
	part := parts[e.i]
	parts = slices.Insert(slices.Delete(parts, e.i, e.i+1), e.j, part)
	if e.n.Kind == Array {
		return e.MoveElement(e.n, e.i, e.j), parts
	}
	return e.MoveMember(e.n, e.i, e.j), parts
}

func (e trial) replaced(parts []string) ([]Edit, []string) {
	v := e.n.Child(e.i)
	start, end := e.n.part(e.i)
	parts[e.i] = e.Text[start:v.Start] + "null" + e.Text[v.End:end]
	return e.ReplaceValue(v, "null"), parts
}

func (e trial) renamed(parts []string) ([]Edit, []string) {
	if e.n.Kind == Object && e.n.Members[e.i].Name != "é" {
		m := e.n.Members[e.i]
		parts[e.i] = `"é"` + e.Text[m.NameEnd:m.Value.End]
	}
	return e.RenameMember(e.n, e.i, "é"), parts
}

func (d Doc) rawParts(n *Node) []string {
	var parts []string
	for i := range n.parts() {
		start, end := n.part(i)
		parts = append(parts, d.Text[start:end])
	}
	return parts
}

// sameContainer is the node of a that begins where n did: an edit of the inside
// of n leaves its beginning in place.
func sameContainer(a Doc, n *Node) *Node {
	for _, c := range a.containers(a.Root, nil) {
		if c.Start == n.Start {
			return c
		}
	}
	return nil
}

func checkAscending(t *testing.T, edits []Edit, length int) {
	t.Helper()
	at := 0
	for _, e := range edits {
		if e.Start < at || e.End < e.Start || e.End > length {
			t.Fatalf("edits %v overlap or leave the text", edits)
		}
		at = e.End
	}
}
