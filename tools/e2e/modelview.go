package e2e

import (
	"errors"
	"strconv"

	"toolyard/app/importer"
	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/provider"
	"toolyard/app/sample"
)

// sketch is a view while it is drawn: the elements of docs/automation.md,
// without anything that is only seen.
type sketch struct {
	m       play.Model
	widgets []widget
	around  int
}

// viewOf draws a Model.
func viewOf(m play.Model) []widget {
	s := &sketch{m: m, around: -1}
	s.inside(widget{Element: Element{ID: "app", State: map[string]string{
		"run": string(m.Run()), "lang": m.View.Language, "theme": orSystem(m.View.Theme), "ready": strconv.FormatBool(m.Ready),
	}}}, func() {
		s.bar()
		s.announcements()
		s.tools()
		s.conversation()
		s.wire()
		s.dialog()
	})
	return s.widgets
}

func orSystem(theme string) string {
	if theme == "" {
		return "system"
	}
	return theme
}

func (s *sketch) add(w widget) {
	w.Parent = s.around
	if w.State == nil {
		w.State = map[string]string{}
	}
	s.widgets = append(s.widgets, w)
}

// inside draws an element with others in it.
func (s *sketch) inside(w widget, draw func()) {
	s.add(w)
	outer := s.around
	s.around = len(s.widgets) - 1
	draw()
	s.around = outer
}

func (s *sketch) text(id, text string) { s.add(widget{Element: Element{ID: id, Text: text}}) }

func (s *sketch) button(id string, enabled bool, msg play.Msg) {
	s.add(widget{Element: Element{ID: id, Disabled: !enabled}, press: msg})
}

func (s *sketch) control(id, value string, edit play.Edit) {
	s.add(widget{Element: Element{ID: id, Text: value}, edit: edit})
}

func (s *sketch) bar() {
	m := s.m
	s.button("undo", m.CanUndo(), play.Undone{})
	s.button("redo", m.CanRedo(), play.Redone{})
	for _, dialog := range []string{"setup", "examples", "share", "import", "history"} {
		s.button(dialog+"-open", true, play.DialogOpened{Name: dialog})
	}
	other := map[string]string{"en": "zh", "zh": "en"}[m.View.Language]
	theme := map[string]string{"": "light", "light": "dark", "dark": ""}[m.View.Theme]
	s.button("language", true, play.LanguageChosen{Language: other})
	s.button("theme", true, play.ThemeChosen{Theme: theme})
}

func (s *sketch) announcements() {
	s.offer()
	if s.m.Elsewhere {
		s.inside(widget{Element: Element{ID: "elsewhere"}}, func() {
			s.button("elsewhere-take", true, play.TheirsTaken{})
			s.button("elsewhere-keep", true, play.MineKept{})
		})
	}
	for _, n := range s.m.Notices {
		s.inside(widget{Element: Element{ID: "notice", State: map[string]string{"kind": n.Kind}}}, func() {
			if n.Kind == "undone" || n.Kind == "redone" {
				s.text("notice-text", locale.For(s.m.View.Language).Notices.Sentence(n.Kind, n.Detail))
			}
			switch n.Kind {
			case "store-failed", "store-full", "history-failed", "history-full":
				s.button("notice-file", true, play.FileExported{})
			case "kept-unreadable":
				s.button("notice-unreadable", true, play.UnreadableExported{})
			}
			s.button("notice-dismiss", true, play.NoticeDismissed{ID: n.ID})
		})
	}
}

func (s *sketch) dialog() {
	m := s.m
	if q := m.View.Question; q != nil {
		s.question(q)
		return
	}
	if m.View.Dialog == "" {
		return
	}
	s.inside(widget{Element: Element{ID: m.View.Dialog}}, func() {
		s.button("dialog-close", true, play.DialogClosed{})
		switch m.View.Dialog {
		case "setup":
			s.setup()
		case "share":
			s.share()
		case "import":
			s.importing()
		case "history":
			s.past()
		case "examples":
			for _, example := range sample.All(m.View.Language) {
				s.add(widget{Element: Element{ID: "example", State: map[string]string{"example": example.ID}},
					press: play.SampleOpened{ID: example.ID}})
			}
		}
	})
}

// question is the one whether something may leave the page.
func (s *sketch) question(q *play.Question) {
	s.inside(widget{Element: Element{ID: "leak"}}, func() {
		s.button("dialog-close", true, play.DialogClosed{})
		for _, f := range q.Findings {
			s.add(field("leak-place", map[string]string{"place": f.Place.Kind, "rule": string(f.Rule)}))
		}
		s.button("leak-cancel", true, play.HandoutCanceled{})
		s.button("leak-keep", true, play.HandoutCleared{})
		s.button("leak-mask", true, play.HandoutCleared{Mask: true})
	})
}

