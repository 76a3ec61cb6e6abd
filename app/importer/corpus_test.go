package importer

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
	"toolyard/app/provider"
	"toolyard/app/schema"
)

// corpus are the files of that name, or with that ending, in the folder that an
// environment variable names.
func corpus(t *testing.T, variable, ending string) map[string]string {
	t.Helper()
	folder := os.Getenv(variable)
	if folder == "" {
		t.Skipf("%s does not name a folder", variable)
	}
	found := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ending) {
			return err
		}
		text, err := os.ReadFile(path)
		found[path] = string(text)
		return err
	})
	if err != nil || len(found) == 0 {
		t.Fatalf("%s=%s: %d files, %v", variable, folder, len(found), err)
	}
	return found
}

// TestRealTools imports the tools of real MCP servers: they come out as they went
// in.
func TestRealTools(t *testing.T) {
	total := 0
	for path, text := range corpus(t, "TOOLYARD_TOOLS", ".json") {
		d := jsondoc.Parse(text)
		want, f := d.At("/tools").Elements, Read(text)
		if f.Kind != Tools || len(f.Tools) != len(want) || len(f.Rejects)+len(f.Notes) > 0 {
			t.Fatalf("%s: %s, %d tools of %d, %v %v", path, f.Kind, len(f.Tools), len(want), f.Notes, f.Rejects)
		}
		for i, c := range f.Tools {
			total++
			name, _ := d.Str(want[i].Get("name"))
			description, _ := d.Str(want[i].Get("description"))
			parameters := c.Tool.Parameters.Doc
			if c.Tool.Name != name || c.Tool.Description != description || c.Shape != ShapeMCP ||
				!jsondoc.Equal(d, want[i].Get("inputSchema"), parameters, parameters.Root) ||
				jsondoc.Compact(d, want[i].Get("inputSchema")) != jsondoc.Compact(parameters, parameters.Root) {
				t.Errorf("%s: %s became %s", path, d.Raw(want[i]), parameters.Text)
			}
			for _, p := range c.Problems {
				if p.Severity == schema.Error {
					t.Errorf("%s: %s: %v", path, name, p)
				}
			}
			if len(c.Notes) != len(want[i].Members)-3 {
				t.Errorf("%s: %s: %v", path, name, c.Notes)
			}
		}
	}
	t.Logf("%d tools", total)
}

// TestRealRequests imports recorded bodies and writes the request anew: what
// differs was told.
func TestRealRequests(t *testing.T) {
	same, noted := 0, 0
	for path, text := range corpus(t, "TOOLYARD_FIXTURES", "request.json") {
		f := Read(text)
		if f.Kind != Chat {
			t.Errorf("%s is %q: %v", path, f.Kind, f.Rejects)
			continue
		}
		before, after := jsondoc.Parse(text), jsondoc.Parse(sent(t, f))
		notes := len(f.Notes) + len(f.Rejects)
		for _, c := range f.Tools {
			notes += len(c.Notes)
		}
		switch {
		case equalRequests(before, after):
			same++
		case notes > 0:
			noted++
		default:
			t.Errorf("%s: without a word it became\n%s", path, after.Text)
		}
	}
	t.Logf("%d the same, %d with notes", same, noted)
}

// equalRequests compares two bodies but for what is never sent, as it says
// nothing: no strictness, no description, null.
func equalRequests(a, b jsondoc.Doc) bool {
	for _, silent := range []string{`,"strict":false`, `"strict":false,`, `"description":"",`, `,"description":""`,
		`"name":null,`, `,"tool_calls":null`} {
		a = jsondoc.Parse(strings.ReplaceAll(jsondoc.Compact(a, a.Root), silent, ""))
	}
	return jsondoc.Equal(a, a.Root, b, b.Root)
}

// sent is the body that a playground with what was found would send.
func sent(t *testing.T, f Found) string {
	t.Helper()
	s := f.Snapshot
	c := provider.Completion{Endpoint: s.Endpoint, Options: s.Options}
	c.Endpoint.BaseURL = "https://x.example"
	if s.System != "" {
		c.Messages = append(c.Messages, chat.System{Text: s.System})
	}
	c.Messages = append(c.Messages, chat.Restore(s.Nodes, s.Tip).Messages()...)
	if s.Prompt != "" {
		c.Messages = append(c.Messages, chat.User{Text: s.Prompt})
	}
	for _, tool := range f.Tools {
		c.Tools = append(c.Tools, tool.Tool)
	}
	dialect, _ := provider.ByName(s.Endpoint.Dialect)
	r, err := dialect.Request(c)
	if err != nil {
		return err.Error()
	}
	return r.Body
}

// TestRequestsComeOutAsTheyWentIn needs no corpus.
func TestRequestsComeOutAsTheyWentIn(t *testing.T) {
	for _, text := range []string{
		`{"model":"m","messages":[{"role":"system","content":"s"},{"role":"user","content":"u"}],"stream":true,"temperature":0.50,"n":1}`,
		`{"model":"m","messages":[{"role":"user","content":"u"},{"role":"assistant","content":"","tool_calls":[{"id":"a","type":"function","function":{"name":"f","arguments":"{ \"x\":1}"}}],"reasoning_content":"r"},{"role":"tool","tool_call_id":"a","content":"1"}],"tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object","x":1.0}}}],"tool_choice":"required","stream":false,"max_tokens":7,"max_completion_tokens":8}`,
		`{"model":"m","messages":[{"role":"user","content":"u"},{"role":"assistant","content":null,"function_call":{"name":"f","arguments":"{}"}},{"role":"function","name":"f","content":"1"},{"role":"user","content":"v"}],"functions":[{"name":"f","parameters":{"type":"object"}}],"function_call":"auto","stream":false}`,
	} {
		f := Read(text)
		before, after := jsondoc.Parse(text), jsondoc.Parse(sent(t, f))
		if !equalRequests(before, after) || len(f.Notes)+len(f.Rejects) > 0 {
			t.Errorf("%s became\n%s\n%s", text, after.Text, describe(f))
		}
	}
}
