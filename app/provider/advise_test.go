package provider

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"toolyard/app/tool"
)

// forced is a request of a preset that has every setting a provider can refuse.
func forced(preset string) Completion {
	p, _ := PresetByID(preset)
	c := Completion{Endpoint: p.Endpoint(), Key: testKey, Messages: full(ChatTools).Messages}
	if preset == Custom || preset == "one-api" {
		c.Endpoint.BaseURL = "https://relay.example/v1"
	}
	if c.Endpoint.Model == "" {
		c.Endpoint.Model = "m"
	}
	c.Options = Options{Stream: "true", Temperature: "0.7", MaxTokens: "100", ToolChoice: "tool:get_weather",
		ParallelToolCalls: "false", Extra: `{"top_p": 0.5, "stream_options": {"include_usage": true}}`}
	strict := weather()
	strict.Strict = true
	c.Tools = []tool.Tool{strict, {Name: "now"}}
	return c
}

// TestAdvice reads an error, and what is advised to the request that it answers.
// A case is named after its status, its preset, and what it is about.
func TestAdvice(t *testing.T) {
	path := "testdata/advice.txtar"
	a := readArchive(t, path)
	sorted := archive{prose: a.prose, files: a.files}
	seenAdvice, seenAction, seenChange := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, name := range a.names {
		if strings.HasSuffix(name, ".want") {
			continue
		}
		sorted.names = append(sorted.names, name, name+".want")
		t.Run(name, func(t *testing.T) {
			c, status, kind := caseOf(name)
			before := fmt.Sprintf("%+v", c)
			e := ReadError(status, strings.TrimSuffix(a.files[name], "\n"))
			if status == 0 {
				e = &Error{Kind: kind}
			}
			advice := Advise(e, c)
			seenAdvice[advice.ID] = true
			for _, action := range advice.Actions {
				seenAction[action.ID], seenChange[action.Change.ID] = true, true
				checkAction(t, action, c)
			}
			a.golden(t, name+".want", describeAdvice(e, advice))
			check(t, "the completion after its advice", fmt.Sprintf("%+v", c), before)
			check(t, "number of fallbacks", len(Fallbacks(e, c)), strings.Count(describeAdvice(e, advice), "change "))
		})
	}
	for what, lists := range map[string][2]any{
		"advice": {AdviceIDs(), seenAdvice}, "action": {ActionIDs, seenAction}, "change": {ChangeIDs, seenChange},
	} {
		for _, id := range lists[0].([]string) {
			if !lists[1].(map[string]bool)[id] {
				t.Errorf("no case has the %s %s", what, id)
			}
		}
		for id := range lists[1].(map[string]bool) {
			if id != "" && !slices.Contains(lists[0].([]string), id) {
				t.Errorf("%s %s is not listed", what, id)
			}
		}
	}
	if *update {
		sorted.write(t, path)
	}
}

// caseOf reads the name of a case: the request, the status of its answer, and
// the kind of an error without one.
func caseOf(name string) (Completion, int, Kind) {
	words := strings.Fields(name)
	status, _ := strconv.Atoi(words[0])
	preset, about, _ := strings.Cut(words[1], "+")
	c := forced(preset)
	switch about {
	case "nokey":
		c.Key = ""
	case "path":
		c.Endpoint.BaseURL = "https://relay.example/llm"
	case "functions":
		c.Endpoint.Dialect = ChatFunctions.Name()
	case "renamed":
		c.Options.MaxTokens, c.Options.Extra = "", `{"max_completion_tokens": 100}`
	case "required":
		c.Options.ToolChoice = "required"
	case "auto":
		c.Options.ToolChoice = "auto"
	}
	return c, status, Kind(words[2])
}

// checkAction holds that a change writes what it says, and can be taken back.
func checkAction(t *testing.T, action Action, c Completion) {
	t.Helper()
	if action.ID != ActionChange {
		return
	}
	changed := action.Change.Apply(c)
	for _, s := range action.Change.Sets {
		if got := *c.setting(s.Field); got != s.From || s.From == s.To {
			t.Errorf("%s is %q, set from %q to %q", s.Field, got, s.From, s.To)
		}
		if got := *changed.setting(s.Field); got != s.To {
			t.Errorf("%s became %q, want %q", s.Field, got, s.To)
		}
	}
	dialect, _ := ByName(changed.Endpoint.Dialect)
	if dialect == ChatFunctions {
		return // it says by itself what it can't send
	}
	if r, err := dialect.Request(changed); err != nil || !json.Valid([]byte(r.Body)) {
		t.Errorf("after %s: %v", action.Change.ID, err)
	}
}

