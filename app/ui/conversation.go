package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/chat"
	"toolyard/app/play"
)

// conversationPane is what is said, and what goes next. The transcript scrolls
// from its end (data-keep), so that what arrives is in view until the person
// scrolls away from it.
func (p *Program) conversationPane() []app.UI {
	return []app.UI{
		of("div", "head").Body(p.conversationHead()...),
		of("div", "scroll").DataSet("keep", "end").Body(
			of("div", "sheet").Body(p.transcript(), of("div", "slot").Body(p.learn()...)),
		),
		of("div", "slot").Body(p.sendbar()...),
		p.composer(),
	}
}

func (p *Program) conversationHead() []app.UI {
	m, t := p.model, p.text()
	path := m.Conversation.Path()
	where := t.Conversation.Empty
	if n := turns(path); n > 0 {
		where = t.Conversation.Turn(n)
	}
	var anew []app.UI
	if len(path) > 0 {
		anew = []app.UI{able(m.Run() != play.Streaming,
			p.iconButton("conversation-new", "plus", t.Conversation.New, play.ConversationCleared{}))}
	}
	return []app.UI{
		el("h2").Text(t.Conversation.Head),
		of("span", "soft small").Text(where),
		of("span", "end"),
		of("span", "slot").Body(p.usage()...),
		of("span", "slot").Body(anew...),
	}
}

// turns counts how often the person spoke.
func turns(path []chat.Node) int {
	n := 0
	for _, node := range path {
		if _, ok := node.Message.(chat.User); ok {
			n++
		}
	}
	return n
}

// usage is what the last completion that told it has cost.
func (p *Program) usage() []app.UI {
	m := p.model
	if m.Conversation.Tip() == 0 {
		return nil
	}
	for i := len(m.Completions) - 1; i >= 0; i-- {
		u := m.Completions[i].Answer.Usage
		if u.Raw == "" {
			continue
		}
		return []app.UI{of("span", "soft small num wide").DataSet("testid", "usage").
			DataSet("prompt", strconv.FormatInt(u.Prompt, 10)).
			DataSet("completion", strconv.FormatInt(u.Completion, 10)).
			DataSet("total", strconv.FormatInt(u.Total, 10)).
			Text(p.text().Conversation.Usage(u.Prompt, u.Completion))}
	}
	return nil
}

// transcript is the conversation as it stands, and the answer that arrives.
// Screen readers hear an answer once, when it is whole.
func (p *Program) transcript() app.UI {
	return of("div", "talk").Role("log").Aria("live", "polite").
		Aria("busy", strconv.FormatBool(p.model.Run() == play.Streaming)).
		Aria("label", p.text().Conversation.Head).Body(p.entries()...)
}

// entries are one component a message, with the tool results inside the message
// that asked for them. An answer that arrives stands where its message will.
func (p *Program) entries() []app.UI {
	return append([]app.UI{&systemEntry{P: p, T: p.text(), Text: p.model.System}}, p.said()...)
}

// said are the entries without the system prompt.
func (p *Program) said() []app.UI {
	m := p.model
	var entries []app.UI
	path, earlier := m.Shown()
	if earlier > 0 {
		entries = append(entries, of("div", "msg").Body(
			p.button("messages-earlier", "quiet", p.text().Conversation.Earlier(min(earlier, play.ShownMost)), play.EarlierMessagesShown{})))
	}
	for len(path) > 0 {
		node := path[0]
		path = path[1:]
		switch message := node.Message.(type) {
		case chat.User:
			entries = append(entries, p.userEntry(node, message))
		case chat.Assistant:
			results := resultsFirst(path)
			entries = append(entries, p.settledEntry(node, message, results))
			path = path[len(results):]
		}
	}
	if c, ok := m.Running(); ok {
		return append(entries, p.arrivingEntry(c))
	}
	return append(entries, p.ending()...)
}

// resultsFirst are the tool results that a path begins with.
func resultsFirst(path []chat.Node) []chat.Node {
	for i, node := range path {
		if _, ok := node.Message.(chat.ToolResult); !ok {
			return path[:i]
		}
	}
	return path
}

// ending is what stands under the last message when no answer came of it.
func (p *Program) ending() []app.UI {
	m := p.model
	if c, ok := m.Failure(); ok {
		return []app.UI{p.failureEntry(c)}
	}
	tip := m.Conversation.Tip()
	if n := len(m.Completions); n > 0 && tip != 0 {
		if c := *m.Completions[n-1]; c.Stopped && c.Node == 0 && c.After == tip {
			return []app.UI{of("div", "msg").DataSet("kind", "stopped").Body(
				of("p", "soft small").Text(p.text().Conversation.StoppedBefore))}
		}
	}
	return nil
}

// editing is the revision that is under way, if it is of this message.
func (p *Program) editing(node chat.NodeID) play.Editing {
	if e := p.model.View.Editing; e.Node == node {
		return e
	}
	return play.Editing{}
}

// locked says whether the conversation can't be changed now.
func (p *Program) locked() bool {
	return p.model.Run() == play.Streaming || p.model.View.Frame == play.ReadOnly
}
