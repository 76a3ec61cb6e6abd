package e2e

import (
	"strconv"

	"toolyard/app/play"
	"toolyard/app/schema"
	"toolyard/app/tool"
)

// tools draws the list of tools and the selected one.
func (s *sketch) tools() {
	m := s.m
	s.button("tool-add", true, play.ToolAdded{})
	for i, t := range m.Tools {
		selected := t.ID == m.View.Tool
		state := map[string]string{"name": t.Name, "aria-selected": strconv.FormatBool(selected)}
		s.inside(widget{Element: Element{ID: "tool", State: state}, press: play.ToolSelected{ID: t.ID}}, func() {
			s.add(widget{Element: Element{ID: "tool-switch", State: map[string]string{"aria-checked": strconv.FormatBool(!t.Off)}},
				press: play.ToolSwitched{ID: t.ID, On: t.Off}})
			if selected {
				s.button("tool-up", i > 0, play.ToolMoved{ID: t.ID, By: -1})
				s.button("tool-down", i < len(m.Tools)-1, play.ToolMoved{ID: t.ID, By: 1})
				s.button("tool-duplicate", true, play.ToolDuplicated{ID: t.ID})
				s.button("tool-remove", true, play.ToolRemoved{ID: t.ID})
			}
		})
	}
	if t, ok := m.Tool(); ok {
		s.tool(t)
	}
}

func (s *sketch) tool(t tool.Tool) {
	m := s.m
	s.control("tool-name", t.Name, play.ToolNamed{ID: t.ID})
	s.control("tool-description", t.Description, play.ToolDescribed{ID: t.ID})
	s.add(widget{Element: Element{ID: "tool-strict", State: map[string]string{"aria-checked": strconv.FormatBool(t.Strict)}},
		press: play.ToolStrictSwitched{ID: t.ID, On: !t.Strict}})
	s.problems("tool-name", t, t.Problems(m.Tools), "tool-name")
	s.problems("tool-description", t, t.Problems(m.Tools), "tool-description")
	found := m.Problems(t)
	for _, p := range found {
		if p.Severity != schema.Info {
			s.button("problem-next", true, play.ProblemPassed{ID: t.ID})
			break
		}
	}
	other := map[string]string{"visual": "json", "json": "visual"}[m.View.Schema]
	s.add(field("schema-view", map[string]string{"view": m.View.Schema}))
	s.button("schema-view-visual", true, play.SchemaViewChosen{View: other})
	s.button("schema-view-json", true, play.SchemaViewChosen{View: other})
	s.button("schema-beside", true, play.BesideSwitched{On: !m.View.Beside})
	if m.View.Schema == "json" {
		s.problems("schema-json", t, found, "")
		s.schemaText(t)
		return
	}
	if m.View.Beside {
		s.schemaText(t)
	}
	form, live := m.Form(t)
	if !live {
		s.problems("parameters", t, found, "")
		found = nil
	}
	s.problems("parameters", t, at(found, ""), "")
	s.overview(t.ID, form)
	s.inside(field("parameters-root", nil), func() { s.more(t.ID, form, schema.Parameter{Type: "object"}) })
	shown, _ := m.View.Search.Found(t.ID, form)
	for _, p := range unfolded(m.View, t.ID, form.Outline()) {
		state := map[string]string{"path": string(p.Pointer), "current": strconv.FormatBool(p.Place == m.View.Row())}
		if p.Place == shown {
			state["found"] = "true"
		}
		s.inside(widget{Element: Element{ID: "parameter", State: state}, row: &row{t.ID, form, p.Place}}, func() {
			s.grip(t.ID, form, p)
			s.parameter(t.ID, p)
			s.problems("parameter-row-"+string(p.Place), t, at(found, p.Place), "")
		})
	}
	if len(form.Parameters()) == 0 && m.View.Clip.Text != "" {
		s.button("parameter-paste", true, play.ParameterPasted{ID: t.ID})
	}
	s.button("parameter-add", true, play.ParameterAdded{ID: t.ID})
}

func (s *sketch) parameter(id int, p schema.Parameter) {
	s.add(widget{Element: Element{ID: "parameter-name", Text: p.Name}, edit: play.ParameterRenamed{ID: id, At: p.Place},
		press: play.RowEntered{ID: id, At: p.Place}, keys: rowKeys(id, p.Place, false)})
	s.control("parameter-type", p.Type, play.ParameterRetyped{ID: id, At: p.Place})
	s.box("parameter-required", p.Required, play.ParameterRequired{ID: id, At: p.Place, On: true},
		play.ParameterRequired{ID: id, At: p.Place})
	s.box("parameter-nullable", p.Nullable, play.ParameterNullable{ID: id, At: p.Place, On: true},
		play.ParameterNullable{ID: id, At: p.Place})
	s.control("parameter-description", p.Description, play.ParameterDescribed{ID: id, At: p.Place})
	s.control("parameter-enum", s.m.View.EnumText(id, p), play.ParameterEnumTyped{ID: id, At: p.Place})
	if p.Type == "object" {
		s.button("parameter-add", true, play.ParameterAdded{ID: id, Object: p.Place})
	}
	s.button("parameter-remove", true, play.ParameterRemoved{ID: id, At: p.Place})
	t, _ := s.m.Tool()
	form, _ := s.m.Form(t)
	s.more(id, form, p)
}
