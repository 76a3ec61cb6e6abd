package ui

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/schema"
)

// KeywordLine is one keyword of a schema: its name, the control of its value,
// and in a few words what it means.
type KeywordLine struct {
	app.Compo
	P      *Program
	T      *locale.Text
	Tool   int
	At     schema.Place
	Called string // the parameter
	Kind   string // its type
	Line   play.Line
}

// Render draws the line.
func (k *KeywordLine) Render() app.UI {
	name := k.Line.Keyword.Name
	line := of("li", "kw").DataSet("testid", "keyword").DataSet("keyword", name)
	if k.wide() {
		line = line.DataSet("wide", "true")
	}
	if k.Line.Stated {
		line = line.DataSet("stated", "true")
	}
	head := []app.UI{el("code").Attr("translate", "no").Text(name)}
	if k.Line.Stated {
		remove := k.T.Parameters.Remove
		if k.Line.Uses > 0 {
			remove = k.T.Keywords.RemoveUsed(k.Line.Uses)
		}
		head = append(head, k.P.iconButton("keyword-remove", "x", k.label(remove),
			play.KeywordRemoved{ID: k.Tool, At: k.At, Keyword: name}))
	}
	return line.Body(
		of("div", "kwhead").Body(head...),
		of("div", "kwval").Body(k.control()...),
		of("p", "soft small").ID("%s", k.id()+"-help").Text(k.help()),
	)
}

// wide reports whether the control needs a line to itself.
func (k *KeywordLine) wide() bool {
	switch k.Line.Control {
	case play.ControlNumber, play.ControlToggle, play.ControlSchema:
		return false
	case play.ControlText:
		return !slices.Contains([]string{"format", "contentEncoding", "contentMediaType"}, k.Line.Keyword.Name)
	case play.ControlValue:
		return k.Kind == "" || k.Kind == "object" || k.Kind == "array"
	}
	return true
}

func (k *KeywordLine) id() string { return play.KeywordField(k.At, k.Line.Keyword.Name) }

// label names a control of this keyword. Its own value is called as the keyword.
func (k *KeywordLine) label(control string) string {
	of := k.T.Parameters.Of
	if control == "" {
		return of(k.Line.Keyword.Name, k.Called)
	}
	return of(control, k.Line.Keyword.Name)
}

// help is what the keyword means, or that what is typed means nothing yet.
func (k *KeywordLine) help() string {
	w := k.T.Keywords
	invalid := k.Line.Invalid || slices.ContainsFunc(k.Line.Values, func(v play.Input) bool { return v.Invalid })
	switch {
	case invalid && k.Line.Control == play.ControlNumber:
		return w.NotANumber
	case invalid:
		return w.NotJSON
	case !k.Line.Known:
		return w.Unknown
	}
	return w.Says(k.Line.Keyword.Name)
}

func (k *KeywordLine) look() Look {
	return Look{ID: k.id(), TestID: "keyword-value", Class: "in mono", Label: k.label(""),
		Describes: k.id() + "-help", Invalid: k.Line.Invalid}
}

// control is what edits the keyword's value.
func (k *KeywordLine) control() []app.UI {
	name := k.Line.Keyword.Name
	typed := play.KeywordTyped{ID: k.Tool, At: k.At, Keyword: name}
	set := play.KeywordSet{ID: k.Tool, At: k.At, Keyword: name}
	w := k.T.Keywords
	switch k.Line.Control {
	case play.ControlText:
		return k.text(typed)
	case play.ControlNumber:
		return []app.UI{&Field{P: k.P, Look: k.look(), Value: k.Line.Text, Edit: typed}}
	case play.ControlToggle:
		look := k.look()
		look.Class = ""
		return []app.UI{&Toggle{P: k.P, Look: look, Checked: k.Line.Raw == "true", On: set.With("true"), Off: set.With("false")}}
	case play.ControlValue:
		if k.Line.Picks() {
			return []app.UI{&Select{P: k.P, Look: k.look(), Value: k.Line.Raw, Edit: set,
				Choices: append([]Choice{{"", w.NotSaid}}, same(k.Line.Options)...)}}
		}
	case play.ControlSchema:
		return k.schema(set)
	case play.ControlSchemas, play.ControlSchemaMap:
		return k.schemas()
	case play.ControlTypes:
		return k.types()
	case play.ControlValues:
		return k.values()
	case play.ControlNames:
		return []app.UI{k.names(0, k.Line.Names)}
	case play.ControlEntries:
		return k.entries()
	}
	return []app.UI{&Area{P: k.P, Look: k.look(), Rows: 1, Value: k.Line.Text, Edit: typed}}
}

// formats are those of JSON Schema (Validation §7.3). Any other may be typed.
var formats = []string{"date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname",
	"ipv4", "ipv6", "uri", "uri-reference", "iri", "iri-reference", "uuid", "uri-template", "json-pointer",
	"relative-json-pointer", "regex"}

