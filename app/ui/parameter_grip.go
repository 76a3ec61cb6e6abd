package ui

import (
	"math"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
	"toolyard/app/schema"
)

// grip is what a parameter is moved by, and where the clipboard's keys are its
// own. web/page/grips.js hears what is done to it; a press opens the further controls.
func (r *ParameterRow) grip() app.UI {
	w := r.T.Parameters
	return button().Class("grip").ID("%s", play.ParameterGrip(r.Parameter.Place)).DataSet("testid", "parameter-grip").
		Aria("label", r.label(w.Grip)).Aria("expanded", strconv.FormatBool(r.More)).Title("%s", w.GripHelp)
}

// RowAct is what a person did to a row by pointer, keyboard or clipboard, as
// web/page/grips.js tells it.
type RowAct struct {
	Act   string
	At    schema.Place // the row
	From  schema.Place // of drop: what was dropped there
	Where string       // of drop: before, after, first, inside
	Text  string       // of paste
	Grip  bool         // the focus is on the grip, not in the name
}

// acted takes what web/page/grips.js tells.
func (e *ToolEditor) acted(_ app.Context, event app.Event) {
	detail := event.Get("detail")
	text := func(name string) string {
		if v := detail.Get(name); v.Truthy() {
			return v.String()
		}
		return ""
	}
	msg := e.act(RowAct{text("act"), schema.Place(text("at")), schema.Place(text("from")), text("where"), text("text"),
		detail.Get("grip").Truthy()})
	if msg != nil {
		e.P.Send(msg)
	}
}

// act is the message of an act, nil where it means nothing.
func (e *ToolEditor) act(a RowAct) play.Msg {
	id := e.Tool.ID
	switch a.Act {
	case "up":
		return play.ParameterMoved{ID: id, At: a.At, By: -1, Grip: a.Grip}
	case "down":
		return play.ParameterMoved{ID: id, At: a.At, By: 1, Grip: a.Grip}
	case "in", "out":
		return play.ParameterNested{ID: id, At: a.At, In: a.Act == "in", Grip: a.Grip}
	case "next":
		return play.ParameterAddedAfter{ID: id, At: a.At}
	case "copy":
		return play.ParameterCopied{ID: id, At: a.At}
	case "cut":
		return play.ParameterCut{ID: id, At: a.At}
	case "paste":
		return play.ParameterPasted{ID: id, At: a.At, Text: a.Text}
	case "drop":
		return e.dropped(a)
	}
	return nil
}

// dropped is the message of a drop on a row.
func (e *ToolEditor) dropped(a RowAct) play.Msg {
	_, index := a.At.Step()
	drop := play.ParameterDropped{ID: e.Tool.ID, At: a.From, Object: a.At.Object(), Index: index}
	switch a.Where {
	case "after":
		drop.Index++
	case "first", "inside":
		object, ok := play.Inside(e.Form, a.At)
		if !ok {
			return nil
		}
		drop.Object, drop.Index = object, 0
		if a.Where == "inside" {
			drop.Index = math.MaxInt
		}
	}
	return drop
}

// paste is a button for where there is no row to paste at.
func (e *ToolEditor) paste() []app.UI {
	if !e.Clip {
		return nil
	}
	return []app.UI{e.P.smallButton("parameter-paste", e.T.Parameters.Paste, play.ParameterPasted{ID: e.Tool.ID})}
}
