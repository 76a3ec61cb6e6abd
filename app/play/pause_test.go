package play

import (
	"strings"
	"testing"

	"toolyard/app/tool"
)

// A long request is shown as it was when typing paused, to who sees it.
func TestPreview(t *testing.T) {
	m := New("en")
	m.Ready = true
	if next, ok := m.Preview(); !ok || len(next.Tools) != len(m.Tools) {
		t.Fatal("a short request has no preview")
	}
	m = large(2000)
	if _, ok := m.Preview(); ok {
		t.Error("a preview that nobody sees")
	}
	m, _ = Update(m, WireSeen{On: true})
	m, effects := Update(m, ParameterRenamed{100, "0", "renamed"})
	shown := func() string {
		next, ok := m.Preview()
		if !ok {
			t.Fatal("no preview")
		}
		return next.Tools[len(next.Tools)-1].Parameters.Doc.Text
	}
	if strings.Contains(shown(), "renamed") {
		t.Error("the preview did not wait")
	}
	if !asked(effects) {
		t.Error("nothing waits for the pause")
	}
	m, _ = Update(m, Paused{})
	if !strings.Contains(shown(), "renamed") {
		t.Error("the preview is not of now")
	}
	m, _ = Update(m, WireSeen{})
	if m.View.Preview != nil {
		t.Error("the preview stays where nobody sees it")
	}
	if m, _ = Update(m, WireSeen{On: true}); !strings.Contains(shown(), "renamed") {
		t.Error("the wire comes without a preview")
	}
	if m, _ = Update(m, Restored{Language: "en"}); !m.View.WireSeen {
		t.Error("what is on the screen was forgotten")
	}
}

func asked(effects []Effect) bool {
	for _, e := range effects {
		if _, ok := e.(pause); ok {
			return true
		}
	}
	return false
}

// problemsOf are the rules of the problems at the row of a tool.
func (m Model) rulesAt(id int, at string) string {
	t, _ := m.toolByID(id)
	var rules []string
	for _, p := range m.Judged(t).ByPlace {
		for _, p := range p {
			if string(p.At) == at {
				rules = append(rules, p.Rule)
			}
		}
	}
	return strings.Join(rules, " ")
}

func TestJudged(t *testing.T) {
	m := withSchema(`{"type": "object", "properties": {"a b": {"type": "string", "description": "d", "pattern": "^x$", "default": "y"}}}`)
	m.Ready = true
	m = checked(Update(m, ToolNamed{1, "other"}))
	if got := m.rulesAt(3, "0"); got != "parameter-name default-refused" {
		t.Errorf("problems %q", got)
	}
	m = checked(Update(m, ParameterRenamed{3, "0", "ab"}))
	if got := m.rulesAt(3, "0"); got != "default-refused" {
		t.Errorf("problems %q after a name that is right", got)
	}
	m, _ = Update(m, ParametersTyped{3, "{"})
	if j := m.Judged(m.Tools[1]); j.Errors == 0 || j.Problems[0].Rule != "json-syntax" {
		t.Errorf("of a text that is not JSON: %+v", j)
	}
	m, _ = Update(m, ToolRemoved{3})
	if len(m.View.Judged) != 1 {
		t.Error("a tool that is gone is judged")
	}
}

// A long text keeps its problems until typing pauses; what is not JSON is said
// at once.
func TestJudgedLater(t *testing.T) {
	m := large(2000)
	m, effects := Update(m, ParameterRenamed{100, "3", "a b"})
	if got := m.rulesAt(100, "3"); got != "" || !asked(effects) {
		t.Errorf("problems %q at once", got)
	}
	now := m.Tools[len(m.Tools)-1]
	if problems := m.Problems(now); len(problems) != 1 || problems[0].Rule != "parameter-name" {
		t.Errorf("problems as they are: %v", problems)
	}
	m, effects = Update(m, Paused{})
	if got := m.rulesAt(100, "3"); got != "parameter-name" || asked(effects) {
		t.Errorf("problems %q after the pause", got)
	}
	text := m.schemaText(100)
	m, _ = Update(m, ParametersTyped{100, text[:len(text)-1]})
	if j := m.Judged(m.Tools[len(m.Tools)-1]); j.Errors != 1 || len(j.Problems) != 1 {
		t.Errorf("broken: %d errors of %d", j.Errors, len(j.Problems))
	}
	m, _ = Update(m, ParametersTyped{100, text})
	if j := m.Judged(m.Tools[len(m.Tools)-1]); j.Errors != 0 || len(j.At("3")) != 1 {
		t.Errorf("mended: %d errors, %d at the row", j.Errors, len(j.At("3")))
	}
}

// Problems of a text that went on stay beside what they are about.
func TestJudgedIn(t *testing.T) {
	text := `{"properties": {"a b": {}, "c d": {}}}`
	j := judge(1, tool.New(1, "t", "", text).Parameters, Judged{}, nil)
	longer := strings.Replace(text, `"c d"`, `"c d": {}, "e"`, 1)
	for _, p := range j.In(strings.Replace(text, "properties", "properties ", 1)) {
		if p.Rule == "parameter-name" && p.Detail == "a b" && p.Start != strings.Index(text, `"a b"`)+1 {
			t.Errorf("%s is at %d", p.Detail, p.Start)
		}
	}
	if len(j.In(text)) != len(j.Problems) || len(j.In(longer)) > len(j.Problems) {
		t.Error("problems were added")
	}
}
