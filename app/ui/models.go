package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/provider"
)

// How many models are drawn: in the list that is searched, and in the browser's
// own list under the field.
const (
	modelsShown  = 40
	modelsListed = 400
)

// modelLine is the field of the model, with the list of the endpoint's models
// once the person asked for it.
func (p *Program) modelLine(fault *provider.FieldError) []app.UI {
	t := p.text()
	preset, _ := provider.PresetByID(p.model.Endpoint.Provider)
	names := preset.Models
	list := p.model.Models()
	if list.Here && len(list.List) > 0 {
		names = nil
		for _, info := range list.List[:min(len(list.List), modelsListed)] {
			names = append(names, info.ID)
		}
	}
	options := make([]app.UI, len(names))
	for i, name := range names {
		options[i] = el("option").Attr("value", name)
	}
	field := p.settingField(play.ModelName, "", fault)
	field.List = "models"
	return labelled("model", t.Setup.Model, of("div", "row").Body(field, of("div", "slot").Body(p.modelsLoad(list)...)),
		el("datalist").ID("models").Body(options...), p.faultBelow("model", fault),
		of("div", "slot").Body(p.modelsCame(list)...))
}

// modelsLoad is the button that asks for the list, or gives up asking.
func (p *Program) modelsLoad(list play.Models) []app.UI {
	t := p.text().Endpoints
	switch {
	case p.model.Endpoint.Simulated():
		return nil
	case list.Loading:
		return []app.UI{p.button("models-load", "", t.Stop, play.ModelsStopped{}).ID("models-load").Aria("busy", "true")}
	}
	return []app.UI{p.button("models-load", "", t.Load, play.ModelsAsked{}).ID("models-load").Aria("describedby", "models-lead")}
}

// modelsCame says what asking does, or what came of it.
func (p *Program) modelsCame(list play.Models) []app.UI {
	m, t := p.model, p.text()
	if m.Endpoint.Simulated() {
		return nil
	}
	said := t.Endpoints.LoadLead
	switch {
	case list.Loading:
		said = t.Endpoints.Loading
	case list.Here && len(list.List) == 0:
		said = t.Endpoints.NoModels
	case list.Here:
		said = t.Endpoints.Loaded(len(list.List))
		if list.More {
			said += " " + t.Endpoints.MoreThere
		}
	}
	status := of("p", "hint").ID("models-lead").Role("status").DataSet("testid", "models-status").Text(said)
	if list.Here {
		status = status.DataSet("count", strconv.Itoa(len(list.List)))
	}
	return []app.UI{status, of("div", "slot").Body(p.modelsFailed(list)...), of("div", "slot").Body(p.modelsSearch(list)...)}
}

// modelsFailed is the error that came in the list's place, with what to do.
func (p *Program) modelsFailed(list play.Models) []app.UI {
	if list.Error == nil {
		return nil
	}
	t := p.text()
	f := failed{Error: list.Error, Endpoint: p.model.Endpoint, Advice: p.model.ModelsAdvice()}
	words := f.words(t)
	body := []app.UI{el("b").Text(words.What)}
	for _, said := range f.said(t.Errors) {
		body = append(body, of("p", "quoted").Text(said.label+": "+said.text))
	}
	return []app.UI{of("div", "fault").Role("alert").DataSet("testid", "models-error").DataSet("kind", string(list.Error.Kind)).
		DataSet("status", strconv.Itoa(list.Error.Status)).Body(
		of("div", "slot").Body(body...), el("p").Text(words.Do), of("div", "slot").Body(f.actions(p, t)...))}
}

// modelsSearch is the list and its search.
func (p *Program) modelsSearch(list play.Models) []app.UI {
	t := p.text().Endpoints
	if len(list.List) == 0 {
		return nil
	}
	found := list.Found()
	rows := make([]app.UI, min(len(found), modelsShown))
	for i := range rows {
		rows[i] = &modelRow{P: p, T: p.text(), Info: found[i], Chosen: found[i].ID == p.model.Endpoint.Model}
	}
	rest := ""
	switch {
	case len(found) == 0:
		rest = t.NoneFound
	case len(found) > modelsShown:
		rest = t.Further(len(found) - modelsShown)
	}
	return []app.UI{
		&Field{P: p, Look: Look{TestID: "models-find", Class: "in", Label: t.Find, Placeholder: t.Find}, Kind: "search",
			Value: list.Find, Edit: play.ModelsSearched{}},
		of("ul", "models").Aria("label", p.text().Setup.Model).Body(rows...),
		of("p", "hint").Role("status").Text(rest),
	}
}

// modelRow is one model of the list. A press takes it; the field keeps any name.
type modelRow struct {
	app.Compo
	P      *Program
	T      *locale.Text
	Info   provider.ModelInfo
	Chosen bool
}

// Render draws what the list says of the model: what it does not say is unknown.
func (r *modelRow) Render() app.UI {
	t, info := r.T.Endpoints, r.Info
	facts := ""
	if info.Context > 0 {
		facts = t.Fits(info.Context) + " · "
	}
	if info.Chat == provider.AbilityNo {
		facts += t.NotChat
	} else {
		facts += t.Tools[string(info.Tools)]
	}
	name := info.Name
	if name == info.ID {
		name = ""
	}
	tools := string(info.Tools)
	if tools == "" {
		tools = "unknown"
	}
	return el("li").Body(button().Class("model").DataSet("testid", "model-option").DataSet("model", info.ID).DataSet("tools", tools).
		Aria("pressed", strconv.FormatBool(r.Chosen)).OnClick(r.P.on(play.SettingTyped{Setting: play.ModelName, Text: info.ID})).Body(
		el("code").Attr("translate", "no").Text(info.ID), of("span", "soft cut").Attr("translate", "no").Text(name),
		of("span", "soft num").Text(facts)))
}
