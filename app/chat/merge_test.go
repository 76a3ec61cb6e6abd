package chat

import (
	"encoding/json"
	"testing"
)

func TestFieldsMerge(t *testing.T) {
	tests := []struct {
		name   string
		field  string
		pieces []string
		want   string // "" is no field
	}{
		{"null", "x", []string{"null"}, ""},
		{"null after a text", "x", []string{`"a"`, "null"}, `"a"`},
		{"last text", "x", []string{`"a"`, `""`, `"b"`, `""`}, `"b"`},
		{"text in pieces", "reasoning_content", []string{`""`, `"a\u00e9"`, `"\"b"`}, `"a\u00e9\"b"`},
		{"half a character a piece", "reasoning", []string{`"\ud83c"`, `"\udf27"`}, `"\ud83c\udf27"`},
		{"number", "x", []string{"1", "1.0", "1e400"}, "1e400"},
		{"truth", "x", []string{"true", "false"}, "false"},
		{"another kind", "x", []string{`{"a":1}`, `[1]`, `"s"`}, `"s"`},
		{"objects", "x", []string{`{"a":1,"b":{"c":"1"}}`, `{"b":{"d":2,"c":"2"},"e":null}`}, `{"a":1,"b":{"c":"2","d":2}}`},
		{"white space", "x", []string{`{ "a" : 1.0 }`, `{ "b" : [ ] }`}, `{"a":1.0,"b":[]}`},
		{"elements without index", "x", []string{`[{"type":"t","text":"a"}]`, `[null,{"type":"t","text":"b"}]`},
			`[{"type":"t","text":"a"},null,{"type":"t","text":"b"}]`},
		{"elements by index and type", "x",
			[]string{`[{"type":"s","summary":"a","index":0}]`, `[{"type":"e","data":"x","index":0},{"type":"s","summary":"b","index":0}]`},
			`[{"type":"s","summary":"ab","index":0},{"type":"e","data":"x","index":0}]`},
		{"names that repeat", "x", []string{`{"a":1,"a":2}`, `{"b":3}`}, `{"a":2,"b":3}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var batches []Member // one batch a piece
			var one fields       // all pieces in one batch
			for _, piece := range test.pieces {
				f := fields{was: batches}
				f.merge([]Member{{test.field, piece}})
				batches = f.members()
				one.merge([]Member{{test.field, piece}})
			}
			for _, got := range [][]Member{batches, one.members()} {
				switch {
				case test.want == "" && len(got) == 0:
				case len(got) != 1 || got[0].Raw != test.want:
					t.Errorf("got %v, want %s", got, test.want)
				}
			}
		})
	}
}

// FuzzFieldsMerge holds that what was put together is JSON, however it came.
func FuzzFieldsMerge(f *testing.F) {
	f.Add("reasoning", `"a"`, `"b"`)
	f.Add("x", `[{"index":0,"text":"a"}]`, `[{"index":0,"text":"b"},null]`)
	f.Add("x", `{"a":{"b":[]}}`, `{"a":{"b":[1]},"":null}`)
	f.Fuzz(func(t *testing.T, name, a, b string) {
		if !json.Valid([]byte(a)) || !json.Valid([]byte(b)) || name == "" {
			t.Skip()
		}
		var whole fields
		whole.merge([]Member{{name, a}, {name, b}})
		first := fields{}
		first.merge([]Member{{name, a}})
		then := fields{was: first.members()}
		then.merge([]Member{{name, b}})
		for i, m := range whole.members() {
			if !json.Valid([]byte(m.Raw)) {
				t.Errorf("%s and %s became %s", a, b, m.Raw)
			}
			if then.members()[i] != m {
				t.Errorf("in two batches it became %s, in one %s", then.members()[i].Raw, m.Raw)
			}
		}
	})
}
