package play

import (
	"strconv"

	"toolyard/app/provider"
)

// PresetChosen: the endpoint is filled in from a preset.
type PresetChosen struct{ ID string }

// With is the message with the preset that was chosen.
func (p PresetChosen) With(text string) Msg { p.ID = text; return p }

func (p PresetChosen) apply(m Model) (Model, []Effect) {
	preset, ok := provider.PresetByID(p.ID)
	if !ok {
		return m, nil
	}
	m = m.step("preset")
	if preset.ID == provider.Custom && !m.Endpoint.Simulated() {
		m.Endpoint.Provider = preset.ID // what another preset filled in is there to be changed
		return m, nil
	}
	m.Endpoint = preset.Endpoint()
	return m, nil
}

// TwinChosen: the endpoint is that of the same provider's other site, with the
// model as it is.
type TwinChosen struct{}

func (TwinChosen) apply(m Model) (Model, []Effect) {
	preset, _ := provider.PresetByID(m.Endpoint.Provider)
	twin, ok := provider.PresetByID(preset.Twin)
	if !ok {
		return m, nil
	}
	m = m.step("preset")
	m.Endpoint.Provider, m.Endpoint.BaseURL = twin.ID, twin.BaseURL
	return m, nil
}

// Setting names a control of the endpoint that holds text.
type Setting string

const (
	BaseURL           Setting = "base-url"
	ModelName         Setting = "model"
	Auth              Setting = "auth-style"
	Dialect           Setting = "dialect"
	Temperature       Setting = "temperature"
	MaxTokens         Setting = "max-tokens"
	ToolChoice        Setting = "tool-choice"
	ParallelToolCalls Setting = "parallel-tool-calls"
	ExtraBody         Setting = "extra-body"
	Echo              Setting = "echo"
)

// SettingTyped: a setting of the endpoint was typed or chosen.
type SettingTyped struct {
	Setting Setting
	Text    string
}

// With is the message with the text that was typed.
func (s SettingTyped) With(text string) Msg { s.Text = text; return s }

func (s SettingTyped) apply(m Model) (Model, []Effect) {
	m = m.step("setting " + string(s.Setting))
	if at := m.Build.setting(s.Setting); at != nil {
		*at = s.Text // of the copy that this transition holds
	}
	switch s.Setting {
	case Auth:
		m.Endpoint.Auth = provider.AuthStyle(s.Text)
	case Echo:
		m.Endpoint.Echo = provider.Echo(s.Text)
		if s.Text == "default" {
			m.Endpoint.Echo = provider.EchoDefault
		}
	case ToolChoice, ParallelToolCalls:
		if s.Text == "default" {
			*m.Build.setting(s.Setting) = ""
		}
	case BaseURL:
		m.Endpoint.Provider = presetOf(m.Endpoint)
	}
	return m, nil
}

// setting is where a setting's text stands in a Build.
func (b *Build) setting(s Setting) *string {
	return map[Setting]*string{
		BaseURL: &b.Endpoint.BaseURL, ModelName: &b.Endpoint.Model, Dialect: &b.Endpoint.Dialect,
		Temperature: &b.Options.Temperature, MaxTokens: &b.Options.MaxTokens,
		ToolChoice: &b.Options.ToolChoice, ParallelToolCalls: &b.Options.ParallelToolCalls,
		ExtraBody: &b.Options.Extra,
	}[s]
}

// Text is what a setting holds.
func (b Build) Text(s Setting) string {
	if at := b.setting(s); at != nil {
		return *at
	}
	if s == Echo {
		return string(b.Endpoint.Echo)
	}
	return string(b.Endpoint.Auth)
}

// presetOf keeps the name of a provider only as long as its origin is called.
func presetOf(e provider.Endpoint) string {
	preset, ok := provider.PresetByID(e.Provider)
	if ok && preset.Covers(e) {
		return e.Provider
	}
	return provider.Custom
}

// StreamSwitched: answers are to be streamed, or not.
type StreamSwitched struct{ On bool }

func (s StreamSwitched) apply(m Model) (Model, []Effect) {
	m = m.step("setting stream")
	m.Options.Stream = strconv.FormatBool(s.On)
	return m, nil
}
