package schema

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"toolyard/app/jsondoc"
)

// TestProblems runs testdata/problems.txt: a schema, its problems (rule,
// severity, place, pointer, span and detail), and what each fix changes. A text
// that begins with "! " is held against the two rules, too, that nearly every
// short text breaks. \n in a text is a line break.
func TestProblems(t *testing.T) {
	seen, fixed := map[string]bool{}, map[string]bool{}
	golden(t, "testdata/problems.txt", func(line string) (out []string) {
		text, all := strings.CutPrefix(line, "! ")
		text = strings.ReplaceAll(text, "\\n", "\n")
		s := Read(text)
		for _, p := range s.Problems() {
			if !all && (p.Rule == "parameter-description-missing" || p.Rule == "root-type-missing") {
				continue
			}
			seen[p.Rule] = true
			out = append(out, fmt.Sprintf("%s %s %q %s %s | %s", p.Rule, p.Severity, p.At, p.Pointer, text[p.Start:p.End], p.Detail))
			for _, f := range p.Fixes {
				fixed[f.ID] = true
				gone, come := difference(text, jsondoc.Apply(text, f.Edits))
				out = append(out, fmt.Sprintf("    %s: %s → %s", f.ID, gone, come))
				checkFix(t, s, p, f)
			}
		}
		return out
	})
	for _, rule := range Rules() {
		if !seen[rule] {
			t.Errorf("no case has the rule %s", rule)
		}
	}
	for _, id := range Fixes() {
		if !fixed[id] {
			t.Errorf("no case has the fix %s", id)
		}
	}
}

// checkFix says that a fix is an edit like others, and that the problem is gone
// after it: there are fewer of its rule.
func checkFix(t *testing.T, s Schema, p Problem, f Fix) {
	t.Helper()
	if !slices.Contains(Fixes(), f.ID) {
		t.Errorf("%s of %s is not in Fixes", f.ID, p.Rule)
	}
	if s.Doc.OK() {
		checkEdit(t, s, f.ID, f.Edits)
	}
	before, after := count(s, p.Rule), count(Read(jsondoc.Apply(s.Doc.Text, f.Edits)), p.Rule)
	if after >= before {
		t.Errorf("%s of %s: %d problems after, %d before\n%s\n%s", f.ID, p.Rule, after, before, s.Doc.Text, jsondoc.Apply(s.Doc.Text, f.Edits))
	}
}

func count(s Schema, rule string) (n int) {
	for _, p := range s.Problems() {
		if p.Rule == rule {
			n++
		}
	}
	return n
}

// TestProfile judges as a provider does.
func TestProfile(t *testing.T) {
	s := Read(`{"type": "object", "properties": {"a b": {"type": "string", "pattern": "^x", "default": "y", "description": "d"}}}`)
	long := Rule{"openai-long", Warning, []string{"pattern"}, func(x *Subject) { x.Keyword("pattern", x.Name(), nil) }}
	for _, c := range []struct {
		profile Profile
		want    string
	}{
		{Profile{}, "parameter-name warning"},
		{Profile{Severities: map[string]Severity{"parameter-name": Error}}, "parameter-name error"},
		{Profile{Severities: map[string]Severity{"parameter-name": ""}, Rules: []Rule{long}}, "openai-long warning"},
		{Profile{Refuses: func(schema, value string) bool {
			return schema == `{"type": "string", "pattern": "^x", "default": "y", "description": "d"}` && value == `"y"`
		}}, "parameter-name warning, default-refused warning"},
	} {
		var got []string
		for _, p := range s.ProblemsFor(c.profile) {
			got = append(got, p.Rule+" "+string(p.Severity))
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// TestRefusesAlone is what the profile is asked with: the schema with the
// definitions that it refers to, and nothing where it refers elsewhere.
func TestRefusesAlone(t *testing.T) {
	for text, want := range map[string]string{
		`{"$defs":{"a":{"pattern":"x"}},"properties":{"p":{"$ref":"#/$defs/a","default":"y"}}}`: `{"$defs":{"a":{"pattern":"x"}},"allOf":[{"$ref":"#/$defs/a","default":"y"}]}`,
		`{"properties":{"p":{"$ref":"#/properties/q","default":"y"},"q":{"pattern":"x"}}}`:      ``,
		`{"properties":{"p":{"type":"string","maxLength":3,"default":"y"}}}`:                    ``,
	} {
		asked := ""
		Read(text).ProblemsFor(Profile{Refuses: func(schema, _ string) bool { asked = schema; return false }})
		if asked != want {
			t.Errorf("%s: asked %s, want %s", text, asked, want)
		}
	}
}

// TestManyProblems works out the fixes of the first problems only.
func TestManyProblems(t *testing.T) {
	problems := Read(troubledSchema(200)).Problems()
	fixes := map[string]int{}
	for _, p := range problems {
		if len(p.Fixes) > 0 {
			fixes[p.Rule]++
		}
		if got := p.Settled(); got.Start != 0 || got.Rule != p.Rule || len(got.Fixes) != len(p.Fixes) || len(got.Fixes) > 0 && got.Fixes[0].Edits != nil {
			t.Fatalf("%+v settled is %+v", p, got)
		}
	}
	for rule, n := range fixes {
		if n != maxFixed {
			t.Errorf("%s: %d have fixes, want %d", rule, n, maxFixed)
		}
	}
	if len(fixes) < 3 {
		t.Errorf("fixes of %v", fixes)
	}
}

// TestPatterns sorts regular expressions by who can read them.
func TestPatterns(t *testing.T) {
	for pattern, want := range map[string]patternState{
		`^[a-z]+$`: patternFine, `\d{3}-\d{4}`: patternFine, `(?<year>\d{4})`: patternFine, `\p{L}+`: patternFine, ``: patternFine,
		`^(?=.*\d).+$`: patternForeign, `(?!a)b`: patternForeign, `(?<=a)b`: patternForeign, `(?<!a)b`: patternForeign,
		`(a)\1`: patternForeign, `\u0041`: patternForeign, `\cA`: patternForeign, `\p{Script_Extensions=Greek}`: patternForeign,
		`a{1,2000}`: patternForeign, `[]a]`: patternFine, `[^]`: patternForeign, `[]`: patternForeign,
		`(`: patternBroken, `)`: patternBroken, `[a`: patternBroken, `*a`: patternBroken, `a**`: patternBroken, `\`: patternBroken,
		`[z-a]`: patternBroken, `\Z`: patternBroken, `(?P=name)`: patternBroken, `(?#c)`: patternBroken, `(?>a)`: patternBroken,
	} {
		if got := readPattern(pattern); got != want {
			t.Errorf("%s: got %d, want %d", pattern, got, want)
		}
	}
}

func TestSafeName(t *testing.T) {
	long := strings.Repeat("x", 70)
	for name, want := range map[string]string{
		"city": "city", "city name": "city_name", " city ": "city", "a.b/c": "a_b_c", "天気": "parameter", "": "parameter",
		"größe": "gr_e", long: long[:64], "taken": "taken_2",
	} {
		if got := SafeName(name, "parameter", "taken"); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
	if got := SafeName(long, "x", long[:64]); got != long[:63] {
		t.Errorf("got %q", got)
	}
}
