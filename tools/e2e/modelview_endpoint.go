package e2e

import (
	"strconv"

	"toolyard/app/play"
	"toolyard/app/provider"
)

// about draws what is known of the endpoint's provider, and its relay.
func (s *sketch) about() {
	m := s.m
	preset, _ := provider.PresetByID(m.Endpoint.Provider)
	for _, q := range preset.Quirks {
		s.add(field("quirk", map[string]string{"quirk": string(q)}))
	}
	if preset.Twin != "" {
		s.button("preset-twin", true, play.TwinChosen{})
	}
	on, relay := m.IsRelayed(m.Endpoint), m.View.Relay
	if on || relay.State == play.RelayOffered || relay.State == play.RelayLocked {
		s.box("relay", on, play.RelaySwitched{On: true}, play.RelaySwitched{})
	}
}

// models draws the list of models, or what came in its place.
func (s *sketch) models() {
	m := s.m
	if m.Endpoint.Simulated() {
		return
	}
	list := m.Models()
	if list.Loading {
		s.button("models-load", true, play.ModelsStopped{})
	} else {
		s.button("models-load", true, play.ModelsAsked{})
	}
	status := field("models-status", map[string]string{})
	if list.Here {
		status.State["count"] = strconv.Itoa(len(list.List))
	}
	s.add(status)
	if e := list.Error; e != nil {
		s.inside(field("models-error", map[string]string{"kind": string(e.Kind), "status": strconv.Itoa(e.Status)}), func() {
			s.actions(0, m.ModelsAdvice())
		})
	}
	if len(list.List) == 0 {
		return
	}
	s.control("models-find", list.Find, play.ModelsSearched{})
	for _, info := range list.Found() {
		tools := string(info.Tools)
		if tools == "" {
			tools = "unknown"
		}
		w := field("model-option", map[string]string{"model": info.ID, "tools": tools, "aria-pressed": strconv.FormatBool(info.ID == m.Endpoint.Model)})
		w.press = play.SettingTyped{Setting: play.ModelName, Text: info.ID}
		s.add(w)
	}
}

// concerns draws what the next request runs into.
func (s *sketch) concerns() {
	for _, q := range s.m.Next().Concerns() {
		s.add(field("concern", map[string]string{"quirk": string(q)}))
	}
}

// echoed draws what becomes of the reasoning in a request.
func (s *sketch) echoed(list []provider.Echoed) {
	for _, sent := range []bool{true, false} {
		count := 0
		for _, e := range list {
			if e.Sent == sent {
				count += len(e.Fields)
			}
		}
		if count > 0 {
			s.add(field("echoed", map[string]string{"sent": strconv.FormatBool(sent), "count": strconv.Itoa(count)}))
		}
	}
}

// actions draws what can be done about an error, and what it would change.
func (s *sketch) actions(completion int, advice provider.Advice) {
	for i, a := range advice.Actions {
		id, state := "error-action", map[string]string{"action": a.ID}
		if i > 0 {
			id = "error-other"
		}
		if a.ID == provider.ActionChange {
			state["change"] = a.Change.ID
			s.add(field("error-change", map[string]string{"change": a.Change.ID}))
		}
		if a.ID == provider.ActionCommand && i == 0 {
			s.text("error-command", a.Text)
		}
		w := field(id, state)
		if w.press = play.Taking(completion, a); a.ID == provider.ActionTopUp {
			w.press = nil
		}
		s.add(w)
	}
}
