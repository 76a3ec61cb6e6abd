package provider

import (
	"net/url"
	"slices"
	"strings"
	"testing"
)

func TestPresets(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range Presets {
		t.Run(p.ID, func(t *testing.T) {
			if seen[p.ID] || strings.Trim(p.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || p.Name == "" {
				t.Errorf("id %q, name %q", p.ID, p.Name)
			}
			seen[p.ID] = true
			if _, ok := ByName(p.Dialect); !ok || !slices.Contains(AuthStyles, p.Auth) {
				t.Errorf("dialect %q, auth style %q", p.Dialect, p.Auth)
			}
			reach := []Reach{ReachYes, ReachNo, ReachConditional, ReachUnknown}
			if !slices.Contains(reach, p.Browser.Reach) || p.Browser.Evidence == "" {
				t.Errorf("whether a browser reaches it: %+v", p.Browser)
			}
			if p.ID == Custom {
				return
			}
			address, err := p.Endpoint().URL()
			if err != nil || address != p.BaseURL+completions || len(p.Models) == 0 {
				t.Errorf("posts to %q, %v, models %v", address, err, p.Models)
			}
			if docs, err := url.Parse(p.Docs); p.ID != Simulator && (err != nil || docs.Scheme != "https") {
				t.Errorf("documents at %q", p.Docs)
			}
		})
	}
	if _, ok := PresetByID("nobody"); ok {
		t.Error("a preset of nobody")
	}
	first := []string{Simulator, "dmxapi", "bingcheng", "crazyrouter", "winfull"}
	for i, id := range first {
		if Presets[i].ID != id {
			t.Errorf("preset %d is %s, want %s", i, Presets[i].ID, id)
		}
	}
	if last := Presets[len(Presets)-1].ID; last != Custom {
		t.Errorf("the last preset is %s", last)
	}
}

func TestFieldRulesAreListedOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, rule := range FieldRules {
		if seen[rule] {
			t.Errorf("rule %q is listed twice", rule)
		}
		seen[rule] = true
	}
}
