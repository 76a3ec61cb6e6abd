package past

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
	"toolyard/app/provider"
	"toolyard/app/schema"
	"toolyard/app/share"
	"toolyard/app/tool"
	"toolyard/app/validate"
)

func named(name, parameters string) tool.Tool {
	return tool.Tool{ID: 1, Name: name, Description: "about " + name, Parameters: schema.Read(parameters)}
}

func TestChanges(t *testing.T) {
	a, b := named("a", "{}"), named("b", `{"type":"object"}`)
	node := func(id chat.NodeID, text string) chat.Node {
		return chat.Node{ID: id, Parent: id - 1, Message: chat.User{Text: text}}
	}
	renamed := b
	renamed.Name = "c"
	switched := b
	switched.Off = true
	tests := map[string]struct {
		was, is share.Snapshot
		want    string
	}{
		"nothing":        {share.Snapshot{Tools: []tool.Tool{a}}, share.Snapshot{Tools: []tool.Tool{a}}, ""},
		"added":          {share.Snapshot{Tools: []tool.Tool{a}}, share.Snapshot{Tools: []tool.Tool{a, b}}, "tool-added b"},
		"removed":        {share.Snapshot{Tools: []tool.Tool{a, b}}, share.Snapshot{Tools: []tool.Tool{b}}, "tool-removed a"},
		"renamed":        {share.Snapshot{Tools: []tool.Tool{a, b}}, share.Snapshot{Tools: []tool.Tool{a, renamed}}, "tool-renamed b → c"},
		"changed":        {share.Snapshot{Tools: []tool.Tool{a, b}}, share.Snapshot{Tools: []tool.Tool{a, switched}}, "tool-changed b"},
		"in order":       {share.Snapshot{Tools: []tool.Tool{a, b}}, share.Snapshot{Tools: []tool.Tool{b, a}}, "tools-ordered"},
		"twice the name": {share.Snapshot{Tools: []tool.Tool{a}}, share.Snapshot{Tools: []tool.Tool{a, a}}, "tool-added a"},
		"endpoint": {share.Snapshot{}, share.Snapshot{Endpoint: provider.Endpoint{BaseURL: "https://a.example/v1", Model: "m"}},
			"endpoint a.example; model m"},
		"texts": {share.Snapshot{System: "s", Prompt: "p", Title: "t"}, share.Snapshot{Options: provider.Options{Stream: "true"}},
			"options; system; prompt; title"},
		"messages": {share.Snapshot{Nodes: []chat.Node{node(1, "x"), node(2, "y")}},
			share.Snapshot{Nodes: []chat.Node{node(1, "x"), node(2, "z"), node(3, "w")}}, "messages-added 2; messages-removed 1"},
		"branch": {share.Snapshot{Nodes: []chat.Node{node(1, "x")}, Tip: 1}, share.Snapshot{Nodes: []chat.Node{node(1, "x")}}, "branch"},
	}
	for name, test := range tests {
		var got []string
		for _, c := range Changes(test.was, test.is) {
			text := strings.TrimSpace(c.Kind + " " + c.Detail)
			if c.Count > 0 {
				text += fmt.Sprint(" ", c.Count)
			}
			got = append(got, text)
		}
		if text := strings.Join(got, "; "); text != test.want {
			t.Errorf("%s: %s, want %s", name, text, test.want)
		}
	}
}

func TestSurplus(t *testing.T) {
	entries := func(lineage func(i int) string) []Entry {
		var all []Entry
		for i := range MostEntries + 3 {
			all = append(all, Entry{ID: fmt.Sprintf("%03d", i), Lineage: lineage(i), At: int64(i), Size: 10})
		}
		return all
	}
	ids := func(gone []Entry) string {
		var ids []string
		for _, e := range gone {
			ids = append(ids, e.ID)
		}
		return strings.Join(ids, " ")
	}
	one := entries(func(int) string { return "a" })
	if gone, over := Surplus(one, nil); ids(gone) != "000 001 002" || over {
		t.Errorf("oldest first: %s, %v", ids(gone), over)
	}
	one[0].Pinned = true
	if gone, _ := Surplus(one, nil); ids(gone) != "001 002 003" {
		t.Errorf("pinned: %s", ids(gone))
	}
	alone := entries(func(i int) string { return fmt.Sprint(i) })
	if gone, over := Surplus(alone, nil); len(gone) != 0 || !over {
		t.Errorf("only copies: %s, %v", ids(gone), over)
	}
	if gone, over := Surplus(alone, map[string]bool{"7": true}); ids(gone) != "007" || !over {
		t.Errorf("kept elsewhere: %s, %v", ids(gone), over)
	}
	pairs := entries(func(i int) string { return fmt.Sprint(i / 2) })
	if gone, over := Surplus(pairs, nil); ids(gone) != "000 002 004" || over {
		t.Errorf("the last of each stays: %s, %v", ids(gone), over)
	}
	one = []Entry{{ID: "big", Lineage: "a", At: 1, Size: MostBytes}, {ID: "new", Lineage: "a", At: 2, Size: 1}}
	if gone, over := Surplus(one, nil); ids(gone) != "big" || over {
		t.Errorf("too many bytes: %s, %v", ids(gone), over)
	}
}

