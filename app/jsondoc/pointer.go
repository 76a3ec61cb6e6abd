package jsondoc

import (
	"strconv"
	"strings"
)

var pointerUnescaper = strings.NewReplacer("~1", "/", "~0", "~")

// At is the node that a JSON Pointer (RFC 6901) names, nil if there is none.
// Of repeated names the last counts.
func (d Doc) At(pointer string) *Node {
	n := d.Root
	for pointer != "" && n != nil {
		if pointer[0] != '/' {
			return nil
		}
		token, rest := pointer[1:], ""
		if i := strings.IndexByte(token, '/'); i >= 0 {
			token, rest = token[:i], token[i:]
		}
		n, pointer = n.child(pointerUnescaper.Replace(token)), rest
	}
	return n
}

func (n *Node) child(token string) *Node {
	if n.Kind == Object {
		return n.Get(token)
	}
	i, err := strconv.Atoi(token)
	if err != nil || strconv.Itoa(i) != token || i < 0 || i >= len(n.Elements) {
		return nil
	}
	return n.Elements[i]
}
