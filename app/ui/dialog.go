package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
)

// modal frames a dialog over the page. What lies behind it is inert, so that
// the focus stays inside.
func (p *Program) modal(testID, title string, body, foot []app.UI) []app.UI {
	t := p.text().Bar
	footer := el("footer").Body(foot...)
	if len(foot) == 0 {
		footer = footer.Hidden(true)
	}
	return []app.UI{of("div", "scrim").Body(
		of("div", "dialog").ID("dialog").TabIndex(-1).Role("dialog").Aria("modal", "true").
			Aria("labelledby", "dialog-title").DataSet("testid", testID).Body(
			of("div", "dialog-head").Body(el("h2").ID("dialog-title").Text(title), of("span", "end"),
				p.iconButton("dialog-close", "x", t.Close, play.DialogClosed{})),
			of("div", "scroll").Body(body...),
			footer,
		),
	)}
}

// labelled is one line of a form: a label, its control, and what is said below.
func labelled(id, label string, control ...app.UI) []app.UI {
	return []app.UI{
		el("label").Attr("for", id).Text(label),
		el("div").Body(control...),
	}
}

func hint(text string) app.UI { return of("p", "hint").Text(text) }
