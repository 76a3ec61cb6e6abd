package locale

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestThePastIsToldInBothLanguages(t *testing.T) {
	compare(t, "Past", reflect.ValueOf(pastEN), reflect.ValueOf(pastZH))
	compare(t, "Notices", reflect.ValueOf(noticesEN.Kinds), reflect.ValueOf(noticesZH.Kinds))
}

func TestChangeCounts(t *testing.T) {
	for want, got := range map[string]string{
		"2 messages added":     pastEN.Change("messages-added", "", 2),
		"1 message added":      pastEN.Change("messages-added", "", 1),
		"Tool {name} added":    pastEN.Change("tool-added", "x", 0),
		"Endpoint changed":     pastEN.Change("endpoint", "", 0),
		"Next message changed": pastEN.Change("prompt", "", 0),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestWorkAtRiskIsToldWhole: what happened, what still holds, what to do.
func TestWorkAtRiskIsToldWhole(t *testing.T) {
	for kind, text := range noticesEN.Kinds {
		if slices.Contains([]string{"store", "history", "kept", "file"}, strings.Split(kind, "-")[0]) && strings.Count(text, ".") < 2 {
			t.Errorf("%s: %q", kind, text)
		}
	}
	for n, want := range map[int]string{0: "0 B", 999: "999 B", 1500: "2 KB", 2_340_000: "2.3 MB"} {
		if got := Bytes(n); got != want {
			t.Errorf("%d is %s", n, got)
		}
	}
}
