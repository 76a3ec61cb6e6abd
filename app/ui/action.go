package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/provider"
)

// actions are the one button that does what is advised, with what it would
// change or copy above it, and the others behind it; then the other changes,
// each with what it would change.
// more are buttons that no advice speaks of.
func (f failed) actions(p *Program, t *locale.Text, more ...app.UI) []app.UI {
	list := f.Advice.Actions
	if len(list) == 0 {
		return []app.UI{of("div", "slot"), of("div", "row").Body(more...), of("div", "slot")}
	}
	first := f.button(p, t, list[0]).ID("error-action").DataSet("testid", "error-action")
	if f.Primary {
		first = first.DataSet("kind", "primary")
	}
	buttons := []app.UI{first}
	var changes []app.UI
	for _, a := range list[1:] {
		other := f.button(p, t, a).DataSet("testid", "error-other").DataSet("kind", "quiet")
		if a.ID == provider.ActionChange {
			changes = append(changes, of("div", "change").Body(f.change(t, a.Change), other))
			continue
		}
		buttons = append(buttons, other)
	}
	buttons = append(buttons, more...)
	return []app.UI{of("div", "slot").Body(f.preview(t, list[0])...), of("div", "row deeds").Body(buttons...), of("div", "slot").Body(changes...)}
}

// button takes an action; one that leads to another site is a link.
func (f failed) button(p *Program, t *locale.Text, a provider.Action) app.HTMLElem {
	label := t.Errors.Actions[a.ID]
	switch {
	case a.ID == provider.ActionChange:
		label = t.Errors.Change(a.Change.ID, f.named(t, a.Change))
	case a.Field == provider.FieldSchema || a.Field == provider.FieldToolName:
		label = t.Errors.Actions["open-tool"]
	}
	if a.ID == provider.ActionTopUp {
		return of("a", "btn").DataSet("action", a.ID).Attr("href", play.TopUp(f.Endpoint)).Attr("target", "_blank").
			Attr("rel", "noopener noreferrer").Text(label)
	}
	b := button().Class("btn").DataSet("action", a.ID).OnClick(p.on(play.Taking(f.Completion, a))).Body(app.Text(label))
	if a.Change.ID != "" {
		b = b.DataSet("change", a.Change.ID)
	}
	return b
}

// named is what a change names, as the settings write it.
func (f failed) named(t *locale.Text, ch provider.Change) string {
	if ch.ID == "auth-style" {
		return t.Setup.AuthStyles[ch.Name]
	}
	return ch.Name
}

// preview is what the one button would change or copy.
func (f failed) preview(t *locale.Text, a provider.Action) []app.UI {
	switch a.ID {
	case provider.ActionChange:
		return []app.UI{f.change(t, a.Change)}
	case provider.ActionCommand:
		return []app.UI{of("pre", "json").DataSet("testid", "error-command").Attr("translate", "no").Text(a.Text)}
	}
	return nil
}

// change is what a change of the request would write, setting by setting.
func (f failed) change(t *locale.Text, ch provider.Change) app.UI {
	var lines []app.UI
	line := func(name, from, to string) {
		lines = append(lines, el("li").Body(
			el("span").Text(name+" "), el("del").Text(from), app.Text(" → "), el("ins").Text(to)))
	}
	for _, s := range ch.Sets {
		line(settingName(t, s.Field), settingValue(t, s.Field, s.From), settingValue(t, s.Field, s.To))
	}
	if ch.Only != "" {
		line("tools", strings.Join(f.Tools, ", "), ch.Only)
	}
	if ch.Loose != "" {
		line("strict", "true", t.Setup.NotSent)
	}
	return of("ul", "becomes").Aria("label", t.Errors.Request).DataSet("testid", "error-change").DataSet("change", ch.ID).Body(lines...)
}

// settingName is the label of a setting's control.
func settingName(t *locale.Text, field string) string {
	switch field {
	case provider.FieldPreset:
		return t.Setup.Provider
	case provider.FieldBaseURL:
		return t.Setup.BaseURL
	case provider.FieldAuth:
		return t.Setup.Auth
	case provider.FieldDialect:
		return t.Setup.Dialect
	case provider.FieldEcho:
		return t.Endpoints.Echo
	case provider.FieldExtra:
		return t.Setup.Extra
	case provider.FieldMaxTokens:
		return "max_tokens"
	case provider.FieldToolChoice:
		return "tool_choice"
	case provider.FieldParallel:
		return "parallel_tool_calls"
	}
	return field // as it stands on the wire
}

// settingValue is a setting's text as the settings write it.
func settingValue(t *locale.Text, field, value string) string {
	switch field {
	case provider.FieldPreset:
		preset, _ := provider.PresetByID(value)
		return preset.Name
	case provider.FieldAuth:
		return t.Setup.AuthStyles[value]
	case provider.FieldDialect:
		return t.Setup.Dialects[value]
	case provider.FieldEcho:
		return t.Endpoints.Echoes[value]
	}
	if value == "" {
		return t.Setup.NotSent
	}
	return value
}
