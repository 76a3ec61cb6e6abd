package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
)

// offer shows what a link holds, where it would send to and what to know of it,
// before anything happens.
func (p *Program) offer() []app.UI {
	o := p.model.Offer
	if o == nil {
		return nil
	}
	t := p.text().Share
	host := o.Host()
	if o.Snapshot.Endpoint.Simulated() {
		host = p.text().Bar.Simulator
	}
	var holds []app.UI
	if o.Open {
		holds = []app.UI{p.holdings("offer-holds", o.Holds, true)}
	}
	return []app.UI{of("div", "offer").Role("region").Aria("label", t.OfferTitle).
		DataSet("testid", "offer").DataSet("host", host).Body(
		icon("link"),
		el("p").Body(append([]app.UI{el("b").Text(t.OfferTitle),
			el("bdi").Text(" " + t.OfferHolds(play.Visible(o.Snapshot.Title), len(o.Snapshot.Tools), len(o.Snapshot.Nodes)) + " ")},
			p.offerSends(host)...)...),
		of("span", "row").Body(
			p.button("offer-look", "quiet", t.OfferLook, play.OfferUnfolded{}).Aria("expanded", strconv.FormatBool(o.Open)),
			p.button("offer-decline", "", t.OfferDecline, play.OfferDeclined{}),
			p.button("offer-accept", "primary", t.OfferAccept, play.OfferAccepted{})),
		of("div", "hazards").Body(p.hazards()...),
		of("div", "looked").Body(holds...),
	)}
}

// offerSends says where an offered playground would send to, and whether with a
// key.
func (p *Program) offerSends(host string) []app.UI {
	o, t := p.model.Offer, p.text().Share
	endpoint := o.Snapshot.Endpoint
	where := []app.UI{app.Text(t.OfferSends), el("code").Attr("translate", "no").Text(host)}
	switch {
	case endpoint.Simulated():
		return append(where, app.Text(t.Stop+" "+t.OfferNothingSent))
	case endpoint.BaseURL == "":
		return []app.UI{app.Text(t.OfferNoEndpoint + " " + t.OfferNothingSent)}
	case host == "":
		return []app.UI{app.Text(t.OfferNowhere + " " + t.OfferNothingSent)}
	case p.model.Keys.For(endpoint).Secret != "":
		return append(where, app.Text(t.OfferKey+" "+t.OfferNothingSent))
	}
	return append(where, app.Text(t.OfferNoKey+" "+t.OfferNothingSent))
}

// hazards are sentences on what a stranger's link may be up to.
func (p *Program) hazards() []app.UI {
	var lines []app.UI
	for _, h := range p.model.Offer.Hazards {
		lines = append(lines, of("div", "problem").DataSet("testid", "offer-warning").DataSet("severity", "warning").DataSet("rule", h.Rule).
			Body(icon("warn"), el("span").Text(p.text().Share.Hazard(h.Rule, play.Visible(h.Detail)))))
	}
	return lines
}
