package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
	"toolyard/app/schema"
)

// further is what stands under a parameter's description: the values that are
// allowed, and what can be done with it. As long as it holds nothing of the
// person's it is quiet: over the end of the description, and only there when the
// row is worked on.
func (r *ParameterRow) further() app.UI {
	block := of("div", "pmore")
	if r.More {
		block = block.DataSet("open", "true")
	}
	if !r.More && r.Values == "" {
		block = block.DataSet("quiet", "true")
	}
	return block.Body(
		of("div", "further").Body(
			of("div", "values").Body(r.values()...),
			of("div", "acts").Body(r.acts()...),
		),
		el("div").Body(r.help()...),
		el("div").Body(saying{r.P, r.T, r.Tool, r.Parameter.Place, r.called(), r.Parameter.Type, r.Uses, r.Block}.draw()...),
	)
}

// listed says whether a parameter may have a list of values.
func (r *ParameterRow) listed() bool {
	switch r.Parameter.Type {
	case "string", "number", "integer":
		return true
	}
	return r.Parameter.Enum != nil || r.Values != ""
}

func (r *ParameterRow) values() []app.UI {
	if !r.listed() {
		return nil
	}
	w := r.T.Parameters
	look := Look{TestID: "parameter-enum", Class: "in", Label: r.label(w.Values), Placeholder: w.ValuesPlaceholder}
	if r.More {
		look.Describes = r.id("help")
	}
	return []app.UI{&Area{P: r.P, Look: look, Rows: 1, Value: r.Values,
		Edit: play.ParameterEnumTyped{ID: r.Tool, At: r.Parameter.Place}}}
}

func (r *ParameterRow) help() []app.UI {
	if !r.More || !r.listed() {
		return nil
	}
	return []app.UI{of("p", "soft small").ID("%s", r.id("help")).Text(r.T.Parameters.ValuesHelp)}
}

// act is a button of the row.
type act struct {
	testID, glyph, label string
	msg                  play.Msg
}

// acts are the two buttons that are needed often, and with More those that move
// and copy.
func (r *ParameterRow) acts() []app.UI {
	p, w := r.Parameter, r.T.Parameters
	var acts []act
	add := func(testID, glyph, label string, msg play.Msg) { acts = append(acts, act{testID, glyph, label, msg}) }
	if r.More && p.Index > 0 {
		add("parameter-up", "up", w.MoveUp, play.ParameterMoved{ID: r.Tool, At: p.Place, By: -1})
	}
	if r.More && !p.Last {
		add("parameter-down", "lower", w.MoveDown, play.ParameterMoved{ID: r.Tool, At: p.Place, By: 1})
	}
	if r.More && p.Index >= 0 {
		add("parameter-duplicate", "twice", w.Duplicate, play.ParameterDuplicated{ID: r.Tool, At: p.Place})
	}
	if r.More {
		add("parameter-copy", "copy", w.Copy, play.ParameterCopied{ID: r.Tool, At: p.Place})
		add("parameter-cut", "cut", w.Cut, play.ParameterCut{ID: r.Tool, At: p.Place})
	}
	if r.More && r.Clip {
		add("parameter-paste", "paste", w.Paste, play.ParameterPasted{ID: r.Tool, At: p.Place})
	}
	if object, ok := r.inside(); ok {
		add("parameter-add", "plus", w.AddInside, play.ParameterAdded{ID: r.Tool, Object: object})
	}
	remove := w.Remove
	if r.Uses > 0 {
		remove = r.T.Keywords.RemoveUsed(r.Uses)
	}
	add("parameter-remove", "bin", remove, play.ParameterRemoved{ID: r.Tool, At: p.Place})
	buttons := make([]app.UI, len(acts))
	for i, a := range acts {
		buttons[i] = r.P.iconButton(a.testID, a.glyph, r.label(a.label), a.msg)
	}
	return buttons
}

// inside is the object that a parameter inside this one would be added to: this
// one, or what this array's items are.
func (r *ParameterRow) inside() (schema.Place, bool) {
	p := r.Parameter
	switch {
	case p.Type == "object":
		return p.Place, true
	case p.Type == "array" && r.ItemsType == "object":
		return p.Place.Items(), true
	}
	return "", false
}
