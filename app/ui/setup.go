package ui

import (
	"errors"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
	"toolyard/app/provider"
)

// setupDialog holds the endpoint's settings. Everything takes effect as it is
// typed; nothing is sent.
func (p *Program) setupDialog() []app.UI {
	t := p.text().Setup
	fault := p.settingFault()
	form := of("div", "form").Body(slices.Concat(
		p.providerLine(), p.addressLine(fault), p.authLine(), p.keyLine(), p.modelLine(fault),
		p.dialectLine(), p.echoLine(), p.advancedLines(fault), p.relayLine(),
	)...)
	done := p.button("setup-done", "primary", t.Done, play.DialogClosed{})
	return p.modal("setup", t.Title, []app.UI{form}, []app.UI{of("span", "end"), done})
}

// settingFault is the setting that keeps a request from being sent, if one does.
func (p *Program) settingFault() *provider.FieldError {
	var fault *provider.FieldError
	if _, err := play.Request(p.model.Next()); errors.As(err, &fault) {
		return fault
	}
	return nil
}

// faultBelow is the sentence under a control that can't be sent as it stands.
func (p *Program) faultBelow(field string, fault *provider.FieldError) app.UI {
	below := of("div", "below")
	if fault == nil || fault.Field != field {
		return below
	}
	return below.Body(of("div", "problem").DataSet("testid", "problem").DataSet("rule", fault.Rule).
		DataSet("severity", "error").ID("%s-problem", field).
		Body(icon("warn"), el("span").Text(unsendable(p.text(), fault))))
}

func (p *Program) addressLine(fault *provider.FieldError) []app.UI {
	m, t := p.model, p.text().Setup
	var sends []app.UI
	if url, err := m.Endpoint.URL(); err == nil {
		sends = []app.UI{of("p", "hint").Body(app.Text(t.SendsTo+" "),
			el("code").Attr("translate", "no").DataSet("testid", "sends-to").Text("POST "+url))}
	}
	return labelled("base-url", t.BaseURL,
		p.settingField(play.BaseURL, "https://…/v1", fault),
		of("div", "about").Body(sends...), p.faultBelow("base-url", fault))
}

// settingField is the line of text of one setting. Its id is its test id.
func (p *Program) settingField(s play.Setting, placeholder string, fault *provider.FieldError) *Field {
	id := string(s)
	look := Look{ID: id, TestID: id, Class: "in mono", Placeholder: placeholder}
	if fault != nil && fault.Field == id {
		look.Invalid, look.Describes = true, id+"-problem"
	}
	return &Field{P: p, Look: look, Value: p.model.Text(s), Edit: play.SettingTyped{Setting: s}}
}

// settingSelect is the choice of one setting. Its id is its test id.
func (p *Program) settingSelect(s play.Setting, choices []Choice) *Select {
	id, value := string(s), p.model.Text(s)
	if value == "" {
		value = choices[0].Value
	}
	return &Select{P: p, Look: Look{ID: id, TestID: id, Class: "in mono"}, Choices: choices,
		Value: value, Edit: play.SettingTyped{Setting: s}}
}

func (p *Program) authLine() []app.UI {
	t := p.text().Setup
	var choices []Choice
	for _, style := range provider.AuthStyles {
		choices = append(choices, Choice{string(style), t.AuthStyles[string(style)]})
	}
	return labelled("auth-style", t.Auth, p.settingSelect(play.Auth, choices))
}

func (p *Program) keyLine() []app.UI {
	m, t := p.model, p.text().Setup
	key := m.Keys.For(m.Endpoint)
	var keeps []Choice
	for _, keep := range play.Keeps {
		keeps = append(keeps, Choice{string(keep), t.Keep[string(keep)]})
	}
	forget := p.button("key-forget", "quiet", t.Forget, play.KeyForgotten{})
	if key.Secret == "" && key.Keep == play.InMemory {
		forget = forget.Attr("disabled", true)
	}
	return labelled("api-key", t.Key,
		of("div", "row").Body(
			&Field{P: p, Look: Look{ID: "api-key", TestID: "api-key", Class: "in mono", Describes: "key-hint"},
				Kind: "password", Value: key.Secret.Reveal(), Edit: play.KeyTyped{}},
			&Select{P: p, Look: Look{TestID: "key-keep", Class: "in keep", Label: t.KeepLabel}, Choices: keeps,
				Value: string(key.Keep), Edit: play.KeyKept{}},
			forget,
		),
		of("p", "hint").ID("key-hint").Text(t.KeyFor(m.Endpoint.Origin())+" "+t.KeyKept[string(key.Keep)]))
}

func (p *Program) dialectLine() []app.UI {
	t := p.text().Setup
	var choices []Choice
	for _, d := range provider.Dialects {
		choices = append(choices, Choice{d.Name(), t.Dialects[d.Name()]})
	}
	return labelled("dialect", t.Dialect, of("div", "row").Body(
		p.settingSelect(play.Dialect, choices),
		of("label", "row tick").Body(
			&Toggle{P: p, Look: Look{ID: "stream", TestID: "stream"}, Checked: p.model.Options.Stream == "true",
				On: play.StreamSwitched{On: true}, Off: play.StreamSwitched{}},
			el("span").Text(t.Stream)),
	))
}
