package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
)

// relayLine offers the relay of the page's own server, where it has one, or
// where the endpoint is meant to go through it.
func (p *Program) relayLine() []app.UI {
	m, t := p.model, p.text().Relay
	on, relay := m.IsRelayed(m.Endpoint), m.View.Relay
	if m.Endpoint.Simulated() || !on && (relay.State == "" || relay.State == play.RelayNone) {
		return nil
	}
	about := t.Gone
	switch relay.State {
	case play.RelayOffered:
		about = t.Lead + " " + t.ReachesThese(strings.Join(relay.Hosts, ", "))
	case play.RelayLocked:
		about = t.Locked
	case "":
		about = t.Lead
	}
	return []app.UI{
		of("span", "lab"),
		el("div").Body(
			of("label", "row tick").Body(
				&Toggle{P: p, Look: Look{ID: "relay", TestID: "relay", Describes: "relay-about"}, Checked: on,
					On: play.RelaySwitched{On: true}, Off: play.RelaySwitched{}},
				el("span").Text(t.Label)),
			of("p", "hint").ID("relay-about").Text(about),
			of("div", "slot").Body(p.relayAccess()...)),
	}
}

// relayAccess takes the access token of a relay that wants one.
func (p *Program) relayAccess() []app.UI {
	m, t := p.model, p.text().Relay
	if m.View.Relay.State != play.RelayLocked {
		return nil
	}
	return []app.UI{of("div", "row").Body(
		&Field{P: p, Look: Look{ID: "relay-access", TestID: "relay-access", Class: "in mono", Label: t.Access, Placeholder: t.Access},
			Kind: "password", Value: m.RelayAccess().Reveal(), Edit: play.RelayAccessTyped{}},
		p.button("relay-open", "", t.Open, play.RelayOpened{}))}
}
