package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
)

// bar is the line at the top. Its three parts stand over the three panes.
func (p *Program) bar() app.UI {
	return of("header", "bar").Body(
		el("div").Body(p.barTitle()...),
		el("div").Body(p.barEndpoint()...),
		el("div").Body(p.barActions()...),
	)
}

func (p *Program) barTitle() []app.UI {
	m, t := p.model, p.text().Bar
	title := m.Title
	if title == "" {
		title = t.Untitled
	}
	return []app.UI{
		of("span", "brand").Body(icon("mark"), of("h1", "wide").Text("Toolyard")),
		of("span", "vr wide"),
		of("span", "title cut wide").Text(title),
		of("span", "end row wide").Body(
			able(m.CanUndo(), p.iconButton("undo", "undo", t.Undo, play.Undone{})),
			able(m.CanRedo(), p.iconButton("redo", "redo", t.Redo, play.Redone{})),
		),
	}
}

// barEndpoint says at all times where a message will go.
func (p *Program) barEndpoint() []app.UI {
	m, t := p.model, p.text().Bar
	name, host, state, aside := m.Endpoint.Model, m.Endpoint.Host(), "", ""
	switch {
	case m.Endpoint.Simulated():
		name, host, state, aside = t.Simulator, t.NoKey, "sim", t.InThisPage
	case host == "":
		host = t.NoEndpoint
	}
	if m.Run() == play.Failed {
		state = "bad"
	}
	dot := of("i", "dot")
	if state != "" {
		dot = dot.DataSet("state", state)
	}
	opener := button().Class("endpoint").ID("setup-open").DataSet("testid", "setup-open")
	if m.IsRelayed(m.Endpoint) {
		opener, host = opener.DataSet("relay", "true"), p.text().Relay.Through+" · "+host
	}
	return []app.UI{
		opener.Aria("haspopup", "dialog").OnClick(p.on(play.DialogOpened{Name: "setup"})).
			Body(dot, of("span", "visually-hidden").Text(t.Endpoint), el("b").Text(name),
				of("span", "soft cut").Text(host), icon("down")),
		of("span", "soft small wide cut").Text(aside),
	}
}

func (p *Program) barActions() []app.UI {
	m, t := p.model, p.text().Bar
	other := map[string]string{"en": "zh", "zh": "en"}[m.View.Language]
	theme := map[string]string{"": "light", "light": "dark", "dark": ""}[m.View.Theme]
	glyph := "sun"
	if m.View.Theme == "dark" {
		glyph = "moon"
	}
	language := button().Class("btn").DataSet("kind", "quiet").DataSet("testid", "language").
		Title("%s", t.SwitchLanguage).OnClick(p.on(play.LanguageChosen{Language: other}))
	share := button().Class("btn").ID("share-open").DataSet("testid", "share-open").
		Aria("haspopup", "dialog").Aria("label", t.Share).OnClick(p.on(play.DialogOpened{Name: "share"}))
	examples := button().Class("btn wide").DataSet("kind", "quiet").ID("examples-open").
		DataSet("testid", "examples-open").Aria("haspopup", "dialog").OnClick(p.on(play.DialogOpened{Name: "examples"}))
	history := button().Class("btn wide").DataSet("kind", "quiet").ID("history-open").
		DataSet("testid", "history-open").Aria("haspopup", "dialog").OnClick(p.on(openHistory))
	return []app.UI{
		examples.Text(t.Examples),
		history.Text(p.text().Past.Open),
		of("span", "vr wide"),
		p.wireOpener(),
		language.Body(of("span", "wide").Lang(t.OtherLanguageCode).Text(t.OtherLanguage),
			of("span", "narrow").Lang(t.OtherLanguageCode).Text(t.OtherLanguageShort)),
		p.iconButton("theme", glyph, t.Theme(m.View.Theme), play.ThemeChosen{Theme: theme}),
		share.Body(icon("link"), of("span", "wide").Text(t.Share)),
	}
}

// narrowBar holds what a phone has no room for at the top.
func (p *Program) narrowBar() app.UI {
	m, t := p.model, p.text().Bar
	return of("div", "sub narrow").Body(
		p.button("examples-open-narrow", "quiet", t.Examples, play.DialogOpened{Name: "examples"}),
		p.button("history-open-narrow", "quiet", p.text().Past.Open, openHistory),
		of("span", "end"),
		able(m.CanUndo(), p.iconButton("undo-narrow", "undo", t.Undo, play.Undone{})),
		able(m.CanRedo(), p.iconButton("redo-narrow", "redo", t.Redo, play.Redone{})),
	)
}

// wireOpener brings the wire where it slides over the conversation.
func (p *Program) wireOpener() app.UI {
	open := p.model.View.Wire
	return button().Class("btn middle").DataSet("size", "small").DataSet("testid", "wire-open").
		Aria("pressed", strconv.FormatBool(open)).OnClick(p.on(play.WireSwitched{Open: !open})).
		Body(icon("panel"), app.Text(p.text().Wire.Open))
}

// iconButton is a button without words on it; its label says what it does.
func (p *Program) iconButton(testID, glyph, label string, msg play.Msg) app.HTMLElem {
	return button().Class("icon").DataSet("testid", testID).
		Aria("label", label).Title("%s", label).OnClick(p.on(msg)).Body(icon(glyph))
}

// able lets a button be pressed only where that would do something.
func able(can bool, button app.HTMLElem) app.HTMLElem {
	if !can {
		return button.Attr("disabled", true)
	}
	return button
}