// importing is the dialog that takes what a person already has.
func (s *sketch) importing() {
	m := s.m
	found := m.View.Import
	s.control("import-text", found.Text, play.ImportTyped{})
	if found.Repair != nil {
		s.button("import-repair", true, play.RepairTaken{})
	}
	remark := func(n importer.Note) {
		s.add(field("problem", map[string]string{"rule": n.Rule, "line": strconv.Itoa(n.Line), "column": strconv.Itoa(n.Column)}))
	}
	for _, r := range found.Rejects {
		remark(importer.Note(r))
	}
	for _, n := range found.Notes {
		remark(n)
	}
	for _, c := range found.Tools {
		s.inside(widget{Element: Element{ID: "import-preview", State: map[string]string{"name": c.Tool.Name}}}, func() {
			for _, n := range c.Notes {
				remark(n)
			}
			for _, p := range c.Problems {
				s.add(field("problem", map[string]string{"rule": p.Rule}))
			}
		})
	}
	for _, r := range found.Records {
		s.add(field("import-playground", map[string]string{"name": r.Name}))
	}
	if n := len(found.Records); n > 0 {
		s.button("import-keep", true, play.RecordsTaken{})
		return
	}
	if m.CanTake() {
		s.button("import-take", m.Run() != play.Streaming, play.ImportTaken{})
	}
	s.button("import-add", len(found.Tools) > 0, play.ImportAdded{})
}

// settings are the controls of the setup that hold one text.
var settings = []play.Setting{play.BaseURL, play.ModelName, play.Auth, play.Dialect, play.Temperature,
	play.MaxTokens, play.ToolChoice, play.ParallelToolCalls, play.ExtraBody, play.Echo}

func (s *sketch) setup() {
	m := s.m
	s.control("preset", m.Endpoint.Provider, play.PresetChosen{})
	if url, err := m.Endpoint.URL(); err == nil {
		s.text("sends-to", "POST "+url)
	}
	for _, setting := range settings {
		value := m.Text(setting)
		if value == "" && (setting == play.ToolChoice || setting == play.ParallelToolCalls || setting == play.Echo) {
			value = "default"
		}
		s.control(string(setting), value, play.SettingTyped{Setting: setting})
	}
	s.about()
	s.models()
	key := m.Keys.For(m.Endpoint)
	s.control("api-key", key.Secret.Reveal(), play.KeyTyped{})
	s.control("key-keep", string(key.Keep), play.KeyKept{})
	s.button("key-forget", key.Secret != "" || key.Keep != play.InMemory, play.KeyForgotten{})
	if o := m.KeyOffer(); o != (play.KeyOffer{}) {
		s.inside(field("key-offer", map[string]string{"from": o.From, "to": o.To}), func() {
			s.button("key-offer-accept", true, play.KeyCarried{Offer: o})
			s.button("key-offer-decline", true, play.KeyLeft{})
		})
	}
	s.box("stream", m.Options.Stream == "true", play.StreamSwitched{On: true}, play.StreamSwitched{})
	var fault *provider.FieldError
	if _, err := play.Request(m.Next()); errors.As(err, &fault) {
		s.add(field("problem", map[string]string{"rule": fault.Rule, "severity": "error"}))
	}
	s.button("setup-done", true, play.DialogClosed{})
}

func (s *sketch) box(id string, checked bool, on, off play.Msg) {
	state := "off"
	if checked {
		state = "on"
	}
	s.add(widget{Element: Element{ID: id, Text: state}, on: on, off: off})
}

// wire is the request, the answer and the events of a completion.
func (s *sketch) wire() {
	m := s.m
	for _, tab := range []string{"request", "response", "tool-calls", "events"} {
		s.add(widget{Element: Element{ID: "wire-tab", State: map[string]string{"tab": tab}}, press: play.WireTabChosen{Tab: tab}})
	}
	shown, sent := m.Completion(m.View.WireOf)
	s.button("wire-copy", true, play.CopyPressed{What: m.View.WireTab})
	s.control("wire-completion", strconv.Itoa(m.View.WireOf), play.WireCompletionChosen{})
	if sent && shown.Status != 0 {
		s.text("response-status", strconv.Itoa(shown.Status))
	}
	switch {
	case m.View.WireTab == "request" && sent:
		s.echoed(m.EchoedBy(shown))
		s.text("request-raw", shown.Request().HTTP())
	case m.View.WireTab == "request":
		s.echoed(m.Next().Echoed())
		s.nextRequest(play.Request(m.Next()))
	case m.View.WireTab == "response" && shown.Body.Len() > 0:
		s.text("response-raw", shown.Body.String())
	case m.View.WireTab == "tool-calls" && shown.ToolCalls() != "":
		s.text("tool-calls-raw", shown.ToolCalls())
	case m.View.WireTab == "events":
		for _, e := range shown.Events() {
			s.add(widget{Element: Element{ID: "event", Text: e.Data, State: map[string]string{"index": strconv.Itoa(e.Index)}}})
		}
	}
}

func (s *sketch) nextRequest(r provider.Request, err error) {
	if err != nil {
		s.text("request-unsendable", err.Error())
		return
	}
	s.text("request-raw", r.HTTP())
}
