package importer

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"toolyard/app/share"
	"toolyard/app/tool"
)

var update = flag.Bool("update", false, "write the golden files anew")

// entry is a file of a txtar archive.
type entry struct{ name, text string }

func archive(t testing.TB, path string) (prose string, files []entry) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		name, ok := strings.CutPrefix(line, "-- ")
		if name, closed := strings.CutSuffix(name, " --\n"); ok && closed {
			files = append(files, entry{name: name})
		} else if len(files) == 0 {
			prose += line
		} else {
			files[len(files)-1].text += line
		}
	}
	return prose, files
}

func archives(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no archives", err)
	}
	return paths
}

// TestGolden reads every text of the archives and holds what is found against
// what follows it there.
func TestGolden(t *testing.T) {
	for _, path := range archives(t) {
		prose, files := archive(t, path)
		var written strings.Builder
		written.WriteString(prose)
		for i := 0; i < len(files); i++ {
			input, want := files[i], ""
			if i+1 < len(files) && files[i+1].name == "found" {
				want = files[i+1].text
				i++
			}
			got := describe(Read(input.text))
			fmt.Fprintf(&written, "-- %s --\n%s-- found --\n%s", input.name, input.text, got)
			if got != want && !*update {
				t.Errorf("%s: %s: got\n%s\nwant\n%s", path, input.name, got, want)
			}
		}
		if *update {
			if err := os.WriteFile(path, []byte(written.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// describe is all that was found, as text.
func describe(f Found) string {
	var b strings.Builder
	if f.Kind != "" {
		fmt.Fprintf(&b, "kind %s\n", f.Kind)
	}
	var tools []tool.Tool
	for _, c := range f.Tools {
		tools = append(tools, c.Tool)
	}
	for _, c := range f.Tools {
		fmt.Fprintf(&b, "tool %d %q%s %s\n", c.Tool.ID, c.Tool.Name, flags(c), c.Span)
		if c.Tool.Description != "" {
			fmt.Fprintf(&b, "  description %q\n", c.Tool.Description)
		}
		if !c.Tool.Parameters.Blank() {
			fmt.Fprintf(&b, "  parameters\n    %s\n", strings.ReplaceAll(c.Tool.Parameters.Doc.Text, "\n", "\n    "))
		}
		for _, p := range c.Tool.Problems(tools) { // those of the parameters are package schema's to test
			fmt.Fprintf(&b, "  problem %s %q\n", p.Rule, p.Detail)
		}
		for _, n := range c.Notes {
			fmt.Fprintf(&b, "  note %s\n", told(n.Rule, n.Detail, n.Span))
		}
	}
	for _, p := range f.Parts {
		fmt.Fprintf(&b, "part %s\n", told(p.Name, p.Detail, p.Span))
	}
	for _, r := range f.Records {
		fmt.Fprintf(&b, "record %q %d %s pinned %v %s\n", r.Name, r.At, r.Lineage, r.Pinned, r.Text)
	}
	for _, n := range f.Notes {
		fmt.Fprintf(&b, "note %s\n", told(n.Rule, n.Detail, n.Span))
	}
	for _, r := range f.Rejects {
		fmt.Fprintf(&b, "reject %s\n", told(r.Rule, r.Detail, r.Span))
	}
	if len(f.Parts) > 0 {
		fmt.Fprintf(&b, "%s\n", strings.TrimSpace(share.Marshal(f.Snapshot)))
	}
	if f.Repair != nil {
		fmt.Fprintf(&b, "repaired\n%s", f.Repaired())
	}
	return b.String()
}

func flags(c Candidate) string {
	text := ""
	if c.Shape != "" {
		text += " " + string(c.Shape)
	}
	if c.Tool.Strict {
		text += " strict"
	}
	if c.Tool.Off {
		text += " off"
	}
	return text
}

func told(rule, detail string, at Span) string {
	if detail != "" {
		rule += fmt.Sprintf(" %q", detail)
	}
	return rule + " " + at.String()
}

// String is for tests: the line and column, and the bytes.
func (s Span) String() string { return fmt.Sprintf("%d:%d [%d:%d]", s.Line, s.Column, s.Start, s.End) }
