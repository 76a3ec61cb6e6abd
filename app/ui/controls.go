package ui

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
)

// Look is what the four controls have in common. Label is read to those who
// can't see where the control stands; it is not drawn.
type Look struct {
	ID, TestID, Class string
	Label             string
	Placeholder       string
	Data              map[string]string // further data-* attributes
	Describes         string            // id of the element that describes the control
	Invalid           bool
	Disabled          bool
	ReadOnly          bool // of a Field
}

// dressed puts a Look on an element.
func dressed(e app.HTMLElem, l Look) app.HTMLElem {
	if l.ID != "" {
		e = e.ID("%s", l.ID)
	}
	if l.TestID != "" {
		e = e.DataSet("testid", l.TestID)
	}
	if l.Class != "" {
		e = e.Class(l.Class)
	}
	if l.Label != "" {
		e = e.Aria("label", l.Label)
	}
	if l.Describes != "" {
		e = e.Aria("describedby", l.Describes)
	}
	if l.Invalid {
		e = e.Aria("invalid", "true")
	}
	for name, value := range l.Data {
		e = e.DataSet(name, value)
	}
	if l.Disabled {
		e = e.Attr("disabled", true)
	}
	return e
}

// Field is a line of text that a person types. The element is given a value only
// where that is news, so the caret and an input method stay undisturbed.
type Field struct {
	app.Compo
	P     *Program
	Look  Look
	Kind  string // of input; "" is text
	List  string // id of a datalist
	Value string
	Edit  play.Edit

	shown shown[string]
}

// OnUpdate gives the element what the Model holds.
func (f *Field) OnUpdate(ctx app.Context) { f.sync() }

func (f *Field) sync() { f.shown.give(f.JSValue(), "value", f.Value) }

func (f *Field) typed(ctx app.Context, _ app.Event) {
	f.P.sendShown(ctx, f.Edit.With(f.shown.heard(ctx.JSSrc().Get("value").String())), f.sync)
}

// Render draws the input once; later values go through sync.
func (f *Field) Render() app.UI {
	kind := f.Kind
	if kind == "" {
		kind = "text"
	}
	e := el("input").Attr("type", kind).Attr("value", f.shown.initial(f.Value)).Attr("autocomplete", "off").Spellcheck(false).OnInput(f.typed)
	if f.Look.Placeholder != "" {
		e = e.Attr("placeholder", f.Look.Placeholder)
	}
	if f.Look.ReadOnly {
		e = e.Attr("readonly", true)
	}
	if f.List != "" {
		e = e.Attr("list", f.List)
	}
	return dressed(e, f.Look)
}

// Area is a text of several lines that a person types.
type Area struct {
	app.Compo
	P     *Program
	Look  Look
	Rows  int
	Value string
	Edit  play.Edit

	shown shown[string]
}

// OnUpdate gives the element what the Model holds.
func (a *Area) OnUpdate(ctx app.Context) { a.sync() }

func (a *Area) sync() { a.shown.give(a.JSValue(), "value", a.Value) }

func (a *Area) typed(ctx app.Context, _ app.Event) {
	a.P.sendShown(ctx, a.Edit.With(a.shown.heard(ctx.JSSrc().Get("value").String())), a.sync)
}

// Render draws the text area once; later values go through sync.
func (a *Area) Render() app.UI {
	e := el("textarea").Attr("rows", max(a.Rows, 1)).Spellcheck(false).Text(a.shown.initial(a.Value)).OnInput(a.typed)
	if a.Look.Placeholder != "" {
		e = e.Attr("placeholder", a.Look.Placeholder)
	}
	return dressed(e, a.Look)
}

// Toggle is a box that a person ticks. On and Off are the messages of either.
type Toggle struct {
	app.Compo
	P       *Program
	Look    Look
	Checked bool
	On, Off play.Msg

	shown shown[bool]
}

// OnUpdate gives the element what the Model holds.
func (t *Toggle) OnUpdate(ctx app.Context) { t.sync() }

func (t *Toggle) sync() { t.shown.give(t.JSValue(), "checked", t.Checked) }

func (t *Toggle) changed(ctx app.Context, _ app.Event) {
	msg := t.Off
	if t.shown.heard(ctx.JSSrc().Get("checked").Bool()) {
		msg = t.On
	}
	t.P.sendShown(ctx, msg, t.sync)
}

// Render draws the box once; later values go through sync.
func (t *Toggle) Render() app.UI {
	e := el("input").Attr("type", "checkbox").OnChange(t.changed)
	if t.shown.initial(t.Checked) {
		e = e.Attr("checked", true)
	}
	return dressed(e, t.Look)
}

// Choice is one option of a Select.
type Choice struct{ Value, Label string }

// Group is some options of a Select under a head.
type Group struct {
	Label   string
	Choices []Choice
}

// Select is one of several values that a person chooses.
type Select struct {
	app.Compo
	P       *Program
	Look    Look
	Choices []Choice
	Groups  []Group // after those
	Value   string
	Edit    play.Edit

	shown   shown[string]
	offered []string // when the element was given its value
}

// OnUpdate gives the element what the Model holds, once its options are drawn.
func (s *Select) OnUpdate(ctx app.Context) { ctx.Defer(func(app.Context) { s.sync() }) }

func (s *Select) sync() {
	if offers := s.offers(); !slices.Equal(offers, s.offered) {
		s.offered = offers
		s.shown.lost() // with other options, a browser may have chosen another
	}
	if s.prompts() && s.Value == "" {
		s.shown.giveAs(s.JSValue(), "selectedIndex", 0, s.Value)
		return
	}
	s.shown.give(s.JSValue(), "value", s.Value)
}

// offers are the values there are to choose from.
func (s *Select) offers() []string {
	var values []string
	for _, choices := range append([]Group{{Choices: s.Choices}}, s.Groups...) {
		for _, c := range choices.Choices {
			values = append(values, c.Value)
		}
	}
	return values
}

// prompts says whether the first choice is none. go-app leaves its empty value
// out, so that the browser takes its label for one.
func (s *Select) prompts() bool { return len(s.Choices) > 0 && s.Choices[0].Value == "" }

func (s *Select) changed(ctx app.Context, _ app.Event) {
	if s.prompts() && ctx.JSSrc().Get("selectedIndex").Int() == 0 {
		s.shown.heard("")
		ctx.Defer(func(app.Context) { s.sync() })
		return
	}
	s.P.sendShown(ctx, s.Edit.With(s.shown.heard(ctx.JSSrc().Get("value").String())), s.sync)
}

// Render draws the options; the chosen one goes through sync after the first time.
func (s *Select) Render() app.UI {
	chosen := s.shown.initial(s.Value)
	if s.offered == nil {
		s.offered = s.offers()
	}
	options := offered(s.Choices, chosen)
	for _, g := range s.Groups {
		options = append(options, el("optgroup").Attr("label", g.Label).Body(offered(g.Choices, chosen)...))
	}
	return dressed(el("select").OnChange(s.changed).Body(options...), s.Look)
}

// offered are choices as options, of which one is chosen at first.
func offered(choices []Choice, chosen string) []app.UI {
	options := make([]app.UI, len(choices))
	for i, c := range choices {
		option := el("option").Attr("value", c.Value).Text(c.Label)
		if c.Value == chosen {
			option = option.Attr("selected", true)
		}
		options[i] = option
	}
	return options
}
