package ui

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
)

// values is one line a value, in their order.
func (k *KeywordLine) values() []app.UI {
	name, p, w := k.Line.Keyword.Name, k.T.Parameters, k.T.Keywords
	items := make([]app.UI, len(k.Line.Values))
	for i, v := range k.Line.Values {
		called := w.Value + " " + strconv.Itoa(i+1)
		look := Look{ID: play.ValueField(k.At, name, i), TestID: "keyword-value", Class: "in mono",
			Label: k.label(called), Describes: k.id() + "-help", Invalid: v.Invalid}
		moved := play.ValueMoved{ID: k.Tool, At: k.At, Keyword: name, Index: i, By: -1}
		up := moved
		moved.By = 1
		item := of("li", "kwitem").DataSet("testid", "keyword-item").DataSet("index", i)
		keyed, scope := k.moves(i)
		items[i] = item.OnKeyDown(keyed, scope).Body(
			&Area{P: k.P, Look: look, Rows: 1, Value: v.Text,
				Edit: play.ValueTyped{ID: k.Tool, At: k.At, Keyword: name, Index: i}},
			able(i > 0, k.P.iconButton("keyword-item-up", "up", p.Of(p.MoveUp, called), up)),
			able(i < len(items)-1, k.P.iconButton("keyword-item-down", "lower", p.Of(p.MoveDown, called), moved)),
			k.P.iconButton("keyword-item-remove", "bin", p.Of(p.Remove, called),
				play.ValueRemoved{ID: k.Tool, At: k.At, Keyword: name, Index: i}),
		)
	}
	add := k.P.button("keyword-item-add", "", w.AddValue, play.ValueAdded{ID: k.Tool, At: k.At, Keyword: name, Raw: play.Fresh(k.Kind)})
	return []app.UI{of("ul", "kwitems").Body(items...), add.DataSet("size", "small").ID(k.id())}
}

// moves moves a value by Alt and an arrow.
func (k *KeywordLine) moves(index int) (app.EventHandler, app.EventOption) {
	moved := play.ValueMoved{ID: k.Tool, At: k.At, Keyword: k.Line.Keyword.Name, Index: index}
	return func(ctx app.Context, e app.Event) {
		moved := moved
		moved.By = map[string]int{"ArrowUp": -1, "ArrowDown": 1}[e.Get("key").String()]
		if moved.By == 0 || !e.Get("altKey").Bool() {
			ctx.PreventUpdate()
			return
		}
		e.PreventDefault()
		k.P.Send(moved)
	}, app.EventScope(play.ValueField(k.At, moved.Keyword, index))
}

// names is a list of names, and a list of those to pick from. Entry is the
// 1-based position of the list among several.
func (k *KeywordLine) names(entry int, names []string) app.UI {
	keyword, w := k.Line.Keyword.Name, k.T.Keywords
	items := make([]app.UI, len(names))
	for i, name := range names {
		items[i] = of("li", "chip").DataSet("testid", "keyword-item").DataSet("name", name).Body(
			el("span").Attr("translate", "no").Text(name),
			k.P.iconButton("keyword-item-remove", "x", k.T.Parameters.Of(k.T.Parameters.Remove, name),
				play.ValueRemoved{ID: k.Tool, At: k.At, Keyword: keyword, Entry: entry, Index: i}))
	}
	look := Look{TestID: "keyword-item-add", Class: "in", Label: k.label(plain(w.PickName))}
	if entry == 0 {
		look.ID = k.id()
	}
	return of("div", "kwnames").Body(
		of("ul", "chips").Body(items...),
		k.pick(look, w.PickName, names, play.ValueAdded{ID: k.Tool, At: k.At, Keyword: keyword, Entry: entry}))
}

// pick is a list of the properties that are not taken.
func (k *KeywordLine) pick(look Look, head string, taken []string, edit play.Edit) app.UI {
	held := make(map[string]bool, len(taken))
	for _, name := range taken {
		held[name] = true
	}
	free := slices.DeleteFunc(slices.Clone(k.Line.Options), func(name string) bool { return held[name] })
	look.Disabled = len(free) == 0
	return &Select{P: k.P, Look: look, Choices: append([]Choice{{"", head}}, same(free)...), Edit: edit}
}

// entries are lists of names, each under the name of a property.
func (k *KeywordLine) entries() []app.UI {
	keyword, w := k.Line.Keyword.Name, k.T.Keywords
	var taken []string
	entries := make([]app.UI, len(k.Line.Entries))
	for i, e := range k.Line.Entries {
		taken = append(taken, e.Name)
		entries[i] = of("li", "kwentry").DataSet("testid", "keyword-entry").DataSet("name", e.Name).Body(
			of("div", "kwhead").Body(
				el("code").Attr("translate", "no").Text(e.Name),
				k.P.iconButton("keyword-entry-remove", "x", k.T.Parameters.Of(k.T.Parameters.Remove, e.Name),
					play.EntryRemoved{ID: k.Tool, At: k.At, Keyword: keyword, Entry: i + 1})),
			k.names(i+1, e.Names))
	}
	look := Look{ID: k.id(), TestID: "keyword-entry-add", Class: "in", Label: k.label(plain(w.PickEntry)), Describes: k.id() + "-help"}
	return []app.UI{of("ul", "kwentries").Body(entries...),
		k.pick(look, w.PickEntry, taken, play.EntryAdded{ID: k.Tool, At: k.At, Keyword: keyword})}
}
