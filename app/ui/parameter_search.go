package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/play"
)

// searchable is how many rows one doesn't see at a glance any more.
const searchable = 8

// overview is what helps with many rows, at the head of the form: closing all
// that has something inside, and the search.
func (e *ToolEditor) overview() []app.UI {
	if e.View == "json" {
		return nil
	}
	w := e.T.Parameters
	var shown []app.UI
	if e.rows.Nested {
		glyph, label, open := "fold", w.FoldAll, true
		if e.anyFolded() {
			glyph, label, open = "unfold", w.UnfoldAll, false
		}
		shown = append(shown, e.P.iconButton("parameter-fold-all", glyph, label, play.AllFolded{ID: e.Tool.ID, Fold: open}))
	}
	if e.rows.Properties > searchable || e.searching() {
		var msg play.Msg = play.SearchOpened{ID: e.Tool.ID}
		if e.searching() {
			msg = play.SearchClosed{}
		}
		shown = append(shown, e.P.iconButton("parameter-search-open", "search", w.Search, msg).
			ID("parameter-search-open").Aria("expanded", strconv.FormatBool(e.searching())))
	}
	return shown
}

func (e *ToolEditor) searching() bool { return e.Search.Tool == e.Tool.ID }

// anyFolded says whether something is closed that AllFolded would open.
func (e *ToolEditor) anyFolded() bool {
	return play.View{Folded: e.Folded}.AnyFolded(e.Tool.ID)
}

// finder stays at the top of the pane while the rows scroll: the search, while
// it is open. What was moved is said here to those who don't see it.
func (e *ToolEditor) finder() app.UI {
	moved := ""
	if e.Moved.Nth > 0 {
		moved = e.T.Parameters.Moved(locale.Moved(e.Moved))
	}
	return of("div", "finder").Body(
		of("p", "visually-hidden").Role("status").DataSet("testid", "parameter-moved").Text(moved),
		el("div").Body(e.search()...),
	)
}

func (e *ToolEditor) search() []app.UI {
	if !e.searching() || e.View == "json" {
		return nil
	}
	w := e.T.Parameters
	look := Look{ID: play.SearchField, TestID: "parameter-search", Class: "in", Label: w.Search, Placeholder: w.SearchPlaceholder}
	some := len(e.Search.Hits) > 0
	return []app.UI{of("div", "find").Role("search").OnKeyDown(e.searchKey).Body(
		icon("search"),
		&Field{P: e.P, Look: look, Value: e.Search.Query, Edit: play.SearchTyped{ID: e.Tool.ID}},
		of("span", "soft small num").Role("status").Body(e.counted()...),
		able(some, e.P.iconButton("parameter-search-previous", "up", w.SearchBack, play.SearchStepped{By: -1})),
		able(some, e.P.iconButton("parameter-search-next", "lower", w.SearchNext, play.SearchStepped{By: 1})),
		e.P.iconButton("parameter-search-close", "x", w.SearchClose, play.SearchClosed{}),
	)}
}

// counted says which of how many is shown, and to those who don't see it, what it
// is called.
func (e *ToolEditor) counted() []app.UI {
	at, ok := e.Search.Found(e.Tool.ID, e.Form)
	switch {
	case ok:
		p, _ := e.Form.Parameter(at)
		return []app.UI{counter(e.T.Parameters.Found(e.Search.Nth+1, len(e.Search.Hits))), of("span", "visually-hidden").Text(p.Name)}
	case e.Search.Query != "" && len(e.Search.Hits) == 0:
		return []app.UI{counter(e.T.Parameters.NothingFound)}
	}
	return nil
}

func counter(text string) app.UI {
	return el("span").DataSet("testid", "parameter-search-count").Text(text)
}

// searchKey goes on with Enter and back with Shift, and ends the search with
// Escape. A key that an input method uses is its own.
func (e *ToolEditor) searchKey(ctx app.Context, event app.Event) {
	msg := map[string]play.Msg{"Enter": play.SearchStepped{By: 1}, "Escape": play.SearchClosed{}}[event.Get("key").String()]
	field := event.Get("target").Get("id").String() == play.SearchField
	if msg == nil || event.Get("isComposing").Bool() || msg == (play.SearchStepped{By: 1}) && !field {
		ctx.PreventUpdate()
		return
	}
	if _, steps := msg.(play.SearchStepped); steps && event.Get("shiftKey").Bool() {
		msg = play.SearchStepped{By: -1}
	}
	event.PreventDefault()
	event.Call("stopPropagation")
	e.P.Send(msg)
}
