package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
)

// shareDialog makes the link to this playground. Nothing leaves the page.
func (p *Program) shareDialog() []app.UI {
	t := p.text().Share
	fragment, err := p.model.Link()
	if err != nil {
		return p.modal("share", t.Title, []app.UI{of("div", "form").Body(el("p").Text(t.TooLong))}, nil)
	}
	link := p.model.View.Address + "#" + fragment
	form := of("div", "form").Body(
		el("label").Attr("for", "share-kind").Text(t.Kind),
		el("div").Body(
			&Select{P: p, Look: Look{ID: "share-kind", TestID: "share-kind", Class: "in"}, Value: p.model.View.Share,
				Choices: []Choice{{"setup", t.Setup + ": " + t.SetupHolds}, {"session", t.Session + ": " + t.SessionHolds}},
				Edit:    play.ShareKindChosen{}},
			hint(t.NoKey)),
		el("label").Attr("for", "share-link").Text(t.Link),
		el("div").Body(
			&Field{P: p, Look: Look{ID: "share-link", TestID: "share-link", Class: "in mono", ReadOnly: true}, Value: link,
				Edit: play.LinkTyped{}},
			of("p", "hint num").DataSet("testid", "share-length").DataSet("length", strconv.Itoa(len(link))).Text(t.Length(len(link)))),
	)
	return p.modal("share", t.Title, []app.UI{form}, []app.UI{of("span", "end"),
		p.button("share-copy", "primary", t.Copy, play.CopyPressed{What: "link"})})
}
