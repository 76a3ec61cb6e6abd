package jsondoc

import (
	"fmt"
	"strings"
	"testing"
)

// errorCases are one text for each rule and for each way to recover. An error
// is written line:column rule.
var errorCases = []struct{ text, errors, read string }{
	{``, `1:1 empty`, ``},
	{"\n ", `2:2 empty`, ``},
	{"\uFEFF{}", `1:1 byte-order-mark`, `{}`},
	{`{"a":}`, `1:6 value-missing`, `{"a":}`},
	{`{"a":1,"b":`, `1:1 bracket-open, 1:12 value-missing`, `{"a":1,"b":}`},
	{`[,1]`, `1:2 value-missing`, `[1]`},
	{`[1,,2]`, `1:4 value-missing`, `[1,2]`},
	{`[1,]`, `1:3 comma-extra`, `[1]`},
	{`{"a":1,}`, `1:7 comma-extra`, `{"a":1}`},
	{`[1 2]`, `1:3 comma-missing`, `[1,2]`},
	{"{\"a\":1\n\"b\":2}", `1:7 comma-missing`, `{"a":1,"b":2}`},
	{`{"a" 1}`, `1:5 colon-missing`, `{"a":1}`},
	{`{"a"=1}`, `1:5 colon-missing`, `{"a":1}`},
	{`{"a","b":2}`, `1:5 colon-missing`, `{"a":,"b":2}`},
	{`{a:1,'b':2}`, `1:2 name-unquoted, 1:6 name-unquoted`, `{"a":1,"b":2}`},
	{`{:1}`, `1:2 name-missing`, `{"":1}`},
	{`{{"a":1}}`, `1:2 name-missing`, `{"":{"a":1}}`},
	{`[tru,None,nan,é]`, `1:2 literal, 1:6 literal, 1:11 literal, 1:15 literal`, `[tru,None,nan,é]`},
	{`[01,1.,.5,+1,1e,0x1,-]`,
		`1:2 number, 1:5 number, 1:8 number, 1:11 number, 1:14 number, 1:17 number, 1:21 number`,
		`[01,1.,.5,+1,1e,0x1,-]`},
	{"{\"a\": \"x,\n \"b\": 1}", `1:7 string-open`, `{"a":"x,"b":1}`},
	{`["a`, `1:1 bracket-open, 1:2 string-open`, `["a]`},
	{"[\"a\nb\tc\"]", `1:4 control-character, 2:2 control-character`, "[\"a\nb\tc\"]"},
	{`['a', 1]`, `1:2 single-quote`, `['a',1]`},
	{`["\x","\u12","\"]`, `1:1 bracket-open, 1:3 escape, 1:8 escape, 1:14 string-open`, `["\x","\u12","\"]]`},
	{`[1}`, `1:1 bracket-open, 1:3 unexpected`, `[1]`},
	{`{"a":[1}`, `1:6 bracket-open`, `{"a":[1]}`},
	{`{"a":{"b":[1,{}}, "c":2}`, `1:11 bracket-open`, `{"a":{"b":[1,{}]},"c":2}`},
	{`[1:2]`, `1:3 unexpected, 1:3 comma-missing`, `[1,2]`},
	{`[1] /* a`, `1:5 comment`, `[1]`},
	{`[1/2]`, `1:3 comma-missing, 1:3 literal`, `[1,/2]`},
	{"// a\n[1, /* b */ 2]", `1:1 comment, 2:5 comment`, `[1,2]`},
	{`{} {}`, `1:4 after-value`, `{}`},
	{`]`, `1:1 value-missing`, ``},
	{"[\"😀é\" 1]", `1:7 comma-missing`, `["😀é",1]`},
}

func TestErrors(t *testing.T) {
	seen := map[string]bool{RuleDepth: true} // has a test of its own
	for _, c := range errorCases {
		d := Parse(c.text)
		var got []string
		for _, e := range d.Errors {
			got = append(got, fmt.Sprintf("%d:%d %s", e.Line, e.Column, e.Rule))
			seen[e.Rule] = true
		}
		if errors := strings.Join(got, ", "); errors != c.errors {
			t.Errorf("%q\n got %s\nwant %s", c.text, errors, c.errors)
		}
		if read := outline(d, d.Root); read != c.read {
			t.Errorf("%q was read as\n     %s\nwant %s", c.text, read, c.read)
		}
	}
	for _, rule := range Rules() {
		if !seen[rule] {
			t.Errorf("no case has the rule %s", rule)
		}
	}
}

// outline prints what was read as JSON would be.
func outline(d Doc, n *Node) string {
	switch {
	case n == nil:
		return ""
	case n.Kind == Object:
		var parts []string
		for _, m := range n.Members {
			parts = append(parts, Quote(m.Name)+":"+outline(d, m.Value))
		}
		return "{" + strings.Join(parts, ",") + "}"
	case n.Kind == Array:
		var parts []string
		for _, e := range n.Elements {
			parts = append(parts, outline(d, e))
		}
		return "[" + strings.Join(parts, ",") + "]"
	}
	return d.Raw(n)
}