// text is a line of text, with what it may be offered; a pattern with a sample to
// try it on.
func (k *KeywordLine) text(edit play.Edit) []app.UI {
	look := k.look()
	switch k.Line.Keyword.Name {
	case "description", "$comment":
		look.Class = "in"
		return []app.UI{&Area{P: k.P, Look: look, Rows: 1, Value: k.Line.Text, Edit: edit}}
	case "title":
		look.Class = "in"
	}
	field := &Field{P: k.P, Look: look, Value: k.Line.Text, Edit: edit}
	switch {
	case k.Line.Keyword.Name == "format":
		field.List = k.id() + "-list"
		return []app.UI{field, el("datalist").ID("%s", field.List).Body(offered(same(formats), "")...)}
	case k.Line.Keyword.Kind == schema.KindPattern && k.Line.Stated:
		return []app.UI{field, k.sample()}
	}
	return []app.UI{field}
}

// sample is a text to try the pattern on, and how that went.
func (k *KeywordLine) sample() app.UI {
	w := k.T.Keywords
	said := of("span", "small").ID("%s", k.id()+"-match").DataSet("testid", "keyword-match").Role("status")
	if k.Line.Match != "" {
		said = said.DataSet("match", k.Line.Match).Text(w.Matches[k.Line.Match])
	}
	return of("div", "kwtry").Body(
		&Field{P: k.P, Look: Look{TestID: "keyword-sample", Class: "in mono", Label: k.label(w.Sample), Placeholder: w.SamplePlaceholder,
			Describes: k.id() + "-match"}, Value: k.Line.Sample, Edit: play.SampleTyped{ID: k.Tool, At: k.At}},
		said)
}

// schema is everything, nothing, or a schema with a row of its own.
func (k *KeywordLine) schema(set play.KeywordSet) []app.UI {
	w, raw := k.T.Keywords, k.Line.Raw
	var leads []app.UI
	if len(raw) > 0 && raw[0] == '{' {
		raw = "{}"
		leads = append(leads, k.goTo(w.Go, "", k.At.Under(k.Line.Keyword.Name)))
	}
	choices := []Choice{{"true", w.Anything}, {"false", w.Nothing}, {"{}", w.Schema}}
	if raw == "" {
		choices = append([]Choice{{"", w.NotSaid}}, choices...)
	}
	return []app.UI{&Select{P: k.P, Look: k.look(), Value: raw, Choices: choices, Edit: set}, of("div", "row").Body(leads...)}
}

func (k *KeywordLine) goTo(label, name string, at schema.Place) app.UI {
	return goTo(k.P, act{"keyword-go", "right", label, play.RowSought{ID: k.Tool, At: at}}, name)
}

// schemas says how many there are, and leads to those with names; each is a row
// of the form.
func (k *KeywordLine) schemas() []app.UI {
	w, name := k.T.Keywords, k.Line.Keyword.Name
	var parts []app.UI
	var add play.Msg = play.BranchAdded{ID: k.Tool, At: k.At, Keyword: name}
	if k.Line.Control == play.ControlSchemaMap {
		add = play.EntryAdded{ID: k.Tool, At: k.At, Keyword: name}
		for i, entry := range k.Line.Names {
			parts = append(parts, k.goTo("", entry, k.At.Nth(name, i)))
		}
	} else {
		parts = append(parts, of("span", "small").Text(w.Count(k.Line.Count)))
		for i := range k.Line.Count {
			parts = append(parts, k.goTo("", strconv.Itoa(i+1), k.At.Nth(name, i)))
		}
	}
	more := k.P.button("keyword-entry-add", "", w.AddSchema, add).DataSet("size", "small").ID(k.id()).Aria("describedby", k.id()+"-help")
	return []app.UI{of("div", "chips").Body(parts...), more}
}

// types are all types, each to be pressed on or off.
func (k *KeywordLine) types() []app.UI {
	all := append(schema.Types(), "null")
	for _, t := range k.Line.Names {
		if !slices.Contains(all, t) {
			all = append(all, t)
		}
	}
	buttons := make([]app.UI, len(all))
	for i, t := range all {
		on := slices.Contains(k.Line.Names, t)
		buttons[i] = button().Class("chip").DataSet("testid", "keyword-type").DataSet("type", t).Aria("pressed", strconv.FormatBool(on)).
			Attr("translate", "no").OnClick(k.P.on(play.TypeChosen{ID: k.Tool, At: k.At, Type: t, On: !on})).Text(t)
	}
	return []app.UI{of("div", "chips").ID("%s", k.id()).Attr("tabindex", "-1").Role("group").Aria("label", k.label("")).Body(buttons...)}
}
