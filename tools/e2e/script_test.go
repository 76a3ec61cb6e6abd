package e2e

import (
	"reflect"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	s, err := parse("scripts/one.txt", "What is shown.\n\nWhich bug.\n---\npress send\n# a comment\n\nconversation\n  user: a\n\n    deeper\n\nwait idle\n")
	if err != nil {
		t.Fatal(err)
	}
	want := Script{Name: "one", Prose: "What is shown.\n\nWhich bug.", Steps: []Step{
		{"scripts/one.txt", 5, "press", "send", ""},
		{"scripts/one.txt", 8, "conversation", "", "user: a\n\n  deeper"},
		{"scripts/one.txt", 13, "wait", "idle", ""},
	}}
	if !reflect.DeepEqual(s, want) {
		t.Errorf("got  %+v\nwant %+v", s, want)
	}
}

func TestParseFaults(t *testing.T) {
	for text, want := range map[string]string{
		"press send\n":              "a.txt:1: no line --- ends the prose",
		"---\npress send\n":         "a.txt:1: open with prose",
		"Prose.\n---\n  user: a\n":  "a.txt:3: an indented line",
		"Prose.\n---\n\npush send":  `a.txt:4: push send`,
		"Prose.\n---\npush send\n":  `no verb "push"`,
		"Prose.\n---\npress send\n": "",
	} {
		_, err := parse("a.txt", text)
		if got := errorText(err); !strings.Contains(got, want) || (want == "") != (err == nil) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// drawn is a page that holds what it was given.
type drawn []Element

func (d drawn) Look(ids ...string) ([]Element, error) { return d, nil }
func (drawn) Do(Element, Act) error                   { return nil }
func (drawn) Drop(string) error                       { return nil }
func (drawn) Reload() error                           { return nil }
func (d drawn) Open(string, bool) (Page, error)       { return d, nil }
func (drawn) Close()                                  {}

func TestTarget(t *testing.T) {
	state := func(pairs ...string) map[string]string { return map[string]string{pairs[0]: pairs[1]} }
	page := drawn{
		{ID: "message", Parent: -1, State: state("role", "user"), Text: "0"},
		{ID: "edit", Parent: 0, Text: "1"},
		{ID: "message", Parent: -1, State: state("role", "assistant"), Text: "2"},
		{ID: "edit", Parent: 2, Text: "3"},
		{ID: "message", Parent: -1, State: state("role", "user"), Text: "4"},
		{ID: "edit", Parent: 4, Text: "5"},
	}
	for text, want := range map[string]string{
		"edit":                      "1 3 5",
		"edit[2]":                   "3",
		"message[role=user]":        "0 4",
		"message[role=user][2]":     "4",
		"message[role=user]>edit":   "1 5",
		"message[3]>edit":           "5",
		"message[4]>edit":           "",
		"message[role=tool]>edit":   "",
		"message[role=assistant]":   "2",
		"message[aria-busy=false]":  "",
		"message[role=user]>edit a": "1 5",
	} {
		target, rest, err := cutTarget(text)
		if err != nil {
			t.Fatal(err)
		}
		if strings.TrimSpace(target.String()+" "+rest) != text {
			t.Errorf("%s reads as %s and %q", text, target, rest)
		}
		found, _ := target.find(page)
		var got []string
		for _, e := range found {
			got = append(got, e.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s finds %v, want %s", text, got, want)
		}
	}
	for _, text := range []string{"", "[a=b]", "a[b", "a[b]", "a[0]", "a[b=c]d", "a>"} {
		if target, _, err := cutTarget(text); err == nil {
			t.Errorf("%q reads as %s", text, target)
		}
	}
}

func TestFailures(t *testing.T) {
	page, err := NewModelPage()
	if err != nil {
		t.Fatal(err)
	}
	stage, err := NewStage(page)
	if err != nil {
		t.Fatal(err)
	}
	defer stage.Close()
	for text, want := range map[string]string{
		"sent /a\n  {":           "scripts/a.txt:3: sent /a\nthe block is no JSON",
		"is-recording app x.sse": "x.sse: no such file",
		"counts many app":        "invalid syntax",
		"sent-count 7":           "0 requests were sent",
	} {
		script, err := parse("scripts/a.txt", "Prose.\n---\n"+text+"\n")
		if err != nil {
			t.Fatal(err)
		}
		if got := errorText(stage.Play(script)); !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
