// Package leak finds what looks like a secret in texts that are about to leave
// the page, and masks it: a part is a text with its place, a finding is a secret
// in a part, and a rule is why it was taken for one.
package leak

import (
	"cmp"
	"slices"
	"strings"
)

// Mask is what stands in place of a secret.
const Mask = "•••"

// Place says where a text stands: its kind, and the name or the number that
// tells it from others of the kind.
type Place struct {
	Kind   string // message, result, arguments, tool, system, header, …
	Name   string // of the tool, of the header; foreign
	Number int    // of the message, from 1
}

// Part is a text that is about to leave the page.
type Part struct {
	Place Place
	Text  string
}

// Rule names why something looks like a secret.
type Rule string

const (
	InUse  Rule = "in-use" // the key that the page holds, plain or encoded
	Known  Rule = "known"  // it begins as the keys of a provider do
	Named  Rule = "named"  // what stands before it says so: api_key=…, Bearer …
	Token  Rule = "token"  // a JSON Web Token
	PEM    Rule = "pem"    // a private key in its armor
	Random Rule = "random" // long, and without a pattern
)

// Finding is what looks like a secret. Excerpt shows where it stands, with most
// of it masked.
type Finding struct {
	Place   Place
	Rule    Rule
	Excerpt string

	secret *string // behind a pointer, which every verb of fmt prints as an address
}

// Is says whether both are the same secret at the same place.
func (f Finding) Is(other Finding) bool {
	return f.Place == other.Place && f.secret != nil && other.secret != nil && *f.secret == *other.secret
}

// span is a part of a text that looks like a secret.
type span struct {
	start, end int
	rule       Rule
}

// Scan finds what looks like a secret in the parts, in their order, the same one
// once a place. The keys in use are found whatever they look like.
func Scan(parts []Part, inUse ...string) []Finding {
	var found []Finding
	forms := formsOf(inUse)
	for _, p := range parts {
		for _, s := range spans(p.Text, forms) {
			secret := strings.Clone(p.Text[s.start:s.end])
			f := Finding{p.Place, s.rule, excerpt(p.Text, s), &secret}
			if !slices.ContainsFunc(found, f.Is) {
				found = append(found, f)
			}
		}
	}
	return found
}

// spans are the secrets of a text, in their order; none lies over another.
func spans(text string, forms []string) []span {
	all := inUse(text, forms)
	all = append(all, armored(text)...)
	all = append(all, words(text)...)
	slices.SortStableFunc(all, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	var apart []span
	for _, s := range all {
		if n := len(apart); n > 0 && s.start < apart[n-1].end {
			last := &apart[n-1]
			if s.rule == InUse {
				last.rule = InUse
			}
			last.end = max(last.end, s.end)
			continue
		}
		apart = append(apart, s)
	}
	return apart
}

// excerptAround is how many bytes an excerpt shows before a secret.
const excerptAround = 24

// excerpt is the secret's line up to it, its first bytes, and the mask. Of a
// short secret nothing is shown.
func excerpt(text string, s span) string {
	before := text[max(0, s.start-excerptAround):s.start]
	before = strings.ToValidUTF8(before[strings.LastIndexByte(before, '\n')+1:], "")
	shown := ""
	if secret := text[s.start:s.end]; s.end-s.start >= 16 && secret[:4] == strings.ToValidUTF8(secret[:4], "") {
		shown = secret[:4]
	}
	if containsWords(before) { // two secrets side by side: the other one is none's surroundings
		before = ""
	}
	return before + shown + Mask
}

// containsWords says whether a text has a run long enough to be part of a secret.
func containsWords(text string) bool {
	run := 0
	for i := range len(text) {
		if run++; !inWord(text[i]) {
			run = 0
		}
		if run > 15 {
			return true
		}
	}
	return false
}

// Masked is the text with every secret of the findings masked.
func Masked(text string, findings []Finding) string {
	var secrets []string
	for _, f := range findings {
		if f.secret != nil {
			secrets = append(secrets, *f.secret)
		}
	}
	// The longest first: of two that begin alike, nothing is left.
	slices.SortFunc(secrets, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	for _, secret := range secrets {
		if secret != "" && !strings.Contains(Mask, secret) {
			text = strings.ReplaceAll(text, secret, Mask)
		}
	}
	return text
}
