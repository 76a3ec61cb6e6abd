package schema

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// parameterCases are a text and its rows: place, pointer, name, type, and what
// else a row says.
var parameterCases = []struct {
	text string
	rows []string
}{
	{``, nil}, {`true`, nil}, {`[]`, nil}, {`{}`, nil}, {`{"properties":[1]}`, nil},
	{weather, []string{
		`0 /properties/city "city" string required "Where"`,
		`1 /properties/unit "unit" string ["c" "f"] last`,
	}},
	{nested, []string{
		`0 /properties/a "a" object`,
		`  0.0 /properties/a/properties/x "x" string required`,
		`  0.1 /properties/a/properties/x "x" number repeated required last`,
		`1 /properties/list "list" array items last`,
		`  1.items /properties/list/items "" object item last`,
		`    1.items.0 /properties/list/items/properties/ "" string`,
		`    1.items.1 /properties/list/items/properties/y "y" - last`,
	}},
	{`{"properties":{"a/b~":{"type":["string","null"]},"u":{"type":["string","number"]},"n":{"type":"null"},"w":{"type":"text"},` +
		`"t":{"type":"array","items":[{}]},"b":true,"e":{"enum":[]},"m":{"type":"array","items":{"type":"array","items":true}}}}`, []string{
		`0 /properties/a~1b~0 "a/b~" string nullable`,
		`1 /properties/u "u" - [string number]`,
		`2 /properties/n "n" - nullable [null]`,
		`3 /properties/w "w" - [text]`,
		`4 /properties/t "t" array`,
		`5 /properties/b "b" -`,
		`6 /properties/e "e" - []`,
		`7 /properties/m "m" array items last`,
		`  7.items /properties/m/items "" array items item last`,
		`    7.items.items /properties/m/items/items "" - item last`,
	}},
	{`{"properties":{"a":{"type":"string"`, []string{`0 /properties/a "a" string last`}},
}

func TestParameters(t *testing.T) {
	for _, c := range parameterCases {
		var rows []string
		for _, p := range Read(c.text).Parameters() {
			rows = append(rows, describeRow(p))
			if p.Place.Object() != p.Object || p.Place.Index() != p.Index {
				t.Errorf("%s: place %s is not %d of %s", c.text, p.Place, p.Index, p.Object)
			}
		}
		if got, want := strings.Join(rows, "\n"), strings.Join(c.rows, "\n"); got != want {
			t.Errorf("%s\n got\n%s\nwant\n%s", c.text, got, want)
		}
	}
}

func describeRow(p Parameter) string {
	row := fmt.Sprintf("%s%s %s %q ", strings.Repeat("  ", p.Depth), p.Place, p.Pointer, p.Name)
	if p.Type == "" {
		row += "-"
	}
	row += p.Type
	for _, flag := range []struct {
		on   bool
		name string
	}{
		{p.HasItems, "items"}, {p.Item, "item"}, {p.Nullable, "nullable"}, {p.Repeated, "repeated"}, {p.Required, "required"},
	} {
		if flag.on {
			row += " " + flag.name
		}
	}
	if p.Type == "" && p.Types != nil {
		row += fmt.Sprint(" ", p.Types)
	}
	if p.Enum != nil {
		row += fmt.Sprint(" ", p.Enum)
	}
	if p.Description != "" {
		row += fmt.Sprintf(" %q", p.Description)
	}
	if p.Last {
		row += " last"
	}
	return row
}

// TestParameterEqual: each field tells one parameter from another.
func TestParameterEqual(t *testing.T) {
	var none Parameter
	fields := reflect.TypeOf(none)
	for i := range fields.NumField() {
		var p Parameter
		switch f := reflect.ValueOf(&p).Elem().Field(i); f.Kind() {
		case reflect.String:
			f.SetString("x")
		case reflect.Int:
			f.SetInt(1)
		case reflect.Bool:
			f.SetBool(true)
		default:
			f.Set(reflect.ValueOf([]string{"x"}))
		}
		if p.Equal(&none) || none.Equal(&p) || !p.Equal(&p) {
			t.Errorf("%s does not count", fields.Field(i).Name)
		}
	}
	if (&Parameter{Enum: []string{}}).Equal(&none) {
		t.Error("an empty enum is none")
	}
}
