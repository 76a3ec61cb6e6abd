package locale

import (
	"slices"
	"strings"
	"testing"

	"toolyard/app/importer"
	"toolyard/app/jsondoc"
)

// TestImportHasAllSentences asks package importer what it can find, and what it
// can say of it.
func TestImportHasAllSentences(t *testing.T) {
	for _, text := range []Text{English, Chinese} {
		for _, k := range importer.Kinds() {
			if text.Import.Kinds[string(k)] == "" {
				t.Errorf("no words for the kind %s", k)
			}
		}
		for _, s := range importer.Shapes() {
			if text.Import.Shapes[string(s)] == "" {
				t.Errorf("no words for the shape %s", s)
			}
		}
		for _, p := range importer.PartNames() {
			if text.Import.Parts[p] == "" {
				t.Errorf("no words for the part %s", p)
			}
		}
		reasons := []string{"link-foreign", "link-newer", "link-cut", "link-damaged", "link-too-large", "link-corrupt"}
		for _, rule := range slices.Concat(importer.Rules(), jsondoc.Rules(), reasons) {
			for _, detail := range []string{"", "get_weather"} {
				if said := text.Imported(rule, detail); said == "" || said == rule || strings.Contains(said, "%s") {
					t.Errorf("%s of %q says %q", rule, detail, said)
				}
			}
		}
		if len(text.Import.Rules) != len(importer.Rules())+len(reasons) {
			t.Error("there are sentences for rules that nobody knows")
		}
	}
}

// TestImportNamesTheSameDetails: what one language quotes of the text, the other
// quotes too.
func TestImportNamesTheSameDetails(t *testing.T) {
	for rule := range importEN.Rules {
		en, zh := importEN.Rules[rule]("get_weather zzz"), importZH.Rules[rule]("get_weather zzz")
		for _, word := range []string{"get_weather", "zzz"} {
			if strings.Contains(en, word) != strings.Contains(zh, word) {
				t.Errorf("%s: %q and %q", rule, en, zh)
			}
		}
	}
}

func TestImported(t *testing.T) {
	for _, c := range []struct{ rule, detail, want string }{
		{"setting-renamed", "max_output_tokens max_tokens", "max_output_tokens is called max_tokens here."},
		{"format-guessed", "/properties/first mail email", "All values of /properties/first mail looked alike. Their format is taken to be email."},
		{"form-unsupported", "openapi", "This is an OpenAPI file, which is not read yet."},
		{"fence-left-out", "", "A code fence holds no JSON and was left out."},
		{"comma-missing", "", "A comma is missing here."},
		{"call-id-missing", "", English.Repairs.Sentences["call-id-missing"]},
	} {
		if got := English.Imported(c.rule, c.detail); got != c.want {
			t.Errorf("%s says %q, want %q", c.rule, got, c.want)
		}
	}
}
