// Package jsondoc is a JSON text and its tree.
//
// The text is the truth: a tree only points into it. Order, spelling of
// numbers, repeated names, white space: all stay where the person put them,
// because every change is an edit of the text and nothing is printed anew.
//
//   - A text is a string of bytes, JSON or not yet.
//   - A node is one value of it: a kind and the span of bytes where it stands.
//   - A member is one name and value of an object; an element is one value of
//     an array.
//   - A span is the bytes from Start up to, not including, End.
//   - An edit replaces one span by a text.
//   - An error is one place where the text is not JSON. A doc is OK without one.
//
// A text is OK exactly when RFC 8259 and encoding/json.Valid accept it, but for
// one limit: arrays and objects nest 512 deep at most. Bytes in a string that
// are not UTF-8 are accepted, kept in the text, and decoded as U+FFFD.
package jsondoc

// Doc is a text and its tree. It is a value: neither is written after Parse.
// The zero Doc has no root.
type Doc struct {
	Text   string
	Root   *Node   // nil when the text holds no value
	Errors []Error // by offset, at most 100
}

// Kind is the type of a JSON value.
type Kind uint8

// The kinds. Invalid is a value that is not JSON, or one that is missing: its
// span is then empty.
const (
	Invalid Kind = iota
	Null
	Bool
	Number
	String
	Array
	Object
)

// Node is one value and its span in Doc.Text. The spans of members and elements
// are in order, do not overlap, and lie within the span of what holds them.
type Node struct {
	Kind       Kind
	Start, End int
	Members    []Member // of an object, as they stand, repeated names included
	Elements   []*Node  // of an array
}

// Member is a name and a value of an object.
type Member struct {
	Name               string // decoded
	NameStart, NameEnd int    // with the quotes; empty where the name is missing
	Value              *Node  // never nil
	Repeated           bool   // an earlier member of the object has the same name
}

// OK reports whether the text is JSON. Repeated names are JSON.
func (d Doc) OK() bool { return d.Root != nil && len(d.Errors) == 0 }

// Raw is the source text of n, byte for byte, and "" for nil.
func (d Doc) Raw(n *Node) string {
	if n == nil {
		return ""
	}
	return d.Text[n.Start:n.End]
}

// Str decodes n and reports whether it is a string. Half a surrogate pair and
// bytes that are not UTF-8 become U+FFFD: a Go string can't hold the former and
// JSON can't hold the latter.
func (d Doc) Str(n *Node) (string, bool) {
	if n == nil || n.Kind != String {
		return "", false
	}
	return unquote(d.Text[n.Start:n.End]), true
}

// Get is the value of the last member of that name, as most parsers have it.
// It is nil where there is none, and on a nil or another kind of node.
func (n *Node) Get(name string) *Node {
	if i := n.Index(name); i >= 0 {
		return n.Members[i].Value
	}
	return nil
}

// Index is the position of the last member of that name, or -1.
func (n *Node) Index(name string) int {
	if n == nil {
		return -1
	}
	for i := len(n.Members) - 1; i >= 0; i-- {
		if n.Members[i].Name == name {
			return i
		}
	}
	return -1
}
