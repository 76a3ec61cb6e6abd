package ui

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
	"toolyard/app/provider"
)

// presets are the providers in their groups: first the simulator and the custom
// endpoint, which have none.
func (p *Program) presets() *Select {
	t := p.text()
	s := &Select{P: p, Look: Look{ID: "preset", TestID: "preset", Class: "in"}, Value: p.model.Endpoint.Provider, Edit: play.PresetChosen{}}
	for _, group := range provider.Groups {
		var choices []Choice
		for _, preset := range provider.Presets {
			if preset.Group != group {
				continue
			}
			label := preset.Name
			switch preset.ID {
			case provider.Simulator:
				label = t.Setup.Simulator
			case provider.Custom:
				label = t.Setup.Custom
			}
			choices = append(choices, Choice{preset.ID, label})
		}
		if group == provider.GroupNone {
			s.Choices = choices
		} else {
			s.Groups = append(s.Groups, Group{t.Endpoints.Groups[string(group)], choices})
		}
	}
	return s
}

func (p *Program) providerLine() []app.UI {
	m, t := p.model, p.text()
	preset, _ := provider.PresetByID(m.Endpoint.Provider)
	var about []app.UI
	switch {
	case m.Endpoint.Simulated():
		about = []app.UI{hint(t.Setup.SimulatorNote)}
	case preset.Docs != "":
		about = p.reach(preset)
	}
	return labelled("preset", t.Setup.Provider, p.presets(),
		of("div", "about").Body(about...), of("ul", "quirks").Aria("label", t.Endpoints.Quirk).Body(p.quirks(preset)...),
		of("div", "slot").Body(p.twin(preset)...))
}

// reach says whether a browser can call a provider, how that is known, and since
// when.
func (p *Program) reach(preset provider.Preset) []app.UI {
	t := p.text().Setup
	known := preset.Browser.Evidence
	if preset.Browser.Date != "" {
		known += ", " + preset.Browser.Date
	}
	return []app.UI{of("p", "hint").DataSet("testid", "reach").DataSet("reach", string(preset.Browser.Reach)).Body(
		app.Text(t.Browser[string(preset.Browser.Reach)]+" "),
		el("span").Lang("en").Text("("+known+") "),
		el("a").Attr("href", preset.Docs).Attr("target", "_blank").Attr("rel", "noopener noreferrer").Text(t.Docs+" "+preset.Name))}
}

// quirks are what a person should know of a provider; what the next request runs
// into stands out.
func (p *Program) quirks(preset provider.Preset) []app.UI {
	concerns := p.model.Next().Concerns()
	var list []app.UI
	for _, q := range preset.Quirks {
		li := of("li", "hint").DataSet("testid", "quirk").DataSet("quirk", string(q))
		if slices.Contains(concerns, q) {
			li = li.DataSet("concerns", "true")
		}
		list = append(list, li.Text(p.text().Endpoints.Quirks[string(q)]))
	}
	return list
}

// twin moves to the provider's other site.
func (p *Program) twin(preset provider.Preset) []app.UI {
	other, ok := provider.PresetByID(preset.Twin)
	if !ok {
		return nil
	}
	return []app.UI{p.button("preset-twin", "", p.text().Endpoints.OtherSite(other.Endpoint().Host()), play.TwinChosen{}).Class("twin").DataSet("size", "small")}
}

// echoLine chooses which reasoning goes back, and says what the provider's own
// rule is.
func (p *Program) echoLine() []app.UI {
	m, t := p.model, p.text().Endpoints
	own := m.Endpoint
	own.Echo = provider.EchoDefault
	choices := make([]Choice, len(provider.Echoes))
	for i, rule := range provider.Echoes {
		choices[i] = Choice{string(rule), t.Echoes[string(rule)]}
	}
	choices[0] = Choice{"default", t.Echoes[""] + " (" + t.Echoes[string(own.EchoRule())] + ")"}
	return labelled("echo", t.Echo, p.settingSelect(play.Echo, choices))
}

// concerns are what the next request runs into at this provider, as some of it
// no error will say.
func (p *Program) concerns() []app.UI {
	if p.model.Run() == play.Streaming {
		return nil
	}
	var list []app.UI
	for _, q := range p.model.Next().Concerns() {
		list = append(list, of("p", "concern").DataSet("testid", "concern").DataSet("quirk", string(q)).Body(
			icon("warn"), el("span").Text(p.text().Endpoints.Quirks[string(q)])))
	}
	return list
}
