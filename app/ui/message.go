package ui

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/chat"
	"toolyard/app/locale"
	"toolyard/app/play"
)

// systemEntry is the system prompt: always there, and typed where it stands. It
// counts as a message only if there is one.
type systemEntry struct {
	app.Compo
	P    *Program
	T    *locale.Text
	Text string
}

// Render draws the prompt as one line that grows with it.
func (s *systemEntry) Render() app.UI {
	t := s.T.Conversation
	root := of("div", "msg")
	if s.Text != "" {
		root = root.DataSet("testid", "message").DataSet("role", "system")
	}
	return root.Body(
		of("div", "who").Body(el("b").Text(t.System)),
		&Area{P: s.P, Look: Look{ID: "system", TestID: "system", Class: "standing",
			Label: t.SystemLabel, Placeholder: t.SystemPlaceholder}, Value: s.Text, Edit: play.SystemTyped{}},
		el("span").Hidden(true).DataSet("testid", "message-text").Text(s.Text),
	)
}

// userEntry is what the person wrote.
type userEntry struct {
	app.Compo
	P       *Program
	T       *locale.Text
	Node    chat.NodeID
	Text    string
	Branch  branch
	Editing play.Editing
	Locked  bool
}

func (p *Program) userEntry(node chat.Node, message chat.User) app.UI {
	return &userEntry{P: p, T: p.text(), Node: node.ID, Text: message.Text,
		Branch: p.branchOf(node.ID), Editing: p.editing(node.ID), Locked: p.locked()}
}

// Render draws the words, or the field that changes them.
func (u *userEntry) Render() app.UI {
	t := u.T.Conversation
	editing := u.Editing.Node != 0
	var revision, acts []app.UI
	switch {
	case editing:
		revision = u.P.revision(u.T, u.Editing, Look{TestID: "revision", Class: "in", Label: t.Revision}, t.RunFromHere)
	case !u.Locked:
		acts = []app.UI{u.P.smallButton("message-edit", t.Edit, play.RevisionBegan{Node: u.Node})}
	}
	return of("div", "msg").DataSet("testid", "message").DataSet("role", "user").Body(
		of("div", "who").Body(el("b").Text(t.You), u.P.branchNav(u.T, u.Branch, u.Locked), actions(acts)),
		said(u.Text, editing),
		of("div", "slot").Body(revision...),
	)
}

// said is the exact text of a message. It is there even if it is empty or being
// changed, and hidden then.
func said(text string, hide bool) app.UI {
	e := of("p", "said").DataSet("testid", "message-text")
	if hide || text == "" {
		e = e.Hidden(true)
	}
	return e.Body(exact(text)...)
}

// actions are the buttons at the end of a head line.
func actions(buttons []app.UI) app.UI {
	return of("span", "row end").DataSet("acts", "true").Body(buttons...)
}

// smallButton is a quiet button inside a message.
func (p *Program) smallButton(testID, label string, msg play.Msg) app.UI {
	return p.button(testID, "quiet", label, msg).DataSet("size", "small")
}

// revision is the field that a sent text is changed in, with its two buttons.
func (p *Program) revision(t *locale.Text, e play.Editing, look Look, run string) []app.UI {
	look.ID = "revision"
	return []app.UI{of("div", "revising").Body(
		&Area{P: p, Look: look, Rows: 2, Value: e.Text, Edit: play.RevisionTyped{}},
		of("div", "row").Body(
			p.button("revision-run", "primary", run, play.RevisionRun{}).
				Body(app.Text(run+" "), keys(t.Composer.SendKeys)),
			p.button("revision-cancel", "quiet", t.Bar.Cancel, play.RevisionCancelled{}),
		),
	)}
}

// keys is the shortcut on a button. Its label does not read it out.
func keys(text string) app.UI { return el("kbd").Aria("hidden", "true").Text(text) }

// branch is the place of a message among the versions of it.
type branch struct {
	Previous, Next chat.NodeID // 0 where there is none
	At, Of         int         // from 1
}

func (p *Program) branchOf(id chat.NodeID) branch {
	siblings := p.model.Conversation.Siblings(id)
	at := slices.Index(siblings, id)
	if len(siblings) < 2 || at < 0 {
		return branch{}
	}
	b := branch{At: at + 1, Of: len(siblings)}
	if at > 0 {
		b.Previous = siblings[at-1]
	}
	if at < len(siblings)-1 {
		b.Next = siblings[at+1]
	}
	return b
}

// branchNav goes through the versions of a message, where there are several.
func (p *Program) branchNav(t *locale.Text, b branch, locked bool) app.UI {
	nav := of("span", "slot")
	if b.Of < 2 {
		return nav
	}
	step := func(testID, label string, to chat.NodeID) app.UI {
		button := button().Class("icon").DataSet("testid", testID).Aria("label", label).
			OnClick(p.on(play.BranchChosen{Node: to})).Body(icon("right"))
		if testID == "branch-previous" {
			button = button.DataSet("flip", "true")
		}
		if to == 0 || locked {
			button = button.Attr("disabled", true)
		}
		return button
	}
	return nav.Body(of("span", "branches").Role("group").Aria("label", t.Conversation.Version).Body(
		step("branch-previous", t.Conversation.Previous, b.Previous),
		of("span", "num").DataSet("testid", "branch-count").Text(strconv.Itoa(b.At)+"/"+strconv.Itoa(b.Of)),
		step("branch-next", t.Conversation.Next, b.Next),
	))
}
