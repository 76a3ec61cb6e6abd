package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
	"toolyard/app/sample"
)

// examplesDialog lists the starter playgrounds and those of the vendors.
func (p *Program) examplesDialog() []app.UI {
	t := p.text().Examples
	var starters, vendors []app.UI
	for _, s := range sample.All(p.model.View.Language) {
		entry := p.example(s)
		if s.Group == sample.Vendor {
			vendors = append(vendors, entry)
		} else {
			starters = append(starters, entry)
		}
	}
	return p.modal("examples", t.Title, []app.UI{of("div", "examples").Body(
		of("p", "hint").Text(t.Lead),
		el("h3").Text(t.Starters), el("ul").Body(starters...),
		el("h3").Text(t.Vendor), el("ul").Body(vendors...),
	)}, nil)
}

func (p *Program) example(s sample.Sample) app.UI {
	host := s.Snapshot.Endpoint.Host()
	if s.Snapshot.Endpoint.Simulated() {
		host = p.text().Bar.Simulator
	}
	return el("li").Body(button().Class("example").DataSet("testid", "example").
		DataSet("example", s.ID).OnClick(p.on(play.SampleOpened{ID: s.ID})).Body(
		el("b").Text(s.Snapshot.Title), of("span", "soft cut").Text(s.Snapshot.Prompt),
		of("span", "soft mono").Text(host)))
}
