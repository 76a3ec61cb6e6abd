package schema

import (
	"fmt"
	"strings"
	"testing"
)

// problemCases are a text and its problems: rule, severity, place, pointer, what
// of the text is at fault, and the detail.
var problemCases = []struct {
	text     string
	problems []string
}{
	{``, nil}, {" \n", nil}, {`{}`, nil}, {weather, nil},
	{"{\"type\": \"object\",\n \"properties\" {}}", []string{`json-syntax error "" "" "" 2:14 colon-missing`}},
	{`{"a": tru, "b": 01}`, []string{`json-syntax error "" "" "tru" 1:7 literal`, `json-syntax error "" "" "01" 1:17 number`}},
	{`true`, []string{`root-not-object error "" "" "true" `}},
	{`{"type": "array"}`, []string{`root-not-object error "" "/type" "\"array\"" "array"`}},
	{`{"type": ["object", "null"]}`, []string{`root-not-object error "" "/type" "[\"object\", \"null\"]" ["object", "null"]`}},
	{`{"properties": {"": {}, "a": {"properties": {"": {}}}}}`, []string{
		`parameter-name-empty error "0" "/properties/" "\"\"" `,
		`parameter-name-empty error "1.0" "/properties/a/properties/" "\"\"" `,
	}},
	{`{"properties": {"a": {}, "\u0061": {}}}`, []string{
		`parameter-name-repeated error "1" "/properties/a" "\"\\u0061\"" a`,
	}},
	{`{"properties": {"a b": {}, "é": {}, "a-B_1.c": {}, "` + strings.Repeat("x", 65) + `": {}, "` + strings.Repeat("y", 64) + `": {}}}`, []string{
		`parameter-name warning "0" "/properties/a b" "\"a b\"" a b`,
		`parameter-name warning "1" "/properties/é" "\"é\"" é`,
		`parameter-name warning "3" "/properties/` + strings.Repeat("x", 65) + `" "\"` + strings.Repeat("x", 65) + `\"" ` + strings.Repeat("x", 65),
	}},
	{`{"required": ["a", "b", 3], "properties": {"a": {"required": ["c"]}}}`, []string{
		`required-unknown error "" "/required/1" "\"b\"" "b"`,
		`required-unknown error "" "/required/2" "3" 3`,
		`required-unknown error "0" "/properties/a/required/0" "\"c\"" "c"`,
	}},
	{`{"properties": {"a": {"type": "array", "items": {"enum": []}}}}`, []string{
		`enum-empty error "0.items" "/properties/a/items/enum" "[]" `,
	}},
	{`{"properties": {"a": {"type": "text"}, "b": {"type": ["string", "null", 1]}, "c": {"type": []}}}`, []string{
		`type-unknown error "0" "/properties/a/type" "\"text\"" "text"`,
		`type-unknown error "1" "/properties/b/type" "1" 1`,
		`type-unknown error "2" "/properties/c/type" "[]" []`,
	}},
}

func TestProblems(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range problemCases {
		var got []string
		for _, p := range Read(c.text).Problems() {
			seen[p.Rule] = true
			got = append(got, fmt.Sprintf("%s %s %q %q %q %s", p.Rule, p.Severity, p.Place, p.Pointer, c.text[p.Start:p.End], p.Detail))
		}
		if got, want := strings.Join(got, "\n"), strings.Join(c.problems, "\n"); got != want {
			t.Errorf("%s\n got\n%s\nwant\n%s", c.text, got, want)
		}
	}
	for _, rule := range Rules() {
		if !seen[rule] {
			t.Errorf("no case has the rule %s", rule)
		}
	}
}
