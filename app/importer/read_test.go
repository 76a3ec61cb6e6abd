package importer

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
	"toolyard/app/provider"
	"toolyard/app/share"
	"toolyard/app/tool"
	"toolyard/app/validate"
	"toolyard/app/validate/checker"
)

// TestRulesAreFound says that every rule has a case, and is listed once.
func TestRulesAreFound(t *testing.T) {
	seen := map[string]bool{}
	kinds, shapes, parts := map[Kind]bool{}, map[Shape]bool{}, map[string]bool{}
	for _, text := range cases(t) {
		f := Read(text)
		kinds[f.Kind] = true
		for _, n := range f.Notes {
			seen[n.Rule] = true
		}
		for _, r := range f.Rejects {
			seen[r.Rule] = true
		}
		for _, p := range f.Parts {
			parts[p.Name] = true
		}
		for _, c := range f.Tools {
			shapes[c.Shape] = true
			for _, n := range c.Notes {
				seen[n.Rule] = true
			}
		}
	}
	rules := Rules()
	for _, rule := range rules {
		if !seen[rule] {
			t.Errorf("no case has the rule %s", rule)
		}
	}
	if slices.Sort(rules); len(slices.Compact(rules)) != len(Rules()) {
		t.Error("a rule is listed twice")
	}
	for _, k := range Kinds() {
		if !kinds[k] {
			t.Errorf("no case has the kind %s", k)
		}
	}
	for _, s := range Shapes() {
		if !shapes[s] {
			t.Errorf("no case has the shape %s", s)
		}
	}
	for _, p := range PartNames() {
		if !parts[p] {
			t.Errorf("no case has the part %s", p)
		}
	}
}

// cases are all texts of the archives, and those that are better made than written.
func cases(t testing.TB) []string {
	t.Helper()
	list := []string{strings.Repeat(`{"a":`, 300) + "1" + strings.Repeat("}", 300), link(t)}
	for _, path := range archives(t) {
		_, files := archive(t, path)
		for _, f := range files {
			if f.name != "found" {
				list = append(list, f.text)
			}
		}
	}
	return list
}

func playground() share.Snapshot {
	c, _ := chat.Conversation{}.Append(chat.User{Text: "Hi"}, 0)
	return share.Snapshot{
		Title: "T", System: "s", Prompt: "p",
		Endpoint: provider.Endpoint{Provider: "custom", BaseURL: "https://x.example", Auth: "bearer", Dialect: "chat-tools", Model: "m"},
		Options:  provider.Options{Stream: "true", Extra: `{"a": 1}`},
		Tools:    []tool.Tool{tool.New(1, "now", "d", "{\n  \"type\": \"object\"\n}"), tool.New(2, "then", "", "{")},
		Nodes:    c.Nodes(), Tip: c.Tip(),
	}
}

func link(t testing.TB) string {
	t.Helper()
	fragment, err := share.Encode(playground())
	if err != nil {
		t.Fatal(err)
	}
	return "https://toolyard.example/#" + fragment
}

func TestPlaygroundsComeBack(t *testing.T) {
	address := link(t)
	for name, text := range map[string]string{
		"link": address, "link in words": "Look at " + address + " please", "link in lines": address[:60] + "\n" + address[60:],
		"fragment": strings.SplitAfter(address, "#")[1], "encoded": strings.Replace(address, "#", "%23", 1),
		"file": share.Marshal(playground()), "file in a fence": "```\n" + share.Marshal(playground()) + "\n```",
	} {
		f := Read(text)
		s := f.Snapshot
		for _, c := range f.Tools {
			s.Tools = append(s.Tools, c.Tool)
		}
		if len(f.Rejects) > 0 || !reflect.DeepEqual(share.Marshal(s), share.Marshal(playground())) {
			t.Errorf("%s: %s", name, describe(f))
		}
	}
}

// TestProblems says that a candidate has its own problems, then its parameters'.
func TestProblems(t *testing.T) {
	f := Read(`[{"name": "a", "inputSchema": {"type": "object", "required": ["x"]}}, {"name": "a", "inputSchema": {}}]`)
	var got []string
	for _, p := range f.Tools[0].Problems {
		got = append(got, p.Rule)
	}
	if want := []string{"tool-name-repeated", "tool-description-missing", "required-unknown"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestRepairs reads what each repair gives.
func TestRepairs(t *testing.T) {
	_, files := archive(t, "testdata/text.txtar")
	repaired := 0
	for _, file := range files {
		f := Read(file.text)
		if f.Repair == nil || file.name == "found" {
			continue
		}
		repaired++
		if again := Read(f.Repaired()); len(again.Tools) != 1 || len(again.Rejects) > 0 {
			t.Errorf("%s: repaired, it gives\n%s", file.name, describe(again))
		}
	}
	if repaired < 4 {
		t.Errorf("%d cases have a repair", repaired)
	}
}

// TestSamplesFitTheirSchema validates each sample against what was inferred.
func TestSamplesFitTheirSchema(t *testing.T) {
	_, files := archive(t, "testdata/samples.txtar")
	for _, file := range files {
		f := Read(file.text)
		if f.Kind != Sample || file.name == "found" {
			continue
		}
		samples := jsondoc.Parse(file.text)
		list := []*jsondoc.Node{samples.Root}
		if isList(samples.Root) {
			list = samples.Root.Elements
		}
		for _, n := range list {
			if !isObject(n) {
				continue
			}
			if r := checker.Check(f.Tools[0].Tool.Parameters.Doc.Text, samples.Raw(n)); r.State != validate.Valid {
				t.Errorf("%s: %s: %v %v", file.name, samples.Raw(n), r.State, r.Problems)
			}
		}
	}
}
