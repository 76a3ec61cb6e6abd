package play

import (
	"strconv"
	"strings"
	"testing"

	"toolyard/app/jsondoc"
	"toolyard/app/schema"
)

// drawn writes a diff as a person sees it: number, sign, line, with the part that
// changes in ‹ and ›.
func drawn(lines []DiffLine) string {
	var b strings.Builder
	for _, l := range lines {
		text := l.Text
		if l.From < l.To {
			text = text[:l.From] + "‹" + text[l.From:l.To] + "›" + text[l.To:]
		}
		sign := map[LineKind]string{Kept: " ", Removed: "-", Added: "+", Gap: "…"}[l.Kind]
		b.WriteString(strconv.Itoa(l.Nth) + sign + text + "\n")
	}
	return b.String()
}

const fiveLines = "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}\n"

func TestDiff(t *testing.T) {
	for name, tt := range map[string]struct {
		text  string
		edits []jsondoc.Edit
		want  string
	}{
		"a part of a line": {fiveLines, []jsondoc.Edit{{Start: 9, End: 10, Text: "7"}},
			"1 {\n2-  \"a\": ‹1›,\n2+  \"a\": ‹7›,\n3   \"b\": 2,\n4   \"c\": 3\n"},
		"a line that goes": {fiveLines, []jsondoc.Edit{{Start: 12, End: 22, Text: ""}},
			"1 {\n2   \"a\": 1,\n3-  \"b\": 2,\n4   \"c\": 3\n5 }\n"},
		"a line that comes": {fiveLines, []jsondoc.Edit{{Start: 30, End: 30, Text: ",\n  \"d\": 4"}},
			"2   \"a\": 1,\n3   \"b\": 2,\n4-  \"c\": 3\n4+  \"c\": 3,\n5+  \"d\": 4\n5 }\n"},
		"two lines, one piece": {fiveLines, []jsondoc.Edit{{Start: 9, End: 10, Text: "7"}, {Start: 29, End: 30, Text: "9"}},
			"1 {\n2-  \"a\": 1,\n3-  \"b\": 2,\n4-  \"c\": 3\n2+  \"a\": 7,\n3+  \"b\": 2,\n4+  \"c\": 9\n5 }\n"},
		"nothing around": {"[1]", []jsondoc.Edit{{Start: 1, End: 2, Text: "城"}}, "1-[‹1›]\n1+[‹城›]\n"},
		"an entry of a list": {`["b", "b", "c"]`, []jsondoc.Edit{{Start: 6, End: 11, Text: ""}},
			"1-[\"b\", ‹\"b\", ›\"c\"]\n1+[\"b\", \"c\"]\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := drawn(Diff(tt.text, schema.Fix{Edits: tt.edits}, "")); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

func TestDiffOfPlacesFarApart(t *testing.T) {
	text := strings.Repeat("x\n", 30)
	lines := Diff(text, schema.Fix{Edits: []jsondoc.Edit{{Start: 4, End: 5, Text: "y\ny"}, {Start: 50, End: 51, Text: "z"}}}, "")
	want := "1 x\n2 x\n3-x\n3+y\n4+y\n4 x\n5 x\n0…\n24 x\n25 x\n26-‹x›\n27+‹z›\n27 x\n28 x\n"
	if got := drawn(lines); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestDiffIsBounded(t *testing.T) {
	long := `{"a": "` + strings.Repeat("城", 5000) + `", "b": 1, "c": "` + strings.Repeat("x", 5000) + `"}`
	at := strings.Index(long, "1,")
	lines := Diff(long, schema.Fix{Edits: []jsondoc.Edit{{Start: at, End: at + 1, Text: "22"}}}, "")
	for _, l := range lines {
		if len(l.Text) > 300 || !strings.HasPrefix(l.Text, "…") || !strings.HasSuffix(l.Text, "…") || strings.ContainsRune(l.Text, '\uFFFD') {
			t.Errorf("line %q", l.Text)
		}
	}
	many := strings.Repeat("line\n", 500)
	if lines = Diff(many, schema.Fix{Edits: []jsondoc.Edit{{Start: 0, End: len(many) - 5}}}, ""); len(lines) > 2*diffMost {
		t.Errorf("%d lines", len(lines))
	}
}

func TestDiffOfAName(t *testing.T) {
	if got := drawn(Diff("", schema.Fix{Name: "get_weather"}, "get weather")); got != "0-get‹ ›weather\n0+get‹_›weather\n" {
		t.Error(got)
	}
}

// FuzzDiff: whatever is edited, a diff is made, and names no line that isn't there.
func FuzzDiff(f *testing.F) {
	f.Add(fiveLines, 9, 12, "7\n")
	f.Fuzz(func(t *testing.T, text string, start, end int, put string) {
		if start < 0 || end < start || end > len(text) {
			return
		}
		after := strings.Count(text, "\n") + strings.Count(put, "\n") + 1
		for _, l := range Diff(text, schema.Fix{Edits: []jsondoc.Edit{{Start: start, End: end, Text: put}}}, "") {
			if l.Nth > after || l.From > l.To || l.To > len(l.Text) {
				t.Errorf("%+v", l)
			}
		}
	})
}
