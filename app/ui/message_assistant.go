package ui

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/chat"
	"toolyard/app/locale"
	"toolyard/app/play"
)

// assistantEntry is what the model said, and the tool calls in it. The same
// component shows it while it arrives and afterwards.
type assistantEntry struct {
	app.Compo
	P       *Program
	T       *locale.Text
	Node    chat.NodeID // 0 while it arrives
	Message chat.Assistant
	About   about
	Pairs   []pair
	Branch  branch
	Editing play.Editing // of the message or of one of its results
	Locked  bool
	Folded  bool // the reasoning
}

// about is what is known of a message beside its words.
type about struct {
	Model    string
	Took     int64 // milliseconds; 0 where nobody knows
	Finish   string
	Odd      bool   // the finish reason is worth a word
	State    string // why it is not whole, or what it is doing; "" where all is well
	Edited   bool
	Arriving bool
	Repairs  []chat.Repair
	Others   int // further choices
}

// fold names the reasoning of a message among all that opens and closes.
func (a *assistantEntry) fold() string { return "reasoning-" + strconv.Itoa(int(a.Node)) }

// settledEntry is a message of the conversation.
func (p *Program) settledEntry(node chat.Node, message chat.Assistant, results []chat.Node) app.UI {
	e := &assistantEntry{P: p, T: p.text(), Node: node.ID, Message: message, About: p.aboutMessage(node, message),
		Branch: p.branchOf(node.ID), Editing: p.editing(node.ID), Locked: p.locked()}
	e.Folded = p.model.View.IsFolded(e.fold())
	for i, call := range message.Calls {
		pair := p.pair(node.ID, i, call)
		if i < len(results) {
			result := results[i].Message.(chat.ToolResult)
			pair.Sent, pair.Result, pair.Branch = results[i].ID, result.Text, p.branchOf(results[i].ID)
		} else {
			pair.Result = p.model.Draft(node.ID, i)
		}
		e.Pairs = append(e.Pairs, pair)
	}
	if i := slices.IndexFunc(results, func(r chat.Node) bool { return r.ID == p.model.View.Editing.Node }); i >= 0 {
		e.Editing = p.model.View.Editing
	}
	return e
}

// arrivingEntry is the message of a completion that is under way.
func (p *Program) arrivingEntry(c play.Completion) app.UI {
	message, _ := c.Message()
	e := &assistantEntry{P: p, T: p.text(), Message: message, Locked: true}
	e.About = about{Model: modelOf(c), Took: c.Took.Milliseconds(), Arriving: true, State: e.T.Conversation.Arriving}
	if c.State == play.Asked {
		e.About.State = e.T.Conversation.Asked
	}
	for i, call := range message.Calls {
		e.Pairs = append(e.Pairs, p.pair(0, i, call))
	}
	return e
}

// aboutMessage is what the completion of a message tells of it.
func (p *Program) aboutMessage(node chat.Node, message chat.Assistant) about {
	t := p.text().Conversation
	a := about{Finish: "stop"}
	if message.Incomplete {
		a.Finish, a.State = "", t.Incomplete
	}
	c, ok := p.model.Completion(node.Completion)
	if !ok || len(c.Answer.Choices) == 0 {
		return a
	}
	a.Model = modelOf(c)
	if c.Node != node.ID {
		a.Edited = true
		return a
	}
	first := c.Answer.Choices[0]
	a.Took, a.Repairs, a.Others = c.Took.Milliseconds(), c.Answer.Repairs, len(c.Answer.Choices)-1
	a.Finish = first.Finish
	a.Odd = first.Finish != "" && (first.Disagrees() || !usual(first.Finish))
	switch {
	case !message.Incomplete:
	case c.Stopped:
		a.State = t.Stopped
	default:
		a.State = t.Cut
	}
	return a
}

// usual says whether a finish reason tells nothing that the message doesn't.
func usual(finish string) bool {
	return finish == "stop" || finish == "tool_calls" || finish == "function_call"
}

// modelOf is the model that answered, as it calls itself.
func modelOf(c play.Completion) string {
	if c.Answer.Model != "" {
		return c.Answer.Model
	}
	return c.Endpoint.Model
}

