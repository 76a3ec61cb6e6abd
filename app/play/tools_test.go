package play

import (
	"strings"
	"testing"
)

// list is the tools by name, those that are off in brackets, the selected one starred.
func list(m Model) string {
	var names []string
	for _, t := range m.Tools {
		name := t.Name
		if t.Off {
			name = "(" + name + ")"
		}
		if t.ID == m.View.Tool {
			name += "*"
		}
		names = append(names, name)
	}
	return strings.Join(names, " ")
}

func TestTools(t *testing.T) {
	s := newStage(newHost())
	if got := list(s.model); got != "get_weather* convert_currency" {
		t.Fatal(got)
	}
	weather, currency := s.model.Tools[0].ID, s.model.Tools[1].ID
	for _, tt := range []struct {
		msg   Msg
		want  string
		focus string
	}{
		{ToolAdded{}, "get_weather convert_currency new_tool*", "tool-name"},
		{ToolAdded{}, "get_weather convert_currency new_tool new_tool_2*", "tool-name"},
		{ToolSelected{weather}, "get_weather* convert_currency new_tool new_tool_2", ""},
		{ToolNamed{ID: weather}.With("a b"), "a b* convert_currency new_tool new_tool_2", ""},
		{ToolSwitched{currency, false}, "a b* (convert_currency) new_tool new_tool_2", ""},
		{ToolDuplicated{weather}, "a b a b_2* (convert_currency) new_tool new_tool_2", "tool-name"},
		{ToolMoved{weather, 1}, "a b_2* a b (convert_currency) new_tool new_tool_2", toolRow(weather)},
		{ToolMoved{weather, 9}, "a b_2* (convert_currency) new_tool new_tool_2 a b", toolRow(weather)},
		{ToolRemoved{weather}, "a b_2 (convert_currency) new_tool new_tool_2*", ""},
		{ToolRemoved{999}, "a b_2 (convert_currency) new_tool new_tool_2*", ""},
		{Undone{}, "a b_2 (convert_currency) new_tool new_tool_2 a b*", ""},
		{Redone{}, "a b_2 (convert_currency) new_tool new_tool_2*", ""},
	} {
		s.host.focus = nil
		s.do(tt.msg)
		if got := list(s.model); got != tt.want {
			t.Errorf("%T: %s, want %s", tt.msg, got, tt.want)
		}
		if tt.focus != "" && strings.Join(s.host.focus, ",") != tt.focus {
			t.Errorf("%T: focus %q, want %q", tt.msg, s.host.focus, tt.focus)
		}
	}
}

// TestToolChoiceFollowsItsTool: a choice that names a tool is renamed and
// removed with it.
func TestToolChoiceFollowsItsTool(t *testing.T) {
	s := newStage(newHost())
	id := s.model.Tools[0].ID
	s.do(SettingTyped{ToolChoice, "tool:get_weather"}, ToolNamed{id, "forecast"})
	if got := s.model.Options.ToolChoice; got != "tool:forecast" {
		t.Errorf("after a rename: %s", got)
	}
	s.do(ToolRemoved{id})
	if got := s.model.Options.ToolChoice; got != "" {
		t.Errorf("after the removal: %s", got)
	}
}

// TestTypingIsOneStep: undo takes back what was typed in one control at once.
func TestTypingIsOneStep(t *testing.T) {
	s := newStage(newHost())
	id := s.model.Tools[0].ID
	s.do(ToolNamed{id, "x"}, ToolNamed{id, "xy"}, ToolDescribed{id, "d"}, ToolNamed{id, "xyz"}, SystemTyped{"s"}, SystemTyped{"sy"})
	var names []string
	for s.model.CanUndo() {
		s.do(Undone{})
		tool := s.model.Tools[0]
		names = append(names, tool.Name)
	}
	if got := strings.Join(names, " "); got != "xyz xy xy get_weather" {
		t.Errorf("undo went through %s", got)
	}
	if !s.model.CanRedo() {
		t.Error("nothing to redo")
	}
}
