package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
)

// bar is the line at the top. Its three parts stand over the three panes.
func (p *Program) bar() app.UI {
	return app.Header().Class("bar").Body(
		app.Div().Body(p.barTitle()...),
		app.Div().Body(p.barEndpoint()...),
		app.Div().Body(p.barActions()...),
	)
}

func (p *Program) barTitle() []app.UI {
	m, t := p.model, p.text().Bar
	title := m.Title
	if title == "" {
		title = t.Untitled
	}
	return []app.UI{
		app.Span().Class("brand").Body(icon("mark"), app.H1().Class("wide").Text("Toolyard")),
		app.Span().Class("vr wide"),
		app.Span().Class("title cut wide").Text(title),
		app.Span().Class("end row wide").Body(
			p.iconButton("undo", "undo", t.Undo, m.CanUndo(), play.Undone{}),
			p.iconButton("redo", "redo", t.Redo, m.CanRedo(), play.Redone{}),
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
	dot := app.I().Class("dot")
	if state != "" {
		dot = dot.DataSet("state", state)
	}
	return []app.UI{
		app.Button().Type("button").Class("endpoint").ID("setup-open").DataSet("testid", "setup-open").
			Aria("haspopup", "dialog").OnClick(p.on(play.DialogOpened{Name: "setup"})).
			Body(dot, app.Span().Class("visually-hidden").Text(t.Endpoint), app.B().Text(name),
				app.Span().Class("soft cut").Text(host), icon("down")),
		app.Span().Class("soft small wide cut").Text(aside),
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
	language := app.Button().Type("button").Class("btn").DataSet("kind", "quiet").DataSet("testid", "language").
		Aria("label", t.SwitchLanguage).OnClick(p.on(play.LanguageChosen{Language: other}))
	share := app.Button().Type("button").Class("btn").ID("share-open").DataSet("testid", "share-open").
		Aria("haspopup", "dialog").Aria("label", t.Share).OnClick(p.on(play.DialogOpened{Name: "share"}))
	examples := app.Button().Type("button").Class("btn wide").DataSet("kind", "quiet").ID("examples-open").
		DataSet("testid", "examples-open").Aria("haspopup", "dialog").OnClick(p.on(play.DialogOpened{Name: "examples"}))
	return []app.UI{
		examples.Text(t.Examples),
		app.Span().Class("vr wide"),
		p.wireOpener(),
		language.Body(app.Span().Class("wide").Lang(t.OtherLanguageCode).Text(t.OtherLanguage),
			app.Span().Class("narrow").Lang(t.OtherLanguageCode).Text(t.OtherLanguageShort)),
		p.iconButton("theme", glyph, t.Theme(m.View.Theme), true, play.ThemeChosen{Theme: theme}),
		share.Body(icon("link"), app.Span().Class("wide").Text(t.Share)),
	}
}

// narrowBar holds what a phone has no room for at the top.
func (p *Program) narrowBar() app.UI {
	m, t := p.model, p.text().Bar
	return app.Div().Class("sub narrow").Body(
		p.button("examples-open-narrow", "quiet", t.Examples, play.DialogOpened{Name: "examples"}),
		app.Span().Class("end"),
		p.iconButton("undo-narrow", "undo", t.Undo, m.CanUndo(), play.Undone{}),
		p.iconButton("redo-narrow", "redo", t.Redo, m.CanRedo(), play.Redone{}),
	)
}

// wireOpener brings the wire where it slides over the conversation.
func (p *Program) wireOpener() app.UI {
	open := p.model.View.Wire
	return app.Button().Type("button").Class("btn middle").DataSet("size", "small").DataSet("testid", "wire-open").
		Aria("pressed", strconv.FormatBool(open)).OnClick(p.on(play.WireSwitched{Open: !open})).
		Body(icon("panel"), app.Text(p.text().Wire.Open))
}

// iconButton is a button without words on it; its label says what it does.
func (p *Program) iconButton(testID, glyph, label string, enabled bool, msg play.Msg) app.UI {
	b := app.Button().Type("button").Class("icon").DataSet("testid", testID).
		Aria("label", label).Title("%s", label).OnClick(p.on(msg)).Body(icon(glyph))
	if !enabled {
		b = b.Disabled(true)
	}
	return b
}
