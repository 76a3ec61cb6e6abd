package chat

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// pieces are deltas of every kind, for tests that fold them in different ways.
func pieces() []Delta {
	call := func(event, index int, d CallDelta) Delta {
		d.Index, d.Indexed = index, true
		return Delta{Event: event, Calls: []CallDelta{d}}
	}
	return []Delta{
		{Choice: NoChoice, ID: "id", Model: "m"},
		{Event: 1, Content: ContentText, Text: "Hel"},
		{Event: 2, Content: ContentText, Text: "lo", Reasoning: "why", Extra: []Member{{"reasoning", `"wh\u0079"`}}},
		{Event: 3, Reasoning: "!", Extra: []Member{{"reasoning", `"!"`}, {"list", `[{"index":0,"text":"a"}]`}}},
		{Event: 4, Extra: []Member{{"list", `[{"index":0,"text":"b"},{"index":1,"text":"c"}]`}, {"none", "null"}}},
		call(5, 0, CallDelta{ID: "c1", Name: "a", Arguments: `{"x":`}),
		call(6, 1, CallDelta{Name: "b", Arguments: `{}`, Extra: []Member{{"extra_content", `{"s":"1"}`}}}),
		call(7, 0, CallDelta{Arguments: `1}`}),
		call(8, 1, CallDelta{ID: "late"}),
		call(9, 2, CallDelta{Name: "c", Arguments: `{}`}),
		{Event: 10, Choice: 1, Content: ContentParts, Text: "p", Parts: `[{"type":"text","text":"p"}]`},
		{Event: 11, Choice: 1, Content: ContentText, Text: "q"},
		{Event: 12, Finish: "tool_calls", Repairs: []Repair{{Rule: RuleEventUndecodable, Detail: "x"}}},
		{Event: 13, Choice: 1, Finish: "stop"},
		{Event: 14, Choice: NoChoice, Usage: Usage{1, 2, 3, `{"total_tokens":3}`}},
	}
}

func TestAnyBatchesGiveTheSameAnswer(t *testing.T) {
	all := pieces()
	want := Answer{}.Add(all...)
	for size := 1; size < len(all); size++ {
		var got Answer
		for start := 0; start < len(all); start += size {
			got = got.Add(all[start:min(start+size, len(all))]...)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("batches of %d: got\n%+v\nwant\n%+v", size, got, want)
		}
	}
}

func TestAnswer(t *testing.T) {
	a := Answer{}.Add(pieces()...)
	first, second := a.Choices[0].Message, a.Choices[1].Message
	for _, test := range []struct{ what, got, want string }{
		{"id", a.ID, "id"},
		{"text", first.Text, "Hello"},
		{"reasoning", first.Reasoning, "why!"},
		{"reasoning to send", first.Extra[0].Raw, `"wh\u0079!"`},
		{"list to send", first.Extra[1].Raw, `[{"index":0,"text":"ab"},{"index":1,"text":"c"}]`},
		{"number of extra fields", fmt.Sprint(len(first.Extra)), "2"},
		{"arguments", first.Calls[0].Arguments, `{"x":1}`},
		{"late id", first.Calls[1].ID, "late"},
		{"made-up id", first.Calls[2].ID, "call_3"},
		{"parts", second.Parts, `[{"type":"text","text":"pq"}]`},
		{"parts as text", second.Text, "pq"},
		{"repairs", fmt.Sprint(a.Repairs), "[{call-id-missing call_3 9} {event-undecodable x 12}]"},
		{"tokens", fmt.Sprint(a.Usage.Total), "3"},
	} {
		if test.got != test.want {
			t.Errorf("%s: got %q, want %q", test.what, test.got, test.want)
		}
	}
	if !a.Complete() || a.Choices[0].Disagrees() || a.Choices[0].Cut() {
		t.Error("a complete answer does not say so")
	}
}

