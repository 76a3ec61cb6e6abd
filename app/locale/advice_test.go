package locale

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"toolyard/app/provider"
)

// same holds the keys of a catalogue against the ids that the program has.
func same[K, V, I ~string](t *testing.T, what string, words map[K]V, ids []I) {
	t.Helper()
	got, want := []string{}, []string{}
	for key := range words {
		got = append(got, string(key))
	}
	for _, id := range ids {
		want = append(want, string(id))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s: words for %q, want %q", what, got, want)
	}
}

func TestEveryAdviceHasItsWords(t *testing.T) {
	var finer []string
	for _, id := range provider.AdviceIDs() {
		if !slices.Contains(provider.Kinds, provider.Kind(id)) {
			finer = append(finer, id)
		}
	}
	for _, text := range []Text{English, Chinese} {
		for id := range text.Errors.Finer {
			if !slices.Contains(finer, id) {
				t.Errorf("nothing is advised as %s", id)
			}
		}
		for _, id := range finer {
			f := Failure{Kind: "request", Advice: id, Host: "a.example", Model: "m-1", Status: 400}
			a := text.Errors.For(f)
			all := a.What + a.Holds + a.Do
			if text.Errors.Finer[id][0] == "" || strings.ContainsAny(all, "{}") || !strings.Contains(all, "400") ||
				!strings.Contains(a.What, "a.example") && !strings.Contains(a.What, "m-1") {
				t.Errorf("%s: %q", id, all)
			}
		}
		actions := maps.Clone(text.Errors.Actions)
		for _, id := range provider.ActionIDs {
			if actions[id] == "" {
				t.Errorf("no label for the action %s", id)
			}
		}
		same(t, "changes", text.Errors.Changes, provider.ChangeIDs)
		same(t, "quirks", text.Endpoints.Quirks, provider.Quirks)
		same(t, "echoes", text.Endpoints.Echoes, provider.Echoes)
		same(t, "groups", text.Endpoints.Groups, provider.Groups[1:])
		same(t, "abilities", text.Endpoints.Tools, []provider.Ability{"", "yes", "no"})
	}
}

func TestChangesNameWhatTheyChange(t *testing.T) {
	if got := errorsEN.Change("only-tool", "now"); got != "Offer only now, and let the model choose" {
		t.Error(got)
	}
	if got := errorsZH.Change("leave-out", "stream"); got != "不发送 stream" {
		t.Error(got)
	}
	if got := errorsEN.Waiting(12); got != "Sends again in 12 s" {
		t.Error(got)
	}
}
