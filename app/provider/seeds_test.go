package provider

import (
	"strings"
	"testing"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
	"toolyard/app/schema"
	"toolyard/app/tool"
)

// fromDocument is the completion that a document's request describes, sent to
// the vendor's preset.
func fromDocument(t *testing.T, id string, d jsondoc.Doc) Completion {
	t.Helper()
	if !d.OK() {
		t.Fatal(d.Errors)
	}
	preset, ok := PresetByID(id)
	if !ok {
		t.Fatalf("no preset %s", id)
	}
	c := Completion{Endpoint: preset.Endpoint(), Key: testKey}
	c.Endpoint.Model = str(d, d.Root.Get("model"))
	c.Options = Options{
		Stream:      d.Raw(d.Root.Get("stream")),
		Temperature: d.Raw(d.Root.Get("temperature")),
		MaxTokens:   d.Raw(d.Root.Get("max_tokens")),
		ToolChoice:  str(d, d.Root.Get("tool_choice")),
	}
	for _, m := range elements(d.Root.Get("messages")) {
		text := str(d, m.Get("content"))
		switch str(d, m.Get("role")) {
		case "system":
			c.Messages = append(c.Messages, chat.System{Text: text})
		case "user":
			c.Messages = append(c.Messages, chat.User{Text: text})
		case "assistant":
			c.Messages = append(c.Messages, chat.Assistant{Content: chat.ContentText, Text: text})
		}
	}
	for _, n := range elements(d.Root.Get("tools")) {
		f := n.Get("function")
		c.Tools = append(c.Tools, tool.Tool{Name: str(d, f.Get("name")), Description: str(d, f.Get("description")),
			Parameters: schema.Read(d.Raw(f.Get("parameters")))})
	}
	return c
}

func TestSeedRequests(t *testing.T) {
	a := readArchive(t, "testdata/seeds.txtar")
	for id, want := range map[string]string{
		"dmxapi":      "POST https://www.dmxapi.cn/v1/chat/completions\nContent-Type: application/json\nAuthorization: •••\n",
		"bingcheng":   "POST https://yewu.bcwhkj.cn/v1/chat/completions\nContent-Type: application/json\nAuthorization: Bearer •••\n",
		"crazyrouter": "POST https://crazyrouter.com/v1/chat/completions\nContent-Type: application/json\nAuthorization: Bearer •••\n",
		"winfull":     "POST https://api.winfull.cloud-ip.cc/v1/chat/completions\nContent-Type: application/json\nAuthorization: Bearer •••\n",
	} {
		t.Run(id, func(t *testing.T) {
			document := jsondoc.Parse(a.files[id+".request.json"])
			r := send(t, fromDocument(t, id, document))
			if got := jsondoc.Parse(r.Body); !jsondoc.Equal(document, document.Root, got, got.Root) {
				t.Errorf("got %s, want the values of %s", r.Body, document.Text)
			}
			if head, _, _ := strings.Cut(r.HTTP(), "\n\n"); head+"\n" != want {
				t.Errorf("got\n%s\nwant\n%s", head, want)
			}
		})
	}
}

func send(t *testing.T, c Completion) Request {
	t.Helper()
	dialect, ok := ByName(c.Endpoint.Dialect)
	if !ok {
		t.Fatalf("no dialect %s", c.Endpoint.Dialect)
	}
	r, err := dialect.Request(c)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// answered reads the answer that a document shows.
func answered(t *testing.T, a archive, name string) (chat.Answer, Outcome) {
	t.Helper()
	id, _, _ := strings.Cut(name, ".")
	preset, _ := PresetByID(id)
	dialect, _ := ByName(preset.Dialect)
	d := recorded{body: []byte(a.files[name]), status: 200, dialect: dialect, contentType: "application/json"}.decode(1 << 20)
	return d.Answer, d.Outcome
}

func TestSeedAnswers(t *testing.T) {
	a := readArchive(t, "testdata/seeds.txtar")
	for name, want := range map[string]string{
		"dmxapi.answer.json":    `[get_current_weather call_Syfqyc3RXs1XNjjhUfDUwH76 {"location":"上海, 中国","unit":"celsius"}]`,
		"bingcheng.answer.json": "20220206-未编辑-在由于COVID-19流行病的影响，2020年的世界职业棒球大赛在美国佛罗里达州的阿灵顿举行。",
		"winfull.answer.json":   "\n\nHello there, how may I assist you today?",
	} {
		answer, outcome := answered(t, a, name)
		m := answer.Message()
		got := m.Text
		for _, c := range m.Calls {
			got += "[" + c.Name + " " + c.ID + " " + c.Arguments + "]"
		}
		if got != want || outcome.Error != nil || len(answer.Repairs) > 0 || !answer.Complete() {
			t.Errorf("%s: got %q, %+v, %v", name, got, outcome, answer.Repairs)
		}
	}
}

func TestSeedErrors(t *testing.T) {
	a := readArchive(t, "testdata/seeds.txtar")
	for name, kind := range map[string]Kind{
		"bingcheng.key.json": KindKey, "bingcheng.request-error.json": KindRequest, "bingcheng.content.json": KindContent,
		"bingcheng.quota.json": KindQuota, "bingcheng.provider.json": KindProvider,
	} {
		_, outcome := answered(t, a, name)
		switch e := outcome.Error; {
		case e == nil:
			t.Errorf("%s is no error", name)
		case e.Kind != kind || e.Message == "" || e.Code == "" || e.Status != 200 || e.Body != a.files[name]:
			t.Errorf("%s: %+v", name, e)
		}
	}
}

// Crazyrouter documents a whole loop: two tools, their results, and the choice
// of one function.
func TestSeedLoop(t *testing.T) {
	a := readArchive(t, "testdata/seeds.txtar")
	c := fromDocument(t, "crazyrouter", jsondoc.Parse(a.files["crazyrouter.request.json"]))
	answer, _ := answered(t, a, "crazyrouter.answer.json")
	want := jsondoc.Parse(a.files["crazyrouter.second-messages.json"])
	c.Messages = append(c.Messages, answer.Message())
	for i, call := range answer.Message().Calls {
		c.Messages = append(c.Messages, chat.ToolResult{CallID: call.ID, Name: call.Name,
			Text: str(want, want.Root.Elements[2+i].Get("content"))})
	}
	c.Options.ToolChoice = "tool:get_weather"
	body := jsondoc.Parse(send(t, c).Body)
	if got := body.Root.Get("messages"); !jsondoc.Equal(want, want.Root, body, got) {
		t.Errorf("messages are %s, want %s", body.Raw(got), want.Text)
	}
	choice := jsondoc.Parse(a.files["crazyrouter.forced-choice.json"])
	if got := body.Root.Get("tool_choice"); !jsondoc.Equal(choice, choice.Root, body, got) {
		t.Errorf("the choice is %s, want %s", body.Raw(got), choice.Text)
	}
}
