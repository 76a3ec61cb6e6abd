package provider

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
)

// disagreements are cases in which the body says something else than
// expected.json, and is right.
// {what differs, why}; everything else of these cases is compared.
var disagreements = map[string][2]string{
	"crmne-ruby-llm/mistral-chat-error-handling-with-mistral-mistral-small-latest-raises-appropriate-auth-er-0": {
		"error", `{"detail":"Unauthorized"} under 401 is an error, though it has no "error" member`},
	"pydantic-pydantic-ai/non-llm-endpoint-test-openai-test-invalid-response-0": {
		"error", "JSON under 200 that is no completion: no answer, so an error"},
	"pydantic-pydantic-ai/non-llm-endpoint-test-openai-test-text-response-0": {
		"error", "plain text under 200: no answer, so an error"},
	"pydantic-pydantic-ai/snowflake-test-snowflake-test-snowflake-thinking-0": {
		"reasoning", "the reasoning stands in reasoning_details alone"},
	"pydantic-pydantic-ai/snowflake-test-snowflake-thinking-streaming-0": {
		"reasoning", "the reasoning stands in reasoning_details alone"},
}

func TestRecordedAnswers(t *testing.T) {
	root := os.Getenv("TOOLYARD_FIXTURES")
	if root == "" {
		t.Skip("TOOLYARD_FIXTURES is not set: no recorded answer was decoded")
	}
	if !filepath.IsAbs(root) {
		root = filepath.Join("..", "..", root) // it is relative to the module
	}
	expected, err := filepath.Glob(filepath.Join(root, "*", "*", "expected.json"))
	if err != nil || len(expected) == 0 {
		t.Fatalf("no cases under %s: %v", root, err)
	}
	whole, everywhere := 0, 0
	for _, file := range expected {
		dir := filepath.Dir(file)
		name := filepath.Base(filepath.Dir(dir)) + "/" + filepath.Base(dir)
		t.Run(name, func(t *testing.T) {
			c := readCase(t, dir)
			got := c.decode(len(c.body))
			c.compare(t, name, got)
			if len(got.Events) == 0 {
				checkEcho(t, c.dialect, string(c.body), got.Answer)
			}
			for seed := range uint64(3) {
				random := rand.New(rand.NewPCG(seed, 7))
				sameAnswer(t, "split at random", got, c.decodeAt(func(int) bool { return random.IntN(40) == 0 }))
			}
			if len(c.body) < 4096 {
				sameAnswer(t, "split at every byte", got, c.decode(1))
				everywhere++
			}
			whole++
		})
	}
	t.Logf("%d recorded answers decoded, %d of them split at every byte too", whole, everywhere)
}

// recorded is one case of the fixtures.
type recorded struct {
	body        []byte
	status      int
	contentType string
	dialect     Dialect
	expected    jsondoc.Doc
}

func readCase(t *testing.T, dir string) recorded {
	t.Helper()
	read := func(name string) []byte {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	var meta struct {
		Status  int               `json:"http_status"`
		File    string            `json:"response_file"`
		Headers map[string]string `json:"response_headers"`
	}
	if err := json.Unmarshal(read("meta.json"), &meta); err != nil {
		t.Fatal(err)
	}
	c := recorded{body: read(meta.File), status: meta.Status, contentType: meta.Headers["content-type"], dialect: ChatTools}
	if request, err := os.ReadFile(filepath.Join(dir, "request.json")); err == nil && bytes.Contains(request, []byte(`"functions"`)) {
		c.dialect = ChatFunctions
	}
	c.expected = jsondoc.Parse(string(read("expected.json")))
	return c
}

// decoded is everything that a body came to.
type decoded struct {
	Answer  chat.Answer
	Events  []Event
	Outcome Outcome
}

func (c recorded) decode(size int) decoded {
	return c.decodeAt(func(at int) bool { return at%size == 0 })
}

// decodeAt reads the body in pieces that end where cut says so.
func (c recorded) decodeAt(cut func(at int) bool) decoded {
	r := NewReader(c.dialect, c.status, c.contentType)
	var d decoded
	start := 0
	for at := 1; at <= len(c.body); at++ {
		if at == len(c.body) || cut(at) {
			b := r.Feed(c.body[start:at])
			d.Events = append(d.Events, b.Events...)
			d.Answer = d.Answer.Add(b.Deltas...)
			start = at
		}
	}
	b, outcome := r.End()
	d.Events = append(d.Events, b.Events...)
	d.Answer = d.Answer.Add(b.Deltas...)
	d.Outcome = outcome
	return d
}

// sameAnswer compares everything but how often lists were grown.
func sameAnswer(t *testing.T, what string, want, got decoded) {
	t.Helper()
	w, g := strings.Split(dump(want), "\n"), strings.Split(dump(got), "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			t.Errorf("%s: line %d: got\n%s\nwant\n%s", what, i, g[i], w[i])
			return
		}
	}
	if len(w) != len(g) {
		t.Errorf("%s: %d lines, want %d", what, len(g), len(w))
	}
}

