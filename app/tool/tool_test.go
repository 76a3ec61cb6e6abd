package tool

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"toolyard/app/schema"
)

func TestProblems(t *testing.T) {
	long := strings.Repeat("x", 64)
	weather := New(1, "get_weather", "Weather of a city.", `{}`)
	off := New(2, "get_time", "The time.", `{}`)
	off.Off = true
	seen := map[string]bool{}
	for _, c := range []struct{ name, description, want string }{
		{"get_forecast", "d", ""},
		{"", "d", "tool-name-empty error"},
		{"get-Weather_2", "", "tool-description-missing info"},
		{"a", " \n", "tool-description-missing info"},
		{"get weather", "d", "tool-name error"},
		{"get.weather", "d", "tool-name error"},
		{"天気", "d", "tool-name error"},
		{" a", "d", "tool-name error"},
		{long, "d", ""},
		{long + "x", "d", "tool-name error"},
		{"get_weather", "", "tool-name-repeated error, tool-description-missing info"},
		{"get_time", "d", ""},
	} {
		tool := New(3, c.name, c.description, `{`)
		var got []string
		for _, p := range tool.Problems([]Tool{weather, off, tool}) {
			got = append(got, fmt.Sprint(p.Rule, " ", p.Severity))
			seen[p.Rule] = true
			if p.Detail != c.name {
				t.Errorf("%q: detail %q", c.name, p.Detail)
			}
			for _, f := range p.Fixes {
				fixed := New(3, f.Name, "d", `{`)
				if left := fixed.Problems([]Tool{weather, off}); f.ID != schema.FixRename || len(left) > 0 {
					t.Errorf("%q: fixed by %+v, it has %v", c.name, f, left)
				}
			}
			if named := strings.HasPrefix(p.Rule, "tool-name") && c.name != ""; named != (len(p.Fixes) == 1) {
				t.Errorf("%q: %s has fixes %v", c.name, p.Rule, p.Fixes)
			}
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%q: got %s, want %s", c.name, got, c.want)
		}
	}
	for _, rule := range Rules() {
		if !seen[rule] {
			t.Errorf("no case has the rule %s", rule)
		}
	}
	hidden := New(4, "get_weather", "d", `{}`)
	hidden.Off = true
	if got := hidden.Problems([]Tool{weather}); got != nil {
		t.Errorf("a tool that is off repeats a name: %v", got)
	}
	if got := weather.Problems([]Tool{weather, hidden}); got != nil {
		t.Errorf("a tool repeats the name of one that is off: %v", got)
	}
}

func TestOffered(t *testing.T) {
	tools := []Tool{{ID: 1}, {ID: 2, Off: true}, {ID: 3}}
	if got, want := Offered(tools), []Tool{{ID: 1}, {ID: 3}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if Offered(nil) != nil {
		t.Error("of none, some are offered")
	}
}

func TestUnique(t *testing.T) {
	for name, want := range map[string]string{"get_weather": "get_weather_3", "get_time": "get_time", "get_weather_2": "get_weather_3"} {
		if got := Unique(name, "get_weather", "get_weather_2"); got != want {
			t.Errorf("%s becomes %s, want %s", name, got, want)
		}
	}
}

// BenchmarkCompare is what the page pays for each tool at each event: nothing
// like walking its tree.
func BenchmarkCompare(b *testing.B) {
	a := New(1, "a", "d", `{"properties": {`+strings.Repeat(`"a": {"type": "string"}, `, 2000)+`"b": {}}}`)
	c := a
	c.Off = true
	for b.Loop() {
		if reflect.DeepEqual(a, c) {
			b.Fatal("equal")
		}
	}
}
