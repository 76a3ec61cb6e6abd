package play

import "toolyard/app/chat"

// ShownMost is how many messages of a long conversation the page draws, tool
// results counted, and how many more at a press. Of the oldest it leaves out more
// by shownStep at once: each time, everything moves up and is drawn anew.
const (
	ShownMost = 400
	shownStep = 100
)

// Shown is the active path without its oldest messages, where it is long, and how
// many those are. It begins with no tool result.
func (m Model) Shown() (path []chat.Node, earlier int) {
	path = m.Conversation.Path()
	over := len(path) - ShownMost - m.View.Messages
	if over <= 0 {
		return path, 0
	}
	earlier = min((over+shownStep-1)/shownStep*shownStep, len(path))
	for ; earlier < len(path); earlier++ {
		if _, result := path[earlier].Message.(chat.ToolResult); !result {
			break
		}
	}
	return path[earlier:], earlier
}

// EarlierMessagesShown: the page shows more of a long conversation.
type EarlierMessagesShown struct{}

func (EarlierMessagesShown) apply(m Model) (Model, []Effect) {
	m.View.Messages += ShownMost
	return m, nil
}
