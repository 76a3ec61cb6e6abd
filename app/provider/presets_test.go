package provider

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestPresets(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range Presets {
		t.Run(p.ID, func(t *testing.T) {
			if seen[p.ID] || strings.Trim(p.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || p.Name == "" {
				t.Errorf("id %q, name %q", p.ID, p.Name)
			}
			seen[p.ID] = true
			if _, ok := ByName(p.Dialect); !ok || !slices.Contains(AuthStyles, p.Auth) || !slices.Contains(Echoes, p.Echo) {
				t.Errorf("dialect %q, auth style %q, echo %q", p.Dialect, p.Auth, p.Echo)
			}
			checkBrowser(t, p)
			checkQuirks(t, p)
			for _, m := range p.Models {
				if m == "" || strings.TrimSpace(m) != m {
					t.Errorf("model %q", m)
				}
			}
			if p.ID == Custom {
				return
			}
			address, err := p.Endpoint().URL()
			if own := p.BaseURL == "" || strings.Contains(p.BaseURL, "{"); own {
				if err == nil {
					t.Errorf("a part of the address is the person's own, but it posts to %q", address)
				}
			} else if err != nil || address != p.BaseURL+completions {
				t.Errorf("posts to %q, %v", address, err)
			}
			if docs, err := url.Parse(p.Docs); p.ID != Simulator && (err != nil || docs.Scheme != "https") {
				t.Errorf("documents at %q", p.Docs)
			}
		})
	}
	if _, ok := PresetByID("nobody"); ok {
		t.Error("a preset of nobody")
	}
	if last := Presets[len(Presets)-1].ID; last != Custom {
		t.Errorf("the last preset is %s", last)
	}
}

func checkBrowser(t *testing.T, p Preset) {
	t.Helper()
	b := p.Browser
	if !slices.Contains([]Reach{ReachYes, ReachNo, ReachConditional, ReachUnknown}, b.Reach) || b.Evidence == "" {
		t.Errorf("whether a browser reaches it: %+v", b)
	}
	if _, err := time.Parse("2006-01", b.Date); err != nil && (b.Date != "" || b.Reach != ReachUnknown && p.ID != Simulator) {
		t.Errorf("the evidence is of %q", b.Date)
	}
}

func checkQuirks(t *testing.T, p Preset) {
	t.Helper()
	for i, q := range p.Quirks {
		if !slices.Contains(Quirks, q) || slices.Contains(p.Quirks[:i], q) {
			t.Errorf("quirk %q", q)
		}
	}
	twin, ok := PresetByID(p.Twin)
	if p.Twin != "" && (!ok || twin.Twin != p.ID || twin.BaseURL == p.BaseURL) {
		t.Errorf("its twin is %q, whose is %q", p.Twin, twin.Twin)
	}
	if p.Has(QuirkKeysPerSite) && p.Twin == "" {
		t.Error("keys are good on one site, but it has no other")
	}
}

// TestPresetsStandInGroups: the founding vendors first, groups in one piece.
func TestPresetsStandInGroups(t *testing.T) {
	first := []string{Simulator, "dmxapi", "bingcheng", "crazyrouter", "winfull"}
	for i, id := range first {
		if Presets[i].ID != id {
			t.Errorf("preset %d is %s, want %s", i, Presets[i].ID, id)
		}
	}
	at := 0
	for _, p := range Presets[:len(Presets)-1] {
		i := slices.Index(Groups, p.Group)
		if i < at {
			t.Errorf("%s is of group %q, after those of %q", p.ID, p.Group, Groups[at])
		}
		at = i
	}
	// Ids that links and keys know since the first release.
	for _, id := range []string{"openai", "deepseek", "openrouter", "ollama", "custom"} {
		if _, ok := PresetByID(id); !ok {
			t.Errorf("preset %s is gone", id)
		}
	}
}

func TestQuirksAreUsed(t *testing.T) {
	for _, q := range Quirks {
		if !slices.ContainsFunc(Presets, func(p Preset) bool { return p.Has(q) }) {
			t.Errorf("no preset has the quirk %s", q)
		}
	}
}

func TestPresetCovers(t *testing.T) {
	for _, test := range []struct {
		id, base string
		want     bool
	}{
		{"openai", "api.openai.com/v1/chat/completions", true},
		{"openai", "https://openai.example/v1", false},
		{"ollama", "http://192.168.1.7:11434/v1", true},
		{"one-api", "https://relay.example/v1", true},
		{"azure", "https://mine.openai.azure.com/openai/v1", true},
		{Custom, "https://any.example", true},
	} {
		p, _ := PresetByID(test.id)
		check(t, test.id+" covers "+test.base, p.Covers(Endpoint{BaseURL: test.base}), test.want)
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
