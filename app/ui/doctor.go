package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/doctor"
	"toolyard/app/locale"
	"toolyard/app/play"
)

// doctorButton asks why a request failed. It stays where it is while the doctor
// works, and so does the focus on it.
func (f *failureEntry) doctorButton() app.UI {
	t, label := f.T.Doctor, f.T.Doctor.Ask
	if f.Examination != nil {
		label = t.Again
	}
	b := f.P.button("doctor", "", label, play.ExaminationBegan{Completion: f.Failed.Completion})
	if f.examining() {
		b = b.Aria("disabled", "true")
	}
	return b
}

func (f *failureEntry) examining() bool { return f.Examination != nil && !f.Examination.Over }

// examination is what the doctor found, or that it looks.
func (f *failureEntry) examination() []app.UI {
	e := f.Examination
	if e == nil {
		return nil
	}
	if !e.Over {
		return []app.UI{of("p", "soft").DataSet("testid", "doctor-busy").Body(phrase(f.T.Doctor.Busy, f.parts(), "")...)}
	}
	return []app.UI{
		of("p", "finding").DataSet("testid", "diagnosis").DataSet("diagnosis", e.Diagnosis.ID).Body(f.cause()...),
		of("div", "slot").Body(f.evidence()...),
		of("div", "slot").Body(f.remedies()...),
	}
}

// parts are what the sentences of an examination speak of.
func (f *failureEntry) parts() map[string][]string {
	facts, d := f.Examination.Facts, f.Examination.Diagnosis
	at := facts.Target()
	return map[string][]string{
		"host": {f.Failed.Endpoint.Host()}, "name": {at.Hostname()}, "port": {at.Port()}, "path": {at.EscapedPath()}, "origin": {facts.Origin()},
		"names": d.Names, "meant": {d.Meant}, "base": {d.Base}, "title": {clip(d.Title)},
		"acao": {"Access-Control-Allow-Origin"}, "acah": {"Access-Control-Allow-Headers"},
	}
}

func (f *failureEntry) cause() []app.UI {
	t, d := f.T.Doctor, f.Examination.Diagnosis
	detail := ""
	for _, known := range []struct{ name, text string }{{"meant", d.Meant}, {"base", d.Base}, {"title", d.Title}} {
		if known.text != "" {
			detail = known.name
		}
	}
	return phrase(t.Cause(d.ID, detail), f.parts(), ", ")
}

// evidence is what was tried and what came of it, folded.
func (f *failureEntry) evidence() []app.UI {
	t := f.T.Doctor
	what := "evidence-" + strconv.Itoa(f.Failed.Completion)
	var checks []app.UI
	add := func(good bool, words ...app.UI) {
		glyph, li := "check", el("li")
		if !good {
			glyph, li = "x", li.DataSet("bad", "true")
		}
		checks = append(checks, li.Body(icon(glyph), el("span").Body(words...)))
	}
	for _, tried := range f.Examination.Facts.Tried {
		if tried.Kind == doctor.Page {
			add(tried.Online, app.Text(map[bool]string{true: t.Online, false: t.Offline}[tried.Online]))
			continue
		}
		sentence := strings.NewReplacer("{ms}", locale.Duration(tried.Took.Milliseconds()), "{status}", strconv.Itoa(tried.Status),
			"{type}", tried.ContentType).Replace(t.Attempt(tried.Kind, string(tried.Outcome)))
		good := tried.Outcome == doctor.Answer && (tried.Kind != doctor.Path || tried.Found())
		add(good || tried.Outcome == doctor.Opaque,
			phrase(sentence, map[string][]string{"names": tried.Headers, "path": {tried.Path()}}, ", ")...)
	}
	if name, state := f.Examination.Facts.Permission(); state != "" {
		add(state == "granted", app.Text(t.Allowed(name, state)))
	}
	frame := el("div")
	if !f.Evidence {
		frame = frame.Hidden(true)
	}
	return []app.UI{f.P.fold(what, "evidence-more", app.Text(t.Evidence), f.Evidence),
		frame.Body(of("ul", "checks").DataSet("testid", "evidence").Body(checks...))}
}

// remedies are a row of ways to mend the cause, and the one that is open.
func (f *failureEntry) remedies() []app.UI {
	t, e := f.T.Doctor, f.Examination
	all := doctor.Remedies(e.Diagnosis, e.Facts)
	if len(all) == 0 {
		return nil
	}
	open := e.Remedy
	if open == "" {
		open = all[0].ID
	}
	var tabs, shown []app.UI
	last := ""
	for _, r := range all {
		if r.ID != last {
			tabs = append(tabs, button().DataSet("testid", "remedy-open").DataSet("remedy", r.ID).
				Aria("pressed", strconv.FormatBool(r.ID == open)).
				OnClick(f.P.on(play.RemedyChosen{Completion: f.Failed.Completion, ID: r.ID})).Text(t.Cures.Of(r.ID).Name))
			if r.ID == open {
				shown = append(shown, f.cure(r))
			}
		}
		if last = r.ID; r.ID == open && r.Text != "" {
			shown = append(shown, f.lines(r))
		}
	}
	return []app.UI{
		of("div", "ways").Role("group").Aria("label", t.Ways).Body(tabs...),
		of("div", "remedy").DataSet("testid", "remedy").DataSet("remedy", open).Body(shown...),
	}
}

// cure is what to do with a remedy's lines.
func (f *failureEntry) cure(r doctor.Remedy) app.UI {
	words := f.T.Doctor.Cures.Of(r.ID).Do
	if r.Guessed {
		words += " " + f.T.Doctor.Guessed
	}
	return el("p").Text(words)
}

// lines are what a remedy has to copy, to use or to open.
func (f *failureEntry) lines(r doctor.Remedy) app.UI {
	t := f.T.Doctor
	act := button().Class("btn").DataSet("size", "small").DataSet("testid", "remedy-copy").
		OnClick(f.P.on(play.LinesCopied{Text: r.Text})).Text(t.Copy)
	switch r.ID {
	case doctor.UseBase, doctor.UseHTTP, doctor.UseHTTPS, doctor.UseHost:
		act = button().Class("btn").DataSet("size", "small").DataSet("testid", "remedy-use").
			OnClick(f.P.on(play.SettingTyped{Setting: play.BaseURL, Text: r.Text})).Text(t.Use)
	case doctor.Look:
		act = of("a", "btn").DataSet("size", "small").DataSet("testid", "remedy-look").
			Attr("href", r.Text).Attr("target", "_blank").Attr("rel", "noreferrer noopener").Text(t.Open)
	}
	return of("div", "code").Body(
		of("span", "platform").Text(r.Platform),
		el("pre").DataSet("testid", "remedy-text").Attr("translate", "no").TabIndex(0).Text(r.Text),
		act,
	)
}