// Render draws the message. Its own message-text is the first one in it: those
// of its tool results come later.
func (a *assistantEntry) Render() app.UI {
	root := of("div", "msg").DataSet("testid", "message").DataSet("role", "assistant")
	if a.Message.Incomplete {
		root = root.DataSet("incomplete", "true")
	}
	if a.About.Arriving {
		root = root.DataSet("streaming", "true")
	}
	editing := a.Editing.Node != 0 && a.Editing.Node == a.Node && a.Editing.Call == 0
	var revision []app.UI
	if editing {
		t := a.T.Conversation
		revision = a.P.revision(a.T, a.Editing, Look{TestID: "revision", Class: "in", Label: t.Revision}, t.Keep)
	}
	return root.Body(
		of("div", "who").Body(a.who()...),
		of("div", "slot").Body(a.reasoning()...),
		said(a.Message.Text, editing),
		of("div", "slot").Body(revision...),
		of("div", "slot").Body(a.refusal()...),
		of("div", "slot").Body(a.notes()...),
		of("div", "slot").Body(a.pairs()...),
	)
}

// who says who answered, how long it took, and what is unusual about it.
func (a *assistantEntry) who() []app.UI {
	t := a.T.Conversation
	facts := []app.UI{}
	if a.About.Took > 0 {
		facts = append(facts, of("span", "num").Text(locale.Duration(a.About.Took)))
	}
	if n := len(a.Message.Calls); n > 1 {
		facts = append(facts, el("span").Text(t.Parallel(n)))
	}
	if a.About.State != "" {
		facts = append(facts, of("span", "word").Text(a.About.State))
	}
	if a.About.Edited {
		facts = append(facts, el("span").Text(t.Edited))
	}
	if a.About.Odd {
		facts = append(facts, el("span").Body(app.Text(t.Finish+" "),
			el("code").Attr("translate", "no").Text(a.About.Finish)))
	}
	var acts []app.UI
	if !a.Locked && a.Node != 0 && a.Editing.Node == 0 {
		acts = []app.UI{a.P.smallButton("message-rerun", t.Rerun, play.Rerun{Node: a.Node}),
			a.P.smallButton("message-edit", t.Edit, play.RevisionBegan{Node: a.Node})}
	}
	return []app.UI{
		el("b").Text(t.Assistant), of("span", "mono cut").Attr("translate", "no").Text(a.About.Model),
		of("span", "slot").Body(facts...),
		a.P.branchNav(a.T, a.Branch, a.Locked), actions(acts),
	}
}

// reasoning is open until the person closes it.
func (a *assistantEntry) reasoning() []app.UI {
	if a.Message.Reasoning == "" {
		return nil
	}
	words := of("p", "said").DataSet("kind", "reasoning").DataSet("testid", "message-reasoning").Text(a.Message.Reasoning)
	if a.Folded {
		words = words.Hidden(true)
	}
	return []app.UI{a.P.fold(a.fold(), "", app.Text(a.T.Conversation.Reasoning), !a.Folded), words}
}

func (a *assistantEntry) refusal() []app.UI {
	if a.Message.Refusal == "" {
		return nil
	}
	return []app.UI{of("b", "small").Text(a.T.Conversation.Refusal),
		of("p", "said").DataSet("kind", "refusal").DataSet("testid", "message-refusal").Text(a.Message.Refusal)}
}

// notes tell what was needed to read the answer, and what is not shown of it.
func (a *assistantEntry) notes() []app.UI {
	t := a.T.Conversation
	var notes []app.UI
	for _, r := range a.About.Repairs {
		notes = append(notes, of("div", "note").DataSet("kind", "box").DataSet("testid", "repair").
			DataSet("rule", r.Rule).Body(icon("warn"), el("span").Body(repairWords(a.T, r)...)))
	}
	if a.About.Others > 0 {
		notes = append(notes, of("p", "soft small").DataSet("testid", "other-choices").Text(t.OtherChoices(a.About.Others)))
	}
	return notes
}

func repairWords(t *locale.Text, r chat.Repair) []app.UI {
	words := []app.UI{el("b").Text(t.Conversation.Repair), app.Text(" "), el("code").Attr("translate", "no").Text(r.Rule)}
	if sentence := t.Repairs.Sentence(r.Rule); sentence != r.Rule {
		words = append(words, app.Text(" "+sentence))
	}
	if r.Detail != "" {
		words = append(words, app.Text(" "), el("code").Attr("translate", "no").Text(clip(r.Detail)))
	}
	return words
}

// fold is the button that opens and closes what follows it.
func (p *Program) fold(what, testID string, label app.UI, open bool) app.UI {
	glyph := "right"
	if open {
		glyph = "down"
	}
	b := button().Class("fold").Aria("expanded", strconv.FormatBool(open)).
		OnClick(p.on(play.Folded{What: what})).Body(icon(glyph), el("span").Body(label))
	if testID != "" {
		b = b.DataSet("testid", testID)
	}
	return b
}
