package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/chat"
	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/validate"
)

// pair is what belongs to a tool call beside its own words: what is known of its
// arguments, and its result.
type pair struct {
	Known  bool            // a tool has the name that is called
	Found  validate.Result // of the arguments, once it is Judged
	Judged bool
	Sent   chat.NodeID // the message that the result is; 0 while it is a draft
	Result string
	Branch branch // of the result
}

func (p *Program) pair(node chat.NodeID, at int, call chat.ToolCall) (made pair) {
	if _, made.Known = p.model.ToolNamed(call.Name); made.Known && node != 0 {
		made.Found, made.Judged = p.model.Verdict(node, at, call)
	}
	return made
}

// pairs are the tool calls, each with its result right under it, in one frame.
func (a *assistantEntry) pairs() []app.UI {
	if len(a.Message.Calls) == 0 {
		return nil
	}
	var pairs []app.UI
	for i, call := range a.Message.Calls {
		pair := a.Pairs[i]
		entry := &callEntry{P: a.P, T: a.T, Node: a.Node, At: i, Call: call, Finish: a.About.Finish,
			Arriving: a.About.Arriving, Known: pair.Known, Found: pair.Found, Judged: pair.Judged, Locked: a.Locked,
			Answerable: pair.Sent == 0 && !a.About.Arriving}
		if a.Editing.Node == a.Node && a.Editing.Call == i+1 {
			entry.Editing = a.Editing
		}
		frame := []app.UI{entry}
		if !a.About.Arriving {
			frame = append(frame, a.result(i, call, pair))
		}
		pairs = append(pairs, of("div", "pair").Body(frame...))
	}
	return []app.UI{of("div", "pairs").Body(pairs...)}
}

func (a *assistantEntry) result(i int, call chat.ToolCall, pair pair) app.UI {
	entry := &resultEntry{P: a.P, T: a.T, Asking: a.Node, At: i, CallID: call.ID, Name: call.Name,
		Sent: pair.Sent, Text: pair.Result, Branch: pair.Branch, Locked: a.Locked}
	if pair.Sent != 0 && a.Editing.Node == pair.Sent {
		entry.Editing = a.Editing
	}
	return entry
}

// callEntry is one tool call.
type callEntry struct {
	app.Compo
	P          *Program
	T          *locale.Text
	Node       chat.NodeID // the message that asks; 0 while it arrives
	At         int
	Call       chat.ToolCall
	Finish     string
	Known      bool
	Found      validate.Result
	Judged     bool // Found is known
	Arriving   bool
	Answerable bool // its result is not sent yet
	Editing    play.Editing
	Locked     bool
}

// Render draws who is called and how, and what can be said of it.
func (c *callEntry) Render() app.UI {
	v := c.judge()
	var revision []app.UI
	if c.Editing.Node != 0 {
		revision = c.P.revision(c.T, c.Editing, Look{TestID: "revision", Class: "in mono",
			Label: c.T.Conversation.Calls.Arguments}, c.T.Conversation.Keep)
	}
	return of("div", "call").DataSet("testid", "tool-call").DataSet("call-id", c.Call.ID).
		DataSet("name", c.Call.Name).DataSet("arguments", v.arguments).Body(
		of("div", "who").Body(c.who(v)...),
		c.arguments(v),
		of("div", "slot").Body(revision...),
		of("div", "slot").Body(c.faults(v)...),
	)
}

func (c *callEntry) who(v verdict) []app.UI {
	t := c.T.Conversation.Calls
	name := of("code", "fn").Attr("translate", "no").Text(c.Call.Name)
	if c.Call.Name == "" {
		name = of("code", "soft").Text(t.NoName)
	}
	id := c.Call.ID
	if c.Call.Legacy {
		id = "function_call" // it has no id of its own
	}
	state := of("span", "state").DataSet("arguments", v.word)
	label := el("span").Text(t.States[v.word])
	switch v.word {
	case "valid":
		state = state.Body(icon("check"), label)
	case "schema-mismatch", "invalid-json":
		state = state.Body(icon("warn"), label)
	default:
		state = state.Body(el("span"), label)
	}
	var acts []app.UI
	if !c.Locked && c.Editing.Node == 0 {
		acts = []app.UI{c.P.smallButton("call-edit", t.EditArguments, play.RevisionBegan{Node: c.Node, Call: c.At + 1})}
	}
	return []app.UI{icon("call"), el("b").Text(t.Call), name,
		of("span", "mono cut").Attr("translate", "no").Text(id), actions(acts), state}
}

