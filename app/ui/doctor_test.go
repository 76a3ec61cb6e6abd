package ui

import (
	"strings"
	"testing"
	"time"

	"toolyard/app/doctor"
	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/provider"
)

// examined is a talk whose endpoint gave no answer, and whose doctor has come
// to a diagnosis.
func examined(language string, d doctor.Diagnosis) talk {
	t := asked(language)
	c, _ := t.model.Running()
	t.do(play.ResponseEnded{Completion: c.ID, Outcome: provider.Outcome{Error: &provider.Error{Kind: provider.KindNetwork, Message: "TypeError"}}, After: time.Second},
		play.ExaminationBegan{Completion: c.ID},
		play.Probed{Completion: c.ID, Probe: doctor.Probe{Kind: doctor.Page}, Result: doctor.Result{}}) // offline: it is over
	e := *t.model.Completions[0].Examination
	e.Diagnosis = d
	for _, kind := range []string{doctor.Models, doctor.Reach, doctor.Options, doctor.Headers, doctor.Header, doctor.Completions, doctor.Path} {
		e.Facts = e.Facts.With(doctor.Probe{Kind: kind, URL: "https://api.example.com/v1/models", Headers: []string{"Authorization"}},
			doctor.Result{Outcome: doctor.Answer, Status: 404, ContentType: "text/plain", Online: true})
	}
	t.model.Completions[0].Examination = &e
	return t
}

// TestEveryDiagnosisHasItsWords looks at each diagnosis and all its remedies, in
// both languages.
func TestEveryDiagnosisHasItsWords(t *testing.T) {
	for _, language := range []string{"en", "zh"} {
		for _, id := range doctor.IDs {
			for _, d := range []doctor.Diagnosis{{ID: id, Names: []string{"X-Api-Key"}}, {ID: id, Meant: "api.openai.com"}, {ID: id, Base: "https://api.example.com/api/v1"}, {ID: id, Title: "Sign in"}} {
				page := examined(language, d)
				all := elements(page.markup())
				if got := attributes(all, "diagnosis", "data-diagnosis"); len(got) != 1 || got[0] != id {
					t.Fatalf("%s: the page shows %v", id, got)
				}
				if text := page.markup(); strings.Contains(text, "{host}") || strings.Contains(text, "{names}") || strings.Contains(text, "{acao}") {
					t.Errorf("%s %s: something is not filled in", language, id)
				}
				for _, remedy := range attributes(all, "remedy-open", "data-remedy") {
					page.do(play.RemedyChosen{Completion: page.model.Completions[0].ID, ID: remedy})
					if got := attributes(elements(page.markup()), "remedy", "data-remedy"); len(got) != 1 || got[0] != remedy {
						t.Errorf("%s: %s does not open", id, remedy)
					}
				}
			}
		}
	}
}

// TestTheDoctorsWordsAreWhole holds the locale against what the doctor can say.
func TestTheDoctorsWordsAreWhole(t *testing.T) {
	for name, text := range map[string]*locale.Text{"en": &locale.English, "zh": &locale.Chinese} {
		for _, id := range doctor.IDs {
			if text.Doctor.Causes.Of(id) == "" {
				t.Errorf("%s has no sentence for %s", name, id)
			}
		}
		for _, id := range doctor.RemedyIDs {
			if c := text.Doctor.Cures.Of(id); c.Name == "" || c.Do == "" {
				t.Errorf("%s has no words for the remedy %s", name, id)
			}
		}
		for _, kind := range []string{doctor.Models, doctor.Reach, doctor.Options, doctor.Headers, doctor.Header, doctor.Completions, doctor.Path} {
			if text.Doctor.Tried.Of(kind) == "" {
				t.Errorf("%s does not say what %s is", name, kind)
			}
		}
		for _, outcome := range []doctor.Outcome{doctor.Nothing, doctor.Late, doctor.Opaque, doctor.Redirect, doctor.Answer} {
			if text.Doctor.Came.Of(string(outcome)) == "" {
				t.Errorf("%s does not say what %s is", name, outcome)
			}
		}
	}
}

// TestTheButtonStays: the focus on it would be lost otherwise.
func TestTheButtonStays(t *testing.T) {
	page := asked("en")
	c, _ := page.model.Running()
	if len(withID(elements(page.markup()), "doctor")) != 0 {
		t.Error("a request under way is offered to the doctor")
	}
	page.do(play.ResponseEnded{Completion: c.ID, Outcome: provider.Outcome{Error: &provider.Error{Kind: provider.KindNetwork}}})
	for _, step := range []struct {
		msg            play.Msg
		disabled, busy int
	}{{play.Folded{}, 0, 0}, {play.ExaminationBegan{Completion: c.ID}, 1, 1}, {play.Probed{Completion: c.ID, Probe: doctor.Probe{Kind: doctor.Page}}, 0, 0}} {
		page.do(step.msg)
		all := elements(page.markup())
		disabled := 0
		for _, value := range attributes(all, "doctor", "aria-disabled") {
			if value == "true" {
				disabled++
			}
		}
		if n := len(withID(all, "doctor")); n != 1 || disabled != step.disabled || len(withID(all, "doctor-busy")) != step.busy {
			t.Errorf("after %T: %d buttons, %d disabled", step.msg, n, disabled)
		}
	}
}