func dump(d decoded) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(d); err != nil {
		return err.Error()
	}
	return b.String()
}

// compare holds an answer against the second opinion.
func (c recorded) compare(t *testing.T, name string, got decoded) {
	t.Helper()
	differs := disagreements[name]
	if differs[0] != "" {
		t.Logf("%s is not compared: %s", differs[0], differs[1])
	}
	want := c.expected
	root := want.Root
	if form := str(want, root.Get("form")); form == "sse" != (len(got.Events) > 0) {
		t.Errorf("form %s, but %d events", form, len(got.Events))
	}
	if differs[0] != "error" {
		compareError(t, want, root.Get("error"), got.Outcome.Error)
	} else if got.Outcome.Error == nil {
		t.Error("no error")
	}
	usage := root.Get("usage")
	check(t, "prompt tokens", got.Answer.Usage.Prompt, count(want, usage.Get("prompt_tokens")))
	check(t, "completion tokens", got.Answer.Usage.Completion, count(want, usage.Get("completion_tokens")))
	check(t, "total tokens", got.Answer.Usage.Total, count(want, usage.Get("total_tokens")))
	if root.Get("saw_done") != nil {
		check(t, "saw [DONE]", got.Outcome.Done, want.Raw(root.Get("saw_done")) == "true")
	}
	choices := elements(root.Get("choices"))
	check(t, "number of choices", len(got.Answer.Choices), len(choices))
	for _, n := range choices {
		choice, _ := got.Answer.Choice(int(count(want, n.Get("index"))))
		compareChoice(t, want, n, choice)
		if differs[0] != "reasoning" {
			check(t, "reasoning", choice.Message.Reasoning, str(want, n.Get("reasoning")))
		} else if choice.Message.Reasoning == "" {
			t.Error("no reasoning")
		}
	}
}

func compareChoice(t *testing.T, want jsondoc.Doc, n *jsondoc.Node, got chat.Choice) {
	t.Helper()
	m := got.Message
	check(t, "finish", got.Finish, str(want, n.Get("finish_reason")))
	check(t, "content", m.Text, str(want, n.Get("content")))
	check(t, "refusal", m.Refusal, str(want, n.Get("refusal")))
	calls := elements(n.Get("tool_calls"))
	if f := n.Get("function_call"); isObject(f) && str(want, f.Get("name")) != "" {
		calls = append(calls[:len(calls):len(calls)], f)
	}
	check(t, "number of calls", len(m.Calls), len(calls))
	for i, call := range calls {
		if i >= len(m.Calls) {
			break
		}
		id := m.Calls[i].ID
		if m.Calls[i].Synthetic {
			id = ""
		}
		check(t, "call id", id, scalar(want, call.Get("id")))
		check(t, "call name", m.Calls[i].Name, str(want, call.Get("name")))
		check(t, "call arguments", m.Calls[i].Arguments, str(want, call.Get("arguments")))
	}
}

func compareError(t *testing.T, want jsondoc.Doc, n *jsondoc.Node, got *Error) {
	t.Helper()
	if !truthy(want, n) {
		if got != nil {
			t.Errorf("error %v, want none", got)
		}
		return
	}
	if got == nil {
		t.Errorf("no error, want %s", want.Raw(n))
		return
	}
	if n.Kind == jsondoc.String {
		check(t, "error message", got.Message, str(want, n))
		return
	}
	check(t, "error message", got.Message, str(want, n.Get("message")))
	check(t, "error code", got.Code, scalar(want, n.Get("code")))
	check(t, "error type", got.Type, scalar(want, n.Get("type")))
	check(t, "error param", got.Param, scalar(want, n.Get("param")))
	check(t, "failed generation", got.Generation, str(want, n.Get("failed_generation")))
}

func check[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %#v, want %#v", what, got, want)
	}
}
