package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
	"toolyard/app/provider"
)

// shareDialog makes the link to this playground: what is in it, where it fits,
// and the link. Nothing leaves the page.
func (p *Program) shareDialog() []app.UI {
	t := p.text().Share
	link := p.model.ShareText("link")
	form := of("div", "form").Body(append([]app.UI{
		el("label").Attr("for", "share-kind").Text(t.Kind),
		el("div").Body(
			&Select{P: p, Look: Look{ID: "share-kind", TestID: "share-kind", Class: "in"}, Value: p.model.View.Share,
				Choices: []Choice{{"setup", t.Setup + ": " + t.SetupHolds}, {"session", t.Session + ": " + t.SessionHolds}},
				Edit:    play.ShareKindChosen{}}),
		of("span", "lab").Text(t.Inside),
		el("div").Body(p.holdings("share-holds", p.model.View.Shared.Holds, true), hint(t.NotInside)),
		of("span", "lab").Text(t.Fits),
		el("div").Body(p.fits(len(link))...),
	}, p.linkLines(link)...)...)
	return p.modal("share", t.Title, []app.UI{form, of("div", "form embeds").Body(p.embeds(link != "")...)}, []app.UI{
		of("span", "row").Body(p.shareFile()...), of("span", "end"),
		of("span", "row").Body(p.embedOpener(link != "")...),
	})
}

// linkLines are the link and the button that copies it, or why there is none.
func (p *Program) linkLines(link string) []app.UI {
	t := p.text().Share
	if link == "" {
		return []app.UI{el("span"), of("div", "problem").DataSet("testid", "share-none").DataSet("severity", "error").
			Body(icon("warn"), el("span").Text(t.TooLong))}
	}
	return []app.UI{
		el("label").Attr("for", "share-link").Text(t.Link),
		el("div").Body(
			of("div", "row").Body(
				&Field{P: p, Look: Look{ID: "share-link", TestID: "share-link", Class: "in mono", ReadOnly: true}, Value: link,
					Edit: play.LinkTyped{}},
				p.button("share-copy", "primary", t.Copy, play.CopyPressed{What: "link"}).Body(icon("copy"), app.Text(t.Copy))),
			hint(t.NoKey)),
	}
}

// shareFile is the way out of a link that is too long: the same as a file.
func (p *Program) shareFile() []app.UI {
	return []app.UI{p.button("file-export", "", p.text().Past.Export, play.FileExported{})}
}

// holdings list what a snapshot holds, a row a kind of thing, and that no key is
// among them.
func (p *Program) holdings(testID string, holds []play.Holding, key bool) app.UI {
	t := p.text().Share
	rows := make([]app.UI, 0, len(holds)+1)
	for _, h := range holds {
		rows = append(rows, el("li").DataSet("holds", h.Kind).DataSet("count", strconv.Itoa(h.Count)).Body(
			of("span", "soft").Text(t.Kinds[h.Kind]),
			of("span", "what").Body(p.holding(h)...),
			of("span", "soft small num").Text(t.Characters(h.Characters))))
	}
	if key {
		rows = append(rows, el("li").DataSet("holds", "key").Body(
			of("span", "soft").Text(t.Key), of("span", "what").Text(t.KeyNever), of("span", "soft small num").Text(t.Characters(0))))
	}
	return of("ul", "holds").DataSet("testid", testID).Body(rows...)
}

// namesMost is how many names of one kind are listed.
const namesMost = 40

// holding is one row's words. They are foreign: what can't be seen in them is
// written out.
func (p *Program) holding(h play.Holding) []app.UI {
	t := p.text().Share
	names := h.Names
	switch {
	case h.Kind == "messages":
		return []app.UI{app.Text(t.Messages(h.Count, h.Branches))}
	case h.Kind == "endpoint" && len(names) > 0 && names[0] == provider.Simulator:
		return []app.UI{app.Text(p.text().Bar.Simulator)}
	case h.Kind == "title" || h.Kind == "system" || h.Kind == "prompt":
		return []app.UI{el("bdi").Text(play.Visible(names[0]))}
	}
	var words []app.UI
	for i, name := range names[:min(len(names), namesMost)] {
		if i > 0 {
			words = append(words, app.Text(t.Comma))
		}
		name = play.Visible(name)
		if name == "" {
			name = p.text().Conversation.Calls.NoName
		}
		words = append(words, el("bdi").Body(el("code").Attr("translate", "no").Text(name)))
		if h.Off != nil && h.Off[i] {
			words = append(words, app.Text(t.Off))
		}
	}
	if more := len(names) - namesMost; more > 0 {
		words = append(words, app.Text(" +"+strconv.Itoa(more)))
	}
	return words
}

// fits says which of the usual places take a link of this length.
func (p *Program) fits(length int) []app.UI {
	t := p.text().Share
	if length == 0 {
		return nil
	}
	var rows []app.UI
	for _, room := range play.Rooms {
		fits, glyph, word := room.Fits(length), "check", t.Yes
		if !fits {
			glyph, word = "x", t.No
		}
		rows = append(rows, el("tr").DataSet("room", room.ID).DataSet("fits", strconv.FormatBool(fits)).Body(
			el("th").Attr("scope", "row").Text(t.Rooms[room.ID]),
			of("td", "num").Text(t.Most(room.Most)),
			el("td").Body(icon(glyph), app.Text(word))))
	}
	return []app.UI{
		of("p", "num").DataSet("testid", "share-length").DataSet("length", strconv.Itoa(length)).Text(t.Length(length)),
		of("table", "fits").DataSet("testid", "share-fits").Body(el("tbody").Body(rows...)),
	}
}
