package schema

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"toolyard/app/jsondoc"
)

// checkRows holds the rows of a text against its outline: whole, in parts of
// every size, and with each second schema that has others in it folded.
func checkRows(t *testing.T, text string) {
	t.Helper()
	s := Read(text)
	folds := map[Pointer]bool{}
	inner := 0
	for _, p := range s.Outline() {
		if p.Inside > 0 {
			if inner++; inner%2 == 0 {
				folds[p.Pointer] = true
			}
		}
	}
	checkRowsFolded(t, s, nil)
	checkRowsFolded(t, s, func(at Pointer) bool { return folds[at] })
}

func checkRowsFolded(t *testing.T, s Schema, folded func(Pointer) bool) {
	t.Helper()
	var want []Parameter
	properties, hidden := 0, Place("")
	for _, p := range s.Outline() {
		if p.Keyword == "properties" {
			properties++
		}
		if hidden != "" && p.Place.Inside(hidden) {
			continue
		}
		if hidden = ""; folded != nil && folded(p.Pointer) {
			hidden = p.Place
		}
		want = append(want, p)
	}
	rows := s.Rows(folded)
	if rows.Len() != len(want) || rows.Properties != properties {
		t.Fatalf("%.200s: %d rows and %d properties, want %d and %d", s.Doc.Text, rows.Len(), rows.Properties, len(want), properties)
	}
	for _, size := range []int{1, 7, max(len(want), 1)} {
		rows := s.Rows(folded)
		for from := 0; from < len(want); from += size {
			to := min(from+size, len(want))
			if got := rows.Slice(from, to); !reflect.DeepEqual(got, want[from:to]) {
				t.Fatalf("%.200s: rows %d to %d are\n%+v, want\n%+v", s.Doc.Text, from, to, got, want[from:to])
			}
		}
	}
	step := max(len(want)/20, 1)
	for i := 0; i < len(want); i += step {
		if at := rows.Index(want[i].Place); s.Doc.OK() && at != i {
			t.Errorf("%s is row %d, want %d", want[i].Place, at, i)
		}
		if got := rows.Depth(i); got != want[i].Depth {
			t.Errorf("%s is %d deep, want %d", want[i].Place, got, want[i].Depth)
		}
	}
}

func TestRows(t *testing.T) {
	for _, text := range []string{
		``, `[]`, `true`, `{}`, `{"properties": {}}`, `{"properties": {"a": {"properties": {"b": {}}}, "c": {}`, whole,
		`{"required": ["c", "a", "x"], "properties": {"a": {}, "b": {}, "c": {}, "a": {}, "d": {"properties": {"c": {}}, "required": ["c"]}}}`,
		`{"properties": {"a": {}}, "properties": {"b": {}, "c": {}}}`, largeSchema(60), troubledSchema(60),
	} {
		checkRows(t, text)
	}
	if s := Read(whole); s.Rows(nil).Index("7") != -1 || s.Rows(nil).Index("") != -1 {
		t.Error("a place without a row has one")
	}
}

// TestRowsOfAll is TestRows for every schema there is.
func TestRowsOfAll(t *testing.T) {
	seen := 0
	for _, variable := range []string{"TOOLYARD_TOOLS", "TOOLYARD_SCHEMA_SUITE"} {
		dir := os.Getenv(variable)
		if dir == "" {
			t.Logf("%s is not set", variable)
			continue
		}
		err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".json" {
				return err
			}
			text, err := os.ReadFile(path)
			seen++
			eachSchemaIn(string(text), func(text string) { checkRows(t, text) })
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if seen == 0 {
		t.Skip("no schemas are here")
	}
}

// eachSchemaIn calls see with the text of every object of a text that could be a
// schema by its name: the suite's, and a tool's parameters.
func eachSchemaIn(text string, see func(string)) {
	s := Read(text)
	var look func(n jsondoc.Node)
	look = func(n jsondoc.Node) {
		for _, m := range n.Members {
			switch m.Name {
			case "schema", "parameters", "input_schema", "inputSchema":
				see(s.Doc.Raw(m.Value))
			}
			look(*m.Value)
		}
		for _, e := range n.Elements {
			look(*e)
		}
	}
	if s.Doc.Root != nil {
		look(*s.Doc.Root)
	}
}

// BenchmarkRows is what the form pays at each keystroke: all rows counted, and
// three blocks of them written out.
func BenchmarkRows(b *testing.B) {
	s := Read(largeSchema(2000))
	folded := map[Pointer]bool{"/properties/property_7": true}
	for name, fold := range map[string]func(Pointer) bool{"open": nil, "folded": func(p Pointer) bool { return folded[p] }} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				rows := s.Rows(fold)
				if got := len(rows.Slice(1000, 1075)); got != 75 || rows.Len() != 2000 {
					b.Fatal(fmt.Sprint(got, rows.Len()))
				}
			}
		})
	}
}
