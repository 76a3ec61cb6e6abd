package play

import (
	"slices"
	"testing"

	"toolyard/app/doctor"
)

// refused is a page whose message an endpoint that refuses pages did not answer.
func refused(t *testing.T) *stage {
	t.Helper()
	s := newStage(newHost())
	s.host.brings = map[string]doctor.Result{doctor.Models: {Outcome: doctor.Nothing}, doctor.Reach: {Outcome: doctor.Opaque}, doctor.Options: {Outcome: doctor.Nothing}}
	s.do(PresetChosen{ID: "custom"}, SettingTyped{Setting: BaseURL, Text: "https://api.llm.com/v1?key=secret"},
		SettingTyped{Setting: ModelName, Text: "m"}, KeyTyped{Text: "sk-1"}, PromptTyped{Text: "Hello"}, Sent{})
	return s
}

// TestExamination goes from the press to the diagnosis; before the press nothing
// is sent, and no probe has a place for the key.
func TestExamination(t *testing.T) {
	s := refused(t)
	c := s.model.Completions[0]
	if !c.Examinable() || c.Examination != nil || len(s.host.probes) != 0 {
		t.Fatalf("before the press: %v, %d probes", c.Examination, len(s.host.probes))
	}
	s.do(ExaminationBegan{Completion: c.ID})
	c = s.model.Completions[0]
	if !c.Examination.Over || c.Examination.Diagnosis.ID != doctor.CORSNone {
		t.Errorf("the diagnosis is %v", c.Examination.Diagnosis)
	}
	var kinds []string
	for _, p := range s.host.probes {
		kinds = append(kinds, p.Kind)
	}
	if want := []string{doctor.Page, doctor.Models, doctor.Reach, doctor.Options}; !slices.Equal(kinds, want) {
		t.Errorf("probes %v, want %v", kinds, want)
	}
	if names := c.Examination.Facts.Headers; !slices.Contains(names, "Authorization") || c.Examination.Facts.Origin() != "https://toolyard.example" {
		t.Errorf("the facts are %v", c.Examination.Facts)
	}
	s.do(RemedyChosen{c.ID, doctor.Nginx}, LinesCopied{"lines"})
	if s.model.Completions[0].Examination.Remedy != doctor.Nginx || s.host.copied != "lines" {
		t.Error("a remedy can't be chosen or copied")
	}
	s.do(ExaminationBegan{Completion: c.ID})
	if n := len(s.host.probes); n != 8 {
		t.Errorf("looking again: %d probes, want 8 in all", n)
	}
}

// TestExaminationOnlyOfWhatItCanTell leaves alone what tells its cause itself.
func TestExaminationOnlyOfWhatItCanTell(t *testing.T) {
	s := newStage(newHost(`{"error":{"message":"no","code":"invalid_api_key"}}`))
	s.do(ExaminationBegan{Completion: 7}, Probed{Completion: 7}, RemedyChosen{Completion: 7})
	s.do(PresetChosen{ID: "custom"}, SettingTyped{Setting: BaseURL, Text: "https://api.llm.com/v1"}, SettingTyped{Setting: ModelName, Text: "m"},
		PromptTyped{Text: "Hello"}, Sent{})
	c := s.model.Completions[0]
	s.do(ExaminationBegan{Completion: c.ID})
	if c.Examinable() || len(s.host.probes) != 0 {
		t.Error("an error that says what it is about was examined")
	}
}
