package ui

import (
	"slices"
	"strings"
	"testing"

	"toolyard/app/jsondoc"
	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/schema"
)

// TestEveryFixAndChangeHasItsWord in both languages.
func TestEveryFixAndChangeHasItsWord(t *testing.T) {
	for _, language := range play.Languages {
		words := locale.For(language)
		for _, id := range schema.Fixes() {
			if words.Fixes.Names[id] == "" {
				t.Errorf("%s: no word for the fix %s", language, id)
			}
		}
		if len(words.Fixes.Names) != len(schema.Fixes()) {
			t.Errorf("%s: a word for a fix that isn't there", language)
		}
		for _, kind := range play.Changes() {
			if words.Notices.Changes[kind] == "" {
				t.Errorf("%s: no word for the change %s", language, kind)
			}
		}
		if len(words.Notices.Changes) != len(play.Changes()) {
			t.Errorf("%s: a word for a change that isn't there", language)
		}
		if got := words.Notices.Sentence("undone", "never-heard-of"); !strings.Contains(got, words.Notices.Change) {
			t.Errorf("%s: an unknown change is told as %s", language, got)
		}
		if got := words.Fixes.Name("never-heard-of"); got != "never-heard-of" {
			t.Errorf("%s: an unknown fix is called %s", language, got)
		}
	}
}

const troubledSchema = `{
  "type": "object",
  "properties": {"days": {"type": "str", "description": "d"}},
  "required": ["a", "b", "c", "d", "e", "f", "g"]
}`

func TestFixesStandBesideTheirProblem(t *testing.T) {
	p := paneOf("en", troubledSchema)
	all := p.pane()
	if got := attributes(all, "fix", "data-fix"); !slices.Equal(got[:3], []string{"add-parameter", "remove-value", "add-parameter"}) || len(got) != 11 {
		t.Errorf("fixes %q", got)
	}
	if len(withID(all, "fix-diff")) != 0 || len(withID(all, "problem")) != 6 {
		t.Error("a diff that nobody asked for, or not the usual number of problems")
	}
	if got := withID(all, "problems-more"); len(got) != 1 || got[0].text != "Show 2 more" {
		t.Errorf("more: %v", got)
	}

	p.model.View.Fix = play.Remedy{Wrong: play.Wrong{Tool: 1, Rule: "type-unknown", At: "0"}, Fix: schema.FixSetType}
	p.model.View.Listed = play.Listed{List: "parameters", Most: 105}
	all = p.pane()
	if got := attributes(all, "fix", "aria-expanded"); got[len(got)-1] != "true" || slices.Contains(got[:len(got)-1], "true") {
		t.Errorf("expanded %q", got)
	}
	if len(withID(all, "fix-diff")) != 1 || withID(all, "fix-apply")[0].attr["aria-describedby"] != "fix-diff" {
		t.Error("no diff, or it does not describe what applies it")
	}
	var lines []string
	for _, e := range all {
		if e.tag == "del" || e.tag == "ins" {
			lines = append(lines, e.tag+" "+e.attr["data-line"]+" "+e.attr["aria-label"])
		}
	}
	want := []string{`del 3 Removed:   "properties": {"days": {"type": "str", "description": "d"}},`,
		`ins 3 Added:   "properties": {"days": {"type": "string", "description": "d"}},`}
	if !slices.Equal(lines, want) {
		t.Errorf("lines %q", lines)
	}
	if got := withID(all, "problems-more"); len(got) != 1 || got[0].text != "Show fewer" || len(withID(all, "problem")) != 8 {
		t.Errorf("all of them: %v", got)
	}
}

// TestBrokenTextSaysWhatIsShown: what was valid last, or what can be read.
func TestBrokenTextSaysWhatIsShown(t *testing.T) {
	p := paneOf("en", `{"properties": {"a": {"type": "string",}}}`)
	if got := p.pane(); !slices.ContainsFunc(got, func(e element) bool { return strings.Contains(e.text, "what can be read of it") }) {
		t.Error("it does not say that this is what can be read")
	} else if len(withID(got, "parameter")) != 1 || len(withID(got, "fix")) != 1 {
		t.Error("what can be read is not shown, or without its fix")
	}
	p.model.View.Valid = []play.Valid{{Tool: 1, Schema: schema.Read(ordered)}}
	if got := p.pane(); !slices.ContainsFunc(got, func(e element) bool { return strings.Contains(e.text, "what was valid last") }) {
		t.Error("it does not say that this was valid last")
	}
}

func TestMarksFollowEdits(t *testing.T) {
	m := marks{list: []mark{{2, 4, "", "", ""}, {8, 9, "", "", ""}}}
	for _, tt := range []struct {
		edits []jsondoc.Edit
		want  []mark
	}{
		{[]jsondoc.Edit{{Start: 6, End: 6, Text: "abc"}}, []mark{{2, 4, "", "", ""}, {11, 12, "", "", ""}}},
		{[]jsondoc.Edit{{Start: 0, End: 1}}, []mark{{1, 3, "", "", ""}, {7, 8, "", "", ""}}},
		{[]jsondoc.Edit{{Start: 0, End: 0, Text: "x"}, {Start: 5, End: 7}}, []mark{{3, 5, "", "", ""}, {7, 8, "", "", ""}}},
		{[]jsondoc.Edit{{Start: 3, End: 3, Text: "x"}}, nil},
		{[]jsondoc.Edit{{Start: 4, End: 4, Text: "x"}}, nil},
		{[]jsondoc.Edit{{Start: 10, End: 12, Text: "x"}}, m.list},
	} {
		if got := m.after(tt.edits).list; !slices.Equal(got, tt.want) {
			t.Errorf("%v: %v, want %v", tt.edits, got, tt.want)
		}
	}
}

func TestMarksAsJSON(t *testing.T) {
	text := `{"城": {"type": "str"}}`
	j := &JSONEditor{held: text}
	problems := schema.Read(`{"type": "object", "properties": ` + text + `}`).Problems()
	problems = slices.DeleteFunc(problems, func(p schema.Problem) bool { return p.Severity != schema.Error })
	m := marksOf(&locale.English, problems)
	m.list[0].start, m.list[0].end = 1, 6
	if got, want := m.text(j), `[{"from":1,"to":4,"severity":"error","message":"\"str\" is no type of JSON Schema."}]`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := (marks{}).text(j); got != "[]" {
		t.Error(got)
	}
}

func BenchmarkOffsets(b *testing.B) {
	for name, piece := range map[string]string{"ascii": `"parameter": "what it is for", `, "chinese": `"参数": "它是做什么用的", `} {
		text := strings.Repeat(piece, 300<<10/len(piece))
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				bytesOf(text, []int{len(text) / 2})
			}
		})
	}
}
