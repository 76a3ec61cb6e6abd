package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
)

// leaksMost is how many places the question lists.
const leaksMost = 50

// leakDialog asks whether something may leave the page that looks like a key. It
// stands in the place of the dialog that is open, until it is answered.
func (p *Program) leakDialog() []app.UI {
	t, found := p.text().Leaks, p.model.View.Question.Findings
	var rows []app.UI
	for _, f := range found[:min(len(found), leaksMost)] {
		rows = append(rows, el("li").DataSet("testid", "leak-place").DataSet("place", f.Place.Kind).DataSet("rule", string(f.Rule)).Body(
			el("b").Body(el("bdi").Text(t.Place(f.Place.Kind, f.Place.Name, f.Place.Number))),
			of("span", "soft").Text(t.Rules[string(f.Rule)]),
			el("code").Attr("translate", "no").Text(f.Excerpt)))
	}
	var more []app.UI
	if n := len(found) - leaksMost; n > 0 {
		more = append(more, hint(t.More(n)))
	}
	body := of("div", "leaks").Body(
		el("p").Text(t.Lead(len(found))),
		el("ul").Body(rows...),
		of("div", "more").Body(more...),
		hint(t.Sealed),
	)
	return p.modal("leak", t.Title, []app.UI{body}, []app.UI{
		p.button("leak-cancel", "", t.Cancel, play.HandoutCanceled{}), of("span", "end"),
		p.button("leak-keep", "", t.Keep, play.HandoutCleared{}),
		p.button("leak-mask", "primary", t.Mask, play.HandoutCleared{Mask: true}),
	})
}

// keyOffer asks whether the key of another origin is to be used at this one.
func (p *Program) keyOffer() app.UI {
	asked := of("div", "asked")
	o := p.model.KeyOffer()
	if o == (play.KeyOffer{}) {
		return asked
	}
	t := p.text().Setup
	return asked.Body(of("div", "ask").Role("group").Aria("labelledby", "key-offer").
		DataSet("testid", "key-offer").DataSet("from", o.From).DataSet("to", o.To).Body(
		el("p").ID("key-offer").Text(t.KeyOffer(o.From, o.To)),
		of("div", "row").Body(
			p.button("key-offer-accept", "", t.KeyUse, play.KeyCarried{Offer: o}).DataSet("size", "small"),
			p.button("key-offer-decline", "quiet", t.KeyLeave, play.KeyLeft{}).DataSet("size", "small"))))
}
