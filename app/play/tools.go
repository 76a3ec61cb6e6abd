package play

import (
	"slices"
	"strconv"

	"toolyard/app/schema"
	"toolyard/app/tool"
)

// emptyParameters is the schema of a tool that takes nothing yet.
const emptyParameters = "{\n  \"type\": \"object\",\n  \"properties\": {}\n}"

// withTool is the Build with one tool replaced by what change makes of it.
func (m Model) withTool(id int, change func(tool.Tool) tool.Tool) Model {
	at := slices.IndexFunc(m.Tools, func(t tool.Tool) bool { return t.ID == id })
	if at < 0 {
		return m
	}
	m.Tools = slices.Clone(m.Tools)
	m.Tools[at] = change(m.Tools[at])
	return m
}

// insertTool puts a tool at a place, with an id and a name of its own.
func (m Model) insertTool(at int, t tool.Tool) (Model, int) {
	m, t.ID = m.next()
	t.Name = tool.Unique(t.Name, m.toolNames()...)
	m.Tools = slices.Insert(slices.Clone(m.Tools), at, t)
	m.View.Tool = t.ID
	return m, t.ID
}

func (b Build) toolNames() []string {
	names := make([]string, len(b.Tools))
	for i, t := range b.Tools {
		names[i] = t.Name
	}
	return names
}

// ToolAdded: an empty tool stands at the end, selected, its name ready to type.
type ToolAdded struct{}

func (ToolAdded) apply(m Model) (Model, []Effect) {
	m, _ = m.step("tool-added").insertTool(len(m.Tools), tool.Tool{Name: "new_tool", Parameters: schema.Read(emptyParameters)})
	return m, []Effect{Focus{"tool-name"}}
}

// ToolSelected: a tool is open in the editor.
type ToolSelected struct{ ID int }

func (t ToolSelected) apply(m Model) (Model, []Effect) {
	if m.View.Tool != t.ID {
		m.View.Near, m.View.Held = Near{}, ""
	}
	m.View.Tool = t.ID
	return m, nil
}

// ToolNamed: a tool's name was typed.
type ToolNamed struct {
	ID   int
	Text string
}

// With is the message with the text that was typed.
func (t ToolNamed) With(text string) Msg { t.Text = text; return t }

func (t ToolNamed) apply(m Model) (Model, []Effect) {
	return m.step("tool-name "+strconv.Itoa(t.ID)).named(t.ID, t.Text), nil
}

// named gives a tool another name; a choice of it follows.
func (m Model) named(id int, name string) Model {
	old, _ := m.toolByID(id)
	m = m.withTool(id, func(x tool.Tool) tool.Tool { x.Name = name; return x })
	if m.Options.ToolChoice == "tool:"+old.Name && old.Name != "" {
		m.Options.ToolChoice = "tool:" + name
	}
	return m
}

// ToolDescribed: a tool's description was typed.
type ToolDescribed struct {
	ID   int
	Text string
}

// With is the message with the text that was typed.
func (t ToolDescribed) With(text string) Msg { t.Text = text; return t }

func (t ToolDescribed) apply(m Model) (Model, []Effect) {
	m = m.step("tool-description " + strconv.Itoa(t.ID))
	return m.withTool(t.ID, func(x tool.Tool) tool.Tool { x.Description = t.Text; return x }), nil
}

// ToolSwitched: a tool is offered to the model, or no longer.
type ToolSwitched struct {
	ID int
	On bool
}

func (t ToolSwitched) apply(m Model) (Model, []Effect) {
	return m.step("tool-offered").withTool(t.ID, func(x tool.Tool) tool.Tool { x.Off = !t.On; return x }), nil
}

// ToolStrictSwitched: strict arguments are asked for, or not.
type ToolStrictSwitched struct {
	ID int
	On bool
}

func (t ToolStrictSwitched) apply(m Model) (Model, []Effect) {
	return m.step("tool-strict").withTool(t.ID, func(x tool.Tool) tool.Tool { x.Strict = t.On; return x }), nil
}

// ToolDuplicated: a copy of a tool stands behind it, selected.
type ToolDuplicated struct{ ID int }

func (t ToolDuplicated) apply(m Model) (Model, []Effect) {
	at := slices.IndexFunc(m.Tools, func(x tool.Tool) bool { return x.ID == t.ID })
	if at < 0 {
		return m, nil
	}
	m, _ = m.step("tool-duplicated").insertTool(at+1, m.Tools[at])
	return m, []Effect{Focus{"tool-name"}}
}

// ToolRemoved: a tool left; its neighbour is selected.
type ToolRemoved struct{ ID int }

func (t ToolRemoved) apply(m Model) (Model, []Effect) {
	at := slices.IndexFunc(m.Tools, func(x tool.Tool) bool { return x.ID == t.ID })
	if at < 0 {
		return m, nil
	}
	m = m.step("tool-removed")
	if m.Options.ToolChoice == "tool:"+m.Tools[at].Name {
		m.Options.ToolChoice = ""
	}
	m.Tools = slices.Delete(slices.Clone(m.Tools), at, at+1)
	if len(m.Tools) == 0 {
		m.View.Tool = 0
		return m, []Effect{Focus{"tool-add"}}
	}
	m.View.Tool = m.Tools[min(at, len(m.Tools)-1)].ID
	return m, []Effect{Focus{toolRow(m.View.Tool)}}
}

// ToolMoved: a tool went up (By < 0) or down in the list.
type ToolMoved struct{ ID, By int }

func (t ToolMoved) apply(m Model) (Model, []Effect) {
	at := slices.IndexFunc(m.Tools, func(x tool.Tool) bool { return x.ID == t.ID })
	to := min(max(at+t.By, 0), len(m.Tools)-1)
	if at < 0 || to == at {
		return m, nil
	}
	m = m.step("tool-order " + strconv.Itoa(t.ID))
	moved := m.Tools[at]
	m.Tools = slices.Insert(slices.Delete(slices.Clone(m.Tools), at, at+1), to, moved)
	return m, []Effect{Focus{toolRow(t.ID)}}
}

// toolRow is the id of the element that a tool of the list is.
func toolRow(id int) string { return "tool-" + strconv.Itoa(id) }