// Every answer on the way stays what it was, although later ones grew from it,
// twice over.
func TestAddWritesToNoEarlierAnswer(t *testing.T) {
	all := pieces()
	answers := []Answer{{}}
	told := []string{fmt.Sprintf("%+v", Answer{})}
	for _, d := range all {
		next := answers[len(answers)-1].Add(d)
		answers, told = append(answers, next), append(told, fmt.Sprintf("%+v", next))
	}
	for i, a := range answers {
		a.Add(all...)
		a.Add(all[len(all)/2:]...)
		if got := fmt.Sprintf("%+v", a); got != told[i] {
			t.Errorf("the answer after %d deltas became\n%s\nand was\n%s", i, got, told[i])
		}
	}
}

func TestWholeMessageReplacesWhatCame(t *testing.T) {
	whole := Delta{Event: -1, Whole: true, Content: ContentNull,
		Calls: []CallDelta{{Name: "a"}, {ID: "call_1", Name: "b"}, {ID: "x"}, {ID: "x"}},
		Extra: []Member{{"refusal", "null"}, {"role_hint", ` "kept" `}}}
	a := Answer{}.Add(whole).Add(whole)
	m := a.Message()
	if len(m.Calls) != 4 || m.Content != ContentNull || !reflect.DeepEqual(m.Extra, whole.Extra) {
		t.Errorf("got %+v", m)
	}
	if m.Calls[0].ID != "call_2" || !m.Calls[0].Synthetic || m.Calls[1].ID != "call_1" {
		t.Errorf("ids %q and %q", m.Calls[0].ID, m.Calls[1].ID)
	}
	want := "[{call-id-repeated x -1} {call-id-missing call_2 -1}]"
	if got := fmt.Sprint(a.Repairs); got != want {
		t.Errorf("repairs %s, want %s", got, want)
	}
}

func TestDisagrees(t *testing.T) {
	calls := Assistant{Calls: []ToolCall{{}}}
	for _, test := range []struct {
		choice Choice
		want   bool
	}{
		{Choice{Finish: "stop"}, false},
		{Choice{Finish: "stop", Message: calls}, true},
		{Choice{Finish: "tool_calls", Message: calls}, false},
		{Choice{Finish: "tool_calls"}, true},
		{Choice{Finish: "function_call"}, true},
		{Choice{Finish: "length", Message: calls}, false},
		{Choice{Message: calls}, false},
	} {
		if got := test.choice.Disagrees(); got != test.want {
			t.Errorf("%+v: %v", test.choice, got)
		}
	}
}

func TestComplete(t *testing.T) {
	if (Answer{}).Complete() {
		t.Error("an answer that brought nothing is complete")
	}
	if (Answer{}).Add(Delta{Finish: "stop"}, Delta{Choice: 1, Text: "a"}).Complete() {
		t.Error("an answer is complete although a choice is not")
	}
}

func TestRulesAreListedOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, rule := range Rules {
		if seen[rule] || strings.Trim(rule, "abcdefghijklmnopqrstuvwxyz-") != "" {
			t.Errorf("rule %q", rule)
		}
		seen[rule] = true
	}
}

func BenchmarkAddOneByOne(b *testing.B) {
	for b.Loop() {
		var a Answer
		for range 5000 {
			a = a.Add(Delta{Content: ContentText, Text: "word "})
		}
	}
}

// One megabyte of arguments in 100,000 deltas, as 16 network chunks bring them.
func BenchmarkAddLongArguments(b *testing.B) {
	batch := make([]Delta, 100_000/16)
	for i := range batch {
		batch[i].Calls = []CallDelta{{Indexed: true, Name: "a", ID: "c1", Arguments: `"abcdefg",`}}
	}
	for b.Loop() {
		var a Answer
		for range 16 {
			a = a.Add(batch...)
		}
		if len(a.Message().Calls[0].Arguments) != 16*len(batch)*10 {
			b.Fatal("lost a piece")
		}
	}
}

func BenchmarkAddReasoning(b *testing.B) {
	batch := make([]Delta, 5000)
	for i := range batch {
		batch[i] = Delta{Reasoning: "word ", Extra: []Member{
			{"reasoning", `"word "`}, {"reasoning_details", `[{"index":0,"type":"reasoning.text","text":"word "}]`}}}
	}
	for b.Loop() {
		Answer{}.Add(batch...)
	}
}