// arguments are the exact text that was received, whatever it is.
func (c *callEntry) arguments(v verdict) app.UI {
	text := of("pre", "json").DataSet("testid", "tool-call-arguments").Attr("translate", "no")
	switch {
	case c.Arriving:
		return text.Class("caret").Body(exact(c.Call.Arguments)...)
	case c.Editing.Node != 0:
		text = text.Hidden(true)
	}
	return text.Body(coloured(c.Call.Arguments, v.marks())...)
}

// faultsShown is how many problems of one call are listed.
const faultsShown = 12

// faults are the sentences on arguments that are not what they should be. Where
// the call still waits, one press answers it with them.
func (c *callEntry) faults(v verdict) []app.UI {
	t := c.T.Conversation.Calls
	var faults []app.UI
	for _, note := range v.notes {
		faults = append(faults, of("div", "problem").DataSet("severity", "info").Body(
			icon("warn"), el("span").Body(note...)))
	}
	for i, problem := range v.problems[:min(len(v.problems), faultsShown)] {
		f := c.fault(problem)
		row := []app.UI{icon("warn"), el("span").Body(f.words()...)}
		if i == 0 && c.Answerable && !c.Locked && v.wrong() {
			row = append(row, c.P.button("answer-error", "", t.AnswerWithError,
				play.ResultTyped{Node: c.Node, Call: c.At, Text: c.account(v)}).DataSet("size", "small"))
		}
		rule, severity := problem.Keyword, "error"
		switch rule {
		case validate.NotJSON:
			rule = problem.Got
		case validate.PatternUnchecked:
			severity = "info"
		}
		faults = append(faults, of("div", "problem").DataSet("testid", "problem").DataSet("rule", rule).
			DataSet("severity", severity).DataSet("pointer", problem.Pointer).Body(row...))
	}
	if more := len(v.problems) - faultsShown; more > 0 {
		faults = append(faults, of("p", "small soft").Text(t.FurtherProblems(more)))
	}
	return faults
}

// resultEntry is the result of one tool call: a field while the call waits for
// it, its exact text once it is sent.
type resultEntry struct {
	app.Compo
	P       *Program
	T       *locale.Text
	Asking  chat.NodeID
	At      int
	CallID  string
	Name    string
	Sent    chat.NodeID // 0 while it waits
	Text    string
	Branch  branch
	Editing play.Editing
	Locked  bool
}

// Render draws the head line, and the field or the text.
func (r *resultEntry) Render() app.UI {
	root := of("div", "result")
	if r.Sent == 0 && r.P.model.View.Frame == play.ReadOnly {
		return root.Body(r.who())
	}
	if r.Sent == 0 {
		return root.Body(r.who(), &Area{P: r.P, Look: r.look(play.ResultField(r.Asking, r.At)), Rows: 2,
			Value: r.Text, Edit: play.ResultTyped{Node: r.Asking, Call: r.At}})
	}
	text := of("pre", "json").DataSet("testid", "message-text").Attr("translate", "no")
	var revision []app.UI
	if r.Editing.Node != 0 {
		text = text.Hidden(true)
		revision = r.P.revision(r.T, r.Editing, r.look(""), r.T.Conversation.RunFromHere)
	}
	if isJSON(r.Text) {
		text = text.Body(coloured(r.Text, nil)...)
	} else {
		text = text.DataSet("kind", "text").Body(app.Text(r.Text))
	}
	return root.DataSet("testid", "message").DataSet("role", "tool").DataSet("call-id", r.CallID).
		Body(r.who(), text, of("div", "slot").Body(revision...))
}

func (r *resultEntry) who() app.UI {
	t := r.T.Conversation.Calls
	word := t.Waits
	var acts []app.UI
	if r.Sent != 0 {
		word = t.Sent
		if !r.Locked && r.Editing.Node == 0 {
			acts = []app.UI{r.P.smallButton("result-edit", r.T.Conversation.Edit, play.RevisionBegan{Node: r.Sent})}
		}
	}
	return of("div", "who").Body(icon("result"), el("b").Text(t.Result), of("span", "cut").Text(word),
		r.P.branchNav(r.T, r.Branch, r.Locked), actions(acts))
}

func (r *resultEntry) look(id string) Look {
	t := r.T.Conversation.Calls
	name := r.Name
	if name == "" {
		name = "call " + strconv.Itoa(r.At+1)
	}
	return Look{ID: id, TestID: "tool-result", Class: "in mono", Data: map[string]string{"call-id": r.CallID},
		Label: t.ResultOf(name), Placeholder: t.Placeholder(r.Name)}
}
