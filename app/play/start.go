package play

import (
	"encoding/json"
	"slices"
	"strings"

	"toolyard/app/provider"
	"toolyard/app/sample"
	"toolyard/app/share"
)

// Languages are the languages of the page, the first one for everybody whose
// own is not among them.
var Languages = []string{"en", "zh"}

// New is a playground as it is first seen: a sample in one of Languages, ready
// to send. It is not Ready: what was kept has not been read.
func New(language string) Model {
	m := Model{View: View{
		Language: language, Schema: "visual", Pane: "conversation", WireTab: "request",
		Event: -1, Share: setupLink, Embed: ReadOnly,
	}}
	return m.withSample(sample.First(language).ID)
}

// Preferred is the one of Languages that a person wants whose languages are
// given, the preferred one first.
func Preferred(languages []string) string {
	for _, tag := range languages {
		base, _, _ := strings.Cut(strings.ToLower(tag), "-")
		if slices.Contains(Languages, base) {
			return base
		}
	}
	return Languages[0]
}

// Restored: what was kept has been read. Every part falls back to its default.
type Restored struct {
	Language            string // that the person prefers
	Work                Work
	Desk                string // where it was kept, and will be
	Tab                 string // a name that no other tab has
	TabKeys, DeviceKeys string
	Fragment, Address   string
	Failed              string // why nothing could be read
	Unreadable          string // the entry that holds what can't be read
	Unsaved             bool   // Work was only noted as its page went
	KeyNotice           string // what is to be said of the device's keys, "" where nothing is
	KeyDetail           string
	Opening             Opening

	jot string // the note
}

func (r Restored) apply(m Model) (Model, []Effect) {
	before := m // where something may be typed already
	frame := before.View.Frame
	m = New(r.Language).In(frame)
	p := readPage(r.Work.Page)
	if slices.Contains(Languages, p.Language) {
		m = New(p.Language).In(frame)
	}
	m.View.WireSeen = before.View.WireSeen // which the page tells once
	m.tab, m.desk = r.Tab, r.Desk
	m = m.restoreWork(r.Work)
	m, typed := m.withTyped(before, r.Work.Playground == "")
	m.Keys = append(readKeys(r.DeviceKeys, OnDevice), readKeys(r.TabKeys, InTab)...)
	if r.KeyNotice != "" && (r.KeyNotice != "key-unread" || r.Failed == "") {
		m = m.notify(r.KeyNotice, r.KeyDetail)
	}
	if r.Failed != "" {
		m = m.notify("store-failed", r.Failed)
	}
	m.Ready, m.View.Address = true, r.Address
	m, effects := LinkOpened{r.Fragment}.apply(m)
	if frame != Whole {
		return m, append(effects, Dress{m.View.Language, m.View.Theme})
	}
	m, opened := m.opened(r.Opening)
	effects = append(effects, opened...)
	switch {
	case r.Unsaved:
		effects = append(effects, Save{kept: m.kept()}, unjot{r.jot})
	case typed || r.Opening.Open == "new":
		effects = append(effects, Save{kept: m.kept()})
	}
	if before.given != nil {
		var more []Effect
		m, more = before.given.apply(m)
		effects = append(effects, more...)
	}
	return m, append(effects, Dress{m.View.Language, m.View.Theme}, LoadEditor{}, watchRelease{})
}

// withTyped is the Model with what a person typed before it was restored, and
// whether there was any. Where nothing was kept, that is what they go on with;
// else the message that is typed goes behind the one that was kept.
func (m Model) withTyped(before Model, nothingKept bool) (Model, bool) {
	first := New(before.View.Language)
	switch {
	case before.untouched() || before.Sample == "":
		return m, false
	case nothingKept:
		m.Build, m.Prompt, m.history, m.born, m.View.Tool = before.Build, before.Prompt, before.history, before.born, before.View.Tool
	case before.Prompt == first.Prompt || before.Prompt == m.Prompt:
		return m, false
	case m.Prompt == "" || m.Prompt == first.Prompt:
		m.Prompt = before.Prompt
	default:
		m.Prompt += "\n\n" + before.Prompt
	}
	return m, true
}

// restoreWork opens the work of a desk.
func (m Model) restoreWork(w Work) Model {
	p := readPage(w.Page)
	m = m.restorePlayground(w.Playground, p).restorePage(p)
	m.Completions, m.born = unmarshalWire(w.Wire, m.born)
	if _, ok := m.Completion(p.WireOf); ok {
		m.View.WireOf = p.WireOf
	}
	if m.lineage = p.Lineage; m.lineage == "" {
		m = m.begun()
	}
	return m
}

// restorePlayground opens what was kept. A text that can't be read went into the
// history as it is, and the page says so.
func (m Model) restorePlayground(text string, p page) Model {
	if text == "" {
		return m
	}
	s, err := share.Unmarshal(text)
	if err != nil {
		m.unreadable = text
		return m.notify("kept-unreadable", err.Error())
	}
	return m.open(s, p.Sample)
}

func (m Model) restorePage(p page) Model {
	m.View.Theme, m.View.Beside, m.View.Folded, m.Drafts, m.View.Relayed = p.Theme, p.Beside, p.Folded, p.Drafts, p.Relayed
	for _, field := range []struct {
		at   *string
		kept string
	}{{&m.View.Schema, p.Schema}, {&m.View.Pane, p.Pane}, {&m.View.WireTab, p.WireTab}} {
		if field.kept != "" {
			*field.at = field.kept
		}
	}
	if p.Tool >= 0 && p.Tool < len(m.Tools) {
		m.View.Tool = m.Tools[p.Tool].ID
	}
	return m
}

// readPage reads a page, or the zero page from a text that is none.
func readPage(text string) page {
	var p page
	if json.Unmarshal([]byte(text), &p) != nil {
		return page{}
	}
	return p
}

// readKeys reads the keys of one place, in the order of their origins.
func readKeys(text string, keep Keep) Keys {
	var byOrigin map[string]string
	if json.Unmarshal([]byte(text), &byOrigin) != nil {
		return nil
	}
	var keys Keys
	for origin, secret := range byOrigin {
		keys = append(keys, Key{provider.Secret(secret), origin, keep})
	}
	slices.SortFunc(keys, func(a, b Key) int { return strings.Compare(a.Origin, b.Origin) })
	return keys
}
