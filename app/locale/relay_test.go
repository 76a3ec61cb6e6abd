package locale

import (
	"strings"
	"testing"
)

// TestEveryRefusalOfTheRelayHasItsWords: in both languages, and one that nobody
// wrote words for has those of a relay that is gone.
func TestEveryRefusalOfTheRelayHasItsWords(t *testing.T) {
	for rule, words := range relayEN {
		if words[0] == "" || words[1] == "" || relayZH[rule][0] == "" || relayZH[rule][1] == "" {
			t.Errorf("%s: words are missing", rule)
		}
	}
	if len(relayEN) != len(relayZH) {
		t.Errorf("%d rules in English, %d in Chinese", len(relayEN), len(relayZH))
	}
	for _, text := range []Text{English, Chinese} {
		a := text.Errors.For(Failure{Kind: "relay", Relay: "host-unlisted", Host: "a.example:443"})
		if !strings.Contains(a.What, "a.example:443") || strings.Contains(a.What+a.Do, "{") {
			t.Errorf("%+v", a)
		}
		if got, want := text.Errors.For(Failure{Kind: "relay", Relay: "new-rule"}), text.Errors.For(Failure{Kind: "relay", Relay: "gone"}); got != want {
			t.Errorf("%+v", got)
		}
	}
}

func TestTokensAreWrittenAsPeopleReadThem(t *testing.T) {
	for n, want := range map[int64]string{8192: "8192 tokens", 131_072: "131k tokens", 1_000_000: "1M tokens", 1_250_000: "1.2M tokens"} {
		if got := endpointsEN.Fits(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}