func TestMatches(t *testing.T) {
	e := Entry{Name: "Before the demo", Tools: []string{"get_weather"}, Model: "gpt-5.2", Changes: []Change{{ToolAdded, "search", 0}}}
	for query, want := range map[string]bool{"": true, "DEMO weather": true, "demo gone": false, "gpt search": true, "天气": false} {
		if e.Matches(query) != want {
			t.Errorf("%q", query)
		}
	}
}

func TestFileName(t *testing.T) {
	for title, want := range map[string]string{
		"": "playground", "Weather & co.": "weather-co", "天气 demo": "天气-demo", "../../etc/passwd": "etc-passwd", "‮gpj": "gpj",
		strings.Repeat("x", 99): strings.Repeat("x", 60),
	} {
		if got := FileName(title); got != want+Extension {
			t.Errorf("%q: %s", title, got)
		}
	}
}

func TestFault(t *testing.T) {
	for text, want := range map[string]string{
		`{"toolyard":1}`: "", `{"toolyard":1,"playgrounds":[{"playground":{"toolyard":1}}]}`: "",
		"": "file-not-json", "hello": "file-not-json", `{"a":1}`: "file-foreign", `[]`: "file-foreign",
		`{"toolyard":1,"title":"cu`: "file-cut", `{"toolyard":1,"tools":[{`: "file-cut",
		`{"toolyard":2}`: "file-newer", `{"toolyard":2,"playgrounds":[]}`: "file-newer",
		`{"toolyard":1,"tools":7}`: "file-corrupt", `{"toolyard":1,"playgrounds":7}`: "file-corrupt",
		`{"toolyard":1,"playgrounds":[{"playground":{"toolyard":9}}]}`:                       "file-newer",
		`{"toolyard":1,"playgrounds":[` + strings.Repeat("{},", mostBundled) + `{}]}`:        "file-too-large",
		`{"toolyard":1,"tools":[` + strings.Repeat("{},", 1000) + `{}]}`:                     "file-too-large",
		`{"toolyard":1,"title":` + strings.Repeat("[", 600) + strings.Repeat("]", 600) + `}`: "file-too-large",
		strings.Repeat(" ", MostRead) + `{"toolyard":1}`:                                     "file-too-large",
	} {
		if got, _ := Fault(text); got != want {
			t.Errorf("%.60s: %q, want %q", text, got, want)
		}
	}
}

