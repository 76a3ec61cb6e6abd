package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/schema"
)

// ParameterRow is one parameter, or any other schema that a keyword holds: name,
// type, required, nullable, and under them its description. The further controls
// are always there; More gives them a line of their own.
type ParameterRow struct {
	app.Compo
	P    *Program
	T    *locale.Text
	Tool int
	*Row
}

// deepest is the deepest level that is indented further than the one before.
const deepest = 8

// Render draws the row.
func (r *ParameterRow) Render() app.UI {
	p := r.Parameter
	row := of("div", "param").Role("listitem").DataSet("testid", "parameter").DataSet("path", string(p.Pointer)).
		DataSet("place", string(p.Place)).DataSet("depth", strconv.Itoa(min(p.Depth, deepest)))
	if r.Current {
		row = row.DataSet("current", "true")
	}
	if r.Ends {
		row = row.DataSet("last", "true")
	}
	if severities(r.Problems).Errors > 0 {
		row = row.DataSet("problem", "true")
	}
	if r.Found {
		row = row.DataSet("found", "true")
	}
	if _, ok := r.inside(); ok {
		row = row.DataSet("holds", "true")
	}
	return row.Body(
		r.grip(),
		r.twist(),
		r.name(),
		r.kind(),
		r.required(),
		r.nullable(),
		r.more(),
		r.description(),
		problemList{r.P, r.T, r.id("row"), r.Tool, r.Problems, r.Mending, false}.draw(),
		r.further(),
	)
}

// called is what the parameter's controls are labelled with.
func (r *ParameterRow) called() string {
	p := r.Parameter
	switch {
	case play.Named(p):
		return p.Name
	case p.Index >= 0:
		return p.Keyword + " " + strconv.Itoa(p.Index+1)
	}
	return p.Keyword
}

// label names a control of this parameter.
func (r *ParameterRow) label(control string) string { return r.T.Parameters.Of(control, r.called()) }

// id is the id of one of the row's elements.
func (r *ParameterRow) id(part string) string {
	return "parameter-" + part + "-" + string(r.Parameter.Place)
}

// twist folds what is inside.
func (r *ParameterRow) twist() app.UI {
	p := r.Parameter
	if p.Inside == 0 {
		return of("span", "twist")
	}
	glyph := "down"
	if r.Folded {
		glyph = "right"
	}
	return button().Class("twist").Aria("expanded", strconv.FormatBool(!r.Folded)).
		Aria("label", r.label(r.T.Parameters.Open)).DataSet("testid", "parameter-fold").
		OnClick(r.P.on(play.Folded{What: play.Fold(r.Tool, p.Pointer)})).Body(icon(glyph))
}

// name is a field where there is a name to type; else it is the keyword, with
// its number among several.
func (r *ParameterRow) name() app.UI {
	p, w := r.Parameter, r.T.Parameters
	if !play.Named(p) {
		return of("span", "pname cut").ID("%s", play.ParameterField(p.Place)).
			DataSet("testid", "parameter-name").Attr("translate", "no").Text(r.called())
	}
	look := Look{ID: play.ParameterField(p.Place), TestID: "parameter-name", Class: "pname",
		Label: w.Name, Placeholder: w.NamePlaceholder}
	if len(r.Problems) > 0 {
		look.Describes = problemsID(r.id("row"))
	}
	look.Invalid = severities(r.Problems).Errors > 0
	return &Field{P: r.P, Look: look, Value: p.Name, Edit: play.ParameterRenamed{ID: r.Tool, At: p.Place}}
}

// kind is the type. One that the form has no word for is an option of its own,
// which changes nothing.
func (r *ParameterRow) kind() app.UI {
	p, w := r.Parameter, r.T.Parameters
	var choices []Choice
	for _, typ := range schema.Types() {
		choices = append(choices, Choice{typ, typ})
	}
	value := p.Type
	if value == "" {
		value = r.Shown
		label := r.Shown
		if label == "" {
			label = w.AnyType
		}
		choices = append(choices, Choice{value, label})
	}
	return &Select{P: r.P, Look: Look{TestID: "parameter-type", Class: "ptype", Label: r.label(w.Type)},
		Choices: choices, Value: value, Edit: play.ParameterRetyped{ID: r.Tool, At: p.Place}}
}

// required is a box for a property. In its place a definition, a pattern and the
// like say what they are.
func (r *ParameterRow) required() app.UI {
	p := r.Parameter
	if p.Keyword != "properties" {
		under := of("span", "under cut")
		if play.Named(p) {
			under = under.Attr("translate", "no").Title("%s", p.Keyword).Text(p.Keyword)
		}
		return under
	}
	return &Toggle{P: r.P, Look: Look{TestID: "parameter-required", Label: r.label(r.T.Parameters.Required)},
		Checked: p.Required,
		On:      play.ParameterRequired{ID: r.Tool, At: p.Place, On: true},
		Off:     play.ParameterRequired{ID: r.Tool, At: p.Place}}
}

// nullable can't be ticked where nothing says what the parameter may be: then it
// may be null already.
func (r *ParameterRow) nullable() app.UI {
	p := r.Parameter
	return &Toggle{P: r.P, Look: Look{TestID: "parameter-nullable", Label: r.label(r.T.Parameters.Nullable),
		Disabled: r.NoNull},
		Checked: p.Nullable,
		On:      play.ParameterNullable{ID: r.Tool, At: p.Place, On: true},
		Off:     play.ParameterNullable{ID: r.Tool, At: p.Place}}
}

func (r *ParameterRow) more() app.UI {
	return button().Class("icon").DataSet("testid", "parameter-more").
		ID("%s", play.MoreField(r.Parameter.Place)).
		Aria("label", r.label(r.T.Parameters.More)).Aria("expanded", strconv.FormatBool(r.More)).
		OnClick(r.P.on(play.Folded{What: play.More(r.Tool, r.Parameter.Pointer)})).Body(icon("more"))
}

func (r *ParameterRow) description() app.UI {
	p, w := r.Parameter, r.T.Parameters
	return &Area{P: r.P, Look: Look{TestID: "parameter-description", Class: "pdesc",
		Label: r.label(w.Description), Placeholder: w.DescriptionPlaceholder},
		Rows: 1, Value: p.Description, Edit: play.ParameterDescribed{ID: r.Tool, At: p.Place}}
}
