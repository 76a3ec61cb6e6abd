package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
	"toolyard/app/provider"
)

// advancedLines are the settings that are sent only where something stands in
// them. Their labels are the words of the wire.
func (p *Program) advancedLines(fault *provider.FieldError) []app.UI {
	t := p.text().Setup
	return []app.UI{
		of("span", "lab").ID("advanced").Text(t.Advanced),
		of("div", "keywords").Role("group").Aria("labelledby", "advanced").DataSet("cols", "3").Body(
			p.setting(play.Temperature, "temperature", p.settingField(play.Temperature, t.NotSent, fault), fault),
			p.setting(play.MaxTokens, "max_tokens", p.settingField(play.MaxTokens, t.NotSent, fault), fault),
			p.setting(play.ToolChoice, "tool_choice", p.settingSelect(play.ToolChoice, p.toolChoices()), fault),
			p.setting(play.ParallelToolCalls, "parallel_tool_calls", p.settingSelect(play.ParallelToolCalls,
				[]Choice{{"default", t.ByProvider}, {"true", "true"}, {"false", "false"}}), fault),
			p.extraBody(fault),
		),
	}
}

// setting is one control with its name above it.
func (p *Program) setting(s play.Setting, label string, control app.UI, fault *provider.FieldError) app.UI {
	return of("div", "setting").Body(
		el("label").Attr("for", string(s)).Attr("translate", "no").Text(label), control, p.faultBelow(string(s), fault))
}

func (p *Program) extraBody(fault *provider.FieldError) app.UI {
	id := string(play.ExtraBody)
	look := Look{ID: id, TestID: id, Class: "in mono", Placeholder: `{"reasoning_effort": "low"}`}
	if fault != nil && fault.Field == id {
		look.Invalid, look.Describes = true, id+"-problem"
	}
	return of("div", "setting").DataSet("span", "2").Body(
		el("label").Attr("for", id).Text(p.text().Setup.Extra),
		&Area{P: p, Look: look, Rows: 1, Value: p.model.Text(play.ExtraBody), Edit: play.SettingTyped{Setting: play.ExtraBody}},
		p.faultBelow(id, fault))
}

// toolChoices are the four forms of tool_choice; the last one names a tool.
func (p *Program) toolChoices() []Choice {
	t := p.text().Setup
	choices := []Choice{{"default", t.ByProvider}, {"auto", "auto"}, {"none", "none"}, {"required", "required"}}
	chosen := p.model.Options.ToolChoice
	for _, tool := range p.model.Offered() {
		if tool.Name != "" {
			choices = append(choices, Choice{"tool:" + tool.Name, t.OnlyTool(tool.Name)})
		}
	}
	for _, c := range choices {
		if chosen == "" || c.Value == chosen {
			return choices
		}
	}
	return append(choices, Choice{chosen, chosen})
}
