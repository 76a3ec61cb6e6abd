package play

import (
	"slices"

	"toolyard/app/chat"
)

// A conversation that was cleared can be gone back to, as a branch of its first
// message, until so many more were cleared, or until they weigh too much; the one
// that was cleared last always can. Each went into the history when it was cleared.
const (
	clearedLimit = 10
	clearedBytes = 4 << 20 // of messages and wire
)

// ConversationCleared: the conversation begins anew.
type ConversationCleared struct{}

func (ConversationCleared) apply(m Model) (Model, []Effect) {
	if m.Run() == Streaming {
		return m, nil
	}
	m.Conversation = m.Conversation.Rewind(0)
	m.View.Editing, m.View.WireOf, m.View.Messages = Editing{}, 0, 0
	return m.withoutOldest(), []Effect{Focus{"prompt"}}
}

// withoutOldest lets the conversations go that were cleared long ago, with all
// that belongs to their messages.
func (m Model) withoutOldest() Model {
	var roots []chat.NodeID
	for _, n := range m.Conversation.Nodes() {
		if n.Parent == 0 {
			roots = append(roots, n.ID)
		}
	}
	weights := m.weights()
	from, size := len(roots), 0
	for from > 0 && len(roots)-from < clearedLimit {
		size += weights[roots[from-1]]
		if size > clearedBytes && from < len(roots) {
			break
		}
		from--
	}
	if from == 0 {
		return m
	}
	m.Conversation = m.Conversation.Only(roots[from:])
	gone := func(id chat.NodeID) bool { _, ok := m.Conversation.Node(id); return !ok }
	m.Completions = slices.DeleteFunc(slices.Clone(m.Completions), func(c *Completion) bool { return gone(c.After) })
	m.Drafts = slices.DeleteFunc(slices.Clone(m.Drafts), func(d Draft) bool { return gone(d.Node) })
	return m
}

// weights are the bytes of the conversations in the tree, by their first message.
func (m Model) weights() map[chat.NodeID]int {
	weights, root := map[chat.NodeID]int{}, map[chat.NodeID]chat.NodeID{}
	for _, n := range m.Conversation.Nodes() {
		if root[n.ID] = root[n.Parent]; n.Parent == 0 {
			root[n.ID] = n.ID
		}
		weights[root[n.ID]] += chat.Size(n.Message)
	}
	for _, c := range m.Completions {
		weights[root[c.After]] += c.weight()
	}
	return weights
}
