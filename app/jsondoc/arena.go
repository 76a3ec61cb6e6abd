package jsondoc

// arena holds what a parse makes in few large pieces: a text of 2,000 properties
// has 10,000 nodes, and an allocation for each would take longer than reading.
type arena struct {
	free     []Node
	made     int      // nodes in the pieces so far
	members  []Member // of the objects that are being read, outermost first
	elements []*Node  // of the arrays that are being read, outermost first
	kept     []Member // space for the members of objects that were read
	keptRefs []*Node  // the same for elements
}

const (
	smallestPiece = 8
	largestPiece  = 1024
)

func (a *arena) node() *Node {
	if len(a.free) == 0 {
		size := min(max(a.made, smallestPiece), largestPiece)
		a.free = make([]Node, size)
		a.made += size
	}
	n := &a.free[0]
	a.free = a.free[1:]
	return n
}

// keepMembers takes the members from base on off the stack.
func (a *arena) keepMembers(base int) []Member {
	var kept []Member
	kept, a.kept = keep(a.members[base:], a.kept)
	a.members = a.members[:base]
	return kept
}

func (a *arena) keepElements(base int) []*Node {
	var kept []*Node
	kept, a.keptRefs = keep(a.elements[base:], a.keptRefs)
	a.elements = a.elements[:base]
	return kept
}

// keep copies items into space and returns the copy and the space left.
func keep[T any](items, space []T) (kept, left []T) {
	if len(items) == 0 {
		return nil, space
	}
	kept, left = reserved(len(items), space)
	copy(kept, items)
	return kept, left
}

// reserved takes n items off space, or off a new piece of it.
func reserved[T any](n int, space []T) (taken, left []T) {
	if n > len(space) {
		space = make([]T, max(n, min(n*16, largestPiece)))
	}
	return space[:n:n], space[n:]
}

// fewMembers is up to where comparing each pair of names beats a map.
const fewMembers = 12

func markRepeated(members []Member) {
	if len(members) <= fewMembers {
		for i := range members {
			for j := range i {
				if members[j].Name == members[i].Name {
					members[i].Repeated = true
					break
				}
			}
		}
		return
	}
	seen := make(map[string]struct{}, len(members))
	for i := range members {
		_, members[i].Repeated = seen[members[i].Name]
		seen[members[i].Name] = struct{}{}
	}
}
