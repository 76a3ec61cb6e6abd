package schema

import (
	"fmt"
	"strings"
	"testing"

	"toolyard/app/jsondoc"
)

// The benchmarks are what a keystroke costs in a schema of 2,000 properties, part
// by part: reading the text, the rows, the problems, one edit and its text.

func BenchmarkRead(b *testing.B) {
	text := largeSchema(2000)
	b.ReportAllocs()
	for b.Loop() {
		if s := Read(text); !s.Doc.OK() {
			b.Fatal(s.Doc.Errors)
		}
	}
}

// BenchmarkAfter reads only what changed: a letter of a description, and a name
// with its entry in required.
func BenchmarkAfter(b *testing.B) {
	s := Read(largeSchema(2000))
	for name, edits := range map[string][]jsondoc.Edit{
		"description": s.Describe("1000", "What this is for, too."),
		"rename":      s.Rename("1000", "renamed"),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if !s.After(edits).Doc.OK() {
					b.Fatal("not JSON")
				}
			}
		})
	}
}

func BenchmarkParameters(b *testing.B) {
	s := Read(largeSchema(2000))
	b.ReportAllocs()
	for b.Loop() {
		if len(s.Parameters()) != 2000 {
			b.Fatal(len(s.Parameters()))
		}
	}
}

// BenchmarkProblems has a schema in which nothing is wrong, and one in which
// something is at every property.
func BenchmarkProblems(b *testing.B) {
	for name, s := range map[string]Schema{"none": Read(largeSchema(2000)), "2000": Read(troubledSchema(2000))} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				problems := s.Problems()
				if name == "none" && len(problems) > 0 {
					b.Fatal(problems)
				}
			}
		})
	}
}

func BenchmarkEdit(b *testing.B) {
	s := Read(largeSchema(2000))
	for name, edit := range map[string]func() []jsondoc.Edit{
		"rename": func() []jsondoc.Edit { return s.Rename("1000", "renamed") },
		"retype": func() []jsondoc.Edit { return s.Retype("1000", "array") },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if len(jsondoc.Apply(s.Doc.Text, edit())) == len(s.Doc.Text) {
					b.Fatal("no edit")
				}
			}
		})
	}
}

// BenchmarkKeystroke is all of it, as the page does it.
func BenchmarkKeystroke(b *testing.B) {
	s := Read(largeSchema(2000))
	names := [2]string{"one", "two"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		s = s.After(s.Rename("1000", names[i%2]))
		if len(s.Parameters()) != 2000 || len(s.Problems()) != 0 {
			b.Fatal(s.Problems())
		}
	}
}

func largeSchema(properties int) string {
	return manyProperties(properties, `{
      "type": "string",
      "description": "What this is for."
    }`)
}

func troubledSchema(properties int) string {
	return manyProperties(properties, `{
      "type": "integer",
      "minimum": 5,
      "maximum": 10,
      "default": 1,
      "enum": [6, 7, 7],
      "pattern": "^a(?=b)"
    }`)
}

func manyProperties(properties int, schema string) string {
	var names, members []string
	for i := range properties {
		name := fmt.Sprintf("%q", fmt.Sprint("property_", i))
		names = append(names, name)
		members = append(members, "    "+name+": "+schema)
	}
	return "{\n  \"type\": \"object\",\n  \"properties\": {\n" + strings.Join(members, ",\n") +
		"\n  },\n  \"required\": [" + strings.Join(names, ", ") + "]\n}\n"
}
