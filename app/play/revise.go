package play

import (
	"slices"

	"toolyard/app/chat"
)

// RevisionBegan: a message that was sent is open for change: a user message, a
// tool result, an assistant's text, or the arguments of one of its calls.
type RevisionBegan struct {
	Node chat.NodeID
	Call int // as in Editing
}

func (r RevisionBegan) apply(m Model) (Model, []Effect) {
	n, ok := m.Conversation.Node(r.Node)
	if !ok || m.Run() == Streaming {
		return m, nil
	}
	m.View.Editing = Editing{Node: r.Node, Call: r.Call, Text: revisable(n.Message, r.Call)}
	return m, []Effect{Focus{"revision"}}
}

// revisable is the text of a message that a revision changes.
func revisable(m chat.Message, call int) string {
	switch m := m.(type) {
	case chat.User:
		return m.Text
	case chat.ToolResult:
		return m.Text
	case chat.Assistant:
		if call > 0 && call <= len(m.Calls) {
			return m.Calls[call-1].Arguments
		}
		return m.Text
	}
	return ""
}

// RevisionTyped: the changed text was typed.
type RevisionTyped struct{ Text string }

// With is the message with the text that was typed.
func (r RevisionTyped) With(text string) Msg { r.Text = text; return r }

func (r RevisionTyped) apply(m Model) (Model, []Effect) {
	m.View.Editing.Text = r.Text
	return m, nil
}

// RevisionCancelled: the message stays as it was.
type RevisionCancelled struct{}

func (RevisionCancelled) apply(m Model) (Model, []Effect) {
	m.View.Editing = Editing{}
	return m, nil
}

// RevisionRun: the conversation goes on from the changed message, on a branch of
// its own. Where calls wait for results, they do so again, with the results
// that were there before as drafts.
type RevisionRun struct{}

func (RevisionRun) apply(m Model) (Model, []Effect) {
	n, ok := m.Conversation.Node(m.View.Editing.Node)
	if !ok || m.Run() == Streaming {
		return m, nil
	}
	before, editing := m, m.View.Editing
	m.View.Editing = Editing{}
	switch message := n.Message.(type) {
	case chat.User:
		m.Conversation, _ = m.Conversation.Branch(n.ID, chat.User{Text: editing.Text})
		return m.ask(before)
	case chat.ToolResult:
		m = m.reviseResult(n, editing.Text)
		return m.ask(before)
	case chat.Assistant:
		return m.reviseAssistant(n, message.Revised(editing.Call, editing.Text))
	}
	return m, nil
}

// reviseResult branches at a tool result and repeats the results that follow it
// for the same message, so that every call keeps its pair.
func (m Model) reviseResult(n chat.Node, text string) Model {
	result := n.Message.(chat.ToolResult)
	result.Text = text
	following := m.resultsAfter(n.ID)
	m.Conversation, _ = m.Conversation.Branch(n.ID, result)
	for _, r := range following {
		m.Conversation, _ = m.Conversation.Append(r, 0)
	}
	return m
}

// reviseAssistant branches at an assistant message. Its calls wait for their
// results, typed already where they had some.
func (m Model) reviseAssistant(n chat.Node, revised chat.Assistant) (Model, []Effect) {
	results := m.resultsAfter(n.ID)
	var id chat.NodeID
	m.Conversation, id = m.Conversation.Branch(n.ID, revised)
	m.Drafts = slices.Clip(m.Drafts)
	for i, r := range results {
		m.Drafts = append(m.Drafts, Draft{id, i, r.Text})
	}
	if len(revised.Calls) == 0 {
		return m, []Effect{Focus{"prompt"}}
	}
	return m, []Effect{Focus{ResultField(id, 0)}}
}

// resultsAfter are the tool results that follow a message directly on the
// active path.
func (m Model) resultsAfter(id chat.NodeID) []chat.ToolResult {
	var results []chat.ToolResult
	path := m.Conversation.Path()
	at := slices.IndexFunc(path, func(n chat.Node) bool { return n.ID == id })
	for _, n := range path[at+1:] {
		r, ok := n.Message.(chat.ToolResult)
		if !ok {
			break
		}
		results = append(results, r)
	}
	return results
}

// Rerun: the model is asked once more for an answer; the one it gave stays
// beside the new one.
type Rerun struct{ Node chat.NodeID }

func (r Rerun) apply(m Model) (Model, []Effect) {
	n, ok := m.Conversation.Node(r.Node)
	if !ok || m.Run() == Streaming {
		return m, nil
	}
	before := m
	m.Conversation = m.Conversation.Rewind(n.Parent)
	return m.ask(before)
}

// Retried: the completion that failed is asked for once more. What is typed as
// the next message stays there.
type Retried struct{}

func (Retried) apply(m Model) (Model, []Effect) {
	failed, ok := m.Failure()
	if !ok || m.Run() == Streaming {
		return m, nil
	}
	before := m
	m.Conversation = m.Conversation.Rewind(failed.After)
	return m.ask(before)
}

// BranchChosen: another branch of the conversation is the active one.
type BranchChosen struct{ Node chat.NodeID }

func (b BranchChosen) apply(m Model) (Model, []Effect) {
	if m.Run() == Streaming {
		return m, nil
	}
	m.Conversation = m.Conversation.Select(b.Node)
	m.View.Editing = Editing{}
	return m, nil
}
