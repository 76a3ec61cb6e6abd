package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/play"
)

// ToolRow is one tool of the list. The selected one has the buttons that move,
// copy and remove it.
type ToolRow struct {
	app.Compo
	P           *Program
	T           *locale.Text
	ID          int
	Name        string
	Off         bool
	Parameters  int        // how many it has
	Found       Severities // what is wrong with it
	Selected    bool
	First, Last bool
}

// Render draws the row.
func (r *ToolRow) Render() app.UI {
	row := of("li", "tool").Role("treeitem").Aria("selected", strconv.FormatBool(r.Selected)).
		DataSet("testid", "tool").DataSet("name", r.Name).OnClick(r.clicked)
	if r.Off {
		row = row.DataSet("off", "true")
	}
	name := button().Class("name cut").ID("tool-%d", r.ID).
		DataSet("pick", "true").Attr("translate", "no").OnKeyDown(r.keyed).Text(r.name())
	return row.Body(
		of("span", "grip"),
		r.offer(),
		name,
		of("span", "row").Body(counts(r.T, r.Found)...),
		of("span", "row").Body(r.end()...),
	)
}

func (r *ToolRow) name() string {
	if r.Name == "" {
		return r.T.Tools.Unnamed
	}
	return r.Name
}

// offer is the switch that says whether the tool goes with a request.
func (r *ToolRow) offer() app.UI {
	return button().Class("switch").Role("switch").
		Aria("checked", strconv.FormatBool(!r.Off)).Aria("label", r.T.Tools.Offer).
		DataSet("testid", "tool-switch").OnClick(r.P.on(play.ToolSwitched{ID: r.ID, On: r.Off}))
}

// end is the number of parameters, and on the selected row what can be done
// with the tool.
func (r *ToolRow) end() []app.UI {
	t, id := r.T.Tools, r.ID
	if r.Selected {
		return []app.UI{
			able(!r.First, r.P.iconButton("tool-up", "up", t.MoveUp, play.ToolMoved{ID: id, By: -1})),
			able(!r.Last, r.P.iconButton("tool-down", "lower", t.MoveDown, play.ToolMoved{ID: id, By: 1})),
			r.P.iconButton("tool-duplicate", "copy", t.Duplicate, play.ToolDuplicated{ID: id}),
			r.P.iconButton("tool-remove", "bin", t.Remove, play.ToolRemoved{ID: id}),
		}
	}
	words := t.Off
	if !r.Off {
		words = t.Parameters(r.Parameters)
	}
	return []app.UI{of("span", "soft small num").Text(words)}
}

// clicked selects the tool, wherever the row is pressed but on a button that
// does something else.
func (r *ToolRow) clicked(_ app.Context, e app.Event) {
	button := e.Get("target").Call("closest", "button")
	if button.Truthy() && button.Get("dataset").Get("pick").IsUndefined() {
		return
	}
	r.P.Send(play.ToolSelected{ID: r.ID})
}

// keyed moves the tool by Alt and an arrow.
func (r *ToolRow) keyed(ctx app.Context, e app.Event) {
	by := map[string]int{"ArrowUp": -1, "ArrowDown": 1}[e.Get("key").String()]
	if by == 0 || !e.Get("altKey").Bool() {
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	r.P.Send(play.ToolMoved{ID: r.ID, By: by})
}
