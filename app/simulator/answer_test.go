package simulator

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"toolyard/app/jsondoc"
	"toolyard/app/sample"
	"toolyard/app/validate"
	"toolyard/app/validate/checker"
)

const weatherTool = `{"type":"function","function":{"name":"get_weather","description":"Weather of a city",` +
	`"parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}`

// ask is a request with one tool and any further members.
func ask(prompt, more string) string {
	return `{"model":"m","tools":[` + weatherTool + `],"messages":[{"role":"user","content":` + jsondoc.Quote(prompt) + `}]` + more + `}`
}

// TestAnswer holds whole scripts: status, type, and every chunk with its pause.
func TestAnswer(t *testing.T) {
	call := `{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"get_weather","arguments":"{\"city\":\"Oslo\"}"}}]}`
	result := `{"role":"tool","tool_call_id":"c1","content":"{\"high\":3,\"sky\":\"snow\"}"}`
	legacy := `{"model":"m","functions":[{"name":"get_weather","parameters":{"properties":{"city":{"type":"string"}},"required":["city"]}}],"messages":[{"role":"user","content":"Weather in Oslo and Bergen?"}`
	two := "Weather in Oslo and in Lagos?"
	history := func(messages, more string) string {
		return `{"model":"m","tools":[` + weatherTool + `],"messages":[` + messages + `]` + more + `}`
	}
	user := `{"role":"user","content":"Weather in Oslo and in Lagos?"}`
	cases := []struct{ name, body, language string }{
		{"streamed calls", ask("天气：北京？", `,"stream":true`), "zh"},
		{"parallel calls", ask(two, ""), "en"},
		{"one at a time", ask(two, `,"parallel_tool_calls":false`), "en"},
		{"the next after the result", history(user+","+call+","+result, `,"parallel_tool_calls":false`), "en"},
		{"streamed answer", history(`{"role":"user","content":"What do I wear in Oslo?"},`+call+","+result, `,"stream":true`), "en"},
		{"nothing fits", ask("Hello!", ""), "en"},
		{"nothing fits, in Chinese", ask("你好", ""), "zh-CN"},
		{"no tools", `{"model":"m","messages":[{"role":"user","content":"Hello!"}]}`, "en"},
		{"none", ask(two, `,"tool_choice":"none"`), "en"},
		{"required", ask("Hello!", `,"tool_choice":"required"`), "en"},
		{"named", ask("Oslo", `,"tool_choice":{"type":"function","function":{"name":"get_weather"}}`), "en"},
		{"named again after the result", history(user+","+call+","+result, `,"tool_choice":{"type":"function","function":{"name":"get_weather"}}`), "en"},
		{"legacy", legacy + "]}", "en"},
		{"legacy, streamed", legacy + `],"stream":true}`, "en"},
		{"legacy, named", legacy + `],"function_call":{"name":"get_weather"}}`, "en"},
		{"an error for a result", history(user+","+call+`,{"role":"tool","tool_call_id":"c1","content":"Error: no such place"}`, ""), "zh"},
		{"no JSON", `{"model":`, "en"},
		{"no model", `{"messages":[]}`, "en"},
		{"no messages", `{"model":"m","messages":[]}`, "en"},
		{"a call without its result", history(user+","+call+","+user, ""), "en"},
		{"a call without its result at the end", history(user+","+call, ""), "en"},
		{"a result without its call", history(user+","+result, ""), "en"},
		{"an unknown role", history(`{"role":"robot","content":"x"}`, ""), "en"},
		{"an unknown tool", ask(two, `,"tool_choice":{"type":"function","function":{"name":"x"}}`), "en"},
		{"an unknown choice", ask(two, `,"tool_choice":"always"`), "en"},
		{"a choice without tools", `{"model":"m","messages":[{"role":"user","content":"x"}],"tool_choice":"auto"}`, "en"},
	}
	var b strings.Builder
	for _, c := range cases {
		s := Answer(c.body, c.language)
		fmt.Fprintf(&b, "# %s\n%s\n%d %s\n", c.name, c.body, s.Status, s.ContentType)
		for _, chunk := range s.Chunks {
			fmt.Fprintf(&b, "%v %s\n", chunk.Pause, strings.TrimSpace(chunk.Text))
		}
		b.WriteByte('\n')
	}
	golden(t, "testdata/answers.txt", b.String())
}

