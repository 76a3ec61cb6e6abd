package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/jsondoc"
	"toolyard/app/play"
	"toolyard/app/tool"
)

// framed draws the page that is embedded in another one: the tools of a link and
// its conversation, to be read or to be run with the simulator. No control of it
// takes a key or changes the endpoint.
func (p *Program) framed() app.UI {
	m, t := p.model, p.text()
	root := of("div", "app framed").DataSet("testid", "app").
		DataSet("run", string(m.Run())).DataSet("lang", m.View.Language).
		DataSet("theme", themeName(m.View.Theme)).DataSet("frame", string(m.View.Frame)).OnKeyDown(p.onFrameKey)
	if m.Ready {
		root = root.DataSet("ready", "true")
	}
	talk := p.framedTalk
	if m.View.Frame == play.Runnable {
		talk = p.framedRun
	}
	return root.Body(
		of("header", "bar").Body(p.frameBar()...),
		p.announcements(),
		of("section", "pane").DataSet("pane", "tools").Aria("label", t.Bar.Tools).Body(
			of("div", "scroll").Body(p.framedTools()...)),
		of("main", "pane").DataSet("pane", "conversation").Aria("label", t.Bar.Conversation).Body(talk()...),
	)
}

// frameBar says what this is, what it can do, and opens it in full.
func (p *Program) frameBar() []app.UI {
	m, t := p.model, p.text()
	title, note := m.Title, t.Embed.ReadOnlyNote
	if title == "" {
		title = t.Bar.Untitled
	}
	if m.View.Frame == play.Runnable {
		note = t.Embed.RunnableNote(m.View.Instead)
	} else if host := m.Endpoint.Host(); host != "" && !m.Endpoint.Simulated() {
		note = host + " · " + note
	}
	whole := m.View.Address
	if m.View.Fragment != "" {
		whole += "#" + m.View.Fragment
	}
	return []app.UI{
		of("span", "brand").Body(icon("mark")),
		el("b").Class("cut").Text(play.Visible(title)),
		of("span", "soft small cut grow").Text(note),
		el("a").Class("btn").DataSet("testid", "embed-open").Attr("href", whole).Attr("target", "_blank").
			Attr("rel", "noopener").Body(icon("link"), el("span").Text(t.Embed.OpenFull)),
	}
}

// framedTools are the tools, each with the text of its parameters.
func (p *Program) framedTools() []app.UI {
	t := p.text().Embed
	if len(p.model.Tools) == 0 {
		return []app.UI{of("p", "hint").Text(t.ToolsNone)}
	}
	tools := make([]app.UI, len(p.model.Tools))
	for i, one := range p.model.Tools {
		tools[i] = &framedTool{P: p, Tool: one, None: t.NoParameters, Label: t.ParametersAsJSON}
	}
	return tools
}

// framedTool is one tool as it can be read.
type framedTool struct {
	app.Compo
	P           *Program
	Tool        tool.Tool
	None, Label string
}

// Render draws the name, the description, and the text.
func (f *framedTool) Render() app.UI {
	doc := f.Tool.Parameters.Doc
	var text []app.UI
	if doc.Text == "" || doc.OK() && doc.Root.Kind == jsondoc.Object && len(doc.Root.Members) == 0 {
		text = []app.UI{of("p", "hint").Text(f.None)}
	} else {
		text = []app.UI{of("pre", "json").DataSet("testid", "framed-parameters").Attr("translate", "no").
			TabIndex(0).Role("region").Aria("label", f.Label).Body(coloured(doc.Text, nil)...)}
	}
	return of("div", "framedtool").DataSet("testid", "tool").DataSet("name", f.Tool.Name).Body(
		el("h3").Body(el("code").Attr("translate", "no").Text(f.Tool.Name)),
		el("p").Text(f.Tool.Description),
		el("div").Body(text...),
	)
}

// framedTalk is the conversation as it can be read: the system prompt, what was
// said, and the message that waits to be sent.
func (p *Program) framedTalk() []app.UI {
	m, t := p.model, p.text()
	var first, last []app.UI
	if m.System != "" {
		first = []app.UI{standing("system", t.Conversation.System, m.System)}
	}
	if m.Prompt != "" {
		last = []app.UI{standing("user", t.Embed.NextMessage, m.Prompt)}
	}
	return []app.UI{of("div", "scroll").Body(of("div", "sheet").Body(of("div", "talk").Body(
		of("div", "slot").Body(first...),
		of("div", "slot").Body(p.said()...),
		of("div", "slot").Body(last...))))}
}

// standing is a text that can't be changed.
func standing(role, head, text string) app.UI {
	return of("div", "msg").DataSet("testid", "message").DataSet("role", role).Body(
		of("div", "who").Body(el("b").Text(head)), said(text, false))
}

// framedRun is the conversation as it goes on with the simulator.
func (p *Program) framedRun() []app.UI {
	m, t := p.model, p.text()
	var first []app.UI
	if m.System != "" {
		first = []app.UI{standing("system", t.Conversation.System, m.System)}
	}
	return []app.UI{
		of("div", "scroll").DataSet("keep", "end").Body(of("div", "sheet").Body(
			of("div", "talk").Role("log").Aria("live", "polite").Body(
				of("div", "slot").Body(first...), of("div", "slot").Body(p.said()...)))),
		of("div", "slot").Body(p.sendbar()...),
		p.composer(),
	}
}

// onFrameKey sends and stops, where there is anything to run.
func (p *Program) onFrameKey(ctx app.Context, e app.Event) {
	key := e.Get("key").String()
	command := e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool()
	msg := p.shortcut(key, command)
	if msg == nil || p.model.View.Frame != play.Runnable || e.Get("isComposing").Bool() {
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	p.Send(msg)
}
