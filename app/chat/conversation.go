package chat

import "slices"

// NodeID names one message of a conversation for as long as it lives. Zero is none.
type NodeID int

// Node is a message at its place in the tree.
type Node struct {
	ID, Parent NodeID
	Message    Message
	Completion int // which completion brought it; 0 where a person wrote it
}

// Conversation is a tree of messages with one active path, from the first
// message to the tip. The zero Conversation is empty.
type Conversation struct {
	nodes []Node // in order of birth: a parent stands before its children
	tip   NodeID // the last message of the active path
}

// Is reports whether nothing was done to a conversation to make this one.
func (c Conversation) Is(other Conversation) bool {
	return c.tip == other.tip && len(c.nodes) == len(other.nodes) && (len(c.nodes) == 0 || &c.nodes[0] == &other.nodes[0])
}

// Restore makes a conversation of nodes that Nodes returned, in that order. A
// node whose parent is unknown, or whose id repeats, ends the reading there.
func Restore(nodes []Node, tip NodeID) Conversation {
	var c Conversation
	for _, n := range nodes {
		_, known := c.Node(n.Parent)
		_, twice := c.Node(n.ID)
		if n.ID <= 0 || n.Message == nil || twice || (n.Parent != 0 && !known) {
			break
		}
		c.nodes = append(c.nodes, n)
	}
	if _, ok := c.Node(tip); ok {
		c.tip = tip
	} else if len(c.nodes) > 0 {
		c.tip = c.leaf(c.nodes[0].ID)
	}
	return c
}

// Nodes returns every message of the tree, parents before children.
func (c Conversation) Nodes() []Node { return c.nodes }

// Tip is the last message of the active path, zero where there is none.
func (c Conversation) Tip() NodeID { return c.tip }

// Node finds a message by its id.
func (c Conversation) Node(id NodeID) (Node, bool) {
	if at, ok := slices.BinarySearchFunc(c.nodes, id, func(n Node, id NodeID) int { return int(n.ID - id) }); ok {
		return c.nodes[at], true // ids are given in order; those of a file may be in any
	}
	if id == 0 {
		return Node{}, false
	}
	for _, n := range c.nodes {
		if n.ID == id {
			return n, true
		}
	}
	return Node{}, false
}

// Path is the active path, first message first.
func (c Conversation) Path() []Node { return c.pathTo(c.tip) }

// Messages is the active path without the tree around it.
func (c Conversation) Messages() []Message {
	path := c.Path()
	messages := make([]Message, len(path))
	for i, n := range path {
		messages[i] = n.Message
	}
	return messages
}

func (c Conversation) pathTo(id NodeID) []Node {
	var path []Node
	for id != 0 {
		n, ok := c.Node(id)
		if !ok {
			break
		}
		path = append(path, n)
		id = n.Parent
	}
	slices.Reverse(path)
	return path
}

// Root is the first message of the path that leads to one, zero where there is none.
func (c Conversation) Root(id NodeID) NodeID {
	for {
		n, ok := c.Node(id)
		if !ok || n.Parent == 0 {
			return n.ID
		}
		id = n.Parent
	}
}

// Only is the conversation with no other first messages than those given, each
// with all that follows it.
func (c Conversation) Only(roots []NodeID) Conversation {
	kept := map[NodeID]bool{}
	var nodes []Node
	for _, n := range c.nodes {
		if n.Parent == 0 && slices.Contains(roots, n.ID) || kept[n.Parent] {
			kept[n.ID] = true
			nodes = append(nodes, n)
		}
	}
	c.nodes = nodes
	if !kept[c.tip] {
		c.tip = 0
	}
	return c
}

// Append puts a message after the tip and makes it the tip.
func (c Conversation) Append(m Message, completion int) (Conversation, NodeID) {
	return c.add(c.tip, m, completion)
}

// Branch puts a message beside the one with the given id, under the same
// parent, and makes it the tip. What stood there stays, on a path of its own.
func (c Conversation) Branch(beside NodeID, m Message) (Conversation, NodeID) {
	n, ok := c.Node(beside)
	if !ok {
		return c, 0
	}
	return c.add(n.Parent, m, n.Completion)
}

func (c Conversation) add(parent NodeID, m Message, completion int) (Conversation, NodeID) {
	id := NodeID(1)
	if len(c.nodes) > 0 {
		id = c.nodes[len(c.nodes)-1].ID + 1
	}
	c.nodes = append(slices.Clip(c.nodes), Node{id, parent, m, completion})
	c.tip = id
	return c, id
}

// Rewind makes an earlier message of the tree the tip; zero empties the path.
func (c Conversation) Rewind(to NodeID) Conversation {
	if _, ok := c.Node(to); ok || to == 0 {
		c.tip = to
	}
	return c
}

// Siblings are the messages that stand at the same place, oldest first, the
// message itself among them.
func (c Conversation) Siblings(id NodeID) []NodeID {
	n, ok := c.Node(id)
	if !ok {
		return nil
	}
	var ids []NodeID
	for _, other := range c.nodes {
		if other.Parent == n.Parent {
			ids = append(ids, other.ID)
		}
	}
	return ids
}

// Select makes the path that leads through a message the active one, and
// follows it to its newest end.
func (c Conversation) Select(id NodeID) Conversation {
	if _, ok := c.Node(id); ok {
		c.tip = c.leaf(id)
	}
	return c
}

// leaf follows the newest children down from a message.
func (c Conversation) leaf(id NodeID) NodeID {
	for i := len(c.nodes) - 1; i >= 0; i-- {
		if c.nodes[i].Parent == id {
			return c.leaf(c.nodes[i].ID)
		}
	}
	return id
}

// Asking is the assistant message on the active path whose tool calls are not
// all answered: the last one, if it has calls and nothing but results follows.
func (c Conversation) Asking() (Node, bool) {
	n, _, waits := c.asking()
	return n, waits
}

// asking tells how many of the calls are answered, too.
func (c Conversation) asking() (n Node, answered int, waits bool) {
	for id := c.tip; ; answered++ {
		n, _ = c.Node(id)
		switch m := n.Message.(type) {
		case ToolResult:
			id = n.Parent
			continue
		case Assistant:
			return n, answered, len(m.Calls) > answered
		}
		return Node{}, 0, false
	}
}

// Pending are the calls without a result, in order.
func (c Conversation) Pending() []ToolCall {
	n, answered, waits := c.asking()
	if !waits {
		return nil
	}
	return n.Message.(Assistant).Calls[answered:]
}