func TestAnswerIsTheSameTwice(t *testing.T) {
	for _, s := range sample.All("en") {
		body := bodyOf(s.Snapshot, s.Snapshot.Prompt, `,"stream":true`)
		want := fmt.Sprint(Answer(body, "en"))
		for range 10 {
			if got := fmt.Sprint(Answer(body, "en")); got != want {
				t.Fatalf("%s:\n got %s\nwant %s", s.ID, got, want)
			}
		}
	}
}

// TestStreamAndWholeAgree: what a stream brings in pieces is what the other way
// brings at once.
func TestStreamAndWholeAgree(t *testing.T) {
	for _, language := range []string{"en", "zh"} {
		for _, s := range sample.All(language) {
			whole := Answer(bodyOf(s.Snapshot, s.Snapshot.Prompt, ""), language).Chunks[0].Text
			var streamed strings.Builder
			for _, chunk := range Answer(bodyOf(s.Snapshot, s.Snapshot.Prompt, `,"stream":true`), language).Chunks {
				d := jsondoc.Parse(strings.TrimPrefix(strings.TrimSpace(chunk.Text), "data: "))
				for _, at := range []string{"content", "tool_calls/0/function/name", "tool_calls/0/function/arguments", "function_call/name", "function_call/arguments"} {
					streamed.WriteString(text(d, d.At("/choices/0/delta/"+at)))
				}
			}
			d := jsondoc.Parse(whole)
			m := readMessage(d, d.At("/choices/0/message"))
			want := m.text
			for _, c := range m.calls {
				want += c.name + c.arguments
			}
			if streamed.String() != want {
				t.Errorf("%s:\n got %s\nwant %s", s.ID, streamed.String(), want)
			}
		}
	}
}

// schemas are shapes that tools have, and one or two that they should not have.
var schemas = []string{
	`{"type":"object","properties":{"a":{"type":"string","minLength":12},"b":{"type":"string","maxLength":2}},"required":["a","b"]}`,
	`{"type":"object","properties":{"n":{"type":"integer","minimum":3,"multipleOf":7},"m":{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":0.5},"k":{"type":"integer","maximum":-5}},"required":["n","m","k"]}`,
	`{"type":"object","properties":{"l":{"type":"array","minItems":3,"uniqueItems":true,"items":{"type":"string"}}},"required":["l"]}`,
	`{"type":"object","properties":{"l":{"type":"array","minItems":2,"items":{"type":"object","properties":{"id":{"type":"integer"},"tag":{"enum":["x"]}},"required":["id","tag"]}}},"required":["l"]}`,
	`{"type":"object","properties":{"p":{"type":"string","pattern":"^[A-Z]{2}-\\d{3,5}(?:x|y)$"},"u":{"type":"string","pattern":"^https?://"}},"required":["p","u"]}`,
	`{"type":"object","properties":{"d":{"type":"string","format":"date"},"t":{"type":"string","format":"date-time"},"e":{"type":"string","format":"email"},"i":{"type":"string","format":"uuid"}},"required":["d","t","e","i"]}`,
	`{"type":"object","properties":{"x":{"anyOf":[{"type":"null"},{"type":"integer","minimum":9}]},"y":{"oneOf":[{"type":"string","maxLength":1},{"type":"string","minLength":5}]}},"required":["x","y"]}`,
	`{"type":"object","properties":{"x":{"type":["null","boolean"]},"c":{"const":{"a":[1]}},"v":{"default":"fine"},"w":{"examples":[42]}},"required":["x","c","v","w"]}`,
	`{"$defs":{"node":{"type":"object","properties":{"name":{"type":"string"},"next":{"$ref":"#/$defs/node"}},"required":["name"]}},"type":"object","properties":{"n":{"$ref":"#/$defs/node"}},"required":["n"]}`,
	`{"type":"object","properties":{"m":{"type":"object","additionalProperties":{"type":"integer"},"minProperties":2}},"required":["m"]}`,
	`{"type":"object","required":["free"],"additionalProperties":{"type":"number"}}`,
	`{"type":"object","properties":{"both":{"allOf":[{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]},{"properties":{"b":{"type":"integer"}},"required":["b"]}]}},"required":["both"]}`,
	`{"type":"object","properties":{"place":{"type":"object","properties":{"city":{"type":"string"},"geo":{"type":"object","properties":{"lat":{"type":"number","minimum":-90,"maximum":90}},"required":["lat"]}},"required":["city","geo"],"additionalProperties":false}},"required":["place"],"additionalProperties":false}`,
	`{"type":"object","properties":{"q":{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":false}},"required":["q"]}`,
	`{}`, `true`,
}

