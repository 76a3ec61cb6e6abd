package ui

import (
	"html"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/validate"
)

// textOf is the text content of elements that hold one text each, or marks of
// such.
func textOf(parts []app.UI) string {
	var b strings.Builder
	for _, part := range parts {
		b.WriteString(html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(app.HTMLString(part), "")))
	}
	return b.String()
}

func FuzzTokensKeepTheText(f *testing.F) {
	for _, seed := range []string{"", "{}", `{"a": [1.0, -2e+5, true, "x\"y", null]}`, " \t\r\n ", "{'a':", `"open`, "北京 \u2028 \x00 <b>&amp;", "tfn"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got := textOf(tokens(text)); got != text {
			t.Errorf("%q became %q", text, got)
		}
	})
}

func TestColouredMarksOnlyWhatIsAtFault(t *testing.T) {
	text := `{"unit":"kelvin","days":2.5}`
	marks := []validate.Problem{{Start: 8, End: 16}, {Start: 10, End: 12}, {Start: 24, End: 27}, {Start: 27, End: 99}}
	var marked []string
	for _, part := range coloured(text, marks) {
		if s := app.HTMLString(part); strings.HasPrefix(s, "<mark") {
			marked = append(marked, strings.TrimSpace(textOf([]app.UI{part})))
		}
	}
	if want := []string{`"kelvin"`, `2.5`}; !slices.Equal(marked, want) {
		t.Errorf("marked %q, want %q", marked, want)
	}
}

func TestPhrase(t *testing.T) {
	parts := map[string][]string{"at": {"/a"}, "want": {"1", "2"}}
	for template, want := range map[string]string{
		"{at} is one of {want}.": "/a is one of 1, 2.",
		"no part":                "no part",
		"a schema is {}":         "a schema is {}",
		"{other} {at}":           "{other} {at}",
		"open {at":               "open {at",
	} {
		if got := textOf(phrase(template, parts, ", ")); got != want {
			t.Errorf("%q became %q, want %q", template, got, want)
		}
	}
}

// TestEverySentenceIsFromTheLocale draws every state in a language in which each
// sentence is the same sign: what is said beside it is foreign, or forgotten.
func TestEverySentenceIsFromTheLocale(t *testing.T) {
	real := locale.English
	defer func() { locale.English = real }()
	talks := map[string]talk{}
	for name, state := range states {
		talks[name] = state("en")
	}
	pseudo(reflect.ValueOf(&locale.English).Elem())
	foreign := []string{"model-1", "Weather in Paris", "You help people", "\"北京\"", "Answer <briefly>", "I will", "A coat", "Two places", "No.",
		"no such unit", "Incorrect", "内容安全", "in Beijing", "Chengdu", "Oslo", "London"}
	for name, talk := range talks {
		for line := range strings.Lines(outline(talk.markup())) {
			element := strings.TrimSpace(line)
			words := sentences(element)
			for _, w := range foreign {
				if strings.Contains(words, w) {
					words = ""
				}
			}
			if strings.ContainsFunc(words, unicode.IsLetter) {
				t.Errorf("%s: %s says %q without the locale", name, element, words)
			}
		}
	}
}

var (
	spoken   = regexp.MustCompile(`(?:aria-label|title|placeholder)="((?:[^"\\]|\\.)*)"`)
	wireWord = regexp.MustCompile(`^“("?[a-z_.0-9/"-]+"?|[{}:,'\[\]0-9 .a-z"]*)”$`)
)

// sentences is what one line of an outline says to people: its text, unless it
// is a word of the wire, or the attributes that are read out.
func sentences(line string) string {
	said := ""
	if strings.HasPrefix(line, "“") && !wireWord.MatchString(line) {
		said = line
	}
	for _, m := range spoken.FindAllStringSubmatch(line, -1) {
		said += m[1]
	}
	return said
}
