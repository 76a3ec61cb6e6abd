package sample

import (
	"strings"
	"testing"

	"toolyard/app/jsondoc"
	"toolyard/app/share"
	"toolyard/app/validate"
	"toolyard/app/validate/checker"
)

var languages = []string{"en", "zh"}

func TestEverySampleIsWhole(t *testing.T) {
	for _, language := range languages {
		for _, s := range All(language) {
			t.Run(language+"/"+s.ID, func(t *testing.T) { whole(t, s) })
		}
	}
}

func whole(t *testing.T, s Sample) {
	if s.Title == "" || s.Snapshot.Title != s.Title || s.Snapshot.Prompt == "" {
		t.Error("title or prompt is missing")
	}
	if s.Group != Starter && s.Group != Vendor {
		t.Errorf("group %q", s.Group)
	}
	if len(s.Prompts) != 3 {
		t.Errorf("%d further prompts, want 3", len(s.Prompts))
	}
	for _, p := range s.Prompts {
		if strings.TrimSpace(p) == "" || p == s.Snapshot.Prompt {
			t.Errorf("prompt %q", p)
		}
	}
	e := s.Snapshot.Endpoint
	if simulated := e.Provider == "simulator"; simulated != (s.Group == Starter) {
		t.Errorf("group %s on %s", s.Group, e.Provider)
	}
	if e.BaseURL == "" || e.Model == "" || e.Dialect == "" {
		t.Errorf("endpoint %+v", e)
	}
	for _, tool := range s.Snapshot.Tools {
		r := checker.Check(tool.Parameters.Doc.Text, "{}")
		if tool.Name == "" || tool.Description == "" || r.State == validate.Unchecked {
			t.Errorf("tool %q: %+v", tool.Name, r)
		}
	}
}

func TestLanguagesHaveTheSameSamples(t *testing.T) {
	en, zh := All("en"), All("zh")
	if len(en) != len(zh) {
		t.Fatalf("%d samples in English, %d in Chinese", len(en), len(zh))
	}
	seen := map[string]bool{}
	for i := range en {
		if en[i].ID != zh[i].ID || en[i].Group != zh[i].Group || seen[en[i].ID] {
			t.Errorf("place %d: %s and %s", i, en[i].ID, zh[i].ID)
		}
		seen[en[i].ID] = true
		for j, tool := range en[i].Snapshot.Tools {
			if other := zh[i].Snapshot.Tools[j]; other.Name != tool.Name {
				t.Errorf("%s: tools %s and %s", en[i].ID, tool.Name, other.Name)
			}
		}
	}
}

func TestFirst(t *testing.T) {
	for language, title := range map[string]string{"en": "Weather", "en-GB": "Weather", "zh": "天气", "zh-Hans-CN": "天气", "fr": "Weather", "": "Weather"} {
		if s := First(language); s.Title != title || s.ID != "weather" {
			t.Errorf("First(%q) is %s, %s", language, s.ID, s.Title)
		}
	}
}

// TestFiles: the title stands first, and the file is laid out as this program does.
func TestFiles(t *testing.T) {
	entries, err := files.ReadDir("samples")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		text, err := files.ReadFile("samples/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		d := jsondoc.Parse(string(text))
		if !d.OK() || d.Root.Members[0].Name != "title" {
			t.Errorf("%s: the title is not first", e.Name())
			continue
		}
		if jsondoc.Indent(d, d.Root, "", "  ")+"\n" != string(text) {
			t.Errorf("%s: not indented by two spaces", e.Name())
		}
	}
}

func TestSamplesFitALink(t *testing.T) {
	for _, language := range languages {
		for _, s := range All(language) {
			link, err := share.Encode(s.Snapshot)
			if err != nil || len(link) > 2000 {
				t.Errorf("%s: %d characters, %v", s.ID, len(link), err)
			}
			t.Logf("%s %s: %d characters", language, s.ID, len(link))
		}
	}
}
