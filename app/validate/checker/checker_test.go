package checker

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"toolyard/app/jsondoc"
	"toolyard/app/validate"
)

var update = flag.Bool("update", false, "write the golden lines")

func TestCheck(t *testing.T) {
	const file = "testdata/check.txt"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	var schema string
	for _, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		if strings.HasPrefix(line, ">") {
			continue
		}
		out = append(out, line)
		if s, ok := strings.CutPrefix(line, "schema "); ok {
			schema = s
		}
		if v, ok := strings.CutPrefix(line, "value "); ok {
			out = append(out, describe(Check(schema, v))...)
		}
	}
	got := strings.Join(out, "\n") + "\n"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != string(text) {
		t.Errorf("%s differs; run with -update and read the difference:\n%s", file, firstDifference(got, string(text)))
	}
}

func describe(r validate.Result) []string {
	first := "> " + string(r.State)
	if r.Reason != "" {
		first += ": " + string(r.Reason) + " " + r.Detail
	}
	lines := strings.Split(strings.TrimRight(first, " "), "\n")
	for i := range lines[1:] {
		lines[i+1] = ">   " + lines[i+1]
	}
	for _, p := range r.Problems {
		line := fmt.Sprintf("> %q [%d:%d] %s want %s got %s at %s",
			p.Pointer, p.Start, p.End, p.Keyword, p.Want, p.Got, p.Schema)
		lines = append(lines, line)
	}
	return lines
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

func TestCheckIsTheSameTwice(t *testing.T) {
	schema := `{"additionalProperties":false,"required":["a","b","c","d","e"]}`
	value := `{"p":1,"q":2,"r":3,"s":4,"t":5}`
	want := fmt.Sprint(Check(schema, value))
	for range 20 {
		if got := fmt.Sprint(Check(schema, value)); got != want {
			t.Fatalf("got %s, want %s", got, want)
		}
	}
}

func TestCacheForgets(t *testing.T) {
	c := cache{size: 2}
	compiles := 0
	for _, text := range []string{"{}", "true", "{}", "false", "{}", "true"} {
		c.get(text, func(text string) *program { compiles++; return compileAlone(text) })
	}
	if compiles != 4 || len(c.programs) != 2 {
		t.Errorf("compiled %d times and kept %d, want 4 and 2", compiles, len(c.programs))
	}
}

func TestDeepValue(t *testing.T) {
	value := strings.Repeat(`{"next":`, 400) + "1" + strings.Repeat("}", 400)
	r := Check(`{"$ref":"#/$defs/n","$defs":{"n":{"properties":{"next":{"$ref":"#/$defs/n"}},"type":"object"}}}`, value)
	if r.State != validate.Mismatch || len(r.Problems) != 1 || r.Problems[0].Got != "1" {
		t.Errorf("got %+v", r)
	}
}

func FuzzCheck(f *testing.F) {
	text, err := os.ReadFile("testdata/check.txt")
	if err != nil {
		f.Fatal(err)
	}
	var schema string
	for _, line := range strings.Split(string(text), "\n") {
		if s, ok := strings.CutPrefix(line, "schema "); ok {
			schema = s
		}
		if v, ok := strings.CutPrefix(line, "value "); ok {
			f.Add(schema, v)
		}
	}
	f.Fuzz(func(t *testing.T, schema, value string) {
		r := Check(schema, value)
		if valid := jsondoc.Parse(value).OK(); valid == (r.State == validate.InvalidJSON) && r.State != validate.Empty {
			t.Fatalf("state %s, JSON %v", r.State, valid)
		}
		if (r.State == validate.Unchecked) != (r.Reason != "") {
			t.Fatalf("state %s, reason %q", r.State, r.Reason)
		}
		last := 0
		for _, p := range r.Problems {
			if p.Start < last || p.End < p.Start || p.End > len(value) {
				t.Fatalf("problem out of place: %+v", p)
			}
			last = p.Start
		}
	})
}
