package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
)

// Render draws the page: the bar, what waits to be read, three panes, the tabs
// of a narrow page, and the dialog that is open. Every part has a place of its
// own, whether it is shown or not, since go-app matches children by position.
func (p *Program) Render() app.UI {
	m := p.model
	if m.View.Frame != play.Whole {
		return p.framed()
	}
	root := of("div", "app").DataSet("testid", "app").
		DataSet("run", string(m.Run())).DataSet("lang", m.View.Language).
		DataSet("theme", themeName(m.View.Theme)).DataSet("tab", m.View.Pane).
		OnKeyDown(p.onKey)
	if m.Ready {
		root = root.DataSet("ready", "true")
	}
	if m.View.Wire {
		root = root.DataSet("wire", "open")
	}
	if p.isBeside() {
		root = root.DataSet("layout", "editor")
	}
	if len(m.Conversation.Pending()) > 0 {
		root = root.DataSet("asking", "true")
	}
	return root.Body(
		p.rest(p.bar),
		p.rest(p.announcements),
		p.around(p.toolsPart),
		p.rest(p.jsonPart),
		p.rest(p.conversationPart),
		p.rest(p.wirePart),
		p.rest(p.tabs),
		p.rest(p.dialogs),
	)
}

// pane is one of the columns.
func pane(tag, name, label string, body []app.UI) app.UI {
	return of(tag, "pane").DataSet("pane", name).Aria("label", label).Body(body...)
}

func (p *Program) toolsPart() app.UI {
	return pane("section", "tools", p.text().Bar.Tools, p.toolsPane())
}

func (p *Program) jsonPart() app.UI {
	return pane("section", "json", p.text().Parameters.TextHead, p.besidePane())
}

func (p *Program) conversationPart() app.UI {
	return pane("main", "conversation", p.text().Bar.Conversation, p.conversationPane())
}

func (p *Program) wirePart() app.UI {
	return pane("section", "wire", p.text().Bar.Wire, p.wirePane())
}

func (p *Program) dialogs() app.UI { return of("div", "dialogs").Body(p.dialog()...) }

func themeName(theme string) string {
	if theme == "" {
		return "system"
	}
	return theme
}

// tabs choose the one pane of a narrow page.
func (p *Program) tabs() app.UI {
	t := p.text().Bar
	var tabs []app.UI
	for _, tab := range []struct{ pane, icon, label string }{
		{"tools", "tool", t.Tools}, {"conversation", "chat", t.Conversation}, {"wire", "wire", t.Wire},
	} {
		selected := p.model.View.Pane == tab.pane
		tabs = append(tabs, button().Class("tab").Aria("pressed", selected).
			DataSet("testid", "pane-tab").DataSet("pane", tab.pane).
			OnClick(p.on(play.PaneChosen{Pane: tab.pane})).
			Body(icon(tab.icon), el("span").Text(tab.label)))
	}
	return of("nav", "tabs").Aria("label", t.Panes).Body(tabs...)
}

// dialog is the dialog that is open, if there is one.
func (p *Program) dialog() []app.UI {
	if p.model.View.Question != nil {
		return p.leakDialog()
	}
	switch p.model.View.Dialog {
	case "setup":
		return p.setupDialog()
	case "share":
		return p.shareDialog()
	case "examples":
		return p.examplesDialog()
	case "import":
		return p.importDialog()
	case "history":
		return p.historyDialog()
	}
	return nil
}

// onKey knows the keys that work everywhere: Esc stops an answer or closes what
// is open; Ctrl or ⌘ with Enter sends. A key that an input method uses is its own.
func (p *Program) onKey(ctx app.Context, e app.Event) {
	key := e.Get("key").String()
	command := e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool()
	msg := p.shortcut(key, command)
	if msg == nil && command {
		msg = undoing(key, e)
	}
	if msg == nil || e.Get("isComposing").Bool() {
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	p.Send(msg)
}

func (p *Program) shortcut(key string, command bool) play.Msg {
	m := p.model
	switch {
	case m.View.Question != nil && key == "Escape":
		return play.HandoutCanceled{}
	case m.View.Question != nil:
		return nil // Enter is that of the button that has the focus
	case key == "Escape" && m.View.Dialog != "":
		return play.DialogClosed{}
	case key == "Escape" && m.View.Editing.Node != 0:
		return play.RevisionCancelled{}
	case key == "Escape" && m.Run() == play.Streaming:
		return play.Stopped{}
	case key == "Enter" && command && m.View.Dialog == "import":
		return play.ImportAdded{}
	case key == "Enter" && command && m.View.Dialog != "":
		return play.DialogClosed{}
	case key == "Enter" && command && m.View.Editing.Node != 0:
		return play.RevisionRun{}
	case key == "Enter" && command && m.Run() == play.Waiting:
		return play.ResultsSent{}
	case key == "Enter" && command:
		return play.Sent{}
	}
	return nil
}
