package play

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
	"toolyard/app/provider"
)

const (
	oneTool = `{"type":"function","function":{"name":"get_weather","parameters":{"type":"object"}}}`
	// A request with a member that has no control, and a result to be written.
	request = `{"model":"model-9","temperature":0.20,"top_p":1,"tools":[` + oneTool + `],"messages":[
		{"role":"system","content":"Be brief."},{"role":"user","content":"Oslo?"},
		{"role":"assistant","content":null,"tool_calls":[{"id":"a","type":"function","function":{"name":"get_weather","arguments":"{}"}}]}]}`
	elsewhereText = `{"toolyard":1,"title":"Theirs","endpoint":{"url":"https://b.example/v1","model":"b"},"prompt":"Hi"}`
)

// importing is a page with an endpoint of its own and a key for it, whose import
// dialog holds a text.
func importing(text string) *stage {
	s := newStage(newHost())
	s.do(PresetChosen{"custom"}, SettingTyped{BaseURL, "https://a.example/v1"}, SettingTyped{ModelName, "model-1"},
		SettingTyped{Auth, "raw"}, KeyTyped{"nobody's key"},
		DialogOpened{Name: "import", Field: "import-text"}, ImportTyped{}.With(text))
	s.host.focus = nil
	return s
}

func TestImportAdded(t *testing.T) {
	for _, tt := range []struct{ name, text, want, notice string }{
		{"one", oneTool, "get_weather convert_currency get_weather_2*", "imported 1"},
		{"names stay unique", "[" + oneTool + "," + oneTool + `,{"name":"now","input_schema":{}}]`,
			"get_weather convert_currency get_weather_2* get_weather_3 now", "imported 3"},
		{"the tools of a request alone", request, "get_weather convert_currency get_weather_2*", "imported 1"},
		{"a sample", `{"city":"Oslo"}`, "get_weather convert_currency imported_tool*", "imported 1"},
		{"beside what can't be read", "[" + oneTool + ",7]", "get_weather convert_currency get_weather_2*", "imported 1"},
		{"nothing", "hello", "get_weather* convert_currency", ""},
		{"blank", " \n", "get_weather* convert_currency", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := importing(tt.text)
			before := len(s.model.history.past)
			s.do(ImportAdded{})
			if got := list(s.model); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
			if tt.notice == "" {
				if s.model.View.Dialog != "import" || s.model.View.Import.Text != tt.text || len(s.host.focus) > 0 {
					t.Error("a text without tools stays in its dialog")
				}
				return
			}
			if n := s.model.Notices; len(n) != 1 || n[0].Kind+" "+n[0].Detail != tt.notice {
				t.Errorf("notices %+v, want %s", n, tt.notice)
			}
			if s.model.View.Dialog != "" || s.model.View.Import.Text != "" {
				t.Error("the dialog is still there")
			}
			if got := strings.Join(s.host.focus, " "); got != toolRow(s.model.View.Tool) {
				t.Errorf("focus %q", got)
			}
			if s.do(Undone{}); list(s.model) != "get_weather convert_currency*" || len(s.model.history.past) != before {
				t.Errorf("one undo leaves %s", list(s.model))
			}
		})
	}
}

func TestImportTakenOfARequest(t *testing.T) {
	s := importing(request)
	s.do(PromptTyped{"mine"})
	old := s.model.Snapshot()
	s.do(ImportTaken{})
	m := s.model
	want := provider.Endpoint{Provider: "custom", BaseURL: "https://a.example/v1", Auth: "raw", Dialect: "chat-tools", Model: "model-9"}
	if m.Endpoint != want {
		t.Errorf("endpoint %+v, want %+v", m.Endpoint, want)
	}
	if m.Keys.For(m.Endpoint).Secret.Reveal() != "nobody's key" {
		t.Error("the key is gone")
	}
	if o := m.Options; o.Temperature != "0.20" || o.Extra != "{\n  \"top_p\": 1\n}" || o.Stream != "" {
		t.Errorf("options %+v", o)
	}
	if list(m) != "get_weather*" || m.System != "Be brief." || m.Prompt != "" || len(m.Conversation.Messages()) != 2 || m.Run() != Waiting {
		t.Errorf("took %s, %q, %q, %v", list(m), m.System, m.Prompt, m.Conversation.Messages())
	}
	if _, ok := m.Conversation.Messages()[0].(chat.User); !ok || m.View.Dialog != "" || m.View.Import.Text != "" {
		t.Error("the conversation begins with the question, and the dialog is closed")
	}
	s.do(Undone{})
	if got := s.model.Snapshot(); got.Prompt != old.Prompt || got.Endpoint != old.Endpoint || list(s.model) != "get_weather* convert_currency" {
		t.Errorf("undo brings back %+v", got)
	}
}

