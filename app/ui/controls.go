package ui

import (
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

// Field is a line of text that a person types. The property of the element is
// set only where it differs, so the caret and an input method stay undisturbed.
type Field struct {
	app.Compo
	P     *Program
	Look  Look
	Kind  string // of input; "" is text
	List  string // id of a datalist
	Value string
	Edit  play.Edit

	first *string
}

// OnUpdate gives the element what the Model holds.
func (f *Field) OnUpdate(ctx app.Context) { f.sync() }

func (f *Field) sync() { setProperty(f.JSValue(), "value", f.Value) }

func (f *Field) typed(ctx app.Context, _ app.Event) {
	f.P.sendShown(ctx, f.Edit.With(ctx.JSSrc().Get("value").String()), f.sync)
}

// Render draws the input once; later values go through sync.
func (f *Field) Render() app.UI {
	f.first = initial(f.first, f.Value)
	kind := f.Kind
	if kind == "" {
		kind = "text"
	}
	e := el("input").Attr("type", kind).Attr("value", *f.first).Attr("autocomplete", "off").Spellcheck(false).OnInput(f.typed)
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

	first *string
}

// OnUpdate gives the element what the Model holds.
func (a *Area) OnUpdate(ctx app.Context) { a.sync() }

func (a *Area) sync() { setProperty(a.JSValue(), "value", a.Value) }

func (a *Area) typed(ctx app.Context, _ app.Event) {
	a.P.sendShown(ctx, a.Edit.With(ctx.JSSrc().Get("value").String()), a.sync)
}

// Render draws the text area once; later values go through sync.
func (a *Area) Render() app.UI {
	a.first = initial(a.first, a.Value)
	e := el("textarea").Attr("rows", max(a.Rows, 1)).Spellcheck(false).Text(*a.first).OnInput(a.typed)
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

	first *bool
}

// OnUpdate gives the element what the Model holds.
func (t *Toggle) OnUpdate(ctx app.Context) { t.sync() }

func (t *Toggle) sync() {
	if e := t.JSValue(); e != nil && e.Truthy() && e.Get("checked").Bool() != t.Checked {
		e.Set("checked", t.Checked)
	}
}

func (t *Toggle) changed(ctx app.Context, _ app.Event) {
	msg := t.Off
	if ctx.JSSrc().Get("checked").Bool() {
		msg = t.On
	}
	t.P.sendShown(ctx, msg, t.sync)
}

// Render draws the box once; later values go through sync.
func (t *Toggle) Render() app.UI {
	t.first = initial(t.first, t.Checked)
	e := el("input").Attr("type", "checkbox").OnChange(t.changed)
	if *t.first {
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

	first *string
}

// OnUpdate gives the element what the Model holds, once its options are drawn.
func (s *Select) OnUpdate(ctx app.Context) { ctx.Defer(func(app.Context) { s.sync() }) }

func (s *Select) sync() {
	if e := s.JSValue(); s.prompts() && s.Value == "" && e != nil && e.Truthy() {
		e.Set("selectedIndex", 0)
		return
	}
	setProperty(s.JSValue(), "value", s.Value)
}

// prompts says whether the first choice is none. go-app leaves its empty value
// out, so that the browser takes its label for one.
func (s *Select) prompts() bool { return len(s.Choices) > 0 && s.Choices[0].Value == "" }

func (s *Select) changed(ctx app.Context, _ app.Event) {
	if s.prompts() && ctx.JSSrc().Get("selectedIndex").Int() == 0 {
		ctx.Defer(func(app.Context) { s.sync() })
		return
	}
	s.P.sendShown(ctx, s.Edit.With(ctx.JSSrc().Get("value").String()), s.sync)
}

// Render draws the options; the chosen one goes through sync after the first time.
func (s *Select) Render() app.UI {
	s.first = initial(s.first, s.Value)
	options := s.options(s.Choices)
	for _, g := range s.Groups {
		options = append(options, el("optgroup").Attr("label", g.Label).Body(s.options(g.Choices)...))
	}
	return dressed(el("select").OnChange(s.changed).Body(options...), s.Look)
}

func (s *Select) options(choices []Choice) []app.UI {
	options := make([]app.UI, len(choices))
	for i, c := range choices {
		option := el("option").Attr("value", c.Value).Text(c.Label)
		if c.Value == *s.first {
			option = option.Attr("selected", true)
		}
		options[i] = option
	}
	return options
}

// initial keeps the value that a control was first drawn with: as an attribute
// it never changes again.
func initial[T any](first *T, value T) *T {
	if first == nil {
		return &value
	}
	return first
}

// setProperty writes a property of an element that is on the page and has
// another value.
func setProperty(e app.Value, name, value string) {
	if e != nil && e.Truthy() && e.Get(name).String() != value {
		e.Set(name, value)
	}
}
