package play

import (
	"slices"
	"strings"

	"toolyard/app/jsondoc"
	"toolyard/app/tool"
)

// changes are the kinds of steps: what undo says that it took back.
var changes = []string{
	"parameter-added", "parameter-removed", "parameter-moved", "parameter-duplicated", "parameter-cut", "parameter-pasted",
	"parameter-name", "parameter-type",
	"parameter-required", "parameter-nullable", "parameter-description", "parameter-enum", "parameters-text",
	"tool-added", "tool-removed", "tool-duplicated", "tool-order", "tool-name", "tool-description", "tool-offered", "tool-strict",
	"keyword-set", "keyword-added", "keyword-removed", "keyword-types", "value-set", "value-added", "value-moved", "value-removed",
	"entry-added", "entry-removed", "branch-added",
	"schema-united", "schema-unified", "schema-extracted", "schema-referred", "schema-inlined",
	"tools-imported", "problem-fixed", "system", "preset", "setting", "request-changed", "playground",
}

// Changes lists the kinds of steps, for whoever must have a word for each.
func Changes() []string { return slices.Clone(changes) }

// said tells that a step was taken back or made again, and leads to where. What
// was the reason why nothing was sent may be gone.
func (m Model) said(kind string, s *step, before Build) (Model, []Effect) {
	change, _, _ := strings.Cut(s.change, " ")
	m = m.unsaid().without("unsendable").notify(kind, change)
	m.View.Fix = Remedy{}
	if s.talk != nil {
		return m, nil
	}
	return m.leadTo(before)
}

// unsaid takes away the notices that only confirm what was done last.
func (m Model) unsaid() Model {
	for _, n := range m.Notices {
		if transient(n.Kind) {
			m = m.without(n.Kind)
		}
	}
	return m
}

func transient(kind string) bool {
	return kind == "undone" || kind == "redone" || kind == "copied" || kind == "imported"
}

// leadTo shows what differs from a Build: the tool, and in its parameters the
// place. The focus stays where it is, since undo is pressed more than once.
func (m Model) leadTo(before Build) (Model, []Effect) {
	at := slices.IndexFunc(m.Tools, func(t tool.Tool) bool {
		old, ok := before.toolByID(t.ID)
		return !ok || old.Name != t.Name || old.Description != t.Description || old.Strict != t.Strict || old.Off != t.Off ||
			old.Parameters.Doc.Text != t.Parameters.Doc.Text
	})
	if at < 0 {
		return m.besideGone(before), nil
	}
	t := m.Tools[at]
	m.View.Tool = t.ID
	old, ok := before.toolByID(t.ID)
	text := t.Parameters.Doc.Text
	if !ok || old.Parameters.Doc.Text == text {
		return m, nil
	}
	e := jsondoc.Difference(old.Parameters.Doc.Text, text)
	inside := e.Start + len(e.Text) - len(strings.TrimLeft(e.Text, ", \t\r\n"))
	m.View.At = Spot{t.ID, t.Parameters.PlaceAt(inside)}
	if m.View.text() {
		m = m.selected(e.Start+len(e.Text), e.Start+len(e.Text))
	}
	row := m.View.Row()
	if m.View.Schema == asText || row == "" {
		return m, nil
	}
	return m.unfold(t.ID, row.Object()), []Effect{Reveal{ParameterField(row)}}
}

// besideGone selects the neighbour of a tool that a Build had and this one hasn't.
func (m Model) besideGone(before Build) Model {
	for i, t := range before.Tools {
		if _, ok := m.toolByID(t.ID); !ok && len(m.Tools) > 0 {
			m.View.Tool = m.Tools[min(i, len(m.Tools)-1)].ID
			break
		}
	}
	return m
}