// published is the schema of files that the site gives out.
func published(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../web/toolyard.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// comesBack holds a file, alone and in a bundle, to what it was written of and to
// the schema that is published.
func comesBack(t *testing.T, schemaText string, s share.Snapshot) {
	t.Helper()
	alone := Indented(share.Marshal(s))
	bundle := Bundle([]Record{New(Entry{Lineage: "l", Name: "n", Pinned: true, At: 1_700_000_000_000, Why: Asked}, s)})
	for name, text := range map[string]string{"file": alone, "bundle": bundle} {
		if r := validate.Check(schemaText, text); r.State != validate.Valid {
			t.Errorf("the %s is %s: %s %s %+v", name, r.State, r.Reason, r.Detail, r.Problems)
		}
	}
	back, err := share.Unmarshal(alone)
	if err != nil || !reflect.DeepEqual(back, s) {
		t.Errorf("read back as %.300s, %v", share.Marshal(back), err)
	}
	d := jsondoc.Parse(bundle)
	records, err := Unbundle(d, d.Root)
	if err != nil || len(records) != 1 {
		t.Fatal(len(records), err)
	}
	r := records[0]
	if r.Text != share.Marshal(s) || r.Name != "n" || !r.Pinned || r.At != 1_700_000_000_000 || r.Lineage != "l" {
		t.Errorf("unbundled as %+v", r.Entry)
	}
}

func TestRealToolsComeBack(t *testing.T) {
	dir := os.Getenv("TOOLYARD_TOOLS")
	if dir == "" {
		t.Skip("TOOLYARD_TOOLS names no folder with real tools")
	}
	text, err := os.ReadFile(dir + "/github-mcp-server.tools-list.json")
	if err != nil {
		t.Fatal(err)
	}
	d := jsondoc.Parse(string(text))
	list := d.Root.Get("tools")
	if list == nil {
		list = d.Root.Get("result").Get("tools")
	}
	var s share.Snapshot
	for i, n := range list.Elements {
		name, _ := d.Str(n.Get("name"))
		about, _ := d.Str(n.Get("description"))
		parameters := d.Raw(n.Get("inputSchema")) // as it stands in that file
		if i%2 == 0 {
			parameters = jsondoc.Indent(d, n.Get("inputSchema"), "", "  ")
		}
		s.Tools = append(s.Tools, tool.Tool{ID: i + 1, Name: name, Description: about, Parameters: schema.Read(parameters)})
	}
	if len(s.Tools) < 100 {
		t.Fatalf("%d tools", len(s.Tools))
	}
	comesBack(t, published(t), s)
}

// TestBytesComeBack holds what differs in bytes alone to coming back.
func TestBytesComeBack(t *testing.T) {
	var s share.Snapshot
	for i, text := range []string{
		"", "{", "{ }", "{\n  \"a\": 1.0,\n  \"b\": 1e2,\n  \"a\": 12345678901234567890\n}", "{\"z\":\"\\u0041\",\"a\":\"A\"}",
		"{\n\t\"tab\": true\n}", "{\n  \"windows\": 1\r\n}", "not JSON \x00", "[]", "\"text\"",
	} {
		s.Tools = append(s.Tools, tool.Tool{ID: i + 1, Name: fmt.Sprint("t", i), Parameters: schema.Read(text)})
	}
	s.Nodes = []chat.Node{
		{ID: 1, Message: chat.User{Text: "  two\r\nlines\u2028 "}},
		{ID: 2, Parent: 1, Completion: 1, Message: chat.Assistant{
			Content: chat.ContentParts, Parts: "[ {\"type\": \"text\"} ]",
			Calls: []chat.ToolCall{{ID: "c", Name: "t1", Arguments: "{\"n\": 1.50,}", Extra: []chat.Member{{Name: "x", Raw: "[1, 2.0]"}}}},
			Extra: []chat.Member{{Name: "reasoning_content", Raw: `"…"`}},
		}},
		{ID: 3, Parent: 2, Message: chat.ToolResult{CallID: "c", Name: "t1", Text: "{}"}},
		{ID: 9, Parent: 1, Completion: 7, Message: chat.Assistant{Content: chat.ContentNull, Incomplete: true}},
	}
	s.Tip = 3
	s.Endpoint = provider.Endpoint{Provider: "custom", BaseURL: "https://a.example/v1", Auth: provider.AuthBearer, Dialect: "chat-tools", Model: "m"}
	s.Options = provider.Options{Stream: "true", Temperature: "0.70", Extra: `{"a": 1.0}`}
	comesBack(t, published(t), s)
}

func FuzzUnbundle(f *testing.F) {
	f.Add(Bundle([]Record{New(Entry{Lineage: "l", Name: "n"}, share.Snapshot{Title: "t"})}))
	f.Fuzz(func(t *testing.T, text string) {
		if reason, _ := Fault(text); reason != "" {
			return
		}
		d := jsondoc.Parse(text)
		if !IsBundle(d.Root) {
			return
		}
		records, err := Unbundle(d, d.Root)
		if err != nil {
			t.Fatal(err)
		}
		again := jsondoc.Parse(Bundle(records))
		if twice, err := Unbundle(again, again.Root); err != nil || len(twice) != len(records) {
			t.Errorf("%d playgrounds became %d, %v", len(records), len(twice), err)
		}
	})
}