func TestImportTakenOfAPlayground(t *testing.T) {
	s := importing(elsewhereText)
	s.do(ImportTaken{})
	m := s.model
	if m.Title != "Theirs" || m.Prompt != "Hi" || m.Endpoint.Host() != "b.example" || len(m.Tools) != 0 {
		t.Errorf("took %+v", m.Build)
	}
	if m.Keys.For(m.Endpoint).Secret != "" {
		t.Error("the key of a.example would go to b.example")
	}
	if s.do(Undone{}); s.model.Endpoint.Host() != "a.example" || s.model.Keys.For(s.model.Endpoint).Secret == "" {
		t.Error("undo brings the endpoint back, whose key was kept")
	}
}

func TestToolsAloneAreNotTaken(t *testing.T) {
	for _, text := range []string{oneTool, `{"type":"object","properties":{}}`, `{"a":1}`, "hello", "", "#s1.1.cut"} {
		s := importing(text)
		before := s.model.Build.Title
		if s.model.CanTake() {
			t.Errorf("%q can be taken", text)
		}
		if s.do(ImportTaken{}); s.model.Build.Title != before || s.model.View.Dialog != "import" {
			t.Errorf("%q was taken", text)
		}
	}
}

func TestRepairTaken(t *testing.T) {
	broken := strings.Replace(oneTool, `"object"}`, `"object",}`, 1)
	s := importing(broken)
	if s.model.View.Import.Repair == nil {
		t.Fatal("no repair is offered")
	}
	s.do(RepairTaken{})
	if found := s.model.View.Import; found.Text != oneTool || len(found.Tools) != 1 || found.Repair != nil {
		t.Errorf("repaired: %+v", found)
	}
	if strings.Join(s.host.focus, " ") != "import-text" {
		t.Errorf("focus %q", s.host.focus)
	}
}

// TestImportIsOfTheMoment: nothing in the dialog is kept, nor does typing make
// anything of it.
func TestImportIsOfTheMoment(t *testing.T) {
	s := importing(request)
	s.do(ToolAdded{})
	s.runner.Flush()
	for _, text := range s.host.kept[Device] {
		if strings.Contains(text, "model-9") {
			t.Errorf("kept: %s", text)
		}
	}
}

func TestFresh(t *testing.T) {
	s := newStage(newHost())
	if !s.model.Fresh() {
		t.Error("a sample as it was opened is fresh")
	}
	id := s.model.Tools[0].ID
	for _, msg := range []Msg{ToolDescribed{id, "mine"}, ParametersTyped{id, "{}"}, ToolAdded{}, PromptTyped{"mine"}} {
		if next, _ := Update(s.model, msg); next.Fresh() {
			t.Errorf("after %T", msg)
		}
	}
	s.do(ToolRemoved{id}, ToolRemoved{s.model.Tools[1].ID})
	if !s.model.Fresh() {
		t.Error("without tools there is nothing to lose")
	}
}

// TestImportRealTools takes the tools of real servers from the dialog to the
// body of the next request: each parameter schema stands there as it was pasted.
func TestImportRealTools(t *testing.T) {
	folder := os.Getenv("TOOLYARD_TOOLS")
	if folder == "" {
		t.Skip("TOOLYARD_TOOLS does not name a folder")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s := newStage(newHost())
		s.do(ToolRemoved{s.model.Tools[0].ID}, ToolRemoved{s.model.Tools[1].ID},
			DialogOpened{Name: "import"}, ImportTyped{string(text)}, ImportAdded{})
		r, err := Request(s.model.Next())
		if err != nil {
			t.Fatal(err)
		}
		pasted, sent := jsondoc.Parse(string(text)), jsondoc.Parse(string(r.Body))
		want, got := pasted.At("/tools").Elements, sent.At("/tools").Elements
		if len(got) != len(want) {
			t.Fatalf("%s: %d tools of %d", file, len(got), len(want))
		}
		for i := range want {
			in, out := want[i].Get("inputSchema"), got[i].Get("function").Get("parameters")
			if jsondoc.Compact(pasted, in) != jsondoc.Compact(sent, out) {
				t.Errorf("%s: %s became %s", file, pasted.Raw(in), sent.Raw(out))
			}
		}
	}
}
