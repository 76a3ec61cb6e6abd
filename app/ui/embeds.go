package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
)

// embedOpener opens and closes the dialog's part with what goes into other pages.
func (p *Program) embedOpener(linked bool) []app.UI {
	if !linked {
		return nil
	}
	open := strconv.FormatBool(p.model.View.Embeds)
	return []app.UI{p.button("share-embed", "quiet", p.text().Embed.Open, play.EmbedUnfolded{}).Aria("expanded", open)}
}

// embeds are the HTML of a frame and the Markdown of a badge, each with a button
// that copies it.
func (p *Program) embeds(linked bool) []app.UI {
	if !linked || !p.model.View.Embeds {
		return nil
	}
	t := p.text().Embed
	shownLine := func(id, what string) app.UI {
		return &Field{P: p, Look: Look{ID: id, TestID: id, Class: "in mono", ReadOnly: true}, Value: p.model.ShareText(what), Edit: play.LinkTyped{}}
	}
	return []app.UI{
		el("label").Attr("for", "embed-kind").Text(t.Kind),
		el("div").Body(&Select{P: p, Look: Look{ID: "embed-kind", TestID: "embed-kind", Class: "in"}, Value: string(p.model.View.Embed),
			Choices: []Choice{{string(play.ReadOnly), t.Read}, {string(play.Runnable), t.Run}}, Edit: play.EmbedKindChosen{}}),
		el("label").Attr("for", "embed-snippet").Text(t.Frame),
		el("div").Body(of("div", "row").Body(shownLine("embed-snippet", "embed"),
			p.button("embed-copy", "", t.CopyHTML, play.CopyPressed{What: "embed"})), hint(t.FrameHint)),
		el("label").Attr("for", "badge-markdown").Text(t.Badge),
		el("div").Body(of("div", "row").Body(shownLine("badge-markdown", "badge"),
			p.button("badge-copy", "", t.CopyMD, play.CopyPressed{What: "badge"})),
			el("p").Body(el("img").Attr("src", "badge.svg").Attr("alt", t.BadgeAlt).Attr("width", "132").Attr("height", "20"))),
	}
}
