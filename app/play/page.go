package play

import (
	"cmp"
	"slices"
	"strconv"

	"toolyard/app/chat"
	"toolyard/app/share"
)

// ResultField is the id of the field of one call's result.
func ResultField(node chat.NodeID, call int) string {
	return "result-" + strconv.Itoa(int(node)) + "-" + strconv.Itoa(call)
}

// LanguageChosen: the page speaks another language. A sample that nobody
// changed is shown in it, too.
type LanguageChosen struct{ Language string }

func (l LanguageChosen) apply(m Model) (Model, []Effect) {
	untouched := m.untouched()
	m.View.Language = l.Language
	if untouched {
		m = m.withSample(m.Sample)
	}
	return m, []Effect{Dress{m.View.Language, m.View.Theme}}
}

// ThemeChosen: the page is light, dark, or as the system is ("").
type ThemeChosen struct{ Theme string }

// With is the message with the theme that was chosen.
func (t ThemeChosen) With(text string) Msg { t.Theme = text; return t }

func (t ThemeChosen) apply(m Model) (Model, []Effect) {
	m.View.Theme = t.Theme
	if t.Theme == "system" {
		m.View.Theme = ""
	}
	return m, []Effect{Dress{m.View.Language, m.View.Theme}}
}

// DialogOpened: a dialog is open. Name is setup, share, examples, import
// or history; Field is the id of the control that it was opened for, "" where it
// is none in particular.
type DialogOpened struct{ Name, Field string }

func (d DialogOpened) apply(m Model) (Model, []Effect) {
	m.View.Dialog, m.View.Cleared = d.Name, Clearance{}
	effects := []Effect{Focus{cmp.Or(d.Field, "dialog")}}
	if d.Name == "history" {
		m.View.Past = Past{Entries: m.View.Past.Entries}
		effects = append(effects, ReadHistory{})
	}
	if d.Name == "setup" {
		effects = append(effects, m.askRelay()...)
	}
	return m, effects
}

// DialogClosed: the dialog is closed, and the focus back on what opened it.
type DialogClosed struct{}

func (DialogClosed) apply(m Model) (Model, []Effect) {
	if m.View.Question != nil {
		return HandoutCanceled{}.apply(m)
	}
	if m.View.Dialog == "" {
		return m, nil
	}
	opener := m.View.Dialog + "-open"
	m.View.Dialog, m.View.Cleared = "", Clearance{}
	m.Keys = m.Keys.bound(m.Endpoint.Origin())
	return m, []Effect{Focus{opener}}
}

// PaneChosen: a narrow page shows another pane.
type PaneChosen struct{ Pane string }

func (p PaneChosen) apply(m Model) (Model, []Effect) {
	m.View.Pane = p.Pane
	return m, nil
}

// WireSwitched: the wire pane slid over the conversation, or away.
type WireSwitched struct{ Open bool }

func (w WireSwitched) apply(m Model) (Model, []Effect) {
	m.View.Wire = w.Open
	return m, nil
}

// WireTabChosen: the wire shows another side of a completion.
type WireTabChosen struct{ Tab string }

func (w WireTabChosen) apply(m Model) (Model, []Effect) {
	m.View.WireTab = w.Tab
	return m, nil
}

// WireCompletionChosen: the wire shows another completion; 0 is the next request.
type WireCompletionChosen struct{ Completion int }

// With is the message with the completion that was chosen.
func (w WireCompletionChosen) With(text string) Msg {
	w.Completion, _ = strconv.Atoi(text)
	return w
}

func (w WireCompletionChosen) apply(m Model) (Model, []Effect) {
	m.View.WireOf, m.View.Event = w.Completion, -1
	return m, nil
}

// EventChosen: one event of the wire is open; the same one again closes it.
type EventChosen struct{ Event int }

func (e EventChosen) apply(m Model) (Model, []Effect) {
	if m.View.Event == e.Event {
		e.Event = -1
	}
	m.View.Event = e.Event
	return m, nil
}

// SchemaViewChosen: parameters are edited by form (visual), as text (json), or
// both are seen.
type SchemaViewChosen struct{ View string }

func (s SchemaViewChosen) apply(m Model) (Model, []Effect) {
	return m.turned(s.View, m.View.Beside)
}

// BesideSwitched: the text of the parameters stands beside their form, or no
// longer. It is drawn where the page is wide enough.
type BesideSwitched struct{ On bool }

func (b BesideSwitched) apply(m Model) (Model, []Effect) {
	return m.turned(asForm, b.On)
}

// Folded: something that opens was closed, or the other way round. What names
// it among all that can be folded.
type Folded struct{ What string }

func (f Folded) apply(m Model) (Model, []Effect) {
	folded := slices.DeleteFunc(slices.Clone(m.View.Folded), func(what string) bool { return what == f.What })
	if len(folded) == len(m.View.Folded) {
		folded = append(folded, f.What)
	}
	m.View.Folded = folded
	return m, nil
}

// IsFolded says whether Folded is true of a thing.
func (v View) IsFolded(what string) bool { return slices.Contains(v.Folded, what) }

// Copied: a text is on the clipboard.
type Copied struct{ What string }

func (c Copied) apply(m Model) (Model, []Effect) { return m.unsaid().notify("copied", c.What), nil }

// CopyPressed: the person wants what is shown on the clipboard: the wire's tab,
// the link, or what goes into another page.
type CopyPressed struct{ What string }

func (c CopyPressed) apply(m Model) (Model, []Effect) {
	if write := m.shareWriter(c.What); write != nil {
		return m.handOut(Handout{Kind: c.What, Snapshots: []share.Snapshot{m.shared()}, Write: write})
	}
	return m.handOut(Handout{Kind: c.What, Text: m.copyable(c.What), Focus: "wire-copy"})
}

// copyable is the text behind a copy button.
func (m Model) copyable(what string) string {
	shown, ok := m.Completion(m.View.WireOf)
	switch {
	case what == "request" && ok:
		return shown.Request().HTTP()
	case what == "request":
		r, _ := Request(m.Next())
		return r.HTTP()
	case what == "tool-calls":
		return shown.ToolCalls()
	}
	return shown.Body.String()
}

// EarlierEventsShown: the wire shows more of a long stream's events.
type EarlierEventsShown struct{}

func (EarlierEventsShown) apply(m Model) (Model, []Effect) {
	m.View.Events += 500
	return m, nil
}

// Noticed: something happened that the page must tell.
type Noticed struct{ Kind, Detail string }

func (n Noticed) apply(m Model) (Model, []Effect) { return m.notify(n.Kind, n.Detail), nil }

// NoticeDismissed: a notice was read.
type NoticeDismissed struct{ ID int }

func (n NoticeDismissed) apply(m Model) (Model, []Effect) {
	m.Notices = slices.DeleteFunc(slices.Clone(m.Notices), func(x Notice) bool { return x.ID == n.ID })
	return m, nil
}