func describeAdvice(e *Error, advice Advice) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s; retry %s", e.Kind, advice.ID, e.Retry())
	if e.RetryAfter > 0 {
		fmt.Fprintf(&b, " after %d s", e.RetryAfter)
	}
	b.WriteByte('\n')
	for _, action := range advice.Actions {
		b.WriteString(action.ID)
		for _, detail := range []string{action.Field, action.Tool, action.Text, action.Change.ID, action.Change.Name} {
			if detail != "" {
				b.WriteString(" " + detail)
			}
		}
		if action.Seconds > 0 {
			fmt.Fprintf(&b, " %d s", action.Seconds)
		}
		for _, s := range action.Change.Sets {
			fmt.Fprintf(&b, "\n  %s: %q becomes %q", s.Field, s.From, s.To)
		}
		if action.Change.Only != "" {
			b.WriteString("\n  only the tool " + action.Change.Only)
		}
		if action.Change.Loose != "" {
			b.WriteString("\n  not strict: " + action.Change.Loose)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestRecordedErrors holds the advice on every recorded error against a table.
// The table has no words of a provider: only what they come to.
func TestRecordedErrors(t *testing.T) {
	root := os.Getenv("TOOLYARD_FIXTURES")
	if root == "" {
		t.Skip("TOOLYARD_FIXTURES is not set: no recorded error was read")
	}
	if !filepath.IsAbs(root) {
		root = filepath.Join("..", "..", root)
	}
	metas, err := filepath.Glob(filepath.Join(root, "*", "*", "meta.json"))
	if err != nil || len(metas) == 0 {
		t.Fatalf("no cases under %s: %v", root, err)
	}
	var table strings.Builder
	for _, file := range metas {
		dir := filepath.Dir(file)
		c := readCase(t, dir)
		got := c.decode(len(c.body))
		if got.Outcome.Error == nil {
			continue
		}
		e := got.Outcome.Error
		advice := Advise(e, forced(Custom))
		fmt.Fprintf(&table, "%s/%s\n  %d, %s: %s, %s, first %s\n", filepath.Base(filepath.Dir(dir)), strings.ReplaceAll(filepath.Base(dir), "-", " "), // no word like a key
			e.Status, e.Family, e.Kind, advice.ID, advice.Actions[0].ID)
		if text := table.String(); Redact(text, "") != text {
			t.Errorf("a key in %s", text)
		}
	}
	const path = "testdata/recorded-errors.txt"
	if *update {
		if err := os.WriteFile(path, []byte(table.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	check(t, "table", table.String(), string(want))
}

func TestEveryKindHasAnAdvice(t *testing.T) {
	for _, kind := range Kinds {
		for _, c := range []Completion{forced("openai"), {}} {
			e := &Error{Kind: kind}
			if advice := Advise(e, c); advice.ID == "" || len(advice.Actions) == 0 {
				t.Errorf("%s: %+v", kind, advice)
			}
		}
		if !slices.Contains(AdviceIDs(), string(kind)) {
			t.Errorf("%s has no advice of its own", kind)
		}
	}
	if advice := Advise(&Error{Kind: "unheard-of"}, Completion{}); advice.ID != string(KindProvider) {
		t.Errorf("%+v", advice)
	}
	p, _ := PresetByID(Simulator)
	for _, action := range Advise(&Error{Kind: KindRate}, Completion{Endpoint: p.Endpoint()}).Actions {
		if action.ID == ActionCurl {
			t.Error("curl can't reach the simulator")
		}
	}
}

func FuzzAdvise(f *testing.F) {
	for _, path := range []string{"testdata/errors.txtar", "testdata/advice.txtar"} {
		a := readArchive(f, path)
		for _, name := range a.names {
			f.Add(400, a.files[name], `{"top_p": 1}`, "required")
		}
	}
	f.Fuzz(func(t *testing.T, status int, body, extra, choice string) {
		c := forced("moonshot")
		c.Options.Extra, c.Options.ToolChoice = extra, choice
		e := ReadError(status, body)
		for _, action := range Advise(e, c).Actions {
			for _, s := range action.Change.Sets {
				if s.From == s.To || *c.setting(s.Field) != s.From {
					t.Errorf("%+v", action)
				}
			}
			action.Change.Apply(c)
		}
		if e.RetryAfter < 0 || e.RetryAfter > 86400 || e.Wait(3) <= 0 {
			t.Errorf("wait %d s", e.RetryAfter)
		}
	})
}