func TestArgumentsSatisfyOwnSchemas(t *testing.T) {
	for _, schema := range schemas {
		for _, prompt := range []string{"go", "In Oslo and 北京 tomorrow at 15:00, 3 of \"a b\" for 20 euro, with Ana, P-2041"} {
			arguments := forcedCall(t, "do_it", schema, prompt)
			if r := checker.Check(schema, arguments); r.State != validate.Valid {
				t.Errorf("%s\n%s\n%+v", schema, arguments, r)
			}
		}
	}
}

// forcedCall is the arguments of the first call of a tool that must be called.
func forcedCall(t *testing.T, name, schema, prompt string) string {
	t.Helper()
	body := `{"model":"m","tools":[{"type":"function","function":{"name":` + jsondoc.Quote(name) + `,"parameters":` + schema + `}}],` +
		`"tool_choice":"required","messages":[{"role":"user","content":` + jsondoc.Quote(prompt) + `}]}`
	d := jsondoc.Parse(Answer(body, "en").Chunks[0].Text)
	return text(d, d.At("/choices/0/message/tool_calls/0/function/arguments"))
}

// TestArgumentsSatisfyRealTools runs over a tools/list of real servers.
func TestArgumentsSatisfyRealTools(t *testing.T) {
	folder := os.Getenv("TOOLYARD_TOOLS")
	if folder == "" {
		t.Skip("TOOLYARD_TOOLS names no folder of real tools")
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	valid, total := 0, 0
	for _, e := range entries {
		content, err := os.ReadFile(folder + "/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		d := jsondoc.Parse(string(content))
		for _, tool := range elements(d.Root.Get("tools")) {
			total++
			name, schema := text(d, tool.Get("name")), d.Raw(tool.Get("inputSchema"))
			arguments := forcedCall(t, name, schema, "Do it for repository octo/demo, issue 12, in Oslo")
			if r := checker.Check(schema, arguments); r.State != validate.Valid {
				t.Errorf("%s(%s): %+v", name, arguments, r)
				continue
			}
			valid++
		}
	}
	t.Logf("%d of %d tools get arguments that satisfy their schema", valid, total)
}

func FuzzAnswer(f *testing.F) {
	f.Add(ask("Weather in Oslo and in Lagos?", `,"stream":true`), "en")
	f.Add(ask("明天下午三点半和李雷开会，200 欧元", `,"tool_choice":"required"`), "zh")
	for _, schema := range schemas {
		f.Add(`{"model":"m","functions":[{"name":"f","parameters":`+schema+`}],"messages":[{"role":"user","content":"f 3"}]}`, "en")
	}
	f.Fuzz(func(t *testing.T, body, language string) {
		s := Answer(body, language)
		if len(s.Chunks) == 0 || s.Status != 200 && s.Status != 400 {
			t.Fatalf("%+v", s)
		}
		for _, chunk := range s.Chunks {
			data := strings.TrimPrefix(strings.TrimSpace(chunk.Text), "data: ")
			if data != "[DONE]" && !jsondoc.Parse(data).OK() {
				t.Fatalf("not JSON: %s", chunk.Text)
			}
		}
	})
}
